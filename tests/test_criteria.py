"""The completeness ladder, and the draft in the client's own words."""

import pytest
from hypothesis import given

from brasstacks.chain import Asked, hear
from brasstacks.criteria import draft, ladder
from brasstacks.language import Facet, Level
from brasstacks.session import Criterion, CriterionStatus, Provenance
from chains import any_text, any_turns, made, reading, said

CONCRETE = {"observable": "the light is off", "threshold": "every evening", "who": "the porter"}
READY = {**CONCRETE, "when": "from May", "check": "the log", "baseline": "nobody counts today", "why": "the bill"}


def a_criterion(**fields: object) -> Criterion:
    return Criterion.model_validate({"id": "c-1", "statement": "The lights are off at night", **fields})


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({}, 0),
        ({"who": "the porter", "threshold": "all"}, 0),
        ({"observable": "the light is off"}, 1),
        ({"observable": "the light is off", "who": "the porter"}, 2),
        ({"observable": "the light is off", "threshold": "every evening"}, 1),
        (CONCRETE, 3),
        ({**CONCRETE, "who": "", "check": "the log"}, 3),
        ({**CONCRETE, "who": "", "when": "from May"}, 3),
        ({**CONCRETE, "who": "", "baseline": "always on"}, 3),
        (READY, 4),
    ],
)
def test_each_step_of_the_ladder(fields: dict[str, str], step: int) -> None:
    assert ladder(a_criterion(**fields)).step == step


def test_a_yes_or_no_test_serves_in_place_of_a_threshold() -> None:
    assert ladder(a_criterion(**{**CONCRETE, "threshold": "", "test": "is it dark at ten?"})).concrete


def test_a_baseline_alone_is_never_a_target() -> None:
    assert not ladder(a_criterion(baseline="always on")).concrete


def test_an_open_fuzzy_term_holds_a_criterion_below_concrete() -> None:
    found = ladder(a_criterion(**{**CONCRETE, "when": "in good time"}), fuzzy=["In good time"])
    assert (found.step, found.missing) == (2, ("fuzzy",))


def test_a_fuzzy_term_inside_another_word_is_not_that_term() -> None:
    assert ladder(a_criterion(**CONCRETE), fuzzy=["port"]).concrete


def test_what_we_proposed_and_nobody_agreed_to_is_not_contract_ready() -> None:
    found = ladder(a_criterion(**READY, provenance=Provenance.PROPOSED))
    assert (found.step, found.missing) == (3, ("confirmed",))


def test_a_proposal_that_was_agreed_is_contract_ready() -> None:
    assert ladder(a_criterion(**READY, provenance=Provenance.PROPOSED, status=CriterionStatus.AGREED)).step == 4


def test_below_concrete_the_missing_names_what_makes_it_concrete() -> None:
    assert ladder(a_criterion()).missing == ("observable", "threshold", "anchor")


def test_a_concrete_one_is_told_what_makes_it_contract_ready() -> None:
    assert ladder(a_criterion(**CONCRETE)).missing == ("when", "check", "baseline", "why")


def test_the_statement_is_the_strongest_sentence_of_the_most_concrete_answer() -> None:
    weak = reading("It should be better.", score=0.1)
    text = "Well, you know. The porter turns off every light by ten. My uncle did."
    strong = reading(text, facets={Facet.OBSERVABLE: ["turns off"]}, level=Level.CONCRETE, score=0.9)
    chain = made(said(strong, turn_id="t-1"), said(weak, turn_id="t-2"))
    assert draft(chain).statement.text == "The porter turns off every light by ten."


def test_every_field_names_the_turn_it_came_from() -> None:
    who = reading("Anna, I'd say", facets={Facet.WHO: ["Anna"]})
    when = reading("by Friday", facets={Facet.WHEN: ["by Friday"]})
    found = draft(made(said(who, turn_id="t-1"), said(when, turn_id="t-2")))
    assert {facet: (piece.text, piece.turns) for facet, piece in found.fields.items()} == {
        Facet.WHO: ("Anna", ("t-1",)),
        Facet.WHEN: ("by Friday", ("t-2",)),
    }


def test_an_empty_chain_gives_an_empty_draft() -> None:
    found = draft(made())
    assert (found.statement.text, dict(found.fields), found.from_turns) == ("", {}, ())


@given(any_text, any_turns)
def test_a_draft_says_nothing_that_the_client_did_not_say(goal: str, turns: list[Asked]) -> None:
    chain = hear(goal, turns, lang="en")
    answers = [turn.answer for turn in chain.turns]
    found = draft(chain)
    pieces = [found.statement.text, *(part for piece in found.fields.values() for part in piece.text.split("; "))]
    assert all(any(part in answer for answer in answers) for part in pieces if part)
