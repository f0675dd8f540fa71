"""The road through a practice: the client speaks by themselves, the interviewer picks the questions, then looks back."""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from brasstacks import editing
from brasstacks.language import Facet
from brasstacks.practice.speech import LINGER, READ_ALONG
from brasstacks.session import AskedAs, GoalStatus, Session
from brasstacks.storage import files, shipped
from brasstacks.storage.workspace import Workspace
from brasstacks.tui import playing
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.playing import Stage
from brasstacks.tui.screens.clients import ClientsScreen
from brasstacks.tui.screens.hindsight import HindsightScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.practice import PracticeScreen
from brasstacks.tui.unkept import Practised
from conversations import HOSTILE
from made import NOON, empty_session, ids, talk
from roads import NARROW, WIDE, Road, at_home, keep

SAID = (
    "there will be a higher level of culture",
    "any customer rings, and whoever picks up names which of their orders leave tonight",
    "Priya checks it every Friday and then looks at the dock",
)


class Clock:
    """A clock that a test puts on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Practice(Road):
    """A practice, driven as a person drives it; its clock stands until it is put on."""

    def __init__(self, app: Brasstacks, pilot: Pilot[int], clock: Clock) -> None:
        super().__init__(app, pilot)
        self.clock = clock

    @property
    def screen(self) -> PracticeScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, PracticeScreen))

    @property
    def session(self) -> Session:
        return self.screen.interview.session

    async def passes(self, seconds: float) -> None:
        """So many seconds go by."""
        self.clock.now += seconds
        self.screen.beat()
        await self.settled()

    async def ask(self, question: str) -> None:
        """Type a question and press Enter; the client finishes at once."""
        self.screen.box.put(question)
        await self.press("enter")
        await self.finish()

    def told(self) -> str:
        """What was said in passing."""
        return "\n".join(str(one.message) for one in self.app._notifications)

    async def finish(self) -> None:
        if self.screen.them.speaking:
            await self.press("backspace")


@asynccontextmanager
async def practising(
    place: Workspace, saved: Session, speed: float = 1.0, size: tuple[int, int] = WIDE
) -> AsyncIterator[Practice]:
    clock = Clock()

    def begin(app: Brasstacks) -> None:
        screen = PracticeScreen(Practised(place, saved), speed=speed, clock=clock)
        app.push_screen(screen, lambda _result: app.exit(0))

    app = Stage(place, begin)
    async with app.run_test(size=size, notifications=True) as pilot:
        practice = Practice(app, pilot, clock)
        await practice.settled()
        yield practice


def written(place: Workspace) -> dict[str, bytes]:
    """Every file of a workspace, with what stands in it."""
    return {str(path.relative_to(place.root)): path.read_bytes() for path in place.root.rglob("*") if path.is_file()}


async def test_the_client_says_what_they_want_as_fast_as_one_reads_along(here: Workspace) -> None:
    async with practising(here, talk("A higher culture of reporting", *SAID)) as practice:
        await practice.passes(10 / READ_ALONG)
        assert practice.screen.box.text == "A higher c"
        assert not practice.session.goals
        await practice.passes(1)
        assert practice.screen.box.text == "A higher culture of reporting"
        await practice.passes(LINGER)
        assert practice.session.goals[0].statement == "A higher culture of reporting"
        assert practice.screen.box.text == ""


@pytest.mark.parametrize(("keys", "typed"), [(("backspace",), ""), (("W", "h", "o"), "Who"), (("enter",), "")])
async def test_any_key_has_them_finish_at_once_and_what_is_typed_is_kept(
    here: Workspace, keys: tuple[str, ...], typed: str
) -> None:
    async with practising(here, talk("A higher culture", *SAID)) as practice:
        await practice.press(*keys)
        assert [goal.statement for goal in practice.session.goals] == ["A higher culture"]
        assert practice.screen.box.text == typed


async def test_a_whole_burst_of_letters_while_they_speak_is_kept_in_order(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID)) as practice:
        for letter in "Who checks it?":
            practice.app.post_message(events.Key(letter, letter))
        await practice.settled()
        assert practice.screen.box.text == "Who checks it?"


async def test_tab_takes_another_question_at_once(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        first, second, *_more = practice.screen.interview.suggestions
        assert practice.screen.interview.question == first.text
        await practice.press("tab")
        assert practice.screen.interview.question == second.text
        await practice.press("shift+tab")
        assert practice.screen.interview.question == first.text


async def test_tab_picks_a_question_and_enter_asks_it(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID)) as practice:
        await practice.finish()
        await practice.press("tab", "tab")
        question = practice.screen.interview.question
        await practice.press("enter")
        assert practice.screen.them.speaking
        assert practice.screen.interview.question == question
        await practice.finish()
        (turn,) = practice.session.goals[0].turns
        assert (turn.question, turn.asked_as) == (question, AskedAs.CHOSEN)
        assert turn.answer in SAID


async def test_without_tab_enter_asks_the_question_that_stands_there(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        question = practice.screen.interview.question
        await practice.press("enter")
        (turn,) = practice.session.goals[0].turns
        assert (turn.question, turn.asked_as) == (question, AskedAs.CHOSEN)


@pytest.mark.parametrize("typed", ["? Who checks it, and how often?", "Who checks it, and how often?"])
async def test_a_question_of_ones_own_gets_the_answer_that_fits_it(here: Workspace, typed: str) -> None:
    async with practising(here, talk("A higher culture", *SAID)) as practice:
        await practice.finish()
        await practice.ask(typed)
        (turn,) = practice.session.goals[0].turns
        assert (turn.question, turn.asked_as) == ("Who checks it, and how often?", AskedAs.OWN)
        assert turn.answer == SAID[2]


async def test_a_command_typed_in_the_box_is_still_a_command(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.ask("/park")
        assert practice.session.goals[0].status is GoalStatus.PARKED


async def test_the_header_says_that_it_is_a_practice_and_how_much_was_brought_out(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.press("enter")
        assert "practice 1/3" in practice.shown.splitlines()[0]


async def test_the_next_wish_can_be_asked_for_before_all_is_said(here: Workspace) -> None:
    saved = talk("A higher culture", *SAID)
    saved = editing.add_goal(saved, "Labels that are right", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(saved, "g-9", SAID[2], now=NOON, new_id=lambda _p: "t-9", question="Who looks?")
    async with practising(here, saved, speed=math.inf) as practice:
        await practice.press("ctrl+n")
        assert [goal.statement for goal in practice.session.goals] == ["A higher culture", "Labels that are right"]


async def test_what_is_clicked_while_they_speak_is_done_after_it(here: Workspace) -> None:
    saved = talk("A higher culture", *SAID)
    saved = editing.add_goal(saved, "Labels that are right", now=NOON, new_id=lambda _p: "g-9")
    saved = editing.answer(saved, "g-9", SAID[2], now=NOON, new_id=lambda _p: "t-9", question="Who looks?")
    async with practising(here, saved) as practice:
        await practice.finish()
        await practice.press("ctrl+n")
        await practice.finish()
        await practice.press("enter")
        assert practice.screen.them.speaking
        await practice.pilot.click("#goals", offset=(6, 1))
        await practice.settled()
        first, second = practice.session.goals
        assert (len(first.turns), len(second.turns)) == (0, 1)
        assert practice.screen.interview.goal == first


async def test_an_answer_that_is_being_corrected_is_let_be_by_asking_on(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.press("enter", "up")
        practice.screen.box.put("")
        await practice.press("enter")
        assert practice.session.goals[0].turns[0].answer in SAID
        assert len(practice.session.goals[0].turns) == 2


async def test_once_a_goal_has_given_what_a_criterion_needs_that_is_said_once(here: Workspace) -> None:
    whole = (
        "from the first of March whoever picks up names every order within two minutes; Priya rings and checks it",
        "Fairway docked us 1,200 pounds, and they've been buying a third of their soup elsewhere since",
        "otherwise we lose the customer",
    )
    async with practising(here, talk("Reporting at hand", *whole, *SAID), speed=math.inf) as practice:
        given = False
        for number in range(len(whole) + 1):
            assert practice.told().count("/criterion files it") == given
            await practice.ask(f"Question {number}?")
            followed = practice.screen.interview.followed
            assert followed is not None
            given = followed.chain.facets == set(Facet)
        assert given
        assert practice.told().count("/criterion files it") == 1


async def test_when_all_is_said_it_is_looked_back_on_and_left(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.press("enter", "enter", "enter", "enter")
        assert isinstance(practice.app.screen, HindsightScreen)
        assert "You brought out 3 of 3 answers." in practice.shown
        await practice.press("escape")
        assert practice.app.return_code == 0


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_was_missed_is_told_with_the_question_that_would_have_brought_it(
    here: Workspace, size: tuple[int, int]
) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf, size=size) as practice:
        await practice.ask("Question 1?")
        await practice.press("ctrl+t")
        shown = practice.shown
        assert "You brought out 1 of 3 answers." in shown
        assert "▸ Question 2?" in shown
        assert "never asked for" in shown


async def test_a_practice_writes_nothing(here: Workspace) -> None:
    keep(here, talk("A higher culture", *SAID))
    before = written(here)
    (session_id,) = here.ids()
    saved = files.load(here.session_path(session_id)).session
    async with practising(here, saved, speed=math.inf) as practice:
        await practice.ask("/criterion")
        await practice.ask("/note a remark")
        await practice.press("enter", "enter", "ctrl+t", "escape")
    assert written(here) == before


async def test_a_room_about_the_record_stays_shut(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.ask("/export")
        assert practice.app.screen is practice.screen


async def test_to_the_library_leads_past_what_there_is_to_be_seen(here: Workspace) -> None:
    async with practising(here, talk("A higher culture", *SAID), speed=math.inf) as practice:
        await practice.ask("/library")
        assert isinstance(practice.app.screen, HindsightScreen)


@pytest.mark.parametrize("words", HOSTILE)
async def test_whatever_a_client_says_is_shown_as_text(here: Workspace, words: str) -> None:
    saved = talk(f"x{words}", f"y{words}", f"z{words}")
    async with practising(here, saved, speed=math.inf) as practice:
        await practice.press("enter", "ctrl+t")
        assert isinstance(practice.app.screen, HindsightScreen)
        assert "\x1b" not in practice.shown


# ------------------------------------------------------------ from the Library


async def test_an_empty_library_says_how_to_begin(here: Workspace) -> None:
    async with at_home(here) as road:
        for words in ("practise", "new", "import"):
            assert words in road.shown


async def test_p_asks_whom_to_practise_with_and_begins(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("p")
        assert isinstance(road.app.screen, ClientsScreen)
        assert "Hartley Foods" in road.shown
        await road.press("enter")
        assert isinstance(road.app.screen, PracticeScreen)


async def test_after_a_practice_one_is_asked_again_and_esc_leads_to_the_library(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("p", "enter", "x", "ctrl+t", "escape")
        assert isinstance(road.app.screen, ClientsScreen)
        await road.press("escape")
        assert isinstance(road.app.screen, Library)


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
async def test_the_clients_of_ones_own_language_come_first(here: Workspace, lang: str) -> None:
    app = Stage(here, lambda program: playing.choose(program, lang))
    async with app.run_test(size=WIDE) as pilot:
        road = Road(app, pilot)
        await road.settled()
        screen = app.screen
        assert isinstance(screen, ClientsScreen)
        assert files.load(Path(screen.rows.chosen)).session.session.language == lang


async def test_ones_own_session_can_be_practised_too(here: Workspace) -> None:
    keep(here, talk("A higher culture", *SAID))
    async with at_home(here) as road:
        await road.press("p")
        assert "Anna" in road.shown


async def test_a_session_without_answers_has_no_client_to_play(here: Workspace) -> None:
    keep(here, editing.add_goal(empty_session(), "A higher culture", now=NOON, new_id=ids()))
    async with at_home(here) as road:
        await road.press("p")
        assert "Anna" not in road.shown


def test_there_are_examples_in_three_languages() -> None:
    folder = shipped.folder("sessions")
    assert {files.load(path).session.session.language for path in folder.glob("*.toml")} == {"en", "ru", "it"}
