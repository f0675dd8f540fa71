"""Edits of the signs of fit that a person noted, and of what they decided."""

from datetime import datetime

from brasstacks.beside import FitDecision, Recommendation, Sign
from brasstacks.editing.base import NewId, changed, saved
from brasstacks.session import Session


def tick_sign(
    session: Session, sign: str, fullness: float | None, *, now: datetime, new_id: NewId, words: str | None = None
) -> Session:
    """Note how far a sign of fit holds; one that was noted before keeps the moment of the first time.

    Args:
        session: the session.
        sign: its name in the bank's weights, without `theirs_` and `ours_`.
        fullness: 0 (it was looked at and is not so) to 1; None takes the note back.
        now: the moment.
        new_id: gives a fresh id.
        words: what it was seen by; None leaves them as they are.
    """
    known = next((one for one in session.signs if one.sign == sign), None)
    others = tuple(one for one in session.signs if one.sign != sign)
    if fullness is None:
        return saved(session, now, signs=others)
    if known is None:
        new = Sign(id=new_id("s"), at=now, sign=sign, fullness=fullness, words=words or "")
        return saved(session, now, signs=(*session.signs, new))
    said = known.words if words is None else words
    one = changed(known, fullness=fullness, words=said)
    return saved(session, now, signs=tuple(one if old is known else old for old in session.signs))


def decide_fit(
    session: Session,
    recommendation: Recommendation,
    *,
    now: datetime,
    differs: bool = False,
    reason: str = "",
    review_on: str = "",
) -> Session:
    """Decide about the fit.

    Args:
        session: the session.
        recommendation: what is to be done.
        now: the moment.
        differs: whether it is another than the signs recommend: then a reason is needed.
        reason: why.
        review_on: the day on which a try is looked at.

    Raises:
        ValueError: it differs without a reason, or a try has no day.
    """
    if differs and not reason.strip():
        raise ValueError("who decides otherwise than the signs say gives a reason")
    if recommendation is Recommendation.TRY and not review_on.strip():
        raise ValueError("a try needs the day on which it is looked at")
    decision = FitDecision(at=now, recommendation=recommendation, reason=reason, review_on=review_on)
    return saved(session, now, fit=decision)


def leave_fit_open(session: Session, *, now: datetime) -> Session:
    """Take the decision back."""
    return saved(session, now, fit=None)
