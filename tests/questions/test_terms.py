"""The client's words that are worth a question."""

from hypothesis import given
from hypothesis import strategies as st

from brasstacks.language import Span
from brasstacks.questions.stretches import LONGEST, cut
from brasstacks.questions.terms import terms
from chains import made, reading, said


def test_a_wording_said_twice_is_one_term() -> None:
    read = reading("ownership", vague=["ownership"])
    assert [term.about for term in terms(made(said(read), said(read)))] == ["ownership"]


def test_what_was_said_earlier_weighs_less() -> None:
    old, new = reading("ownership", vague=["ownership"]), reading("trustful flow", vague=["trustful"])
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
