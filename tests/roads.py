"""The program as a test walks through it: a workspace with sessions, keys pressed, what stands on the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks

NARROW, WIDE = (80, 24), (120, 36)

_PATIENCE = 30
"""Turns of the loop that a worker is given; one that asks the person something waits for longer."""


def keep(place: Workspace, *sessions: Session) -> None:
    """Have sessions stand on disk."""
    for session in sessions:
        files.save(session, place.session_path(session.id), since=None, backups=place.backups_dir)


class Road:
    """The program, driven as a person drives it."""

    def __init__(self, app: Brasstacks, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they set off is done."""
        await self.pilot.press(*keys)
        await self.settled()

    async def settled(self) -> None:
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def patiently(self, *keys: str) -> None:
        """Press keys one by one, each when what the one before set off is done; but not what waits for an answer."""
        for key in keys:
            await self.pilot.press("space" if key == " " else key)
            await self.turns()

    async def turns(self) -> None:
        """Wait until what was set off is done; but not for a worker that asks the person something."""
        await self.pilot.pause()
        for _turn in range(_PATIENCE):
            if all(worker.is_finished for worker in self.app.workers):
                break
            await self.pilot.pause()
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@asynccontextmanager
async def at_home(place: Workspace, size: tuple[int, int] = NARROW) -> AsyncIterator[Road]:
    """The program in its Library."""
    app = Brasstacks(place)
    async with app.run_test(size=size, notifications=True) as pilot:
        road = Road(app, pilot)
        await road.settled()
        yield road
        app.let_go()
