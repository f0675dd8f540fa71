"""What cannot be saved to its file is kept aside until it can: no word waits in memory alone.

One file a session, in `.brasstacks/aside/`: the session as its own file would hold it, under a line that says over
which content of that file it was to be written.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from brasstacks.session import Session
from brasstacks.storage import atomic, files, lock
from brasstacks.storage.workspace import Workspace

_FIRST_LINE = re.compile(r"# brasstacks could not save this yet; over: (\w*)\n")


@dataclass(frozen=True, slots=True)
class Aside:
    """A session that waits for its file."""

    session: Session
    over: str | None
    """The stamp of the file that it was made from; None when there was none."""


def path_of(workspace: Workspace, key: str) -> Path:
    """Where a session waits; `key` is its file's name without the ending."""
    return workspace.aside_dir / f"{key}.toml"


def keep(workspace: Workspace, key: str, session: Session, *, over: str | None) -> None:
    """Keep a session aside, durably. Raises OSError."""
    workspace.make_hidden(workspace.aside_dir)
    text = f"# brasstacks could not save this yet; over: {over or ''}\n{files.to_toml(session)}"
    atomic.write(path_of(workspace, key), text.encode("utf-8", "replace"))


def read(workspace: Workspace, key: str) -> Aside | None:
    """The session that waits; None when none does, or it cannot be read."""
    try:
        path = path_of(workspace, key)
        session = files.load(path).session
        over = _FIRST_LINE.match(path.read_text("utf-8"))
    except (OSError, files.SessionUnreadable):
        return None
    return Aside(session, over[1] or None) if over else None


def drop(workspace: Workspace, key: str) -> None:
    """It stands in its file now, or was decided against."""
    with suppress(OSError):
        path_of(workspace, key).unlink(missing_ok=True)


def bring_back(workspace: Workspace, *, now: datetime) -> None:
    """Give the sessions that wait and have no file their files, where the disk takes them now.

    Only here could they be found; those that have a file are taken up when it is opened.
    """
    if not workspace.aside_dir.is_dir():
        return
    for key in sorted(path.stem for path in workspace.aside_dir.glob("*.toml") if not path.name.startswith(".")):
        file = workspace.sessions_dir / f"{key}.toml"
        held = None if os.path.lexists(file) else lock.acquire(workspace, key, now=now)
        if isinstance(held, lock.Held):
            with held:
                _give_its_file(workspace, key, file)


def _give_its_file(workspace: Workspace, key: str, file: Path) -> None:
    if (kept := read(workspace, key)) is None:
        return
    with suppress(files.NotSaved):
        files.save(kept.session, file, since=None, backups=workspace.backups_dir)
        drop(workspace, key)
