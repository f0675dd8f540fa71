"""Any word in any session: what a person types, as a query to the index; what it finds, with the sentence around it.

`stuck proj client:acme after:2026-11`: words in any inflection, all of which stand somewhere in the session; the last one
may be a beginning, as any with a `*`; in quotation marks they stand side by side. Filters narrow it down.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brasstacks.identity import SessionStatus
from brasstacks.language import stemming
from brasstacks.language.tokens import composed, tokens
from brasstacks.storage.index import ENTRY, Index
from brasstacks.storage.passage import Passage, texts_of
from brasstacks.storage.workspace import Entry

MOST_SPELLINGS = 400
"""Words that begin alike and are looked for by name; of those that begin with one letter there are more, and of these
only the stems that begin so are found."""

WIDEST = 240
"""Characters of a text that are shown around what was found in it."""

FILTERS = {
    "client": ("client", "cliente", "клиент"),
    "lang": ("lang", "lingua", "язык"),
    "state": ("state", "stato", "состояние"),
    "after": ("after", "dopo", "после"),
    "before": ("before", "prima", "до"),
    "due": ("due", "scadenza", "срок"),
}
"""What narrows a search down, and its names in the three languages."""

_NAMES = {name: which for which, names in FILTERS.items() for name in names}
_PART = re.compile(r'(?:(\w+):)?"([^"]*)"?|(\S+)')
_DAY = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several side by side, in every inflection."""

    words: tuple[str, ...]
    beginning: bool = False
    """Whether the last word may go on."""
    stems: frozenset[tuple[str, ...]] = frozenset()
    """The rows of stems under which it stands; see `resolved`."""
    single: frozenset[str] = frozenset()
    """Those of one stem."""

    @property
    def matching(self) -> str:
        """As FTS5 is asked for it; there are only letters and digits in it, and what stands inside a number."""
        asked = [f'"{" ".join(row)}"' for row in sorted(self.stems)]
        if self.beginning:
            asked.append(f'"{self.words[0]}" *')
        return f"({' OR '.join(asked)})"

    def stands_in(self, words: Sequence[str], stems: Sequence[str]) -> bool:
        """Whether it stands in a text."""
        if len(self.words) > 1:
            return any(self.found_at(at, words, stems) for at in range(len(words)))
        if self.beginning and f" {self.words[0]}" in f" {' '.join(words)}":
            return True
        return not self.single.isdisjoint(stems)

    def found_at(self, at: int, words: Sequence[str], stems: Sequence[str]) -> bool:
        """Whether it stands at a place in a text."""
        end = at + len(self.words)
        return tuple(stems[at:end]) in self.stems or (self.beginning and words[at].startswith(self.words[0]))


def resolved(db: sqlite3.Connection, term: Term) -> Term:
    """The term with the stems of every word that is spelled so, in whichever language it was said."""
    stems = set(stemming.readings(term.words))
    if len(term.words) == 1:
        word = term.words[0]
        until = word + chr(0x10FFFF) if term.beginning else word
        asked = "SELECT DISTINCT stem FROM spellings WHERE word BETWEEN ? AND ? LIMIT ?"
        spelled = db.execute(asked, (word, until, MOST_SPELLINGS))
        # Stems that begin with the word are found by their beginning.
        stems |= {(stem,) for (stem,) in spelled if not (term.beginning and stem.startswith(word))}
    return Term(term.words, term.beginning, frozenset(stems), frozenset(row[0] for row in stems if len(row) == 1))


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for."""

    terms: tuple[Term, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not self.terms and not self.filters


@dataclass(frozen=True, slots=True)
class Hit:
    """A session that was found, and where in it."""

    entry: Entry
    kind: str = ""
    """As in `passage.Passage`; empty when only a filter found it."""
    goal: str = ""
    place: str = ""
    words: str = ""
    """The sentence around what was found."""
    marked: tuple[tuple[int, int], ...] = ()
    """The stretches of it that were looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    total: int
    hits: tuple[Hit, ...]
    """The newest sessions, as many as were asked for."""


def parse(typed: str) -> Query:
    """What a person means by what they type. Never raises: what is no filter is a word."""
    terms: list[Term] = []
    filters: list[tuple[str, str]] = []
    for match in _PART.finditer(composed(typed)[0]):
        name, quoted, bare = match[1], match[2], match[3]
        last = match.end() == len(typed)
        if bare is not None and ":" in bare and bare.partition(":")[0].lower() in _NAMES:
            name, _, value = bare.partition(":")
            filters.append((_NAMES[name.lower()], value))
        elif name is not None and name.lower() in _NAMES:
            filters.append((_NAMES[name.lower()], quoted))
        elif bare is not None:
            terms += _terms(bare, beginning=last)
        elif row := stemming.words(f"{name or ''} {quoted}"):
            terms.append(Term(tuple(row)))
    return Query(tuple(terms), tuple(filters))


def _terms(bare: str, *, beginning: bool) -> list[Term]:
    row = stemming.words(bare)
    # One letter begins too much to be of use while one types on.
    open_end = bare.endswith("*") or (beginning and bare[-2:].isalnum() and len(bare) > 1)
    return [Term((word,), open_end and place == len(row)) for place, word in enumerate(row, 1)]


def search(index: Index, query: Query, *, first: int = 0, count: int = 20) -> Found:
    """What the index has of it, the newest sessions first.

    Raises:
        IndexUnavailable: another program is writing the index.
    """
    if query.empty:
        return Found(0, ())

    def work(db: sqlite3.Connection) -> Found:
        terms = [resolved(db, term) for term in query.terms]
        numbers = _numbers(db, terms, query.filters)
        hits = [_hit(db, index, number, terms) for number in numbers[first : first + count]]
        return Found(len(numbers), tuple(hits))

    return index.use(work)


def _numbers(db: sqlite3.Connection, terms: Sequence[Term], filters: Sequence[tuple[str, str]]) -> list[int]:
    """The sessions found, the newest first."""
    conditions = [_CONDITIONS[name](value.strip()) for name, value in filters]
    where = " AND ".join(f"({condition})" for condition, _given in conditions) or "1"
    values = [value for _condition, given in conditions for value in given]
    asked = f"SELECT number FROM sessions WHERE {where} ORDER BY at DESC, name DESC"  # noqa: S608
    numbers = [number for (number,) in db.execute(asked, values)]
    if not terms:
        return numbers
    matching = " AND ".join(term.matching for term in terms)
    # Put together here: asked for both at once, the database looks each session up for every word.
    found = {number for (number,) in db.execute("SELECT rowid FROM found WHERE found MATCH ?", (matching,))}
    return [number for number in numbers if number in found]


# ---------------------------------------------------------------- filters

Condition = tuple[str, Sequence[object]]


def _client(value: str) -> Condition:
    return _all_begin("who", value)


def _all_begin(column: str, value: str) -> Condition:
    words = stemming.words(value)
    return " AND ".join([f"instr({column}, ?)"] * len(words)) or "1", [f" {word}" for word in words]


def _lang(value: str) -> Condition:
    return "language = ?", [value.lower()]


def _state(value: str) -> Condition:
    if value and _UNREADABLE.startswith(value.lower()):
        return "reason != ''", []
    return "status = ?", [next((one for one in SessionStatus if value and one.startswith(value.lower())), value)]


def _after(value: str) -> Condition:
    """From that day on; of a month or a year its first day."""
    return "substr(updated, 1, 10) >= ?", [_first_day(value)]


def _before(value: str) -> Condition:
    return "substr(updated, 1, 10) < ?", [_first_day(value)]


def _due(value: str) -> Condition:
    """Something promised is not done: by that day when it is one, with those words when it is not."""
    if _DAY.fullmatch(value):
        return "due <= ?", [f"{_first_day(value)}~" if value.count("-") < 2 else _first_day(value)]
    condition, given = _all_begin("promised", value)
    return f"promised != '' AND {condition}", given


def _first_day(value: str) -> str:
    """A day as dates are compared; a month or a year is compared as far as it goes."""
    match = _DAY.match(value)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else value


_CONDITIONS: dict[str, Callable[[str], Condition]] = {
    "client": _client,
    "lang": _lang,
    "state": _state,
    "after": _after,
    "before": _before,
    "due": _due,
}


# ---------------------------------------------------------------- where it stands


def _hit(db: sqlite3.Connection, index: Index, number: int, terms: Sequence[Term]) -> Hit:
    row = db.execute(f"SELECT {ENTRY} FROM sessions WHERE number = ?", (number,)).fetchone()  # noqa: S608
    entry = index.entry(row)
    if not terms:
        return Hit(entry)
    language, texts = texts_of(db, number)
    best = _best(texts, stemming.stemmed(language), terms)
    words, marked = sentence(best.text, language, terms)
    return Hit(entry, best.kind, best.goal, best.place, words, marked)


def _best(texts: Iterable[Passage], stems: Mapping[str, str], terms: Sequence[Term]) -> Passage:
    """The first text that has the most of what was looked for."""
    best, most = Passage("", "", "", ""), 0
    for one in texts:
        words = stemming.words(one.text)
        found = list(map(stems.__getitem__, words))
        count = sum(term.stands_in(words, found) for term in terms)
        if count > most:
            best, most = one, count
        if most == len(terms):
            break
    return best


def sentence(text: str, language: str, terms: Sequence[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence of a text in which something stands that was looked for, and the stretches of it that are that."""
    text = composed(text)[0]
    row = [token for token in tokens(text) if token.norm[0].isalnum()]
    words = [token.norm.rstrip("'") for token in row]
    by_word = stemming.stemmed(language)
    stems = [by_word[word] for word in words]
    spans = [
        (row[at].start, row[at + len(term.words) - 1].end)
        for at in range(len(row))
        for term in terms
        if term.found_at(at, words, stems)
    ]
    if not spans:
        return text[:WIDEST], ()
    inside = next(token.sentence for token in row if token.start == spans[0][0])
    begin = next(token.start for token in row if token.sentence == inside)
    begin = 0 if row[0].start == begin else begin
    end = next((token.start for token in row if token.sentence > inside), len(text))
    begin, end = _narrowed(text, begin, end, spans[0])
    shown = text[begin:end].rstrip()
    marked = sorted({(a - begin, b - begin) for a, b in spans if begin <= a and b <= begin + len(shown)})
    return shown, tuple(_apart(marked))


def _narrowed(text: str, begin: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """At most `WIDEST` characters of a sentence, cut between words."""
    if end - begin <= WIDEST:
        return begin, end
    start = max(begin, min(span[0] - WIDEST // 2, end - WIDEST))
    if start > begin:
        blank = text.find(" ", start, span[0])
        start = blank + 1 if blank >= 0 else start
    stop = min(end, max(start + WIDEST, span[1]))
    if stop < end:
        blank = text.rfind(" ", span[1], stop)
        stop = blank if blank >= 0 else stop
    return start, stop


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order without those that reach into the one before."""
    return [*spans[:1], *(after for before, after in pairwise(spans) if after[0] >= before[1])]
