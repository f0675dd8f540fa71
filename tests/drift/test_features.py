"""What is seen of a turn before it is judged."""

import pytest

from brasstacks.drift.features import Seen, see
from brasstacks.drift.phrases import persons
from brasstacks.drift.weights import LANES, weights
from brasstacks.gain import gains
from chains import LANGUAGES, heard

OF_ONESELF = {
    "en": ("How do you feel?", "I'm afraid of myself"),
    "ru": ("Что вы чувствуете?", "Я боюсь себя самой"),
    "it": ("Come si sente lei?", "Io ho paura di me stesso"),
}
OF_OTHERS = {
    "en": ("Who counts?", "They count them, she signs for us"),
    "ru": ("Кто считает?", "Они считают, она подписывает за нас"),
    "it": ("Chi conta?", "Loro contano, lei firma per noi"),
}


def only(question: str, answer: str, lang: str) -> Seen:
    chain = heard((question, answer), lang=lang)
    return see(chain, gains(chain))[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_talk_of_oneself_is_told_from_talk_of_others(lang: str) -> None:
    own, others = only(*OF_ONESELF[lang], lang).numbers, only(*OF_OTHERS[lang], lang).numbers
    assert own["says i"] > others["says i"] == 0
    assert others["says they"] > own["says they"] == 0
    assert own["I alone"] > others["I alone"] == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_talk_of_oneself_that_adds_nothing_is_told_without_a_telling_word(lang: str) -> None:
    own, others = only(*OF_ONESELF[lang], lang).numbers, only(*OF_OTHERS[lang], lang).numbers
    assert own["I, nothing new"] == own["says i"]
    assert own["I, nothing named"] == own["says i"]
    assert others["I, nothing new"] == others["I, asked of you"] == 0
    assert own["I, asked of you"] == own["says i"]


def test_a_second_turn_about_oneself_is_seen_as_such() -> None:
    own = OF_ONESELF["en"]
    chain = heard(own, own, OF_OTHERS["en"])
    once, again, others = (turn.numbers for turn in see(chain, gains(chain)))
    assert once["I, again"] == 0
    assert again["I, again"] == again["says i"] == others["I, before"] > 0
    assert others["I, again"] == 0


def test_a_language_without_words_for_persons_has_none() -> None:
    assert not persons("es")
    assert set(persons("it")) == {"i", "we", "they", "you"}


def test_what_the_question_said_is_an_echo() -> None:
    assert only("What is resilience?", "Resilience is resilience", "en").echo > 0.5
    assert only("What is resilience?", "Eight pumps stand by", "en").echo == 0


def test_what_the_chain_had_is_old_in_the_next_turn() -> None:
    again = ("What else?", "The pumps stand by")
    chain = heard(("What is there?", "The pumps stand by"), again)
    turns = see(chain, gains(chain))
    assert turns[0].old == 0
    assert turns[1].old > 0.5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_a_turn_is_weighed_in_every_lane(lang: str) -> None:
    known = weights(lang).numbers
    assert {"says i", "heard score", "new", "first", "one"} <= set(known)
    assert all(len(lanes) == len(LANES) for lanes in known.values())


def test_a_language_without_weights_of_its_own_takes_those_that_all_share() -> None:
    assert set(weights("es").numbers) == set(weights("en").numbers)
    assert not weights("es").words.row("ame")
    assert weights("en").words.row("ame")
