"""Words that the hearing weighed and did not mark: what it would ask about next, were it a little bolder."""

from functools import lru_cache

from brasstacks.language import Span, _ear, languages
from brasstacks.language.features import see
from brasstacks.language.tokens import composed
from brasstacks.lookup import look

OFFERED = 3
"""So many stretches of an answer at most."""
LEAST = 0.08
"""A chance below this is no doubt, but certainty that nothing is there."""
_TEXT = 2_000
"""Letters: of a longer paste nothing is offered, since it would have to be weighed twice."""


@lru_cache(maxsize=1024)
def doubtful(text: str, question: str, lang: str) -> tuple[tuple[Span, float], ...]:
    """The stretches of an answer most likely worth a question, with the chance of each, likeliest first."""
    if lang not in languages() or not text or len(text) > _TEXT:
        return ()
    ear = _ear(lang)
    looked = look(text, lang)
    if ear.scorer is None or not looked.tokens:
        return ()
    document = see(composed(text)[0], composed(question)[0], ear.lexicon)
    column = [row[0] for row in ear.scorer.score(document).tokens]
    found: list[tuple[Span, float]] = []
    for peak in sorted(range(len(column)), key=lambda at: (-column[at], at)):
        chance = column[peak]
        if chance < LEAST or len(found) == OFFERED:
            break
        first = last = peak
        while first > 0 and not looked.tokens[first].first and column[first - 1] >= chance / 2:
            first -= 1
        while last + 1 < len(column) and not looked.tokens[last + 1].first and column[last + 1] >= chance / 2:
            last += 1
        span = looked.place(first, last + 1)
        if not any(span.overlaps(other) for other, _ in found):
            found.append((span, chance))
    return tuple(found)
