"""Any word of any session while it is typed, and Enter opens it there."""

import pytest

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.search import SearchScreen
from brasstacks.tui.widgets.fields import Field
from made import NOON
from roads import NARROW, WIDE, Road, at_home
from shelves import held, keep


async def look_for(road: Road, typed: str) -> SearchScreen:
    await road.press("slash")
    assert isinstance(road.app.screen, SearchScreen)
    road.app.screen.query_one("#query", Field).value = typed
    await road.settled()
    return road.app.screen


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_sentence_is_shown_with_whose_it_is(here: Workspace, size: tuple[int, int]) -> None:
    keep(here, held("a", "All is well. The pallets stand in the aisle.", client="Hartley"))
    async with at_home(here, size) as road:
        await look_for(road, "pallet")
        assert "The pallets stand in the aisle." in road.shown
        assert "All is well" not in road.shown
        assert "Hartley" in road.shown
        assert "1 session" in road.shown
        assert "answer" in road.shown


async def test_what_can_be_typed_stands_there_until_something_is(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    async with at_home(here) as road:
        await look_for(road, "")
        assert "client:acme" in road.shown
        await road.press("p", "a", "l")
        assert "client:acme" not in road.shown


async def test_nothing_found_is_said(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    async with at_home(here) as road:
        await look_for(road, "zzz")
        assert "Nothing is found." in road.shown
        await road.press("enter", "down")
        assert isinstance(road.app.screen, SearchScreen)


def long_talk() -> Session:
    """A session in which what is looked for stands far up in a goal that is not in hand."""
    session = held("a", "the zebra", *(f"answer number {number}" for number in range(30)))
    return editing.add_goal(session, "Another", now=NOON, new_id=lambda _prefix: "g-x")


async def test_enter_opens_the_session_at_the_turn(here: Workspace) -> None:
    keep(here, long_talk())
    async with at_home(here) as road:
        await look_for(road, "zebras")
        await road.press("enter")
        screen = road.app.screen
        assert isinstance(screen, InterviewScreen)
        assert screen.interview.goal is not None
        assert screen.interview.goal.id == "g-1"
        assert "the zebra" in road.shown
        screen.box.text = "and one more"
        await road.press("enter")
        assert "the zebra" not in road.shown
        assert "and one more" in road.shown


async def test_the_arrows_move_through_what_was_found_while_the_cursor_stays_in_the_line(here: Workspace) -> None:
    keep(here, held("a", "pallets"), held("b", "pallets and lorries", minutes=5))
    async with at_home(here) as road:
        screen = await look_for(road, "pal")
        assert screen.hits.chosen == "b.toml"
        await road.press("down")
        assert screen.hits.chosen == "a.toml"
        await road.press("up", "l", "e", "t")
        assert screen.line.value == "pallet"
        assert screen.hits.chosen == "b.toml"


async def test_further_sessions_come_when_the_cursor_nears_the_end(here: Workspace) -> None:
    keep(here, *(held(f"s-{number:02}", "pallets", minutes=number) for number in range(40)))
    async with at_home(here) as road:
        screen = await look_for(road, "pallets")
        assert screen.hits.option_count < 40
        for _page in range(6):
            await road.press("pagedown")
        assert screen.hits.option_count == 40


async def test_a_file_that_cannot_be_read_is_found_by_its_state_and_says_why(here: Workspace) -> None:
    (here.sessions_dir / "broken.toml").write_text("[session\n")
    async with at_home(here) as road:
        await look_for(road, "state:unreadable")
        assert "broken.toml" in road.shown
        await road.press("enter")
        assert "line 1" in road.shown


async def test_esc_leads_back_to_the_library(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    async with at_home(here) as road:
        await look_for(road, "pallets")
        await road.press("escape")
        assert isinstance(road.app.screen, Library)
