"""The judgement on a chain: its state after each turn, what that rests on, and how to say it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brasstacks.chain import Chain, Heard
from brasstacks.drift.evidence import chances
from brasstacks.drift.machine import ALARMS, SERVES, Event, Standing, State, run
from brasstacks.drift.phrases import numbered, plural, texts
from brasstacks.drift.signals import Mark, Signals, signals, words
from brasstacks.drift.weights import chain_weights
from brasstacks.gain import Gain, gains
from brasstacks.language import Level

_COACHED = 2
"""Questions in a row about the client's inner self, from which the interviewer is given a hint."""


_AWAY = (Mark.HAND_BACK, Mark.DEFERRAL, Mark.AUTHORITY)
"""An answer that leaves the matter to somebody else, or to another day, and serves little, adds nothing, whatever it names."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The judgement on a chain."""

    state: State
    after_each_turn: tuple[State, ...]
    gains: tuple[int, ...]
    """What each turn added: facets and specifics that the chain did not have; for the sparkline."""
    noticed_at: int | None
    """The first turn, from 1, after which the chain was stalled or coaching."""
    evidence: tuple[int, ...]
    """The turns, from 1, that the present state rests on."""
    cause: str
    """One line in the language of the conversation; empty on track."""
    neutral: str
    """The same in words that a client may read along ("2 turns, nothing new"); empty on track."""
    interviewer_coaches: bool = False
    """The interviewer's last two questions were about the client's inner self: a hint, not a state."""

    @property
    def verdict(self) -> State:
        """The state, `watch` counting as on track."""
        return State.ON_TRACK if self.state is State.WATCH else self.state


def judge(chain: Chain) -> Drift:
    """Judge a chain; an empty one is on track."""
    added = gains(chain)
    heard = signals(chain, added)
    events = [event(turn, signal, gain) for turn, signal, gain in zip(chain.turns, heard, added, strict=True)]
    standings = run(events, chances, chain_weights().full(chain.lang))
    states = tuple(standing.state for standing in standings)
    last = standings[-1] if standings else Standing(State.ON_TRACK, ())
    return Drift(
        state=last.state,
        after_each_turn=states,
        gains=tuple(gain.size for gain in added),
        noticed_at=next((number for number, state in enumerate(states, 1) if state in ALARMS), None),
        evidence=last.evidence,
        cause=_cause(chain, last, heard),
        neutral=_neutral(chain.lang, last, added),
        interviewer_coaches=len(heard) >= _COACHED and all(signal.asks_inside for signal in heard[-_COACHED:]),
    )


_SURE = 0.85
"""How concrete an answer has to be read for a fact. Of the labelled training turns read at 0.9 or more, 96 in 100 gained and
3 were about the self; of those read at 0.7 to 0.8, 81 and 12."""


def event(turn: Heard, signal: Signals, gain: Gain) -> Event:
    """A turn as the machine takes it: what its words signal, and whether it added something all the same."""
    away = signal.mark in _AWAY and signal.serves < SERVES
    gained = bool(gain) and signal.odds.self <= 0 and not away
    return Event(
        odds=signal.odds,
        serves=signal.serves,
        gained=gained,
        fact=gained and turn.reading.level is Level.CONCRETE and turn.reading.score >= _SURE,
        dont_know=signal.dont_know,
        later=turn.turn.later,
        overruled=bool(turn.turn.overruled),
    )


def _cause(chain: Chain, last: Standing, heard: Sequence[Signals]) -> str:
    """Why, with the client's own words of the latest evidence turn."""
    if last.state is State.ON_TRACK or not last.evidence:
        return ""
    said = texts(chain.lang)["cause"]
    turns = numbered(chain.lang, last.evidence)
    if last.state is State.WATCH:
        return said["watch"].replace("{turns}", turns)
    coaching = last.state is State.COACHING
    quoted = words(chain.turns[last.evidence[-1] - 1], inside=coaching)
    name = "coaching" if coaching else _mark(last.evidence, heard)
    line = said[name].replace("{turns}", turns)
    return line.replace("{words}", ", ".join(quoted)) if quoted else line.partition(": {words}")[0]


def _mark(evidence: Sequence[int], heard: Sequence[Signals]) -> str:
    """The sort of stall that most of the evidence shows; `stalled` when it shows none twice."""
    marks = Counter(mark for number in evidence if (mark := heard[number - 1].mark))
    if not marks:
        return State.STALLED.value
    name, times = max(marks.items(), key=lambda item: (item[1], item[0].value))
    return name.value if times > 1 else State.STALLED.value


def _neutral(lang: str, last: Standing, added: Sequence[Gain]) -> str:
    """How many turns brought nothing, in words that are true: some of an alarm's may have brought a little."""
    if last.state is State.ON_TRACK:
        return ""
    if not last.evidence:
        return texts(lang)["neutral"]["again"]
    number = len(last.evidence)
    said = texts(lang)["little" if any(added[turn - 1] for turn in last.evidence) else "neutral"]
    return said[plural(lang, number)].replace("{n}", str(number))
