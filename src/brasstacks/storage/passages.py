"""A session as what can be found in it: each text with where it stands.

The record is walked as it is, so that a table which a later program adds, or which nobody knows, is found too.
"""

from collections.abc import Mapping

from pydantic import BaseModel

from brasstacks.session import Session
from brasstacks.storage.passage import Passage

_NO_WORDS = frozenset(
    [
        "id",
        "schema_version",
        "language",
        "bank",
        "status",
        "current_goal",
        "goal",
        "asked_as",
        "probe",
        "provenance",
        "from_turn",
        "from_turns",
        "origin",
        "continues",
        "created",
        "updated",
        "started",
        "ended",
        "asked",
        "answered",
        "at",
        "later",
        "done",
        "decides",
        "planned_minutes",
        "price_asked",
        "kind",
        "meets",
        "option",
        "size",
        "entry",
        "raised",
        "worry",
        "ending",
        "promise",
        "sign",
        "fullness",
        "recommendation",
        "spent",
    ]
)
"""Fields whose values are the program's own, or no words."""


def of_session(session: Session) -> list[Passage]:
    """Every text of a session, who it is with first."""
    found: list[Passage] = []
    rest = {name: value for name, value in _rows(session).items() if name not in ("client", "session")}
    for table, value in (("client", session.client), ("session", session.session), ("session", rest)):
        _gather(found, table, table, value, "", "")
    return found


def _rows(record: BaseModel) -> Mapping[str, object]:
    return {**record.__dict__, **record.model_extra} if record.model_extra else record.__dict__


def _gather(found: list[Passage], kind: str, table: str, value: object, goal: str, place: str) -> None:
    """Add the texts in a value, in the order of the record."""
    if isinstance(value, str):
        if not value.isspace():
            found.append(Passage(kind, goal, place, value))
    elif isinstance(value, (tuple, list)):
        for one in value:
            _gather(found, kind, table, one, goal, place)
    elif isinstance(value, (BaseModel, dict)):
        rows = _rows(value) if isinstance(value, BaseModel) else value
        own = rows.get("id")
        place = own if isinstance(own, str) else place
        goal = place if table == "goals" else goal
        for field, inside in rows.items():
            if inside and field not in _NO_WORDS:
                _gather(found, f"{table}.{field}", field, inside, goal, place)
