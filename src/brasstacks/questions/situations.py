"""Situations with a good next question of their own, as the last answer shows them."""

from collections.abc import Callable
from dataclasses import dataclass

from brasstacks.chain import Chain, Heard
from brasstacks.gain import Gain
from brasstacks.language import Facet, Kind
from brasstacks.lookup import Looked, look
from brasstacks.questions.bank import Case
from brasstacks.questions.stretches import cut


@dataclass(frozen=True, slots=True)
class Situation:
    """A case that holds, and the client's words that show it."""

    case: Case
    about: str
    urgent: bool
    """Whether it goes before a vague term of the same answer."""


def situations(chain: Chain, gain: Gain) -> tuple[Situation, ...]:
    """The cases that hold after the last turn, the most pressing first.

    Args:
        chain: with at least one turn.
        gain: what the last turn added.
    """
    last = chain.turns[-1]
    looked = look(last.answer, last.reading.lang)
    found = (test(chain, last, looked, gain) for test in _TESTS)
    return tuple(sorted((one for one in found if one), key=lambda s: not s.urgent))


def _quote(looked: Looked, *names: str) -> str:
    spans = [span for name in names for span in looked.classes.get(name, ())]
    return cut(looked.text, min(spans, key=lambda s: s.start)) if spans else ""


def _dont_know(_: Chain, last: Heard, looked: Looked, gain: Gain) -> Situation | None:
    if not looked.has("dont_know") or gain.facets:
        return None
    return Situation(Case.DONT_KNOW, "", urgent=len(looked.tokens) <= 8 or not last.reading.challenges)


def _price_first(chain: Chain, _: Heard, looked: Looked, __: Gain) -> Situation | None:
    if not looked.has("price") or Facet.OBSERVABLE in chain.facets:
        return None
    asked = any("?" in looked.text[span.end :].partition(".")[0] for span in looked.classes["price"])
    return Situation(Case.PRICE_FIRST, _quote(looked, "price"), urgent=asked and len(chain.turns) <= 2)


def _contradiction(chain: Chain, last: Heard, _: Looked, __: Gain) -> Situation | None:
    """A wanted number that differs from the one wanted before, of the same thing."""
    mine = _measured(last)
    if not mine:
        return None
    for turn in chain.turns[:-1]:
        for unit, (number, _words) in _measured(turn).items():
            if unit in mine and mine[unit][0] != number:
                return Situation(Case.CONTRADICTION, mine[unit][1], urgent=False)
    return None


def _measured(turn: Heard) -> dict[str, tuple[str, str]]:
    """For each unit in a threshold of this turn, the number before it and both as said."""
    spans = turn.reading.facets.get(Facet.THRESHOLD, ())
    looked = look(turn.answer, turn.reading.lang)
    found: dict[str, tuple[str, str]] = {}
    for at, token in enumerate(looked.tokens[:-1]):
        place = looked.place(at, at + 2)
        if token.text[0].isdigit() and any(place.overlaps(span) for span in spans):
            found[looked.stems[at + 1]] = (token.norm, cut(turn.answer, place))
    return found


def _boss_quoted(_: Chain, last: Heard, looked: Looked, __: Gain) -> Situation | None:
    findings = last.reading.findings
    if not looked.has("boss") or not any(finding.kind is Kind.AUTHORITY for finding in findings):
        return None
    strongest = max(findings, key=lambda finding: finding.strength)
    return Situation(Case.BOSS_QUOTED, _quote(looked, "k:authority", "boss"), urgent=strongest.kind is Kind.AUTHORITY)


def _output(chain: Chain, last: Heard, looked: Looked, _: Gain) -> Situation | None:
    if not looked.has("outputs") or Facet.OBSERVABLE in chain.facets or Facet.WHY in last.reading.facets:
        return None
    return Situation(Case.OUTPUT, _quote(looked, "outputs"), urgent=False)


def _no_unit(chain: Chain, last: Heard, looked: Looked, _: Gain) -> Situation | None:
    """A bare number that is the whole answer, or ends it, with nothing that it counts, in the question either."""
    if len(looked.tokens) > 6 or look(last.question, chain.lang).has("units", "how_many_questions"):
        return None
    for at, token in enumerate(looked.tokens):
        numeral = token.text[0].isdigit() or looked.place(at, at + 1) in looked.classes.get("number_words", ())
        following = looked.tokens[at + 1 :]
        if numeral and not any(t.text[0].isalpha() or t.text[0] in "%€$£₽" for t in following):
            return Situation(Case.NO_UNIT, cut(looked.text, looked.place(at, at + 1)), urgent=True)
    return None


_TESTS: tuple[Callable[[Chain, Heard, Looked, Gain], Situation | None], ...] = (
    _price_first,
    _dont_know,
    _no_unit,
    _contradiction,
    _boss_quoted,
    _output,
)
