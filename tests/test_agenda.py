"""The agenda: what was spoken of, and where the time goes."""

import pytest

from brasstacks import agenda, coverage, editing
from brasstacks.agenda import Stop
from brasstacks.session import Session, Sitting
from made import NOON, after, core_bank, empty_session, talk


def stops(session: Session, minutes: int | None = None) -> dict[str, Stop]:
    return {one.room: one for one in agenda.agenda(session, core_bank(), minutes=minutes)}


def raised(session: Session, entry: str) -> Session:
    """The session with a risk of the bank raised."""
    return editing.note_risk(session, entry, entry=entry, now=NOON, new_id=lambda _: f"r-{entry}", raised=NOON)


def test_the_seven_risks_stand_there_before_anything_was_said() -> None:
    assert coverage.count(coverage.risks(empty_session(), core_bank())) == (0, 7)


def test_a_risk_that_was_raised_counts_and_one_of_ones_own_stands_last() -> None:
    session = raised(empty_session(), "key-people-leave")
    session = editing.note_risk(session, "The move in May", now=NOON, new_id=lambda _: "r-own", worry=3)
    topics = coverage.risks(session, core_bank())
    assert coverage.count(topics) == (1, 8)
    assert (topics[-1].title, topics[-1].spoken) == ("The move in May", False)


def test_a_risk_of_the_bank_has_one_record_however_often_it_is_noted() -> None:
    session = raised(raised(empty_session(), "key-people-leave"), "key-people-leave")
    session = editing.note_risk(
        session, "x", entry="key-people-leave", now=NOON, new_id=lambda _: "r-2", words="it happened to us"
    )
    assert [(one.raised, one.words) for one in session.risks] == [(NOON, "it happened to us")]


def test_a_risk_whose_bank_is_gone_is_kept_as_ones_own() -> None:
    session = raised(empty_session(), "of-another-bank")
    assert coverage.risks(session, core_bank())[-1].noted == session.risks[0]


@pytest.mark.parametrize(("minutes", "goals"), [(15, 1), (30, 1), (60, 3), (90, 4)])
def test_a_longer_session_holds_more_goals(minutes: int, goals: int) -> None:
    assert agenda.holds(minutes) == goals


@pytest.mark.parametrize("minutes", [30, 45, 60, 75, 90, 120])
def test_a_plan_fills_its_session(minutes: int) -> None:
    assert sum(agenda.plan(minutes).values()) == pytest.approx(minutes, abs=2)


def test_half_an_hour_holds_no_options() -> None:
    assert stops(empty_session(), 30)["options"].planned == 0
    assert stops(empty_session(), 60)["options"].planned > 0


def test_time_in_a_room_is_not_time_in_the_conversation() -> None:
    session = editing.with_sittings(empty_session(), [Sitting(started=NOON, ended=after(30))])
    session = editing.spend(session, "options", 600)
    found = stops(session)
    assert (found["goals"].spent, found["options"].spent) == (20, 10)
    assert found["options"].over
    assert not found["goals"].over


def test_what_was_delivered_is_on_the_agenda_of_a_client_who_has_been_here() -> None:
    assert "perceived" not in stops(empty_session())
    session = editing.add_delivery(empty_session(), "the list", now=NOON, new_id=lambda _: "d-1")
    assert (stops(session)["perceived"].done, stops(session)["perceived"].of) == (0, 1)


def test_not_yet_counts_as_asked() -> None:
    session = editing.choose(talk("Order"), "g-1", now=NOON, reason="in May")
    assert (stops(session)["options"].done, stops(session)["options"].of) == (1, 1)


def test_time_in_a_room_is_no_edit_and_is_never_taken_back() -> None:
    history = editing.History(empty_session()).did("goal", talk("Order")).spent("options", 60)
    assert history.undo().present.session.spent == {"options": 60}
    assert history.undo().redo().present.session.spent == {"options": 60}
