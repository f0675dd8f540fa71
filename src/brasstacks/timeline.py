"""The conversation from the first turn to the last, across the goals, with everything as it is heard today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from brasstacks.chain import Heard, of_goal
from brasstacks.drift import Drift, State, judge
from brasstacks.language import NO_WORDS, ExtraWords
from brasstacks.session import Criterion, Goal, Session, Turn


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn in its place in the conversation, with the verdict on it."""

    goal: Goal
    goal_number: int
    """From 1."""
    turn: Turn
    heard: Heard
    gain: int
    """Facets and specifics that its chain did not have before."""
    state: State
    """Of its chain after it."""
    before: State
    """Of its chain before it."""
    evident: bool
    """Whether the present state of its chain rests on it."""
    criteria: tuple[Criterion, ...]
    """Those that rest on it."""

    @property
    def label(self) -> str:
        """`2.3`: the third turn of the second goal."""
        return f"{self.goal_number}.{self.heard.number}"

    @property
    def warns(self) -> bool:
        """Whether the chain went from good to bad here."""
        return self.state in (State.STALLED, State.COACHING) and self.state is not self.before

    @property
    def is_open(self) -> bool:
        """Whether the answer is still to be filled in."""
        return self.turn.later or not self.turn.answer.strip()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A session from the first turn to the last."""

    moments: tuple[Moment, ...]
    drifts: tuple[Drift, ...]
    """The judgement on each goal's chain, in the order of the goals."""

    def place(self, turn_id: str) -> int | None:
        """Where a turn stands, from 0; None when it does not."""
        return next((at for at, moment in enumerate(self.moments) if moment.turn.id == turn_id), None)


def timeline(session: Session, *, extra: ExtraWords = NO_WORDS) -> Timeline:
    """Hear and judge a whole session.

    Args:
        session: as it stands.
        extra: the words of the trade.
    """
    drifts: list[Drift] = []
    timed: list[tuple[float, Moment]] = []
    for number, goal in enumerate(session.goals, 1):
        chain = of_goal(session, goal, extra=extra)
        drift = judge(chain)
        drifts.append(drift)
        evidence = drift.evidence if drift.state is not State.ON_TRACK else ()
        before, when = State.ON_TRACK, session.session.created.timestamp()
        for turn, heard, gain, state in zip(goal.turns, chain.turns, drift.gains, drift.after_each_turn, strict=True):
            # A turn without a moment stands behind the one before it in its chain.
            when = _when(turn, when)
            resting = tuple(one for one in goal.criteria if turn.id in one.from_turns)
            moment = Moment(goal, number, turn, heard, gain, state, before, heard.number in evidence, resting)
            timed.append((when, moment))
            before = state
    moments = (moment for _when_, moment in sorted(timed, key=lambda pair: pair[0]))
    return Timeline(tuple(moments), tuple(drifts))


def _when(turn: Turn, otherwise: float) -> float:
    moment: datetime | None = turn.asked or turn.answered
    return moment.timestamp() if moment else otherwise


Jump = Callable[[Sequence[Moment], int], bool]
"""Says of a place in the conversation whether it is one to jump to."""

JUMPS: dict[str, Jump] = {
    "goal": lambda moments, at: at == 0 or moments[at].goal.id != moments[at - 1].goal.id,
    "drift": lambda moments, at: moments[at].warns,
    "open": lambda moments, at: moments[at].is_open,
}


def jump(moments: Sequence[Moment], at: int, kind: str) -> int | None:
    """The next place of a kind behind this one, from the beginning again after the last; None when there is none.

    Args:
        moments: of a timeline.
        at: where one stands, from 0.
        kind: one of `JUMPS`.
    """
    count = len(moments)
    order = [(at + step) % count for step in range(1, count + 1)] if count else []
    return next((place for place in order if JUMPS[kind](moments, place)), None)
