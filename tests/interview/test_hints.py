"""Quiet hints for the interviewer: one at most, and never a reproach that is not due."""

import pytest

from brasstacks.interview import Interview, parse, run
from brasstacks.interview.hints import Hint, of_question, untouched
from brasstacks.questions.reasons import hint_text
from made import NOON, after, core_bank, empty_session, ids

SEEN = (
    "at the Friday meeting Dana asks, and everybody looks at the floor",
    "any manager, asked which projects he runs, names all of them and each one's status, by 1 March",
    "today only two of nine can; Dana asks three of them at random every Friday",
)


def begun(*texts: str, hints: bool = True) -> Interview:
    session = empty_session("en", planned_minutes=60)
    interview = Interview(session, core_bank("en"), new_id=ids(), now=NOON, hints=hints)
    for number, text in enumerate(texts, 1):
        interview.enter(text, after(number))
    return interview


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Who checks the list, and how often?"),
        ("en", "Who checks it? And when?"),
        ("ru", "Кто это проверяет и как часто?"),
        ("ru", "Кто проверяет? А когда?"),
        ("it", "Chi lo controlla e quando?"),
        ("it", "Chi lo controlla? Ogni quanto?"),
    ],
)
def test_two_questions_in_one_are_noticed(lang: str, question: str) -> None:
    assert of_question(question, lang) is Hint.DOUBLE


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Don't you think everybody should know the list?"),
        ("en", "They know the list, right?"),
        ("ru", "Вам не кажется, что список должны знать все?"),
        ("ru", "Список знают все, верно?"),
        ("it", "Non crede che tutti dovrebbero conoscerlo?"),
        ("it", "Lo conoscono tutti, vero?"),
    ],
)
def test_a_question_with_its_answer_in_it_is_noticed(lang: str, question: str) -> None:
    assert of_question(question, lang) is Hint.LEADING


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_more_than_twenty_words_are_noticed(lang: str) -> None:
    assert of_question(" ".join(["word"] * 21) + "?", lang) is Hint.LONG
    assert of_question(" ".join(["word"] * 20) + "?", lang) is None


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_no_question_of_the_bank_gives_a_hint(lang: str) -> None:
    bank = core_bank(lang)
    texts = [*(one.text for one in bank.probes), *(one.text for one in bank.openers)]
    leading = [text for text in texts if of_question(text, lang) in (Hint.LEADING, Hint.LONG)]
    assert not leading


def test_the_word_at_the_end_is_no_tag_without_a_pause_before_it() -> None:
    assert of_question("Which of the two is right?", "en") is None


def test_ones_own_question_is_looked_at_before_it_is_asked() -> None:
    interview = begun("Order", SEEN[0])
    interview.ask_own("Don't you think so?")
    assert interview.hint == hint_text("en", "leading")
    interview.enter("yes", after(9))
    assert not interview.hint


def test_a_goal_left_without_a_read_back_is_named() -> None:
    interview = begun("Order", *SEEN)
    interview.add_goal("Reports on time", after(20))
    assert interview.hint == hint_text("en", "no_read_back").replace("{goal}", "1")


def test_a_goal_with_a_criterion_was_read_back_well_enough() -> None:
    interview = begun("Order", *SEEN)
    run(interview, parse("criterion"), after(19))
    interview.add_goal("Reports on time", after(20))
    assert not interview.hint


def test_a_goal_hardly_begun_may_be_left() -> None:
    interview = begun("Order", SEEN[0])
    interview.add_goal("Reports on time", after(20))
    assert not interview.hint


def test_time_nearly_gone_names_the_goals_that_nobody_began() -> None:
    interview = begun("Order", SEEN[0])
    interview.add_goal("Reports on time", after(5))
    interview.go(1, after(6))
    for minute in range(6, 52):
        interview.key(after(minute))
    assert not interview.hint
    for minute in range(52, 62):
        interview.key(after(minute))
    assert untouched(interview.session) == (2,)
    assert interview.hint.endswith("2")


def test_questions_about_feelings_are_a_hint_to_the_interviewer_and_no_state() -> None:
    interview = begun("Order")
    for number, question in enumerate(("How does that make you feel?", "What are you afraid of?"), 2):
        interview.ask_own(question)
        interview.enter("the Friday list, nine projects, Dana keeps it", after(number))
    assert interview.hint == hint_text("en", "inside")


def test_hints_are_off_by_one_setting() -> None:
    interview = begun("Order", SEEN[0], hints=False)
    interview.ask_own("Don't you think so?")
    assert not interview.hint
