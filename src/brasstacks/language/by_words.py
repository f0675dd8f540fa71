"""A language that has words and no learned model: what its lexicon alone says of a text.

Enough to begin with a new language: every challenged kind is a finding where it stands, each class gives its facet,
and the level follows from both. A learned model hears better; see `docs/adding-a-language.md`.
"""

from collections.abc import Mapping, Sequence

from brasstacks.language.features import Document
from brasstacks.language.reading import Facet, Level, Span

FACETS_BY_CLASS: Mapping[str, Facet] = {
    "c:roles": Facet.WHO,
    "c:observable_verbs": Facet.OBSERVABLE,
    "c:artefacts": Facet.OBSERVABLE,
    "c:limits": Facet.THRESHOLD,
    "c:quantifiers": Facet.THRESHOLD,
    "c:deadlines": Facet.WHEN,
    "c:frequencies": Facet.WHEN,
    "c:checks": Facet.CHECK,
    "c:baseline_markers": Facet.BASELINE,
    "c:past_time": Facet.BASELINE,
    "c:causes": Facet.WHY,
    "c:consequences": Facet.WHY,
}

ANCHORS = frozenset({Facet.WHO, Facet.WHEN, Facet.CHECK, Facet.THRESHOLD})
"""With something to be seen, one of these makes an answer one that a stranger could check."""

SCORES: Mapping[Level, float] = {Level.VAGUE: 0.15, Level.PARTIAL: 0.5, Level.CONCRETE: 0.85}


def facets(document: Document) -> dict[Facet, tuple[Span, ...]]:
    """The facets whose words stand in the text, each with them."""
    found: dict[Facet, list[Span]] = {}
    for match in document.matches:
        facet = FACETS_BY_CLASS.get(match.label)
        if facet is None:
            continue
        span = Span(document.tokens[match.first].start, document.tokens[match.end - 1].end)
        if not any(span.overlaps(one) for one in found.setdefault(facet, [])):
            found[facet].append(span)
    return {facet: tuple(sorted(spans, key=lambda one: one.start)) for facet, spans in found.items()}


def likely(document: Document, challenged: frozenset[str]) -> list[float]:
    """For each token 1 where a kind that is challenged has an entry, else 0."""
    marked = [0.0] * len(document.tokens)
    for match in document.matches:
        if match.label in challenged:
            marked[match.first : match.end] = [1.0] * (match.end - match.first)
    return marked


def level(given: Mapping[Facet, object], marked: Sequence[float]) -> Level:
    """Concrete: something to be seen, anchored, and nothing to challenge. Vague: no facet but reasons and how it is today."""
    wanted = set(given) - {Facet.WHY, Facet.BASELINE}
    if not wanted:
        return Level.VAGUE
    anchored = Facet.OBSERVABLE in wanted and bool(wanted & ANCHORS)
    return Level.CONCRETE if anchored and not any(marked) else Level.PARTIAL
