"""The line of keys at the foot of a screen."""

from brasstacks.storage.workspace import Workspace
from made import talk
from roads import at_home, keep


async def test_what_enter_does_is_named_in_a_line_of_a_form_too(here: Workspace) -> None:
    keep(here, talk("Order", "every manager names his projects"))
    async with at_home(here) as road:
        await road.patiently("t", "i")
        assert road.shown.splitlines()[-1].split() == ["enter", "keep", "esc", "leave", "it"]


async def test_keys_are_named_in_the_order_of_the_table_and_the_palette_last(here: Workspace) -> None:
    keep(here, talk("Order", "every manager names his projects"))
    async with at_home(here) as road:
        await road.patiently("enter")
        foot = road.shown.splitlines()[-1]
        named = ["answer", "question", "command", "last answer", "hide", "palette"]
        assert sorted(named, key=foot.index) == named
