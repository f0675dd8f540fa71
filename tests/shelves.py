"""Sessions on disk, as tests of the library need them."""

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage import files, lock
from brasstacks.storage.workspace import Workspace
from made import NOON, after, talk


def held(session_id: str, *answers: str, minutes: float = 0, language: str = "en", client: str = "Anna") -> Session:
    """A session of that id with answers, changed so many minutes after noon."""
    session = talk("Order in the projects", *answers, language=language)
    header = editing.changed(session.session, id=session_id, updated=after(minutes))
    return editing.changed(session, session=header, client=editing.changed(session.client, name=client))


def keep(here: Workspace, *sessions: Session) -> None:
    """Have sessions stand on disk, over what stands there."""
    for session in sessions:
        path = here.session_path(session.id)
        since = files.load(path).stamp if path.exists() else None
        files.save(session, path, since=since, backups=here.backups_dir)


def taken(here: Workspace, session_id: str) -> lock.Held:
    """The session as somebody else has it open, until it is left."""
    held_ = lock.acquire(here, session_id, now=NOON)
    assert isinstance(held_, lock.Held)
    return held_
