"""The table of the state machine, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.drift.evidence import Chances, Evidence, Odds
from brasstacks.drift.machine import ALARMS, EARLIEST, Event, Standing, State, run

GAIN = Event(Odds(-3.0, -3.0), serves=0.95)
SLIGHT = Event(Odds(-0.5, -2.0), serves=0.6)
DRY = Event(Odds(0.2, -2.0), serves=0.4)
STALL = Event(Odds(3.0, -1.0), serves=0.05)
SELF = Event(Odds(-1.0, 3.0), serves=0.05)
UNKNOWN = Event(Odds(3.0, -1.0), serves=0.05, dont_know=True)
FINE = Event(Odds(3.0, -1.0), serves=0.05, overruled=True)
LATER = Event(Odds(9.0, 9.0), serves=0.0, later=True)
FULL = (0.6, 0.6)


def weigh(turns: Evidence) -> Chances:
    """The share of bad turns among the latest three that count, two being enough."""
    late = turns.late
    return Chances(sum(one.stall > 1 for one in late) / 3, sum(one.self > 1 for one in late) / 3)


def judged(*events: Event) -> tuple[Standing, ...]:
    return run(events, weigh, FULL)


def states(*events: Event) -> list[State]:
    return [standing.state for standing in judged(*events)]


def last(*events: Event) -> Standing:
    return judged(*events)[-1]


def test_a_turn_that_serves_keeps_a_chain_on_track() -> None:
    assert states(GAIN, SLIGHT) == [State.ON_TRACK, State.ON_TRACK]


def test_the_first_dry_turn_begins_the_watch() -> None:
    assert states(GAIN, DRY) == [State.ON_TRACK, State.WATCH]


def test_a_gain_ends_the_watch() -> None:
    assert states(DRY, GAIN) == [State.WATCH, State.ON_TRACK]


def test_the_first_turn_never_alarms() -> None:
    assert states(Event(Odds(99.0, 99.0), serves=0.0)) == [State.WATCH]


def test_two_slogans_and_then_a_fact_is_a_good_beginning() -> None:
    assert not set(ALARMS) & set(states(STALL, STALL, GAIN))


def test_three_stalling_turns_are_a_stall() -> None:
    assert states(STALL, STALL, STALL)[-1] is State.STALLED


def test_three_turns_about_the_self_are_coaching() -> None:
    assert states(SELF, SELF, SELF)[-1] is State.COACHING


def test_one_bad_turn_after_gains_is_no_alarm() -> None:
    assert states(GAIN, GAIN, GAIN, STALL)[-1] is State.WATCH


def test_one_gain_brings_a_drifting_chain_back_to_watch() -> None:
    assert states(STALL, STALL, GAIN, STALL, GAIN, GAIN, GAIN)[3:] == [
        State.STALLED,
        State.STALLED,
        State.STALLED,
        State.WATCH,
    ]


def test_a_chain_that_was_brought_back_is_on_track_with_the_next_gain() -> None:
    assert states(STALL, STALL, STALL, GAIN, GAIN, GAIN, GAIN)[-2:] == [State.WATCH, State.ON_TRACK]


def test_a_turn_that_does_not_serve_ends_no_drift() -> None:
    assert states(STALL, STALL, STALL, DRY, DRY, DRY)[-1] is State.STALLED


def test_a_turn_that_clearly_serves_raises_no_warning() -> None:
    assert states(STALL, STALL, GAIN)[-1] is State.ON_TRACK


def test_the_first_i_dont_know_is_free() -> None:
    assert states(DRY, STALL, UNKNOWN)[-1] is State.WATCH
    assert states(DRY, STALL, STALL)[-1] is State.STALLED


def test_not_to_know_who_one_is_is_no_free_pass() -> None:
    lost = Event(Odds(-1.0, 3.0), serves=0.05, dont_know=True)
    assert states(GAIN, SELF, lost)[-1] is State.COACHING
    assert states(GAIN, SELF, lost) == states(GAIN, SELF, SELF)


def test_the_second_i_dont_know_counts() -> None:
    assert states(DRY, UNKNOWN, UNKNOWN, UNKNOWN)[-1] is State.STALLED


def test_an_i_dont_know_with_a_gain_keeps_the_free_pass() -> None:
    gaining = Event(Odds(-3.0, -3.0), serves=0.95, dont_know=True)
    assert states(gaining, STALL, UNKNOWN)[-1] is State.WATCH


def test_an_answer_to_be_filled_in_later_changes_nothing() -> None:
    assert states(STALL, STALL, LATER, LATER) == [State.WATCH] * 4


def test_what_was_overruled_does_not_alarm_again() -> None:
    assert states(STALL, STALL, STALL, FINE, STALL)[-2:] == [State.ON_TRACK, State.WATCH]


def test_new_evidence_after_an_overruled_warning_alarms() -> None:
    assert states(STALL, STALL, FINE, STALL, STALL)[-1] is State.STALLED


def test_an_alarm_shows_the_turns_it_rests_on() -> None:
    assert last(GAIN, STALL, STALL, STALL).evidence == (2, 3, 4)


def test_what_a_gain_made_good_is_no_evidence() -> None:
    assert last(STALL, GAIN, STALL, STALL).evidence == (3, 4)


def test_a_chain_on_track_rests_on_nothing() -> None:
    assert last(STALL, GAIN).evidence == ()


@pytest.mark.parametrize(("first", "then"), [(STALL, State.STALLED), (SELF, State.COACHING)])
def test_a_warning_gives_way_to_the_other_when_the_talk_does(first: Event, then: State) -> None:
    other = SELF if first is STALL else STALL
    assert states(other, other, other, first, first)[-1] is then


events = st.builds(
    Event,
    odds=st.builds(Odds, st.floats(-20, 20), st.floats(-20, 20)),
    serves=st.floats(0, 1),
    dont_know=st.booleans(),
    later=st.booleans(),
    overruled=st.booleans(),
)


@given(st.lists(events, max_size=min(EARLIEST.values()) - 1))
def test_the_first_turn_raises_no_warning_whatever_it_says(row: list[Event]) -> None:
    assert not set(ALARMS) & set(states(*row))


@given(st.lists(events, max_size=EARLIEST[State.STALLED] - 1))
def test_no_stall_is_called_before_the_third_turn(row: list[Event]) -> None:
    assert State.STALLED not in states(*row)


def test_two_turns_about_the_self_are_enough() -> None:
    assert states(SELF, SELF)[-1] is State.COACHING


@given(st.lists(events, max_size=12))
def test_what_comes_later_never_changes_what_was_said_before(row: list[Event]) -> None:
    assert all(judged(*row[:n]) == judged(*row)[:n] for n in range(len(row) + 1))


@given(st.lists(st.sampled_from([GAIN, SLIGHT, LATER]), max_size=12))
def test_turns_that_serve_never_alarm(row: list[Event]) -> None:
    assert not set(ALARMS) & set(states(*row))


@given(st.lists(events, max_size=12))
def test_every_state_but_on_track_names_turns_of_the_chain(row: list[Event]) -> None:
    for number, standing in enumerate(judged(*row), 1):
        assert bool(standing.evidence) <= (standing.state is not State.ON_TRACK)
        assert all(1 <= turn <= number for turn in standing.evidence)


FACT = Event(Odds(-0.1, -3.0), serves=0.5, gained=True, fact=True)
"""An answer that could be checked, and whose words sound half like a stall."""
ODD_FACT = Event(Odds(2.0, -3.0), serves=0.1, gained=True, fact=True)
"""One whose words sound wholly like a stall."""
SOMETHING = Event(Odds(0.2, -2.0), serves=0.4, gained=True)


def test_a_fact_takes_a_warning_back_at_once_and_the_next_ends_the_watch() -> None:
    assert states(STALL, STALL, STALL, FACT, FACT)[2:] == [State.STALLED, State.WATCH, State.ON_TRACK]


def test_a_fact_is_never_evidence_and_ends_what_was() -> None:
    found = judged(STALL, STALL, STALL, FACT, STALL, STALL, STALL)
    assert found[3].evidence == ()
    assert found[-1] == Standing(State.STALLED, (5, 6, 7))


def test_a_fact_that_sounds_wholly_like_a_stall_is_no_evidence_and_takes_nothing_back() -> None:
    found = judged(STALL, STALL, STALL, ODD_FACT)
    assert found[-1] == Standing(State.STALLED, (1, 2, 3))
    assert judged(STALL, STALL, ODD_FACT)[-1].state not in ALARMS


def test_a_turn_that_brought_something_is_not_dry_however_it_sounds() -> None:
    assert judged(SOMETHING) == (Standing(State.ON_TRACK, ()),)


def test_a_good_turn_that_does_not_clear_a_warning_is_not_its_evidence() -> None:
    assert last(STALL, STALL, STALL, GAIN).evidence == (1, 2, 3)


def test_what_may_be_a_stall_or_coaching_is_coaching_when_most_is_about_the_self() -> None:
    both = Event(Odds(2.0, 3.0), serves=0.02)

    def as_likely(turns: Evidence) -> Chances:
        return Chances(0.65, 0.35) if turns.count > 2 else Chances(0.0, 0.0)

    assert run([both] * 3, as_likely, FULL)[-1].state is State.COACHING
    assert run([STALL] * 3, as_likely, FULL)[-1].state is State.STALLED
