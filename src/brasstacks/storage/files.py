"""One session, one file: read with every fault named, written as a whole or not at all."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from brasstacks.session import ID_PATTERN, SCHEMA_VERSION, Session
from brasstacks.storage import atomic, toml
from brasstacks.storage.faults import decode, parse, said_by_pydantic


class SessionUnreadable(Exception):  # noqa: N818 - it says what is the case
    """A file that cannot be read as a session: file, place, what and mend in one sentence."""


class NotSaved(Exception):  # noqa: N818 - it says what is the case
    """A session that could not be written: one sentence; what stood on disk stands there still."""


class ChangedOutside(NotSaved):
    """Somebody else changed the file since it was loaded."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session as it stood in its file."""

    session: Session
    path: Path
    stamp: str
    """Of the file's content; `save` compares it with what stands there then."""
    had_comments: bool
    """Comments written by hand will be lost when the file is saved: it is backed up first."""
    read_only_reason: str = ""
    """Why it may not be saved; empty when it may."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A session is on disk."""

    path: Path
    stamp: str
    backup: Path | None = None
    """Where the file with its hand-written comments was kept, when this save overwrote one."""


def load(path: Path) -> Loaded:
    """Read a session.

    A file that was copied or renamed by hand is the session of its new name.

    Raises:
        SessionUnreadable: not there, not UTF-8, not TOML or not a session.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SessionUnreadable(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    try:
        text = decode(raw)
        data = parse(text)
    except ValueError as error:
        raise SessionUnreadable(f"{path}: {error}") from error
    read_only = _read_only_reason(data)
    try:
        session = Session.model_validate(data)
    except ValidationError as error:
        said = read_only or said_by_pydantic(error, text)
        raise SessionUnreadable(f"{path}: {said}") from error
    if session.id != path.stem and ID_PATTERN.fullmatch(path.stem):
        session = session.model_copy(update={"session": session.session.model_copy(update={"id": path.stem})})
    return Loaded(session, path, stamp_of(raw), toml.has_comments(text), read_only)


def _read_only_reason(data: Mapping[str, Any]) -> str:
    version = data.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        return (
            f"written by a newer brasstacks (schema_version {version}, this one knows {SCHEMA_VERSION}): "
            "update brasstacks to change it"
        )
    return ""


def stamp_of(raw: bytes) -> str:
    """A file's content in short: two files of one stamp hold the same."""
    return hashlib.sha256(raw).hexdigest()


def to_toml(session: Session) -> str:
    """The session as its file holds it."""
    return toml.dumps(plain(session))


def plain(record: BaseModel) -> dict[str, Any]:
    """A record as TOML takes it: what is empty by default is left out, and keys that nobody knows are kept."""
    fields = type(record).model_fields
    table: dict[str, Any] = {}
    for name, value in record:
        field = fields.get(name)
        if value is None or (field is not None and not value and value == field.default):
            continue
        table[name] = _plain_value(value)
    return table


def _plain_value(value: object) -> object:
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, (tuple, list)):
        return [_plain_value(one) for one in value]
    return value.value if hasattr(value, "value") else value


def save(session: Session, path: Path, *, since: str | None, backups: Path) -> Saved:
    """Write a session to its file: atomically, durably, for its owner alone.

    Args:
        session: what is to stand there.
        path: its file.
        since: the stamp of the file as it was last loaded or saved here; None for one that was never on disk.
        backups: the folder for a file with hand-written comments, kept before it is first overwritten.

    Raises:
        ChangedOutside: another program changed the file; nothing was written, see `save_beside`.
        NotSaved: the disk refused, or the session is of a newer version.
    """
    if session.schema_version > SCHEMA_VERSION:
        raise NotSaved(f"{path}: {_read_only_reason({'schema_version': session.schema_version})}")
    raw = to_toml(session).encode("utf-8", "replace")
    try:
        standing = path.read_bytes() if os.path.lexists(path) else None
        if standing is not None and stamp_of(standing) not in {since, stamp_of(raw)}:
            raise ChangedOutside(f"{path}: was changed by another program since it was opened")
        backup = _back_up(path, standing, backups) if standing is not None else None
        atomic.write(path, raw)
    except OSError as error:
        raise NotSaved(f"{path}: {atomic.reason(error)}") from error
    return Saved(path, stamp_of(raw), backup)


def _back_up(path: Path, standing: bytes, backups: Path) -> Path | None:
    # This program writes no comments: a file that has some was written by hand since, and is kept once.
    if not toml.has_comments(standing.decode("utf-8", "replace")):
        return None
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    backup = backups / f"{path.stem}-{changed:%Y%m%dT%H%M%SZ}-{stamp_of(standing)[:6]}.toml"
    atomic.make_folder(backups)
    atomic.write(backup, standing)
    return backup


def save_beside(session: Session, path: Path, *, now: datetime, backups: Path) -> Saved:
    """Keep ours beside a file that was changed outside: `ID.conflict-TIME.toml`, a session of its own.

    Raises:
        NotSaved: the disk refused.
    """
    beside = path.with_name(f"{path.stem}.conflict-{now:%Y%m%dT%H%M%S}.toml")
    renamed = session.model_copy(update={"session": session.session.model_copy(update={"id": beside.stem})})
    return replace(save(renamed, beside, since=None, backups=backups), path=beside)
