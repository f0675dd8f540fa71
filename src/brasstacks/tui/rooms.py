"""The rooms of a session by name: each is loaded when it is first entered."""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from textual.screen import Screen

from brasstacks.interview.outcome import Room
from brasstacks.tui.opened import Opened

TO_INTERVIEW = "interview"
"""What a room gives when a question was chosen in it: the conversation is wanted."""

_SCREENS: Mapping[Room, tuple[str, str]] = {
    "criteria": ("criteria", "CriteriaScreen"),
    "timeline": ("timeline", "TimelineScreen"),
    "recap": ("recap", "RecapScreen"),
    "follow-ups": ("follow_ups", "FollowUpsScreen"),
    "review": ("review", "ReviewScreen"),
    "changes": ("changes", "ChangesScreen"),
    "agenda": ("agenda", "AgendaScreen"),
    "options": ("options", "OptionsScreen"),
    "risks": ("spoken", "SpokenScreen"),
    "perceived": ("perceived", "PerceivedScreen"),
    "fit": ("fit", "FitScreen"),
}
"""The module among the screens, and its class."""


def room(name: Room, opened: Opened) -> Screen[None] | Screen[str]:
    """A room of a session in hand."""
    module, screen = _SCREENS[name]
    made = getattr(import_module(f"brasstacks.tui.screens.{module}"), screen)(opened)
    return cast("Screen[None] | Screen[str]", made)
