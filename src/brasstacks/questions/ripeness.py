"""When a chain is ripe: it has what a criterion needs, and the questions left are whether it holds."""

from collections.abc import Sequence

from brasstacks.chain import Chain, Heard
from brasstacks.language import Facet, Level
from brasstacks.questions.asked import asks_for
from brasstacks.questions.bank import AsksFor, Bank
from brasstacks.questions.wording import asked_facets, reads_back

TRIALS = (AsksFor.COUNTER_TEST, AsksFor.READ_BACK)
"""What tries a criterion: for a ripe chain only."""
ESSENTIAL = (AsksFor.OBSERVABLE, AsksFor.WHO, AsksFor.THRESHOLD, AsksFor.WHEN, AsksFor.CHECK)
"""What is said, or was at least asked for, before a criterion is tried."""
_FROM = 2
"""So many answers at least have given what it rests on, unless one concrete answer gave all of it."""

_ASKED = {facet: AsksFor(facet.value) for facet in Facet}


def asked_for(turn: Heard, bank: Bank, lang: str) -> frozenset[AsksFor]:
    """What the question of a turn asked for, in the bank's words or in anybody's own; nothing when it was only shown."""
    if not (turn.question and turn.turn.asked):
        return frozenset()
    own = {_ASKED[facet] for facet in asked_facets(turn.question, lang)}
    if reads_back(turn.question, lang):
        own.add(AsksFor.READ_BACK)
    known = asks_for(turn.question, turn.turn.probe, bank, lang)
    return frozenset(own | {known} if known else own)


def is_ripe(chain: Chain, bank: Bank, turns: Sequence[Heard]) -> bool:
    """Whether a chain, as far as these turns, can be tried and read back.

    It has something to be seen, a limit or a way to check, and a person or a day, from two answers at least or all that is
    essential from a concrete one; the last answer was not vague; and nothing essential is left that was neither said nor
    asked for.
    """
    said = {_ASKED[facet] for turn in turns for facet in turn.reading.facets}
    if AsksFor.OBSERVABLE not in said or turns[-1].reading.level is Level.VAGUE:
        return False
    if not said & {AsksFor.THRESHOLD, AsksFor.CHECK} or not said & {AsksFor.WHO, AsksFor.WHEN}:
        return False
    left = set(ESSENTIAL) - said
    if not left and turns[-1].reading.level is Level.CONCRETE:
        return True
    if sum(any(_ASKED[facet] in ESSENTIAL for facet in turn.reading.facets) for turn in turns) < _FROM:
        return False
    return not left or left <= {wanted for turn in turns for wanted in asked_for(turn, bank, chain.lang)}
