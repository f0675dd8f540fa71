"""What of a client's words can be said back to them: no torn phrase, no bare verb, and never what they are.

A question quotes one stretch without a clause break, of at most `LONGEST` words, with no little word at either edge.
Which words neither begin nor end what is asked about was counted in labelled talk (`questions/data/edges.toml`, written by
`training/terms_fit.py`); those too rare to be counted, and how people say what they are, stand beside it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from brasstacks.language import Span
from brasstacks.lookup import Looked, find
from brasstacks.questions.reasons import knows, phrases

LONGEST = 6
"""Words: what is quoted has to be said in one breath."""
LONG = 4
"""Words: of more than these an "and" joins two things said, and not two words."""
HEARD = 0.5
"""A function word that is so likely worth a question is one ("everything", "somehow"), whatever class it has."""
_BREAK = re.compile(r"[,;:!?.…()\n—–\"«»“”„]|\s-\s")


def quotable(looked: Looked, first: int, end: int, lang: str, chances: Sequence[float] = ()) -> tuple[int, int] | None:
    """The part of some tokens that can be quoted, as the first of them and the one after the last.

    Args:
        looked: the text, looked through.
        first: the first of the tokens.
        end: the one after the last of them.
        lang: the language of the text.
        chances: for each token of the text the chance that it is worth a question, or nothing; of several parts the
            first with a word at least half as likely as the likeliest is quoted.
    """
    edges = _Trimming(looked, looked.place(first, end), lang, chances)
    found = [one for part in _parts(looked, first, end, lang) if (one := edges.trimmed(*part))]
    if not found:
        return None
    likely = [max(chances[slice(*at)], default=0.0) for at in found]
    start, stop = next(at for at, chance in zip(found, likely, strict=True) if chance >= max(likely) / 2)
    place = looked.place(start, stop)
    if any(place.overlaps(span) for span in edges.vague) or not _is_identity(looked.text[: place.start], lang):
        return start, stop
    return None


class _Trimming:
    """What is left off at the edges of a stretch of a text."""

    def __init__(self, looked: Looked, whole: Span, lang: str, chances: Sequence[float]) -> None:
        kinds = [span for name, spans in looked.classes.items() if name.startswith("k:") for span in spans]
        self.looked = looked
        self.lang = lang
        self.chances = chances
        self.vague = [span for span in kinds if whole.start <= span.start and span.end <= whole.end]
        self.functional = _without_amounts(looked, looked.classes.get("function_words", ()))
        self.never = (*_listed("bare", looked, lang), *_listed("links", looked, lang))
        self.asides = _listed("asides", looked, lang)

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that remain of some without a break, as the first and the one after the last; None when none do."""
        while start < end and (self._is_little(start, "first") or (start + 1 < end and self._is_aside(start))):
            start += 1
        stop = min(end, start + LONGEST)
        while stop > start and (self._is_little(stop - 1, "last") or _words(self.looked, start, stop) > LONGEST):
            stop -= 1
        while stop > start + 1 and (self._is_aside(stop - 1) or self._is_little(stop - 1, "last")):
            stop -= 1
        tokens = range(start, stop)
        return None if all(map(self._is_number, tokens)) or all(map(self._is_torso, tokens)) else (start, stop)

    def _is_in(self, at: int, spans: Sequence[Span]) -> bool:
        place = self.looked.place(at, at + 1)
        return any(place.overlaps(span) for span in spans)

    def _is_little(self, at: int, edge: str) -> bool:
        if self._is_in(at, self.vague):
            return False
        if self._is_in(at, self.never):
            return True
        told = at < len(self.chances) and self.chances[at] >= HEARD
        return not told and (self.looked.tokens[at].norm in _never(self.lang)[edge] or self._is_in(at, self.functional))

    def _is_aside(self, at: int) -> bool:
        """Whether it is a "maybe": worth a question when it stands alone, and left off beside anything else."""
        return self._is_in(at, self.asides)

    def _is_torso(self, at: int) -> bool:
        """Whether it is of those that make no sense alone, even as a phrase of the lexicon ("you've seen")."""
        return self._is_in(at, self.never) and not self._is_aside(at)

    def _is_number(self, at: int) -> bool:
        numbers = self.looked.classes.get("number_words", ())
        return self.looked.tokens[at].text[0].isdigit() or self._is_in(at, numbers)


def _listed(name: str, looked: Looked, lang: str) -> Sequence[Span]:
    """Where words of a list of the language's file stand; nowhere in a language without one."""
    return find(phrases(lang, name), looked, lang) if knows(lang) else ()


@cache
def _edges() -> Mapping[str, Mapping[str, str]]:
    file = files("brasstacks.questions") / "data" / "edges.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def _never(lang: str) -> Mapping[str, frozenset[str]]:
    """The words of a language that never come `first`, and those that never come `last`, in what is asked about."""
    edges = _edges().get(lang, {})
    return {edge: frozenset(edges.get(edge, "").split()) for edge in ("first", "last")}


def _parts(looked: Looked, first: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """The tokens between breaks; of a long row of words an "and" or a "but" is one too."""
    joins = _listed("joins", looked, lang) if end - first > LONG else ()
    start = first
    for at in range(first + 1, end):
        joined = any(looked.place(at, at + 1).overlaps(span) for span in joins)
        if joined or _BREAK.search(looked.tokens[at].gap):
            yield start, at
            start = at
    yield start, end


def _words(looked: Looked, first: int, end: int) -> int:
    place = looked.place(first, end)
    return len(looked.text[place.start : place.end].split())


def _without_amounts(looked: Looked, spans: Sequence[Span]) -> list[Span]:
    amounts = looked.classes.get("quantifiers", ())
    return [span for span in spans if not any(span.overlaps(amount) for amount in amounts)]


def _is_identity(before: str, lang: str) -> bool:
    """Whether what follows these words is what the client is ("we're a …")."""
    return knows(lang) and bool(_identity(lang).search(before))


@lru_cache(maxsize=16)
def _identity(lang: str) -> re.Pattern[str]:
    said = "|".join(re.escape(one) for one in phrases(lang, "identity"))
    return re.compile(rf"(?:^|[^\w])(?:{said})\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
