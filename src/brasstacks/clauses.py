"""A text cut where people pause: its sentences, its clauses, its whole words; and the small words of each language."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from brasstacks.language import Span
from brasstacks.language.tokens import normal

_CLAUSE_END = re.compile(r"[.!?…;:\n]+(?=\s|$)|,(?=\s)|\s[—–-]+(?=\s)|[()]")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)|\n")
_SIGNS = " \t\n.,;:!?…—–-()"
_LONGEST_CLAUSE = 14
"""Words: a clause that is longer is a breathless sentence, and a part of it serves better."""


@dataclass(frozen=True, slots=True)
class Small:
    """The small words of a language, as in `fields.toml`."""

    titles: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    little: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    anybody: tuple[str, ...] = ()
    rate: str = r"(?!)"
    past: str = r"(?!)"
    not_past: str = r"(?!)"
    wish: str = r"(?!)"
    failure: tuple[str, ...] = ()


@cache
def small(lang: str) -> Small:
    """The small words of a language; none where the table has none."""
    tables = tomllib.loads((files("brasstacks") / "fields.toml").read_text("utf-8"))
    table: dict[str, Any] = tables.get(lang, {})
    values: dict[str, Any] = {
        name: one if isinstance(one, str) else tuple(map(normal, one)) for name, one in table.items()
    }
    return Small(**values)


def trimmed(text: str, span: Span) -> Span:
    """A stretch without the blanks and signs at either end."""
    start, end = span.start, span.end
    while start < end and text[start] in _SIGNS:
        start += 1
    while end > start and text[end - 1] in _SIGNS:
        end -= 1
    return Span(start, end)


def whole_words(text: str, span: Span) -> Span:
    """The words that a span touches, without the signs at either end; "Sig.ra" and "we'd" are one word."""
    start, end = span.start, span.end
    while start > 0 and _goes_on(text, start):
        start -= 1
    while end < len(text) and _goes_on(text, end):
        end += 1
    return trimmed(text, Span(start, end))


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on over a place between two characters."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if before.isalnum() and after.isalnum():
        return True
    joint, far = (before, text[at - 2 : at - 1]) if after.isalpha() else (after, text[at + 1 : at + 2])
    near = after if after.isalpha() else before
    return joint in (".", "'", "’", "-") and near.isalpha() and far.isalpha()


def sentences(text: str, lang: str) -> list[Span]:
    """The sentences of a text; a title's stop ends none."""
    cuts = [0, *(end.end() for end in _endings(_SENTENCE_END, text, lang)), len(text)]
    spans = (Span(start, end) for start, end in pairwise(cuts))
    return [span for span in spans if text[span.start : span.end].strip()]


def clause(text: str, span: Span, lang: str = "") -> Span:
    """The clause around some words: to the nearest comma, stop, dash or bracket on either side; of a breathless one a part."""
    endings = list(_endings(_CLAUSE_END, text, lang))
    start = max((one.end() for one in endings if one.end() <= span.start), default=0)
    end = min((one.start() for one in endings if one.start() >= span.end), default=len(text))
    wide = trimmed(text, Span(start, end))
    if _is_short(text, wide):
        return wide
    joints = r"\b(?:" + "|".join(map(re.escape, small(lang).joints or ("(?!)",))) + r")\b"
    cuts = list(re.finditer(joints, text[wide.start : wide.end], re.IGNORECASE))
    left = max((wide.start + cut.end() for cut in cuts if wide.start + cut.end() <= span.start), default=wide.start)
    right = min((wide.start + cut.start() for cut in cuts if wide.start + cut.start() >= span.end), default=wide.end)
    part = trimmed(text, Span(left, right))
    return part if _is_short(text, part) else whole_words(text, span)


def _is_short(text: str, span: Span) -> bool:
    return len(text[span.start : span.end].split()) <= _LONGEST_CLAUSE


def _endings(pattern: re.Pattern[str], text: str, lang: str) -> Iterator[re.Match[str]]:
    titles = small(lang).titles
    for one in pattern.finditer(text):
        word = text[: one.start()].rpartition(" ")[2].casefold().lstrip("(\"'«“")
        if one.group() != "." or word not in titles:
            yield one
