"""A text of a session, as the index keeps it."""

import json
import sqlite3
from typing import NamedTuple


class Passage(NamedTuple):
    """A text of a session."""

    kind: str
    """The table and the field: `turns.answer`, `criteria.who`, `client.name`."""
    goal: str
    """The id of the goal under which it stands; empty when it stands under none."""
    place: str
    """The id of the turn, criterion, note, … whose text it is; empty when it has none."""
    text: str


def texts_of(db: sqlite3.Connection, number: int) -> tuple[str, list[Passage]]:
    """A session's language and texts, in the order of its record; nothing of a file that could not be read."""
    row = db.execute("SELECT language, passages FROM texts WHERE session = ?", (number,)).fetchone()
    return (row[0], [Passage(*one) for one in json.loads(row[1])]) if row else ("", [])
