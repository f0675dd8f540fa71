"""Every change to a session is a function, and every one can be taken back."""

from datetime import timedelta
from itertools import count

import pytest

from brasstacks import editing
from brasstacks.editing import History
from brasstacks.identity import SessionStatus
from brasstacks.session import CriterionStatus, GoalStatus, Session, Sitting
from made import NOON, after, empty_session, ids, talk


def test_a_new_goal_is_the_goal_in_hand() -> None:
    session = editing.add_goal(empty_session(), "Projects under control", now=NOON, new_id=ids())
    assert session.current is session.goals[0]


def test_an_answer_keeps_its_question_and_both_moments() -> None:
    turn = talk("Order", "They answer").goals[0].turns[0]
    assert (turn.question, turn.asked, turn.answered) == ("Question 1?", after(0.5), after(1))


def test_an_answer_under_a_parked_goal_takes_it_up_again() -> None:
    session = talk("Order")
    goal = session.goals[0].id
    session = editing.decide_goal(session, goal, GoalStatus.PARKED, now=NOON)
    session = editing.answer(session, goal, "after all", now=NOON, new_id=lambda prefix: f"{prefix}-x")
    assert session.goals[0].status is GoalStatus.OPEN


def test_correcting_the_last_answer_leaves_no_history() -> None:
    session = talk("Order", "first", "second")
    turn = session.goals[0].turns[1]
    session = editing.correct_answer(session, turn.id, "the second", now=after(3))
    assert session.goals[0].turns[1].first_wording == ""


def test_correcting_an_earlier_answer_keeps_its_first_wording() -> None:
    session = talk("Order", "first", "second")
    turn = session.goals[0].turns[0]
    session = editing.correct_answer(session, turn.id, "once", now=after(3))
    session = editing.correct_answer(session, turn.id, "twice", now=after(4))
    assert (session.goals[0].turns[0].answer, session.goals[0].turns[0].first_wording) == ("twice", "first")


def test_an_answer_filled_in_later_counts_from_then_on() -> None:
    session = editing.ask_later(talk("Order"), "g-1", "Who counts?", now=NOON, new_id=lambda prefix: f"{prefix}-x")
    session = editing.correct_answer(session, "t-x", "Rob does", now=after(9))
    turn = session.goals[0].turns[0]
    assert (turn.later, turn.answered, turn.first_wording) == (False, after(9), "")


def test_a_turn_moves_to_the_end_of_another_goals_chain() -> None:
    session = editing.add_goal(talk("One", "a", "b"), "Two", now=NOON, new_id=lambda _: "g-two")
    turn = session.goals[0].turns[0]
    session = editing.move_turn(session, turn.id, "g-two", now=NOON)
    assert [len(goal.turns) for goal in session.goals] == [1, 1]
    assert session.goals[1].turns[0] == turn


def test_moving_a_turn_to_its_own_goal_changes_nothing() -> None:
    session = talk("One", "a", "b")
    assert editing.move_turn(session, session.goals[0].turns[0].id, session.goals[0].id, now=NOON) == session


def test_a_term_is_accepted_once_however_it_is_written() -> None:
    session = editing.dismiss(empty_session(), "Culture", now=NOON)
    assert editing.dismiss(session, "culture", now=NOON).dismissed == ("Culture",)


def test_a_resolved_term_is_fuzzy_no_more() -> None:
    session = editing.mark_fuzzy(empty_session(), "in good time", now=NOON)
    assert editing.resolve_fuzzy(session, "In good time", now=NOON).fuzzy == ()


def test_the_price_is_stamped_when_it_is_first_asked() -> None:
    session = editing.stamp_price(empty_session(), now=NOON)
    assert editing.stamp_price(session, now=after(5)).session.price_asked == NOON


def test_a_closed_session_can_be_reopened() -> None:
    session = editing.close(empty_session(), now=NOON)
    assert session.session.status is SessionStatus.CLOSED
    assert editing.reopen(session, now=NOON).session.status is SessionStatus.OPEN


def test_a_referral_ends_a_goal_with_its_text() -> None:
    session = editing.refer(talk("Order"), "g-1", "A course", "We suggest…", now=NOON)
    assert session.goals[0].status is GoalStatus.REFERRED
    assert session.goals[0].referral is not None


@pytest.mark.parametrize("words", ["a\r\nb", "a\rb", "a\nb"])
def test_lines_end_in_one_way(words: str) -> None:
    assert talk("Order", words).goals[0].turns[0].answer == "a\nb"


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        editing.delete_turn(empty_session(), "t-nowhere", now=NOON)


def test_an_id_cannot_stand_twice() -> None:
    session = editing.add_note(empty_session(), "one", now=NOON, new_id=lambda _: "n-1")
    with pytest.raises(ValueError, match="stands twice"):
        editing.add_note(session, "two", now=NOON, new_id=lambda _: "n-1")


def test_undo_does_not_turn_the_clock_back() -> None:
    history = History(empty_session()).did("goal", talk("Order"))
    held = (Sitting(started=NOON, ended=after(7)),)
    assert history.ticked(held).undo().present.seconds == timedelta(minutes=7).total_seconds()


def test_an_edit_after_undo_forgets_what_could_be_redone() -> None:
    history = History(empty_session()).did("one", talk("One")).undo().did("two", talk("Two"))
    assert history.future == ()


def filed(*statements: str, **fields: object) -> Session:
    """A session with two goals, two answers under the first and criteria of it: c-0, c-1, …."""
    session = editing.add_goal(
        talk("Order", "we start on Monday", "Rob counts"), "Two", now=NOON, new_id=lambda _: "g-2nd"
    )
    numbers = count()
    for statement in statements:
        session = editing.file_criterion(
            session, "g-1", now=NOON, new_id=lambda _: f"c-{next(numbers)}", statement=statement, **fields
        )
    return session


def test_a_deleted_turn_is_restored_where_it_was() -> None:
    session = talk("Order", "first", "second", "third")
    turn = session.goals[0].turns[1]
    gone = editing.delete_turn(session, turn.id, now=NOON)
    assert [one.answer for one in gone.goals[0].turns] == ["first", "third"]
    assert editing.restore_turn(gone, turn.id, now=NOON).goals == session.goals


def test_a_split_answer_is_two_turns_and_its_criteria_rest_on_both() -> None:
    session = filed("Rob counts", from_turns=("t-3",), sources={"who": ("t-3",)})
    session = editing.split_turn(session, "t-3", 4, now=NOON, new_id=lambda _: "t-new")
    assert [turn.answer for turn in session.goals[0].turns] == ["we start on Monday", "Rob", "counts"]
    criterion = session.criterion("c-0")
    assert (criterion.from_turns, criterion.sources) == (("t-3", "t-new"), {"who": ("t-3", "t-new")})


@pytest.mark.parametrize("at", [0, 10, 99])
def test_half_an_answer_needs_words(at: int) -> None:
    with pytest.raises(ValueError, match="both halves"):
        editing.split_turn(filed(), "t-3", at, now=NOON, new_id=lambda _: "t-new")


def test_joined_turns_lose_no_word_and_their_criteria_rest_on_the_one() -> None:
    session = editing.join_turns(filed("x", from_turns=("t-3",)), "t-2", now=NOON)
    turn = session.goals[0].turns[0]
    assert (turn.question, turn.answer) == ("Question 1? / Question 2?", "we start on Monday\nRob counts")
    assert session.criterion("c-0").from_turns == ("t-2",)


def test_the_last_turn_has_none_to_be_joined_with() -> None:
    with pytest.raises(ValueError, match="no turn follows"):
        editing.join_turns(filed(), "t-3", now=NOON)


def test_words_of_the_client_in_a_field_are_linked_to_their_turn() -> None:
    session = editing.word_criterion(filed("x"), "c-0", "who", "Rob", now=NOON)
    criterion = session.criterion("c-0")
    assert (criterion.sources, criterion.from_turns, criterion.proposed) == ({"who": ("t-3",)}, ("t-3",), ())


def test_our_words_in_a_field_are_marked_as_proposed() -> None:
    session = editing.word_criterion(filed("x"), "c-0", "target", "nine of ten", now=NOON)
    assert session.criterion("c-0").proposed == ("target",)
    session = editing.word_criterion(session, "c-0", "target", "", now=NOON)
    assert (session.criterion("c-0").proposed, session.criterion("c-0").levels) == ((), None)


def test_an_agreed_criterion_with_other_words_is_a_draft_again() -> None:
    session = editing.agree(filed("x"), "c-0", "Anna", now=after(5))
    agreed = session.criterion("c-0")
    assert (agreed.status, agreed.agreed_by, agreed.agreed_at) == (CriterionStatus.AGREED, "Anna", after(5))
    changed = editing.word_criterion(session, "c-0", "when", "by May", now=after(6)).criterion("c-0")
    assert (changed.status, changed.agreed_at) == (CriterionStatus.DRAFT, None)


def test_a_rejected_criterion_keeps_the_reason_until_it_is_a_draft_again() -> None:
    session = editing.reject(filed("x"), "c-0", "another department", now=NOON)
    assert session.criterion("c-0").rejected_because == "another department"
    assert editing.redraft(session, "c-0", now=NOON).criterion("c-0").rejected_because == ""


def test_a_split_criterion_is_two_with_the_same_fields() -> None:
    session = filed("a and b", who="Rob")
    session = editing.split_criterion(session, "c-0", "a", " and b", now=NOON, new_id=lambda _: "c-new")
    assert [(one.statement, one.who) for one in session.goals[0].criteria] == [("a", "Rob"), ("and b", "Rob")]


def test_merged_criteria_say_both_and_are_a_draft() -> None:
    session = editing.change_criterion(filed("a", "b", who="Rob"), "c-1", now=NOON, who="Sue", owner="Ann")
    session = editing.merge_criteria(editing.agree(session, "c-0", "Al", now=NOON), "c-0", "c-1", now=NOON)
    (one,) = session.goals[0].criteria
    assert (one.statement, one.who, one.owner, one.status) == ("a; b", "Rob; Sue", "Ann", CriterionStatus.DRAFT)


def test_a_criterion_moves_past_the_edge_to_the_goal_beside() -> None:
    session = editing.shift_criterion(filed("a", "b"), "c-0", 1, now=NOON)
    assert [one.id for one in session.goals[0].criteria] == ["c-1", "c-0"]
    session = editing.shift_criterion(session, "c-0", 1, now=NOON)
    assert [[one.id for one in goal.criteria] for goal in session.goals] == [["c-1"], ["c-0"]]
    assert editing.shift_criterion(session, "c-0", 1, now=NOON) == session


def test_answers_to_oneself_leave_no_table_when_they_are_taken_back() -> None:
    session = editing.check_oneself(empty_session(), now=NOON, right="mostly")
    assert session.self_check is not None
    assert editing.check_oneself(session, now=NOON, right="").self_check is None
