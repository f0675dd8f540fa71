"""Saving in the background: the latest session wins, and a failure is told, kept and tried again."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from brasstacks.session import Session
from brasstacks.storage import files

RETRY_AFTER = (1.0, 2.0, 5.0, 10.0)
"""Seconds until the next try after the first, second, … failure in a row; the last of them from then on."""


class Saving(StrEnum):
    """Whether what people said stands on disk."""

    SAVED = "saved"
    UNDER_WAY = "saving"
    FAILED = "not saved"


@dataclass(frozen=True, slots=True)
class State:
    """How the record stands."""

    saving: Saving
    reason: str = ""
    """Why it is not saved, in a sentence."""
    notice: str = ""
    """What a person is to be told once: a backup that was made, a file that was changed outside."""

    def __str__(self) -> str:
        """As a header says it."""
        return f"{self.saving}: {self.reason}" if self.reason else str(self.saving)


class Saver:
    """Saves one session in a thread of its own.

    `put` never waits; what came of it is told through `tell`, from the saver's thread.
    """

    def __init__(
        self,
        path: Path,
        *,
        since: str | None,
        backups: Path,
        clock: Callable[[], datetime],
        tell: Callable[[State], None],
        retry_after: tuple[float, ...] = RETRY_AFTER,
    ) -> None:
        """Start the thread.

        Args:
            path: the session's file.
            since: the stamp with which it was loaded; None for a session that was never on disk.
            backups: the folder for files with hand-written comments.
            clock: the time, for the name of what is kept beside a file that was changed outside.
            tell: called after each try with how the record stands, from the saver's thread; must not raise.
            retry_after: seconds until the next try after the first, second, … failure in a row.
        """
        self._path, self._since, self._backups = path, since, backups
        self._clock, self._tell, self._retry_after = clock, tell, retry_after
        self._condition = threading.Condition()
        self._waiting: Session | None = None
        self._due = 0.0
        self._failures = 0
        self._closing = False
        self._state = State(Saving.SAVED)
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    @property
    def state(self) -> State:
        """How the record stands now."""
        return self._state

    @property
    def path(self) -> Path:
        """Where the session is saved: another file than at first when that one was changed outside."""
        return self._path

    def put(self, session: Session) -> None:
        """Have a session saved; one that still waits is passed over. Returns at once; not to be called after `close`."""
        with self._condition:
            self._waiting = session
            self._state = State(Saving.UNDER_WAY)
            self._try_now()

    def flush(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds until all that was put is saved; after a failure it is tried once more.

        Returns:
            Whether it is.
        """
        with self._condition:
            failures = self._failures
            self._try_now()
            self._condition.wait_for(lambda: self._waiting is None or self._failures > failures, timeout)
            return self._waiting is None

    def _try_now(self) -> None:
        self._due = time.monotonic()
        self._condition.notify_all()

    def close(self, timeout: float = 5.0) -> bool:
        """Save what waits, for at most `timeout` seconds, and end the thread. Returns whether all is saved."""
        saved = self.flush(timeout)
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join(timeout)
        return saved

    def _run(self) -> None:
        while (session := self._next()) is not None:
            state = self._save(session)
            with self._condition:
                state = self._state = self._after(session, state)
                self._condition.notify_all()
            self._tell(state)

    def _next(self) -> Session | None:
        """The session to save, when its time has come; None when the work is over."""
        with self._condition:
            while not self._closing:
                pause = self._due - time.monotonic() if self._waiting is not None else None
                if pause is not None and pause <= 0:
                    return self._waiting
                self._condition.wait(pause)
            return None

    def _after(self, session: Session, state: State) -> State:
        """Take note of a try; what was put meanwhile is saved next, at once."""
        newest = self._waiting is session
        if state.saving is Saving.FAILED:
            self._failures += 1
            if newest:
                self._due = time.monotonic() + self._retry_after[min(self._failures, len(self._retry_after)) - 1]
            return state
        self._failures = 0
        if newest:
            self._waiting = None
            return state
        return State(Saving.UNDER_WAY, notice=state.notice)

    def _save(self, session: Session) -> State:
        try:
            try:
                saved = files.save(session, self._path, since=self._since, backups=self._backups)
                notice = f"the file with your comments is kept as {saved.backup}" if saved.backup else ""
            except files.ChangedOutside as error:
                saved = files.save_beside(session, self._path, now=self._clock(), backups=self._backups)
                notice = f"{error}; both are kept, and this one goes on in {saved.path.name}"
        except files.NotSaved as error:
            return State(Saving.FAILED, reason=str(error))
        self._path, self._since = saved.path, saved.stamp
        return State(Saving.SAVED, notice=notice)
