"""What neither a list of words nor a learned weight can know: one small rule each."""

from pathlib import Path

import pytest

import brasstacks.language
from brasstacks.language import lexicon as lexicons
from brasstacks.language import rules
from brasstacks.language.features import Document, see

DATA = Path(brasstacks.language.__file__).with_name("data")


class Heard:
    """A document with the rules of its language."""

    def __init__(self, lang: str, text: str) -> None:
        """See a text."""
        folder = DATA / lang
        lexicon = lexicons.load(folder)
        self.document: Document = see(text, "", lexicon)
        self.rules = rules.Rules(lexicon.rules, lexicon.stems)

    def words(self, places: set[int]) -> set[str]:
        """The words at some places."""
        return {self.document.tokens[at].text for at in places}


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", "I'm at a five out of ten with this", "five"),
        ("ru", "я где-то на 5 сейчас", "5"),
        ("it", "mi do un 6", "6"),
    ],
)
def test_a_number_about_oneself_counts_nothing(lang: str, text: str, number: str) -> None:
    heard = Heard(lang, text)
    assert number in heard.words(heard.rules.of_oneself(heard.document))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "we have five orders open"), ("ru", "у нас 5 заказов в работе"), ("it", "abbiamo 6 ordini aperti")],
)
def test_a_number_of_the_work_is_not_about_oneself(lang: str, text: str) -> None:
    heard = Heard(lang, text)
    assert not heard.rules.of_oneself(heard.document)


@pytest.mark.parametrize(
    ("lang", "text", "quality"),
    [
        ("en", "quickly, I mean before 9 the driver leaves the bay", "quickly"),
        ("ru", "быстро, то есть до 9 утра машина уехала", "быстро"),
        ("it", "velocemente, cioè entro le 9 il camion è partito", "velocemente"),
    ],
)
def test_a_quality_that_the_same_breath_defines_is_explained(lang: str, text: str, quality: str) -> None:
    heard = Heard(lang, text)
    assert quality in heard.words(heard.rules.explained(heard.document))


def test_a_quoted_word_that_is_explained_needs_no_question() -> None:
    heard = Heard("en", "“reliable” means the lorry is at the gate by 7")
    assert "reliable" in heard.words(heard.rules.explained(heard.document))


def test_a_quality_that_is_explained_by_another_is_not_explained() -> None:
    heard = Heard("en", "better quality, I mean more transparency")
    assert not heard.rules.explained(heard.document)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "nobody asks me where his ticket is"),
        ("ru", "никто не звонит и не спрашивает, где заявка"),
        ("it", "nessuno chiama per sapere del suo ticket"),
    ],
)
def test_what_nobody_does_any_more_can_be_seen(lang: str, text: str) -> None:
    heard = Heard(lang, text)
    assert heard.rules.not_happening(heard.document)


@pytest.mark.parametrize(
    ("text", "date"),
    [("by 5 June", True), ("at 14:30", True), ("by 5 percent", False), ("three a week", False), ("somewhere", False)],
)
def test_a_date_is_told_from_a_rate(text: str, *, date: bool) -> None:
    document = Heard("en", text).document
    assert rules.is_date(document, 0, len(document.tokens) - 1) is date


def test_a_language_without_rules_has_none() -> None:
    heard = Heard("en", "nobody asks")
    none = rules.Rules({}, lexicons.load(DATA / "en").stems)
    assert not none.not_happening(heard.document)
