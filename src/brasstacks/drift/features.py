"""What is seen of a turn before it is judged: its words, those of its question, what was heard, and its place in the chain.

The same functions serve `training/drift_fit.py` and the running program, so that both see the same.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log1p, sqrt
from typing import NamedTuple

from brasstacks.chain import Chain
from brasstacks.drift.phrases import persons
from brasstacks.gain import Gain
from brasstacks.language import Facet, Kind, Level
from brasstacks.lookup import Looked, look

LONGEST_WORD = 24
"""Letters of a word beyond this add no n-grams."""
LONGEST_TEXT = 2_000
"""Tokens beyond this add nothing: a paste of 100 kB is judged by its beginning."""
NGRAMS = (3, 4, 5)
_CLASS = 0.15
_SHAPE = 0.5
"""How much one word of a class, and a number of the turn's shape, count beside the words: chosen leaving one hand out."""
_INSIDE = ("inner_state", "emotions", "self_topic")


class Seen(NamedTuple):
    """A turn in its chain: all that its signals depend on, so that those of a turn come again need not be worked out."""

    said: str
    asked: str
    lang: str
    put: bool
    """Whether the question counts as put to the client."""
    score: float
    level: Level
    facets: tuple[Facet, ...]
    findings: tuple[Kind, ...]
    """Of each finding its kind."""
    gain: Gain
    new: int
    """Words of the answer that neither the chain nor the question had."""
    echoed: int
    """Words that its question had."""
    known: int
    """Words that the chain had before."""
    first: bool
    before: str
    """The answer before this one; empty for none."""

    @property
    def answer(self) -> Looked:
        """The answer, looked through."""
        return look(self.said, self.lang)

    @property
    def question(self) -> Looked:
        """The question, looked through."""
        return look(self.asked, self.lang)

    @property
    def size(self) -> int:
        """Words with a content in the answer, and one."""
        return len(_content(self.said, self.lang)) + 1

    @property
    def echo(self) -> float:
        """The share of the answer's words that its question had, 0 to 1."""
        return self.echoed / self.size

    @property
    def old(self) -> float:
        """The share of the answer's words that the chain had before, 0 to 1."""
        return self.known / self.size

    @property
    def numbers(self) -> dict[str, float]:
        """All that no word tells: classes of words, shape, who is spoken of, what was heard; by name."""
        return {
            **_of_texts(self.said, self.asked, self.lang),
            **_of_reading(self),
            **_of_speaker(self),
            "new": _SHAPE * self.new / self.size,
            "much new": _SHAPE * log1p(self.new) / 3,
            "old": _SHAPE * self.old,
            "echo": _SHAPE * self.echo,
            "first": _SHAPE * self.first,
        }


def see(chain: Chain, added: Sequence[Gain]) -> tuple[Seen, ...]:
    """Every turn of a chain, each in the light of those before it, with what each added."""
    before = set(look(chain.goal.text, chain.goal.lang).stems)
    found = []
    first, said_before = True, ""
    for turn, gain in zip(chain.turns, added, strict=True):
        reading, lang = turn.reading, turn.reading.lang
        content = _content(turn.answer, lang)
        question = look(turn.question, lang).stems
        asked = set(question)
        found.append(
            Seen(
                said=turn.answer,
                asked=turn.question,
                lang=lang,
                put=turn.turn.asked,
                score=reading.score,
                level=reading.level,
                facets=tuple(reading.facets),
                findings=tuple(finding.kind for finding in reading.findings),
                gain=gain,
                new=sum(stem not in before and stem not in asked for stem in content),
                echoed=sum(stem in asked for stem in content),
                known=sum(stem in before for stem in content),
                first=first,
                before=said_before,
            )
        )
        if not turn.turn.later:
            first, said_before = False, turn.answer
            before.update(look(turn.answer, lang).stems, question)
    return tuple(found)


@lru_cache(maxsize=4096)
def _content(text: str, lang: str) -> tuple[str, ...]:
    return tuple(stem for stem in look(text, lang).stems if len(stem) > 2)


def _of_reading(seen: Seen) -> dict[str, float]:
    """What the hearing says: coarse on purpose, so that a hearing learned anew need not move the judgement."""
    gain = seen.gain
    found = {
        "heard score": _SHAPE * seen.score,
        f"heard {seen.level}": _SHAPE,
        "heard facets": _SHAPE * min(len(seen.facets), 4) / 2,
        "heard new": _SHAPE * min(len(gain.facets), 3) / 2,
        "heard any new": _SHAPE * bool(gain.facets),
        "specifics": _SHAPE * min(len(gain.specifics), 4) / 2,
    }
    for facet in seen.facets:
        found[f"heard {facet}"] = _SHAPE / 2
    for facet in gain.facets:
        found[f"new {facet}"] = _SHAPE / 2
    for kind in seen.findings:
        name = f"finding {kind}"
        found[name] = min(_SHAPE, found.get(name, 0.0) + _SHAPE / 2)
    return found


def _of_speaker(seen: Seen) -> dict[str, float]:
    """How much the speaker speaks of themselves while nothing else is said: understatement has no telling word."""
    said = _shares(seen.answer, seen.lang)
    if not said:
        return {}
    mine, asked = said["i"], _shares(seen.question, seen.lang)
    earlier = _shares(look(seen.before, seen.lang), seen.lang)["i"]
    return {
        "I, nothing new": 2.0 * mine * (not seen.gain),
        "I, vague": 2.0 * mine * (seen.level == Level.VAGUE),
        "I, concrete": 2.0 * mine * (seen.level == Level.CONCRETE),
        "I, unasked": 2.0 * mine * (not asked["you"]),
        "I, asked of you": 2.0 * mine * (asked["you"] > 0),
        "I, nothing named": 2.0 * mine * (not seen.gain.specifics),
        "I, before": 2.0 * earlier,
        "I, again": 2.0 * min(mine, earlier),
    }


@lru_cache(maxsize=4096)
def _of_texts(answer: str, question: str, lang: str) -> dict[str, float]:
    """What the two texts tell without the chain: classes of words, sizes, who is spoken of."""
    said, asked = look(answer, lang), look(question, lang)
    tokens = said.tokens
    names = sum(t.text[0].isupper() and not t.first and len(t.text) > 1 for t in tokens)
    figures = sum(t.text[0].isdigit() for t in tokens)
    found = {
        "one": _SHAPE,
        "length": _SHAPE * log1p(len(tokens)) / 3,
        "names": _SHAPE * min(names, 3) / 2,
        "numbers": _SHAPE * min(figures, 3) / 2,
        "asks": _SHAPE * ("?" in answer),
        "short": _SHAPE * (len(tokens) < 4),
        "question length": _SHAPE * log1p(len(asked.tokens)) / 3,
        "question short": _SHAPE * (len(asked.tokens) < 4),
    }
    for name, spans in said.classes.items():
        found[f"A:{name}"] = _CLASS * min(len(spans), 3)
    for name in asked.classes:
        found[f"Q:{name}"] = 2 * _CLASS
    mine, theirs = _shares(said, lang), _shares(asked, lang)
    found.update({f"says {who}": 2.0 * share for who, share in mine.items()})
    found.update({f"asked {who}": 1.5 * share for who, share in theirs.items()})
    if mine:
        inside = sum(name in said.classes for name in _INSIDE)
        found["I, and inside"] = 1.5 * mine["i"] * inside
        found["I alone"] = _SHAPE * (mine["i"] > 0 and mine["we"] + mine["they"] == 0)
        found["you, and inside"] = theirs["you"] * asked.has(*_INSIDE, "coaching_questions")
    return found


def _shares(looked: Looked, lang: str) -> dict[str, float]:
    """The share of a text's words that speak of `i`, `we`, `they`, `you`; empty for a language without such words."""
    size = sum(token.text[0].isalnum() for token in looked.tokens) + 2
    return {
        who: sum(token.norm.strip("'’") in words for token in looked.tokens) / size
        for who, words in persons(lang).items()
    }


def text_features(looked: Looked, prefix: str) -> Iterator[tuple[int, str]]:
    """The features of a text's words, each with the token that gives it; `prefix` tells answer from question."""
    before = "^"
    for at, (token, stem) in enumerate(zip(looked.tokens[:LONGEST_TEXT], looked.stems, strict=False)):
        yield at, prefix + token.norm
        yield at, f"{prefix}={stem}"
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
