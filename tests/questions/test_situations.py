"""Situations with a good next question of their own, in each language."""

import pytest

from brasstacks.chain import Asked, hear
from brasstacks.language import Facet, Kind
from brasstacks.questions import AsksFor, Suggestion, suggest
from brasstacks.questions.bank import Case
from chains import LANGUAGES, core, made, reading, said


def cases_of(found: tuple[Suggestion, ...], lang: str) -> set[Case]:
    probes = {probe.id: probe for probe in core(lang).probes}
    return {case for one in found if one.probe in probes for case in probes[one.probe].for_cases}


def suggested(text: str, lang: str, question: str = "") -> tuple[Suggestion, ...]:
    return suggest(made(said(reading(text, lang=lang), question), lang=lang), core(lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "No idea, honestly."), ("ru", "Честно? Не знаю."), ("it", "Boh, non lo so.")],
)
def test_an_honest_gap_leads_to_whoever_knows(lang: str, text: str) -> None:
    assert cases_of(suggested(text, lang)[:1], lang) == {Case.DONT_KNOW}


def test_not_knowing_one_thing_while_giving_another_is_no_gap() -> None:
    read = reading("No idea, ask Rob.", facets={Facet.WHO: ["Rob"]})
    assert Case.DONT_KNOW not in cases_of(suggest(made(said(read)), core("en")), "en")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "First of all: how much does it cost?"),
        ("ru", "Сначала скажите, сколько стоит?"),
        ("it", "Prima di tutto, quanto costa?"),
    ],
)
def test_the_price_before_the_goal_is_asked_back_to_the_goal(lang: str, text: str) -> None:
    assert cases_of(suggested(text, lang)[:1], lang) == {Case.PRICE_FIRST}


@pytest.mark.parametrize(("lang", "text"), [("en", "Twenty."), ("ru", "Двадцать."), ("it", "Venti.")])
def test_a_number_that_counts_nothing_is_asked_for_its_unit(lang: str, text: str) -> None:
    assert suggested(text, lang)[0].asks_for is AsksFor.UNIT


@pytest.mark.parametrize(
    ("lang", "question", "text"),
    [
        ("en", "How many orders?", "Twenty."),
        ("ru", "Сколько заказов?", "Двадцать."),
        ("it", "Quanti ordini?", "Venti."),
    ],
)
def test_a_number_is_of_what_the_question_asked(lang: str, question: str, text: str) -> None:
    assert AsksFor.UNIT not in {one.asks_for for one in suggested(text, lang, question)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "We hand out certificates."), ("ru", "Выдадим сертификаты."), ("it", "Diamo i certificati.")],
)
def test_an_output_is_asked_for_its_outcome(lang: str, text: str) -> None:
    assert Case.OUTPUT in cases_of(suggested(text, lang), lang)


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("en", "Well, the director wants it by the standard.", "by the standard"),
        ("ru", "Ну, директор требует по стандарту.", "по стандарту"),
        ("it", "Mah, il direttore lo vuole a norma.", "a norma"),
    ],
)
def test_a_boss_quoted_is_asked_about(lang: str, text: str, word: str) -> None:
    read = reading(text, vague=[word], kind=Kind.AUTHORITY, strength=0.4, lang=lang)
    assert Case.BOSS_QUOTED in cases_of(suggest(made(said(read), lang=lang), core(lang)), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_limit_that_differs_from_the_one_before_is_named(lang: str) -> None:
    minutes = {"en": "minutes", "ru": "минут", "it": "minuti"}[lang]
    old = reading(f"15 {minutes}", facets={Facet.THRESHOLD: [f"15 {minutes}"]}, lang=lang)
    new = reading(f"40 {minutes}", facets={Facet.THRESHOLD: [f"40 {minutes}"]}, lang=lang)
    found = suggest(made(said(old), said(new), lang=lang), core(lang))
    assert Case.CONTRADICTION in cases_of(found, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We need a CRM, that's it."),
        ("ru", "Нам нужна CRM, и всё."),
        ("it", "Ci serve un CRM, tutto qui."),
    ],
)
def test_a_solution_is_asked_back_to_what_it_is_for(lang: str, text: str) -> None:
    asked = {one.asks_for for one in suggest(hear("", [Asked("", text)], lang=lang), core(lang))}
    assert asked & {AsksFor.PROBLEM, AsksFor.OUTCOME, AsksFor.WHY}


def test_the_same_limit_said_twice_is_no_contradiction() -> None:
    read = reading("15 minutes", facets={Facet.THRESHOLD: ["15 minutes"]})
    found = suggest(made(said(read), said(read)), core("en"))
    assert Case.CONTRADICTION not in cases_of(found, "en")
