"""Saving in the background: the latest session wins; what its file does not take is kept aside, told and tried again."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from brasstacks.session import Session
from brasstacks.storage import aside, files, log
from brasstacks.storage.pages import Pages
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _

RETRY_AFTER = (1.0, 2.0, 5.0, 10.0)
"""Seconds until the next try after the first, second, … failure in a row; the last of them from then on."""


class Saving(StrEnum):
    """Whether what people said stands on disk."""

    SAVED = "saved"
    UNDER_WAY = "saving"
    FAILED = "not saved"
    TWO_VERSIONS = "two versions"
    """Another program changed the file: whose version goes on is for the person to say."""


@dataclass(frozen=True, slots=True)
class State:
    """How the record stands."""

    saving: Saving
    reason: str = ""
    """Why it is not saved, in a sentence."""
    notice: str = ""
    """What a person is to be told once: a backup that was made."""
    aside: bool = False
    """Whether what is not saved is kept aside in the workspace, and comes back when the session is opened again."""

    def __str__(self) -> str:
        """As a header says it."""
        return f"{self.saving}: {self.reason}" if self.reason else str(self.saving)

    @property
    def safe(self) -> bool:
        """Whether the program could be killed now and nothing would be lost."""
        return self.saving is Saving.SAVED or self.aside


class Saver:
    """Saves one session in a thread of its own.

    `put` never waits; what came of it is told through `tell`, from the saver's thread.
    """

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        session: Session,
        *,
        since: str | None,
        was_aside: bool = False,
        clock: Callable[[], datetime],
        tell: Callable[[State], None],
        retry_after: tuple[float, ...] = RETRY_AFTER,
    ) -> None:
        """Start the thread.

        Args:
            workspace: with the folders for backups and for what is kept aside.
            path: the session's file.
            session: as it was loaded.
            since: the stamp with which it was loaded; None for a session that was never on disk.
            was_aside: whether it is one that was kept aside, and leaves there once it is saved.
            clock: the time, for the log of faults.
            tell: called after each try with how the record stands, from the saver's thread; must not raise.
            retry_after: seconds until the next try after the first, second, … failure in a row.
        """
        self._workspace, self._path, self._since = workspace, path, since
        self._clock, self._tell, self._retry_after = clock, tell, retry_after
        self._pages = Pages()
        self._condition = threading.Condition()
        self._last = session
        self._aside = session if was_aside else None
        """What is kept aside now."""
        self._waiting: Session | None = None
        self._looks = False
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

    def put(self, session: Session) -> None:
        """Have a session saved; one that still waits is passed over. Returns at once; not to be called after `close`."""
        with self._condition:
            self._waiting = self._last = session
            # A trouble lasts until it is over: it is not called "saving" for the length of each try.
            if not self._failures:
                self._state = State(Saving.UNDER_WAY)
            else:
                self._state = replace(self._state, aside=False)
            self._try_now()

    def look(self) -> None:
        """Have it looked whether another program changed the file. Returns at once."""
        with self._condition:
            self._looks = True
            self._condition.notify_all()

    def go_over(self, stamp: str) -> None:
        """The person decided that ours replaces the content of that stamp."""
        with self._condition:
            self._since = stamp
            self._waiting = self._last
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
        self.abandon(timeout)
        return saved

    def abandon(self, timeout: float = 5.0) -> None:
        """End the thread; what waits is not saved."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join(timeout)

    def _run(self) -> None:
        while (session := self._next()) is not None:
            if self._waiting is None and not self._noticed(session):
                continue
            state = self._save(session)
            with self._condition:
                state = self._state = self._after(session, state)
                self._condition.notify_all()
            self._tell(state)

    def _next(self) -> Session | None:
        """The session to save when its time has come, or to look after; None when the work is over."""
        with self._condition:
            while not self._closing:
                pause = self._due - time.monotonic() if self._waiting is not None else None
                if pause is not None and pause <= 0:
                    return self._waiting
                if self._looks and self._waiting is None:
                    return self._last
                self._condition.wait(pause)
            return None

    def _noticed(self, session: Session) -> bool:
        """Look whether the file was changed outside; then ours waits for the person's word."""
        self._looks = False
        if not files.changed_outside(self._path, self._since):
            return False
        with self._condition:
            self._waiting = self._waiting or session
        return True

    def _after(self, session: Session, state: State) -> State:
        """Take note of a try; what was put meanwhile is saved next, at once."""
        newest = self._waiting is session
        if state.saving is not Saving.SAVED:
            self._failures += 1
            if newest:
                self._due = time.monotonic() + self._retry_after[min(self._failures, len(self._retry_after)) - 1]
                return state
            return replace(state, aside=False)
        self._failures = 0
        if newest:
            self._waiting = None
            return state
        return State(Saving.UNDER_WAY, notice=state.notice)

    def _save(self, session: Session) -> State:
        try:
            saved = files.save(
                session, self._path, since=self._since, backups=self._workspace.backups_dir, pages=self._pages
            )
        except files.ChangedOutside as error:
            return State(Saving.TWO_VERSIONS, str(error), aside=self._keep_aside(session))
        except files.NotSaved as error:
            return State(Saving.FAILED, str(error), aside=self._keep_aside(session))
        except Exception as error:  # noqa: BLE001 - a thread that dies would lose every later word in silence
            log.fault(error, now=self._clock())
            return State(
                Saving.FAILED,
                _("{path}: a fault of brasstacks itself; brasstacks doctor says where").format(path=self._path),
            )
        self._since = saved.stamp
        if self._aside is not None:
            aside.drop(self._workspace, self._path.stem)
            self._aside = None
        return State(Saving.SAVED, notice=saved.notice)

    def _keep_aside(self, session: Session) -> bool:
        if session is self._aside:
            return True
        try:
            aside.keep(self._workspace, self._path.stem, session, over=self._since)
        except OSError:
            return False
        self._aside = session
        return True
