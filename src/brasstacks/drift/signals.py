"""What a turn signals: that it serves, that it stalls, or that it is about the speaker's own self.

Each signal is a sum over words, lexicon classes and the turn's shape, so it can show the words that it rests on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import exp

from brasstacks.chain import Chain, Heard
from brasstacks.drift.features import CLASS_WEIGHT, SHAPE_WEIGHT, Seen, classes, see, share, text_features
from brasstacks.drift.weights import weights
from brasstacks.language import Kind
from brasstacks.lookup import Looked, look

SHOWN = 4
"""Words that a signal shows at most."""


class Mark(StrEnum):
    """How a turn stalls, when it can be told."""

    HAND_BACK = "hand_back"
    DEFERRAL = "deferral"
    AUTHORITY = "authority"
    RESTATING = "restating"
    CIRCLING = "circling"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Signals:
    """What one turn signals."""

    stall: float
    """Log-odds that it stalls against that it serves; above 0: rather stalls."""
    self: float
    """Log-odds that it is about the speaker's self against that it serves."""
    mark: Mark | None
    """The sort of stall that its words name."""
    dont_know: bool
    """Whether it says that the client does not know."""
    asks_inside: bool
    """Whether the question asks about the client's inner self."""

    @property
    def serves(self) -> float:
        """The chance, 0 to 1, that the turn serves the chain: gains, or at least does it no harm."""
        return 1.0 / (1.0 + exp(self.stall) + exp(self.self))


def signals(chain: Chain) -> tuple[Signals, ...]:
    """The signals of every turn of a chain."""
    return tuple(_signal(turn, seen) for turn, seen in zip(chain.turns, see(chain), strict=True))


def _signal(turn: Heard, seen: Seen) -> Signals:
    lang = turn.reading.lang
    stall, inside = _text(turn.answer, turn.question, lang)
    known = weights(lang)
    for name, value in classes(seen):
        one, other = known.classes.get(name, (0, 0))
        stall += one * value * CLASS_WEIGHT
        inside += other * value * CLASS_WEIGHT
    for name, value in seen.shape.items():
        one, other = known.shape.get(name, (0, 0))
        stall += one * value * SHAPE_WEIGHT
        inside += other * value * SHAPE_WEIGHT
    dont_know = seen.answer.has("dont_know")
    return Signals(
        stall=_bounded(stall / 100),
        self=_bounded(inside / 100),
        mark=_mark(turn, seen, dont_know=dont_know),
        dont_know=dont_know,
        asks_inside=turn.turn.asked and seen.question.has("coaching_questions"),
    )


def _bounded(odds: float) -> float:
    return max(-20.0, min(20.0, odds))


@lru_cache(maxsize=4096)
def _text(answer: str, question: str, lang: str) -> tuple[float, float]:
    """What the words of an answer and its question say, in hundredths of log-odds."""
    known = weights(lang)
    stall = inside = 0.0
    for text, prefix in ((answer, "a"), (question, "q")):
        features = {feature for _, feature in text_features(look(text, lang), prefix)}
        pairs = [known.word(feature) for feature in features]
        each = share(len(features))
        stall += sum(pair[0] for pair in pairs) * each
        inside += sum(pair[1] for pair in pairs) * each
    return stall, inside


_MARKS = (
    (Mark.HAND_BACK, Kind.HAND_BACK),
    (Mark.DEFERRAL, Kind.DEFERRAL),
    (Mark.AUTHORITY, Kind.AUTHORITY),
    (Mark.RESTATING, Kind.RESTATING),
)
_CIRCLING = 0.6
"""The share of an answer's words that the chain had before, from which it goes in circles."""


def _mark(turn: Heard, seen: Seen, *, dont_know: bool) -> Mark | None:
    kinds = {finding.kind for finding in turn.reading.findings}
    for mark, kind in _MARKS:
        if kind in kinds or seen.answer.has(f"k:{kind}"):
            return mark
    if dont_know:
        return Mark.DONT_KNOW
    if seen.shape["echo"] >= _CIRCLING:
        return Mark.RESTATING
    return Mark.CIRCLING if seen.shape["old"] >= _CIRCLING else None


def words(turn: Heard, *, inside: bool) -> tuple[str, ...]:
    """The words of an answer on which a signal rests, strongest first: for `stalled`, or for `coaching`."""
    looked = look(turn.answer, turn.reading.lang)
    totals = [0.0] * len(looked.tokens)
    for at, weight in _by_token(looked, turn.reading.lang, inside=inside):
        totals[at] += weight
    order = sorted((at for at, total in enumerate(totals) if total > 0), key=lambda at: (-totals[at], at))
    said = (looked.text[span.start : span.end] for span in (looked.place(at, at + 1) for at in order))
    return tuple(dict.fromkeys(said))[:SHOWN]


def _by_token(looked: Looked, lang: str, *, inside: bool) -> Iterator[tuple[int, float]]:
    known = weights(lang)
    for at, feature in text_features(looked, "a"):
        yield at, known.word(feature)[inside]
