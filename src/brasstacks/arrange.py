"""The criteria of a session in an order, and those of a kind alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from brasstacks import criteria
from brasstacks.dates import understood
from brasstacks.session import Criterion, CriterionStatus, Goal, Provenance, Session

E = TypeVar("E", bound=StrEnum)


class Order(StrEnum):
    """By what criteria are sorted; of equals the order of the record holds."""

    GOAL = "goal"
    STEP = "step"
    STATE = "state"
    OWNER = "owner"
    DUE = "due"


class Only(StrEnum):
    """Which criteria are listed."""

    ALL = "all"
    UNFINISHED = "unfinished"
    """Not concrete yet."""
    READY = "ready"
    """Contract-ready."""
    DRAFT = "draft"
    AGREED = "agreed"
    REJECTED = "rejected"
    OURS = "ours"
    """With words of ours that the client has not agreed to."""
    UNOWNED = "unowned"


@dataclass(frozen=True, slots=True)
class Listed:
    """A criterion in a list."""

    goal: Goal
    goal_number: int
    """From 1."""
    criterion: Criterion
    step: criteria.Step
    due: date | None
    """The day that its `when` names; None when it names none."""


def arranged(session: Session, today: date, order: Order = Order.GOAL, only: Only = Only.ALL) -> tuple[Listed, ...]:
    """The criteria of a session.

    Args:
        session: as it stands.
        today: from which "by Friday" is counted.
        order: by what they are sorted.
        only: which of them.
    """
    found = [
        Listed(goal, number, one, criteria.ladder(one, session.fuzzy), _due(one, today))
        for number, goal in enumerate(session.goals, 1)
        for one in goal.criteria
    ]
    return tuple(sorted(filter(_FITS[only], found), key=_KEYS[order]))


def _due(criterion: Criterion, today: date) -> date | None:
    # What was said of an agreed criterion was said on the day of the agreement.
    said = understood(criterion.when, criterion.agreed_at.date() if criterion.agreed_at else today)
    return said.day if said else None


def is_ours(criterion: Criterion) -> bool:
    """Whether words in it are ours and the client has not agreed to them."""
    ours = criterion.provenance is Provenance.PROPOSED or bool(criterion.proposed)
    return ours and criterion.status is not CriterionStatus.AGREED


_STATES = tuple(CriterionStatus)

_KEYS: dict[Order, Callable[[Listed], tuple[object, ...]]] = {
    Order.GOAL: lambda one: (one.goal_number,),
    Order.STEP: lambda one: (one.step.step,),
    Order.STATE: lambda one: (_STATES.index(one.criterion.status),),
    Order.OWNER: lambda one: (not one.criterion.owner, one.criterion.owner.casefold()),
    Order.DUE: lambda one: (one.due or date.max,),
}

_FITS: dict[Only, Callable[[Listed], bool]] = {
    Only.ALL: lambda _one: True,
    Only.UNFINISHED: lambda one: not one.step.concrete and one.criterion.status is not CriterionStatus.REJECTED,
    Only.READY: lambda one: one.step.step > criteria.CONCRETE and one.criterion.status is not CriterionStatus.REJECTED,
    Only.DRAFT: lambda one: one.criterion.status is CriterionStatus.DRAFT,
    Only.AGREED: lambda one: one.criterion.status is CriterionStatus.AGREED,
    Only.REJECTED: lambda one: one.criterion.status is CriterionStatus.REJECTED,
    Only.OURS: lambda one: is_ours(one.criterion),
    Only.UNOWNED: lambda one: not one.criterion.owner and one.criterion.status is not CriterionStatus.REJECTED,
}


def following(value: E) -> E:
    """The next way to sort or to filter, after the last one the first."""
    every = tuple(type(value))
    return every[(every.index(value) + 1) % len(every)]
