"""Make the pictures of the documents from the running program, so that they stay true.

usage: make_pictures.py [NAME…]        (writes docs/pictures/*.svg, all of them without a name)
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from textual.pilot import Pilot

os.environ.setdefault("LANGUAGE", "en")
# What fails while it is drawn is no fault of the person's own program, and goes into no log of theirs.
os.environ["XDG_STATE_HOME"] = tempfile.gettempdir()

from brasstacks.storage import shipped, workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.practice import PracticeScreen
from brasstacks.tui.widgets.fields import Choice
from brasstacks.tui.widgets.path import PathField

PICTURES = Path(__file__).parent / "pictures"
WIDE, NARROW = (120, 36), (80, 24)

GOAL = "A higher culture of project management"
TALK = (
    "well, people will be more responsible",
    "at the Friday meeting Dana asks, and everybody looks at the floor. Then they start guessing",
    "any manager, asked which projects he runs, names all of them and the state of each without looking it up",
)
RETURN = "2026-11-24-hartley-foods-three-weeks-on"
TYPED = "Dana asks three of them, picked at random, every Friday. More openness, really"

Steps = Callable[[Pilot[int]], Awaitable[None]]


async def picture(name: str, place: Workspace, steps: Steps, size: tuple[int, int] = WIDE) -> None:
    """Start the program, do the steps, and draw what stands there."""
    app = Brasstacks(place)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await steps(pilot)
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="brasstacks")
        # The clock and generated names would make every picture differ from the last one of the same screen.
        svg = re.sub(r"terminal-\d+-", "terminal-", svg)
        (PICTURES / f"{name}.svg").write_text(svg, "utf-8")
        app.let_go()


async def library(pilot: Pilot[int]) -> None:
    """The sessions, newest first."""
    await pilot.pause(0.5)


async def interview(pilot: Pilot[int]) -> None:
    """Three answers under a goal, a fourth being typed."""
    await pilot.press("n", *"Anna", "tab", *"Hartley")
    pilot.app.screen.query_one("#language", Choice).value = "en"
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, InterviewScreen)
    for text in (GOAL, *TALK):
        screen.box.put(text)
        if text != GOAL:
            await pilot.press("tab")
        await pilot.press("enter")
        await pilot.pause()
    screen.box.put(TYPED)
    await pilot.pause(0.3)


RECORDED = """Anna: What would you like to change?
Dana: We want projects under control. Last week one stood still for nine days.
Anna: Who noticed?
Dana: Nobody. The customer rang.
Anna: What else?
Dana: We also need the monthly report by Friday.
"""


async def importing(pilot: Pilot[int]) -> None:
    """A recorded conversation, before it is taken in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "monday.txt"
        path.write_text(RECORDED, "utf-8")
        await pilot.press("i")
        await pilot.pause()
        pilot.app.screen.query_one("#path", PathField).value = str(path)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.3)


def command(line: str) -> Steps:
    """The interview, with a command in the command line."""

    async def steps(pilot: Pilot[int]) -> None:
        await interview(pilot)
        await pilot.press("escape", *line)
        await pilot.pause(0.3)

    return steps


def after(*keys: str) -> Steps:
    """The interview, then these keys; a text longer than a key's name is a command."""

    async def steps(pilot: Pilot[int]) -> None:
        await interview(pilot)
        for line in keys:
            await pilot.press("escape", *line, "enter")
            await pilot.pause(0.3)

    return steps


async def practice(pilot: Pilot[int]) -> None:
    """The client of an example has answered twice, and the next question is picked."""
    await pilot.press("p")
    await pilot.app.workers.wait_for_complete()
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    # Any key has the client finish at once; the second answer is to a question of one's own.
    await pilot.press("x", "tab", "tab", "tab", "tab", "enter", "x")
    screen.box.put("Who would notice it first, and when did they last?")
    await pilot.press("enter", "x", "tab", "tab")


async def hindsight(pilot: Pilot[int]) -> None:
    """What such a practice looks like in the end."""
    await practice(pilot)
    await pilot.press("ctrl+n", "x", "enter", "x", "ctrl+t")
    await pilot.pause()


def room(*keys: str) -> Steps:
    """A room of the example of a return, entered by a command; what is no command is a key."""

    async def steps(pilot: Pilot[int]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.5)
        shelf = pilot.app.screen
        assert isinstance(shelf, Library)
        ids = [str(option.id) for option in shelf.rows.options]
        shelf.rows.highlighted = next(at for at, one in enumerate(ids) if RETURN in one)
        await pilot.press("enter")
        await pilot.pause(0.3)
        for one in keys:
            await pilot.press(*((one,) if one in ("up", "down") else ("escape", *_keys_of(one), "enter")))
            await pilot.pause(0.3)

    return steps


def _keys_of(line: str) -> Iterator[str]:
    return ("space" if char == " " else char for char in line)


SHOTS: dict[str, tuple[Steps, tuple[int, int]]] = {
    "library": (library, WIDE),
    "interview": (interview, WIDE),
    "interview-narrow": (interview, NARROW),
    "practice": (practice, WIDE),
    "hindsight": (hindsight, WIDE),
    "command": (command("p"), WIDE),
    "why": (after("why"), WIDE),
    "criteria": (after("criterion", "criteria"), WIDE),
    "export": (after("criterion", "export"), WIDE),
    "import": (importing, WIDE),
    "referral": (after("refer"), WIDE),
    "help": (after("help"), WIDE),
    "options": (room("options"), WIDE),
    "risks": (room("risks", "down", "down", "down"), WIDE),
    "card": (room("card exp"), WIDE),
    "agenda": (room("agenda"), WIDE),
    "fit": (room("fit"), WIDE),
}


async def main() -> None:
    """Draw all of them."""
    PICTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or SHOTS:
        steps, size = SHOTS[name]
        with tempfile.TemporaryDirectory() as folder:
            place = workspace.init(Path(folder) / "my-clients")
            for sample in shipped.folder("sessions").glob("*.toml"):
                (place.sessions_dir / sample.name).write_bytes(sample.read_bytes())
            await picture(name, place, steps, size)


if __name__ == "__main__":
    asyncio.run(main())
