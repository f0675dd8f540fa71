"""What each turn added to its chain: facets and specifics that the chain did not have before."""

from dataclasses import dataclass
from functools import lru_cache

from brasstacks.chain import Chain
from brasstacks.language import Facet
from brasstacks.lookup import look

SPECIFIC = ("roles", "artefacts", "months_days", "deadlines", "examples")
"""Classes of words that name something: a role, a thing one can open, a day, a case."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one turn added."""

    facets: frozenset[Facet]
    specifics: frozenset[str]
    """Numbers, names, roles, days and artefacts, as stems, that neither the chain nor the question had."""

    @property
    def size(self) -> int:
        """How much it is: for the sparkline."""
        return len(self.facets) + len(self.specifics)

    def __bool__(self) -> bool:
        """Whether it is anything: a facet, or two specifics, since one may be a mere mention."""
        return bool(self.facets) or len(self.specifics) > 1


def gains(chain: Chain) -> tuple[Gain, ...]:
    """What each turn of a chain added, in order; a turn to be filled in later added nothing."""
    facets: set[Facet] = set(chain.goal.facets)
    named = set(_specifics(chain.goal.text, chain.goal.lang))
    found: list[Gain] = []
    for turn in chain.turns:
        if turn.turn.later:
            found.append(Gain(frozenset(), frozenset()))
            continue
        named |= _specifics(turn.question, chain.lang)
        mine = _specifics(turn.answer, turn.reading.lang)
        found.append(Gain(frozenset(turn.reading.facets) - facets, mine - named))
        facets |= set(turn.reading.facets)
        named |= mine
    return tuple(found)


@lru_cache(maxsize=4096)
def _specifics(text: str, lang: str) -> frozenset[str]:
    """Numbers, names inside a sentence, and words of the classes that name something."""
    looked = look(text, lang)
    named: set[str] = set()
    for token, stem in zip(looked.tokens, looked.stems, strict=True):
        if token.text[0].isdigit() or (token.text[0].isupper() and not token.first and len(token.text) > 2):
            named.add(stem)
    for name in SPECIFIC:
        named.update(looked.text[span.start : span.end].casefold() for span in looked.classes.get(name, ()))
    return frozenset(named)
