"""What came of a session, and when to get in touch next."""

from datetime import date

import pytest

from brasstacks import editing
from brasstacks.glance import Waits
from brasstacks.recap import due_day, is_due, next_contact, promised, recap
from brasstacks.session import FollowUp, Session
from conversations import a_session, concrete
from made import NOON, empty_session, ids, talk

FRIDAY = date(2026, 11, 27)


def promising(*dues: str) -> Session:
    """A session with a promise for each of the days."""
    session, new_id = empty_session(), ids()
    for due in dues:
        session = editing.add_follow_up(session, f"for {due}", now=NOON, new_id=new_id, due=due)
    return session


def test_criteria_stand_on_their_steps_and_the_rejected_on_none() -> None:
    session = talk("Order", "yes")
    goal = editing.changed(
        session.goals[0], criteria=(concrete(), {"id": "c-2", "statement": "Better"}, {"id": "c-3", "statement": "No"})
    )
    session = editing.reject(editing.changed(session, goals=(goal,)), "c-3", "why", now=NOON)
    found = recap(session)
    assert [[one.criterion.id for one in step] for step in found.by_step] == [["c-2"], [], [], ["c-1"], []]
    assert [one.id for one in found.rejected] == ["c-3"]


def test_everything_open_is_told_answers_first() -> None:
    session = editing.ask_later(talk("Order"), "g-1", "Who counts?", now=NOON, new_id=lambda _: "t-1")
    session = editing.mark_fuzzy(session, "soon", now=NOON)
    assert [one.waits for one in recap(session).open] == [Waits.ANSWER, Waits.CRITERION, Waits.FUZZY]


def test_promises_stand_by_their_day_and_those_without_one_last() -> None:
    session = promising("when it is done", "2026-12-04", "2026-11-30")
    assert [one.due for one in promised(session)] == ["2026-11-30", "2026-12-04", "when it is done"]


@pytest.mark.parametrize(("due", "is_it"), [("2026-11-27", True), ("2026-11-28", False), ("soon", False), ("", False)])
def test_what_is_due_today(due: str, is_it: bool) -> None:  # noqa: FBT001
    assert is_due(FollowUp(id="f-1", at=NOON, text="x", due=due), FRIDAY) is is_it


def test_words_of_an_older_file_mean_the_day_that_they_meant_then() -> None:
    assert due_day(FollowUp(id="f-1", at=NOON, text="x", due="by Friday")) == date(2026, 11, 27)


def test_what_is_done_is_not_due() -> None:
    assert not is_due(FollowUp(id="f-1", at=NOON, text="x", due="2026-11-01", done=True), FRIDAY)


@pytest.mark.parametrize(
    ("today", "day"),
    [(FRIDAY, date(2026, 12, 11)), (date(2026, 11, 29), date(2026, 12, 11)), (date(2026, 11, 30), date(2026, 12, 14))],
)
def test_a_next_contact_is_proposed_in_two_weeks_on_a_working_day(today: date, day: date) -> None:
    assert next_contact(a_session(), today) == day


def test_no_contact_is_proposed_beside_one_that_has_its_day() -> None:
    assert next_contact(promising("2026-12-04"), FRIDAY) is None
    assert next_contact(promising("soon"), FRIDAY) is not None
    assert next_contact(promising("2026-11-05"), FRIDAY) is not None
