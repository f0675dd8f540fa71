"""Two programs on one session: the second reads only, and is told who has it.

The lock is a file of its own, because a save replaces the session's file and its lock with it; and who holds the lock
stands in a second file, because taking a lock empties its file. A program that died holds nothing: the system lets go.
"""

import os
import platform
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

import tomli_w
from filelock import FileLock, Timeout

from brasstacks import figures
from brasstacks.storage import atomic
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Somebody else has the session open."""

    host: str
    pid: int
    since: datetime | None

    def __str__(self) -> str:
        """For a person: where and since when."""
        where = self.host or _("this computer")
        if self.since is None:
            return _("open in another brasstacks (process {pid} on {where})").format(pid=self.pid, where=where)
        words = _("open in another brasstacks (process {pid} on {where}, since {since})")
        return words.format(pid=self.pid, where=where, since=figures.moment(self.since))


class Held:
    """The session is ours until `release`; usable in a `with`."""

    def __init__(self, lock: FileLock | None, holder: Path, *, warning: str = "") -> None:
        self._lock = lock
        self._holder = holder
        self.warning = warning
        """Why nothing keeps a second program out, when the folder cannot be written; else empty."""

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._lock is not None:
            with suppress(OSError):
                self._holder.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def acquire(workspace: Workspace, session_id: str, *, now: datetime) -> Held | HeldBy:
    """Take a session, or learn who has it; never waits."""
    holder = workspace.locks_dir / f"{session_id}.holder.toml"
    try:
        workspace.make_hidden(workspace.locks_dir)
        lock = FileLock(workspace.locks_dir / f"{session_id}.lock", timeout=0, mode=0o600, thread_local=False)
        lock.acquire()
    except Timeout:
        return _read_holder(holder)
    except OSError as error:
        return Held(None, holder, warning=f"{workspace.locks_dir}: {atomic.reason(error)}")
    except NotImplementedError:
        return Held(
            None, holder, warning=_("{locks_dir}: this disk knows no locks").format(locks_dir=workspace.locks_dir)
        )
    who = {"host": platform.node(), "pid": os.getpid(), "since": now}
    with suppress(OSError):
        atomic.write(holder, tomli_w.dumps(who).encode("utf-8", "replace"), durable=False)
    return Held(lock, holder)


def _read_holder(holder: Path) -> HeldBy:
    try:
        who = tomllib.loads(atomic.read(holder).decode())
        return HeldBy(str(who["host"]), int(who["pid"]), who["since"] if isinstance(who["since"], datetime) else None)
    except (OSError, ValueError, KeyError, TypeError):
        return HeldBy("", 0, None)
