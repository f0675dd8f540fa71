"""A session as its file holds it; of one that is saved again and again, only what changed is written out anew."""

from pydantic import BaseModel

from brasstacks.session import Session
from brasstacks.storage import toml


class Pages:
    """The text of one session as the conversation goes on.

    Records never change: one that is the same object as the last time has the same text. What was not met the last
    time is forgotten, so that no more is kept than the file holds.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[int, str], tuple[BaseModel, str]] = {}
        """Text by the record's identity and the heading that it stands under; the record is held, and so its identity."""
        self._now = self._before
        self.last = b""
        """What was last saved from here: there are no comments in it."""

    def of(self, session: Session) -> bytes:
        """The whole file: to the letter what is written of a session that was never met before."""
        self._before, self._now = self._now, {}
        text = toml.body(session, "", self._inside).lstrip("\n")
        self._before = {}
        return text.encode("utf-8", "replace")

    def _inside(self, table: toml.Table, heading: str) -> str:
        if not isinstance(table, BaseModel):
            return toml.body(table, heading, self._inside)
        at = id(table), heading
        if (known := self._before.get(at)) is None:
            known = table, toml.body(table, heading, self._inside)
        self._now[at] = known
        return known[1]
