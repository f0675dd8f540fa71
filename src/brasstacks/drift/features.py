"""What is seen of a turn before it is judged: its words, those of its question, and its place in the chain.

The same functions serve `training/drift_fit.py` and the running program, so that both see the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p, sqrt

from brasstacks.chain import Chain
from brasstacks.lookup import Looked, look

LONGEST_WORD = 24
"""Letters of a word beyond this add no n-grams."""
LONGEST_TEXT = 2_000
"""Tokens beyond this add nothing: a paste of 100 kB is judged by its beginning."""
NGRAMS = (3, 4, 5)
CLASS_WEIGHT = 0.3
SHAPE_WEIGHT = 0.5
"""How much the lexicon's classes and the turn's shape count beside the words: chosen leaving one author out."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A turn in its chain, as it is weighed."""

    answer: Looked
    question: Looked
    shape: dict[str, float]


def see(chain: Chain) -> tuple[Seen, ...]:
    """Every turn of a chain, each in the light of those before it."""
    before = set(look(chain.goal.text, chain.goal.lang).stems)
    found = []
    for turn in chain.turns:
        lang = turn.reading.lang
        answer, question = look(turn.answer, lang), look(turn.question, lang)
        found.append(Seen(answer, question, _shape(answer, question, before)))
        if not turn.turn.later:
            before.update(answer.stems, question.stems)
    return tuple(found)


def _shape(answer: Looked, question: Looked, before: set[str]) -> dict[str, float]:
    """Numbers of a turn that no word tells: how much is new, how much is an echo, what looks like a name or a number."""
    content = [stem for stem in answer.stems if len(stem) > 2]
    asked = set(question.stems)
    size = len(content) + 1
    new = sum(stem not in before and stem not in asked for stem in content)
    tokens = answer.tokens
    names = sum(t.text[0].isupper() and not t.first and len(t.text) > 1 for t in tokens)
    numbers = sum(t.text[0].isdigit() for t in tokens)
    return {
        "one": 1.0,
        "length": log1p(len(tokens)) / 3,
        "new": new / size,
        "much new": log1p(new) / 3,
        "old": sum(stem in before for stem in content) / size,
        "echo": sum(stem in asked for stem in content) / size,
        "names": min(names, 3) / 2,
        "numbers": min(numbers, 3) / 2,
        "asks": float("?" in answer.text),
        "short": float(len(tokens) < 4),
        "question length": log1p(len(question.tokens)) / 3,
        "question short": float(len(question.tokens) < 4),
    }


def classes(seen: Seen) -> Iterator[tuple[str, float]]:
    """The lexicon's classes in the answer, by how often, and in the question."""
    for name, spans in seen.answer.classes.items():
        yield f"A:{name}", min(len(spans), 3) / 2
    for name in seen.question.classes:
        yield f"Q:{name}", 1.0


def text_features(looked: Looked, prefix: str) -> Iterator[tuple[int, str]]:
    """The features of a text's words, each with the token that gives it; `prefix` tells answer from question."""
    before = "^"
    for at, token in enumerate(looked.tokens[:LONGEST_TEXT]):
        yield at, prefix + token.norm
        yield at, f"{prefix}{before} {token.norm}"
        before = token.norm
        if token.gap.strip():
            yield at, f"{prefix}g{token.gap.strip()[-1]}"
        if token.text[0].isalpha():
            for gram in _ngrams(token.norm):
                yield at, f"{prefix}~{gram}"
    if looked.tokens:
        tail = looked.text.rstrip()[-1:]
        if tail and not tail.isalnum():
            yield len(looked.tokens) - 1, f"{prefix}${tail}"


@lru_cache(maxsize=20_000)
def _ngrams(word: str) -> Sequence[str]:
    padded = f"<{word[:LONGEST_WORD]}>"
    return tuple(dict.fromkeys(padded[at : at + n] for n in NGRAMS for at in range(len(padded) - n + 1)))


def share(features: int) -> float:
    """What each of a text's distinct features counts for, so that a long answer weighs no more than a short one."""
    return 1.0 / sqrt(max(1, features))
