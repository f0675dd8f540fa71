"""Calm answers are found by two letters, or offered when the client's words touch one."""

import pytest

from brasstacks.cards import offered, search
from made import core_bank


@pytest.mark.parametrize(
    ("lang", "letters"), [("en", "exp"), ("ru", "дор"), ("ru", "ljh"), ("it", "car"), ("en", "EXP "), ("en", "учз")]
)
def test_two_or_three_letters_find_why_it_is_so_expensive(lang: str, letters: str) -> None:
    assert "why-so-expensive" in [card.id for card in search(core_bank(lang).cards, letters)[:4]]


def test_no_letters_show_every_card_in_the_banks_order() -> None:
    cards = core_bank().cards
    assert search(cards, " ") == cards


def test_beginnings_of_several_words_come_in_any_order() -> None:
    cards = core_bank().cards
    assert search(cards, "so exp") == search(cards, "exp so") != ()


def test_the_clients_words_go_before_the_words_of_an_answer() -> None:
    cards = core_bank().cards
    first = search(cards, "disc")[0]
    assert first.id == "a-discount"


def test_letters_of_no_word_find_nothing() -> None:
    assert search(core_bank().cards, "qqzx") == ()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "well, that is rather expensive for us"),
        ("ru", "слушайте, это же дорого"),
        ("it", "mi sembra caro, sinceramente"),
    ],
)
def test_a_card_is_offered_when_the_clients_words_touch_it(lang: str, words: str) -> None:
    assert "why-so-expensive" in [card.id for card in offered(core_bank(lang).cards, words, lang)]


def test_words_about_the_work_offer_nothing() -> None:
    assert offered(core_bank().cards, "Rob counts the crates on the ramp", "en") == ()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "our customers work with three lists, and the customer waits"),
        ("en", "a custom field for the region"),
        ("ru", "мы готовы, коробки стоят на складе"),
        ("it", "è lo standard della casa"),
    ],
)
def test_words_that_only_look_like_a_cards_offer_no_answer_about_the_price_of_custom_work(
    lang: str, words: str
) -> None:
    assert "custom-or-off-the-shelf" not in [card.id for card in offered(core_bank(lang).cards, words, lang)]


def test_custom_work_that_is_spoken_of_offers_its_answer() -> None:
    said = "is custom work not too dear?"
    assert "custom-or-off-the-shelf" in [card.id for card in offered(core_bank().cards, said, "en")]


def test_a_word_of_one_letter_is_no_form_of_another() -> None:
    assert offered(core_bank("ru").cards, "да, и так и запишите", "ru") == ()
