"""What has been spoken of: the bank's risks and expectations with what was noted on each, and those of one's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from brasstacks.beside import Expectation, Risk
from brasstacks.questions import Bank
from brasstacks.questions import bank as banks
from brasstacks.session import Session

CONTACT = "who-gets-in-touch"
"""The core banks' expectation on who gets in touch, and how often: on a page for the client it comes first."""

Noted = TypeVar("Noted", bound=Risk | Expectation)
Entry = TypeVar("Entry", bound=banks.Risk | banks.Expectation)


@dataclass(frozen=True, slots=True)
class Topic(Generic[Entry, Noted]):
    """Something to be spoken of."""

    id: str
    """The bank's; of one's own the record's."""
    title: str
    entry: Entry | None
    """As the bank has it; None for one's own, or when the bank has it no more."""
    noted: Noted | None
    """What was noted on it; None when nothing was."""
    spoken: bool


RiskTopic = Topic[banks.Risk, Risk]
ExpectationTopic = Topic[banks.Expectation, Expectation]


def risks(session: Session, bank: Bank) -> tuple[RiskTopic, ...]:
    """The risks: the bank's in its order, then one's own."""
    return _topics(bank.risks, session.risks, [one for one in session.risks if one.raised or one.words])


def expectations(session: Session, bank: Bank) -> tuple[ExpectationTopic, ...]:
    """The expectations: the bank's in its order, then one's own."""
    spoken = [one for one in session.expectations if one.asked or one.words or one.promised]
    return _topics(bank.expectations, session.expectations, spoken)


def _topics(
    entries: Sequence[Entry], noted: Sequence[Noted], spoken: Sequence[Noted]
) -> tuple[Topic[Entry, Noted], ...]:
    done = {one.id for one in spoken}
    by_entry = {one.entry: one for one in noted if one.entry}
    topics: list[Topic[Entry, Noted]] = []
    for entry in entries:
        mine = by_entry.get(entry.id)
        topics.append(Topic(entry.id, entry.title, entry, mine, mine is not None and mine.id in done))
    known = {entry.id for entry in entries}
    own = [one for one in noted if one.entry not in known]
    return (*topics, *(Topic(one.id, one.title, None, one, one.id in done) for one in own))


def count(topics: Iterable[RiskTopic | ExpectationTopic]) -> tuple[int, int]:
    """How many topics have been spoken of, and how many there are."""
    every = tuple(topics)
    return sum(topic.spoken for topic in every), len(every)
