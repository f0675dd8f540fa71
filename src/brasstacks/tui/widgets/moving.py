"""Moving about by letters, as in vi, in whatever has the cursor: a list, or a page that scrolls."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from brasstacks.tui.widgets.rows import Rows

_WAYS = {
    "down": ("cursor_down", "scroll_down"),
    "up": ("cursor_up", "scroll_up"),
    "first": ("first", "scroll_home"),
    "last": ("last", "scroll_end"),
    "page_down": ("page_down", "page_down"),
    "page_up": ("page_up", "page_up"),
}
"""By the way: what a list does, and what a page does."""


async def move(screen: Screen[Any], way: str) -> None:
    """Move a step, a page or to an end in what has the cursor; else in the screen's list, or its page."""
    if (moved := _moved(screen)) is not None:
        await screen.app.run_action(_WAYS[way][not isinstance(moved, OptionList)], default_namespace=moved)


def _moved(screen: Screen[Any]) -> Widget | None:
    focused = screen.focused
    if focused is not None and (isinstance(focused, OptionList) or focused.allow_vertical_scroll):
        return focused
    return next((one for one in screen.query(Rows) if one.display), None)
