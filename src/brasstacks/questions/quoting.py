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
    vague = [span for name, spans in looked.classes.items() if name.startswith("k:") for span in spans]
    functional = _without_amounts(looked, looked.classes.get("function_words", ()))
    bare = find(phrases(lang, "bare"), looked, lang) if knows(lang) else ()

    def is_little(at: int, edge: str) -> bool:
        place = looked.place(at, at + 1)
        if any(place.overlaps(span) for span in vague):
            return False
        if any(place.overlaps(span) for span in bare):
            return True
        told = at < len(chances) and chances[at] >= HEARD
        never = looked.tokens[at].norm in _never(lang)[edge]
        return not told and (never or any(place.overlaps(span) for span in functional))

    found: list[tuple[int, int]] = []
    for part in _parts(looked, first, end, lang):
        start = next((at for at in range(*part) if not is_little(at, "first")), part[1])
        stop = min(part[1], start + LONGEST)
        while stop > start and (is_little(stop - 1, "last") or _words(looked, start, stop) > LONGEST):
            stop -= 1
        if start < stop:
            found.append((start, stop))
    if not found:
        return None
    likely = [max(chances[slice(*at)], default=0.0) for at in found]
    start, stop = next(at for at, chance in zip(found, likely, strict=True) if chance >= max(likely) / 2)
    place = looked.place(start, stop)
    if any(place.overlaps(span) for span in vague) or not _is_identity(looked.text[: place.start], lang):
        return start, stop
    return None


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
    joins = find(phrases(lang, "joins"), looked, lang) if knows(lang) and end - first > LONG else ()
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
