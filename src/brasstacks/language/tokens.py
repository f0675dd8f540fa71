"""Text to tokens: words, numbers and signs, each with its place in the text as given.

Speech typed in haste has no reliable capitals or full stops, so a token carries only what is cheap and certain.
Apostrophes and hyphens part words in every language alike ("l'ordine", "don't", "user-friendly"): lexicon entries
are cut by the same knife, so both sides always agree.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+['’ʼ]?|[%€$£₽№≤≥<>=+→±×&@#]|->")
_ENDS = re.compile(r"[.!?…;\n]|->|→")
_OPENING = "\"«“„'‘(["
_CLOSING = "\"»”'’)]"


class Token(NamedTuple):
    """A word, a number or a sign."""

    start: int
    end: int
    text: str
    norm: str
    """Lower case, `ё` as `е`, one apostrophe."""
    gap: str
    """What stands between the token before and this one."""
    first: bool
    """Whether it begins a sentence (or the text)."""
    sentence: int
    """The number of its sentence, from 0."""


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """A word as it is looked up: lower case, `ё` as `е`, one kind of apostrophe."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC, and for each of its characters (and its end) the place in the text as given.

    The places are None when the text is in NFC already, which is nearly always.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    clusters: list[str] = []
    starts: list[int] = []
    for at, char in enumerate(text):
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
            starts.append(at)
    out: list[str] = []
    places: list[int] = []
    for cluster, start in zip(clusters, starts, strict=True):
        whole = unicodedata.normalize("NFC", cluster)
        out.append(whole)
        places.extend([start] * len(whole))
    places.append(len(text))
    return "".join(out), places


def tokens(text: str) -> list[Token]:
    """The tokens of a text in NFC, in order."""
    found: list[Token] = []
    at = 0
    sentence = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = text[at:start]
        ends = gap != " " and bool(found) and _ENDS.search(gap) is not None
        if ends:
            sentence += 1
        word = match.group()
        found.append(Token(start, end, word, normal(word), gap, ends or not found, sentence))
        at = end
    return found


def norms(text: str) -> list[str]:
    """The norms of the tokens of a text in NFC, where their places do not matter."""
    return list(norms_in_turn(text))


def norms_in_turn(text: str) -> Iterator[str]:
    """The norms of the tokens of a text in NFC, as far as they are asked for."""
    return (normal(match[0]) for match in _TOKEN.finditer(text))


def opens_quotation(gap: str) -> bool:
    """Whether a quotation mark or a bracket opens just before a token."""
    return gap[-1:] != "" and gap[-1] in _OPENING


def closes_quotation(gap: str) -> bool:
    """Whether a quotation mark or a bracket closes just after a token."""
    return gap[:1] != "" and gap[0] in _CLOSING
