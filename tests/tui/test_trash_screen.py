"""What was deleted can be put back, or goes for good once it was shown."""

from brasstacks.storage import trash
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.parting import Parting
from brasstacks.tui.screens.trash import TrashScreen
from made import NOON
from roads import Road, at_home
from shelves import held, keep


def fill(here: Workspace) -> None:
    keep(here, held("a", client="Acme"), held("b", client="Brill"))
    for name in ("a", "b"):
        trash.delete(here, here.session_path(name), now=NOON)


async def ask_to_empty(road: Road) -> None:
    """Press e, and wait until it is shown what would go: its worker goes on when that is left."""
    await road.pilot.press("e")
    while not isinstance(road.app.screen, Parting):
        await road.pilot.pause()
    await road.pilot.pause()


async def test_enter_puts_the_session_back(here: Workspace) -> None:
    fill(here)
    async with at_home(here) as road:
        await road.press("w")
        assert "Brill" in road.shown
        await road.press("enter")
        assert here.ids() == ("b",)
        await road.press("k", "r", "escape")
        assert here.ids() == ("a", "b")
        assert "2 sessions" in road.shown


async def test_emptied_only_after_it_was_shown_what_goes(here: Workspace) -> None:
    fill(here)
    async with at_home(here) as road:
        await road.press("w")
        await ask_to_empty(road)
        assert "2 sessions go for good" in road.shown
        assert "~a.toml" in road.shown
        await road.press("escape")
        assert len(trash.listed(here)) == 2
        await ask_to_empty(road)
        await road.press("ctrl+s")
        assert isinstance(road.app.screen, TrashScreen)
        assert "The trash is empty." in road.shown
        assert trash.listed(here) == ()


async def test_an_empty_trash_has_nothing_to_do(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("w", "e", "enter", "j")
        assert isinstance(road.app.screen, TrashScreen)
        assert "The trash is empty." in road.shown
