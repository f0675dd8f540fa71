"""Edits of the options under a goal, and of the client's choice among them."""

from datetime import datetime

from brasstacks.beside import Choice, Option, OptionKind
from brasstacks.editing.base import NewId, changed, replaced, with_goal
from brasstacks.editing.goals import add_goal
from brasstacks.session import Session


def add_option(
    session: Session,
    goal_id: str,
    title: str,
    *,
    now: datetime,
    new_id: NewId,
    kind: OptionKind = OptionKind.OURS,
    **fields: object,
) -> Session:
    """Add an option to a goal.

    Raises ValueError when it is "do nothing" or "the smallest thing that could work" and the goal has that already.
    """
    goal = session.goal(goal_id)
    if kind in (OptionKind.NOTHING, OptionKind.SMALLEST) and any(one.kind is kind for one in goal.options):
        raise ValueError(f"the goal has the option {kind.value!r} already")
    option = Option.model_validate({"id": new_id("o"), "title": title, "kind": kind, **fields})
    return with_goal(session, goal_id, now, options=(*goal.options, option))


def change_option(session: Session, option_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of an option."""
    goal = session.goal_of_option(option_id)
    options = replaced(goal.options, option_id, lambda one: changed(one, **fields))
    return with_goal(session, goal.id, now, options=options)


def delete_option(session: Session, option_id: str, *, now: datetime) -> Session:
    """Take an option out; a choice of it goes along."""
    goal = session.goal_of_option(option_id)
    choice = None if goal.choice and goal.choice.option == option_id else goal.choice
    options = replaced(goal.options, option_id, lambda _: None)
    return with_goal(session, goal.id, now, options=options, choice=choice)


def choose(
    session: Session, goal_id: str, option_id: str = "", *, now: datetime, words: str = "", reason: str = ""
) -> Session:
    """Record what the client chose.

    Args:
        session: the session.
        goal_id: of the goal.
        option_id: of the option; empty for "not yet".
        now: the moment.
        words: the client's.
        reason: why this one, or why not yet.
    """
    if option_id:
        session.goal(goal_id).option(option_id)
    choice = Choice(at=now, option=option_id, words=words, reason=reason)
    return with_goal(session, goal_id, now, choice=choice)


def keep_wish(session: Session, *, now: datetime, new_id: NewId, words: str = "") -> Session:
    """Keep a solution that the client asks for as an option, and not as a goal.

    With words, they are an option of the goal in hand; before the first goal, and without words, it is the goal
    in hand that is a wish: its words become an option, and its statement is the problem as soon as that is known.
    Raises ValueError when there is neither a goal nor words.
    """
    goal = session.current
    if goal is None:
        if not words:
            raise ValueError("there is no goal and nothing was said")
        session = add_goal(session, words, now=now, new_id=new_id)
        goal = session.goals[-1]
    elif words:
        return add_option(session, goal.id, words, now=now, new_id=new_id, kind=OptionKind.WISH)
    if goal.wish:
        return session
    wish = goal.statement
    session = add_option(session, goal.id, wish, now=now, new_id=new_id, kind=OptionKind.WISH)
    return with_goal(session, goal.id, now, wish=wish, statement=goal.problem or wish)
