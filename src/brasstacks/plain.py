"""Of the record what is seen at a glance: plain values, for which nothing of pydantic is loaded."""

from dataclasses import dataclass
from enum import StrEnum


class GoalStatus(StrEnum):
    """What people decided about a goal; how concrete it is, is read from its criteria."""

    OPEN = "open"
    PARKED = "parked"
    REFERRED = "referred"
    DROPPED = "dropped"


class AskedAs(StrEnum):
    """How the question over an answer came to stand there."""

    CHOSEN = "chosen"
    OWN = "own"
    SHOWN = "shown"
    """It stood there and nobody said that it was asked: it does not count as asked."""
    NONE = "none"


class Provenance(StrEnum):
    """Whose words a criterion is: what we proposed and the client only accepted stays proposed."""

    CLIENT = "client"
    PROPOSED = "proposed"
    AGREED = "agreed"


class CriterionStatus(StrEnum):
    """What became of a criterion."""

    DRAFT = "draft"
    AGREED = "agreed"
    REJECTED = "rejected"


class Result(StrEnum):
    """Whether a criterion names something that is delivered or what changes by it; asked when the words smell of output."""

    UNASKED = ""
    OUTPUT = "output"
    OUTCOME = "outcome"


class Waits(StrEnum):
    """Why something is still open."""

    ANSWER = "answer"
    """A question that was asked and is to be filled in later."""
    GOAL = "goal"
    """Nobody has said yet what the client wants."""
    FIRST_QUESTION = "first_question"
    """A goal under which nothing was said."""
    CRITERION = "criterion"
    """A goal that was talked about and has no criterion yet."""
    FIELDS = "fields"
    """A draft that a stranger could not check yet."""
    FUZZY = "fuzzy"
    """A term that is known to be vague."""
    PROMISE = "promise"
    """Something promised and not done."""


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is still to be done."""

    waits: Waits
    words: str
    """The question, the goal, the criterion, the term or the promise, as it was said; empty for `goal`."""
    missing: tuple[str, ...] = ()
    """Of a draft: what makes it concrete, as in `criteria.Step`."""


@dataclass(frozen=True, slots=True)
class GoalGlance:
    """A goal on one line."""

    statement: str
    status: GoalStatus
    begun: bool
    """Whether anything was said under it."""
    concrete: int
    """How many of its criteria a stranger could check."""
    kept: int
    """How many it has without those that were rejected."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A session at a glance."""

    planned_minutes: int
    goals: tuple[GoalGlance, ...]
    last_answer: str
    """Empty when nothing was answered."""
    next_open: Open | None
    in_hand: int = 0
    """The number of the goal that was last talked about, from 1; 0 for none."""
