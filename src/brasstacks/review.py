"""The interviewer's own part in a session, in figures: for their eyes alone, in no export."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from brasstacks.criteria import CONCRETE, ladder
from brasstacks.glance import kept
from brasstacks.language import Facet
from brasstacks.questions import Bank
from brasstacks.questions.asked import asks_for
from brasstacks.questions.wording import is_double, is_leading
from brasstacks.session import Goal, GoalStatus, Session, Turn
from brasstacks.timeline import Moment, timeline

OWN = "own"
"""The rung of a question that is like none of the bank's: the interviewer's own."""


@dataclass(frozen=True, slots=True)
class Without:
    """The longest stretch of a chain in which no answer gained anything."""

    goal_number: int
    first: int
    """The number of its first turn in the chain, from 1."""
    length: int


@dataclass(frozen=True, slots=True)
class Unasked:
    """What nobody asked under a goal, and the client did not say either."""

    goal_number: int
    goal: Goal
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What an interviewer may learn from a session."""

    our_words: int
    their_words: int
    asked: int
    """Questions that were put to the client."""
    by_rung: tuple[tuple[str, int], ...]
    """How many asked for what, as in `AsksFor`, or `own`; the commonest first."""
    gains: tuple[int, ...]
    """What each answer added, in the order of time."""
    without: Without | None
    """None when every answer gained something."""
    double: tuple[Moment, ...]
    """Those whose question asked two things."""
    leading: tuple[Moment, ...]
    """Those whose question said which answer was wished for."""
    unasked: tuple[Unasked, ...]
    """By open goal that has no concrete criterion yet."""

    @property
    def our_share(self) -> float:
        """The share of the words that were the interviewer's, 0 to 1: written questions against noted answers."""
        every = self.our_words + self.their_words
        return self.our_words / every if every else 0.0


def review(session: Session, bank: Bank) -> Review:
    """Gather the figures.

    Args:
        session: as it stands.
        bank: joined with those that it extends: for what each question asked for, and its words of the trade.
    """
    moments = timeline(session, extra=bank.lexicon.as_extra()).moments
    asked = [one for one in moments if one.turn.counts_as_asked]
    lang = session.session.language
    return Review(
        our_words=sum(len(one.turn.question.split()) for one in asked),
        their_words=sum(len(one.turn.answer.split()) for one in moments),
        asked=len(asked),
        by_rung=tuple(Counter(_rung(one.turn, bank, lang) for one in asked).most_common()),
        gains=tuple(one.gain for one in moments),
        without=_longest(moments),
        double=tuple(one for one in asked if is_double(one.turn.question, lang)),
        leading=tuple(one for one in asked if is_leading(one.turn.question, lang)),
        unasked=tuple(_unasked(session, moments, bank)),
    )


def _rung(turn: Turn, bank: Bank, lang: str) -> str:
    """What a turn's question asked for, as in `AsksFor`, or `own`."""
    found = asks_for(turn.question, turn.probe, bank, lang)
    return found.value if found else OWN


def _longest(moments: Iterable[Moment]) -> Without | None:
    best: Without | None = None
    running: dict[int, Without] = {}
    for one in moments:
        if one.turn.later:
            continue
        if one.gain:
            running.pop(one.goal_number, None)
            continue
        before = running.get(one.goal_number)
        now = Without(one.goal_number, before.first if before else one.heard.number, before.length + 1 if before else 1)
        running[one.goal_number] = now
        if best is None or now.length > best.length:
            best = now
    return best


def _unasked(session: Session, moments: Iterable[Moment], bank: Bank) -> Iterable[Unasked]:
    every, lang = tuple(moments), session.session.language
    for number, goal in enumerate(session.goals, 1):
        done = any(ladder(one, session.fuzzy).step >= CONCRETE for one in kept(goal))
        if goal.status is not GoalStatus.OPEN or done:
            continue
        mine = [one for one in every if one.goal.id == goal.id]
        said = {facet for one in mine for facet in one.heard.reading.facets}
        asked = {_rung(one.turn, bank, lang) for one in mine if one.turn.counts_as_asked}
        open_facets = tuple(facet for facet in Facet if facet not in said and facet.value not in asked)
        if open_facets:
            yield Unasked(number, goal, open_facets)
