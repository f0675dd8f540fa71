"""The help is read from the tables by which the program goes."""

import pytest
from textual.widgets import Static

from brasstacks.interview import COMMANDS
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.keys import KEYS
from brasstacks.tui.saying import places
from brasstacks.tui.screens.help import HelpScreen
from brasstacks.tui.screens.library import Library
from made import talk
from roads import NARROW, WIDE, Road, at_home, keep


def written(road: Road, part: str) -> str:
    return str(road.app.screen.query_one(f"#{part}", Static).render())


async def test_every_command_is_named(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("question_mark")
        assert [one.id for one in COMMANDS if f"/{one.names[0]}" not in written(road, "commands")] == []


def test_every_place_of_the_keys_has_a_name() -> None:
    assert {key.where for key in KEYS} <= set(places())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_how_a_conversation_goes_is_told_in_five_lines(here: Workspace, size: tuple[int, int]) -> None:
    async with at_home(here, size) as road:
        await road.press("question_mark")
        assert written(road, "talk").count("\n") == 4


@pytest.mark.parametrize("key", ["escape", "q", "й"])
async def test_escape_and_q_go_back(here: Workspace, key: str) -> None:
    async with at_home(here) as road:
        await road.press("question_mark")
        assert isinstance(road.app.screen, HelpScreen)
        await road.press(key)
        assert isinstance(road.app.screen, Library)


async def test_the_end_of_the_page_can_be_reached_by_key(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("question_mark", "end")
        assert f"/{COMMANDS[-1].names[0]}" in road.shown


async def test_the_help_speaks_first_of_where_one_is(here: Workspace) -> None:
    keep(here, talk("Order", "they are late"))
    async with at_home(here) as road:
        await road.press("question_mark")
        assert written(road, "keys").startswith("Library")
        await road.press("escape", "enter", "f1")
        assert written(road, "keys").startswith("The box of the interview")
        await road.press("escape", "slash", *"help", "enter")
        assert written(road, "keys").startswith("The box of the interview")
