"""Every change to a session is a function, and every one can be taken back."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.editing import History
from brasstacks.session import GoalStatus, Session, SessionStatus, Sitting
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


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["goal", "answer", "later", "correct", "move", "delete", "park", "note", "fuzzy", "criterion"]),
        st.text(min_size=1, max_size=20),
        st.integers(0, 9),
    ),
    max_size=14,
)


def edited(session: Session, kind: str, words: str, pick: int, number: int) -> Session:
    """One edit of that kind, where it can be made."""
    now = after(number)

    def new_id(prefix: str) -> str:
        return f"{prefix}-{number}"

    if kind == "goal" or not session.goals:
        return editing.add_goal(session, words, now=now, new_id=new_id)
    goal = session.goals[pick % len(session.goals)].id
    on_session = {
        "answer": lambda: editing.answer(session, goal, words, now=now, new_id=new_id),
        "later": lambda: editing.ask_later(session, goal, words, now=now, new_id=new_id),
        "park": lambda: editing.decide_goal(session, goal, GoalStatus.PARKED, now=now),
        "note": lambda: editing.add_note(session, words, now=now, new_id=new_id),
        "fuzzy": lambda: editing.mark_fuzzy(session, words, now=now),
        "criterion": lambda: editing.file_criterion(session, goal, now=now, new_id=new_id, statement=words),
    }
    turns = [turn.id for one in session.goals for turn in one.turns]
    on_turn = {
        "correct": lambda turn: editing.correct_answer(session, turn, words, now=now),
        "move": lambda turn: editing.move_turn(session, turn, goal, now=now),
        "delete": lambda turn: editing.delete_turn(session, turn, now=now),
    }
    if kind in on_session:
        return on_session[kind]()
    return on_turn[kind](turns[pick % len(turns)]) if turns else session


@given(EDITS)
@settings(max_examples=60)
def test_any_edits_are_undone_to_the_start_and_redone_to_the_end(edits: list[tuple[str, str, int]]) -> None:
    start = empty_session()
    history = History(start)
    for number, (kind, words, pick) in enumerate(edits):
        history = history.did(kind, edited(history.present, kind, words, pick, number))
    end, steps = history.present, len(history.past)
    for _ in range(steps):
        history = history.undo()
    assert history.present == start
    for _ in range(steps):
        history = history.redo()
    assert history.present == end


@given(EDITS)
@settings(max_examples=60)
def test_any_edits_leave_a_session_that_is_valid(edits: list[tuple[str, str, int]]) -> None:
    session = empty_session()
    for number, (kind, words, pick) in enumerate(edits):
        session = edited(session, kind, words, pick, number)
    assert Session.model_validate(session.model_dump()) == session
