"""A recorded conversation comes in: the person sees who asks and what it becomes before anything is kept."""

from pathlib import Path

import pytest
from textual.widgets import Static

from brasstacks.export import FORMATS, Audience, Options, chunks
from brasstacks.session import Session
from brasstacks.storage import atomic, files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.importing import ImportScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.widgets.path import PathField, completed, path_of
from conversations import HOSTILE
from made import talk
from roads import NARROW, WIDE, Road, at_home, keep

TALK = """Anna: What would you like to change?
Dan: We want projects under control.
Anna: Who noticed?
Dan: Nobody. [/] A customer rang.
"""


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return path


def said(road: Road) -> str:
    """The line under the fields."""
    return str(road.app.screen.query_one("#said", Static).render())


def becomes(road: Road) -> str:
    """What the conversation would become."""
    return str(road.app.screen.query_one("#text", Static).render())


async def go_to(road: Road, path: Path | str) -> None:
    """Name a file and have it read."""
    await road.press("i")
    road.app.screen.query_one("#path", PathField).value = str(path)
    await road.press("enter")


def sessions(here: Workspace) -> list[Session]:
    return [files.load(path).session for path in sorted(here.sessions_dir.glob("*.toml"))]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_file_is_shown_as_what_it_becomes_and_kept_on_enter(
    here: Workspace, recorded: Path, size: tuple[int, int]
) -> None:
    async with at_home(here, size) as road:
        await go_to(road, recorded)
        assert "We want projects under control." in becomes(road)
        assert "2 questions" in road.shown
        assert sessions(here) == []
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
    (session,) = sessions(here)
    assert session.session.interviewer == "Anna"
    assert [goal.statement for goal in session.goals] == ["We want projects under control."]
    assert session.goals[0].turns[1].answer == "Nobody. [/] A customer rang."


async def test_who_asks_is_the_persons_to_say(here: Workspace, recorded: Path) -> None:
    async with at_home(here) as road:
        await go_to(road, recorded)
        await road.press("down", "space", "ctrl+s")
    assert sessions(here)[0].session.interviewer == "Dan"


async def test_two_may_ask(here: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text(TALK + "Eve: And when?\nDan: Monday.\n")
    async with at_home(here) as road:
        await go_to(road, path)
        await road.press("down", "down", "plus", "ctrl+s")
    assert sessions(here)[0].session.interviewer == "Anna, Eve"


async def test_the_client_can_be_named(here: Workspace, recorded: Path) -> None:
    async with at_home(here) as road:
        await go_to(road, recorded)
        road.app.screen.query_one("#client").focus()
        await road.press("A", "c", "enter")
    assert sessions(here)[0].client.name == "Ac"


async def test_lines_that_are_not_understood_are_shown_with_their_numbers(here: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Monday\n\n" + TALK)
    async with at_home(here) as road:
        await go_to(road, path)
        assert "1 Monday" in becomes(road)


@pytest.mark.parametrize(("raw", "words"), [(b"", "empty"), (b"%PDF-1", "a PDF"), (b"no names\n", "nobody is named")])
async def test_what_is_no_conversation_is_said_in_a_line(
    here: Workspace, tmp_path: Path, raw: bytes, words: str
) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(raw)
    async with at_home(here) as road:
        await go_to(road, path)
        assert words in said(road)


async def test_a_file_that_is_not_there_is_said(here: Workspace, tmp_path: Path) -> None:
    async with at_home(here) as road:
        await go_to(road, tmp_path / "nowhere.txt")
        assert "nowhere.txt" in said(road)
        await road.press("ctrl+s")
        assert "nowhere.txt" in said(road)


async def test_another_path_forgets_the_file_before(here: Workspace, recorded: Path) -> None:
    async with at_home(here) as road:
        await go_to(road, recorded)
        road.app.screen.query_one("#path", PathField).value = str(recorded) + "x"
        await road.press("ctrl+s")
        assert isinstance(road.app.screen, ImportScreen)
    assert sessions(here) == []


async def test_an_export_of_ours_comes_back_beside_what_is_there(here: Workspace, tmp_path: Path) -> None:
    session = talk("Order", "soon")
    keep(here, session)
    path = tmp_path / "mine.json"
    path.write_bytes(b"".join(chunks(FORMATS["json"], (session,), Options(Audience.INTERNAL))))
    async with at_home(here) as road:
        await go_to(road, path)
        assert "1 session" in said(road)
        await road.press("ctrl+s")
        assert isinstance(road.app.screen, InterviewScreen)
    assert [one.goals for one in sessions(here)] == [session.goals, session.goals]


async def test_a_disk_that_refuses_is_said_and_nothing_is_lost(
    here: Workspace, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    async with at_home(here) as road:
        await go_to(road, recorded)
        monkeypatch.setattr(atomic, "write", full)
        await road.press("ctrl+s")
        assert "the disk is full" in said(road)
        assert isinstance(road.app.screen, ImportScreen)


async def test_escape_keeps_nothing(here: Workspace, recorded: Path) -> None:
    async with at_home(here) as road:
        await go_to(road, recorded)
        await road.press("escape")
        assert isinstance(road.app.screen, Library)
    assert sessions(here) == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_words_of_people_are_shown_as_words(here: Workspace, tmp_path: Path, text: str) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(f"Anna: {text} who?\nDan: we want {text} and more of it\n" * 2)
    async with at_home(here) as road:
        await go_to(road, path)
        assert "Anna" in road.shown


# ---------------------------------------------------------------- a path goes on by itself


def test_a_path_goes_on_to_the_first_that_begins_so(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "monday.vtt").touch()
    (tmp_path / "talks" / ".hidden").touch()
    assert completed(f"{tmp_path}/ta") == f"{tmp_path}/talks/"
    assert completed(f"{tmp_path}/talks/") == f"{tmp_path}/talks/monday.vtt"
    assert completed(f"{tmp_path}/talks/.h") == f"{tmp_path}/talks/.hidden"


@pytest.mark.parametrize("value", ["", "  ", "nothing-begins-so", "/nowhere/at/all/x", "\0/x"])
def test_a_path_that_leads_nowhere_goes_on_to_nothing(value: str) -> None:
    assert completed(value) is None


def test_a_name_that_could_not_be_shown_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m").touch()
    assert completed(f"{tmp_path}/a") is None


def test_a_file_that_was_dragged_in_comes_without_its_quotation_marks() -> None:
    assert path_of(" '/home/my talk.vtt' ") == Path("/home/my talk.vtt")
    assert path_of("'") == Path("'").absolute()
    assert path_of(" ") is None
