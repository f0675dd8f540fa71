"""A session at a glance: answers to fill in first, then goals in order, then the rest."""

from brasstacks import editing, glance
from brasstacks.glance import Open, Waits
from brasstacks.session import CriterionStatus, GoalStatus, Session
from conversations import concrete
from made import NOON, after, empty_session, ids, talk


def filed(session: Session, **fields: object) -> Session:
    return editing.file_criterion(session, session.goals[0].id, now=NOON, new_id=lambda _prefix: "c-1", **fields)


def complete() -> Session:
    return filed(talk("Order", "soon"), **dict(concrete()) | {"id": "c-1"})


def test_nothing_was_wanted_yet() -> None:
    assert glance.next_open(empty_session()) == Open(Waits.GOAL, "")


def test_a_goal_without_a_word_waits_for_its_first_question() -> None:
    assert glance.next_open(talk("Order")) == Open(Waits.FIRST_QUESTION, "Order")


def test_a_goal_that_was_talked_about_waits_for_a_criterion() -> None:
    assert glance.next_open(talk("Order", "soon")) == Open(Waits.CRITERION, "Order")


def test_a_draft_waits_for_what_makes_it_concrete() -> None:
    session = filed(talk("Order", "soon"), statement="Managers know", observable="they name them")
    assert glance.next_open(session) == Open(Waits.FIELDS, "Managers know", ("threshold", "anchor"))


def test_a_rejected_draft_waits_for_nothing() -> None:
    session = filed(talk("Order", "soon"), statement="No", status=CriterionStatus.REJECTED)
    assert glance.next_open(session) == Open(Waits.CRITERION, "Order")


def test_an_answer_to_be_filled_in_comes_before_everything() -> None:
    session = talk("Order")
    session = editing.ask_later(session, session.goals[0].id, "Who?", now=NOON, new_id=lambda _prefix: "t-9")
    assert glance.next_open(session) == Open(Waits.ANSWER, "Who?")


def test_a_parked_goal_waits_for_nothing() -> None:
    session = talk("Order")
    session = editing.decide_goal(session, session.goals[0].id, GoalStatus.PARKED, now=NOON)
    assert glance.next_open(session) is None


def test_a_fuzzy_term_waits_when_the_goals_are_done() -> None:
    session = editing.mark_fuzzy(complete(), "in good time", now=NOON)
    assert glance.next_open(session) == Open(Waits.FUZZY, "in good time")


def test_a_promise_waits_last() -> None:
    session = editing.add_follow_up(complete(), "send the plan", now=NOON, new_id=ids())
    assert glance.next_open(session) == Open(Waits.PROMISE, "send the plan")


def test_when_everything_is_done_nothing_is_open() -> None:
    assert glance.next_open(complete()) is None


def test_the_last_answer_is_the_last_in_time_whatever_its_goal() -> None:
    session = talk("Order", "the first", "the second")
    session = editing.add_goal(session, "Another", now=NOON, new_id=lambda _prefix: "g-9")
    session = editing.answer(session, "g-9", "earlier", now=after(0.5), new_id=lambda _prefix: "t-9")
    last = glance.last_answer(session)
    assert last is not None
    assert last.answer == "the second"


def test_without_an_answer_there_is_no_last_one() -> None:
    assert glance.last_answer(talk("Order")) is None


def test_the_goal_in_hand_is_named_only_while_it_is_open() -> None:
    session = editing.add_goal(talk("Order"), "Speed", now=NOON, new_id=lambda _prefix: "g-2")
    assert glance.at(session).in_hand == 2
    for status in (GoalStatus.REFERRED, GoalStatus.DROPPED, GoalStatus.PARKED):
        assert glance.at(editing.decide_goal(session, "g-2", status, now=NOON)).in_hand == 0
