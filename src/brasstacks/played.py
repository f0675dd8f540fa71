"""A saved session played again, as a state machine: what happened + time gone by -> what stands on the screen.

| event     | effect                                                                                    |
|-----------|-------------------------------------------------------------------------------------------|
| `passed`  | time goes by: silence, the question, the answer; then the answer is entered, and the next |
| `forward` | the answer is entered at once                                                             |
| `back`    | the answer before is taken back, and comes again                                          |
| `pause`   | time stands still, or goes on                                                             |
| `faster`, `slower` | twice, or half, the speed                                                        |

Seconds are those of the conversation, and pass `speed` times as fast as those of the person who looks on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from brasstacks.editing import changed
from brasstacks.session import Goal, GoalStatus, Session, Turn

LONGEST_SILENCE = 4.0
"""Seconds of the person who looks on: nobody waits longer for the next question, at any speed."""

SLOWEST, FASTEST = 0.25, 64.0

_ASKS = 20.0
"""Characters a second at which a question is said; fast speech is about 15 to 20."""
_NOTES = 12.0
"""Characters a second at which an answer is noted, when nobody knows how long it took, and the fewest when they do."""
_GOAL = 30.0
"""Seconds before a goal was said: nothing is on record of it."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A goal or a turn as it is played."""

    goal: str
    """Its id."""
    turn: str
    """The id of the turn; empty for the goal itself."""
    question: str
    probe: str
    words: str
    """What the client said."""
    silence: float
    """Seconds before the question, as they were."""
    asking: float
    """Seconds that the question takes."""
    saying: float
    """Seconds that the answer takes."""
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """A session that is being played."""

    session: Session
    beats: tuple[Beat, ...]
    at: int = 0
    """The beat that is going on, from 0; as many as there are when it is over."""
    spent: float = 0.0
    """Seconds of it that have gone by."""
    speed: float = 1.0
    paused: bool = False

    @property
    def over(self) -> bool:
        """Whether everything has been played."""
        return self.at >= len(self.beats)

    @property
    def beat(self) -> Beat | None:
        """What is going on; None when it is over."""
        return None if self.over else self.beats[self.at]

    @property
    def question(self) -> str:
        """As much of the question as has been put."""
        return _part(self.beat.question, self.spent - self._silence, self.beat.asking) if self.beat else ""

    @property
    def words(self) -> str:
        """As much of the answer as has been said."""
        if self.beat is None:
            return ""
        return _part(self.beat.words, self.spent - self._silence - self.beat.asking, self.beat.saying)

    @property
    def _silence(self) -> float:
        return min(self.beat.silence, LONGEST_SILENCE * self.speed) if self.beat else 0.0

    def passed(self, seconds: float) -> "Play":
        """So many seconds of the person who looks on went by."""
        if self.paused or self.over or self.beat is None:
            return self
        spent = self.spent + max(seconds, 0.0) * self.speed
        whole = self._silence + self.beat.asking + self.beat.saying
        return replace(self, spent=spent) if spent < whole else replace(self, at=self.at + 1, spent=0.0)

    def forward(self) -> "Play":
        """The next answer, at once."""
        return replace(self, at=min(self.at + 1, len(self.beats)), spent=0.0)

    def back(self) -> "Play":
        """The answer before comes again."""
        return replace(self, at=max(self.at - 1, 0), spent=0.0)

    def pause(self) -> "Play":
        """Time stands still, or goes on."""
        return replace(self, paused=not self.paused)

    def faster(self) -> "Play":
        """Twice the speed."""
        return replace(self, speed=min(self.speed * 2, FASTEST))

    def slower(self) -> "Play":
        """Half the speed."""
        return replace(self, speed=max(self.speed / 2, SLOWEST))

    @property
    def shown(self) -> Session:
        """The session as it stood when the last of what has been played was entered."""
        if self.over:
            return self.session
        done = self.beats[: self.at]
        turns = {beat.turn for beat in done}
        begun = {beat.goal for beat in done}
        goals = tuple(_so_far(goal, turns) for goal in self.session.goals if goal.id in begun)
        moment = next((beat.ended for beat in reversed(done) if beat.ended), None)
        return _until(self.session, goals, self._current, moment)

    @property
    def _current(self) -> str:
        """The goal in hand: that of the turn that is going on; of a goal that is only being said the one before."""
        beat = self.beat
        if beat is not None and beat.turn:
            return beat.goal
        return self.beats[self.at - 1].goal if self.at else ""


def play(session: Session, speed: float = 1.0) -> Play:
    """A session from its beginning.

    Args:
        session: as it was saved.
        speed: how many seconds of the conversation pass in one; kept within `SLOWEST` and `FASTEST`.
    """
    return Play(session, tuple(_beats(session)), speed=min(max(speed, SLOWEST), FASTEST))


def _beats(session: Session) -> Iterator[Beat]:
    begun: set[str] = set()
    before: datetime | None = None
    for goal, turn in _in_time(session):
        if goal.id not in begun:
            begun.add(goal.id)
            yield _said(goal)
        yield _turn(goal, turn, before)
        before = turn.answered or turn.asked or before
    yield from (_said(goal) for goal in session.goals if goal.id not in begun)


def _in_time(session: Session) -> list[tuple[Goal, Turn]]:
    """The turns in the order in which they were held; one without a moment stands behind the one before it."""
    timed: list[tuple[float, Goal, Turn]] = []
    for goal in session.goals:
        when = session.session.created.timestamp()
        for turn in goal.turns:
            moment = turn.asked or turn.answered
            when = moment.timestamp() if moment else when
            timed.append((when, goal, turn))
    return [(goal, turn) for _when, goal, turn in sorted(timed, key=lambda one: one[0])]


def _said(goal: Goal) -> Beat:
    return Beat(goal.id, "", "", "", goal.wish or goal.statement, _GOAL, 0.0, _noted(goal.statement, None))


def _turn(goal: Goal, turn: Turn, before: datetime | None) -> Beat:
    silence = (turn.asked - before).total_seconds() if turn.asked and before else LONGEST_SILENCE
    took = (turn.answered - turn.asked).total_seconds() if turn.asked and turn.answered else None
    asking = len(turn.question) / _ASKS
    saying = _noted(turn.answer, None if took is None else took - asking)
    moment = turn.answered or turn.asked
    return Beat(goal.id, turn.id, turn.question, turn.probe, turn.answer, max(silence, 0.0), asking, saying, moment)


def _noted(words: str, took: float | None) -> float:
    """How long an answer takes: as long as it took, but nobody looks on while somebody thinks between two letters."""
    slowest = len(words) / _NOTES
    return slowest if took is None else min(max(took, 0.0), slowest)


def _part(text: str, spent: float, whole: float) -> str:
    if spent <= 0:
        return ""
    return text if spent >= whole else text[: int(len(text) * spent / whole)]


def _so_far(goal: Goal, turns: set[str]) -> Goal:
    """A goal with what was said of it so far; what came of it stands there once all was said."""
    said = tuple(turn for turn in goal.turns if turn.id in turns)
    if len(said) == len(goal.turns):
        return goal
    filed = tuple(one for one in goal.criteria if one.from_turns and turns.issuperset(one.from_turns))
    return changed(
        goal, turns=said, criteria=filed, status=GoalStatus.OPEN, referral=None, problem="", options=(), choice=None
    )


def _until(session: Session, goals: tuple[Goal, ...], current: str, moment: datetime | None) -> Session:
    """A session as it stood at a moment, with these goals."""
    sittings = tuple(
        changed(one, ended=min(one.ended, max(moment, one.started)))
        for one in session.session.sittings
        if moment is not None and one.started <= moment
    )
    header = changed(session.session, current_goal=current, sittings=sittings)
    aside = {
        name: tuple(one for one in getattr(session, name) if moment is not None and one.at <= moment)
        for name in ("notes", "parked", "follow_ups")
    }
    later = dict.fromkeys(("risks", "expectations", "cards", "deliveries", "complaints", "signs", "deleted"), ())
    return changed(session, session=header, goals=goals, fit=None, self_check=None, **aside, **later)
