"""Two sessions of a client side by side."""

import pytest

from brasstacks import editing
from brasstacks.changes import compare, is_earlier
from brasstacks.session import Client, Criterion, Session
from conversations import a_session
from made import NOON, after

FIELDS = {"observable": "names them", "threshold": "all", "who": "any manager"}


def goal_with(*criteria: dict[str, object], statement: str = "Order in the projects") -> dict[str, object]:
    return {"id": "g-1", "statement": statement, "criteria": criteria}


def held(*goals: dict[str, object], number: int = 1, **values: object) -> Session:
    session = a_session(f"2026-11-{number:02}", **values)
    header = editing.changed(session.session, created=after(number))
    return editing.changed(session, session=header, goals=goals)


def one(criterion_id: str, statement: str, **fields: object) -> dict[str, object]:
    return {"id": criterion_id, "statement": statement, **fields}


def said(criteria: tuple[Criterion, ...]) -> list[str]:
    return [criterion.statement for criterion in criteria]


BEFORE = held(
    goal_with(
        one("c-1", "Any manager names his projects"),
        one("c-2", "Reports come on Monday"),
        one("c-3", "Calls are short"),
    ),
)


def test_a_criterion_that_stands_higher_now_was_sharpened_however_it_is_worded() -> None:
    now = held(goal_with(one("c-9", "Any manager names all his projects at once", **FIELDS)), number=2)
    (pair,) = compare(BEFORE, now).sharpened
    assert (pair.before.id, pair.now.id, pair.step_before, pair.step_now) == ("c-1", "c-9", 0, 3)


def test_a_new_one_was_added_and_one_no_longer_said_under_its_goal_was_dropped() -> None:
    now = held(goal_with(one("c-1", "Any manager names his projects"), one("c-8", "Stock is counted daily")), number=2)
    changes = compare(BEFORE, now)
    assert (said(changes.added), said(changes.dropped)) == (
        ["Stock is counted daily"],
        ["Reports come on Monday", "Calls are short"],
    )


def test_what_belongs_to_a_goal_that_was_not_talked_about_was_not_dropped() -> None:
    now = held(goal_with(statement="A new warehouse"), number=2)
    assert compare(BEFORE, now).dropped == ()


def test_a_rejected_one_was_dropped() -> None:
    now = held(goal_with(one("c-2", "Reports come on Monday", status="rejected"), statement="A warehouse"), number=2)
    assert said(compare(BEFORE, now).dropped) == ["Reports come on Monday"]


def test_one_that_came_true_was_reached() -> None:
    now = held(goal_with(one("c-2", "Reports come on Monday", reached_at=NOON)), number=2)
    assert said(compare(BEFORE, now).reached) == ["Reports come on Monday"]


def test_what_was_open_then_is_carried_over_or_settled() -> None:
    before = held(goal_with(), fuzzy=("soon", "mess"))
    now = held(goal_with(), number=2, fuzzy=("soon",))
    changes = compare(before, now)
    assert "soon" in [item.words for item in changes.carried]
    assert [item.words for item in changes.closed] == ["mess"]


def test_a_session_compared_with_itself_has_not_changed() -> None:
    changes = compare(BEFORE, BEFORE)
    assert (changes.added, changes.sharpened, changes.weakened, changes.dropped) == ((), (), (), ())
    assert len(changes.same) == 3


@pytest.mark.parametrize(
    ("name", "number", "earlier"), [("acme", 1, True), ("Beta", 1, False), ("Acme", 3, False), ("Acme", 2, False)]
)
def test_an_earlier_session_of_the_same_client(name: str, number: int, earlier: bool) -> None:  # noqa: FBT001
    candidate = held(number=number, client=Client(name=name))
    assert is_earlier(candidate, held(number=2)) is earlier
