"""For whose eyes a session is written down: decided here, table by table, by what may be seen and never by what may not.

A field that stands in no row, a table without a row and a key that no program knows yet do not reach the client.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from brasstacks.beside import Choice, Expectation, Option, Risk
from brasstacks.record import Record
from brasstacks.session import (
    Client,
    Criterion,
    CriterionStatus,
    FollowUp,
    Goal,
    GoalStatus,
    Header,
    Levels,
    Parked,
    Referral,
    Session,
    Turn,
)

R = TypeVar("R", bound=Record)

# People note in haste: any pair of marks will do, but it must be a pair.
_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")


class Audience(StrEnum):
    """For whose eyes."""

    CLIENT = "client"
    INTERNAL = "internal"


CLIENT_SEES: Mapping[type[Record], tuple[str, ...]] = {
    Session: ("schema_version", "fuzzy", "session", "client", "goals", "parked", "follow_ups", "risks", "expectations"),
    Header: ("id", "title", "language", "created", "updated", "interviewer"),
    Client: ("name", "organisation"),
    Goal: ("id", "statement", "problem", "status", "referral", "turns", "criteria", "options", "choice"),
    Referral: ("at", "title", "text"),
    Turn: ("id", "question", "answer", "later"),
    Criterion: (
        "id",
        "statement",
        "who",
        "observable",
        "threshold",
        "test",
        "levels",
        "when",
        "check",
        "baseline",
        "why",
        "provenance",
        "agreed_by",
        "agreed_at",
        "owner",
        "from_turns",
        "status",
        "reached_at",
    ),
    Levels: ("fail", "target", "stretch"),
    Parked: ("id", "at", "text", "goal"),
    Option: ("id", "title", "kind", "meets", "how", "advantages", "drawbacks", "cost", "time", "evidence"),
    Choice: ("at", "option", "words", "reason"),
    Risk: ("id", "entry", "title", "raised", "offer", "owner"),
    Expectation: ("id", "entry", "title", "promised", "proposal", "owner", "due"),
    FollowUp: ("id", "at", "text", "by", "to", "due", "done"),
}
"""What a client may see of each table."""


def for_client(session: Session) -> Session:
    """The session as its client may see it.

    Without goals that were dropped and criteria that were rejected; of the conversation only the turns on which a
    criterion rests, in the words that stand in quotation marks if any do, and the questions still to be answered.
    Of risks and expectations only what we offered and promised.
    """
    standing = tuple(_goal_for_client(goal) for goal in session.goals if goal.status is not GoalStatus.DROPPED)
    rests_on = {turn for goal in standing for one in goal.criteria for turn in one.from_turns}
    goals = tuple(goal.model_copy(update={"turns": tuple(_turns_for_client(goal, rests_on))}) for goal in standing)
    offered = tuple(one for one in session.risks if one.raised and one.offer.strip())
    promised = tuple(one for one in session.expectations if one.promised.strip() or one.proposal.strip())
    seen = _only(session.model_copy(update={"goals": goals, "risks": offered, "expectations": promised}))
    if seen is None:
        raise TypeError(f"{type(session).__name__} has no row in CLIENT_SEES")
    return seen


def _goal_for_client(goal: Goal) -> Goal:
    kept = (one for one in goal.criteria if one.status is not CriterionStatus.REJECTED)
    return goal.model_copy(update={"criteria": tuple(map(_criterion_for_client, kept))})


def _criterion_for_client(one: Criterion) -> Criterion:
    """Who said yes stands only where the yes is to these words; a draft may have been agreed in other ones."""
    if one.status is CriterionStatus.AGREED:
        return one
    return one.model_copy(update={"agreed_by": "", "agreed_at": None})


def _turns_for_client(goal: Goal, rests_on: set[str]) -> Iterator[Turn]:
    for turn in goal.turns:
        if turn.later:
            yield turn.model_copy(update={"answer": ""})
        elif turn.id in rests_on and turn.answer.strip():
            yield turn.model_copy(update={"question": turn.question_put, "answer": _said(turn.answer)})


def _said(answer: str) -> str:
    """Of a note only what was said in these words; all of it when nothing in it is quoted."""
    return (
        ", ".join(match[0] for match in _QUOTED.finditer(answer) if any(map(str.strip, filter(None, match.groups()))))
        or answer
    )


def quotations(answer: str) -> tuple[str, ...]:
    """What stands in quotation marks in a note: only that was said in these words."""
    found = (next(filter(None, match.groups()), "").strip() for match in _QUOTED.finditer(answer))
    return tuple(filter(None, found))


def _only(record: R) -> R | None:
    fields = CLIENT_SEES.get(type(record))
    if fields is None:
        return None
    return type(record).model_validate({name: _seen(getattr(record, name)) for name in fields})


def _seen(value: object) -> object:
    if isinstance(value, Record):
        return _only(value)
    if isinstance(value, tuple):
        return tuple(seen for one in value if (seen := _seen(one)) is not None)
    return value
