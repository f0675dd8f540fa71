"""Words of the lexicons in a text, for those who judge a conversation: stems, classes and their places.

Everything is looked up once for a text and kept, because a chain is judged anew after each answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from brasstacks.language import Span
from brasstacks.language.lexicon import Lexicon, Phrases, shared, unbroken
from brasstacks.language.tokens import Token, composed, tokens

_NO_LEXICON = {"language": "none", "name": "none", "stemmer": "porter"}
"""For a language without a folder: words are still told apart, by a stemmer that harms little."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A text looked through."""

    text: str
    tokens: tuple[Token, ...]
    """Their places are those of the text in NFC; `spans` and `place` give those of the text as handed in."""
    stems: tuple[str, ...]
    classes: Mapping[str, tuple[Span, ...]]
    """The lexicon's classes (`roles`, `price`, …) and kinds (`k:hand_back`, …) that are there, with their words."""
    places: tuple[int, ...] | None = None

    def place(self, first: int, end: int) -> Span:
        """The stretch of the text from one token up to, and without, another."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        if self.places is None:
            return Span(start, stop)
        return Span(self.places[start], self.places[stop])

    def has(self, *names: str) -> bool:
        """Whether a word of any of these classes is there."""
        return any(name in self.classes for name in names)


@lru_cache(maxsize=16)
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; an empty one when the program has none."""
    folder = Path(__file__).parent / "language" / "data" / lang
    if not lang.isalpha() or not (folder / "lexicon.toml").is_file():
        return Lexicon(_NO_LEXICON)
    return shared(folder)


@lru_cache(maxsize=4096)
def look(text: str, lang: str) -> Looked:
    """Look a text through."""
    nfc, places = composed(text)
    row = tuple(tokens(nfc))
    words = lexicon(lang)
    stems = tuple(words.stems(token.norm) for token in row)
    bare = Looked(text, row, stems, {}, None if places is None else tuple(places))
    classes: dict[str, list[Span]] = {}
    for match in unbroken(words.match(stems), row):
        name = match.label.removeprefix("c:")
        classes.setdefault(name, []).append(bare.place(match.first, match.end))
    return Looked(text, row, stems, {name: tuple(spans) for name, spans in classes.items()}, bare.places)


@lru_cache(maxsize=1024)
def _phrases(words: tuple[str, ...], lang: str) -> Phrases:
    phrases = Phrases(lexicon(lang).stems)
    for word in words:
        phrases.add(word, "")
    return phrases


def find(words: tuple[str, ...], looked: Looked, lang: str) -> tuple[Span, ...]:
    """Where any of some phrases, written as people say them, stands in a text."""
    if not words:
        return ()
    matches = _phrases(words, lang).find(looked.stems)
    return tuple(looked.place(match.first, match.end) for match in matches)
