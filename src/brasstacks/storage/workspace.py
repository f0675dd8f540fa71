"""The folder in which one person's sessions and banks live."""

import errno
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from brasstacks.identity import ID_PATTERN, SessionStatus
from brasstacks.storage import atomic
from brasstacks.words import _

_IGNORED = "# Locks, drafts, backups: nothing that belongs to a repository\n.brasstacks/\n"


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in a list."""

    id: str
    path: Path
    client: str
    organisation: str
    title: str
    language: str
    updated: datetime
    goals: int
    concrete: int
    """How many criteria a stranger could check."""
    status: SessionStatus
    seconds: float
    """How long the conversation has lasted."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file among the sessions that cannot be read."""

    id: str
    path: Path
    reason: str
    """File, line, field, what and mend."""
    updated: datetime
    """When the file was last changed."""


Entry = Summary | Refusal


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `sessions/` and `question_banks/`."""

    root: Path

    @property
    def sessions_dir(self) -> Path:
        """Where the sessions' files stand."""
        return self.root / "sessions"

    @property
    def banks_dir(self) -> Path:
        """Where one's own banks stand; they win over the shipped ones."""
        return self.root / "question_banks"

    @property
    def settings_file(self) -> Path:
        """What a person has set for it; may be missing."""
        return self.root / "brasstacks.toml"

    @property
    def hidden(self) -> Path:
        """Where the program keeps what no person edits."""
        return self.root / ".brasstacks"

    @property
    def locks_dir(self) -> Path:
        """Who has which session open."""
        return self.hidden / "locks"

    @property
    def drafts_dir(self) -> Path:
        """What stands in the box, by session."""
        return self.hidden / "drafts"

    @property
    def backups_dir(self) -> Path:
        """Files that a person wrote comments into, before they were overwritten."""
        return self.hidden / "backups"

    @property
    def aside_dir(self) -> Path:
        """Sessions that could not be saved to their files yet."""
        return self.hidden / "aside"

    def make_hidden(self, folder: Path) -> None:
        """Make a folder in `.brasstacks/`.

        Raises:
            OSError: the disk refused, or the workspace is gone: in the place where a disk was mounted nothing is
                written while it is away.
        """
        if not self.sessions_dir.is_dir() and not any(self.root.glob("*.toml")):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.root))
        for one in (self.hidden, folder):
            atomic.make_folder(one)

    def ids(self) -> tuple[str, ...]:
        """The ids of the sessions, readable or not, in the order of the alphabet."""
        return tuple(path.stem for path in self._paths())

    def _paths(self) -> list[Path]:
        if not self.sessions_dir.is_dir():
            return []
        return sorted(path for path in self.sessions_dir.glob("*.toml") if not path.name.startswith("."))

    def newest(self) -> "list[Path]":
        """The sessions' files, readable or not, that which was changed last first."""

        def moment(path: Path) -> float:
            try:
                return path.stat().st_mtime
            except OSError:
                return 0.0

        return sorted(self._paths(), key=moment, reverse=True)

    def session_path(self, session_id: str) -> Path:
        """The file of a session of that id, there or not.

        Raises:
            ValueError: it is no id, and could lead out of the workspace.
        """
        if not ID_PATTERN.fullmatch(session_id):
            raise ValueError(
                _("{id} is no id of a session: letters, digits, '-', '_' and '.'").format(id=repr(session_id))
            )
        return self.sessions_dir / f"{session_id}.toml"

    def resolve(self, session: str) -> Path:
        """The file that a person means: a path, an id, or the beginning of one id only.

        Raises:
            LookupError: there is no such session, or several begin so; lists what exists.
        """
        path = Path(session)
        if path.is_file():
            return path
        ids = self.ids()
        wanted = unicodedata.normalize("NFC", session)
        same = [one for one in ids if session == one] or [one for one in ids if wanted == _composed(one)]
        close = same or [one for one in ids if wanted and _composed(one).startswith(wanted)]
        if len(close) == 1:
            return self.sessions_dir / f"{close[0]}.toml"
        if close:
            raise LookupError(
                _("{session}: several sessions begin so: {known}").format(session=session, known=", ".join(close))
            )
        if not ids:
            words = _("{session}: no such file and no session of {folder}, where there are none yet")
            raise LookupError(words.format(session=session, folder=self.root))
        words = _("{session}: no such file and no session of {folder}; there are: {known}")
        raise LookupError(words.format(session=session, folder=self.root, known=", ".join(ids)))

    def list(self) -> tuple[Entry, ...]:
        """Every session, the newest first; one that cannot be read says why and hides no other."""
        from brasstacks.storage.summary import entry_of  # noqa: PLC0415 - whoever lists from the index reads no file

        return tuple(sorted(map(entry_of, self._paths()), key=lambda entry: (entry.updated, entry.id), reverse=True))


def _composed(name: str) -> str:
    """A name however its disk spells its accents."""
    return unicodedata.normalize("NFC", name)


def of_session(path: Path) -> Workspace:
    """The workspace of a session that was opened by its path: where its `sessions/` stands, else its own folder."""
    folder = path.resolve().parent
    return Workspace(folder.parent if folder.name == "sessions" else folder)


def find(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Workspace:
    """The workspace meant: the one named, `BRASSTACKS_WORKSPACE`, where one stands, or the person's own.

    Args:
        explicit: as `--workspace` names it.
        environ: the environment.
        cwd: where one stands; a workspace when it holds `sessions/`.
    """
    named = explicit or (Path(value) if (value := environ.get("BRASSTACKS_WORKSPACE")) else None)
    if named is not None:
        return Workspace((cwd / named.expanduser()).absolute())
    if (cwd / "sessions").is_dir():
        return Workspace(cwd)
    import platformdirs  # noqa: PLC0415 - nobody asks for it where a workspace is named

    return Workspace(Path(platformdirs.user_data_dir("brasstacks", appauthor=False)))


def init(root: Path) -> Workspace:
    """Make a workspace; what is there already stays. Raises OSError."""
    workspace = Workspace(root)
    for folder in (root, workspace.sessions_dir, workspace.banks_dir, workspace.hidden):
        atomic.make_folder(folder)
    ignore = root / ".gitignore"
    if not os.path.lexists(ignore):
        atomic.write(ignore, _IGNORED.encode())
    return workspace
