"""Lexicons: words and phrases as people say them, found by their stems in one pass over the tokens.

A lexicon has kinds (what a finding may be, with its reason) and classes (roles, artefacts, deadlines, …).
Both are matched alike; a match is a stretch of tokens with the label `k:KIND` or `c:CLASS`.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import compress, crc32, decompress

import Stemmer

from brasstacks.language.reading import Kind
from brasstacks.language.tokens import Token, composed, norms

TYPO_LETTERS = 7
"""A word of at least so many letters is found with one letter wrong, too."""


SHORTEST_STEM = 3
"""Of fewer letters a stem is a stump ("ии" and "и", "доить" and "до" would be one word): the word stays whole."""
LITTLE_WORDS = "function_words"
"""The class whose single words stay whole, and on which no other word's stem may fall ("почта", "почти")."""

_NOWHERE: frozenset[int] = frozenset()


class Match(NamedTuple):
    """An entry found: the tokens `first` up to, and without, `end`."""

    first: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a lexicon says of one kind of finding."""

    challenge: bool
    why: str


class LexiconError(ValueError):
    """A lexicon that cannot be used; the message names the file, the place and the mend."""


class Stems:
    """The stems of one language, kept per word."""

    def __init__(self, algorithm: str, little: Iterable[str] = ()) -> None:
        """Take the Snowball algorithm of that name, and the words that it spares; raises LexiconError when there is none."""
        try:
            self._stemmer = Stemmer.Stemmer(algorithm)
        except KeyError as error:
            names = ", ".join(Stemmer.algorithms())
            raise LexiconError(f"there is no stemmer {algorithm!r}; choose one of {names}") from error
        self._little = frozenset(word.rstrip("'") for entry in little for word in norms(entry) if " " not in entry)
        self._roots = frozenset(map(self._root, self._little))
        self._known: dict[str, str] = {}

    def __call__(self, norm: str) -> str:
        """The stem of a word that `tokens.normal` has been over."""
        stem = self._known.get(norm)
        if stem is None:
            if len(self._known) > 50_000:
                self._known.clear()
            stem = self._known[norm] = self._cut(norm.rstrip("'"))
        return stem

    def _cut(self, word: str) -> str:
        stem = self._root(word)
        spared = len(stem) < SHORTEST_STEM or word in self._little or stem in self._little
        return word if spared else stem

    def _root(self, word: str) -> str:
        root: str = self._stemmer.stemWord(word).replace("ё", "е")
        return root

    def is_little(self, norm: str) -> bool:
        """Whether a word may be a little one, in any inflection: "questa" as well as "questo"."""
        return self._root(norm.rstrip("'")) in self._roots


@dataclass
class Phrases:
    """Phrases by the stem of their first word."""

    stems: Stems
    by_first: dict[str, "dict[tuple[str, ...], list[str]] | str"] = field(default_factory=dict)
    """By the stem of the first word: the stems of the others, and the labels of that phrase; or these, still folded."""
    _lengths: dict[str, set[int]] = field(default_factory=dict)
    """By the stem of the first word: how many others the phrases have."""

    def add(self, phrase: str, label: str) -> None:
        """Take up a phrase; one without a word is passed over."""
        stems = self.cut(phrase)
        if stems:
            labels = self._of(stems[0]).setdefault(stems[1:], [])
            if label not in labels:
                labels.append(label)
            self._lengths.setdefault(stems[0], set()).add(len(stems) - 1)

    def _of(self, first: str) -> dict[tuple[str, ...], list[str]]:
        """The phrases with a first stem, unfolded."""
        entries = self.by_first.setdefault(first, {})
        if isinstance(entries, str):
            entries = {
                tuple(rest.split()): labels.split()
                for rest, _, labels in (line.partition("\t") for line in entries.split("\n"))
            }
            # In this order: another thread that finds the entries finds their lengths.
            self._lengths[first] = {len(rest) for rest in entries}
            self.by_first[first] = entries
        return entries

    def folded(self) -> dict[str, str]:
        """All phrases as strings, each to be unfolded when its first word is met: `Phrases(stems, folded)`."""
        return {
            first: "\n".join(f"{' '.join(rest)}\t{' '.join(labels)}" for rest, labels in self._of(first).items())
            for first in list(self.by_first)
        }

    def cut(self, phrase: str) -> tuple[str, ...]:
        """The stems of a phrase, cut as any text is."""
        return tuple(map(self.stems, norms(composed(phrase)[0])))

    def find(self, stems: Sequence[str]) -> list[Match]:
        """Every phrase in a row of stems, in the order of the text; they may overlap."""
        found: list[Match] = []
        known, size = self.by_first, len(stems)
        if known.keys().isdisjoint(stems):
            return found
        for at, stem in enumerate(stems):
            if stem not in known:
                continue
            entries = self._of(stem)
            for length in self._lengths[stem]:
                end = at + 1 + length
                if end <= size:
                    labels = entries.get(tuple(stems[at + 1 : end]))
                    if labels:
                        found += [Match(at, end, label) for label in labels]
        return found


class Lexicon:
    """One language's words."""

    def __init__(self, data: Mapping[str, Any], where: str = "lexicon") -> None:
        """Build from what `lexicon.toml` says; raises LexiconError with the place when it does not hold."""
        self.language = _text(data, "language", where)
        self.name = _text(data, "name", where)
        self.stemmer = _text(data, "stemmer", where)
        self.stems = Stems(self.stemmer, data.get("classes", {}).get(LITTLE_WORDS, {}).get("entries", ()))
        self.phrases = Phrases(self.stems)
        self.fine = Phrases(self.stems)
        self.kinds: dict[Kind, KindWords] = {}
        self.texts: Mapping[str, str] = data.get("texts", {})
        self.rules: Mapping[str, object] = data.get("rules", {})
        """The phrases of `rules.Rules`."""
        folded = data.get("folded")
        self.folded = folded is not None
        """Whether this was read from what `fold` wrote."""
        if folded is not None:
            self.phrases.by_first.update(folded["phrases"])
            self.fine.by_first.update(folded["fine"])
        for name, table in data.get("kinds", {}).items():
            place = f"{where}: kinds.{name}"
            if name not in Kind.__members__.values():
                raise LexiconError(f"{place}: there is no such kind; choose one of {', '.join(Kind)}")
            kind = Kind(name)
            self.kinds[kind] = KindWords(bool(table.get("challenge", True)), str(table.get("why", "")))
            self._take(_entries(table, place), f"k:{kind}")
            for phrase in table.get("except", ()):
                self.fine.add(phrase, f"k:{kind}")
        for name, table in data.get("classes", {}).items():
            if not self.folded:
                self._take(_entries(table, f"{where}: classes.{name}"), f"c:{name}")
        self._near: _Near | None = None
        self._data = data

    @property
    def words(self) -> list[str]:
        """Every word of the entries, as often as it stands there."""
        tables = [*self._data.get("kinds", {}).values(), *self._data.get("classes", {}).values()]
        return [norm for table in tables for entry in table.get("entries", ()) for norm in norms(entry)]

    def _take(self, entries: Iterable[str], label: str) -> None:
        for entry in entries:
            self.phrases.add(entry, label)

    def match(self, stems: Sequence[str], extra: Phrases | None = None) -> list[Match]:
        """Every entry found in a row of stems, the kinds' exceptions taken out."""
        found = self.phrases.find(stems)
        if extra is not None:
            found += extra.find(stems)
        if self.fine.by_first:
            covered: dict[str, set[int]] = {}
            for fine in self.fine.find(stems):
                covered.setdefault(fine.label, set()).update(range(fine.first, fine.end))
            if covered:
                found = [m for m in found if covered.get(m.label, _NOWHERE).isdisjoint(range(m.first, m.end))]
        return found

    @lru_cache(maxsize=20_000)  # noqa: B019  (a lexicon lives as long as the process)
    def mended(self, stem: str) -> str:
        """The stem meant by a long one that the lexicon does not have: one letter off, or the same."""
        if len(stem) < TYPO_LETTERS - 1 or stem in self.phrases.by_first:
            return stem
        if self._near is None:
            self._near = _Near(self.phrases.by_first)
        return min((known for known in self._near.of(stem) if one_letter_off(stem, known)), default=stem)


WRITTEN, RULES = "lexicon.toml", "rules.toml"
FOLDED = "lexicon.bin"
"""What `fold` writes: the lexicon as it is used, deflated JSON; quicker to load by far than its TOML."""


@cache
def shared(folder: Path) -> Lexicon:
    """The lexicon of a language's folder, one for all who look words up in it. Raises LexiconError, OSError."""
    return load(folder)


def load(folder: Path) -> Lexicon:
    """The lexicon of a language's folder. Raises LexiconError, OSError.

    The folded file stands for `lexicon.toml` and `rules.toml` as long as those are what it was folded from.
    """
    folded = folder / FOLDED
    if folded.is_file():
        data = json.loads(decompress(folded.read_bytes()))
        if data["of"] == _stamp(folder):
            return Lexicon(data, str(folder))
    return written(folder)


def written(folder: Path) -> Lexicon:
    """The lexicon of a language's folder, from its TOML. Raises LexiconError, OSError."""
    return Lexicon(_parsed(folder), str(folder / WRITTEN))


def fold(folder: Path) -> None:
    """Write a language's lexicon folded. Raises LexiconError, OSError."""
    data = _parsed(folder)
    lexicon = Lexicon(data, str(folder))
    for table in data.get("kinds", {}).values():
        table.pop("entries", None)
        table.pop("except", None)
    for name in [name for name in data.get("classes", {}) if name != LITTLE_WORDS]:
        del data["classes"][name]
    data["of"] = _stamp(folder)
    data["folded"] = {"phrases": lexicon.phrases.folded(), "fine": lexicon.fine.folded()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / FOLDED).write_bytes(compress(text.encode(), 9))


def _stamp(folder: Path) -> list[int]:
    return [crc32(file.read_bytes()) if file.is_file() else 0 for file in (folder / WRITTEN, folder / RULES)]


def _parsed(folder: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  (a folded lexicon needs none)

    data, rules = {}, {}
    file = folder / WRITTEN
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        file = folder / RULES
        rules = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error
    return {**data, "rules": rules}


def one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is missing, too many, wrong, or two neighbours are swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )


class _Near:
    """Which stems have the beginning or the end of a long word: one wrong letter leaves either of them whole."""

    def __init__(self, stems: Iterable[str]) -> None:
        """Sort them from the front and from the back: two lists, where a table of all halves takes 3 MB."""
        self._forwards = sorted(stem for stem in stems if len(stem) >= TYPO_LETTERS - 1)
        self._backwards = sorted(self._forwards, key=_backwards)

    def of(self, stem: str) -> Iterator[str]:
        """Those with its first four letters or its last four; some twice."""
        forwards, backwards = self._forwards, self._backwards
        for at in range(bisect_left(forwards, stem[:4]), len(forwards)):
            if not forwards[at].startswith(stem[:4]):
                break
            yield forwards[at]
        for at in range(bisect_left(backwards, _backwards(stem[-4:]), key=_backwards), len(backwards)):
            if not backwards[at].endswith(stem[-4:]):
                break
            yield backwards[at]


def _backwards(stem: str) -> str:
    return stem[::-1]


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise LexiconError(f'{where}: {key} is missing; write {key} = "…" at the top')
    return value


def _entries(table: Mapping[str, Any], place: str) -> list[str]:
    entries = table.get("entries", [])
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise LexiconError(f"{place}: entries must be a list of phrases in quotation marks")
    return entries


def unbroken(matches: Iterable[Match], row: Sequence[Token]) -> list[Match]:
    """The matches that stand in one sentence: "its own. It's" does not own it.

    After the stop of an abbreviation ("усил. контроль") a small letter goes on with the same sentence.
    """
    return [
        match
        for match in matches
        if match.end - match.first == 1
        or not any(token.first and token.text[:1].isupper() for token in row[match.first + 1 : match.end])
    ]


def labels_of(count: int, matches: Iterable[Match]) -> list[tuple[str, ...]]:
    """For each of `count` tokens the labels that cover it, sorted, each once."""
    sets: list[set[str]] = [set() for _ in range(count)]
    for match in matches:
        for at in range(match.first, match.end):
            sets[at].add(match.label)
    return [tuple(sorted(labels)) if labels else () for labels in sets]
