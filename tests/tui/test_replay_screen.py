"""A session played again on the interview's screen: looked at, and never changed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from brasstacks.interview import Interview
from brasstacks.played import LONGEST_SILENCE, play
from brasstacks.session import Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.playing import Stage
from brasstacks.tui.screens.replay import ReplayScreen
from brasstacks.tui.unkept import Unkept, bank_of
from conversations import HOSTILE
from made import NOON, ids, talk
from roads import NARROW, WIDE, Road

DRY = (
    "you are the experts, you tell me",
    "it depends, we will see when we get there",
    "I don't know, you know better what good companies do",
    "as I said, you are the experts, we will see",
)


class Clock:
    """A clock that a test puts on."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Replay(Road):
    """A replay; its clock stands until it is put on."""

    clock = Clock()

    @property
    def screen(self) -> ReplayScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReplayScreen))

    async def passes(self, seconds: float) -> None:
        self.clock.now += seconds
        self.screen.beat()
        await self.settled()


@asynccontextmanager
async def playing(
    place: Workspace, session: Session, speed: float = 1.0, size: tuple[int, int] = WIDE
) -> AsyncIterator[Replay]:
    clock = Clock()

    def begin(app: Brasstacks) -> None:
        plays = play(session, speed)
        interview = Interview(plays.shown, bank_of(place, session), new_id=ids(), now=NOON)
        screen = ReplayScreen(Unkept(place, interview, read_only="a replay"), plays, clock=clock)
        app.push_screen(screen, lambda _result: app.exit(0))

    app = Stage(place, begin)
    async with app.run_test(size=size, notifications=True) as pilot:
        replay = Replay(app, pilot)
        replay.clock = clock
        await replay.settled()
        yield replay


async def test_the_answer_is_typed_after_its_question_and_then_entered(here: Workspace) -> None:
    async with playing(here, talk("Reporting at hand", "it is always at hand, everybody says so")) as replay:
        await replay.press("right")
        beat = replay.screen.play.beat
        assert beat is not None
        await replay.passes(LONGEST_SILENCE + beat.asking + beat.saying / 2)
        assert replay.screen.interview.question == "Question 1?"
        assert 0 < len(replay.screen.box.text) < len(beat.words)
        await replay.passes(beat.saying)
        assert replay.screen.interview.session.goals[0].turns[0].answer == beat.words
        assert replay.screen.box.text == ""


async def test_the_words_are_marked_while_they_are_typed(here: Workspace) -> None:
    async with playing(here, talk("A higher level of project management culture", "yes")) as replay:
        beat = replay.screen.play.beat
        assert beat is not None
        await replay.passes(LONGEST_SILENCE + beat.saying - 0.01)
        assert replay.screen.box.get_line(0).spans


async def test_drift_appears_when_it_could_be_seen_on_the_day(here: Workspace) -> None:
    async with playing(here, talk("A higher culture", *DRY)) as replay:
        await replay.press("right", "right")
        first = replay.screen.interview.followed
        assert first is not None
        assert first.drift.state.value != "stalled"
        await replay.press("right", "right", "right")
        last = replay.screen.interview.followed
        assert last is not None
        assert last.drift.state.value == "stalled"


async def test_space_stops_the_time_and_lets_it_go_on(here: Workspace) -> None:
    async with playing(here, talk("Reporting at hand", "it is at hand")) as replay:
        await replay.press("space")
        assert "replay 1×, paused" in replay.shown
        await replay.passes(1000)
        assert replay.screen.play.at == 0
        await replay.press("space")
        await replay.passes(1000)
        assert replay.screen.play.at == 1


async def test_the_arrows_go_a_turn_on_and_back(here: Workspace) -> None:
    async with playing(here, talk("Reporting at hand", "it is at hand", "it is there")) as replay:
        await replay.press("right", "right", "right")
        assert len(replay.screen.interview.session.goals[0].turns) == 2
        await replay.press("left")
        assert len(replay.screen.interview.session.goals[0].turns) == 1


async def test_plus_and_minus_change_the_speed_and_the_header_says_it(here: Workspace) -> None:
    async with playing(here, talk("Reporting at hand", "it is at hand"), speed=8) as replay:
        assert "replay 8×" in replay.shown.splitlines()[0]
        await replay.press("plus")
        assert "replay 16×" in replay.shown.splitlines()[0]
        await replay.press("minus", "minus")
        assert "replay 4×" in replay.shown.splitlines()[0]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_at_the_end_it_stands_there_until_it_is_left(here: Workspace, size: tuple[int, int]) -> None:
    async with playing(here, talk("Reporting at hand", "it is at hand"), size=size) as replay:
        await replay.press("right", "right", "right", "right")
        assert "replay: the end" in replay.shown
        await replay.press("q")
        assert replay.app.return_code == 0


async def test_why_stops_the_time_and_gives_the_verdict_of_this_moment(here: Workspace) -> None:
    async with playing(here, talk("A higher culture", *DRY)) as replay:
        await replay.press("right", "right", "right", "right", "right", "w")
        assert replay.screen.play.over or replay.screen.play.paused
        assert "stalled" in replay.shown


async def test_no_key_types_into_a_replay(here: Workspace) -> None:
    async with playing(here, talk("Reporting at hand", "it is at hand")) as replay:
        await replay.press("x", "slash", "enter", "tab", "up")
        assert replay.screen.box.text == ""
        assert not replay.screen.command_line.display


async def test_a_replay_writes_nothing(here: Workspace) -> None:
    before = sorted(here.root.rglob("*"))
    async with playing(here, talk("Reporting at hand", "it is at hand")) as replay:
        await replay.press("right", "right", "escape")
    assert sorted(here.root.rglob("*")) == before


@pytest.mark.parametrize("words", HOSTILE)
async def test_whatever_was_said_is_shown_as_text(here: Workspace, words: str) -> None:
    async with playing(here, talk(f"x{words}", f"y{words}")) as replay:
        await replay.press("right", "right")
        assert "\x1b" not in replay.shown
