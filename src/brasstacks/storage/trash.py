"""The trash: a deleted session waits there, with its draft, until it is restored or the trash is emptied.

`.brasstacks/trash/MOMENT~ID.toml`; what stood in the box, or could not be saved yet, lies beside it.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brasstacks.identity import ID_PATTERN
from brasstacks.storage import atomic, files, lock
from brasstacks.storage.summary import summarise
from brasstacks.storage.workspace import Refusal, Summary, Workspace
from brasstacks.words import _

_NAME = re.compile(r"(\d{8}T\d{12}Z)~(.+)\.toml")
_BACKUP = re.compile(r"(.+)-\d{8}T\d{6}Z-[0-9a-f]{6}\.toml")


class InUse(Exception):  # noqa: N818 - it says what is the case
    """A session that somebody has open: which, and who has it."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A session in the trash."""

    path: Path
    deleted: datetime
    entry: Summary | Refusal
    """As it would be listed; its id is the one that it had."""

    @property
    def id(self) -> str:
        """The id that it had."""
        return self.entry.id


def folder(workspace: Workspace) -> Path:
    """Where deleted sessions wait."""
    return workspace.hidden / "trash"


def companions(workspace: Workspace) -> tuple[Path, ...]:
    """The folders where a file of a session's own name holds words of it that its file does not have yet."""
    return workspace.drafts_dir, workspace.aside_dir


@contextmanager
def ours(workspace: Workspace, session_id: str, *, now: datetime) -> Iterator[None]:
    """Nobody else has the session open, nor opens it meanwhile.

    Raises:
        InUse: somebody has.
    """
    held = lock.acquire(workspace, session_id, now=now)
    if isinstance(held, lock.HeldBy):
        raise InUse(_("{id}: {held}: leave it there first").format(id=session_id, held=held))
    with held:
        yield


def delete(workspace: Workspace, path: Path, *, now: datetime) -> Trashed:
    """Move a session's file, readable or not, to the trash.

    Raises:
        InUse: somebody has it open.
        OSError: the disk refused; it is where it was.
    """
    with ours(workspace, path.stem, now=now) if ID_PATTERN.fullmatch(path.stem) else _nobody():
        workspace.make_hidden(folder(workspace))
        moment = now.astimezone(UTC)
        target = folder(workspace) / f"{moment:%Y%m%dT%H%M%S%fZ}~{path.name}"
        for place in companions(workspace):
            beside = place / path.name
            if beside.is_file():
                os.replace(beside, _beside(target, place))  # noqa: PTH105 - the system's own word for it
        os.replace(path, target)  # noqa: PTH105
    return _trashed(target, moment, path.stem)


@contextmanager
def _nobody() -> Iterator[None]:
    yield


def _beside(target: Path, place: Path) -> Path:
    return target.with_name(f"{target.name}.{place.name}")


def listed(workspace: Workspace) -> tuple[Trashed, ...]:
    """What is in the trash, that which was deleted last first."""
    return tuple(
        _trashed(path, moment, session_id) for moment, session_id, path in sorted(_found(workspace), reverse=True)
    )


def _found(workspace: Workspace) -> Iterator[tuple[datetime, str, Path]]:
    if not folder(workspace).is_dir():
        return
    for path in folder(workspace).iterdir():
        if (match := _NAME.fullmatch(path.name)) is not None:
            moment = datetime.strptime(match[1], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
            yield moment, match[2], path


def _trashed(path: Path, moment: datetime, session_id: str) -> Trashed:
    try:
        session = files.load(path).session
        session = session.model_copy(update={"session": session.session.model_copy(update={"id": session_id})})
        return Trashed(path, moment, summarise(session, path))
    except files.SessionUnreadable as error:
        return Trashed(path, moment, Refusal(session_id, path, str(error), moment))


def restore(workspace: Workspace, trashed: Trashed) -> Path:
    """Put a session back; where another has taken its name, under the next that is free: `ID-2`.

    Returns:
        Its file.

    Raises:
        OSError: the disk refused, or it is not in the trash any more; nothing was lost.
    """
    atomic.make_folder(workspace.sessions_dir)
    if not trashed.path.exists():
        raise FileNotFoundError(2, _("is not in the trash any more"), str(trashed.path))
    target = _claimed(workspace.sessions_dir, trashed.id)
    try:
        os.replace(trashed.path, target)  # noqa: PTH105
    except OSError:
        target.unlink()
        raise
    for place in companions(workspace):
        beside = _beside(trashed.path, place)
        if beside.is_file():
            atomic.make_folder(place)
            os.replace(beside, place / target.name)  # noqa: PTH105
    return target


def _claimed(sessions: Path, session_id: str) -> Path:
    """An empty file of that name, or of the next that is free: from now on nobody else takes it."""
    number = 1
    while True:
        path = sessions / (f"{session_id}.toml" if number == 1 else f"{session_id}-{number}.toml")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, atomic.PRIVATE_FILE))
        except FileExistsError:
            number += 1
        else:
            return path


def files_of(workspace: Workspace, trashed: Trashed) -> tuple[Path, ...]:
    """What goes for good with a session in the trash: its file, what lies beside it, and the backups of a session that is no more."""
    beside = [one for place in companions(workspace) if (one := _beside(trashed.path, place)).is_file()]
    lives = (workspace.sessions_dir / f"{trashed.id}.toml").exists()
    return (trashed.path, *beside, *(() if lives else backups_of(workspace, trashed.id)))


def backups_of(workspace: Workspace, session_id: str) -> tuple[Path, ...]:
    """The backups of a session's file."""
    if not workspace.backups_dir.is_dir():
        return ()
    named = ((path, _BACKUP.fullmatch(path.name)) for path in sorted(workspace.backups_dir.iterdir()))
    return tuple(path for path, match in named if match is not None and match[1] == session_id)


def empty(workspace: Workspace, trashed: Iterable[Trashed]) -> None:
    """Remove sessions in the trash for good. Raises OSError; those before it are gone."""
    for one in trashed:
        for path in files_of(workspace, one):
            path.unlink(missing_ok=True)
        if not (workspace.sessions_dir / f"{one.id}.toml").exists():
            (workspace.locks_dir / f"{one.id}.lock").unlink(missing_ok=True)
