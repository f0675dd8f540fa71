"""What the hearing nearly heard in an answer: the chance of each word to be worth a question, and of each facet to be there.

A reading says yes or no. Which question comes first, and what is rather not asked, turns on how near a thing was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from brasstacks.language import Facet, _ear, languages
from brasstacks.language.features import see
from brasstacks.language.scores import evidence
from brasstacks.language.tokens import composed

LONGEST = 2_000
"""Letters: of a longer paste nothing is weighed, since it would have to be heard twice."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An answer, weighed."""

    tokens: Sequence[float] = ()
    """For each token of `look(text, lang)` the chance, 0 to 1, that it is worth a question; empty when nothing is known."""
    concrete: float = 0.0
    """The chance that the answer is concrete, from its words alone."""
    facets: Mapping[Facet, float] = field(default_factory=dict)
    """By how much, in log-odds, each facet passes what the hearing asks of it; above 0 it is heard."""


NOTHING = Weighed()


@lru_cache(maxsize=1024)
def weigh(text: str, question: str, lang: str) -> Weighed:
    """Weigh an answer in the light of its question; `NOTHING` where the language has no learned model."""
    if lang not in languages() or not text or len(text) > LONGEST:
        return NOTHING
    ear = _ear(lang)
    if ear.scorer is None:
        return NOTHING
    document = see(composed(text)[0], composed(question)[0], ear.lexicon)
    if not document.tokens:
        return NOTHING
    scores = ear.scorer.score(document)
    values, model = evidence(document, scores), ear.scorer.model
    facets = {f: model.dense[f"final.facet.{f}"].score(values) - model.choice[f"facet.{f}"] for f in Facet}
    return Weighed([row[0] for row in scores.tokens], scores.base["level.concrete"], facets)
