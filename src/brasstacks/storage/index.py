"""The index of a workspace: what its sessions are, and every word that stands in them.

Disposable: the files are the truth, and what is here is made from them. Missing, broken or of another version it is made
anew, and `refresh` keeps it true by each file's moment, size and inode. Where the disk takes none it stands in memory.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import astuple
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brasstacks.identity import SessionStatus
from brasstacks.plain import Glance, GoalGlance, GoalStatus, Open, Waits
from brasstacks.storage import atomic
from brasstacks.storage.workspace import Entry, Refusal, Summary, Workspace
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.session import FollowUp

T = TypeVar("T")


SCHEMA = 4
"""Of the tables below."""

BATCH = 200
"""Sessions that are read before they are written down together."""

PASSAGE_ENDS = "|"
"""Between two texts of a session, so that no phrase reaches from one into the next."""

_TABLES = f"""
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sessions (
    number INTEGER PRIMARY KEY,
    name BLOB UNIQUE, moment INTEGER, size INTEGER, inode INTEGER,
    client TEXT, organisation TEXT, title TEXT, language TEXT, status TEXT,
    updated TEXT, at REAL, goals INTEGER, concrete INTEGER, seconds REAL,
    who TEXT, promised TEXT, due TEXT, days TEXT, follow_ups TEXT,
    glance TEXT,
    reason TEXT
);
CREATE INDEX IF NOT EXISTS newest ON sessions (at DESC, name DESC);
CREATE TABLE IF NOT EXISTS texts (session INTEGER PRIMARY KEY, language TEXT, passages TEXT);
CREATE TABLE IF NOT EXISTS spellings (word TEXT, stem TEXT, PRIMARY KEY (word, stem)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5 (
    stems, content='', tokenize="ascii tokenchars '.,:{PASSAGE_ENDS}'"
);
PRAGMA user_version = {SCHEMA};
"""
"""Words are found by their stems, and the beginning of a word by those that are spelled so.
`who`, `promised` and `due` are for filters: words about the client, of what was promised, its earliest date.
`follow_ups`, as JSON, is what was promised and is not done yet, with all that was carried over from an earlier session: for what
was done here may stand there as it was. `days` are its days under the key of each promise, empty for done and none.
`glance` is what is seen of a session beside the list, as JSON.
A file's name is kept as its bytes, for not every disk's are UTF-8."""

_NO_DISK = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PERM,
}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA}

_CARRIED_LAST = "ORDER BY name"
"""A session's name begins with its day: of a promise that was carried over the newest copy comes last, and holds."""

Stamp = tuple[int, int, int]
"""By which a file is known to be as it was: when it was changed (nanoseconds), its bytes, its inode."""


class IndexUnavailable(Exception):  # noqa: N818 - it says what is the case
    """The index cannot be used just now: one sentence."""


class Index:
    """The index of one workspace. May be used from any thread."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is opened before it is needed."""
        self.workspace = workspace
        self.path = workspace.hidden / "index.sqlite3"
        self._memory: sqlite3.Connection | None = None
        self._guard = threading.RLock()
        self._refreshing = threading.Lock()

    # ------------------------------------------------------------ what it says

    def count(self) -> int:
        """How many sessions are known, readable or not."""
        return self.use(lambda db: int(db.execute("SELECT count(*) FROM sessions").fetchone()[0]))

    def page(self, first: int, count: int) -> tuple[Entry, ...]:
        """So many sessions from that one on, the newest first."""
        query = f"SELECT {ENTRY} FROM sessions ORDER BY at DESC, name DESC LIMIT ? OFFSET ?"  # noqa: S608 - our own columns
        return self.use(lambda db: tuple(self.entry(row) for row in db.execute(query, (count, first))))

    def due(self, today: date) -> int:
        """How much of what was promised and is not done is due: of today or an earlier day."""
        rows = self.use(lambda db: db.execute(f"SELECT days FROM sessions WHERE days != '' {_CARRIED_LAST}").fetchall())  # noqa: S608 - our own words
        newest = {key: day for (days,) in rows for key, day in json.loads(days)}
        return sum("" < day <= today.isoformat() for day in newest.values())

    def glance(self, path: Path) -> Glance | None:
        """A session at a glance; None when it is not known, or cannot be read."""
        query = "SELECT glance FROM sessions WHERE name = ? AND glance != ''"
        found = self.use(lambda db: db.execute(query, (os.fsencode(path.name),)).fetchone())
        return _glance(found[0]) if found else None

    def owing(self) -> "tuple[tuple[Summary, FollowUp], ...]":
        """What is promised and not done in any session."""
        query = f"SELECT follow_ups, {ENTRY} FROM sessions WHERE follow_ups != '' {_CARRIED_LAST}"  # noqa: S608 - our own columns
        rows = self.use(lambda db: [(row[0], self.entry(row[1:])) for row in db.execute(query)])
        newest = {
            one.key_in(entry.id): (entry, one)
            for stored, entry in rows
            if isinstance(entry, Summary)
            for one in _promises(stored)
        }
        return tuple((entry, one) for entry, one in newest.values() if not one.done)

    def entry(self, row: Sequence[object]) -> Entry:
        """A row of the columns `ENTRY` as a list shows it."""
        name, client, organisation, title, language, status, updated, goals, concrete, seconds, reason = row
        path = self.workspace.sessions_dir / name_of(name)
        moment = datetime.fromisoformat(str(updated))
        if reason:
            return Refusal(path.stem, path, str(reason), moment)
        return Summary(
            id=path.stem,
            path=path,
            client=str(client),
            organisation=str(organisation),
            title=str(title),
            language=str(language),
            updated=moment,
            goals=int(str(goals)),
            concrete=int(str(concrete)),
            status=SessionStatus(str(status)),
            seconds=float(str(seconds)),
        )

    # ------------------------------------------------------------ kept true

    def is_true(self) -> bool:
        """Whether every file is as it was when it was read; no file is read."""
        return self.use(known) == stand(self.workspace.sessions_dir)

    def refresh(
        self,
        *,
        tell: Callable[[int, int], None] = lambda _done, _all: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Make the index say what the files say; only those that changed are read.

        Args:
            tell: called with how many of how many files are read.
            stop: asked before each file whether to leave the rest for another time.

        Returns:
            Whether anything was different.

        Raises:
            IndexUnavailable: another program is writing it.
        """
        with self._refreshing:
            if not self.workspace.sessions_dir.is_dir() and not self.path.exists():
                return False
            self._of_these_stems()
            if self.is_true():
                return False
            from brasstacks.storage.indexing import bring_up_to_date  # noqa: PLC0415 - nobody needs it who reads no file

            return bring_up_to_date(self, tell=tell, stop=stop)

    def _of_these_stems(self) -> None:
        """An index of other stems than ours would be searched for words that it does not have."""
        from brasstacks.language import stemming  # noqa: PLC0415 - whoever only lists does without it

        ours = stemming.stemmers()
        theirs = self.use(lambda db: db.execute("SELECT value FROM meta WHERE name = 'stems'").fetchone())
        if theirs is not None and theirs[0] != ours:
            self.discard()
        if theirs is None or theirs[0] != ours:
            self.use(lambda db: db.execute("INSERT OR REPLACE INTO meta VALUES ('stems', ?)", (ours,)))

    # ------------------------------------------------------------ the database

    def use(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the database; one that is broken is begun anew, and one that has no disk lives in memory.

        Raises:
            IndexUnavailable: another program is writing it.
        """
        for _attempt in range(3):
            try:
                with self._open() as db:
                    return work(db)
            except sqlite3.DatabaseError as error:
                code = error.sqlite_errorcode & 0xFF
                if code in _NO_DISK:
                    self._go_to_memory()
                elif (code in _BROKEN or "no such table" in str(error)) and self._memory is None:
                    self.discard()
                else:
                    raise IndexUnavailable(_("{path}: {why}: try again").format(path=self.path, why=error)) from error
            except OSError:
                self._go_to_memory()
        raise IndexUnavailable(_("{path}: cannot be made: delete it, and try again").format(path=self.path))

    def discard(self) -> None:
        """Throw the index away; it is made anew when it is needed. Raises OSError."""
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                self.path.with_name(self.path.name + ending).unlink()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        memory = self._memory
        with self._guard if memory else nullcontext():
            if memory:
                yield memory
                memory.commit()
                return
            with closing(self._connect()) as db:
                yield db
                db.commit()

    def _connect(self) -> sqlite3.Connection:
        self.workspace.make_hidden(self.path.parent)
        with suppress(FileExistsError):
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, atomic.PRIVATE_FILE))
        db = sqlite3.connect(self.path, timeout=5)
        try:
            self._prepare(db, journal="WAL")
        except BaseException:
            db.close()
            raise
        return db

    def _prepare(self, db: sqlite3.Connection, *, journal: str) -> None:
        # Sorting uses no file elsewhere.
        db.executescript("PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA:
            return
        if version:
            raise _other_version()
        db.execute(f"PRAGMA journal_mode = {journal}")
        db.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT")

    def _go_to_memory(self) -> None:
        with self._guard:
            if self._memory is None:
                db = sqlite3.connect(":memory:", check_same_thread=False)
                self._prepare(db, journal="MEMORY")
                self._memory = db


def stored_glance(glance: Glance) -> str:
    """A session at a glance as a row holds it."""
    return json.dumps(astuple(glance), ensure_ascii=False)


def _glance(stored: str) -> Glance:
    planned, goals, last_answer, waiting, in_hand = json.loads(stored)
    return Glance(
        planned,
        tuple(GoalGlance(words, GoalStatus(status), *counts) for words, status, *counts in goals),
        last_answer,
        Open(Waits(waiting[0]), waiting[1], tuple(waiting[2])) if waiting else None,
        in_hand,
    )


def _promises(stored: str) -> "tuple[FollowUp, ...]":
    from brasstacks.session import FollowUp  # noqa: PLC0415 - whoever only lists does without it

    return tuple(map(FollowUp.model_validate, json.loads(stored)))


ENTRY = "name, client, organisation, title, language, status, updated, goals, concrete, seconds, reason"
"""The columns of a session in a list."""


def _other_version() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("of another version")
    error.sqlite_errorcode = sqlite3.SQLITE_SCHEMA
    return error


def name_of(stored: object) -> str:
    """A file's name as this system has it."""
    return os.fsdecode(stored if isinstance(stored, bytes) else str(stored))


def known(db: sqlite3.Connection) -> dict[str, Stamp]:
    """The files as they were when they were read last, by name."""
    query = "SELECT name, moment, size, inode FROM sessions"
    return {os.fsdecode(name): (moment, size, inode) for name, moment, size, inode in db.execute(query)}


def stand(folder: Path) -> dict[str, Stamp]:
    """The files as they are now, by name."""
    try:
        names = [one.name for one in os.scandir(folder) if one.name.endswith(".toml") and one.name[0] != "."]
    except OSError:
        return {}
    stamps = ((name, stamp_of(folder / name)) for name in names)
    return {name: stamp for name, stamp in stamps if stamp is not None}


def stamp_of(path: Path) -> Stamp | None:
    """How a file stands; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        try:
            found = path.lstat()
        except OSError:
            return None
    return found.st_mtime_ns, found.st_size, found.st_ino
