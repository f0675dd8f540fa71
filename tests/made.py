"""Sessions and their parts, as tests need them."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import count

from brasstacks import editing
from brasstacks.questions import Bank
from brasstacks.session import AskedAs, Client, Session
from brasstacks.storage.banks import Banks

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def ids() -> Callable[[str], str]:
    """Ids in the order in which they are asked for: g-1, t-2, …."""
    numbers = count(1)
    return lambda prefix: f"{prefix}-{next(numbers)}"


def after(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def empty_session(language: str = "en", **header: object) -> Session:
    """A session in which nothing was said yet."""
    return editing.start(
        "2026-11-22-acme", Client(name="Anna"), now=NOON, language=language, bank=f"core.{language}", **header
    )


def talk(goal: str, *answers: str, language: str = "en") -> Session:
    """A session with one goal and its answers, a minute apart, each to a question of one's own."""
    new_id = ids()
    session = editing.add_goal(empty_session(language), goal, now=NOON, new_id=new_id)
    for number, words in enumerate(answers, 1):
        session = editing.answer(
            session,
            session.goals[0].id,
            words,
            now=after(number),
            new_id=new_id,
            question=f"Question {number}?",
            asked_as=AskedAs.OWN,
            asked=after(number - 0.5),
        )
    return session


def core_bank(language: str = "en") -> Bank:
    """The core bank that ships."""
    return Banks(None).joined(f"core.{language}")
