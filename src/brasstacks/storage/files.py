"""One session, one file: read with every fault named, written as a whole or not at all."""

import hashlib
import os
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from brasstacks.identity import ID_PATTERN
from brasstacks.session import SCHEMA_VERSION, Session
from brasstacks.storage import atomic, migrations, toml
from brasstacks.storage.faults import decode, parse, said_by_pydantic
from brasstacks.storage.pages import Pages
from brasstacks.storage.reasons import ChangedOutside, NotSaved, SessionUnreadable
from brasstacks.words import _

__all__ = [
    "ChangedOutside",
    "Loaded",
    "NotSaved",
    "Saved",
    "SessionUnreadable",
    "back_up",
    "changed_outside",
    "load",
    "save",
    "save_beside",
    "stamp_of",
    "to_toml",
]

_VERSION = re.compile(rb"^schema_version\s*=\s*(\d+)", re.MULTILINE)
_MOST_OF_A_NAME = 180
"""Bytes of a file's name that are kept where more is put behind it: disks take 255."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session as it stood in its file."""

    session: Session
    path: Path
    stamp: str
    """Of the file's content; `save` compares it with what stands there then."""
    had_comments: bool
    """Comments written by hand will be lost when the file is saved: it is backed up first."""
    version: int = SCHEMA_VERSION
    """Of the file; an older one was brought up in memory, and is backed up before the first save."""
    read_only_reason: str = ""
    """Why it may not be saved; empty when it may."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A session is on disk."""

    path: Path
    stamp: str
    backup: Path | None = None
    """Where the file was kept as it stood, when it had what this save could not keep."""
    notice: str = ""
    """What the person is to be told of it."""


def load(path: Path) -> Loaded:
    """Read a session.

    A file that was copied or renamed by hand is the session of its new name.

    Raises:
        SessionUnreadable: not there, not UTF-8, not TOML or not a session.
    """
    try:
        raw = atomic.read(path)
    except OSError as error:
        raise SessionUnreadable(
            _("{path}: cannot be read: {why}").format(path=path, why=(error.strerror or str(error)).lower())
        ) from error
    try:
        text = decode(raw)
        data = parse(text)
        version = migrations.version_of(data)
        data = dict(migrations.bring_up(data))
    except ValueError as error:
        raise SessionUnreadable(f"{path}: {error}") from error
    read_only = _read_only_reason(version)
    try:
        session = Session.model_validate(data)
    except ValidationError as error:
        said = read_only or said_by_pydantic(error, text)
        raise SessionUnreadable(f"{path}: {said}") from error
    if session.id != path.stem and ID_PATTERN.fullmatch(path.stem):
        session = session.model_copy(update={"session": session.session.model_copy(update={"id": path.stem})})
    return Loaded(session, path, stamp_of(raw), toml.has_comments(text), version, read_only)


def _read_only_reason(version: int) -> str:
    if version > SCHEMA_VERSION:
        return _(
            "written by a newer brasstacks (schema_version {version}, this one knows {schema_version}): update brasstacks to change it"
        ).format(version=version, schema_version=SCHEMA_VERSION)
    return ""


def stamp_of(raw: bytes) -> str:
    """A file's content in short: two files of one stamp hold the same."""
    return hashlib.sha256(raw).hexdigest()


def to_toml(session: Session) -> str:
    """The session as its file holds it."""
    return toml.dumps(session)


def save(session: Session, path: Path, *, since: str | None, backups: Path, pages: Pages | None = None) -> Saved:
    """Write a session to its file: atomically, durably, for its owner alone.

    Args:
        session: what is to stand there.
        path: its file.
        since: the stamp of the file as it was last loaded or saved here; None for one that was never on disk.
        backups: the folder for a file with hand-written comments or of an older version, kept before it is first
            overwritten.
        pages: of this file; whoever saves again and again keeps them.

    Raises:
        ChangedOutside: another program changed the file; nothing was written, see `save_beside`.
        NotSaved: the disk refused, or the session is of a newer version.
    """
    if session.schema_version > SCHEMA_VERSION:
        raise NotSaved(f"{path}: {_read_only_reason(session.schema_version)}")
    pages = pages or Pages()
    raw = pages.of(session)
    if len(raw) > atomic.MOST_BYTES:
        raise NotSaved(
            _("{path}: has become larger than {most} MB: take the longest answer out").format(
                path=path, most=atomic.MOST_BYTES // 10**6
            )
        )
    ours = {since, stamp_of(raw)}
    try:
        standing = _standing(path)
        _unchanged(path, standing, ours)
        lost = _would_lose(standing) if standing is not None and standing != pages.last else ""
        backup = back_up(path, standing, backups) if standing is not None and lost else None

        def still_unchanged() -> None:
            # What is byte for byte what was looked at just now needs no stamp.
            if (now := _standing(path)) != standing:
                _unchanged(path, now, ours)

        # Looked at again at the last moment: the disk has taken its time to take the new words.
        atomic.write(path, raw, sure=still_unchanged)
    except OSError as error:
        raise NotSaved(f"{path}: {atomic.reason(error)}") from error
    pages.last = raw
    return Saved(
        path, stamp_of(raw), backup, _("{lost} is kept as {backup}").format(lost=lost, backup=backup) if backup else ""
    )


def changed_outside(path: Path, since: str | None) -> bool:
    """Whether somebody else changed the file since it had that stamp; a file that is gone will be written again."""
    try:
        standing = _standing(path)
    except OSError:
        return False
    return standing is not None and stamp_of(standing) != since


def _standing(path: Path) -> bytes | None:
    return atomic.read(path) if os.path.lexists(path) else None


def _unchanged(path: Path, standing: bytes | None, ours: set[str | None]) -> None:
    if standing is not None and stamp_of(standing) not in ours:
        raise ChangedOutside(_("{path}: was changed by another program since it was opened").format(path=path))


def _would_lose(standing: bytes) -> str:
    """What a save would lose of a file; empty when nothing: this program writes no comments and no older version."""
    version = _VERSION.search(standing)
    if version and int(version[1]) < SCHEMA_VERSION:
        return _("the file as version {version} had it").format(version=int(version[1]))
    return _("the file with your comments") if toml.has_comments(standing.decode("utf-8", "replace")) else ""


def back_up(path: Path, content: bytes, backups: Path) -> Path:
    """Keep a content of the file in the folder of backups, under its moment and stamp. Raises OSError."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    backup = backups / f"{_beginning(path.stem)}-{changed:%Y%m%dT%H%M%SZ}-{stamp_of(content)[:6]}.toml"
    atomic.make_folder(backups)
    atomic.write(backup, content)
    return backup


def _beginning(name: str) -> str:
    return name.encode()[:_MOST_OF_A_NAME].decode(errors="ignore") if len(name.encode()) > _MOST_OF_A_NAME else name


def save_beside(session: Session, path: Path, *, now: datetime, backups: Path) -> Saved:
    """Keep ours beside a file that was changed outside: `ID.conflict-TIME.toml`, a session of its own.

    Raises:
        NotSaved: the disk refused.
    """
    stem = _beginning(session.id)
    beside = path.with_name(f"{stem}.conflict-{now:%Y%m%dT%H%M%S}.toml")
    renamed = session.model_copy(update={"session": session.session.model_copy(update={"id": beside.stem})})
    return replace(save(renamed, beside, since=None, backups=backups), path=beside)
