"""The state machine of a chain. Everything that changes a state is in this file.

| state    | a turn that serves          | a dry turn | evidence full, from the third turn on | overruled | later |
|----------|-----------------------------|------------|---------------------------------------|-----------|-------|
| on_track | on_track                    | watch      | stalled / coaching                    | on_track  | same  |
| watch    | on_track                    | watch      | stalled / coaching                    | on_track  | same  |
| stalled  | watch, when it clearly does | stalled    | stalled / coaching                    | on_track  | same  |
| coaching | watch, when it clearly does | coaching   | stalled / coaching                    | on_track  | same  |

Evidence: two sums, one for `stalled` and one for `coaching`. Each turn adds its log-odds, at most `CLIP` either way,
and a little `LEAN` towards the warning; a sum never falls below 0 nor rises above `CEILING`. So one turn alone is never enough, gains take away
what dry turns brought, and what was good for long takes long to go bad. The first "I don't know" adds nothing.
A turn that was overruled sets both sums to 0: the same evidence does not alarm again.
The numbers were chosen leaving one author of labelled chains out at a time (`training/drift_report.txt`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """What state a chain is in after a turn."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    STALLED = "stalled"
    COACHING = "coaching"


ALARMS = (State.STALLED, State.COACHING)

FULL = {State.STALLED: 3.5, State.COACHING: 3.5}
"""The evidence at which a chain is called so."""
CLIP = 2.5
LEAN = {State.STALLED: 0.6, State.COACHING: 0.8}
CEILING = 9.0
EARLIEST = 3
"""The first turn after which a warning may come: two slogans and then a fact is how good conversations begin."""
SERVES = 0.5
"""A turn that serves less likely than this is dry."""
CLEARLY = 0.9
"""A turn that serves at least so likely brings a drifting chain back."""


@dataclass(frozen=True, slots=True)
class Event:
    """A turn, as the machine takes it."""

    stall: float
    """Log-odds of stalling against serving."""
    self: float
    """Log-odds of being about the speaker's self against serving."""
    serves: float
    """The chance that the turn serves, 0 to 1."""
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
class _Sums:
    """The evidence gathered, and the turns that brought it."""

    amount: dict[State, float] = field(default_factory=lambda: dict.fromkeys(ALARMS, 0.0))
    turns: dict[State, list[int]] = field(default_factory=lambda: {alarm: [] for alarm in ALARMS})

    def add(self, alarm: State, number: int, odds: float) -> None:
        amount = self.amount[alarm] + max(-CLIP, min(CLIP, odds)) + LEAN[alarm]
        self.amount[alarm] = max(0.0, min(CEILING, amount))
        if self.amount[alarm] == 0.0:
            self.turns[alarm].clear()
        elif odds > 0:
            self.turns[alarm].append(number)

    def fullest(self) -> State:
        return max(ALARMS, key=lambda alarm: (self.amount[alarm] / FULL[alarm], alarm is State.COACHING))


def run(events: Iterable[Event]) -> tuple[Standing, ...]:
    """The standing of a chain after each of its turns."""
    state = State.ON_TRACK
    sums = _Sums()
    pass_left = True
    counted = 0
    dry: list[int] = []
    found: list[Standing] = []
    for number, event in enumerate(events, 1):
        if event.overruled:
            state, sums, dry = State.ON_TRACK, _Sums(), []
        elif not event.later:
            counted += 1
            free = event.dont_know and pass_left and event.serves < SERVES
            pass_left = pass_left and not free
            if free:
                state = State.WATCH if state is State.ON_TRACK else state
            else:
                state = _next(state, event, sums, number, counted)
            dry = [*dry, number] if event.serves < SERVES else []
        evidence = sums.turns[state] if state in ALARMS else dry if state is State.WATCH else []
        found.append(Standing(state, tuple(evidence)))
    return tuple(found)


def _next(state: State, event: Event, sums: _Sums, number: int, counted: int) -> State:
    odds = {State.STALLED: event.stall, State.COACHING: event.self}
    for alarm in ALARMS:
        sums.add(alarm, number, odds[alarm])
    fullest = sums.fullest()
    if counted >= EARLIEST and sums.amount[fullest] >= FULL[fullest] and odds[fullest] + LEAN[fullest] > 0:
        return fullest
    if state in ALARMS:
        return State.WATCH if event.serves >= CLEARLY else state
    return State.ON_TRACK if event.serves >= SERVES else State.WATCH
