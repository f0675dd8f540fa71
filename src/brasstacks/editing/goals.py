"""Edits of goals."""

from datetime import datetime

from brasstacks.editing.base import NewId, changed, saved, with_goal
from brasstacks.editing.header import describe
from brasstacks.session import Goal, GoalStatus, Referral, Session


def add_goal(session: Session, statement: str, *, now: datetime, new_id: NewId) -> Session:
    """Add a goal in the client's words, and take it in hand."""
    goal = Goal(id=new_id("g"), statement=statement)
    header = changed(session.session, current_goal=goal.id)
    return saved(session, now, header, goals=(*session.goals, goal))


def select_goal(session: Session, goal_id: str, *, now: datetime) -> Session:
    """Take a goal in hand."""
    session.goal(goal_id)
    return describe(session, now=now, current_goal=goal_id)


def reword_goal(session: Session, goal_id: str, statement: str, *, now: datetime) -> Session:
    """Correct the words of a goal."""
    return with_goal(session, goal_id, now, statement=statement)


def name_problem(session: Session, goal_id: str, problem: str, *, now: datetime) -> Session:
    """Note what hurts behind a goal. Where a solution stood in place of a goal, the problem is the goal."""
    if problem and session.goal(goal_id).is_wish:
        return with_goal(session, goal_id, now, problem=problem, statement=problem)
    return with_goal(session, goal_id, now, problem=problem)


def decide_goal(session: Session, goal_id: str, status: GoalStatus, *, now: datetime) -> Session:
    """Park, refer, drop or resume a goal. A goal taken up again is the goal in hand."""
    session = with_goal(session, goal_id, now, status=status)
    return select_goal(session, goal_id, now=now) if status is GoalStatus.OPEN else session


def refer(session: Session, goal_id: str, title: str, text: str, *, now: datetime) -> Session:
    """End a goal with what serves the client now, and the text that is handed over."""
    referral = Referral(at=now, title=title, text=text)
    return with_goal(session, goal_id, now, status=GoalStatus.REFERRED, referral=referral)
