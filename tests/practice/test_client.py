"""The played client: what is asked decides which of the saved answers is given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.practice import Rehearsal, answer, begun, wish
from brasstacks.session import AskedAs, GoalStatus, Session
from brasstacks.storage import files, shipped
from conversations import sessions
from made import NOON, core_bank, empty_session, ids, talk

EXAMPLES = sorted(shipped.folder("sessions").glob("*.toml"))

SAID = (
    "it is a matter of culture, everybody says so",
    "the despatch lead names every late order without looking it up",
    "Priya opens two pallets every night and puts her initials in the book",
    "from the first week of February",
)


def rehearse(saved: Session) -> Rehearsal:
    return Rehearsal(saved, core_bank(saved.session.language), new_id=ids(), now=NOON)


def hear_all(rehearsal: Rehearsal, choose: Callable[[int], int] = lambda _step: 0) -> list[str]:
    """Ask until nothing is left, choosing among what is suggested; the ids of what was said."""
    said: list[str] = []
    for step in range(10_000):
        if rehearsal.interview.suggestions:
            rehearsal.interview.pick(choose(step) % len(rehearsal.interview.suggestions))
        if not rehearsal.ask(NOON).done:
            return said
        if rehearsal.saying is not None:
            said.append(rehearsal.saying.id)
            rehearsal.note(NOON)
    pytest.fail("the client never comes to an end")


def answered(session: Session) -> list[str]:
    return [turn.id for goal in session.goals for turn in goal.turns if turn.answer.strip()]


def ask(saved: Session, question: str, probe: str = "", held: Session | None = None) -> tuple[str, bool]:
    """What the client answers under the first goal, and whether it went past the question."""
    held = held or editing.add_goal(begun(saved), saved.goals[0].statement, now=NOON, new_id=lambda _p: "g-1")
    said = answer(saved, held, saved.goals[0].id, question, probe, core_bank())
    assert said is not None
    return said.text, said.past


def test_the_client_begins_with_their_first_wish() -> None:
    saved = talk("A higher culture", *SAID)
    said = wish(saved, begun(saved))
    assert said is not None
    assert (said.text, said.is_goal) == ("A higher culture", True)


def test_a_wish_of_which_nothing_was_said_is_not_brought_up() -> None:
    saved = editing.add_goal(empty_session(), "A new warehouse system", now=NOON, new_id=ids())
    assert wish(saved, begun(saved)) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who checks it, how often, from which date?", SAID[2]),
        ("By when should it be so?", SAID[3]),
        ("Which date is behind it?", SAID[3]),
    ],
)
def test_a_question_in_ones_own_words_gets_the_answer_that_gives_what_it_asks_for(question: str, expected: str) -> None:
    assert ask(talk("A higher culture", *SAID), question) == (expected, False)


def test_of_two_answers_that_give_it_the_one_is_given_that_was_asked_for_it_then() -> None:
    new_id = ids()
    saved = editing.add_goal(empty_session(), "A higher culture", now=NOON, new_id=new_id)
    for question, words in (
        ("What does he do all day?", "he walks the floor until the second of May, and then he tells us"),
        ("Is it soon, and by when?", "before the spring, the whole of it"),
    ):
        saved = editing.answer(saved, saved.goals[0].id, words, now=NOON, new_id=new_id, question=question)
    assert ask(saved, "From which day on?  By when?") == ("before the spring, the whole of it", False)


def test_a_question_that_is_none_of_the_banks_gets_what_has_its_words_in_it() -> None:
    saved = talk("A higher culture", SAID[0], "the hummus went out labelled as soup")
    assert ask(saved, "And the hummus?") == ("the hummus went out labelled as soup", False)


def test_the_question_that_was_asked_then_gets_the_answer_that_it_got_then() -> None:
    assert ask(talk("A higher culture", *SAID), "Question 3?") == (SAID[2], False)


def test_where_nothing_fits_they_go_on_with_what_they_said_next_and_that_is_noted() -> None:
    assert ask(talk("A higher culture", *SAID), "Shall we have some tea?") == (SAID[0], True)


def test_a_question_of_the_bank_is_known_by_what_it_asks_for() -> None:
    probe = next(one for one in core_bank().probes if one.asks_for == "when" and not one.quotes)
    assert ask(talk("A higher culture", *SAID), probe.text, probe.id) == (SAID[3], False)


def test_a_yes_to_what_was_read_back_waits_until_the_rest_was_said() -> None:
    probe = next(one for one in core_bank().probes if one.asks_for == "read_back")
    new_id = ids()
    saved = talk("A higher culture", SAID[0], SAID[1])
    saved = editing.answer(
        saved,
        saved.goals[0].id,
        "yes, put it like that",
        now=NOON,
        new_id=lambda p: f"{new_id(p)}-yes",
        question=probe.text,
        probe=probe.id,
    )
    assert ask(saved, probe.text, probe.id) == (SAID[0], True)


def test_when_all_is_said_about_a_goal_they_come_to_their_next_wish() -> None:
    saved = talk("A higher culture", SAID[0])
    saved = editing.add_goal(saved, "Labels that are right", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(saved, "g-9", SAID[2], now=NOON, new_id=lambda _p: "t-9", question="Who looks?")
    rehearsal = rehearse(saved)
    assert hear_all(rehearsal) == [saved.goals[0].id, saved.goals[0].turns[0].id, "g-9", "t-9"]


def test_a_goal_that_was_parked_is_left_and_they_come_to_their_next_wish() -> None:
    saved = talk("A higher culture", *SAID)
    saved = editing.add_goal(saved, "Labels that are right", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(saved, "g-9", SAID[2], now=NOON, new_id=lambda _p: "t-9", question="Who looks?")
    rehearsal = rehearse(saved)
    rehearsal.ask(NOON)
    rehearsal.note(NOON)
    held = editing.decide_goal(rehearsal.interview.session, saved.goals[0].id, GoalStatus.PARKED, now=NOON)
    rehearsal.interview.did("parked goal", held, NOON)
    rehearsal.ask(NOON)
    assert rehearsal.saying is not None
    assert rehearsal.saying.id == "g-9"


def test_an_answer_that_is_taken_back_can_be_given_again() -> None:
    rehearsal = rehearse(talk("A higher culture", *SAID))
    for _goal_then_answer in range(2):
        rehearsal.ask(NOON)
        rehearsal.note(NOON)
    assert rehearsal.left == 3
    rehearsal.interview.undo(NOON)
    assert rehearsal.left == 4


def test_a_question_that_merely_stood_there_is_asked_by_asking() -> None:
    rehearsal = rehearse(talk("A higher culture", *SAID))
    for _goal_then_answer in range(2):
        rehearsal.ask(NOON)
        rehearsal.note(NOON)
    assert rehearsal.interview.session.goals[0].turns[0].asked_as is AskedAs.CHOSEN


def test_what_is_filed_meanwhile_never_takes_the_id_of_something_that_may_still_be_said() -> None:
    saved = talk("A higher culture", *SAID)
    drawn = iter((saved.goals[0].turns[1].id, "n-free"))
    rehearsal = Rehearsal(saved, core_bank(), new_id=lambda _p: next(drawn), now=NOON)
    assert rehearsal.interview.new_id("n") == "n-free"


def test_what_a_client_says_is_no_command_and_no_question_of_ours() -> None:
    rehearsal = rehearse(talk("A higher culture", "? who knows", "/park it, I say"))
    hear_all(rehearsal)
    assert {turn.answer for turn in rehearsal.interview.session.goals[0].turns} == {"? who knows", "/park it, I say"}


@given(sessions, st.lists(st.integers(0, 9), max_size=40))
def test_every_saved_answer_is_given_once_and_then_it_ends_whatever_is_asked(saved: Session, picks: list[int]) -> None:
    said = hear_all(rehearse(saved), lambda step: picks[step % len(picks)] if picks else 0)
    assert len(said) == len(set(said))
    assert set(answered(saved)) <= set(said)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_questions_get_the_same_answers(path: object) -> None:
    saved = files.load(path).session  # type: ignore[arg-type]
    assert hear_all(rehearse(saved)) == hear_all(rehearse(saved))
