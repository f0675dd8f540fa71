"""Options side by side: what they cost against the budget, and what a fair choice lacks."""

from collections.abc import Mapping

import pytest

from brasstacks import editing
from brasstacks.beside import OptionKind
from brasstacks.options import Lack, Range, amount, compare, inside, warnings
from brasstacks.session import Goal, Session
from made import NOON, ids, talk

FULL = {"drawbacks": "slower", "evidence": "at Rossi's, last year"}


def bouquet(*options: Mapping[str, object]) -> Session:
    """A session with a goal and these options."""
    new_id = ids()
    session = talk("Order in the projects", "every manager names his projects")
    for fields in options:
        session = editing.add_option(session, "g-1", now=NOON, new_id=lambda p: f"opt-{new_id(p)}", **fields)  # type: ignore[arg-type]
    return session


def goal(*options: Mapping[str, object]) -> Goal:
    return bouquet(*options).goals[0]


def lacks(of: Goal, budget: str = "") -> list[Lack]:
    return [one.lack for one in warnings(of, budget)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("8 to 12 thousand", 8_000, 12_000),
        ("8–12k", 8_000, 12_000),
        ("12 000 €", 12_000, 12_000),
        ("от 8 до 12 тысяч", 8_000, 12_000),
        ("800 тыс – 1,2 млн", 800_000, 1_200_000),
        ("ещё тысяч 60", 60_000, 60_000),
        ("8 тысяч 500", 500, 8_000),
        ("tra 8 e 12 mila euro", 8_000, 12_000),
        ("€ 1.500", 1_500, 1_500),
        ("500 to 12 thousand", 500, 12_000),
    ],
)
def test_an_amount_is_understood_as_it_is_said(words: str, low: float, high: float) -> None:
    assert amount(words) == Range(low, high)


def test_words_without_a_number_name_no_amount() -> None:
    assert amount("not much") is None


def test_one_option_is_no_choice_and_doing_nothing_makes_it_none_the_more() -> None:
    nothing = {"title": "Do nothing", "kind": OptionKind.NOTHING, "drawbacks": "it goes on"}
    assert lacks(goal({"title": "A board", **FULL}, nothing)) == [Lack.ONE_ONLY]


def test_two_options_with_drawbacks_and_proof_lack_nothing() -> None:
    assert lacks(goal({"title": "A board", **FULL}, {"title": "A talk each Friday", **FULL})) == []


def test_a_goal_without_options_is_not_nagged_about() -> None:
    assert lacks(goal()) == []


def test_missing_drawbacks_and_missing_proof_are_told_of_those_that_lack_them() -> None:
    of = goal({"title": "A board", "evidence": "at Rossi's"}, {"title": "A talk", "drawbacks": "takes an hour"})
    told = {one.lack: [option.title for option in one.options] for one in warnings(of)}
    assert told == {Lack.NO_DRAWBACKS: ["A board"], Lack.NO_PROOF: ["A talk"]}


def test_none_inside_the_budget_is_told_only_when_every_price_is_known() -> None:
    dear = [{"title": "A", "cost": "20k", **FULL}, {"title": "B", "cost": "30-40k", **FULL}]
    assert lacks(goal(*dear), "10 thousand") == [Lack.NONE_IN_BUDGET]
    assert lacks(goal(*dear, {"title": "C", **FULL}), "10 thousand") == []
    assert lacks(goal(*dear)) == []


def test_an_option_is_inside_when_the_least_that_it_costs_is() -> None:
    option = goal({"title": "A", "cost": "8-12k"}).options[0]
    assert inside(option, "10k") is True
    assert inside(option, "7k") is False
    assert inside(option, "as little as possible") is None


def test_a_cannon_is_what_costs_three_times_as_much_for_the_same() -> None:
    same = {"meets": ("c-1",), **FULL}
    of = goal({"title": "A system", "cost": "30k", **same}, {"title": "A board", "cost": "1-10k", **same})
    assert [[option.title for option in one.options] for one in warnings(of)] == [["A system"]]


def test_a_person_says_of_a_big_thing_that_it_fits() -> None:
    same = {"meets": ("c-1",), **FULL}
    of = goal({"title": "S", "cost": "30k", "size": "fits", **same}, {"title": "B", "cost": "1k", **same})
    assert lacks(of) == []


def test_side_by_side_shows_what_each_meets_and_which_was_chosen() -> None:
    session = bouquet({"title": "A board", "cost": "2k"}, {"title": "A system", "cost": "90k", "size": "too_big"})
    session = editing.file_criterion(session, "g-1", now=NOON, new_id=lambda _: "c-x", statement="Managers know")
    board, system = session.goals[0].options
    session = editing.change_option(session, board.id, now=NOON, meets=("c-x",))
    session = editing.choose(session, "g-1", board.id, now=NOON, words="let's start small", reason="quick")
    sides = compare(session.goals[0], "10k").sides
    assert [(one.meets, one.inside, one.too_big, one.chosen) for one in sides] == [
        ((True,), True, False, True),
        ((False,), False, True, False),
    ]
    assert system.title == sides[1].option.title


def test_doing_nothing_is_added_once() -> None:
    session = bouquet({"title": "Do nothing", "kind": OptionKind.NOTHING})
    with pytest.raises(ValueError, match="already"):
        editing.add_option(session, "g-1", "Nothing", now=NOON, new_id=lambda _: "o-9", kind=OptionKind.NOTHING)


def test_an_option_that_goes_takes_the_choice_of_it_along() -> None:
    session = bouquet({"title": "A board"})
    option = session.goals[0].options[0].id
    session = editing.choose(session, "g-1", option, now=NOON)
    assert editing.delete_option(session, option, now=NOON).goals[0].choice is None


def test_what_is_not_there_cannot_be_chosen() -> None:
    with pytest.raises(KeyError):
        editing.choose(bouquet(), "g-1", "o-none", now=NOON)


def test_not_yet_is_a_choice_that_is_kept_with_its_reason() -> None:
    choice = editing.choose(bouquet(), "g-1", now=NOON, reason="the board meets in May").goals[0].choice
    assert choice is not None
    assert (choice.option, choice.reason) == ("", "the board meets in May")


def test_a_wish_is_an_option_and_the_problem_becomes_the_goal() -> None:
    session = editing.keep_wish(talk("We need a CRM"), now=NOON, new_id=lambda _: "o-1")
    kept = session.goals[0]
    assert [(one.title, one.kind) for one in kept.options] == [("We need a CRM", OptionKind.WISH)]
    assert kept.is_wish
    session = editing.name_problem(session, kept.id, "two people ring one client", now=NOON)
    assert session.goals[0].statement == "two people ring one client"
    assert not session.goals[0].is_wish
    assert session.goals[0].wish == "We need a CRM"


def test_a_problem_known_before_takes_the_place_of_the_wish_at_once() -> None:
    session = editing.name_problem(talk("We need a CRM"), "g-1", "calls are lost", now=NOON)
    assert editing.keep_wish(session, now=NOON, new_id=lambda _: "o-1").goals[0].statement == "calls are lost"


def test_a_wish_is_kept_once() -> None:
    once = editing.keep_wish(talk("We need a CRM"), now=NOON, new_id=lambda _: "o-1")
    assert editing.keep_wish(once, now=NOON, new_id=lambda _: "o-2") == once


def test_a_problem_named_under_a_goal_leaves_its_words() -> None:
    session = editing.name_problem(talk("Order"), "g-1", "calls are lost", now=NOON)
    assert session.goals[0].statement == "Order"
