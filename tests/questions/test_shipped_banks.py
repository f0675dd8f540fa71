"""The banks that ship: as much in each language as in the others, and enough of everything that a talk may need."""

import re
from collections import Counter

import pytest

from brasstacks.language import Facet, Kind
from brasstacks.questions.asked import gist, same
from brasstacks.questions.bank import AsksFor, Bank, Case, Identified
from brasstacks.questions.orders import LADDER
from brasstacks.storage.banks import Banks

LANGUAGES = ("en", "ru", "it")
TRADES = ("core", "project-management", "software-delivery")
LISTS = ("openers", "probes", "returns", "referrals", "risks", "expectations", "cards")
ENOUGH = 4
"""So many questions for one thing: one that was asked, or does not suit, leaves some to choose from."""
FAMILIAR = {
    "en": r"(?!)",
    "ru": r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои|твоего|твоей)\b",
    "it": r"\b(tu|ti|tuo|tua|tuoi|tue)\b",
}


def shipped(name: str) -> Bank:
    return Banks().one(name)


def entries(bank: Bank, name: str) -> tuple[Identified, ...]:
    found: tuple[Identified, ...] = getattr(bank, name)
    return found


def texts(bank: Bank) -> list[str]:
    return [
        text
        for name in LISTS
        for entry in entries(bank, name)
        for key, value in dict(entry).items()
        if key not in ("id", "words", "for_words", "source")
        for text in ([value] if isinstance(value, str) else value if isinstance(value, tuple) else [])
    ]


each_language = pytest.mark.parametrize("lang", LANGUAGES)
every_bank = pytest.mark.parametrize("bank_id", list(Banks().paths()))


# ---------------------------------------------------------------- the same ground in every language


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("name", LISTS)
def test_every_language_has_the_entries_of_the_others_in_the_same_order(trade: str, lang: str, name: str) -> None:
    mine, theirs = shipped(f"{trade}.{lang}"), shipped(f"{trade}.en")
    assert [entry.id for entry in entries(mine, name)] == [entry.id for entry in entries(theirs, name)]


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_question_serves_the_same_in_every_language(trade: str, lang: str) -> None:
    mine, theirs = shipped(f"{trade}.{lang}"), shipped(f"{trade}.en")
    for one, other in zip(mine.probes, theirs.probes, strict=True):
        for key in ("asks_for", "for_kinds", "for_cases", "quotes"):
            assert getattr(one, key) == getattr(other, key), (one.id, key)
        assert bool(one.for_words) == bool(other.for_words), one.id
    assert [one.client for one in mine.openers] == [one.client for one in theirs.openers]


@each_language
def test_signs_weigh_the_same_in_every_language(lang: str) -> None:
    assert shipped(f"core.{lang}").weights == shipped("core.en").weights


@pytest.mark.parametrize("trade", TRADES[1:])
@each_language
def test_a_trade_has_words_of_its_own_of_every_sort(trade: str, lang: str) -> None:
    words = shipped(f"{trade}.{lang}").lexicon
    assert all(len(some) >= 10 for some in (words.vague, words.roles, words.artefacts, words.observable_verbs))


def test_a_trade_may_be_at_home_in_one_language_only() -> None:
    assert shipped("restaurant.it").extends == ("core.it",)


# ---------------------------------------------------------------- enough of everything


@each_language
@pytest.mark.parametrize("asks_for", list(AsksFor))
def test_there_are_questions_enough_for_whatever_is_asked_for(lang: str, asks_for: AsksFor) -> None:
    probes = shipped(f"core.{lang}").probes
    assert sum(probe.asks_for is asks_for for probe in probes) >= ENOUGH


@each_language
@pytest.mark.parametrize("rung", LADDER)
def test_every_rung_has_questions_that_fit_any_answer(lang: str, rung: AsksFor) -> None:
    anywhere = [
        p for p in shipped(f"core.{lang}").probes if not (p.quotes or p.for_kinds or p.for_cases or p.for_words)
    ]
    assert sum(probe.asks_for is rung for probe in anywhere) >= ENOUGH


@each_language
@pytest.mark.parametrize("kind", list(Kind))
def test_a_finding_can_be_taken_up_from_several_sides(lang: str, kind: Kind) -> None:
    fitting = [probe for probe in shipped(f"core.{lang}").probes if kind in probe.for_kinds and not probe.for_words]
    assert len(fitting) >= ENOUGH
    assert len({probe.asks_for for probe in fitting}) >= ENOUGH - 1


@each_language
def test_any_words_at_all_can_be_taken_up_from_several_sides(lang: str) -> None:
    fitting = [
        p for p in shipped(f"core.{lang}").probes if p.quotes and not (p.for_kinds or p.for_cases or p.for_words)
    ]
    assert len(fitting) >= 6
    assert len({probe.asks_for for probe in fitting}) >= 6


@each_language
@pytest.mark.parametrize("case", list(Case))
def test_every_situation_has_questions_of_its_own(lang: str, case: Case) -> None:
    fitting = [probe for probe in shipped(f"core.{lang}").probes if case in probe.for_cases]
    assert len(fitting) >= ENOUGH


@each_language
def test_no_facet_is_asked_for_by_quoting_alone(lang: str) -> None:
    plain = Counter(probe.asks_for.value for probe in shipped(f"core.{lang}").probes if not probe.quotes)
    assert all(plain[facet.value] >= ENOUGH for facet in Facet)


@each_language
def test_a_first_and_a_returning_client_are_received_differently(lang: str) -> None:
    clients = Counter(opener.client for opener in shipped(f"core.{lang}").openers)
    assert clients["first"] >= 3
    assert clients["returning"] >= 3


@each_language
def test_what_is_said_beside_the_questions_is_there(lang: str) -> None:
    core = shipped(f"core.{lang}")
    assert len(core.risks) == 7
    assert len(core.expectations) == 6
    assert len(core.cards) >= 15
    assert len(core.referrals) >= 5
    assert sorted(play.group for play in core.playbook) == [1, 2, 3, 4]
    assert all(play.signs and play.do and play.dont for play in core.playbook)
    assert [play.group for play in core.playbook if play.line] == [1]
    assert all(card.read for card in core.cards)


# ---------------------------------------------------------------- how it is said


@every_bank
def test_no_question_is_another_one_in_other_words(bank_id: str) -> None:
    """What was asked is not asked again, so one of the two would never be put."""
    bank = Banks().joined(bank_id)
    asked = [(p.id, p.asks_for, p.quotes, gist(p.text.replace("{term}", " "), bank.language)) for p in bank.probes]
    twins = [
        (one[0], other[0])
        for number, one in enumerate(asked)
        for other in asked[:number]
        if one[1:3] == other[1:3] and same(one[3], other[3])
    ]
    assert twins == []


@every_bank
def test_a_quoted_word_stands_apart_so_that_any_form_of_it_fits(bank_id: str) -> None:
    apart = re.compile(r"(\"\{term\}\":|«\{term\}»:|«\{term\}» —) ")
    assert [probe.id for probe in shipped(bank_id).probes if probe.quotes and not apart.match(probe.text)] == []


@every_bank
def test_nobody_is_addressed_familiarly(bank_id: str) -> None:
    bank = shipped(bank_id)
    familiar = re.compile(FAMILIAR[bank.language], re.IGNORECASE)
    assert [text for text in texts(bank) if familiar.search(text)] == []
