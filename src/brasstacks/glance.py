"""A session at a glance: what was said last, and the next thing that is open."""

from dataclasses import dataclass
from enum import StrEnum

from brasstacks import criteria
from brasstacks.session import Criterion, CriterionStatus, Goal, GoalStatus, Session, Turn


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


def last_answer(session: Session) -> Turn | None:
    """The turn that was answered last; of those without a moment the last in the file."""
    turns = [turn for goal in session.goals for turn in goal.turns if turn.answer.strip()]
    timed = [turn for turn in turns if turn.answered is not None]
    if timed:
        return max(timed, key=lambda turn: turn.answered.timestamp() if turn.answered else 0.0)
    return turns[-1] if turns else None


def kept(goal: Goal) -> tuple[Criterion, ...]:
    """The criteria of a goal without those that were rejected."""
    return tuple(one for one in goal.criteria if one.status is not CriterionStatus.REJECTED)


def next_open(session: Session) -> Open | None:
    """The next thing that is open: answers first, because memory fades; then the goals, in order; then the rest."""
    if not session.goals:
        return Open(Waits.GOAL, "")
    for goal in session.goals:
        for turn in goal.turns:
            if turn.later:
                return Open(Waits.ANSWER, turn.question)
    for goal in session.goals:
        if goal.status is GoalStatus.OPEN and (waiting := _of_goal(goal, session.fuzzy)) is not None:
            return waiting
    if session.fuzzy:
        return Open(Waits.FUZZY, session.fuzzy[0])
    return next((Open(Waits.PROMISE, one.text) for one in session.follow_ups if not one.done), None)


def _of_goal(goal: Goal, fuzzy: tuple[str, ...]) -> Open | None:
    """What a goal waits for; None once one criterion of it is concrete."""
    steps = [(criteria.ladder(criterion, fuzzy=fuzzy), criterion) for criterion in kept(goal)]
    if any(step.concrete for step, _criterion in steps):
        return None
    if steps:
        step, criterion = max(steps, key=lambda pair: pair[0].step)
        return Open(Waits.FIELDS, criterion.statement, step.missing)
    return Open(Waits.CRITERION if goal.turns else Waits.FIRST_QUESTION, goal.statement)
