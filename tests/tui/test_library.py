"""Home: what was saved, the newest first, and the one under the cursor at a glance."""

import pytest
from textual.widgets import Static

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.criteria import CriteriaScreen
from brasstacks.tui.screens.export import ExportScreen
from brasstacks.tui.screens.help import HelpScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.new_session import NewSession
from brasstacks.tui.screens.parting import Parting
from brasstacks.tui.screens.search import SearchScreen
from brasstacks.tui.screens.trash import TrashScreen
from brasstacks.tui.widgets.rows import Rows
from made import after, talk
from roads import NARROW, WIDE, Road, at_home, keep
from shelves import taken


def named(session_id: str, client: str, minutes: float = 0) -> Session:
    """A session with one goal and one answer, changed so many minutes after noon."""
    session = talk("Order in the projects", "they are late")
    header = editing.changed(session.session, id=session_id, updated=after(minutes))
    return editing.changed(session, session=header, client=editing.changed(session.client, name=client))


def library(road: Road) -> Library:
    assert isinstance(road.app.screen, Library)
    return road.app.screen


async def test_an_empty_library_says_how_to_begin(here: Workspace) -> None:
    async with at_home(here) as road:
        assert "No session yet" in road.shown


async def test_a_workspace_that_is_not_there_yet_is_an_empty_library(here: Workspace) -> None:
    async with at_home(Workspace(here.root / "none")) as road:
        assert "No session yet" in road.shown


async def test_the_newest_session_stands_first_under_the_cursor(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        assert library(road).rows.chosen == "b-new.toml"
        assert road.shown.index("Newer") < road.shown.index("Older")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_preview_shows_the_last_answer_and_what_is_open_next(here: Workspace, size: tuple[int, int]) -> None:
    keep(here, named("a", "Acme"))
    async with at_home(here, size) as road:
        assert "they are late" in road.shown
        assert "File a criterion under" in road.shown


async def test_the_preview_follows_the_cursor(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        await road.press("down")
        assert "Older" in str(road.app.screen.query_one("#preview-text", Static).render())


async def test_letters_move_the_cursor_on_a_russian_keyboard_too(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        await road.press("о")
        assert library(road).rows.chosen == "a-old.toml"
        await road.press("л")
        assert library(road).rows.chosen == "b-new.toml"


async def test_a_file_that_cannot_be_read_is_a_row_that_says_why(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    (here.sessions_dir / "broken.toml").write_text("[session\n")
    async with at_home(here) as road:
        assert "unreadable: broken.toml" in road.shown
        assert "line 1" in road.shown
        assert "Acme" in road.shown


async def test_a_file_that_cannot_be_read_does_not_open(here: Workspace) -> None:
    (here.sessions_dir / "broken.toml").write_text("[session\n")
    async with at_home(here) as road:
        await road.press("enter", "c", "x")
        assert isinstance(road.app.screen, Library)


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("n", NewSession),
        ("enter", InterviewScreen),
        ("c", CriteriaScreen),
        ("x", ExportScreen),
        ("question_mark", HelpScreen),
        ("slash", SearchScreen),
        (".", SearchScreen),
        ("w", TrashScreen),
        ("a", NewSession),
        ("т", NewSession),
    ],
)
async def test_one_key_leads_to_each_room(here: Workspace, key: str, screen: type) -> None:
    keep(here, named("a", "Acme"))
    async with at_home(here) as road:
        await road.press(key)
        assert isinstance(road.app.screen, screen)


async def test_an_empty_library_opens_nothing(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("enter", "c", "x", "j", "k")
        assert isinstance(road.app.screen, Library)


async def test_coming_back_shows_what_was_done_with_the_cursor_where_it_was(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        await road.press("down", "question_mark")
        keep(here, named("c-third", "Third", 9))
        await road.press("escape")
        assert "Third" in road.shown
        assert library(road).rows.chosen == "a-old.toml"


async def test_criteria_opened_from_here_are_saved_and_the_session_is_released(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    async with at_home(here) as road:
        await road.press("c", "a", "escape")
        assert road.app.opened is None
        assert files.load(here.session_path("a")).session.goals[0].criteria
        assert not list(here.locks_dir.glob("*.holder.toml"))


async def test_reloading_finds_what_another_program_wrote(here: Workspace) -> None:
    async with at_home(here) as road:
        keep(here, named("a", "Acme"))
        await road.press("r")
        assert "Acme" in road.shown


async def test_a_click_points_and_a_double_click_opens(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        await road.pilot.click("#list", offset=(5, 1))
        await road.settled()
        assert road.app.screen.query_one("#list", Rows).chosen == "a-old.toml"
        await road.pilot.click("#list", offset=(5, 1), times=2)
        await road.settled()
        assert isinstance(road.app.screen, InterviewScreen)


async def test_q_leaves(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("q")
        assert road.app.return_value == 0


async def test_a_terminal_that_is_too_small_says_so_and_recovers(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    async with at_home(here) as road:
        await road.pilot.resize_terminal(50, 10)
        await road.settled()
        assert "at least 60×15" in road.shown
        await road.pilot.resize_terminal(80, 24)
        await road.settled()
        assert "Acme" in road.shown


async def test_a_long_shelf_is_listed_as_far_as_one_looks(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brasstacks.tui.screens.shelf.PAGE", 30)
    keep(here, *(named(f"s-{number:03}", f"Client {number}", number) for number in range(75)))
    async with at_home(here) as road:
        assert "75 sessions" in road.shown
        assert library(road).rows.option_count == 30
        await road.press("end")
        assert library(road).rows.option_count == 60
        await road.press("end")
        await road.press("end")
        assert library(road).rows.option_count == 75
        assert "Client 0 " in road.shown


async def test_d_deletes_and_u_brings_it_back(here: Workspace) -> None:
    keep(here, named("a-old", "Older"), named("b-new", "Newer", 5))
    async with at_home(here) as road:
        await road.press("d")
        assert here.ids() == ("a-old",)
        assert library(road).rows.chosen == "a-old.toml"
        await road.press("u")
        assert here.ids() == ("a-old", "b-new")
        assert "Newer" in road.shown


async def test_a_session_open_elsewhere_is_not_deleted(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    with taken(here, "a"):
        async with at_home(here) as road:
            await road.press("d")
            assert "open in another brasstacks" in road.shown
            assert here.ids() == ("a",)


async def test_a_begins_a_session_with_the_same_client(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    async with at_home(here) as road:
        await road.press("a")
        assert "What is still open goes along: 1 goal." in road.shown
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
        session = road.app.screen.opened.interview.session
        assert session.client.name == "Acme"
        assert session.session.continues == "a"
        assert session.goals[0].origin == "a#g-1"


async def test_o_shows_what_would_go_and_esc_keeps_it(here: Workspace) -> None:
    keep(here, named("a", "Acme"), named("b", "Brill", -5))
    async with at_home(here) as road:
        await until(road, Parting, "o")
        assert "sessions/a.toml" in road.shown
        assert "exported, printed" in road.shown
        await road.press("escape")
        assert here.ids() == ("a", "b")


async def test_a_client_is_forgotten_with_a_key_that_nobody_presses_by_accident(here: Workspace) -> None:
    keep(here, named("a", "Acme"), named("b", "Brill", -5))
    async with at_home(here) as road:
        await until(road, Parting, "o")
        await road.press("ctrl+s")
        assert here.ids() == ("b",)
        assert "Brill" in road.shown


async def test_while_theirs_is_open_elsewhere_a_client_cannot_be_forgotten(here: Workspace) -> None:
    keep(here, named("a", "Acme"))
    with taken(here, "a"):
        async with at_home(here) as road:
            await until(road, Parting, "o")
            assert "Not now:" in road.shown
            await road.pilot.press("ctrl+s")
            assert isinstance(road.app.screen, Parting)
            await road.press("escape")
            assert here.ids() == ("a",)


async def until(road: Road, screen: type, *keys: str) -> None:
    """Press keys, and wait until a screen that they lead to is there: its worker goes on when it is left."""
    await road.pilot.press(*keys)
    while not isinstance(road.app.screen, screen):
        await road.pilot.pause()
    await road.pilot.pause()


async def test_it_says_with_what_enter_goes_on_and_nothing_of_a_closed_one(here: Workspace) -> None:
    session = named("b-new", "Newer", 5)
    closed = editing.changed(
        session, session=editing.changed(session.session, id="a-old", status="closed", updated=after(0))
    )
    keep(here, session, closed)
    async with at_home(here) as road:
        assert "enter goes on with Newer, " in road.shown
        assert " at goal 1" in road.shown
        await road.press("down")
        assert "goes on with" not in road.shown
