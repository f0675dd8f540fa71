"""Edits of what was done for a returning client, how it was perceived, and what became of complaints."""

from datetime import datetime

from brasstacks.beside import Complaint, ComplaintEnding, Delivery
from brasstacks.editing.base import NewId, changed, replaced, saved
from brasstacks.editing.beside import add_follow_up
from brasstacks.session import Session


def add_delivery(session: Session, what: str, *, now: datetime, new_id: NewId, **fields: object) -> Session:
    """Note something that was delivered: perceived, better."""
    delivery = Delivery.model_validate({"id": new_id("d"), "at": now, "what": what, **fields})
    return saved(session, now, deliveries=(*session.deliveries, delivery))


def change_delivery(session: Session, delivery_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of something that was delivered."""
    return saved(session, now, deliveries=replaced(session.deliveries, delivery_id, lambda one: changed(one, **fields)))


def delete_delivery(session: Session, delivery_id: str, *, now: datetime) -> Session:
    """Take something out that was not delivered."""
    return saved(session, now, deliveries=replaced(session.deliveries, delivery_id, lambda _: None))


def add_complaint(session: Session, words: str, *, now: datetime, new_id: NewId, wish: str = "") -> Session:
    """Keep what a client is dissatisfied with, and what we could do to put it right as they see it."""
    complaint = Complaint(id=new_id("m"), at=now, words=words, wish=wish)
    return saved(session, now, complaints=(*session.complaints, complaint))


def change_complaint(session: Session, complaint_id: str, *, now: datetime, **fields: object) -> Session:
    """Change the words of a complaint, or of what would put it right."""
    complaints = replaced(session.complaints, complaint_id, lambda one: changed(one, **fields))
    return saved(session, now, complaints=complaints)


def put_right(
    session: Session, complaint_id: str, text: str, *, owner: str, due: str, now: datetime, new_id: NewId
) -> Session:
    """What they ask for is reasonable: it is promised, by somebody and for a day, and stands among the promises.

    Raises ValueError when the text, the owner or the day is missing.
    """
    if not (text.strip() and owner.strip() and due.strip()):
        raise ValueError("a complaint is put right by a promise with somebody who keeps it and a day")
    session = add_follow_up(session, text, now=now, new_id=new_id, by=owner, to=session.client.name, due=due)
    return change_complaint(
        session,
        complaint_id,
        now=now,
        ending=ComplaintEnding.PROMISED,
        promise=session.follow_ups[-1].id,
        why_not="",
        alternative="",
    )


def decline(session: Session, complaint_id: str, *, why_not: str, alternative: str, now: datetime) -> Session:
    """What they ask for is not reasonable: they hear why not, and what we can do. Raises ValueError when either lacks."""
    if not (why_not.strip() and alternative.strip()):
        raise ValueError("who is told no hears why, and what can be done in its place")
    return change_complaint(
        session,
        complaint_id,
        now=now,
        ending=ComplaintEnding.DECLINED,
        why_not=why_not,
        alternative=alternative,
        promise="",
    )


def delete_complaint(session: Session, complaint_id: str, *, now: datetime) -> Session:
    """Take a complaint out; what was promised on it stays promised."""
    return saved(session, now, complaints=replaced(session.complaints, complaint_id, lambda _: None))
