"""The question that would get what a criterion lacks."""

import pytest

from brasstacks import editing
from brasstacks.interview.rungs import next_question
from brasstacks.session import AskedAs, Criterion, CriterionStatus, Goal, Result
from made import NOON, core_bank, talk

FULL = {
    "observable": "names them",
    "threshold": "all",
    "who": "Rob",
    "when": "from May",
    "check": "the log",
    "baseline": "nobody counts",
    "why": "the bill",
}


def a_criterion(**fields: object) -> Criterion:
    return Criterion.model_validate({"id": "c-1", "statement": "They know", **fields})


def a_goal() -> Goal:
    return talk("Order", "yes").goals[0]


@pytest.mark.parametrize("language", ["en", "ru", "it"])
@pytest.mark.parametrize("lacks", ["observable", "threshold", "when", "check", "baseline", "why"])
def test_each_thing_that_is_lacking_has_a_question(lacks: str, language: str) -> None:
    bank = core_bank(language)
    found = next_question(a_criterion(**{**FULL, lacks: ""}), a_goal(), bank)
    assert found is not None
    assert (found.missing, next(p.asks_for for p in bank.probes if p.id == found.probe)) == (lacks, lacks)


@pytest.mark.parametrize("language", ["en", "ru", "it"])
def test_a_fuzzy_term_is_quoted(language: str) -> None:
    found = next_question(a_criterion(**{**FULL, "when": "soon"}), a_goal(), core_bank(language), ("soon",))
    assert found is not None
    assert "soon" in found.text


def test_wording_that_the_client_has_not_confirmed_is_read_back() -> None:
    found = next_question(a_criterion(**FULL, proposed=("who",)), a_goal(), core_bank())
    assert found is not None
    assert found.missing == "confirmed"


def test_what_smells_of_output_is_asked_about_first() -> None:
    found = next_question(a_criterion(statement="Certificates are handed out"), a_goal(), core_bank())
    assert found is not None
    assert found.missing == Result.OUTCOME


def test_a_question_is_not_asked_twice() -> None:
    criterion, bank = a_criterion(**{**FULL, "when": ""}), core_bank()
    first = next_question(criterion, a_goal(), bank)
    assert first is not None
    session = editing.answer(
        talk("Order"), "g-1", "?", now=NOON, new_id=lambda _: "t-9", question=first.text, asked_as=AskedAs.CHOSEN
    )
    second = next_question(criterion, session.goals[0], bank)
    assert second is not None
    assert second.text != first.text


def test_nothing_is_asked_where_nothing_is_lacking() -> None:
    agreed = a_criterion(**FULL, status=CriterionStatus.AGREED)
    assert next_question(agreed, a_goal(), core_bank()) is None
