"""The conversation in the order of time, read today, and the jumps in it."""

from brasstacks import editing
from brasstacks.drift import State
from brasstacks.language import Level
from brasstacks.session import AskedAs, Session
from brasstacks.timeline import jump, timeline
from made import NOON, after, empty_session, ids, talk

CONCRETE = "every manager, asked on Friday, names all 12 of his projects and the state of each"


HANDED_BACK = (
    ("What would be different?", "you are the experts, you tell me"),
    ("Who would notice?", "well, you know better than we do what is usual"),
    ("And where was it missing last?", "that is what we hire you for, you'll tell us"),
    ("How would you check it?", "you tell us, that's your job"),
)


def two_goals() -> Session:
    """Two goals, talked about in turns: 1, 2, 1."""
    new_id = ids()
    session = editing.add_goal(empty_session(), "Order", now=NOON, new_id=new_id)
    session = editing.add_goal(session, "Speed", now=NOON, new_id=new_id)
    for minute, goal in ((1, 0), (2, 1), (3, 0)):
        session = editing.answer(session, session.goals[goal].id, f"at {minute}", now=after(minute), new_id=new_id)
    return session


def test_turns_of_all_goals_stand_in_the_order_of_time() -> None:
    assert [one.label for one in timeline(two_goals()).moments] == ["1.1", "2.1", "1.2"]


def test_a_turn_without_a_moment_stands_behind_the_one_before_it() -> None:
    session = two_goals()
    turn = session.goals[0].turns[0]
    session = editing.split_turn(session, turn.id, 2, now=NOON, new_id=lambda _: "t-half")
    half = editing.changed(session.turn("t-half"), answered=None)
    goal = session.goals[0]
    goal = editing.changed(goal, turns=(goal.turns[0], half, *goal.turns[2:]))
    session = editing.changed(session, goals=(goal, *session.goals[1:]))
    assert [one.turn.id for one in timeline(session).moments][:2] == [turn.id, "t-half"]


def test_the_verdict_follows_an_edit_at_once() -> None:
    session = talk("Order", "it should be better somehow")
    turn = session.goals[0].turns[0]
    assert timeline(session).moments[0].heard.reading.level is Level.VAGUE
    session = editing.correct_answer(session, turn.id, CONCRETE, now=after(9))
    assert timeline(session).moments[0].heard.reading.level is Level.CONCRETE


def test_a_chain_that_goes_bad_warns_once_where_it_does() -> None:
    new_id = ids()
    session = editing.add_goal(empty_session(), "Order", now=NOON, new_id=new_id)
    for minute, (question, words) in enumerate(HANDED_BACK):
        session = editing.answer(
            session,
            "g-1",
            words,
            now=after(minute),
            new_id=new_id,
            question=question,
            asked_as=AskedAs.OWN,
        )
    moments = timeline(session).moments
    assert moments[-1].state is State.STALLED
    assert sum(one.warns for one in moments) == 1
    assert jump(moments, len(moments) - 1, "drift") is not None


def test_jumps_go_round_and_find_what_is_open() -> None:
    session = editing.ask_later(two_goals(), "g-2", "Who counts?", now=after(4), new_id=lambda _: "t-late")
    moments = timeline(session).moments
    assert jump(moments, 0, "open") == 3
    assert jump(moments, 3, "open") == 3
    assert [jump(moments, at, "goal") for at in range(4)] == [1, 2, 3, 0]
    assert jump(moments, 0, "drift") is None


def test_nothing_to_jump_to_in_an_empty_session() -> None:
    assert jump(timeline(empty_session()).moments, -1, "goal") is None
