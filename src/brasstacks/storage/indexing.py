"""Files into the index: which of them changed, what they say, and their words by stem."""

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brasstacks import glance
from brasstacks.language import language_of, stemming
from brasstacks.recap import due_day, promised
from brasstacks.session import Session
from brasstacks.storage import files, passages
from brasstacks.storage.index import BATCH, PASSAGE_ENDS, Index, Stamp, known, stand, stored_glance
from brasstacks.storage.passage import Passage, texts_of
from brasstacks.storage.summary import summarise
from brasstacks.storage.workspace import Summary

_COLUMNS = [
    "name",
    "moment",
    "size",
    "inode",
    "client",
    "organisation",
    "title",
    "language",
    "status",
    "updated",
    "at",
    "goals",
    "concrete",
    "seconds",
    "who",
    "promised",
    "due",
    "days",
    "follow_ups",
    "glance",
    "reason",
]
_PUT = f"INSERT INTO sessions ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
AT_ONCE = 8 << 20
"""Bytes of new words that are put in order together: the more, the less is put together again later."""

_SAMPLE = 160
"""Characters of answers by which it is known in which language a conversation was really held."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A file as the index holds it."""

    name: str
    values: Sequence[object]
    language: str = ""
    texts: Sequence[Passage] = ()


def bring_up_to_date(index: Index, *, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> bool:
    """See `Index.refresh`."""
    return index.use(lambda db: _bring_up_to_date(db, index, tell, stop))


def _bring_up_to_date(
    db: sqlite3.Connection, index: Index, tell: Callable[[int, int], None], stop: Callable[[], bool]
) -> bool:
    folder = index.workspace.sessions_dir
    there, before = stand(folder), known(db)
    gone = [name for name in before if name not in there]
    # The newest first: those are what a person waits for.
    changed = sorted(
        (name for name in there if before.get(name) != there[name]), key=lambda name: there[name], reverse=True
    )
    _delete(db, gone)
    stems: dict[str, _Chunks] = {}
    db.execute("INSERT INTO found (found, rank) VALUES ('hashsize', ?)", (AT_ONCE,))
    for first in range(0, len(changed), BATCH):
        rows: list[_Row] = []
        for name in changed[first : first + BATCH]:
            if stop():
                break
            rows.append(_row(folder / name, there[name]))
            tell(first + len(rows), len(changed))
        _put(db, rows, stems)
        db.commit()
        if stop():
            break
    return bool(gone or changed)


# ---------------------------------------------------------------- a file into a row


def _row(path: Path, stamp: Stamp) -> _Row:
    try:
        session = files.load(path).session
    except files.SessionUnreadable as error:
        moment = datetime.fromtimestamp(stamp[0] / 1e9, UTC)
        nothing = ("", "", "", "", "", moment.isoformat(), moment.timestamp(), 0, 0, 0.0, "", "", None, "", "", "")
        reason = str(error).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return _Row(path.name, (os.fsencode(path.name), *stamp, *nothing, reason))
    texts = passages.of_session(session)
    values = (os.fsencode(path.name), *stamp, *_values(summarise(session, path), session), "")
    return _Row(path.name, values, _language(session, texts), texts)


def _language(session: Session, texts: Iterable[Passage]) -> str:
    """In which the conversation was held; that of the questions is only what was planned."""
    answers = " ".join(one.text for one in texts if one.kind == "turns.answer")[:_SAMPLE]
    return language_of(answers, session.session.language)


def _values(one: Summary, session: Session) -> Sequence[object]:
    waiting = promised(session)
    known = [promise for promise in session.follow_ups if promise.origin or not promise.done]
    days = [(one.key_in(session.id), "" if one.done else str(due_day(one) or "")) for one in known]
    dates = [match[0] for promise in waiting if (match := _DAY.search(promise.due))]
    who = [one.client, one.organisation, *(person.name for person in session.client.people)]
    summary = (one.client, one.organisation, one.title, one.language, str(one.status), one.updated.isoformat())
    counted = (one.updated.timestamp(), one.goals, one.concrete, one.seconds)
    due = [f"{promise.due} {promise.text}" for promise in waiting]
    follow_ups = json.dumps([promise.model_dump(mode="json") for promise in known]) if known else ""
    return (
        *summary,
        *counted,
        _edged(who),
        _edged(due),
        min(dates, default=None),
        json.dumps(days) if days else "",
        follow_ups,
        stored_glance(glance.at(session)),
    )


def _edged(texts: Iterable[str]) -> str:
    """The words of texts each after a blank, by which its beginning is known."""
    return "".join(f" {word}" for word in stemming.words(" ".join(texts)))


class _Chunks(dict[str, str]):
    """What stands between blanks, quotation marks and commas included, as the stems of its words.

    The same few thousand come again and again: looked up whole, and as they are spelled, they cost a quarter of what
    parting each text costs.
    """

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._stems = stemming.stemmed(lang)
        self.fresh: list[tuple[str, str]] = []
        """The words that were met for the first time, each with its stem."""

    def __missing__(self, chunk: str) -> str:
        """Of one that was not seen yet."""
        if len(self) > stemming.MOST_KEPT:
            self.clear()
        spelled = [(word, self._stems[word]) for word in stemming.words(chunk, PASSAGE_ENDS)]
        self.fresh += spelled
        self[chunk] = " ".join(stem for _word, stem in spelled)
        return self[chunk]

    def of(self, texts: Iterable[Passage]) -> str:
        """The stems of a session."""
        return " ".join(map(self.__getitem__, _chunked(texts)))

    def keep_spellings(self, db: sqlite3.Connection) -> None:
        """Write down how the stems are spelled that were met since."""
        db.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?)", self.fresh)
        self.fresh.clear()


def _chunked(texts: Iterable[Passage]) -> list[str]:
    """What stands between the blanks of a session's texts, with a mark after each text."""
    # Joined by a sign that hardly any text has, so that the mark is taken out of all of them at once.
    joined = "\0".join([one.text for one in texts])
    return joined.replace(PASSAGE_ENDS, " ").replace("\0", f" {PASSAGE_ENDS} ").split()


# ---------------------------------------------------------------- a row into the database


def _put(db: sqlite3.Connection, rows: Sequence[_Row], stems: dict[str, _Chunks]) -> None:
    _delete(db, [row.name for row in rows])
    for row in rows:
        number = db.execute(_PUT, row.values).lastrowid
        if not row.texts:
            continue
        chunks = stems.setdefault(row.language, _Chunks(row.language))
        passages = json.dumps(row.texts, ensure_ascii=False)
        db.execute("INSERT INTO texts VALUES (?, ?, ?)", (number, row.language, passages))
        db.execute("INSERT INTO found (rowid, stems) VALUES (?, ?)", (number, chunks.of(row.texts)))
    for chunks in stems.values():
        chunks.keep_spellings(db)


def take_out(index: Index, names: Sequence[str]) -> None:
    """Take files out of the index, whether they are there or not."""
    index.use(lambda db: _delete(db, names))


def _delete(db: sqlite3.Connection, names: Sequence[str]) -> None:
    for name in names:
        row = db.execute("SELECT number FROM sessions WHERE name = ?", (os.fsencode(name),)).fetchone()
        if row is not None:
            _delete_number(db, int(row[0]))


def _delete_number(db: sqlite3.Connection, number: int) -> None:
    language, texts = texts_of(db, number)
    if texts:
        # An index that does not keep its content is told what it had.
        had = _Chunks(language).of(texts)
        db.execute("INSERT INTO found (found, rowid, stems) VALUES ('delete', ?, ?)", (number, had))
    db.execute("DELETE FROM texts WHERE session = ?", (number,))
    db.execute("DELETE FROM sessions WHERE number = ?", (number,))


def leave_no_trace(index: Index) -> None:
    """Write the index anew without what was taken out: a deleted word would else stay in it until its place is needed."""

    def work(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM spellings")
        stems: dict[str, _Chunks] = {}
        for (number,) in db.execute("SELECT session FROM texts").fetchall():
            language, texts = texts_of(db, number)
            stems.setdefault(language, _Chunks(language)).of(texts)
        for chunks in stems.values():
            chunks.keep_spellings(db)
        db.execute("INSERT INTO found (found) VALUES ('optimize')")
        db.commit()
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    index.use(work)
