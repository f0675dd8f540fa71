"""What goes to the clipboard: what a person selected, else what the cursor stands on."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static, TextArea

from brasstacks.tui import outside
from brasstacks.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Copied:
    """A text for the clipboard."""

    what: str
    """By which the person is told of it: "the answer"."""
    text: str


Offer = Callable[[], Copied | None]
"""Gives what a screen would copy; None for nothing."""


def selected(screen: Screen[Any]) -> Copied | None:
    """What is selected on a screen, in a field of it or by the mouse; None for nothing."""
    field = screen.focused
    text = field.selected_text if isinstance(field, Input | TextArea) else ""
    text = text or screen.get_selected_text() or ""
    return Copied(_("what is selected"), text) if text.strip() else None


def under_cursor(screen: Screen[Any]) -> Copied | None:
    """The row that the cursor stands on, or the page that it is in; None for nothing."""
    focused = screen.focused
    if isinstance(focused, OptionList):
        option = focused.highlighted_option
        text = option.prompt.plain if option and isinstance(option.prompt, Content) else ""
        return Copied(_("this row"), text.strip()) if text.strip() else None
    if focused is None or not focused.allow_vertical_scroll:
        return None
    parts = [str(part.render()).strip() for part in focused.query(Static)]
    text = "\n\n".join(part for part in parts if part)
    return Copied(_("this page"), text) if text else None


async def hand_over(app: App[Any], copied: Copied) -> str:
    """Put a text on the clipboard. Returns what is to be said of it."""
    # Both: over a distance only the terminal reaches the clipboard that one pastes from.
    app.copy_to_clipboard(copied.text)
    tool = await asyncio.to_thread(outside.copy, copied.text)
    count = len(copied.text)
    characters = ngettext("{count} character", "{count} characters", count).format(count=count)
    words = (
        _("Copied: {what}, {characters}")
        if tool
        else _("Copied: {what}, {characters}; by the terminal (OSC 52), which does not say whether it took it")
    )
    return words.format(what=copied.what, characters=characters)
