"""Quiet hints for the interviewer alone, at most one at a time; the session keeps none of them."""

from dataclasses import dataclass
from enum import StrEnum

from brasstacks.follow import Followed
from brasstacks.language import Facet
from brasstacks.questions import AsksFor, Bank
from brasstacks.questions.reasons import hint_text
from brasstacks.questions.wording import is_double, is_leading, is_long
from brasstacks.session import Goal, GoalStatus, Session

NEARLY_GONE = 0.85
"""The share of the planned time after which untouched goals are worth a word."""
TALKED = 3
"""Answers from which a goal is worth reading back before it is left."""


class Hint(StrEnum):
    """What a hint is about."""

    INSIDE = "inside"
    """The interviewer's last questions were about the client's inner self."""
    LEADING = "leading"
    DOUBLE = "double"
    LONG = "long"
    NO_READ_BACK = "no_read_back"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Left:
    """A goal that was left for another."""

    number: int
    """From 1."""
    unread: bool
    """Whether there was something to read back, and nobody did."""


def of_question(question: str, lang: str) -> Hint | None:
    """What is to be said of the interviewer's own question, the gravest first."""
    if is_leading(question, lang):
        return Hint.LEADING
    if is_double(question, lang):
        return Hint.DOUBLE
    return Hint.LONG if is_long(question) else None


def leaving(goal: Goal, number: int, followed: Followed, bank: Bank) -> Left:
    """A goal as it is left: without a read-back, when enough was said that could be seen and no criterion was filed.

    Args:
        goal: the goal.
        number: its number, from 1.
        followed: its chain as judged.
        bank: for what the probes ask for.
    """
    backs = {probe.id for probe in bank.probes if probe.asks_for is AsksFor.READ_BACK}
    read = any(turn.probe in backs and turn.counts_as_asked for turn in goal.turns)
    worth = len(goal.turns) >= TALKED and Facet.OBSERVABLE in followed.chain.facets
    return Left(number, unread=worth and not read and not goal.criteria)


def untouched(session: Session) -> tuple[int, ...]:
    """The numbers, from 1, of the open goals under which nothing was said."""
    goals = enumerate(session.goals, 1)
    return tuple(number for number, goal in goals if goal.status is GoalStatus.OPEN and not goal.turns)


def hint(
    session: Session,
    followed: Followed | None,
    *,
    own_question: str = "",
    left: Left | None = None,
    seconds: float = 0.0,
) -> str:
    """The one hint that matters most now, in the language of the conversation; empty for none.

    Args:
        session: as it stands.
        followed: the chain in hand, as judged; None before the first goal.
        own_question: what the interviewer put in their own words and has not been answered; else empty.
        left: the goal that was left just now.
        seconds: how long the conversation has lasted.
    """
    lang = session.session.language
    if own_question and (worded := of_question(own_question, lang)):
        return hint_text(lang, worded)
    if left is not None and left.unread:
        return hint_text(lang, Hint.NO_READ_BACK).replace("{goal}", str(left.number))
    if followed is not None and followed.drift.interviewer_coaches:
        return hint_text(lang, Hint.INSIDE)
    planned = session.session.planned_minutes * 60
    waiting = untouched(session)
    if planned and waiting and seconds >= NEARLY_GONE * planned:
        minutes = max(0, int((planned - seconds) // 60))
        numbers = ", ".join(map(str, waiting))
        return hint_text(lang, Hint.TIME).replace("{minutes}", str(minutes)).replace("{goals}", numbers)
    return ""
