"""Forgetting a client: everything of theirs that the workspace holds, shown first, then removed; and what is out of reach."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from brasstacks.session import Client
from brasstacks.storage import atomic, files, indexing, lock, search, trash
from brasstacks.storage.index import Index
from brasstacks.storage.trash import InUse
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _

Party = tuple[str, str]
"""A client's name and organisation, as they are compared: whatever the capitals, blanks and accents' spelling."""


def party(name: str, organisation: str = "") -> Party:
    """A client as clients are told apart."""
    return _compared(name), _compared(organisation)


def _compared(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _party_of(client: Client) -> Party:
    return party(client.name, client.organisation)


@dataclass(frozen=True, slots=True)
class Plan:
    """What forgetting a client removes, and what it cannot."""

    client: str
    organisation: str
    sessions: tuple[Path, ...] = ()
    trashed: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    drafts: tuple[Path, ...] = ()
    """What stood in a box, or could not be saved yet."""
    locks: tuple[Path, ...] = ()
    """Who had a session open: their names have the client's."""
    half_written: tuple[Path, ...] = ()
    """What was being written when the program was killed."""
    open_elsewhere: tuple[str, ...] = ()
    """Sessions that somebody has open, and who: while there are any, nothing is removed."""
    mentioned: tuple[str, ...] = ()
    """Ids of other sessions in which the name stands; they stay."""
    unread: tuple[Path, ...] = ()
    """Files that cannot be read and in which the name stands; they stay, for nobody knows whose they are."""
    repository: Path | None = None
    """The git repository in which the workspace stands: its history keeps what was committed."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is removed."""
        return (*self.sessions, *self.trashed, *self.backups, *self.drafts, *self.locks, *self.half_written)


def clients(index: Index) -> dict[Party, tuple[str, str]]:
    """The clients of the sessions, in the index and in the trash, as they are written."""
    rows = index.use(
        lambda db: db.execute("SELECT DISTINCT client, organisation FROM sessions WHERE reason = ''").fetchall()
    )
    deleted = [_client_in(path) for path in _toml(trash.folder(index.workspace))]
    rows += [(one.name, one.organisation) for one in deleted if one is not None]
    return {party(name, organisation): (name, organisation) for name, organisation in rows}


def plan(index: Index, name: str, organisation: str, *, now: datetime) -> Plan:
    """What forgetting this client would do; the index is brought up to date first.

    Args:
        index: of the workspace.
        name: of the client.
        organisation: of the client; those of one name and another organisation are somebody else.
        now: for the locks that are tried.

    Raises:
        IndexUnavailable: another program is writing the index.
    """
    index.refresh()
    workspace, wanted = index.workspace, party(name, organisation)
    sessions = tuple(path for path in _sessions_of(index, wanted) if _is(path, wanted))
    deleted = tuple(path for path in _toml(trash.folder(workspace)) if _is(path, wanted))
    beside_sessions = [path for place in trash.companions(workspace) for path in _toml(place)]
    waiting = {path for path in beside_sessions if _is(path, wanted)}
    ids = {path.stem for path in (*sessions, *waiting)} | {path.stem.partition("~")[2] for path in deleted}
    gone = ids - ({path.stem for path in _toml(workspace.sessions_dir)} - {path.stem for path in sessions})
    backups = {path for one in gone for path in trash.backups_of(workspace, one)}
    backups |= {path for path in _toml(workspace.backups_dir) if _is(path, wanted)}
    aside = waiting | {path for path in beside_sessions if path.stem in gone}
    beside = {path for one in deleted for path in one.parent.glob(f"{_literal(one.name)}.*")}
    locks = (workspace.locks_dir / f"{one}{ending}" for one in gone for ending in (".lock", ".holder.toml"))
    return Plan(
        client=name,
        organisation=organisation,
        sessions=sessions,
        trashed=(*deleted, *sorted(beside)),
        backups=tuple(sorted(backups)),
        drafts=tuple(sorted(aside)),
        locks=tuple(sorted(path for path in locks if path.exists())),
        half_written=tuple(sorted(_half_written(workspace, gone, name))),
        open_elsewhere=tuple(_held(workspace, [path.stem for path in sessions], now)),
        mentioned=tuple(_mentioned(index, name, {path.stem for path in sessions})),
        unread=tuple(_unread(index, name)),
        repository=next((one for one in (workspace.root, *workspace.root.parents) if (one / ".git").exists()), None),
    )


def forget(index: Index, found: Plan, *, now: datetime) -> None:
    """Remove what the plan names, and every trace of it in the index.

    Raises:
        InUse: somebody has one of the sessions open; nothing was removed.
        OSError: a file could not be removed; make a plan again to see what is left.
        IndexUnavailable: another program is writing the index.
    """
    workspace = index.workspace
    held: list[lock.Held] = []
    try:
        for path in found.sessions:
            got = lock.acquire(workspace, path.stem, now=now)
            if isinstance(got, lock.HeldBy):
                raise InUse(_("{id}: {held}: leave it there first").format(id=path.stem, held=got))
            held.append(got)
        for path in found.files:
            if path.parent != workspace.locks_dir:
                path.unlink(missing_ok=True)
    finally:
        for one in held:
            one.release()
    for path in (*found.locks, *(workspace.locks_dir / f"{path.stem}.lock" for path in found.sessions)):
        path.unlink(missing_ok=True)
    indexing.take_out(index, [path.name for path in found.sessions])
    indexing.leave_no_trace(index)


def _sessions_of(index: Index, wanted: Party) -> Iterator[Path]:
    rows = index.use(
        lambda db: db.execute("SELECT name, client, organisation FROM sessions WHERE reason = ''").fetchall()
    )
    for name, client, organisation in rows:
        if party(client, organisation) == wanted:
            yield index.workspace.sessions_dir / os.fsdecode(name)


def _toml(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _client_in(path: Path) -> Client | None:
    try:
        return files.load(path).session.client
    except files.SessionUnreadable:
        return None


def _is(path: Path, wanted: Party) -> bool:
    """Whether the file is theirs: the file is asked, and not the index."""
    client = _client_in(path)
    return client is not None and _party_of(client) == wanted


def _half_written(workspace: Workspace, gone: Iterable[str], name: str) -> set[Path]:
    """Those of their files, which are known by their names, and any other in which the client's name stands."""
    places = (workspace.sessions_dir, *trash.companions(workspace))
    theirs = {left for one in gone for place in places for left in atomic.half_written(place / f"{one}.toml")}
    theirs |= {left for one in gone for left in atomic.half_written(workspace.locks_dir / f"{one}.holder.toml")}
    others = (*workspace.sessions_dir.glob(".*.tmp"), *workspace.hidden.rglob(".*.tmp"))
    return theirs | {path for path in others if _says(path, _compared(name))}


def _says(path: Path, wanted: str) -> bool:
    """Whether a name stands in a file."""
    try:
        return bool(wanted) and path.is_file() and wanted in _compared(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return False


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _held(workspace: Workspace, ids: Iterable[str], now: datetime) -> Iterator[str]:
    for one in ids:
        try:
            with trash.ours(workspace, one, now=now):
                pass
        except InUse as error:
            yield str(error)


def _mentioned(index: Index, name: str, theirs: set[str]) -> Iterator[str]:
    query = search.parse(f'"{name.replace(chr(34), " ")}"')
    if not query.terms:
        return
    for hit in search.search(index, query, count=1000).hits:
        if hit.entry.id not in theirs:
            yield hit.entry.id


def _unread(index: Index, name: str) -> Iterator[Path]:
    """Unreadable files in which the name stands."""
    workspace, wanted = index.workspace, _compared(name)
    refused = index.use(lambda db: db.execute("SELECT name FROM sessions WHERE reason != ''").fetchall())
    paths = [workspace.sessions_dir / os.fsdecode(one) for (one,) in refused]
    places = (trash.folder(workspace), workspace.backups_dir)
    paths += [path for place in places for path in _toml(place) if _client_in(path) is None]
    yield from (path for path in paths if _says(path, wanted))
