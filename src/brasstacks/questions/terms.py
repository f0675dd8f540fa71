"""The client's words that are worth a question, strongest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brasstacks.chain import Chain, Heard
from brasstacks.language import Facet, Kind, Reading, Span
from brasstacks.lookup import Looked, look
from brasstacks.questions.asked import norm
from brasstacks.questions.doubt import doubtful

LONGEST = 6
"""Words: what is quoted has to be said in one breath."""
HANDY = 4
"""Words: a longer finding is quoted by its vaguest part, when that can be told."""
_OF_GOAL = 0.45
_OF_EARLIER = 0.7
"""What was said last is asked about first; each turn back, and the goal itself, weighs less."""
_WEAK = 0.3
"""A mark that is not worth a question of its own still serves when there is nothing better."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words of the client that a question can quote."""

    about: str
    """At most six words, a substring of an answer or the goal."""
    kind: Kind
    weight: float
    """0 to 1: the finding's strength, less for what was said earlier."""
    where: int
    """The number of its turn; 0 for the goal."""
    challenge: bool
    """Whether the hearing holds it worth a question."""


def terms(chain: Chain) -> tuple[Term, ...]:
    """The terms of a chain, weightiest first, each wording once."""
    found: dict[str, Term] = {}
    for term in sorted(_all(chain), key=lambda t: (-t.weight, -t.where)):
        found.setdefault(norm(term.about), term)
    return tuple(found.values())


def _all(chain: Chain) -> Iterator[Term]:
    last = len(chain.turns)
    for turn in chain.turns:
        if not turn.turn.later:
            share = _OF_EARLIER ** (last - turn.number)
            yield from _of(turn.reading, turn.number, share)
            if turn.number == last:
                yield from _doubted(turn)
    yield from _of(chain.goal, 0, _OF_GOAL if chain.turns else 1.0)


def _of(reading: Reading, where: int, share: float) -> Iterator[Term]:
    looked = look(reading.text, reading.lang)
    for finding in reading.findings:
        about = cut(reading.text, _core(looked, finding.span))
        if about and not _is_little(about, reading.lang):
            weight = finding.strength * share * (1.0 if finding.challenge else _WEAK)
            yield Term(about, finding.kind, weight, where, finding.challenge)
    for span, kind, weight in _unsure(looked):
        about = cut(reading.text, span)
        if about and not any(span.overlaps(finding.span) for finding in reading.findings):
            yield Term(about, kind, weight * share, where, challenge=False)


def _doubted(turn: Heard) -> Iterator[Term]:
    """What the hearing nearly marked in the last answer."""
    looked = look(turn.answer, turn.reading.lang)
    for span, chance in doubtful(turn.answer, turn.question, turn.reading.lang):
        about = cut(turn.answer, _core(looked, span))
        if not about or _is_little(about, turn.reading.lang):
            continue
        # Who was named is known: a name is not asked back, however odd the hearing finds it.
        taken = [finding.span for finding in turn.reading.findings] + list(turn.reading.facets.get(Facet.WHO, ()))
        if not any(span.overlaps(other) for other in taken):
            yield Term(about, _kind(looked, span), chance, turn.number, challenge=False)


def _kind(looked: Looked, span: Span) -> Kind:
    """The kind of a lexicon's word in a stretch; a quality when there is none."""
    for kind in _UNSURE:
        if any(span.overlaps(word) for word in looked.classes.get(f"k:{kind}", ())):
            return kind
    return Kind.VAGUE_QUALITY


def _is_little(about: str, lang: str) -> bool:
    """Whether it has little words only, and none that is vague in itself ("everything"): nobody would ask about it."""
    looked = look(about, lang)
    if any(name.startswith("k:") for name in looked.classes):
        return False
    little = looked.classes.get("function_words", ())
    return all(any(word.start <= t.start < word.end for word in little) for t in looked.tokens)


def _core(looked: Looked, span: Span) -> Span:
    """The part of a long finding to quote: the longest entry of the lexicon inside it, else all of it."""
    if len(looked.text[span.start : span.end].split()) <= HANDY:
        return span
    inside = [
        entry
        for kind in _UNSURE
        for entry in looked.classes.get(f"k:{kind}", ())
        if span.start <= entry.start and entry.end <= span.end
    ]
    return max(inside, key=lambda e: (e.end - e.start, -e.start), default=span)


_UNSURE = {
    Kind.BUZZWORD: 0.28,
    Kind.VAGUE_QUALITY: 0.27,
    Kind.VAGUE_CHANGE: 0.26,
    Kind.SOLUTION: 0.25,
    Kind.HAND_BACK: 0.24,
    Kind.DEFERRAL: 0.23,
    Kind.VAGUE_TIME: 0.22,
    Kind.VAGUE_QUANTITY: 0.21,
    Kind.AUTHORITY: 0.2,
    Kind.NO_ACTOR: 0.19,
    Kind.SWEEPING: 0.12,
}
"""What a lexicon's word weighs that the hearing did not mark: offered when there is nothing better."""
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")


_QUOTATION = 0.45


def _unsure(looked: Looked) -> Iterator[tuple[Span, Kind, float]]:
    """Words that may be worth a question though the hearing passed them over, with their kind and weight.

    Those are the lexicon's, and short quotations: who takes notes puts the client's own word in quotation marks.
    """
    for kind, weight in _UNSURE.items():
        for span in looked.classes.get(f"k:{kind}", ()):
            yield span, kind, weight
    for match in _QUOTED.finditer(looked.text):
        if len(match.group(1).split()) <= LONGEST:
            yield Span(*match.span(1)), Kind.BUZZWORD, _QUOTATION


def cut(text: str, span: Span) -> str:
    """At most six words of a stretch of text, on one line, without the signs at its ends."""
    line = text[span.start : span.end].strip().partition("\n")[0]
    words = line.split()
    if len(words) > LONGEST:
        end = 0
        for word in words[:LONGEST]:
            end = line.index(word, end) + len(word)
        line = line[:end]
    return line.strip(' \t.,;:!?…«»"“”„()')
