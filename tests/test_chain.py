"""A goal and its turns, as heard."""

from datetime import UTC, datetime

from hypothesis import given

from brasstacks import gain
from brasstacks.chain import Asked, hear, of_goal, quotes
from brasstacks.clauses import clause, whole_words
from brasstacks.language import Facet
from brasstacks.session import AskedAs, Client, Goal, Header, Session, Turn
from chains import any_text, any_turns, made, reading, said, span

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_turns_are_numbered_from_one_in_their_order() -> None:
    chain = hear("", [Asked("a?", "one"), Asked("b?", "two")], lang="en")
    assert [(turn.number, turn.answer) for turn in chain.turns] == [(1, "one"), (2, "two")]


def test_an_empty_chain_is_in_the_language_that_was_given() -> None:
    assert hear("", [], lang="it").lang == "it"


def test_a_question_that_was_only_shown_does_not_count_as_asked() -> None:
    turn = Turn(id="t-1", question="Who?", asked_as=AskedAs.SHOWN, answer="Anna")
    goal = Goal(id="g-1", statement="Order", turns=(turn,))
    header = Header(id="s-1", created=NOON, updated=NOON)
    session = Session(session=header, client=Client(name="Acme"), goals=(goal,))
    assert not of_goal(session, goal).turns[0].turn.asked


def test_words_are_widened_to_their_clause() -> None:
    text = "well, the driver signs the sheet at the gate, I think"
    wide = clause(text, span(text, "signs"))
    assert text[wide.start : wide.end] == "the driver signs the sheet at the gate"


def test_a_breathless_sentence_gives_the_bare_words() -> None:
    text = " ".join(["and so on"] * 10) + " the driver signs " + " ".join(["and so on"] * 10)
    wide = clause(text, span(text, "driver signs"))
    assert text[wide.start : wide.end] == "driver signs"


def test_a_decimal_point_ends_no_clause() -> None:
    text = "we take 2.5 kilos at most"
    wide = clause(text, span(text, "kilos"))
    assert text[wide.start : wide.end] == text


def test_half_a_word_is_widened_to_the_whole() -> None:
    text = "the drivers sign"
    wide = whole_words(text, span(text, "driver"))
    assert text[wide.start : wide.end] == "drivers"


def test_quotes_stand_in_the_order_of_a_sentence() -> None:
    text = "by Friday Anna counts"
    read = reading(text, facets={Facet.WHEN: ["by Friday"], Facet.WHO: ["Anna"]})
    assert [quote.facet for quote in quotes(made(said(read)))] == [Facet.WHO, Facet.WHEN]


def test_people_correct_themselves_so_the_latest_words_are_quoted() -> None:
    first = reading("by Friday", facets={Facet.WHEN: ["by Friday"]})
    later = reading("no, by Monday", facets={Facet.WHEN: ["by Monday"]})
    assert [quote.text for quote in quotes(made(said(first), said(later)))] == ["by Monday"]


@given(any_text, any_turns)
def test_a_quote_is_always_the_clients_own_words(goal: str, turns: list[Asked]) -> None:
    for quote in quotes(hear(goal, turns, lang="en")):
        assert quote.text == quote.turn.answer[quote.span.start : quote.span.end]


def test_a_facet_is_gained_once() -> None:
    first = reading("Anna", facets={Facet.WHO: ["Anna"]})
    again = reading("Boris", facets={Facet.WHO: ["Boris"]})
    assert [one.facets for one in gain.gains(made(said(first), said(again)))] == [{Facet.WHO}, frozenset()]


def test_a_number_that_the_question_named_is_no_gain() -> None:
    (one,) = gain.gains(made(said(reading("yes, 15"), "So 15 minutes?")))
    assert not one.specifics


def test_an_answer_to_be_filled_in_later_gains_nothing() -> None:
    read = reading("Anna", facets={Facet.WHO: ["Anna"]})
    (one,) = gain.gains(made(said(read, later=True)))
    assert not one
