"""What of a session goes out, and to whom: decided once, for every format.

A client is never shown a note, a term that was let pass, a warning or what became of it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from brasstacks import criteria
from brasstacks.session import Criterion, CriterionStatus, Goal, GoalStatus, Note, Session, Turn

# People note in haste: any pair of marks will do, but it must be a pair.
_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")


class Audience(StrEnum):
    """For whose eyes."""

    CLIENT = "client"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a criterion comes from: a question and its answer."""

    question: str
    quoted: tuple[str, ...]
    """What stands in quotation marks: the client's words."""
    noted: str
    """The answer as the interviewer noted it, when nothing in it is quoted; else empty."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion with its place on the ladder."""

    criterion: Criterion
    step: criteria.Step
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal with what a stranger could check, and what not yet."""

    goal: Goal
    concrete: tuple[Judged, ...]
    drafts: tuple[Judged, ...]
    later: tuple[Turn, ...]
    """Questions that the client is still to answer."""


@dataclass(frozen=True, slots=True)
class Internal:
    """What is for us alone."""

    notes: tuple[Note, ...]
    dismissed: tuple[str, ...]
    turns: tuple[Turn, ...]
    """Those with a remark of ours, a warning overruled, or an answer that was worded otherwise at first."""
    dropped: tuple[Goal, ...]
    rejected: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes out of a session."""

    session: Session
    goals: tuple[GoalPart, ...]
    """Without those that were dropped."""
    internal: Internal | None
    """None for the client."""


def contents(session: Session, audience: Audience) -> Contents:
    """What of a session goes out to an audience."""
    standing = [goal for goal in session.goals if goal.status is not GoalStatus.DROPPED]
    return Contents(
        session=session,
        goals=tuple(_part(session, goal) for goal in standing),
        internal=_internal(session) if audience is Audience.INTERNAL else None,
    )


def _part(session: Session, goal: Goal) -> GoalPart:
    judged = [
        Judged(one, criteria.ladder(one, fuzzy=session.fuzzy), _sources(session, one))
        for one in goal.criteria
        if one.status is not CriterionStatus.REJECTED
    ]
    return GoalPart(
        goal=goal,
        concrete=tuple(one for one in judged if one.step.concrete),
        drafts=tuple(one for one in judged if not one.step.concrete),
        later=tuple(turn for turn in goal.turns if turn.later),
    )


def _sources(session: Session, criterion: Criterion) -> tuple[Source, ...]:
    turns = [turn for goal in session.goals for turn in goal.turns if turn.id in criterion.from_turns]
    return tuple(_source(turn) for turn in turns if turn.answer.strip())


def _source(turn: Turn) -> Source:
    quoted = quotations(turn.answer)
    return Source(turn.question, quoted, "" if quoted else turn.answer.strip())


def quotations(answer: str) -> tuple[str, ...]:
    """What stands in quotation marks in a note: only that was said in these words."""
    found = (next(filter(None, match.groups()), "").strip() for match in _QUOTED.finditer(answer))
    return tuple(filter(None, found))


def _internal(session: Session) -> Internal:
    turns = [turn for goal in session.goals for turn in goal.turns]
    return Internal(
        notes=session.notes,
        dismissed=session.dismissed,
        turns=tuple(turn for turn in turns if turn.note or turn.overruled or turn.first_wording),
        dropped=tuple(goal for goal in session.goals if goal.status is GoalStatus.DROPPED),
        rejected=tuple(
            one for goal in session.goals for one in goal.criteria if one.status is CriterionStatus.REJECTED
        ),
    )
