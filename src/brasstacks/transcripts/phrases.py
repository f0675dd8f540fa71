"""How people ask and how they say what they want, in the languages of `phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from brasstacks.language.tokens import norms

_MARKS = ("?", "？", "؟", "՞")
_SENTENCE = re.compile(r"[^.!?？؟…\n]+(?:[.!?？؟…]+(?=\S)[^.!?？؟…\n]+)*[.!?？؟…]*")
_FEWEST = 4
"""Words of a sentence that says what somebody wants: "I want that" does not."""


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("brasstacks.transcripts") / "phrases.toml").read_text("utf-8"))


@cache
def _phrases(kind: str, lang: str = "") -> tuple[str, ...]:
    """The phrases of a kind, cut as texts are; of every language when none, or one without a table, is named."""
    table = _table()
    chosen = [table[lang]] if lang in table else list(table.values())
    return tuple(f" {' '.join(norms(phrase))} " for one in chosen for phrase in one[kind])


def _padded(text: str) -> str:
    return f" {' '.join(norms(text))} "


def asks(text: str) -> bool:
    """Whether a question is put: by its mark, or by how a sentence begins where nobody wrote one."""
    if any(mark in text for mark in _MARKS):
        return True
    return any(_padded(one).startswith(_phrases("questions")) for one in sentences(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, verbatim."""
    return [match[0].strip() for match in _SENTENCE.finditer(text) if match[0].strip()]


def names_an_interviewer(name: str) -> bool:
    """Whether a speaker is called by that trade."""
    padded = _padded(name)
    return any(phrase in padded for phrase in _phrases("interviewers"))


def wishes(text: str, lang: str) -> list[str]:
    """The sentences that say what somebody wants, verbatim."""
    return [one for one in sentences(text) if _is_a_wish(one, lang)]


def _is_a_wish(sentence: str, lang: str) -> bool:
    words = norms(sentence)
    if len(words) < _FEWEST:
        return False
    fillers = _fillers(lang)
    # "We also want", "we really do want".
    padded = f" {' '.join(words)} | {' '.join(word for word in words if word not in fillers)} "
    return any(phrase in padded for phrase in _phrases("wishes", lang))


@cache
def _fillers(lang: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in _phrases("fillers", lang))


def adds(sentence: str, lang: str) -> bool:
    """Whether a sentence adds to what was said before."""
    padded = _padded(sentence)
    return any(phrase in padded for phrase in _phrases("more", lang))


def invites(question: str, lang: str) -> bool:
    """Whether an interviewer asks what somebody wants."""
    padded = _padded(question)
    return any(phrase in padded for phrase in _phrases("invites", lang))


def topic(text: str) -> frozenset[str]:
    """The beginnings of the longer words: two texts about one thing share some."""
    return frozenset(word[:5] for word in norms(text) if len(word) >= 5)
