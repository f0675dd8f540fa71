"""The state machine of a chain. Everything that changes a state is in this file.

| state    | a fact   | a turn that serves | a dry turn | evidence full, not before `EARLIEST` | overruled | later |
|----------|----------|--------------------|------------|--------------------------------------|-----------|-------|
| on_track | on_track | on_track           | watch      | stalled / coaching                   | on_track  | same  |
| watch    | on_track | on_track           | watch      | stalled / coaching                   | on_track  | same  |
| stalled  | watch    | watch, once clear  | stalled    | stalled / coaching                   | on_track  | same  |
| coaching | watch    | watch, once clear  | coaching   | stalled / coaching                   | on_track  | same  |

A fact: an answer that is concrete, adds something and is not about the speaker's self. It is never evidence, and what was
evidence before it speaks for no new warning; a warning is taken back by one that serves.
Evidence: after each turn the turns that count are weighed together (`evidence.py`); it is full when the chance of
`stalled` or of `coaching` reaches its mark in `drift/data/chain.json` and the turn itself does not clearly serve. When it
speaks for a stall, coaching is likely too, and most of the latest turns are about the self, it is called coaching.
"Once clear": when the chance of on track is `CLEAR` again. Turns that do not count: those to be filled in later, the first
"I don't know" that is not about the self, and all up to a turn that was overruled, so that the same evidence does not alarm
again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from brasstacks.drift.evidence import Chances, Evidence, Odds


class State(StrEnum):
    """What state a chain is in after a turn."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    STALLED = "stalled"
    COACHING = "coaching"


ALARMS = (State.STALLED, State.COACHING)

EARLIEST = {State.STALLED: 3, State.COACHING: 2}
"""The first turn after which a warning may come: two slogans and then a fact is how good conversations begin, but two
turns about the self are not."""
SERVES = 0.5
"""A turn that serves less likely than this is dry."""
RAISES = 0.8
"""A turn that serves likelier than this raises no warning."""
CLEAR = 0.9
"""A drifting chain is brought back by a turn that serves once the chance of on track is at least this."""
FACT = -2.0
"""A fact says at most this, in log-odds, for a stall or for the self, whatever its words sound like."""
MOST = 2
"""Of the latest turns so many are about the self: what may be a stall or coaching is then coaching."""
LIKELY = 0.5
"""Coaching is likely from this share of its mark."""

Weigh = Callable[[Evidence], Chances]


@dataclass(frozen=True, slots=True)
class Event:
    """A turn, as the machine takes it."""

    odds: Odds
    serves: float
    """The chance that the turn serves, 0 to 1."""
    gained: bool = False
    """Whether it added something and is not about the self: it is not dry, however its words sound."""
    fact: bool = False
    """Whether it did, and is concrete."""
    dont_know: bool = False
    later: bool = False
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a chain stands after a turn."""

    state: State
    evidence: tuple[int, ...]
    """The turns, from 1, that the state rests on; none on track."""


@dataclass
class _Memory:
    """The turns that count, and which of them speak for what."""

    turns: Evidence = field(default_factory=Evidence)
    bad: dict[State, list[int]] = field(default_factory=lambda: {alarm: [] for alarm in ALARMS})
    dry: list[int] = field(default_factory=list)
    called_on: tuple[int, ...] = ()
    """What the warning that stands was called on."""

    def add(self, number: int, event: Event) -> None:
        odds = Odds(min(FACT, event.odds.stall), min(FACT, event.odds.self)) if event.fact else event.odds
        self.turns = self.turns.add(odds)
        for alarm, speaks in zip(ALARMS, odds, strict=True):
            if speaks > 0:
                self.bad[alarm].append(number)
            elif event.fact or event.serves >= RAISES:
                self.bad[alarm].clear()

    def about_self(self) -> bool:
        return sum(map(_inside, self.turns.late)) >= MOST

    def evidence(self, state: State, number: int) -> tuple[int, ...]:
        if state in ALARMS:
            self.called_on = tuple(self.bad[state]) or self.called_on or (number,)
            return self.called_on
        return tuple(self.dry) if state is State.WATCH else ()


def run(events: Iterable[Event], weigh: Weigh, full: tuple[float, float]) -> tuple[Standing, ...]:
    """The standing of a chain after each of its turns.

    Args:
        events: the turns in their order.
        weigh: what the turns that count say of the chain.
        full: the chances of `stalled` and of `coaching` from which the chain is called so.
    """
    state, memory = State.ON_TRACK, _Memory()
    pass_left, counted = True, 0
    found: list[Standing] = []
    for number, event in enumerate(events, 1):
        if event.overruled:
            state, memory = State.ON_TRACK, _Memory()
        elif not event.later:
            counted += 1
            memory.dry = [*memory.dry, number] if _is_dry(event) else []
            if event.dont_know and pass_left and _is_dry(event) and not _inside(event.odds):
                pass_left = False
                state = State.WATCH if state is State.ON_TRACK else state
            else:
                memory.add(number, event)
                chances = weigh(memory.turns)
                called = _called(event, chances, full, about_self=memory.about_self())
                called = called if called and counted >= EARLIEST[called] else None
                state = called or _quietly(state, event, chances)
        found.append(Standing(state, memory.evidence(state, number)))
    return tuple(found)


def _inside(odds: Odds) -> bool:
    """Whether a turn speaks for coaching more than for a stall: "I don't know who I am" asks for no free pass."""
    return odds.self > max(0.0, odds.stall)


def _is_dry(event: Event) -> bool:
    return event.serves < SERVES and not event.gained


def _called(event: Event, chances: Chances, full: tuple[float, float], *, about_self: bool) -> State | None:
    """The warning for which the evidence is full."""
    fullest = max(range(len(ALARMS)), key=lambda alarm: chances[alarm] / full[alarm])
    if event.fact or event.serves > RAISES or chances[fullest] < full[fullest]:
        return None
    return State.COACHING if about_self and chances.coaching >= LIKELY * full[1] else ALARMS[fullest]


def _quietly(state: State, event: Event, chances: Chances) -> State:
    """The state that follows when nothing is called."""
    if state in ALARMS:
        clear = event.serves >= SERVES and (event.fact or 1 - sum(chances) >= CLEAR)
        return State.WATCH if clear else state
    return State.WATCH if _is_dry(event) else State.ON_TRACK
