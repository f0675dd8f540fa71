"""Fingers in haste: what is seen without capitals, without marks, abbreviated, with a letter wrong."""

from pathlib import Path

import pytest

import brasstacks.language
from brasstacks.language import lexicon as lexicons
from brasstacks.language import read
from brasstacks.language.features import see
from brasstacks.language.lexicon import one_letter_off

DATA = Path(brasstacks.language.__file__).with_name("data")


@pytest.mark.parametrize(
    ("lang", "text", "word", "tag"),
    [
        ("en", "by EOM", "eom", "c:deadlines"),
        ("en", "£200 a mth", "mth", "c:units"),
        ("en", "2k orders", "k", "c:units"),
        ("en", "1,5% fewer", "1,5", "num"),
        ("en", "1,5% fewer", "%", "c:units"),
        ("en", "forty orders", "forty", "c:number_words"),
        ("en", "the CRM", "crm", "c:artefacts"),
        ("en", "more transparancy", "transparancy", "k:vague_quality"),
        ("ru", "к кнц мес", "кнц", "c:deadlines"),
        ("ru", "двести писем", "двести", "c:number_words"),
        ("ru", "сдвинули дедлайн", "дедлайн", "c:deadlines"),
        ("ru", "5 тыс руб", "тыс", "c:units"),
        ("it", "tra 2 sett", "sett", "c:units"),
        ("it", "un terzo degli ordini", "terzo", "c:quantifiers"),
        ("it", "20 al gg", "gg", "c:units"),
    ],
)
def test_a_word_in_haste_is_seen_as_what_it_is(lang: str, text: str, word: str, tag: str) -> None:
    signatures = see(text, "", lexicons.load(DATA / lang)).signatures
    assert any(norm == word and tag in tags for norm, _, tags in signatures)


@pytest.mark.parametrize(
    ("typed", "meant"), [("recieve", "receive"), ("qualty", "quality"), ("clarrity", "clarity"), ("clarety", "clarity")]
)
def test_one_letter_is_swapped_missing_doubled_or_wrong(typed: str, meant: str) -> None:
    assert one_letter_off(typed, meant)


def test_two_letters_wrong_are_another_word() -> None:
    assert not one_letter_off("claretey", "clarity")


def test_capitals_and_full_stops_do_not_change_the_level() -> None:
    neat = "We want better quality. We want more transparency."
    assert read(neat.lower().replace(".", ""), lang="en").level is read(neat, lang="en").level
