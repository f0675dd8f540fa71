"""A log of faults that anybody may read: when, what kind, where in the program; never a word of what people said.

What an exception says is left out, since it quotes what it failed on; so are paths, since a file's name has the client's.
"""

import errno
import os
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import platformdirs

from brasstacks import __version__
from brasstacks.storage import atomic

MOST_BYTES = 200_000
"""When it has more, the older half goes."""


def path() -> Path:
    """Where the log stands: with the person's logs, outside every workspace."""
    return Path(platformdirs.user_log_dir("brasstacks", appauthor=False)) / "faults.log"


def fault(error: BaseException, *, now: datetime) -> None:
    """Note an exception; a log that cannot be written is no second fault."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno:
        kind += f" {errno.errorcode.get(error.errno, error.errno)}"
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in reversed(frames))
    _append(f"{now.isoformat(timespec='seconds')} {__version__} {kind}: {where or 'nowhere'}\n")


def _append(line: str) -> None:
    file = path()
    with suppress(OSError):
        atomic.make_folder(file.parent)
        if file.exists() and file.stat().st_size > MOST_BYTES:
            older = atomic.read(file)
            atomic.write(file, older[len(older) // 2 :].partition(b"\n")[2], durable=False)
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, atomic.PRIVATE_FILE)
        with os.fdopen(descriptor, "a", encoding="utf-8", errors="replace") as log:
            log.write(line)


def faults() -> tuple[str, ...]:
    """The lines of the log, the newest last; none when there is no log."""
    try:
        return tuple(atomic.read(path()).decode("utf-8", "replace").splitlines())
    except OSError:
        return ()
