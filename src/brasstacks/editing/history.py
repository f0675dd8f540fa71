"""Undo and redo."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from brasstacks.editing.base import changed
from brasstacks.editing.header import spend, with_sittings
from brasstacks.session import Session, Sitting


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be taken back: its name, and the session on its other side."""

    name: str
    session: Session


@dataclass(frozen=True, slots=True)
class History:
    """The session as it is, with every edit since it was opened. The clock is no edit and is never taken back."""

    present: Session
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = field(default=())

    def did(self, name: str, session: Session) -> Self:
        """After an edit; what was undone before it cannot be redone any more. An edit of nothing leaves no step."""
        if _at_the_moment_of(session, self.present) == self.present:
            return self
        return type(self)(session, (*self.past, Step(name, self.present)))

    def undo(self) -> Self:
        """Before the last edit; itself when there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        back = _with_clock_of(step.session, self.present)
        return type(self)(back, self.past[:-1], (Step(step.name, self.present), *self.future))

    def redo(self) -> Self:
        """After the edit that was last undone; itself when there is none."""
        if not self.future:
            return self
        step = self.future[0]
        forth = _with_clock_of(step.session, self.present)
        return type(self)(forth, (*self.past, Step(step.name, self.present)), self.future[1:])

    def spent(self, room: str, seconds: int) -> Self:
        """With so many more seconds spent in a room."""
        return type(self)(spend(self.present, room, seconds), self.past, self.future)

    def ticked(self, sittings: Iterable[Sitting]) -> Self:
        """With the clock set."""
        return type(self)(with_sittings(self.present, sittings), self.past, self.future)


def _at_the_moment_of(session: Session, other: Session) -> Session:
    """The session as if its last edit had been the other's: every edit notes its moment, one of nothing too."""
    return changed(session, session=changed(session.session, updated=other.session.updated))


def _with_clock_of(session: Session, other: Session) -> Session:
    clocked = with_sittings(session, other.session.sittings)
    return changed(clocked, session=changed(clocked.session, spent=other.session.spent))
