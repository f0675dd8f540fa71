"""The client's words that are worth a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.chain import Asked, hear
from brasstacks.language import Span
from brasstacks.questions.quoting import LONGEST
from brasstacks.questions.stretches import cut
from brasstacks.questions.terms import HANDY, terms
from chains import LANGUAGES, made, reading, said


def test_a_wording_said_twice_is_one_term() -> None:
    read = reading("ownership", vague=["ownership"])
    assert [term.about for term in terms(made(said(read), said(read)))] == ["ownership"]


def test_what_was_said_earlier_weighs_less() -> None:
    old, new = reading("ownership", vague=["ownership"]), reading("trustful", vague=["trustful"])
    assert [term.about for term in terms(made(said(old), said(new)))] == ["trustful", "ownership"]


def test_little_words_alone_are_not_quoted() -> None:
    assert not terms(made(said(reading("it is the", vague=["it is the"]))))


def test_what_the_note_taker_put_in_quotation_marks_is_offered_when_nothing_better_is_there() -> None:
    found = terms(made(said(reading('12 by May, "so that it flies"'))))
    assert ("so that it flies", False) in [(term.about, term.challenge) for term in found]


def test_an_answer_to_be_filled_in_later_has_no_terms() -> None:
    assert not terms(made(said(reading("ownership", vague=["ownership"]), later=True)))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_cut_is_a_short_piece_of_the_text(text: str, one: int, other: int) -> None:
    piece = cut(text, Span(min(one, other), max(one, other)))
    assert piece in text
    assert len(piece.split()) <= LONGEST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_term_that_was_accepted_is_not_offered_by_another_door(lang: str) -> None:
    text = {"en": "more transparency, you know", "ru": "больше прозрачности", "it": "più trasparenza, ecco"}[lang]
    word = {"en": "transparency", "ru": "прозрачность", "it": "trasparenza"}[lang]
    before = terms(hear("", [Asked("?", text)], lang=lang))
    after = terms(hear("", [Asked("?", text)], lang=lang, silent=(word,)))
    assert any(word[:8] in term.about for term in before)
    assert not any(word[:8] in term.about for term in after)


def test_a_name_is_not_asked_back() -> None:
    chain = hear("", [Asked("Who counts them?", "Marina Sidorova from the warehouse counts them")], lang="en")
    assert not any("Marina" in term.about for term in terms(chain))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_question_quotes_is_short(lang: str) -> None:
    text = {
        "en": "a much more mature and responsible attitude to the whole way in which we work together on things",
        "ru": "гораздо более зрелое и ответственное отношение ко всему тому как мы вместе работаем над задачами",
        "it": "un atteggiamento molto più maturo e responsabile verso tutto il modo in cui lavoriamo insieme",
    }[lang]
    found = terms(hear("", [Asked("?", text)], lang=lang))
    assert found
    assert all(len(term.about.split()) <= LONGEST and term.about in text for term in found)
    assert len(found[0].about.split()) <= HANDY


def test_an_empty_word_is_likelier_asked_about_than_a_plain_one() -> None:
    (first, *_) = terms(hear("", [Asked("?", "the invoices go out with proper ownership")], lang="en"))
    assert "ownership" in first.about
