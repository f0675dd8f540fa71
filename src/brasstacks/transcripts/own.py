"""Our own exports come back: JSON and TOML of `brasstacks export`, and a session's own file."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from brasstacks.session import SCHEMA_VERSION, Session
from brasstacks.storage.faults import said_by_pydantic
from brasstacks.transcripts.decode import LARGEST_OF_OURS, Unreadable, decode
from brasstacks.words import _

_BEGINNING = 4096
_OURS = re.compile(rb'^\s*brasstacks\s*=|^\s*\[session\]|"brasstacks"\s*:|"session"\s*:', re.MULTILINE)
"""What stands at the beginning of a file of ours: nothing else is taken apart in vain, however large it is."""


def sessions(raw: bytes) -> tuple[Session, ...] | None:
    """The sessions of a file of ours; None when it is somebody else's.

    Raises:
        Unreadable: it is ours, and something in it is wrong; or it is no text at all.
    """
    if not _OURS.search(raw[:_BEGINNING]):
        return None
    text, _encoding = decode(raw, LARGEST_OF_OURS)
    data = _data(text)
    if data is None:
        return None
    if "sessions" not in data:
        return (_session(data, text),)
    version = data.get("brasstacks")
    if version != 1:
        raise Unreadable(_("written by a newer brasstacks (form {version}): update brasstacks").format(version=version))
    return tuple(_session(one.get("session", one) if _wraps(one) else one, text) for one in data["sessions"])


def _wraps(entry: object) -> bool:
    """Whether the session stands inside, beside what was made out about its criteria."""
    return isinstance(entry, Mapping) and isinstance(entry.get("session"), Mapping) and "session" in entry["session"]


def _data(text: str) -> Mapping[str, Any] | None:
    start = text.lstrip("\ufeff \t\r\n")
    try:
        data = json.loads(start) if start.startswith("{") else tomllib.loads(start.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return None
    ours = isinstance(data, dict) and ("brasstacks" in data or {"session", "client"} <= data.keys())
    return data if ours else None


def _session(data: Any, text: str) -> Session:  # noqa: ANN401 - whatever the file holds
    try:
        session = Session.model_validate(data)
    except ValidationError as error:
        raise Unreadable(said_by_pydantic(error, text)) from error
    if session.schema_version > SCHEMA_VERSION:
        raise Unreadable(
            _("written by a newer brasstacks (schema_version {version}): update brasstacks").format(
                version=session.schema_version
            )
        )
    return session
