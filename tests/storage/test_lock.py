"""Two programs on one session."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from filelock import FileLock

from brasstacks.storage import lock
from brasstacks.storage.lock import Held, HeldBy
from brasstacks.storage.workspace import Workspace
from conversations import NOON

OTHER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from brasstacks.storage import lock
from brasstacks.storage.workspace import Workspace
held = lock.acquire(Workspace(Path(sys.argv[1])), "x", now=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
print(type(held).__name__, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(here: Workspace) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OTHER, str(here.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "Held"
        try:
            yield process
        finally:
            process.kill()


def test_the_second_program_is_told_who_has_the_session(here: Workspace) -> None:
    with another_program(here) as process:
        held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, HeldBy)
    assert held.pid == process.pid
    assert "since 2026-11-22 09:30" in str(held)


def test_a_program_that_was_killed_holds_nothing(here: Workspace) -> None:
    with another_program(here) as process:
        process.kill()
        process.wait()
        held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    assert not held.warning
    held.release()


def test_another_session_is_free(here: Workspace) -> None:
    with another_program(here):
        held = lock.acquire(here, "y", now=NOON)
        assert isinstance(held, Held)
        held.release()


def test_a_session_that_was_let_go_can_be_taken_again(here: Workspace) -> None:
    for _ in range(2):
        held = lock.acquire(here, "x", now=NOON)
        assert isinstance(held, Held)
        with held:
            assert isinstance(lock.acquire(here, "x", now=NOON), HeldBy)
        held.release()


def test_a_holder_that_cannot_be_read_still_holds(here: Workspace) -> None:
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    with held:
        (here.locks_dir / "x.holder.toml").write_text("=")
        second = lock.acquire(here, "x", now=NOON)
    assert isinstance(second, HeldBy)
    assert "this computer" in str(second)


def test_where_no_lock_can_be_written_work_goes_on_with_a_warning(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    assert "not permitted" in held.warning
    held.release()


def test_where_the_disk_knows_no_locks_work_goes_on_with_a_warning(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def know_none(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(FileLock, "acquire", know_none)
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    assert "knows no locks" in held.warning


def test_what_a_program_that_is_gone_wrote_about_itself_locks_nobody_out(here: Workspace) -> None:
    with another_program(here) as process:
        process.kill()
        process.wait()
    assert (here.locks_dir / "x.holder.toml").is_file()
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    held.release()


def test_the_session_file_itself_is_never_touched_by_a_lock(here: Workspace) -> None:
    here.session_path("x").write_text("words")
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    with held:
        assert here.session_path("x").read_text() == "words"
