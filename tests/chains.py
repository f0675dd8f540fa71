"""Chains for the tests: heard for real, or with readings made by hand."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from brasstacks.chain import Asked, Chain, Heard, hear
from brasstacks.language import Facet, Finding, Kind, Level, Reading, Span
from brasstacks.questions import Bank
from conversations import HOSTILE

LANGUAGES = ("en", "ru", "it")
BANKS = Path(__file__).parents[1] / "question_banks"

any_text = st.text(max_size=80) | st.sampled_from(HOSTILE)
any_turns = st.lists(
    st.builds(
        Asked,
        question=any_text,
        answer=any_text,
        asked=st.booleans(),
        later=st.booleans(),
        overruled=st.sampled_from(("", "it is fine")),
        turn_id=st.sampled_from(("", "t-1")),
        probe=st.sampled_from(("", "who-notices", "by-when")),
    ),
    max_size=6,
)


@cache
def core(lang: str) -> Bank:
    """The core bank of a language."""
    return Bank(**tomllib.loads((BANKS / f"core.{lang}.toml").read_text(encoding="utf-8")))


def heard(*turns: tuple[str, str] | Asked, goal: str = "", lang: str = "en") -> Chain:
    """A chain of questions and answers, heard for real."""
    asked = [turn if isinstance(turn, Asked) else Asked(*turn) for turn in turns]
    return hear(goal, asked, lang=lang)


def reading(
    text: str,
    *,
    vague: Sequence[str] = (),
    kind: Kind = Kind.BUZZWORD,
    strength: float = 0.9,
    facets: Mapping[Facet, Sequence[str]] | None = None,
    level: Level = Level.VAGUE,
    score: float = 0.2,
    lang: str = "en",
) -> Reading:
    """A reading that finds these words and facets, whatever was learned."""
    findings = tuple(Finding(span(text, word), word, kind, challenge=True, why="", strength=strength) for word in vague)
    given = {facet: tuple(span(text, word) for word in words) for facet, words in (facets or {}).items()}
    return Reading(text, lang, level, score, findings, given)


def span(text: str, word: str) -> Span:
    """Where a word first stands in a text."""
    at = text.index(word)
    return Span(at, at + len(word))


def made(*turns: tuple[Asked, Reading], goal: Reading | None = None, lang: str = "en") -> Chain:
    """A chain with readings made by hand."""
    head = goal or Reading("", lang, Level.VAGUE, 0.0)
    return Chain(lang, head, tuple(Heard(n, asked, read) for n, (asked, read) in enumerate(turns, 1)))


def said(answer: Reading, question: str = "What else?", **values: object) -> tuple[Asked, Reading]:
    """A turn whose answer has this reading."""
    return Asked(question, answer.text, **values), answer  # type: ignore[arg-type]
