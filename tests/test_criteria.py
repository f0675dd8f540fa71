"""The completeness ladder, and the draft in the client's own words."""

import pytest
from hypothesis import given

from brasstacks.chain import Asked, hear
from brasstacks.criteria import additions, draft, ladder, open_fuzzy, reworded, smells_of_output, unfiled
from brasstacks.language import Facet, Level
from brasstacks.session import Criterion, CriterionStatus, Provenance, Result
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
        (READY, 3),
        ({**READY, "status": CriterionStatus.AGREED}, 4),
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


@pytest.mark.parametrize("provenance", list(Provenance))
def test_a_draft_is_not_contract_ready_whoever_worded_it(provenance: Provenance) -> None:
    found = ladder(a_criterion(**READY, provenance=provenance))
    assert (found.step, found.missing) == (3, ("confirmed",))


def test_a_proposal_that_was_agreed_is_contract_ready() -> None:
    assert ladder(a_criterion(**READY, provenance=Provenance.PROPOSED, status=CriterionStatus.AGREED)).step == 4


def test_below_concrete_the_missing_names_what_makes_it_concrete() -> None:
    assert ladder(a_criterion()).missing == ("observable", "threshold", "anchor")


def test_a_concrete_one_is_told_what_makes_it_contract_ready() -> None:
    assert ladder(a_criterion(**CONCRETE)).missing == ("when", "check", "baseline", "why", "confirmed")


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


def test_a_target_among_levels_serves_in_place_of_a_threshold() -> None:
    assert ladder(a_criterion(**{**CONCRETE, "threshold": "", "levels": {"target": "nine of ten"}})).concrete
    assert not ladder(a_criterion(**{**CONCRETE, "threshold": "", "levels": {"stretch": "ten of ten"}})).concrete


def test_what_is_only_delivered_is_not_concrete() -> None:
    found = ladder(a_criterion(**CONCRETE, result=Result.OUTPUT))
    assert (found.concrete, found.missing) == (False, ("outcome",))


def test_our_words_in_a_field_keep_it_from_being_contract_ready_until_the_client_agrees() -> None:
    assert ladder(a_criterion(**READY, proposed=("when",))).missing == ("confirmed",)
    assert ladder(a_criterion(**READY, proposed=("when",), status=CriterionStatus.AGREED)).step == 4


def test_words_of_what_is_delivered_smell_of_output_until_somebody_was_asked() -> None:
    delivered = a_criterion(statement="Certificates are handed out to everybody")
    assert smells_of_output(delivered)
    assert not smells_of_output(a_criterion(statement=delivered.statement, result=Result.OUTCOME))


def test_the_open_fuzzy_terms_of_a_criterion_are_told() -> None:
    assert open_fuzzy(a_criterion(when="in good time"), ("In good time", "soon")) == ("In good time",)


def test_the_next_draft_grows_behind_the_last_turn_that_a_criterion_rests_on() -> None:
    first = said(reading("Anna counts", facets={Facet.WHO: ["Anna"]}), turn_id="t-1")
    second = said(reading("by Friday", facets={Facet.WHEN: ["by Friday"]}), turn_id="t-2")
    chain = made(first, second)
    fresh = draft(unfiled(chain, [a_criterion(from_turns=("t-1",))]))
    assert (fresh.statement.text, fresh.from_turns) == ("by Friday", ("t-2",))
    assert not draft(unfiled(chain, [a_criterion(from_turns=("t-2",))]))


def test_a_criterion_grows_by_what_it_lacks_only() -> None:
    both = reading("Anna, by Friday", facets={Facet.WHO: ["Anna"], Facet.WHEN: ["by Friday"]})
    found = draft(made(said(both, turn_id="t-1")))
    assert {name: piece.text for name, piece in additions(found, a_criterion(who="Rob")).items()} == {
        "when": "by Friday"
    }


@pytest.mark.parametrize(
    ("statement", "scrap"),
    [("The lights are off at night", "the"), ("La luce è spenta la sera", "la"), ("Свет вечером выключен", "я")],
)
def test_a_field_of_one_little_word_is_no_step_up_the_ladder(statement: str, scrap: str) -> None:
    given = {"observable": statement, "threshold": "10", "who": scrap}
    assert ladder(a_criterion(statement=statement, **given)).missing == ("anchor",)
    assert ladder(a_criterion(statement=statement, **{**given, "observable": scrap})).step == 0


def test_a_criterion_does_not_grow_by_words_that_it_has_in_another_field() -> None:
    read = reading("Anna, by Friday", facets={Facet.WHO: ["Anna"], Facet.WHEN: ["by Friday"]})
    found = draft(made(said(read)))
    assert "when" not in additions(found, a_criterion(check="By Friday"))


@pytest.mark.parametrize(
    ("lang", "anybody", "said_before", "role"),
    [
        ("en", "whoever picks up makes a stroke", "the customers ring", "customers"),
        ("it", "chiunque risponde fa un segno", "chiamano i clienti", "clienti"),
        ("ru", "угодно кому ставить палочку", "звонят клиенты", "клиенты"),
    ],
)
def test_whoever_is_nobody_where_a_role_was_named(lang: str, anybody: str, said_before: str, role: str) -> None:
    later = said(reading(anybody, facets={Facet.WHO: [anybody.split(maxsplit=1)[0]]}, lang=lang))
    assert draft(made(later, lang=lang)).fields[Facet.WHO].text == anybody.split(maxsplit=1)[0]
    chain = made(said(reading(said_before, lang=lang), turn_id="t-1"), later, lang=lang)
    who = draft(chain).fields[Facet.WHO]
    assert (who.text, who.turns) == (role, ("t-1",))


def test_whoever_is_nobody_where_the_wording_names_a_role() -> None:
    found = draft(made(said(reading("whoever picks up", facets={Facet.WHO: ["whoever"]}))))
    worded, ours = reworded(found, "at most five customers a day ring", "en")
    assert worded.fields[Facet.WHO].text == "customers"
    assert "who" in ours


def test_the_statement_is_what_is_to_be_seen_and_not_how_it_is_checked() -> None:
    outcome, check = "they'd stop ringing us", "There's a sheet, Nora makes a stroke"
    seen = reading(outcome, facets={Facet.OBSERVABLE: ["stop ringing"]}, level=Level.PARTIAL, score=0.6)
    facets = {Facet.OBSERVABLE: ["There's a sheet"], Facet.CHECK: ["makes a stroke"]}
    checked = reading(check, facets=facets, level=Level.CONCRETE, score=0.9)
    first, last = said(seen, turn_id="t-1"), said(checked, turn_id="t-2", question="Who could check that?")
    found = draft(made(first, last))
    assert (found.statement.text, found.fields[Facet.OBSERVABLE].text) == (outcome, outcome)
    assert draft(made(last)).statement.text == check


def test_of_answers_as_clear_the_one_that_says_what_is_wanted_is_the_statement() -> None:
    wanted = reading("they'd stop ringing", facets={Facet.OBSERVABLE: ["ringing"]}, level=Level.PARTIAL, score=0.5)
    today = reading("on good days they ring", facets={Facet.OBSERVABLE: ["ring"]}, level=Level.PARTIAL, score=0.6)
    assert draft(made(said(wanted), said(today))).statement.text == "they'd stop ringing"
