"""Edits of what stands beside the conversation: terms, notes, topics set aside, promises."""

from datetime import datetime

from brasstacks.editing.base import NewId, changed, replaced, saved
from brasstacks.editing.goals import add_goal
from brasstacks.session import FollowUp, Note, Parked, Session


def dismiss(session: Session, term: str, *, now: datetime) -> Session:
    """Accept a term in this session: it is not challenged again."""
    return saved(session, now, dismissed=_with_term(session.dismissed, term))


def mark_fuzzy(session: Session, term: str, *, now: datetime) -> Session:
    """Note a term as known to be vague and to be resolved."""
    return saved(session, now, fuzzy=_with_term(session.fuzzy, term))


def resolve_fuzzy(session: Session, term: str, *, now: datetime) -> Session:
    """A fuzzy term has been resolved."""
    return saved(session, now, fuzzy=tuple(t for t in session.fuzzy if t.casefold() != term.casefold()))


def _with_term(terms: tuple[str, ...], term: str) -> tuple[str, ...]:
    return terms if term.casefold() in {t.casefold() for t in terms} else (*terms, term)


def add_note(session: Session, text: str, *, now: datetime, new_id: NewId) -> Session:
    """Keep a remark of the interviewer's."""
    return saved(session, now, notes=(*session.notes, Note(id=new_id("n"), at=now, text=text)))


def park_topic(session: Session, text: str, *, now: datetime, new_id: NewId) -> Session:
    """Set a topic aside on purpose, to come back to."""
    parked = Parked(id=new_id("p"), at=now, text=text, goal=session.session.current_goal)
    return saved(session, now, parked=(*session.parked, parked))


def take_topic_up(session: Session, topic_id: str, *, now: datetime, new_id: NewId) -> Session:
    """A topic that was set aside becomes a goal, and the one in hand."""
    topic = next(one for one in session.parked if one.id == topic_id)
    session = saved(session, now, parked=tuple(one for one in session.parked if one.id != topic_id))
    return add_goal(session, topic.text, now=now, new_id=new_id)


def add_follow_up(session: Session, text: str, *, now: datetime, new_id: NewId, **fields: object) -> Session:
    """Keep something that was promised, or is to be asked of somebody else.

    Args:
        session: the session.
        text: what it is.
        now: the moment.
        new_id: gives a fresh id.
        fields: further fields of `FollowUp`: by, to, due, from_turn.
    """
    made = FollowUp.model_validate({"id": new_id("f"), "at": now, "text": text, **fields})
    return saved(session, now, follow_ups=(*session.follow_ups, made))


def change_follow_up(session: Session, follow_up_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of something that was promised; `done=True` when it is kept."""
    follow_ups = replaced(session.follow_ups, follow_up_id, lambda one: changed(one, **fields))
    return saved(session, now, follow_ups=follow_ups)


def delete_follow_up(session: Session, follow_up_id: str, *, now: datetime) -> Session:
    """Take something out that nobody promised."""
    return saved(session, now, follow_ups=replaced(session.follow_ups, follow_up_id, lambda _: None))
