"""Sessions that come from outside take their place in the workspace; none of those that are there gives way."""

from collections.abc import Iterable
from pathlib import Path

from brasstacks.session import Session
from brasstacks.storage import atomic, files
from brasstacks.storage.workspace import Workspace


def take_in(sessions: Iterable[Session], there: Workspace) -> tuple[Path, ...]:
    """Save sessions under their ids, or the next ones that are free.

    Raises:
        NotSaved: the disk refused.
        OSError: the folder could not be made.
    """
    atomic.make_folder(there.sessions_dir)
    saved = []
    for session in sessions:
        name = _free(session.id, set(there.ids()))
        header = session.session.model_copy(update={"id": name})
        path = there.session_path(name)
        saved.append(
            files.save(session.model_copy(update={"session": header}), path, since=None, backups=there.backups_dir).path
        )
    return tuple(saved)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted[:110]}-{number}", number + 1
    return name
