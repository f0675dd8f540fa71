"""What the turns so far say of a chain."""

from hypothesis import given
from hypothesis import strategies as st

from brasstacks.drift.evidence import CLIP, Odds, chances, numbers
from brasstacks.drift.weights import chain_weights

GAIN = Odds(-3.0, -3.0)
STALL = Odds(2.5, -2.0)
SELF = Odds(-1.0, 2.5)

turns = st.lists(st.builds(Odds.clipped, st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=20)


def test_nothing_said_says_nothing() -> None:
    assert chances([]) == (0.0, 0.0)


def test_every_number_of_the_turns_has_its_weight() -> None:
    assert set(numbers([GAIN])) == set(chain_weights().weights)


def test_stalling_turns_make_a_stall_likelier_than_coaching() -> None:
    found = chances([STALL] * 3)
    assert found.stalled > chain_weights().full[0] > found.coaching


def test_turns_about_the_self_make_coaching_likelier_than_a_stall() -> None:
    found = chances([SELF] * 3)
    assert found.coaching > chain_weights().full[1] > found.stalled


def test_a_gain_makes_a_warning_less_likely() -> None:
    assert sum(chances([STALL, STALL, GAIN])) < sum(chances([STALL, STALL, STALL]))


def test_the_marks_are_chances() -> None:
    assert all(0 < mark < 1 for mark in chain_weights().full)


@given(turns)
def test_the_chances_are_chances(row: list[Odds]) -> None:
    found = chances(row)
    assert min(found) >= 0
    assert sum(found) <= 1


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_no_turn_says_more_than_its_share(stall: float, inside: float) -> None:
    assert all(abs(one) <= CLIP for one in Odds.clipped(stall, inside))
