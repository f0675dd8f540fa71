"""A file is replaced as a whole or not at all, and nobody but its owner reads it."""

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from brasstacks.words import _

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

MOST_BYTES = 8_000_000
"""Of a file that is read: ten hours of talk are one of them, and ten times that would hold up the whole library."""


def reason(error: OSError) -> str:
    """What went wrong and what mends it, for a person."""
    return _reasons().get(error.errno or 0, (error.strerror or str(error)).lower())


def _reasons() -> dict[int, str]:
    return {
        errno.ENOSPC: _("the disk is full: free some space"),
        errno.EDQUOT: _("the disk quota is used up: free some space"),
        errno.EACCES: _("writing is not permitted here: look at the folder's permissions"),
        errno.EPERM: _("writing is not permitted here: look at the folder's permissions"),
        errno.EROFS: _("the disk is read-only: mount it for writing"),
        errno.ENOENT: _("the folder is not there: mount the disk or make the folder"),
        errno.ENOTDIR: _("the folder is not there: mount the disk or make the folder"),
        errno.EIO: _("the disk gives errors: save to another one"),
        errno.EISDIR: _("a folder stands where the file should be: move it away"),
        errno.ENAMETOOLONG: _("the name is too long for this disk: save a copy under a shorter one"),
    }


def read(path: Path) -> bytes:
    """The whole content of an ordinary file.

    Raises:
        OSError: it cannot be read; nor is a pipe, which would never end, a device, or what is larger than any session.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, _("is no ordinary file: move it away"), str(path))
        if found.st_size > MOST_BYTES:
            raise OSError(
                errno.EFBIG, _("has more than {most} MB: move it away").format(most=MOST_BYTES // 10**6), str(path)
            )
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read()
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner enters; those that are there already stay as they are. Raises OSError."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _sync_folder(folder.parent)


def write(
    path: Path, data: bytes | Iterable[bytes], *, durable: bool = True, sure: Callable[[], object] = lambda: None
) -> None:
    """Put `data` in place of the file, which a reader sees either as it was or as it is now.

    Args:
        path: where; a link is followed, so that it goes on pointing there.
        data: the whole content, or its pieces in order, which are asked for one by one.
        durable: whether it must outlive a power cut and not only the program: fsync of the file before it takes
            its place, and of the folder after.
        sure: called at the last moment before the file is replaced; what it raises leaves the file as it is.

    Raises:
        OSError: it could not be written; what stood there stands there still.
    """
    target = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=_half_written(target), suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        sure()
        os.replace(name, target)  # noqa: PTH105 - the system's own word for it
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    if durable:
        _sync_folder(target.parent)


def sweep(path: Path) -> None:
    """Take away what writes of this file left half done when the program was killed in one; nobody else may be writing it."""
    with suppress(OSError):
        for left in half_written(path):
            left.unlink(missing_ok=True)


def half_written(path: Path) -> tuple[Path, ...]:
    """What writes of this file left half done."""
    target = Path(os.path.realpath(path))
    return tuple(target.parent.glob(f"{_half_written(target)}*.tmp"))


def _half_written(target: Path) -> str:
    # Not the file's own name: with more behind it, a long one would be too long for the disk.
    return f".{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}-"


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # such a system has no folder to sync
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
