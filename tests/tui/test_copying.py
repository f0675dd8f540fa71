"""What is copied, and that it is said what was copied."""

from collections.abc import Sequence

import pytest

from brasstacks.storage.workspace import Workspace
from brasstacks.tui import outside
from brasstacks.tui.screens.library import Library
from made import talk
from roads import at_home, keep

COMMAND = ("enter", "slash", *"copy", "enter")


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's clipboard is written over by a test."""
    monkeypatch.setattr(outside, "copy", lambda _text: "")


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (COMMAND, "they are late"),
        (("enter", *"now", "escape", *"copy", "enter"), "now"),
        (("t", "end", "ctrl+y"), "they are late"),
        (("t", "home", "ctrl+y"), "Order"),
        (("e", "ctrl+y"), "Order"),
        (("ctrl+y",), "Anna"),
        (("enter", "ctrl+g", "ctrl+y"), ""),
    ],
)
async def test_the_answer_the_goal_the_recap_and_the_row(here: Workspace, keys: Sequence[str], copied: str) -> None:
    keep(here, talk("Order", "they are late"))
    async with at_home(here) as road:
        await road.press(*keys)
        assert copied in road.app.clipboard
        assert road.app.clipboard
        assert any("Copied: " in note.message for note in road.app._notifications)


async def test_ctrl_c_copies_what_is_selected_and_does_not_leave(here: Workspace) -> None:
    keep(here, talk("Order", "they are late"))
    async with at_home(here) as road:
        await road.press("enter", *"soon", "shift+left", "shift+left", "ctrl+c")
        assert road.app.clipboard == "on"
        assert road.app.is_running
        assert not isinstance(road.app.screen, Library)
