"""The clock of a conversation: the sum of its sittings; five minutes without a key stop it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from brasstacks.editing import changed
from brasstacks.session import Sitting

IDLE = timedelta(minutes=5)
"""After so long without a key nobody is talking: the design's promise of the clock."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The sittings so far, the last of which runs until nobody has typed for five minutes."""

    sittings: tuple[Sitting, ...]
    last_key: datetime | None = None
    """None while the clock stands."""

    def key(self, now: datetime) -> "Clock":
        """A key was typed: the clock runs, in a new sitting when it stood."""
        ticked = self.tick(now)
        if ticked.last_key is None:
            return Clock((*ticked.sittings, Sitting(started=now, ended=now)), now)
        return Clock(ticked.sittings, now)

    def tick(self, now: datetime) -> "Clock":
        """Time went by."""
        if self.last_key is None:
            return self
        until = min(now, self.last_key + IDLE)
        sittings = (*self.sittings[:-1], changed(self.sittings[-1], ended=max(until, self.sittings[-1].ended)))
        return Clock(sittings, None if now - self.last_key >= IDLE else self.last_key)

    @property
    def seconds(self) -> float:
        """How long the conversation has lasted."""
        return sum(sitting.seconds for sitting in self.sittings)
