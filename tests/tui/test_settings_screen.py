"""What is set goes to the file at once, and nothing that a person wrote there is lost."""

import pytest

from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.settings import SettingsScreen
from brasstacks.tui.theme import THEMES
from brasstacks.tui.widgets.fields import Choice, Field
from roads import NARROW, WIDE, Road, at_home

MINE = "# how we work\n[settings]\nhints = true # I like them\ncolour = 'grey'\n\n[mine]\nx = 1\n"


def written(here: Workspace) -> str:
    return (here.root / "brasstacks.toml").read_text(encoding="utf-8")


def screen(road: Road) -> SettingsScreen:
    assert isinstance(road.app.screen, SettingsScreen)
    return road.app.screen


async def choose(road: Road, field: str, value: str) -> None:
    screen(road).query_one(f"#{field}", Choice).value = value
    await road.settled()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_settings_open_from_the_library_with_each_in_words(here: Workspace, size: tuple[int, int]) -> None:
    async with at_home(here, size) as road:
        await road.press("s")
        for words in ("Theme", "Density", "Language", "Quiet hints", "Minutes planned", "Interviewer", "at once"):
            assert words in road.shown


@pytest.mark.parametrize("key", ["enter", "space", "down"])
async def test_a_choice_is_opened_by_enter_too(here: Workspace, key: str) -> None:
    async with at_home(here) as road:
        await road.press("s", key)
        assert screen(road).query_one("#theme", Choice).expanded


async def test_opening_them_writes_nothing(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("s", "escape")
        assert isinstance(road.app.screen, Library)
    assert not (here.root / "brasstacks.toml").exists()


async def test_a_choice_is_written_and_every_comment_stays(here: Workspace) -> None:
    (here.root / "brasstacks.toml").write_text(MINE, encoding="utf-8")
    async with at_home(here) as road:
        await road.press("s")
        await choose(road, "hints", "")
    assert written(here) == MINE.replace("hints = true", "hints = false")


async def test_the_theme_and_the_density_are_seen_at_once_and_at_the_next_start(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("s")
        await choose(road, "theme", THEMES[1].name)
        await choose(road, "density", "compact")
        assert road.app.theme == THEMES[1].name
        assert screen(road).has_class("-compact")
    async with at_home(here) as road:
        assert road.app.theme == THEMES[1].name
        assert road.app.screen.has_class("-compact")


async def test_a_new_session_begins_as_it_was_set(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("s")
        await choose(road, "bank-en", "software-delivery.en")
        for field, value in (("planned_minutes", "45"), ("interviewer", "Olga")):
            line = screen(road).query_one(f"#{field}", Field)
            line.focus()
            line.value = value
            await road.press("tab")
        await road.press("escape", "n", *"Acme", "enter")
        session = files.load(here.session_path(here.ids()[0])).session.session
        assert (session.planned_minutes, session.interviewer, session.bank) == (45, "Olga", "software-delivery.en")


async def test_esc_takes_what_stands_in_the_field(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("s")
        screen(road).query_one("#interviewer", Field).focus()
        await road.press(*"Olga", "escape")
    assert 'interviewer = "Olga"' in written(here)


async def test_a_number_of_minutes_that_no_day_has_is_refused(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("s")
        field = screen(road).query_one("#planned_minutes", Field)
        field.focus()
        field.value = "2000"
        await road.press("enter")
        assert "between 0 and 1440" in road.shown
    assert not (here.root / "brasstacks.toml").exists()


async def test_a_broken_file_is_said_with_its_line_and_never_overwritten(here: Workspace) -> None:
    broken = "[settings]\nhints = 3\n"
    (here.root / "brasstacks.toml").write_text(broken, encoding="utf-8")
    async with at_home(here) as road:
        assert "line 2" in road.shown
        await road.press("s")
        await choose(road, "density", "compact")
        assert "line 2: settings.hints: is not true or false" in " ".join(road.shown.split())
    assert written(here) == broken


async def test_a_theme_that_is_not_there_is_said(here: Workspace) -> None:
    (here.root / "brasstacks.toml").write_text('[screen]\ntheme = "[/red]"\n', encoding="utf-8")
    async with at_home(here) as road:
        assert "there is no [/red]" in road.shown
        assert road.app.theme == THEMES[0].name
