"""A rehearsal in hindsight: what was found, what was missed, and how it was asked."""

from brasstacks import editing
from brasstacks.drift import State
from brasstacks.interview.hints import Hint
from brasstacks.language import Facet
from brasstacks.practice import Hindsight, Rehearsal, hindsight
from brasstacks.practice.hindsight import Looked
from brasstacks.session import Session
from made import NOON, core_bank, ids, talk

FULL = (
    "there will be a higher level of culture",
    "any customer rings, and whoever picks up names which of their orders leave tonight",
    "Priya checks it every Friday: she rings about three orders and then looks at the dock",
    "from the first of March",
)


def after(saved: Session, *questions: str) -> Hindsight:
    """Rehearse with these questions under the first wish, and look back."""
    rehearsal = Rehearsal(saved, core_bank(), new_id=ids(), now=NOON)
    rehearsal.ask(NOON)
    rehearsal.note(NOON)
    for question in questions:
        rehearsal.interview.ask_own(question)
        rehearsal.ask(NOON)
        rehearsal.note(NOON)
    return hindsight(rehearsal.interview.session, saved, core_bank())


def first(found: Hindsight) -> Looked:
    return found.goals[0]


def test_what_was_found_and_what_was_still_in_them_are_told_apart() -> None:
    one = first(after(talk("Reporting at hand", *FULL), "Question 2?"))
    assert Facet.OBSERVABLE in one.found
    assert Facet.CHECK in one.missed
    assert not set(one.found) & set(one.missed)


def test_a_facet_that_was_asked_for_and_not_given_was_not_left_unasked() -> None:
    one = first(after(talk("Reporting at hand", *FULL), "By when?", "Which day, then, by when?"))
    assert Facet.WHEN not in one.missed + one.unasked


def test_what_was_never_asked_for_is_named() -> None:
    assert Facet.CHECK in first(after(talk("Reporting at hand", *FULL), "Question 1?")).unasked


def test_an_answer_that_was_not_brought_out_stands_with_the_question_that_did() -> None:
    one = first(after(talk("Reporting at hand", *FULL), "Question 1?", "Question 2?"))
    assert [(untold.answer, untold.question) for untold in one.untold] == [
        (FULL[2], "Question 3?"),
        (FULL[3], "Question 4?"),
    ]


def test_a_word_that_no_later_question_took_up_was_let_pass() -> None:
    saved = talk("Reporting at hand", *FULL)
    words = {word.text: word.number for word in first(after(saved, "Question 1?", "Question 2?")).words}
    assert any("culture" in word for word in words)
    taken_up = first(after(saved, "Question 1?", "“higher level of culture”: what would I see?"))
    assert not any("culture" in word.text for word in taken_up.words)


def test_what_was_said_last_was_not_let_pass_yet() -> None:
    words = first(after(talk("Reporting at hand", "there will be a higher culture"), "Question 1?")).words
    assert {word.number for word in words} <= {0}


def test_a_saved_criterion_is_held_against_the_one_that_was_reached() -> None:
    one = first(after(talk("Reporting at hand", *FULL), "Question 1?"))
    assert one.step < one.step_then


def test_questions_are_remembered_that_were_two_in_one_or_had_the_answer_in_them() -> None:
    asked = first(
        after(talk("Reporting at hand", *FULL), "Who picks up, and when do they?", "It is for the customers, isn't it?")
    ).asked
    assert [(one.number, one.hint) for one in asked] == [(1, Hint.DOUBLE), (2, Hint.LEADING)]


def test_drift_is_told_with_the_turn_at_which_it_could_be_seen() -> None:
    dry = (
        "you are the experts, you tell me",
        "it depends, we will see when we get there",
        "I don't know, you know better what good companies do",
        "as I said, you are the experts, we will see",
    )
    turned = first(after(talk("A higher culture", *dry), *(f"Question {number}?" for number in range(1, 5)))).turned
    assert turned is not None
    assert turned.state is State.STALLED
    assert turned.evidence
    assert max(turned.evidence) <= turned.number
    assert turned.after == 4 - turned.number


def test_a_chain_that_stayed_on_track_says_nothing_of_drift() -> None:
    questions = [f"Question {number}?" for number in range(1, 5)]
    assert first(after(talk("Reporting at hand", *FULL), *questions)).turned is None


def test_an_answer_past_the_question_is_counted_with_its_turn() -> None:
    assert first(after(talk("Reporting at hand", *FULL), "Question 1?", "Shall we have tea?")).past == (2,)


def test_the_wishes_that_they_did_not_come_to_are_named() -> None:
    saved = talk("Reporting at hand", *FULL)
    saved = editing.add_goal(saved, "Labels that are right", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(saved, "g-9", "yes", now=NOON, new_id=lambda _p: "t-9")
    found = after(saved, "Question 1?")
    assert found.not_brought == ("Labels that are right",)
    assert (found.told, found.whole) == (1, 5)


def test_a_goal_of_the_interviewers_own_is_not_held_against_anything() -> None:
    saved = talk("Reporting at hand", *FULL)
    rehearsal = Rehearsal(saved, core_bank(), new_id=ids(), now=NOON)
    rehearsal.interview.add_goal("Something of ours", NOON)
    assert hindsight(rehearsal.interview.session, saved, core_bank()).goals == ()
