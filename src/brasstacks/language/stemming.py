"""Words as they are searched for: every inflection under one stem, whichever language it is said in.

The stems are those by which the lexicons are matched. No lexicon is loaded for them: of its file only the lines are read
that say how a language is called and stemmed.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from brasstacks.language import languages
from brasstacks.language.lexicon import Stems

_SAID = re.compile(r'^(name|stemmer) = "(\w+)"', re.MULTILINE)
_ACCENTS = ("\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}")
_VOWELS = frozenset("aeiou")
"""They carry an accent at the end of a word that is left out in haste: `qualita`, `perche`."""


MOST_KEPT = 50_000
"""Words whose stems are remembered; then they are forgotten, all at once."""


class Stemmed(dict[str, str]):
    """The stem of each word in texts of one language; a word in other letters is stemmed as one of theirs."""

    def __init__(self, lang: str) -> None:
        """Take the language; one that is not known stems as the first that is written so."""
        super().__init__()
        self._lang = lang

    def __missing__(self, norm: str) -> str:
        """The stem of a word that was not asked for yet."""
        if len(self) > MOST_KEPT:
            self.clear()
        own = _written_so(_alphabet(norm[0]))
        self[norm] = _stems(self._lang if self._lang in own else own[0])(norm) if own else norm
        return self[norm]


@cache
def stemmed(lang: str) -> Stemmed:
    """The stems of a language, by word as `words` gives it."""
    return Stemmed(lang)


def words(text: str, also: str = "") -> list[str]:
    """The words and numbers of a text as they are looked up, and the sign `also` wherever it stands."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _pattern(also).findall(text.lower().replace("ё", "е"))


@cache
def _pattern(also: str) -> re.Pattern[str]:
    # Parted as `tokens` parts them; without signs, which nobody looks for.
    return re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*" + (f"|{re.escape(also)}" if also else ""))


def readings(row: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The stems under which words side by side may stand that somebody looks for, in whichever language they mean them."""
    rows = [row]
    if len(row) == 1 and row[0][-1:] in _VOWELS:
        rows += [(unicodedata.normalize("NFC", row[0] + accent),) for accent in _ACCENTS]
    found = (tuple(stemmed(lang)[word] for word in one) for one in rows for lang in languages())
    return tuple(dict.fromkeys(found))


def stemmers() -> str:
    """By which stems are made, version and all: what was made by others is to be made anew."""
    import Stemmer  # noqa: PLC0415 - whoever only lists sessions does without it

    names = " ".join(f"{lang}={_said(lang)['stemmer']}" for lang in languages())
    return f"{Stemmer.version()} {names}"


@cache
def _said(lang: str) -> dict[str, str]:
    text = (files("brasstacks.language") / "data" / lang / "lexicon.toml").read_text("utf-8")
    return {match[1]: match[2] for match in _SAID.finditer(text)}


@cache
def _stems(lang: str) -> Stems:
    return Stems(_said(lang)["stemmer"])


@lru_cache(maxsize=1024)
def _alphabet(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


@cache
def _written_so(alphabet: str) -> tuple[str, ...]:
    """The languages of an alphabet: that in which they write their own name."""
    return tuple(lang for lang in languages() if _alphabet(_said(lang)["name"][0]) == alphabet)
