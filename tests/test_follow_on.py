"""After a session, another with the same client: what is open goes along, and says where it comes from."""

from collections.abc import Callable

from brasstacks import editing
from brasstacks.session import CriterionStatus, GoalStatus, Person, Session
from made import NOON, after, ids, talk


def named(name: str) -> Callable[[str], str]:
    """Ids by which a test knows what it made."""
    return lambda prefix: f"{prefix}-{name}"


def earlier() -> Session:
    """A session with a goal for each thing that can have become of one."""
    new_id = ids()
    session = talk("Order", "they are late")
    for words in ("Agreed", "Parked", "Dropped", "Referred", "Rejected"):
        session = editing.add_goal(session, words, now=NOON, new_id=named(words))
    for goal, status in (("g-1", "draft"), ("g-Agreed", "agreed"), ("g-Rejected", "rejected")):
        session = editing.file_criterion(
            session,
            goal,
            now=NOON,
            new_id=named(goal),
            statement="on time",
            from_turns=("t-2",),
            status=CriterionStatus(status),
        )
    for goal, decided in (("Parked", "parked"), ("Dropped", "dropped"), ("Referred", "referred")):
        session = editing.decide_goal(session, f"g-{goal}", GoalStatus(decided), now=NOON)
    session = editing.add_follow_up(session, "send the offer", now=NOON, new_id=lambda _p: "f-1")
    session = editing.add_follow_up(session, "done already", now=NOON, new_id=lambda _p: "f-2")
    done = editing.changed(session.follow_ups[1], done=True)
    client = editing.changed(session.client, consent="agreed", people=(Person(name="Rob"),))
    session = editing.changed(session, follow_ups=(session.follow_ups[0], done), client=client)
    session = editing.describe(session, now=NOON, title="Late projects", planned_minutes=45)
    return editing.add_note(editing.mark_fuzzy(session, "in good time", now=NOON), "tired", now=NOON, new_id=new_id)


def following() -> Session:
    return editing.follow_on(earlier(), "next", now=after(60), new_id=ids())


def test_goals_that_are_open_or_parked_and_have_nothing_agreed_go_along() -> None:
    assert [goal.statement for goal in following().goals] == ["Order", "Parked", "Rejected"]


def test_drafts_go_along_with_where_they_come_from_and_what_was_said_stays() -> None:
    goal = following().goals[0]
    assert goal.turns == ()
    assert goal.origin == "2026-11-22-acme#g-1"
    (criterion,) = goal.criteria
    assert (criterion.statement, criterion.origin) == ("on time", "2026-11-22-acme#c-g-1")
    assert criterion.from_turns == ()


def test_promises_that_are_not_kept_go_along() -> None:
    (promise,) = following().follow_ups
    assert (promise.text, promise.origin, promise.at) == ("send the offer", "2026-11-22-acme#f-1", NOON)


def test_the_client_the_title_and_the_fuzzy_terms_go_along_and_consent_is_asked_anew() -> None:
    session = following()
    assert session.client.people == (Person(name="Rob"),)
    assert session.client.consent == ""
    assert (session.session.title, session.session.planned_minutes) == ("Late projects", 45)
    assert session.fuzzy == ("in good time",)
    assert session.notes == ()
    assert session.session.continues == "2026-11-22-acme"


def test_what_was_carried_twice_still_says_where_it_began() -> None:
    third = editing.follow_on(following(), "third", now=after(120), new_id=ids())
    assert third.goals[0].origin == "2026-11-22-acme#g-1"
    assert third.goals[0].criteria[0].origin == "2026-11-22-acme#c-g-1"
    assert third.session.continues == "next"


def test_the_first_goal_is_in_hand() -> None:
    session = following()
    assert session.current is session.goals[0]


def test_ids_that_are_drawn_twice_are_drawn_again() -> None:
    drawn = iter(("x-1", "x-1", "x-1", "x-2", "x-3", "x-2", "x-4", "x-5"))
    session = editing.follow_on(earlier(), "next", now=NOON, new_id=lambda _prefix: next(drawn))
    assert len(set(session.ids())) == len(session.ids())
