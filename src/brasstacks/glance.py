"""A session at a glance: what was said last, and the next thing that is open."""

from brasstacks import criteria
from brasstacks.plain import Glance, GoalGlance, Open, Waits
from brasstacks.session import Criterion, CriterionStatus, Goal, GoalStatus, Session, Turn

__all__ = ["Glance", "GoalGlance", "Open", "Waits", "at", "kept", "last_answer", "next_open", "of_goal"]

LONGEST_ANSWER = 400
"""Characters of the last answer that are seen at a glance."""


def at(session: Session) -> Glance:
    """All that is seen of a session at a glance."""
    last = last_answer(session)
    return Glance(
        planned_minutes=session.session.planned_minutes,
        goals=tuple(of_goal(goal, session.fuzzy) for goal in session.goals),
        last_answer=last.answer.strip()[:LONGEST_ANSWER] if last else "",
        next_open=next_open(session),
        in_hand=_in_hand(session),
    )


def _in_hand(session: Session) -> int:
    """The number of the goal in hand, from 1; 0 when there is none, or it was set aside or ended."""
    named = (n for n, goal in enumerate(session.goals, 1) if goal.id == session.session.current_goal)
    at = next(named, 0)
    return at if at and session.goals[at - 1].status is GoalStatus.OPEN else 0


def of_goal(goal: Goal, fuzzy: tuple[str, ...]) -> GoalGlance:
    """A goal on one line; `fuzzy` are the session's terms that are known to be vague."""
    standing = kept(goal)
    concrete = sum(criteria.ladder(criterion, fuzzy=fuzzy).concrete for criterion in standing)
    return GoalGlance(goal.statement, goal.status, bool(goal.turns), concrete, len(standing))


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
