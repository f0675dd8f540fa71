"""The question that would get what a criterion lacks for the next landing of the ladder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brasstacks import criteria
from brasstacks.questions import AsksFor, Bank, Case, Probe
from brasstacks.session import Criterion, Goal, Result

_ASKS_FOR = {
    "anchor": (AsksFor.CHECK, AsksFor.WHO, AsksFor.WHEN, AsksFor.BASELINE),
    "fuzzy": (AsksFor.TERM, AsksFor.OBSERVABLE),
    "confirmed": (AsksFor.READ_BACK,),
}
"""What is asked for where the missing thing is no rung by its own name."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A question for a criterion."""

    missing: str
    """What it would get, as in `criteria.Step`."""
    text: str
    probe: str


def next_question(criterion: Criterion, goal: Goal, bank: Bank, fuzzy: tuple[str, ...] = ()) -> Rung | None:
    """The question to ask on the spot; None when nothing is missing, or the bank has nothing that was not asked.

    Args:
        criterion: as it stands.
        goal: its goal: what was asked under it is not asked again.
        bank: joined with the banks that it extends.
        fuzzy: the session's open fuzzy terms.
    """
    missing = criteria.ladder(criterion, fuzzy).missing
    if criteria.smells_of_output(criterion):
        missing = (Result.OUTCOME.value, *missing)
    terms = criteria.open_fuzzy(criterion, fuzzy)
    asked = {turn.probe for turn in goal.turns} | {turn.question for turn in goal.turns}
    for name in missing:
        for probe, text in _worded(_probes(name, bank), terms[0] if name == "fuzzy" else ""):
            if probe.id not in asked and text not in asked:
                return Rung(name, text, probe.id)
    return None


def _probes(name: str, bank: Bank) -> list[Probe]:
    """The bank's questions for something missing, the most general first."""
    wanted = _ASKS_FOR.get(name) or (AsksFor(name),)
    found = [probe for asks_for in wanted for probe in bank.probes if probe.asks_for is asks_for]
    if name == Result.OUTCOME:
        return sorted(found, key=lambda probe: Case.OUTPUT not in probe.for_cases)
    return sorted(found, key=lambda probe: bool(probe.for_kinds or probe.for_cases or probe.for_words))


def _worded(probes: Iterable[Probe], term: str) -> Iterator[tuple[Probe, str]]:
    """The questions with the term in its place; without one, those that quote nothing, and with one, those that do."""
    for probe in probes:
        if probe.quotes == bool(term):
            yield probe, probe.text.replace("{term}", term)
