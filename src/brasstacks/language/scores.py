"""From a document to numbers: what the text as a whole and each of its tokens score in the learned models.

Two steps, each linear. First the words alone say how concrete the text is and which facets it may give; then each token
is weighed in the light of that. `evidence` gathers both into the few numbers from which the final judgement is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, log1p, sqrt

from brasstacks.language.features import NEAR, Document, Signature, around, beside, counts, distinct, lengths, own
from brasstacks.language.model import LANES, TEXT_LANES, TOKEN_LANES, Model
from brasstacks.language.reading import Facet, Level

FACETS = tuple(Facet)
LEVELS = tuple(Level)
_KEPT = 30_000
_TEXT = len(TEXT_LANES)
_FARTHEST = 50.0
"""A score beyond which a chance is as good as none."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the models say before the final judgement."""

    base: Mapping[str, float]
    """By text lane: the chance of each level, and of each facet, from the words alone."""
    tokens: Sequence[Sequence[float]]
    """By token lane, for each token: the chance that it is part of a finding, or carries a facet."""


class Scorer:
    """The learned models of one language, with what is kept of words met before."""

    def __init__(self, model: Model) -> None:
        """Take a model as loaded."""
        self.model = model
        self._kept: dict[Signature, tuple[int, ...]] = {}
        self._words: dict[tuple[str, str], int] = {}

    def word(self, norm: str, stem: str) -> int:
        """The packed sum of a word's own features."""
        key = (norm, stem)
        packed = self._words.get(key)
        if packed is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            packed = self._words[key] = self.model.table.sum(own(norm, stem))
        return packed

    def _signature(self, signature: Signature) -> tuple[int, ...]:
        kept = self._kept.get(signature)
        if kept is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            table = self.model.table
            itself = self.word(signature[0], signature[1]) + table.sum(beside(signature, 0))
            beyond = (table.sum(beside(signature, offset)) for offset in NEAR)
            kept = self._kept[signature] = tuple(table.last(packed, _TEXT) for packed in (itself, *beyond))
        return kept

    def score(self, document: Document) -> Scores:
        """Score a document."""
        dense = counts(document)
        base = self._base(document, dense)
        return Scores(base, self._tokens(document, base))

    def _base(self, document: Document, dense: Mapping[str, float]) -> dict[str, float]:
        words = distinct(document)
        total = self.model.table.open(sum(self.word(norm, stem) for norm, stem, _ in words))
        size = text_norm(len(words))
        raw = {lane: total[at] * size + self.model.dense[lane].score(dense) for at, lane in enumerate(TEXT_LANES)}
        return chances(raw)

    def _tokens(self, document: Document, base: Mapping[str, float]) -> list[list[float]]:
        table = self.model.table
        whole, sentences = around(document)
        shared = table.sum(whole)
        by_sentence = [table.last(shared + table.sum(features), _TEXT) for features in sentences]
        known = [self._signature(signature) for signature in document.signatures]
        lift = [self.model.dense[lane].score(base) for lane in TOKEN_LANES]
        steps = table.steps[_TEXT:]
        itself, *beyond = zip(*known, strict=True)
        columns = [[by_sentence[token.sentence] for token in document.tokens], itself]
        for offset, column in zip(NEAR, beyond, strict=True):
            outside = [table.last(table.row(f"{offset} none"), _TEXT)] * min(abs(offset), len(known))
            columns.append([*outside, *column[:offset]] if offset < 0 else [*column[offset:], *outside])
        return [
            [
                1 / (1 + exp(-raw)) if (raw := lane * step + up) > -_FARTHEST else 0.0
                for lane, step, up in zip(lanes, steps, lift, strict=True)
            ]
            for lanes in table.whole(list(map(sum, zip(*columns, strict=True))), _TEXT)
        ]


def text_norm(words: int) -> float:
    """What each of a text's distinct words counts for in the text as a whole."""
    return 0.2 / sqrt(1 + words)


def chances(raw: Mapping[str, float]) -> dict[str, float]:
    """The raw scores of the text lanes as chances: the levels share one, each facet has its own."""
    levels = [exp(min(50.0, raw[f"level.{level}"])) for level in LEVELS]
    total = sum(levels)
    base = {f"level.{level}": one / total for level, one in zip(LEVELS, levels, strict=True)}
    for facet in FACETS:
        base[f"facet.{facet}"] = _chance(raw[f"facet.{facet}"])
    return base


def _chance(raw: float) -> float:
    return 1 / (1 + exp(-raw)) if raw > -_FARTHEST else 0.0


def evidence(document: Document, scores: Scores) -> dict[str, float]:
    """The few numbers from which the final judgement is made."""
    values = lengths(document)
    for lane, chance in scores.base.items():
        values["b." + lane] = chance
        values["l." + lane] = _logit(chance)
    for name, chances_of_it in zip(TOKEN_LANES, zip(*scores.tokens, strict=True), strict=False):
        column = sorted(chances_of_it, reverse=True)
        values["m." + name] = column[0]
        values["lm." + name] = _logit(column[0])
        values["3." + name] = sum(column[:3]) / 3
        values["s." + name] = log1p(sum(column))
        values["a." + name] = sum(column) / len(column)
    return values


def _logit(chance: float) -> float:
    chance = min(0.995, max(0.005, chance))
    return log(chance / (1 - chance)) / 4


__all__ = ["FACETS", "LANES", "LEVELS", "Scorer", "Scores", "chances", "evidence", "text_norm"]
