"""What the turns so far say of a chain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.drift.evidence import CLIP, LATE, LEAST, Evidence, Odds, chances, numbers
from brasstacks.drift.weights import ANY, chain_weights

GAIN = Odds(-3.0, -3.0)
STALL = Odds(2.5, -2.0)
SELF = Odds(-1.0, 2.5)

turns = st.lists(st.builds(Odds.clipped, st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=20)


def test_nothing_said_says_nothing() -> None:
    assert chances(Evidence()) == (0.0, 0.0)


def test_every_number_of_the_turns_has_its_weight() -> None:
    assert set(numbers(Evidence.of([GAIN]))) == set(chain_weights().weights)


def test_stalling_turns_make_a_stall_likelier_than_coaching() -> None:
    found = chances(Evidence.of([STALL] * 3))
    assert found.stalled > chain_weights().full("en")[0] > found.coaching


def test_turns_about_the_self_make_coaching_likelier_than_a_stall() -> None:
    found = chances(Evidence.of([SELF] * 3))
    assert found.coaching > chain_weights().full("en")[1] > found.stalled


def test_a_gain_makes_a_warning_less_likely() -> None:
    ended, going_on = Evidence.of([STALL, STALL, GAIN]), Evidence.of([STALL, STALL, STALL])
    assert sum(chances(ended)) < sum(chances(going_on))


def test_the_marks_are_chances() -> None:
    assert all(0 < mark < 1 for lang in ("en", "it", "ru") for mark in chain_weights().full(lang))


def test_a_language_without_marks_of_its_own_has_those_of_all() -> None:
    assert chain_weights().full("es") == chain_weights().marks[ANY]


@given(turns)
def test_the_chances_are_chances(row: list[Odds]) -> None:
    found = chances(Evidence.of(row))
    assert min(found) >= 0
    assert sum(found) <= 1


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_no_turn_says_more_than_its_share(stall: float, inside: float) -> None:
    assert all(LEAST <= one <= CLIP for one in Odds.clipped(stall, inside))


def test_two_turns_in_a_row_say_more_than_two_apart() -> None:
    row, apart = numbers(Evidence.of([GAIN, SELF, SELF])), numbers(Evidence.of([SELF, GAIN, SELF]))
    assert row["self both"] > 10 * apart["self both"]
    assert row["self two of three"] == pytest.approx(apart["self two of three"])
    assert numbers(Evidence.of([SELF]))["self two of three"] == 0


@given(turns)
def test_turns_taken_in_one_by_one_come_to_what_the_row_of_them_is(row: list[Odds]) -> None:
    found = numbers(Evidence.of(row))
    for lane, name in enumerate(Odds._fields):
        odds = [one[lane] for one in row]
        assert found[f"{name} now"] == odds[-1]
        assert found[f"{name} first"] == odds[0]
        assert found[f"{name} peak"] == max(odds)
        assert found[f"{name} least of three"] == min(odds[-LATE:])
        assert found[f"{name} mean"] == pytest.approx(sum(odds) / len(odds), abs=1e-9)
        earlier = odds[:-LATE]
        assert found[f"{name} earlier"] == pytest.approx(sum(earlier) / max(1, len(earlier)), abs=1e-9)
