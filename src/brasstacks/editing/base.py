"""What every edit is made of: a record changed and validated, the session with the moment noted."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from brasstacks.record import Identified, Record
from brasstacks.session import Header, Session

NewId = Callable[[str], str]
"""Gives a fresh id for a prefix: `new_id("g")` -> `"g-7m2x"`."""


R = TypeVar("R", bound=Record)
Named = TypeVar("Named", bound=Identified)


def changed(record: R, **values: object) -> R:
    """A copy of a record with some values changed, validated as if it were read from a file."""
    return type(record).model_validate({**dict(record), **values})


def replaced(records: tuple[Named, ...], record_id: str, new: Callable[[Named], Named | None]) -> tuple[Named, ...]:
    """The records with the one of that id replaced, or left out where `new` gives None."""
    found = False
    kept: list[Named] = []
    for record in records:
        if record.id != record_id:
            kept.append(record)
            continue
        found = True
        if (one := new(record)) is not None:
            kept.append(one)
    if not found:
        raise KeyError(record_id)
    return tuple(kept)


def saved(session: Session, now: datetime, header: Header | None = None, **values: object) -> Session:
    """The session with some tables changed and the moment noted."""
    return changed(session, session=changed(header or session.session, updated=now), **values)


def with_goal(session: Session, goal_id: str, now: datetime, **values: object) -> Session:
    """The session with some values of a goal changed. Raises KeyError."""
    goals = replaced(session.goals, goal_id, lambda goal: changed(goal, **values))
    return saved(session, now, goals=goals)


def with_turn(session: Session, turn_id: str, now: datetime, **values: object) -> Session:
    """The session with some values of a turn changed. Raises KeyError."""
    goal = session.goal_of_turn(turn_id)
    turns = replaced(goal.turns, turn_id, lambda turn: changed(turn, **values))
    return with_goal(session, goal.id, now, turns=turns)
