"""A saved session played again: a state machine of time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.played import FASTEST, LONGEST_SILENCE, SLOWEST, Play, play
from brasstacks.session import GoalStatus, Session
from brasstacks.storage import files, shipped
from conversations import sessions
from made import NOON, after, talk

EXAMPLES = sorted(shipped.folder("sessions").glob("*.toml"))

DEEDS = {
    "forward": Play.forward,
    "back": Play.back,
    "pause": Play.pause,
    "faster": Play.faster,
    "slower": Play.slower,
}
deeds = st.lists(st.sampled_from(sorted(DEEDS)) | st.floats(0, 500), max_size=30)


def done(playing: Play, what: str | float) -> Play:
    return DEEDS[what](playing) if isinstance(what, str) else playing.passed(what)


def at_the_turn(number: int, *answers: str, speed: float = 1.0) -> Play:
    """A play at the beginning of a turn of the first goal, from 1."""
    playing = play(talk("Reporting at hand", *answers), speed)
    for _beat in range(number):
        playing = playing.forward()
    return playing


def test_at_the_beginning_nothing_was_said() -> None:
    playing = play(talk("Reporting at hand", "it is at hand"))
    assert (playing.shown.goals, playing.question, playing.words) == ((), "", "")


def test_the_goal_comes_first_in_the_clients_words() -> None:
    playing = play(talk("Reporting at hand", "it is at hand")).passed(1000)
    assert [goal.statement for goal in playing.shown.goals] == ["Reporting at hand"]
    assert playing.shown.goals[0].turns == ()


def test_the_question_is_put_before_the_answer_is_said() -> None:
    playing = at_the_turn(1, "it is always at hand", speed=8)
    seen = []
    while playing.at == 1:
        playing = playing.passed(0.05)
        seen.append((playing.question, playing.words))
    halves = [question for question, words in seen if words]
    assert all(question == "Question 1?" for question in halves)
    assert any(question and question != "Question 1?" for question, _words in seen)


def test_nobody_waits_longer_than_four_seconds_for_a_question() -> None:
    saved = talk("Reporting at hand", "it is at hand", "it is there")
    late = saved.goals[0].turns[1].model_copy(update={"asked": after(90), "answered": after(91)})
    saved = saved.model_copy(
        update={"goals": (saved.goals[0].model_copy(update={"turns": (saved.goals[0].turns[0], late)}),)}
    )
    for speed in (0.5, 1.0, 8.0):
        playing = play(saved, speed).forward().forward()
        assert playing.passed(LONGEST_SILENCE - 0.01).question == ""
        assert playing.passed(LONGEST_SILENCE + 0.5 / speed).question != ""


def test_at_eight_times_the_speed_it_takes_an_eighth_of_the_time() -> None:
    slow, fast = at_the_turn(1, "it is always at hand"), at_the_turn(1, "it is always at hand", speed=8)
    assert slow.beat is not None
    said = slow.beat.asking + slow.beat.saying
    assert slow.passed(LONGEST_SILENCE + said - 0.01).at == 1
    assert slow.passed(LONGEST_SILENCE + said + 0.01).at == 2
    silence = min(slow.beat.silence / 8, LONGEST_SILENCE)
    assert fast.passed(silence + said / 8 - 0.01).at == 1
    assert fast.passed(silence + said / 8 + 0.01).at == 2


def test_while_it_is_paused_no_time_passes() -> None:
    paused = at_the_turn(1, "it is at hand").pause()
    assert paused.passed(1000) == paused
    assert paused.pause().passed(1000).at == 2


def test_what_came_of_a_goal_stands_there_once_all_was_said() -> None:
    saved = talk("Reporting at hand", "it is at hand", "it is there")
    saved = editing.decide_goal(saved, saved.goals[0].id, GoalStatus.PARKED, now=after(5))
    playing = play(saved).forward().forward()
    assert playing.shown.goals[0].status is GoalStatus.OPEN
    assert playing.forward().shown.goals[0].status is GoalStatus.PARKED


def test_a_criterion_stands_there_once_the_answers_that_it_rests_on_were_given() -> None:
    saved = talk("Reporting at hand", "it is at hand", "anybody names it", "it is there")
    goal = saved.goals[0]
    saved = editing.file_criterion(
        saved, goal.id, now=after(5), new_id=lambda _p: "c-9", statement="named", from_turns=(goal.turns[1].id,)
    )
    playing = play(saved).forward().forward()
    assert playing.shown.goals[0].criteria == ()
    assert len(playing.forward().shown.goals[0].criteria) == 1


def test_a_note_stands_there_from_the_moment_at_which_it_was_made() -> None:
    saved = talk("Reporting at hand", "it is at hand", "it is there", "it is here")
    saved = editing.add_note(saved, "looks away", now=after(1.5), new_id=lambda _p: "n-9")
    playing = play(saved).forward().forward()
    assert playing.shown.notes == ()
    assert [note.text for note in playing.forward().shown.notes] == ["looks away"]


def test_goals_between_which_they_went_to_and_fro_come_in_the_order_of_time() -> None:
    saved = talk("Reporting at hand", "it is at hand", "it is there")
    saved = editing.add_goal(saved, "Labels", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(
        saved, "g-9", "right ones", now=NOON + timedelta(seconds=80), new_id=lambda _p: "t-9", question="Which?"
    )
    assert [beat.words for beat in play(saved).beats] == [
        "Reporting at hand",
        "it is at hand",
        "Labels",
        "right ones",
        "it is there",
    ]


@given(sessions, deeds)
def test_whatever_is_done_it_stays_between_the_beginning_and_the_end(saved: Session, what: list[str | float]) -> None:
    playing = play(saved)
    for one in what:
        playing = done(playing, one)
        assert 0 <= playing.at <= len(playing.beats)
        assert SLOWEST <= playing.speed <= FASTEST
        assert {goal.id for goal in playing.shown.goals} <= {goal.id for goal in saved.goals}
        if playing.beat is not None:
            assert playing.beat.words.startswith(playing.words)
            assert playing.beat.question.startswith(playing.question)


@given(sessions)
def test_in_the_end_the_session_stands_there_as_it_was_saved(saved: Session) -> None:
    playing = play(saved)
    for _beat in playing.beats:
        playing = playing.forward()
    assert playing.over
    assert playing.shown == saved


@given(sessions, st.integers(0, 5))
def test_back_takes_back_what_forward_brought(saved: Session, steps: int) -> None:
    playing = play(saved)
    for _step in range(min(steps, len(playing.beats) - 1)):
        playing = playing.forward()
    if playing.beats:
        assert playing.forward().back() == replace(playing, spent=0.0)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_to_its_end_by_itself(path: object) -> None:
    playing = play(files.load(path).session, 16)  # type: ignore[arg-type]
    seconds = 0.0
    while not playing.over and seconds < 3600:
        playing, seconds = playing.passed(0.1), seconds + 0.1
    assert playing.over
    assert seconds < 600
