"""What is typed in one go, a tab in the midst of it, lands where the tab leads: a fast hand, a macro, a slow line."""

from collections.abc import Sequence

import pytest
from textual import events
from textual.widgets import Input, TextArea

from brasstacks.storage.workspace import Workspace
from brasstacks.tui.widgets.fields import Choice
from made import talk
from roads import Road, at_home, keep

TALK = talk("Order in the projects", "every manager names his projects on Friday", "Rob counts them")

FORMS: dict[str, Sequence[str]] = {
    "new session": ("n",),
    "a criterion": ("c", "a", "enter"),
    "an option": ("enter", "escape", *"options", "enter", "a"),
    "a risk": ("enter", "escape", *"risks", "enter", "enter"),
    "a promise": ("e", "p", "a"),
    "names": ("t", "i"),
}


def at_once(road: Road, *keys: str) -> None:
    """All keys before the program has taken up the first of them, as a terminal hands over what it has read."""
    for key in keys:
        road.app.post_message(events.Key(key, key if len(key) == 1 else None))


def written(road: Road) -> str:
    """What stands where the cursor is."""
    where = road.app.focused
    assert isinstance(where, Input | TextArea), where
    return where.value if isinstance(where, Input) else where.text


@pytest.mark.parametrize("keys", FORMS.values(), ids=FORMS)
async def test_text_behind_a_tab_lands_in_the_next_field(here: Workspace, keys: Sequence[str]) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.patiently(*keys)
        at_once(road, *"xyz", "tab", *"abc")
        await road.turns()
        assert "abc" in written(road)
        at_once(road, "shift+tab", *"q")
        await road.turns()
        assert "q" in written(road)
        assert "abc" not in written(road)


async def test_a_value_is_taken_before_what_is_typed_into_the_next_field(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.patiently("s")
        while not isinstance(road.app.focused, Input):
            await road.patiently("tab")
        at_once(road, "0", "tab", *"Olga", "tab")
        await road.turns()
        assert isinstance(road.app.focused, Choice)
        conversation = road.app.preferences.settings.conversation
        assert (conversation.planned_minutes, conversation.interviewer) == (600, "Olga")
