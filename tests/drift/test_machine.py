"""The table of the state machine, row by row."""

import math

from hypothesis import given
from hypothesis import strategies as st

from brasstacks.drift.machine import ALARMS, EARLIEST, Event, Standing, State, run

GAIN = Event(stall=-3.0, self=-3.0, serves=0.95)
SLIGHT = Event(stall=-0.5, self=-2.0, serves=0.6)
DRY = Event(stall=0.2, self=-2.0, serves=0.4)
STALL = Event(stall=3.0, self=-1.0, serves=0.05)
SELF = Event(stall=-1.0, self=3.0, serves=0.05)
UNKNOWN = Event(stall=3.0, self=-1.0, serves=0.05, dont_know=True)


def states(*events: Event) -> list[State]:
    return [standing.state for standing in run(events)]


def last(*events: Event) -> Standing:
    return run(events)[-1]


def test_a_turn_that_serves_keeps_a_chain_on_track() -> None:
    assert states(GAIN, SLIGHT) == [State.ON_TRACK, State.ON_TRACK]


def test_the_first_dry_turn_begins_the_watch() -> None:
    assert states(GAIN, DRY) == [State.ON_TRACK, State.WATCH]


def test_a_gain_ends_the_watch() -> None:
    assert states(DRY, GAIN) == [State.WATCH, State.ON_TRACK]


def test_the_first_turn_never_alarms() -> None:
    assert states(Event(stall=99.0, self=99.0, serves=0.0)) == [State.WATCH]


def test_two_slogans_and_then_a_fact_is_a_good_beginning() -> None:
    assert not set(ALARMS) & set(states(STALL, STALL, GAIN))


def test_three_stalling_turns_are_a_stall() -> None:
    assert states(STALL, STALL, STALL)[-1] is State.STALLED


def test_three_turns_about_the_self_are_coaching() -> None:
    assert states(SELF, SELF, SELF)[-1] is State.COACHING


def test_one_bad_turn_after_gains_is_no_alarm() -> None:
    assert states(GAIN, GAIN, GAIN, STALL)[-1] is State.WATCH


def test_one_gain_brings_a_drifting_chain_back_to_watch() -> None:
    assert states(STALL, STALL, STALL, GAIN)[-1] is State.WATCH


def test_two_gains_bring_it_back_on_track() -> None:
    assert states(STALL, STALL, STALL, GAIN, GAIN)[-1] is State.ON_TRACK


def test_a_turn_that_hardly_serves_does_not_end_a_drift() -> None:
    assert states(STALL, STALL, STALL, SLIGHT)[-1] is State.STALLED


def test_the_first_i_dont_know_is_free() -> None:
    mild = Event(stall=-0.5, self=-2.0, serves=0.45)
    assert states(STALL, STALL, mild)[-1] is State.STALLED
    assert states(STALL, UNKNOWN, mild)[-1] is State.WATCH


def test_the_second_i_dont_know_counts() -> None:
    assert states(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)[-1] is State.STALLED


def test_an_answer_to_be_filled_in_later_changes_nothing() -> None:
    later = Event(stall=9.0, self=9.0, serves=0.0, later=True)
    assert states(STALL, STALL, later, later) == [State.WATCH] * 4


def test_what_was_overruled_does_not_alarm_again() -> None:
    fine = Event(stall=3.0, self=-1.0, serves=0.05, overruled=True)
    assert states(STALL, STALL, STALL, fine, STALL)[-2:] == [State.ON_TRACK, State.WATCH]


def test_new_evidence_after_an_overruled_warning_alarms() -> None:
    fine = Event(stall=3.0, self=-1.0, serves=0.05, overruled=True)
    assert states(STALL, STALL, fine, STALL, STALL)[-1] is State.STALLED


def test_an_alarm_shows_the_turns_it_rests_on() -> None:
    assert last(GAIN, STALL, STALL, STALL).evidence == (2, 3, 4)


def test_a_chain_on_track_rests_on_nothing() -> None:
    assert last(STALL, GAIN).evidence == ()


events = st.builds(
    Event,
    stall=st.floats(-20, 20),
    self=st.floats(-20, 20),
    serves=st.floats(0, 1),
    dont_know=st.booleans(),
    later=st.booleans(),
    overruled=st.booleans(),
)


@given(st.lists(events, max_size=EARLIEST - 1))
def test_no_warning_comes_before_the_third_turn(row: list[Event]) -> None:
    assert not set(ALARMS) & set(states(*row))


@given(st.lists(events, max_size=12))
def test_what_comes_later_never_changes_what_was_said_before(row: list[Event]) -> None:
    assert all(run(row[:n]) == run(row)[:n] for n in range(len(row) + 1))


@given(st.lists(events.map(lambda e: Event(-math.inf, -math.inf, 1.0, later=e.later)), max_size=12))
def test_turns_that_serve_never_alarm(row: list[Event]) -> None:
    assert not set(ALARMS) & set(states(*row))
