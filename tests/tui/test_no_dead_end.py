"""Wherever one is, one can see where the cursor stands, reach everything by keys, and come back by Esc."""

from collections.abc import Sequence

import pytest
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from made import NOON, ids, talk
from roads import NARROW, Road, at_home, keep
from shelves import held

COMMAND = ("enter", "slash")

ROADS: dict[str, Sequence[str]] = {
    "library": (),
    "new session": ("n",),
    "new session with the same client": ("a",),
    "values of a choice": ("s", "space"),
    "settings": ("s",),
    "search": ("slash", "l", "a"),
    "trash": ("d", "w"),
    "emptying the trash": ("d", "w", "e"),
    "forgetting": ("o",),
    "import": ("i",),
    "export": ("x",),
    "promised in all": ("f",),
    "palette": ("ctrl+p",),
    "help": ("question_mark",),
    "help over settings over help": ("question_mark", "f9", "f1"),
    "interview": ("enter",),
    "command line": ("enter", "escape"),
    "why": (*COMMAND, *"why", "enter"),
    "cards": (*COMMAND, *"card", "enter"),
    "referral": (*COMMAND, *"refer", "enter"),
    "export over the interview": (*COMMAND, *"export", "enter"),
    "record": ("enter", "ctrl+r"),
    "palette over the interview": ("enter", "f2"),
    "criteria": ("c",),
    "a criterion": ("c", "enter"),
    "a criterion's choice": ("c", "enter", "shift+tab", "space"),
    "agreeing": ("c", "g"),
    "rejecting": ("c", "r"),
    "splitting a criterion": ("c", "s"),
    "export over the criteria": ("c", "x"),
    "timeline": ("t",),
    "a turn": ("t", "end", "enter"),
    "an answer": ("t", "end", "e"),
    "a note": ("t", "end", "n"),
    "moving a turn": ("t", "end", "m"),
    "splitting a turn": ("t", "end", "s"),
    "names": ("t", "i"),
    "language": ("t", "l"),
    "bank": ("t", "b"),
    "criteria over the timeline": ("t", "c"),
    "help over a question": ("t", "end", "e", "f1"),
    "palette over a question": ("t", "end", "e", "ctrl+p"),
    "recap": ("e",),
    "next contact": ("e", "n"),
    "a question to oneself": ("e", "1"),
    "promised": ("e", "p"),
    "a promise": ("e", "p", "a"),
    "own part": ("e", "v"),
    "since last": ("e", "s"),
    "options": (*COMMAND, *"options", "enter"),
    "an option": (*COMMAND, *"options", "enter", "a"),
    "risks": (*COMMAND, *"risks", "enter"),
    "a risk": (*COMMAND, *"risks", "enter", "enter"),
    "perceived": (*COMMAND, *"perceived", "enter"),
    "a complaint": (*COMMAND, *"perceived", "enter", "c"),
    "fit": (*COMMAND, *"fit", "enter"),
    "deciding": (*COMMAND, *"fit", "enter", "d"),
    "agenda": (*COMMAND, *"agenda", "enter"),
}
"""Every screen and every question over one, by the keys that lead to it from the Library."""

_PATIENCE = 30
"""Turns of the loop that a worker is given; one that asks the person something waits for longer."""

MOST_STEPS = 8
"""Esc at most, from wherever one is."""


def rich() -> Session:
    """A session with something in every room."""
    session = talk("Order in the projects", "they are late", "the list is done on Friday. The director looks at it")
    return editing.add_follow_up(session, "send the list", now=NOON, new_id=ids(), due="2026-11-20")


async def press(road: Road, *keys: str) -> None:
    """Press keys one by one, each when what the one before set off is done; but not what waits for an answer."""
    for key in keys:
        await road.pilot.press(key)
        await road.pilot.pause()
        for _turn in range(_PATIENCE):
            if all(worker.is_finished for worker in road.app.workers):
                break
            await road.pilot.pause()
        await road.pilot.pause()


def cursor(road: Road) -> Widget | None:
    """What has the cursor, when it can be seen."""
    focused = road.app.focused
    inside = focused is not None and road.app.screen.region.overlaps(focused.region) and focused.region.area > 0
    return focused if inside else None


def name_of(widget: Widget) -> str:
    """How a person knows what a control is."""
    beside = [
        str(label.render()) for label in (widget.parent.query(Label) if isinstance(widget.parent, Widget) else ())
    ]
    own = widget.placeholder if isinstance(widget, Input) else ""
    framed = [
        str(one.border_title) for one in widget.ancestors_with_self if isinstance(one, Widget) and one.border_title
    ]
    return next(filter(None, (*beside, own, *framed)), "")


@pytest.mark.parametrize("keys", ROADS.values(), ids=ROADS)
async def test_the_cursor_is_seen_every_control_is_reached_and_esc_leads_back(
    here: Workspace, keys: Sequence[str]
) -> None:
    keep(here, held("2026-11-01-other", "soon", minutes=-60), rich())
    async with at_home(here) as road:
        await press(road, *keys)
        assert cursor(road) is not None
        chain = list(road.app.screen.focus_chain)
        assert len(chain) == 1 or [widget for widget in chain if not name_of(widget)] == []
        reached = {cursor(road)}
        if not isinstance(road.app.screen, InterviewScreen):
            for _control in chain:
                await road.pilot.press("tab")
                reached.add(cursor(road))
            assert None not in reached
            assert set(chain) <= reached
        for _step in range(MOST_STEPS):
            at_the_box = isinstance(road.app.screen, InterviewScreen) and road.app.screen.box.has_focus
            if isinstance(road.app.screen, Library) or at_the_box:
                break
            await press(road, "escape")
        else:
            pytest.fail(f"no way back from {road.app.screen}")
        assert cursor(road) is not None


async def test_the_interview_is_left_by_a_command_or_the_key_of_the_program(here: Workspace) -> None:
    keep(here, rich())
    async with at_home(here) as road:
        await press(road, "enter", "slash", *"library", "enter")
        assert isinstance(road.app.screen, Library)


@pytest.mark.parametrize("keys", [(), ("t",), ("e", "p"), ("t", "l"), ("question_mark",)])
async def test_lists_and_pages_are_moved_in_as_in_vi(here: Workspace, keys: Sequence[str]) -> None:
    keep(here, rich(), editing.changed(rich(), session=editing.changed(rich().session, id="2026-11-23-b")))
    async with at_home(here) as road:
        await press(road, *keys)
        where = road.app.focused
        assert where is not None

        def place() -> float:
            return float(where.highlighted or 0) if isinstance(where, OptionList) else where.scroll_target_y

        await press(road, "home")
        top = place()
        for down, up in (
            ("j", "k"),
            ("о", "л"),
            ("G", "g" if keys[:1] != ("t",) or len(keys) > 1 else "home"),
            ("ctrl+d", "ctrl+u"),
        ):
            await press(road, down)
            lower = place()
            await press(road, up)
            assert place() <= lower
        assert place() == top


async def test_with_a_turn_alone_the_letters_go_on_to_the_next(here: Workspace) -> None:
    keep(here, rich())
    async with at_home(here) as road:
        await press(road, "t", "home", "j", "enter")
        assert "they are late" in road.shown
        await press(road, "j")
        assert "the list is done on Friday" in road.shown


async def test_the_mouse_does_what_the_keys_do(here: Workspace) -> None:
    keep(here, editing.add_goal(rich(), "Second", now=NOON, new_id=lambda _prefix: "g-9"))
    async with at_home(here, (120, 36)) as road:
        await road.pilot.click("#list", offset=(5, 0), times=2)
        await road.settled()
        screen = road.app.screen
        assert isinstance(screen, InterviewScreen)
        before = screen.interview.goal
        await road.pilot.click("#goals", offset=(4, 1 if before and before.id == "g-9" else 2))
        await road.settled()
        assert screen.interview.goal != before
        asked = screen.interview.question
        await road.pilot.click("#suggestions", offset=(4, 4))
        await road.settled()
        assert screen.interview.question != asked or screen.interview.probe
        assert screen.box.has_focus


async def test_a_key_in_the_footer_can_be_clicked(here: Workspace) -> None:
    keep(here, rich())
    async with at_home(here) as road:
        at = road.shown.splitlines()[-1].index("find")
        await road.pilot.click(offset=(at, NARROW[1] - 1))
        await road.settled()
        assert not isinstance(road.app.screen, Library)
