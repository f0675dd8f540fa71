"""What came of a session: the goals and their endings, the criteria by step, what is open, what was promised."""

from dataclasses import dataclass
from datetime import date, timedelta

from brasstacks import criteria
from brasstacks.dates import FRIDAY, day_of, understood
from brasstacks.glance import Open, Waits, kept
from brasstacks.session import Criterion, CriterionStatus, FollowUp, Goal, GoalStatus, Session

NEXT_CONTACT = timedelta(days=14)
"""A client who hears nothing for longer than two weeks feels forgotten: a rule of thumb of the practice."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion with its place on the ladder."""

    criterion: Criterion
    step: criteria.Step


@dataclass(frozen=True, slots=True)
class Recap:
    """A session as it ends."""

    goals: tuple[Goal, ...]
    by_step: tuple[tuple[Standing, ...], ...]
    """The criteria on each step of the ladder, from 0 to 4; those rejected stand on none."""
    rejected: tuple[Criterion, ...]
    open: tuple[Open, ...]
    """Everything that is still to be done, what was promised excepted."""
    promised: tuple[FollowUp, ...]
    """Not done yet, the earliest day first; those without a day last."""
    done: tuple[FollowUp, ...]


def recap(session: Session) -> Recap:
    """Gather what came of a session."""
    steps: list[list[Standing]] = [[] for _step in range(criteria.CONCRETE + 2)]
    for goal in session.goals:
        for criterion in kept(goal):
            step = criteria.ladder(criterion, session.fuzzy)
            steps[step.step].append(Standing(criterion, step))
    rejected = tuple(one for goal in session.goals for one in goal.criteria if one.status is CriterionStatus.REJECTED)
    return Recap(
        goals=session.goals,
        by_step=tuple(map(tuple, steps)),
        rejected=rejected,
        open=open_items(session),
        promised=promised(session),
        done=tuple(one for one in session.follow_ups if one.done),
    )


def open_items(session: Session) -> tuple[Open, ...]:
    """Everything that is still to be done but promises: answers first, because memory fades."""
    found = [Open(Waits.ANSWER, turn.question) for goal in session.goals for turn in goal.turns if turn.later]
    for goal in session.goals:
        if goal.status is not GoalStatus.OPEN:
            continue
        standing = kept(goal)
        if not standing:
            found.append(Open(Waits.CRITERION if goal.turns else Waits.FIRST_QUESTION, goal.statement))
        for criterion in standing:
            step = criteria.ladder(criterion, session.fuzzy)
            if not step.concrete:
                found.append(Open(Waits.FIELDS, criterion.statement, step.missing))
    return (*found, *(Open(Waits.FUZZY, term) for term in session.fuzzy))


def promised(session: Session) -> tuple[FollowUp, ...]:
    """What was promised and not done, the earliest day first."""
    return tuple(sorted((one for one in session.follow_ups if not one.done), key=_by_day))


def _by_day(follow_up: FollowUp) -> date:
    return due_day(follow_up) or date.max


def due_day(follow_up: FollowUp) -> date | None:
    """The day of a promise: as it is kept, or as its words meant it when they were said; None when they name none."""
    if (day := day_of(follow_up.due)) is not None:
        return day
    said = understood(follow_up.due, follow_up.at.date())
    return said.day if said else None


def is_due(follow_up: FollowUp, today: date) -> bool:
    """Whether the day of something that is not done has come."""
    day = due_day(follow_up)
    return not follow_up.done and day is not None and day <= today


def next_contact(session: Session, today: date) -> date | None:
    """When to get in touch next; None when something is promised for a day to come.

    A client needs attention: two weeks from today, or the Friday before when that is a weekend.
    """
    if any((day := due_day(one)) and day >= today for one in session.follow_ups if not one.done):
        return None
    day = today + NEXT_CONTACT
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))
