"""The client's words that are worth a question, strongest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from brasstacks.chain import Chain
from brasstacks.language import Finding, Kind, Reading, Span
from brasstacks.questions.asked import norm

LONGEST = 6
"""Words: what is quoted has to be said in one breath."""
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
            yield from _of(turn.reading, turn.number, _OF_EARLIER ** (last - turn.number))
    yield from _of(chain.goal, 0, _OF_GOAL if chain.turns else 1.0)


def _of(reading: Reading, where: int, share: float) -> Iterator[Term]:
    for finding in reading.findings:
        about = quotable(reading.text, finding)
        if about:
            weight = finding.strength * share * (1.0 if finding.challenge else _WEAK)
            yield Term(about, finding.kind, weight, where, finding.challenge)


def quotable(text: str, finding: Finding) -> str:
    """At most six words of a finding, on one line, verbatim; "" when there is nothing to quote."""
    return cut(text, finding.span)


def cut(text: str, span: Span) -> str:
    """At most six words of a stretch of text, on one line, without the signs at its ends."""
    line = text[span.start : span.end].strip().partition("\n")[0]
    words = line.split()
    if len(words) > LONGEST:
        end = 0
        for word in words[:LONGEST]:
            end = line.index(word, end) + len(word)
        line = line[:end]
    return line.strip(" \t.,;:!?…«»\"“”„()")
