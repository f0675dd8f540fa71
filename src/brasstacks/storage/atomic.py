"""A file is replaced as a whole or not at all, and nobody but its owner reads it."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_REASONS = {
    errno.ENOSPC: "the disk is full: free some space",
    errno.EDQUOT: "the disk quota is used up: free some space",
    errno.EACCES: "writing is not permitted here: look at the folder's permissions",
    errno.EPERM: "writing is not permitted here: look at the folder's permissions",
    errno.EROFS: "the disk is read-only: mount it for writing",
    errno.ENOENT: "the folder is not there: mount the disk or make the folder",
    errno.ENOTDIR: "the folder is not there: mount the disk or make the folder",
    errno.EIO: "the disk gives errors: save to another one",
    errno.EISDIR: "a folder stands where the file should be: move it away",
}


def reason(error: OSError) -> str:
    """What went wrong and what mends it, for a person."""
    return _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner enters; those that are there already stay as they are. Raises OSError."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` in place of the file, which a reader sees either as it was or as it is now.

    Args:
        path: where; a link is followed, so that it goes on pointing there.
        data: the whole content.
        durable: whether it must outlive a power cut and not only the program: fsync of the file before it takes
            its place, and of the folder after.

    Raises:
        OSError: it could not be written; what stood there stands there still.
    """
    target = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(name, target)  # noqa: PTH105 - the system's own word for it
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    if durable:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # such a system has no folder to sync
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
