"""What the preview shows is what the file holds; nothing is overwritten unasked."""

import stat
import sys
from pathlib import Path
from threading import Event

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from brasstacks import editing
from brasstacks.export import FORMATS, as_text
from brasstacks.session import Goal
from brasstacks.storage import atomic, files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui import outside
from brasstacks.tui.cells import seen
from brasstacks.tui.exporting import ALL
from brasstacks.tui.screens.export import ExportScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.widgets.fields import Choice, Field
from brasstacks.tui.widgets.path import PathField
from brasstacks.tui.widgets.rows import Rows
from conversations import a_session, concrete
from made import NOON, talk
from roads import Road, at_home, keep
from shelves import held


def said(road: Road) -> str:
    """The line under the path."""
    return str(road.app.screen.query_one("#said", Static).render())


async def go_to(road: Road, path: Path | str) -> None:
    """Have a path stand in the field."""
    road.app.screen.query_one("#path", Field).value = str(path)
    await road.pilot.pause()


async def test_enter_writes_the_file_for_its_owner_alone_in_a_folder_that_is_made(here: Workspace) -> None:
    session = talk("Order", "soon")
    keep(here, session)
    async with at_home(here) as road:
        await road.press("x", "enter")
        path = here.root / "exports" / f"{session.id}.md"
        assert path.read_text() == as_text(FORMATS["markdown"], session)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "Written to" in said(road)


async def test_a_file_that_exists_is_overwritten_only_when_asked_again(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    path = here.root / "mine.md"
    path.write_text("mine")
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, path)
        await road.press("ctrl+s")
        assert "exists: press again" in said(road)
        assert path.read_text() == "mine"
        await road.press("ctrl+s")
        assert path.read_text() != "mine"


async def test_another_path_asks_anew(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    first, second = here.root / "first.md", here.root / "second.md"
    first.write_text("mine")
    second.write_text("mine")
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, first)
        await road.press("enter")
        await go_to(road, second)
        await road.press("enter")
        assert second.read_text() == "mine"


async def test_the_preview_is_the_file_letter_for_letter(here: Workspace) -> None:
    session = talk("Order", "soon")
    keep(here, session)
    async with at_home(here) as road:
        await road.press("x")
        text = str(road.app.screen.query_one("#text", Static).render())
        assert text == as_text(FORMATS["markdown"], session)


async def test_what_is_for_us_alone_is_another_file(here: Workspace) -> None:
    session = editing.add_note(talk("Order", "soon"), "he frowned", now=NOON, new_id=lambda _prefix: "n-1")
    keep(here, session)
    async with at_home(here) as road:
        await road.press("x")
        assert "he frowned" not in str(road.app.screen.query_one("#text", Static).render())
        await road.press("ctrl+t")
        assert "he frowned" in str(road.app.screen.query_one("#text", Static).render())
        assert road.app.screen.query_one("#path", Field).value.endswith(f"{session.id}-internal.md")


async def test_a_path_of_ones_own_stays_whoever_it_is_for(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, "elsewhere/mine.md")
        await road.press("ctrl+t")
        assert road.app.screen.query_one("#path", Field).value == "elsewhere/mine.md"


async def test_a_folder_takes_the_file_under_its_standard_name(here: Workspace) -> None:
    session = talk("Order", "soon")
    keep(here, session)
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, here.root)
        await road.press("enter")
        assert (here.root / f"{session.id}.md").is_file()


async def test_what_cannot_be_written_is_said_in_a_line(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        monkeypatch.setattr(atomic, "write", full)
        await road.press("enter")
        assert "the disk is full" in said(road)


async def test_a_path_through_a_file_is_said_in_a_line(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, here.root / ".gitignore" / "x.md")
        await road.press("enter")
        assert ".gitignore" in said(road)


async def test_an_empty_path_is_asked_for(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        await go_to(road, " ")
        await road.press("enter")
        assert "where it is to go" in said(road)


async def test_nothing_concrete_yet_is_said_with_what_is_open(here: Workspace) -> None:
    keep(here, talk("Order in the projects", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        assert "Still open" in road.shown
        assert "Order in the projects" in road.shown


async def test_a_concrete_criterion_stands_in_the_preview(here: Workspace) -> None:
    keep(here, a_session("a", Goal(id="g-1", statement="Order", criteria=(concrete(),))))
    async with at_home(here) as road:
        await road.press("x")
        assert concrete().statement in road.shown


async def test_escape_goes_back(here: Workspace) -> None:
    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        assert isinstance(road.app.screen, ExportScreen)
        await road.press("escape")
        assert isinstance(road.app.screen, Library)


# ---------------------------------------------------------------- form, extent, and where else it goes


def text(road: Road) -> str:
    """The preview."""
    return str(road.app.screen.query_one("#text", Static).render())


async def choose(road: Road, field: str, value: str) -> None:
    """Choose a value of a field."""
    road.app.screen.query_one(f"#{field}", Choice).value = value
    await road.settled()


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("html", "docx")])
async def test_the_preview_is_the_file_in_every_format(here: Workspace, name: str) -> None:
    session = a_session("a", Goal(id="g-1", statement="Order", criteria=(concrete(),)))
    keep(here, session)
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "format", name)
        assert text(road) == seen(as_text(FORMATS[name], session).replace("\r\n", "\n"))
        await road.press("enter")
        assert (here.root / "exports" / f"a{FORMATS[name].suffix}").read_bytes().decode() == as_text(
            FORMATS[name], session
        )


async def test_a_document_is_shown_by_its_words(here: Workspace) -> None:
    keep(here, a_session("a", Goal(id="g-1", statement="Order", criteria=(concrete(),))))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "format", "docx")
        assert "Heading 3" in text(road)
        await road.press("ctrl+y")
        assert "no text" in said(road)


async def test_a_format_that_is_not_installed_is_said(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    keep(here, talk("Order", "soon"))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "format", "docx")
        assert "pip install 'brasstacks[docx]'" in said(road)
        await road.press("enter")
        assert "pip install 'brasstacks[docx]'" in said(road)


async def test_one_goal_goes_out_alone_under_a_name_of_its_own(here: Workspace) -> None:
    keep(here, a_session("a", Goal(id="g-1", statement="Order"), Goal(id="g-2", statement="Calm")))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "scope", "g-2")
        assert "Calm" in text(road)
        assert "Order" not in text(road)
        assert road.app.screen.query_one("#path", Field).value.endswith("a-goal-2.md")


async def test_names_can_be_taken_out_of_the_text_and_of_the_files_name(here: Workspace) -> None:
    keep(here, a_session("2026-11-22-acme", Goal(id="g-1", statement="Acme wants order")))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "names", "redacted")
        assert "Acme" not in text(road)
        assert "acme" not in Path(road.app.screen.query_one("#path", Field).value).name


async def test_all_sessions_go_into_one_file(here: Workspace) -> None:
    keep(here, *(a_session(f"s-{n}", Goal(id="g-1", statement=f"Goal {n}")) for n in range(3)))
    (here.sessions_dir / "broken.toml").write_text("x")
    async with at_home(here) as road:
        await road.press("x") if "broken" not in road.app.screen.query_one("#list", Rows).chosen else await road.press(
            "down", "x"
        )
        await choose(road, "scope", "all")
        assert "2 more" in road.shown
        await road.press("enter")
        assert "Written to" in said(road)
    written = (here.root / "exports" / "sessions.md").read_text()
    assert [f"Goal {n}" in written for n in range(3)] == [True] * 3


async def test_a_session_that_broke_meanwhile_is_left_out_and_said(here: Workspace) -> None:
    keep(here, *(a_session(f"s-{n}", Goal(id="g-1", statement=f"Goal {n}")) for n in range(3)))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "scope", "all")
        here.session_path("s-0").write_text("x")
        await road.press("enter")
        assert "1 left out" in said(road)
    assert "Goal 0" not in (here.root / "exports" / "sessions.md").read_text()


async def test_features_of_several_sessions_go_into_a_folder(here: Workspace) -> None:
    keep(here, *(a_session(f"s-{n}") for n in range(2)))
    async with at_home(here) as road:
        await road.press("x")
        await choose(road, "format", "gherkin")
        await choose(road, "scope", "all")
        await road.press("enter")
        assert sorted(path.name for path in (here.root / "exports").iterdir()) == ["s-0.feature", "s-1.feature"]
        await road.press("ctrl+s")
        assert "holds files" in said(road)


async def test_what_is_copied_is_said_by_its_way(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    session = talk("Order", "soon")
    keep(here, session)
    taken: list[str] = []

    def xclip(words: str) -> str:
        taken.append(words)
        return "xclip"

    async with at_home(here) as road:
        await road.press("x")
        monkeypatch.setattr(outside, "copy", xclip)
        await road.press("ctrl+y")
        assert "Copied by xclip" in said(road)
        monkeypatch.setattr(outside, "copy", lambda _words: "")
        await road.press("ctrl+y")
        assert "OSC 52" in said(road)
        assert road.app.clipboard == taken[0] == as_text(FORMATS["markdown"], session)


async def test_only_what_was_written_is_opened(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(here, talk("Order", "soon"))
    opened: list[Path] = []

    def no_desktop(path: Path) -> bool:
        opened.append(path)
        return False

    async with at_home(here) as road:
        await road.press("x", "ctrl+o")
        assert "Write it first" in said(road)
        monkeypatch.setattr(outside, "open_file", no_desktop)
        await road.press("enter", "ctrl+o")
        assert "no desktop" in said(road)
        assert opened == list((here.root / "exports").iterdir())


async def test_of_a_long_path_the_end_is_seen_from_the_first_moment_on() -> None:
    class Alone(App[None]):
        def compose(self) -> ComposeResult:
            yield PathField("path", "/" + "a-long-folder/" * 20 + "order.md")

    async with Alone().run_test(size=(60, 10)) as pilot:
        field = pilot.app.query_one(PathField)
        await pilot.pause()
        assert field.scroll_x == field.max_scroll_x > 0
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert field.scroll_x == field.max_scroll_x


MANY = 500
"""Turns of the loop in which a thread has surely come to something."""


async def test_leaving_stops_what_is_being_written(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = 7
    keep(here, *(held(f"2026-11-{day:02}-x", "soon") for day in range(1, sessions + 1)))
    second = Event()

    def written() -> int:
        return len(list((here.root / "exports").rglob("*.md")))

    async with at_home(here) as road:
        await road.press("x")
        screen = road.app.screen
        assert isinstance(screen, ExportScreen)
        screen.query_one("#scope", Choice).value = ALL
        await road.settled()
        real = files.load

        def slowly(path: Path) -> files.Loaded:
            # The preview reads as well: it is the writing that has written one already.
            if written() == 1 and not second.is_set():
                second.set()
                road.app.call_from_thread(screen.action_back)
                while screen.is_attached:
                    Event().wait(0.01)
            return real(path)

        monkeypatch.setattr(files, "load", slowly)
        screen.action_write()
        for _turn in range(MANY):
            await road.pilot.pause()
            if second.is_set() and isinstance(road.app.screen, Library):
                break
        assert second.is_set()
        assert isinstance(road.app.screen, Library)
    # The thread that writes has ended with the program.
    assert 1 <= written() <= 2 < sessions
