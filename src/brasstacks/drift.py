"""The state of a chain: on track, watch, stalled or coaching, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum

from brasstacks.chain import Chain


class State(StrEnum):
    """What state a chain is in after a turn."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    STALLED = "stalled"
    COACHING = "coaching"


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
    """Judge a chain."""
    states = tuple(State.ON_TRACK for _ in chain.turns)
    return Drift(
        state=State.ON_TRACK,
        after_each_turn=states,
        gains=tuple(len(t.reading.facets) for t in chain.turns),
        noticed_at=None,
        evidence=(),
        cause="",
        neutral="",
    )
