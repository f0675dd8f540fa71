"""Every theme can be read: words at 4.5 to 1, marks, frames of what has the cursor and bars at 3 to 1 (WCAG 2.2, AA)."""

from collections import defaultdict
from collections.abc import Sequence

import pytest
from rich.color import Color, ColorType
from textual.color import Color as ThemeColour
from textual.theme import Theme

from brasstacks.storage import shipped
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.theme import ANSI, THEMES
from painted import Run, contrast, runs, shapes
from roads import WIDE, Road, at_home

TEXT, MARK = 4.5, 3.0
"""WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

FEWEST = 4
"""Pairs of colours on any screen, at least."""

COMMAND = ("enter", "escape")

ROADS: dict[str, Sequence[str]] = {
    "library": (),
    "new session": ("n", "tab", "tab"),
    "settings": ("s",),
    "values of a choice": ("s", "space"),
    "a wrong setting": ("s", "tab", "tab", "tab", "tab", *"999", "enter"),
    "search": ("slash", *"fri"),
    "due": ("f",),
    "import": ("i",),
    "export": ("x",),
    "help": ("question_mark",),
    "interview": ("enter", *"more openness and a higher culture"),
    "command line": (*COMMAND, "p"),
    "why": (*COMMAND, *"why", "enter"),
    "cards": ("enter", "ctrl+g"),
    "referral": (*COMMAND, *"refer", "enter"),
    "record": ("enter", "ctrl+r"),
    "criteria": ("c", "down"),
    "a criterion": ("c", "down", "enter"),
    "timeline": ("t",),
    "names": ("t", "i"),
    "recap": ("e",),
    "own part": ("e", "v"),
    "since last": ("e", "s"),
    "promised": ("e", "p"),
    "options": (*COMMAND, *"options", "enter", "down"),
    "risks": (*COMMAND, *"risks", "enter"),
    "perceived": (*COMMAND, *"perceived", "enter"),
    "fit": (*COMMAND, *"fit", "enter"),
    "agenda": (*COMMAND, *"agenda", "enter"),
    "emptying the trash": ("d", "w", "e"),
    "practice": ("p", "enter", "x"),
}


@pytest.fixture
def full(here: Workspace) -> Workspace:
    """A workspace with the English examples: two sessions that have something in every room."""
    for sample in shipped.folder("sessions").glob("*hartley*.toml"):
        (here.sessions_dir / sample.name).write_bytes(sample.read_bytes())
    return here


def asked_of(theme: Theme, need: float) -> float:
    """What a pair has to reach in a theme: of one that promises high contrast, words reach more (1.4.6, AAA)."""
    return 7.0 if need == TEXT and theme.name.startswith("contrast") else need


def kind(text: str) -> float:
    """What a run of cells has to reach: words as words, marks and frames as marks."""
    return TEXT if any(char.isalnum() or char in ".,:;?!/«»\"'" for char in text) else MARK


def pairs(road: Road, decoration: Color) -> dict[tuple[Color, Color], tuple[float, str]]:
    """Each pair of colours that is written in, with what it has to reach and an example."""
    found: dict[tuple[Color, Color], tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    for run in runs(road):
        front, back = run.colours
        if not run.text.strip() or front is None or back is None:
            continue
        if front == decoration and not any(char.isalnum() for char in run.text):
            continue
        need, example = found[front, back]
        found[front, back] = max((need, example), (kind(run.text), run.text.strip()))
    return found


async def painted(road: Road, theme: str) -> None:
    """Have the screen stand there in a theme."""
    road.app.theme = theme
    await road.turns()


@pytest.mark.parametrize("keys", ROADS.values(), ids=ROADS)
async def test_words_and_marks_stand_out_in_every_theme(full: Workspace, keys: Sequence[str]) -> None:
    async with at_home(full, WIDE) as road:
        await road.patiently(*keys)
        for theme in THEMES:
            if theme is ANSI:
                continue
            await painted(road, theme.name)
            decoration = ThemeColour.parse(theme.variables["border-blurred"]).rich_color
            found = pairs(road, decoration)
            assert len(found) >= FEWEST, (theme.name, found)
            poor = {
                (theme.name, example, front.name, back.name): round(contrast(front, back), 2)
                for (front, back), (need, example) in found.items()
                if contrast(front, back) < asked_of(theme, need)
            }
            assert poor == {}


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme is not ANSI], ids=lambda theme: theme.name)
async def test_the_colours_that_a_theme_names_are_among_those_that_were_looked_at(
    full: Workspace, theme: Theme
) -> None:
    seen: set[str] = set()
    for name in ("interview", "a wrong setting"):
        async with at_home(full, WIDE) as road:
            await road.patiently(*ROADS[name])
            await painted(road, theme.name)
            seen |= {front.name for front, _back in pairs(road, Color.parse("#123456"))}
    named = (theme.primary, theme.secondary, theme.foreground, theme.warning, theme.error, theme.variables["muted"])
    assert [one for one in named if not any(close(Color.parse(str(one)), Color.parse(other)) for other in seen)] == []


def close(one: Color, other: Color) -> bool:
    """Whether two colours are the same but for what was rounded on the way to the screen."""
    return all(abs(a - b) <= 1 for a, b in zip(one.get_truecolor(), other.get_truecolor(), strict=True))


def own(run: Run) -> bool:
    """Whether a run leaves its colours to the terminal: what it writes is its own colour or one of the sixteen."""
    front, back = run.style.color, run.style.bgcolor
    front = front if run.text.strip() or run.style.reverse else None
    return (back is None or back.is_default) and (
        front is None or front.type in (ColorType.DEFAULT, ColorType.STANDARD)
    )


@pytest.mark.parametrize("keys", ROADS.values(), ids=ROADS)
async def test_in_the_terminals_own_colours_nothing_is_painted_behind_words(
    full: Workspace, keys: Sequence[str]
) -> None:
    async with at_home(full, WIDE) as road:
        await road.patiently(*keys)
        await painted(road, ANSI.name)
        all_of_it = list(runs(road))
        assert len(all_of_it) > FEWEST
        assert [run for run in all_of_it if not own(run)] == []


@pytest.mark.parametrize("keys", ROADS.values(), ids=ROADS)
async def test_without_colours_none_is_sent_and_the_cursor_is_seen_by_its_shape(
    full: Workspace, keys: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(full, WIDE) as road:
        await road.patiently(*keys)
        for run in runs(road):
            assert run.style.color is None or run.style.color.is_default
            assert run.style.bgcolor is None or run.style.bgcolor.is_default
        for _control in road.app.screen.focus_chain[1:]:
            here, before = road.app.focused, shapes(road)
            road.app.screen.focus_next()
            await road.turns()
            assert shapes(road) != before, (here, road.app.focused)


async def test_what_a_stranger_could_not_check_is_marked_by_more_than_a_colour(full: Workspace) -> None:
    async with at_home(full, WIDE) as road:
        await road.patiently(*ROADS["interview"])
        marked = [run.text for run in runs(road) if run.style.underline and run.style.bold]
        assert any("openness" in text for text in marked), marked


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_the_palette_stands_out_in_every_theme(full: Workspace, theme: Theme) -> None:
    async with at_home(full, WIDE) as road:
        await painted(road, theme.name)
        await road.patiently("ctrl+p", "c", "r")
        if theme is ANSI:
            assert [run for run in runs(road) if not own(run)] == []
            return
        found = pairs(road, ThemeColour.parse(theme.variables["border-blurred"]).rich_color)
        assert len(found) >= FEWEST
        assert [pair for pair, (need, _example) in found.items() if contrast(*pair) < need] == []


async def test_nothing_blinks(full: Workspace) -> None:
    async with at_home(full, WIDE) as road:
        for keys in (("n",), ("escape", "s"), ("escape", "enter"), ("escape",)):
            await road.patiently(*keys)
            assert not getattr(road.app.focused, "cursor_blink", False)
            assert not any(run.style.blink for run in runs(road))
