"""What every table of a session's file is made of: frozen, cleaned on the way in, keeping keys that it does not know."""

import unicodedata
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict

from brasstacks.identity import ID_PATTERN
from brasstacks.words import _


def clean(text: str) -> str:
    """Text as it is stored: NFC, line feeds for line ends, and nothing that UTF-8 cannot carry."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def _whole_seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _is_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise ValueError(_("an id has letters, digits, '-', '_' and '.', and at most 120 of them"))
    return value


Words = Annotated[str, AfterValidator(clean)]
Moment = Annotated[AwareDatetime, AfterValidator(_whole_seconds)]
Id = Annotated[str, AfterValidator(_is_id)]


class Record(BaseModel):
    """A table of the file: frozen, keeping keys that it does not know."""

    # Built when first needed: the Library's first frame shows what the index knows, and needs none of these.
    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)


class Identified(Record):
    """A table with an id of its own in the session."""

    id: Id
