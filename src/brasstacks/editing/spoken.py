"""Edits of what is spoken aloud: risks, expectations, calm answers."""

from datetime import datetime

from brasstacks.beside import Expectation, Risk, UsedCard
from brasstacks.editing.base import NewId, changed, replaced, saved
from brasstacks.session import Session


def note_risk(
    session: Session, title: str, *, now: datetime, new_id: NewId, entry: str = "", **fields: object
) -> Session:
    """Note something about a risk, which has a record from then on.

    Args:
        session: the session.
        title: of the risk, as the bank has it or in one's own words.
        now: the moment.
        new_id: gives a fresh id.
        entry: the bank's id, by which the record is found again; empty for a risk of one's own, which is added.
        fields: raised, words, worry, offer, owner.
    """
    known = next((one for one in session.risks if entry and one.entry == entry), None)
    if known is not None:
        return change_risk(session, known.id, now=now, **fields)
    risk = Risk.model_validate({"id": new_id("r"), "entry": entry, "title": title, **fields})
    return saved(session, now, risks=(*session.risks, risk))


def change_risk(session: Session, risk_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of a risk."""
    return saved(session, now, risks=replaced(session.risks, risk_id, lambda one: changed(one, **fields)))


def delete_risk(session: Session, risk_id: str, *, now: datetime) -> Session:
    """Forget what was noted about a risk."""
    return saved(session, now, risks=replaced(session.risks, risk_id, lambda _: None))


def note_expectation(
    session: Session, title: str, *, now: datetime, new_id: NewId, entry: str = "", **fields: object
) -> Session:
    """Note something about an expectation, as `note_risk` does: asked, words, promised, proposal, owner, due."""
    known = next((one for one in session.expectations if entry and one.entry == entry), None)
    if known is not None:
        return change_expectation(session, known.id, now=now, **fields)
    one = Expectation.model_validate({"id": new_id("e"), "entry": entry, "title": title, **fields})
    return saved(session, now, expectations=(*session.expectations, one))


def change_expectation(session: Session, expectation_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of an expectation."""
    expectations = replaced(session.expectations, expectation_id, lambda one: changed(one, **fields))
    return saved(session, now, expectations=expectations)


def delete_expectation(session: Session, expectation_id: str, *, now: datetime) -> Session:
    """Forget what was noted about an expectation."""
    return saved(session, now, expectations=replaced(session.expectations, expectation_id, lambda _: None))


def use_card(session: Session, entry: str, title: str, *, now: datetime, new_id: NewId) -> Session:
    """Note that a calm answer was given."""
    return saved(session, now, cards=(*session.cards, UsedCard(id=new_id("k"), at=now, entry=entry, title=title)))
