"""What the person sees when a disk, another program or another hand stands in the way of the record."""

import asyncio
import errno
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from brasstacks.session import Session
from brasstacks.storage import aside, atomic, drafts, files, lock, log
from brasstacks.storage.drafts import Draft
from brasstacks.storage.lock import Held
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.opened import Opened
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.record import RecordScreen
from brasstacks.tui.widgets.fields import Field
from brasstacks.tui.widgets.rows import Rows
from made import NOON, talk
from roads import WIDE, Road, keep

ORDER = talk("Order", "soon")


class Disk:
    """A disk that refuses to write below some folders, with the number that a system gives."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: Workspace) -> None:
        self.refuses: tuple[Path, ...] = ()
        self.number = 0
        self.place = place
        real = atomic.write

        def write(path: Path, data: bytes, *, durable: bool = True, sure: Callable[[], object] = lambda: None) -> None:
            if any(path.is_relative_to(folder) for folder in self.refuses):
                raise OSError(self.number, os.strerror(self.number))
            real(path, data, durable=durable, sure=sure)

        monkeypatch.setattr(atomic, "write", write)

    def fails(self, number: int, *folders: Path) -> None:
        self.number, self.refuses = number, folders or (self.place.root,)

    def is_well(self) -> None:
        self.refuses = ()


@pytest.fixture
def disk(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch, here)


@asynccontextmanager
async def at_work(place: Workspace, session: Session = ORDER) -> AsyncIterator[Road]:
    """The program with a session open."""
    path = place.session_path(session.id)
    if not path.exists():
        keep(place, session)
    app = Brasstacks(place, path)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        road = Road(app, pilot)
        await road.settled()
        yield road
        if app.opened is not None:
            app.opened.close(timeout=0)


def screen(road: Road) -> InterviewScreen:
    return next(one for one in road.app.screen_stack if isinstance(one, InterviewScreen))


async def says(road: Road, words: str) -> None:
    """Note an answer."""
    screen(road).box.put(words)
    await road.press("enter")


async def until(road: Road, holds: Callable[[], bool]) -> None:
    """Wait for what another thread is about to do."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, road.shown
        await asyncio.sleep(0.01)
        await road.pilot.pause()


def told(road: Road) -> str:
    """The line about saving; empty when there is none."""
    line = road.app.screen.query_one("#saving", Static)
    return str(line.render()) if line.display else ""


def deed_ids(road: Road) -> list[str]:
    return [option.id or "" for option in road.app.screen.query_one("#deeds", Rows).options]


async def do(road: Road, deed: str) -> None:
    """Choose what can be done."""
    rows = road.app.screen.query_one("#deeds", Rows)
    rows.highlighted = deed_ids(road).index(deed)
    await road.press("enter")


def answers(place: Workspace, session_id: str = ORDER.id) -> list[str]:
    return [turn.answer for turn in files.load(place.session_path(session_id)).session.goals[0].turns]


# ---------------------------------------------------------------- a disk that refuses


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "writing is not permitted here"),
        (errno.EIO, "the disk gives errors"),
        (errno.ENAMETOOLONG, "the name is too long"),
    ],
)
async def test_a_disk_that_refuses_is_told_for_as_long_as_it_does_and_saving_resumes(
    here: Workspace, disk: Disk, number: int, why: str
) -> None:
    async with at_work(here) as road:
        disk.fails(number)
        await says(road, "on Fridays")
        await until(road, lambda: why in told(road))
        await says(road, "by Marco")
        assert why in told(road)
        assert [turn.answer for turn in screen(road).interview.session.goals[0].turns] == [
            "soon",
            "on Fridays",
            "by Marco",
        ]
        disk.is_well()
        await until(road, lambda: not told(road))
        assert answers(here) == ["soon", "on Fridays", "by Marco"]


async def test_a_folder_that_is_removed_is_told_and_not_made_again(here: Workspace) -> None:
    async with at_work(here) as road:
        away = here.root.with_name("away")
        here.root.rename(away)
        await says(road, "on Fridays")
        await until(road, lambda: "the folder is not there" in told(road))
        screen(road).box.put("half")
        screen(road).keep_draft()
        assert not here.root.exists()
        away.rename(here.root)
        await until(road, lambda: not told(road))
        assert answers(here) == ["soon", "on Fridays"]


async def test_a_copy_can_be_saved_elsewhere(here: Workspace, disk: Disk, tmp_path: Path) -> None:
    async with at_work(here) as road:
        disk.fails(errno.ENOSPC)
        await says(road, "on Fridays")
        await road.press("ctrl+r")
        road.app.screen.query_one("#copy-path", Field).value = str(tmp_path / "copy.toml")
        await do(road, "copy")
        copy = files.load(tmp_path / "copy.toml").session
        assert [turn.answer for turn in copy.goals[0].turns] == ["soon", "on Fridays"]
        assert (tmp_path / "copy.toml").stat().st_mode & 0o777 == 0o600


async def test_leaving_with_words_that_are_not_saved_asks(here: Workspace, disk: Disk) -> None:
    async with at_work(here) as road:
        disk.fails(errno.ENOSPC)
        await says(road, "on Fridays")
        await road.press("ctrl+q")
        assert isinstance(road.app.screen, RecordScreen)
        assert "is lost when you leave now" in road.shown
        await do(road, "stay")
        assert isinstance(road.app.screen, InterviewScreen)
        await road.press("ctrl+q")
        await do(road, "leave")
        assert road.app.return_value == 1


async def test_leaving_with_a_draft_that_could_not_be_kept_asks(here: Workspace, disk: Disk) -> None:
    async with at_work(here) as road:
        disk.fails(errno.ENOSPC, here.drafts_dir)
        screen(road).box.put("half a sen")
        await road.press("ctrl+q")
        assert isinstance(road.app.screen, RecordScreen)
        assert "could not be kept" in road.shown


async def test_a_draft_that_could_not_be_kept_is_no_trouble_any_more_once_it_is_an_answer(
    here: Workspace, disk: Disk
) -> None:
    async with at_work(here) as road:
        disk.fails(errno.ENOSPC, here.drafts_dir)
        screen(road).box.put("on Fridays")
        assert not screen(road).keep_draft()
        assert "could not be kept" in told(road)
        await road.press("enter")
        await until(road, lambda: not told(road))


async def test_what_the_file_does_not_take_comes_back_when_the_session_is_opened_again(
    here: Workspace, disk: Disk
) -> None:
    async with at_work(here) as road:
        disk.fails(errno.EACCES, here.sessions_dir)
        await says(road, "on Fridays")
        await until(road, lambda: "kept aside" in told(road))
        assert answers(here) == ["soon"]
        await road.press("ctrl+q")
        await do(road, "leave")
    disk.is_well()
    async with at_work(here) as road:
        await until(road, lambda: answers(here) == ["soon", "on Fridays"])
        assert aside.read(here, ORDER.id) is None


async def test_a_session_that_never_had_a_file_gets_one_when_the_disk_is_well(here: Workspace) -> None:
    aside.keep(here, ORDER.id, ORDER, over=None)
    other = talk("Other").model_copy(update={"session": ORDER.session.model_copy(update={"id": "other"})})
    async with at_work(here, other):
        assert answers(here) == ["soon"]


async def test_where_no_lock_can_be_taken_it_is_told(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "acquire", lambda *_args, **_more: Held(None, here.locks_dir, warning="no locks"))
    async with at_work(here) as road:
        assert any("no locks" in one.message for one in road.app._notifications)


# ---------------------------------------------------------------- two versions


def changed(here: Workspace, before: str, after: str) -> None:
    path = here.session_path(ORDER.id)
    path.write_text(path.read_text().replace(before, after))


@asynccontextmanager
async def two_versions(here: Workspace) -> AsyncIterator[Road]:
    """Somebody changed the file by hand, and then an answer was noted."""
    async with at_work(here) as road:
        changed(here, "soon", "theirs")
        await says(road, "mine")
        await until(road, lambda: "Two versions" in told(road))
        await road.press("ctrl+r")
        yield road


async def test_a_change_by_another_hand_is_noticed_when_the_person_comes_back(here: Workspace) -> None:
    async with at_work(here) as road:
        changed(here, "soon", "theirs")
        road.app.post_message(events.AppFocus())
        await until(road, lambda: "Two versions" in told(road))
        assert answers(here) == ["theirs"]


async def test_keep_mine(here: Workspace) -> None:
    async with two_versions(here) as road:
        await do(road, "mine")
        await until(road, lambda: answers(here) == ["soon", "mine"])
        await until(road, lambda: not told(road))
        (backup,) = here.backups_dir.iterdir()
        assert "theirs" in backup.read_text()


async def test_take_theirs(here: Workspace) -> None:
    async with two_versions(here) as road:
        await do(road, "theirs")
        assert answers(here) == ["theirs"]
        assert screen(road).interview.session.goals[0].turns[0].answer == "theirs"
        assert not screen(road).opened.read_only
        (backup,) = here.backups_dir.iterdir()
        assert "mine" in backup.read_text()
        await says(road, "more")
        await until(road, lambda: answers(here) == ["theirs", "more"])


async def test_keep_both(here: Workspace) -> None:
    async with two_versions(here) as road:
        await do(road, "both")
        assert answers(here) == ["theirs"]
        (other,) = set(here.ids()) - {ORDER.id}
        assert answers(here, other) == ["soon", "mine"]
        assert screen(road).opened.key == other


async def test_both_versions_are_still_there_after_a_kill_and_it_is_asked_again(here: Workspace) -> None:
    keep(here, ORDER)
    mine = talk("Order", "soon", "mine")
    aside.keep(here, ORDER.id, mine, over=files.load(here.session_path(ORDER.id)).stamp)
    changed(here, "soon", "theirs")
    async with at_work(here) as road:
        await until(road, lambda: "Two versions" in told(road))
        assert answers(here) == ["theirs"]
        assert screen(road).interview.session.goals[0].turns[-1].answer == "mine"


# ---------------------------------------------------------------- two programs


async def test_the_second_program_says_who_holds_the_session_and_takes_it_over_when_the_first_is_gone(
    here: Workspace,
) -> None:
    keep(here, ORDER)
    first = lock.acquire(here, ORDER.id, now=NOON)
    assert isinstance(first, Held)
    async with at_work(here) as road:
        assert f"process {os.getpid()} on" in told(road)
        assert "since 2026-11-22 12:00" in told(road)
        await road.press("ctrl+r")
        await do(road, "take_over")
        assert "still open there" in road.shown
        changed(here, "soon", "said meanwhile")
        first.release()
        await do(road, "take_over")
        assert not told(road)
        await says(road, "more")
        await until(road, lambda: answers(here) == ["said meanwhile", "more"])


async def test_of_two_new_sessions_of_one_name_each_gets_its_own_file(here: Workspace) -> None:
    first = lock.acquire(here, "2026-11-22-acme", now=NOON)
    assert isinstance(first, Held)
    with first:
        second = Opened.of_new(here, talk("Order"))
        assert second.close()
    assert here.ids() == ("2026-11-22-acme-2",)


# ---------------------------------------------------------------- drafts, and a fault of the program's own


async def test_a_correction_that_was_being_typed_comes_back_as_a_correction(here: Workspace) -> None:
    async with at_work(here, talk("Order", "soon", "late")) as road:
        screen(road).box.put("new half")
        await road.press("escape")
        screen(road).command_line.line.value = "edit 1"
        await road.press("enter")
        screen(road).box.put("sooner")
        assert screen(road).keep_draft()
    async with at_work(here, talk("Order", "soon", "late")) as road:
        assert screen(road).box.text == "sooner"
        await road.press("enter")
        assert [turn.answer for turn in screen(road).interview.session.goals[0].turns] == ["sooner", "late"]
        assert screen(road).box.text == "new half"


async def test_a_draft_that_is_an_answer_already_is_not_offered(here: Workspace) -> None:
    keep(here, ORDER)
    drafts.write(here, ORDER.id, Draft("soo", goal=ORDER.goals[0].id, question="Question 1?"))
    async with at_work(here) as road:
        assert screen(road).box.text == ""


async def break_down(here: Workspace) -> None:
    """A fault while half an answer stands in the box."""

    def divide() -> None:
        raise ZeroDivisionError("Anna")

    async with at_work(here) as road:
        screen(road).box.put("half a sen")
        road.app.call_later(divide)
        await road.pilot.pause()


async def test_a_fault_of_the_programs_own_keeps_every_word_and_shows_none(
    here: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await break_down(here)
    draft = drafts.read(here, ORDER.id)
    assert draft is not None
    assert draft.text == "half a sen"
    (line,) = log.faults()
    assert "ZeroDivisionError" in line
    assert "Anna" not in line
    assert "Anna" not in capsys.readouterr().err


async def test_the_library_stands_among_strange_files(here: Workspace) -> None:
    keep(here, ORDER)
    os.mkfifo(here.session_path("pipe"))
    shutil.copy("/bin/true", here.session_path("binary"))
    app = Brasstacks(here)
    async with app.run_test(size=WIDE) as pilot:
        road = Road(app, pilot)
        await road.settled()
        assert "3 sessions" in road.shown
        assert "pipe" in road.shown
