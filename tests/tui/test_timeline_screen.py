"""A saved session reviewed from the first turn to the last, and put right."""

from brasstacks import editing
from brasstacks.session import AskedAs, Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.criteria import CriteriaScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.timeline import TimelineScreen
from brasstacks.tui.widgets.fields import Field, Passage
from made import NOON, after, talk
from roads import NARROW, WIDE, Road, at_home, keep

CONCRETE = "every manager, asked on Friday, names all 12 of his projects and the state of each"


def reviewed() -> Session:
    """Two goals; under the first two answers and one to be filled in."""
    session = talk("Order in the projects", "it should be better. we start on Monday", "Rob counts them")
    session = editing.ask_later(session, "g-1", "Who checks?", now=after(3), new_id=lambda _: "t-late")
    return editing.add_goal(session, "Speed", now=after(4), new_id=lambda _: "g-speed")


def line(road: Road) -> TimelineScreen:
    assert isinstance(road.app.screen, TimelineScreen)
    return road.app.screen


def session(road: Road) -> Session:
    assert road.app.opened is not None
    return road.app.opened.interview.session


def on_disk(here: Workspace) -> Session:
    return files.load(here.session_path(here.ids()[0])).session


async def put(road: Road, text: str, name: str = "text") -> None:
    """Have a text stand in a line of the question on the screen, and keep it."""
    field = road.app.screen.query_one(f"#{name}")
    if isinstance(field, Passage):
        field.text = text
    elif isinstance(field, Field):
        field.value = text
    await road.press("enter")


async def test_the_whole_conversation_stands_there_with_its_verdicts(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t")
        for words in ("1 Order in the projects", "12:00 1.1", "vague", "Rob counts them", "to fill in", "2 Speed"):
            assert words in road.shown


async def test_an_edit_changes_the_verdict_keeps_the_first_wording_and_is_saved(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "e")
        await put(road, CONCRETE)
        turn = session(road).goals[0].turns[0]
        assert (turn.answer, turn.first_wording) == (CONCRETE, "it should be better. we start on Monday")
        for words in ("█ concrete", "First wording", "u undo: edited answer 1.1"):
            assert words in road.shown
        await road.press("escape")
        assert on_disk(here).goals[0].turns[0].answer == CONCRETE


async def test_undo_is_one_for_all_screens_and_redo_too(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "d", "c")
        assert isinstance(road.app.screen, CriteriaScreen)
        assert "u undo: deleted answer 1.1" in road.shown
        await road.press("u")
        assert session(road).goals == reviewed().goals
        await road.press("escape", "y")
        assert len(session(road).goals[0].turns) == 2


async def test_esc_leaves_an_answer_as_it_was(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here) as road:
        await road.press("t", "e", "x", "escape")
        assert session(road) == reviewed()


async def test_f_finds_the_answer_to_fill_in_and_it_is_filled_in(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "f", "e")
        await put(road, "Sue does")
        turn = session(road).turn("t-late")
        assert (turn.answer, turn.later) == ("Sue does", False)
        assert "filled in answer 1.3" in road.shown


async def test_question_and_note_are_corrected(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "w")
        await put(road, "What then?")
        await road.press("n")
        await put(road, "he hesitated")
        turn = session(road).goals[0].turns[0]
        assert (turn.question, turn.asked_as, turn.note) == ("What then?", AskedAs.OWN, "he hesitated")


async def test_a_goal_is_reworded_under_its_heading(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "home", "e")
        await put(road, "Calm in the projects")
        assert session(road).goals[0].statement == "Calm in the projects"


async def test_a_turn_is_split_at_the_cursor_and_joined_again(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "s", "enter")
        answers = [turn.answer for turn in session(road).goals[0].turns]
        assert answers[:2] == ["it should be better.", "we start on Monday"]
        await road.press("o")
        assert session(road).goals[0].turns[0].answer == "it should be better.\nwe start on Monday"


async def test_a_turn_is_moved_to_another_goal(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "m", "enter")
        assert [len(goal.turns) for goal in session(road).goals] == [2, 1]


async def test_a_deleted_turn_is_restored_on_another_day(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here) as road:
        await road.press("t", "d", "escape")
    async with at_home(here) as road:
        await road.press("t", "v", "enter")
        assert session(road).goals == reviewed().goals


async def test_names_are_corrected_and_the_client_keeps_one(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "i")
        await put(road, "", "client")
        assert "The client needs a name." in road.shown
        await put(road, "Anna Rossi", "client")
        assert session(road).client.name == "Anna Rossi"


async def test_another_language_brings_its_bank_and_undo_the_old_one(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("t", "l", "end", "enter")
        assert road.app.opened is not None
        assert (session(road).session.language, road.app.opened.interview.bank.id) == ("ru", "core.ru")
        await road.press("u")
        assert road.app.opened.interview.bank.id == "core.en"


async def test_where_there_is_no_room_enter_shows_the_turn_alone(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, NARROW) as road:
        await road.press("t")
        assert "after this answer" not in road.shown
        await road.press("enter")
        assert "after this answer" in road.shown
        await road.press("escape")
        assert isinstance(road.app.screen, TimelineScreen)


async def test_from_the_conversation_and_back_the_chosen_question_stays(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
        road.app.screen.interview.ask_own("My question?")
        await road.press("slash", *"timeline", "enter")
        assert isinstance(road.app.screen, TimelineScreen)
        await road.press("escape")
        assert "My question?" in road.shown


async def test_a_session_held_elsewhere_is_only_read(here: Workspace) -> None:
    keep(here, reviewed())
    async with at_home(here) as first, at_home(here) as second:
        await first.press("t")
        await second.press("t", "d")
        assert session(second) == reviewed()
        await second.press("escape")
        assert isinstance(second.app.screen, Library)


async def test_an_empty_session_says_so(here: Workspace) -> None:
    keep(here, editing.start("2026-11-22-x", reviewed().client, now=NOON, language="en", bank="core.en"))
    async with at_home(here, WIDE) as road:
        await road.press("t", "e", "d", "f", "t")
        assert "Nothing has been said yet." in road.shown
