"""Criteria sorted and filtered."""

from datetime import date

import pytest

from brasstacks import editing
from brasstacks.arrange import Only, Order, arranged
from brasstacks.session import Session
from conversations import a_session, concrete
from made import NOON, talk

TODAY = date(2026, 11, 27)


def shelf() -> Session:
    """Three criteria: one concrete and agreed, a wish of ours for Friday, one rejected."""
    session = talk("Order", "yes")
    ready = dict(concrete("c-ready", owner="Zoe", when="by March"))
    rows = [
        {"id": "c-wish", "statement": "Better", "when": "by Friday", "proposed": ("when",)},
        ready,
        {"id": "c-no", "statement": "Not ours", "owner": "Ann"},
    ]
    goal = editing.changed(session.goals[0], criteria=rows)
    session = editing.changed(session, goals=(goal,))
    return editing.reject(editing.agree(session, "c-ready", "Anna", now=NOON), "c-no", "elsewhere", now=NOON)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.GOAL, ["c-wish", "c-ready", "c-no"]),
        (Order.STEP, ["c-wish", "c-no", "c-ready"]),
        (Order.STATE, ["c-wish", "c-ready", "c-no"]),
        (Order.OWNER, ["c-no", "c-ready", "c-wish"]),
        (Order.DUE, ["c-wish", "c-ready", "c-no"]),
    ],
)
def test_each_order(order: Order, ids: list[str]) -> None:
    assert [one.criterion.id for one in arranged(shelf(), TODAY, order)] == ids


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (Only.ALL, {"c-wish", "c-ready", "c-no"}),
        (Only.UNFINISHED, {"c-wish"}),
        (Only.READY, set()),
        (Only.DRAFT, {"c-wish"}),
        (Only.AGREED, {"c-ready"}),
        (Only.REJECTED, {"c-no"}),
        (Only.OURS, {"c-wish"}),
        (Only.UNOWNED, {"c-wish"}),
    ],
)
def test_each_kind_alone(only: Only, ids: set[str]) -> None:
    assert {one.criterion.id for one in arranged(shelf(), TODAY, only=only)} == ids


def test_by_friday_is_a_day() -> None:
    assert next(one.due for one in arranged(shelf(), TODAY) if one.criterion.id == "c-wish") == date(2026, 12, 4)


def test_an_empty_session_has_none() -> None:
    assert arranged(a_session(), TODAY) == ()
