"""The rooms of a session by name: each is loaded when it is first entered."""

from textual.screen import Screen

from brasstacks.interview.state import Room
from brasstacks.tui.opened import Opened

TO_INTERVIEW = "interview"
"""What a room gives when a question was chosen in it: the conversation is wanted."""


def room(name: Room, opened: Opened) -> Screen[None] | Screen[str]:
    """A room of a session in hand."""
    match name:
        case "criteria":
            from brasstacks.tui.screens.criteria import CriteriaScreen

            return CriteriaScreen(opened)
        case "timeline":
            from brasstacks.tui.screens.timeline import TimelineScreen

            return TimelineScreen(opened)
        case "recap":
            from brasstacks.tui.screens.recap import RecapScreen

            return RecapScreen(opened)
        case "follow-ups":
            from brasstacks.tui.screens.follow_ups import FollowUpsScreen

            return FollowUpsScreen(opened)
        case "review":
            from brasstacks.tui.screens.review import ReviewScreen

            return ReviewScreen(opened)
        case "changes":
            from brasstacks.tui.screens.changes import ChangesScreen

            return ChangesScreen(opened)
