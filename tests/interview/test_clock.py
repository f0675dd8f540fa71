"""The clock is the sum of the sittings; five minutes without a key stop it."""

from brasstacks.interview.clock import Clock
from made import NOON, after


def test_the_first_key_starts_a_sitting() -> None:
    assert len(Clock(()).key(NOON).sittings) == 1


def test_the_clock_runs_while_somebody_types() -> None:
    clock = Clock(()).key(NOON).key(after(4)).tick(after(8))
    assert clock.seconds == 8 * 60


def test_five_minutes_without_a_key_stop_it() -> None:
    assert Clock(()).key(NOON).tick(after(30)).seconds == 5 * 60


def test_the_next_key_begins_another_sitting() -> None:
    clock = Clock(()).key(NOON).tick(after(30)).key(after(40)).tick(after(42))
    assert len(clock.sittings) == 2
    assert clock.seconds == 7 * 60


def test_it_stops_even_when_no_second_was_ticked_meanwhile() -> None:
    assert Clock(()).key(NOON).key(after(60)).tick(after(60)).seconds == 5 * 60


def test_a_clock_that_was_set_back_counts_as_nothing() -> None:
    assert Clock(()).key(NOON).tick(after(-10)).seconds == 0
