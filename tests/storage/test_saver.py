"""Saving in the background."""

import errno
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brasstacks.session import Session
from brasstacks.storage import aside, atomic, files
from brasstacks.storage.pages import Pages
from brasstacks.storage.saver import Saver, Saving, State
from brasstacks.storage.workspace import Workspace
from conversations import NOON, a_session

Make = Callable[..., Saver]


@pytest.fixture
def told() -> list[State]:
    return []


@pytest.fixture
def make(here: Workspace, told: list[State]) -> Iterator[Make]:
    made: list[Saver] = []

    def saver(*, since: str | None = None, retry_after: tuple[float, ...] = (60.0,)) -> Saver:
        made.append(
            Saver(
                here,
                here.session_path("x"),
                a_session("x"),
                since=since,
                clock=lambda: NOON,
                tell=told.append,
                retry_after=retry_after,
            ),
        )
        return made[-1]

    yield saver
    for one in made:
        one.close(1.0)


class Disk:
    """A disk that is full until it is not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = True
        self.tries = 0
        real = atomic.write

        def write(*args: object, **more: object) -> None:
            self.tries += 1
            if self.full:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(*args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(atomic, "write", write)


def with_term(term: str) -> Session:
    return a_session("x", fuzzy=(term,))


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_change_is_on_disk_once_it_was_waited_for(make: Make, here: Workspace) -> None:
    saver = make()
    saver.put(a_session("x"))
    assert saver.flush(5)
    assert files.load(here.session_path("x")).session == a_session("x")


def test_saved_is_said_only_when_it_is(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    real = atomic.write

    def slow(*args: object, **more: object) -> None:
        gate.wait(5)
        real(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "write", slow)
    saver = make()
    saver.put(a_session("x"))
    assert saver.state.saving is Saving.UNDER_WAY
    gate.set()
    assert saver.flush(5)
    assert str(saver.state) == "saved"


def test_of_many_changes_the_last_one_stands(make: Make, here: Workspace) -> None:
    saver = make()
    for number in range(50):
        saver.put(with_term(str(number)))
    assert saver.close()
    assert files.load(here.session_path("x")).session.fuzzy == ("49",)


def test_a_failure_is_told_with_its_reason(make: Make, told: list[State], monkeypatch: pytest.MonkeyPatch) -> None:
    Disk(monkeypatch)
    saver = make()
    saver.put(a_session("x"))
    assert not saver.flush(5)
    assert saver.state.saving is Saving.FAILED
    assert str(saver.state).startswith("not saved: ")
    assert "the disk is full" in told[-1].reason


def test_a_failed_save_is_tried_again_by_itself(make: Make, here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    saver = make(retry_after=(0.01,))
    saver.put(a_session("x"))
    until(lambda: disk.tries >= 3)
    disk.full = False
    until(lambda: saver.state.saving is Saving.SAVED)
    assert here.session_path("x").is_file()


def test_a_new_change_is_tried_at_once_after_a_failure(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    saver = make(retry_after=(60.0,))
    saver.put(with_term("one"))
    assert not saver.flush(5)
    disk.full = False
    saver.put(with_term("two"))
    until(lambda: saver.state.saving is Saving.SAVED)


def test_closing_waits_no_longer_than_it_is_told(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(atomic, "write", lambda *_, **__: gate.wait(5))
    saver = make()
    saver.put(a_session("x"))
    start = time.monotonic()
    assert not saver.close(0.05)
    assert time.monotonic() - start < 1
    gate.set()


# ---------------------------------------------------------------- what the file does not take is kept aside


def test_what_could_not_be_saved_is_kept_aside_until_it_is(
    make: Make, here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "save", refuse)
    saver = make()
    saver.put(with_term("one"))
    assert not saver.flush(5)
    assert saver.state.safe
    kept = aside.read(here, "x")
    assert kept is not None
    assert kept.session.fuzzy == ("one",)
    monkeypatch.undo()
    assert saver.flush(5)
    assert aside.read(here, "x") is None
    assert files.load(here.session_path("x")).session.fuzzy == ("one",)


def refuse(*_: object, **__: object) -> None:
    raise files.NotSaved("x.toml: the disk is read-only")


def test_a_word_that_is_nowhere_on_disk_is_not_called_safe(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    Disk(monkeypatch)
    saver = make()
    saver.put(a_session("x"))
    assert not saver.flush(5)
    assert not saver.state.safe


def test_a_trouble_lasts_through_the_next_tries(make: Make, told: list[State], monkeypatch: pytest.MonkeyPatch) -> None:
    Disk(monkeypatch)
    saver = make()
    saver.put(with_term("one"))
    assert not saver.flush(5)
    saver.put(with_term("two"))
    assert saver.state.saving is Saving.FAILED
    assert saver.state.reason


def test_a_fault_of_the_program_itself_does_not_end_the_saving(
    make: Make, monkeypatch: pytest.MonkeyPatch, log_of_faults: Path
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Hartley Foods")

    monkeypatch.setattr(Pages, "of", break_down)
    saver = make()
    saver.put(with_term("one"))
    assert not saver.flush(5)
    monkeypatch.undo()
    saver.put(with_term("two"))
    assert saver.flush(5)
    assert "ZeroDivisionError" in log_of_faults.read_text()
    assert "Hartley" not in log_of_faults.read_text()


# ---------------------------------------------------------------- two versions


def changed_by_somebody_else(here: Workspace) -> None:
    path = here.session_path("x")
    path.write_text(path.read_text().replace("one", "theirs"))


def test_a_file_changed_outside_is_not_overwritten_and_ours_is_kept_aside(make: Make, here: Workspace) -> None:
    saver = make()
    saver.put(with_term("one"))
    assert saver.flush(5)
    changed_by_somebody_else(here)
    saver.put(with_term("two"))
    assert not saver.flush(5)
    assert saver.state.saving is Saving.TWO_VERSIONS
    assert "changed by another program" in saver.state.reason
    assert files.load(here.session_path("x")).session.fuzzy == ("theirs",)
    kept = aside.read(here, "x")
    assert kept is not None
    assert kept.session.fuzzy == ("two",)


def test_a_change_outside_is_noticed_before_anything_is_saved(make: Make, here: Workspace) -> None:
    saver = make()
    saver.put(with_term("one"))
    assert saver.flush(5)
    changed_by_somebody_else(here)
    saver.look()
    until(lambda: saver.state.saving is Saving.TWO_VERSIONS)


def test_looking_at_a_file_that_nobody_changed_finds_nothing(
    make: Make, told: list[State], here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = threading.Event()
    real = files.changed_outside

    def look(path: Path, since: str | None) -> bool:
        changed = real(path, since)
        looked.set()
        return changed

    monkeypatch.setattr(files, "changed_outside", look)
    saver = make()
    saver.put(with_term("one"))
    assert saver.flush(5)
    saver.look()
    assert looked.wait(5)
    saver.put(with_term("two"))
    assert saver.flush(5)
    assert {one.saving for one in told} == {Saving.SAVED}


def test_ours_goes_over_theirs_once_the_person_says_so(make: Make, here: Workspace) -> None:
    saver = make()
    saver.put(with_term("one"))
    assert saver.flush(5)
    changed_by_somebody_else(here)
    saver.put(with_term("two"))
    assert not saver.flush(5)
    saver.go_over(files.load(here.session_path("x")).stamp)
    assert saver.flush(5)
    assert files.load(here.session_path("x")).session.fuzzy == ("two",)
    assert aside.read(here, "x") is None


def test_a_backup_of_comments_is_told(make: Make, here: Workspace, told: list[State]) -> None:
    path = here.session_path("x")
    path.write_text("# by hand\n" + files.to_toml(a_session("x")))
    saver = make(since=files.load(path).stamp)
    saver.put(with_term("new"))
    assert saver.flush(5)
    until(lambda: bool(told))
    assert "your comments" in told[-1].notice
