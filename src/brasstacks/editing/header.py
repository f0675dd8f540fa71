"""Edits of the session as a whole: begun, described, closed, taken up again."""

from collections.abc import Iterable
from datetime import datetime

from brasstacks.editing.base import changed, saved
from brasstacks.identity import SessionStatus
from brasstacks.session import Client, Header, SelfCheck, Session, Sitting


def start(
    session_id: str,
    client: Client,
    *,
    now: datetime,
    language: str,
    bank: str,
    **header: object,
) -> Session:
    """A new session.

    Args:
        session_id: also the file's name.
        client: whose conversation it is.
        now: an aware datetime.
        language: of the questions; each text is read in its own language.
        bank: the id of the question bank.
        header: further fields of the session's header (title, planned_minutes, offer, interviewer).
    """
    values = {"id": session_id, "created": now, "updated": now, "language": language, "bank": bank, **header}
    return Session(session=Header.model_validate(values), client=client)


def describe(session: Session, *, now: datetime, **header: object) -> Session:
    """Change fields of the session's header: title, language, bank, planned_minutes, offer, interviewer."""
    return saved(session, now, changed(session.session, **header))


def name_client(session: Session, *, now: datetime, **client: object) -> Session:
    """Change fields of the client: name, organisation, consent, people."""
    return saved(session, now, client=changed(session.client, **client))


def check_oneself(session: Session, *, now: datetime, **answers: str) -> Session:
    """Answer the three questions to oneself: right, client, ours."""
    check = changed(session.self_check or SelfCheck(), **answers)
    return saved(session, now, self_check=check if any((check.right, check.client, check.ours)) else None)


def close(session: Session, *, now: datetime) -> Session:
    """Close the session; nothing is lost by it."""
    return describe(session, now=now, status=SessionStatus.CLOSED, closed_at=now)


def reopen(session: Session, *, now: datetime) -> Session:
    """Take a closed session up again."""
    return describe(session, now=now, status=SessionStatus.OPEN, closed_at=None)


def stamp_price(session: Session, *, now: datetime) -> Session:
    """Note the moment at which the client first asked the price."""
    return describe(session, now=now, price_asked=session.session.price_asked or now)


def with_sittings(session: Session, sittings: Iterable[Sitting]) -> Session:
    """The session with its clock set; no moment of change, for the clock is not an edit."""
    return changed(session, session=changed(session.session, sittings=tuple(sittings)))


def spend(session: Session, room: str, seconds: int) -> Session:
    """The session with so many more seconds spent in a room; no moment of change, for the clock is not an edit."""
    spent = {**session.session.spent, room: session.session.spent.get(room, 0) + max(seconds, 0)}
    return changed(session, session=changed(session.session, spent=spent))
