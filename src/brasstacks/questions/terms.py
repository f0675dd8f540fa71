"""The client's words that are worth a question, likeliest first.

Which words a good interviewer would ask about was learned from labelled talk: the weights of `stretches` are data.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import Any

from brasstacks.chain import Chain
from brasstacks.language import Facet, Finding, Kind, Reading, Span
from brasstacks.lookup import find, look
from brasstacks.questions.asked import norm
from brasstacks.questions.stretches import Stretch, stretches
from brasstacks.questions.weighing import weigh

HANDY = 4
"""Words: of overlapping stretches a longer one has to be clearly likelier."""
_UNHANDY = 0.85
HALF = 0.5
"""Of so much of its words a term has its kind: "good day" is of a quality, "third of their soup" of nothing."""
_OF_GOAL = 0.45
_OF_EARLIER = 0.7
"""What was said last is asked about first; each turn back, and the goal itself, weighs less."""
_BACK = 6
"""So many turns back words are still worth a question: what is older weighs next to nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words of the client that a question can quote."""

    about: str
    """At most six words, a substring of an answer or the goal."""
    kind: Kind
    weight: float
    """0 to 1: the chance that a good interviewer would ask about it, less for what was said earlier."""
    where: int
    """The number of its turn; 0 for the goal."""
    challenge: bool
    """Whether the hearing holds it worth a question."""
    sure: bool = True
    """Whether the lexicon says too that it is of this kind."""


def terms(chain: Chain) -> tuple[Term, ...]:
    """The terms of a chain, weightiest first, each wording once, and none that was accepted in this session."""
    found: dict[str, Term] = {}
    for term in sorted(_all(chain), key=lambda t: (-t.weight, -t.where)):
        if not (chain.silent and find(chain.silent, look(term.about, chain.lang), chain.lang)):
            found.setdefault(norm(term.about), term)
    return tuple(found.values())


def _all(chain: Chain) -> Iterator[Term]:
    last = len(chain.turns)
    for turn in chain.turns[-_BACK:]:
        if not turn.turn.later:
            yield from _of(turn.reading, turn.question, turn.number, _OF_EARLIER ** (last - turn.number))
    yield from _of(chain.goal, "", 0, _OF_GOAL if chain.turns else 1.0)


def _of(reading: Reading, question: str, where: int, share: float) -> Iterator[Term]:
    for chance, one in _best(reading.text, question, reading.lang, reading.findings, tuple(reading.facets.items())):
        start = reading.text.find(one.about, one.span.start)
        kinds = _kinds(reading.text, reading.lang, start, start + len(one.about))
        kind = one.kind if one.kind in kinds or not kinds else kinds[0]
        yield Term(one.about, kind, chance * share, where, one.challenge, bool(kinds))


@lru_cache(maxsize=4096)
def _kinds(text: str, lang: str, start: int, end: int) -> tuple[Kind, ...]:
    """The kinds under which the lexicon has at least half of some words of a text, little words not counted.

    The text is looked through whole, for some words are of a kind by what stands before them ("we need" a CRM). A time
    is one with all its words only: "cheaper in the long run" is none.
    """
    looked = look(text, lang)
    little = looked.classes.get("function_words", ())
    tokens = (looked.place(at, at + 1) for at in range(len(looked.tokens)))
    places = [place for place in tokens if place.overlaps(Span(start, end))]

    def share(kind: Kind) -> float:
        spans = looked.classes.get(f"k:{kind}", ())
        held = [any(place.overlaps(span) for span in spans) for place in places]
        counted = [has for has, place in zip(held, places, strict=True) if has or not any(map(place.overlaps, little))]
        return sum(counted) / len(counted) if counted else 0.0

    return tuple(kind for kind in Kind if share(kind) >= (1.0 if kind is Kind.VAGUE_TIME else HALF))


@lru_cache(maxsize=1024)
def _best(
    text: str,
    question: str,
    lang: str,
    findings: tuple[Finding, ...],
    facets: tuple[tuple[Facet, tuple[Span, ...]], ...],
) -> tuple[tuple[float, Stretch], ...]:
    """The best of the stretches of a text that do not overlap, with the chance of each; kept, for turns come again."""
    found = stretches(text, lang, findings, dict(facets), weigh(text, question, lang))
    ranked = [(likely(one.features) * _handy(one), one) for one in found]
    taken: list[tuple[float, Stretch]] = []
    for chance, one in sorted(ranked, key=lambda pair: (-pair[0], pair[1].span.start, pair[1].span.end)):
        if not any(one.span.overlaps(other.span) for _, other in taken):
            taken.append((chance, one))
    return tuple(taken)


def _handy(stretch: Stretch) -> float:
    return 1.0 if len(stretch.about.split()) <= HANDY else _UNHANDY


def likely(features: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that a good interviewer would ask about a stretch with these features."""
    known = _weights()
    total = known["bias"] + sum(known["weights"].get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> Mapping[str, Any]:
    file = files("brasstacks.questions") / "data" / "terms.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
