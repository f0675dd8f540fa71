"""Sessions that could not be saved to their files are found again."""

import stat

from brasstacks.storage import aside, files, lock
from brasstacks.storage.lock import Held
from brasstacks.storage.workspace import Workspace
from conversations import NOON, a_session
from roads import keep

OURS = a_session("x", fuzzy=("ours",))


def test_a_session_is_kept_aside_with_what_it_was_to_be_written_over(here: Workspace) -> None:
    aside.keep(here, "x", OURS, over="abc")
    assert aside.read(here, "x") == aside.Aside(OURS, "abc")
    assert stat.S_IMODE(aside.path_of(here, "x").stat().st_mode) == 0o600


def test_a_session_that_never_had_a_file_is_kept_aside_over_nothing(here: Workspace) -> None:
    aside.keep(here, "x", OURS, over=None)
    kept = aside.read(here, "x")
    assert kept is not None
    assert kept.over is None


def test_what_cannot_be_read_is_not_taken_up_and_not_taken_away(here: Workspace) -> None:
    aside.keep(here, "x", OURS, over=None)
    aside.path_of(here, "x").write_text("title = = 3")
    aside.bring_back(here, now=NOON)
    assert aside.read(here, "x") is None
    assert aside.path_of(here, "x").is_file()


def test_a_session_without_a_file_gets_one(here: Workspace) -> None:
    aside.keep(here, "x", OURS, over=None)
    aside.bring_back(here, now=NOON)
    assert files.load(here.session_path("x")).session == OURS
    assert aside.read(here, "x") is None


def test_a_session_that_has_a_file_waits_until_it_is_opened(here: Workspace) -> None:
    keep(here, a_session("x"))
    aside.keep(here, "x", OURS, over=None)
    aside.bring_back(here, now=NOON)
    assert files.load(here.session_path("x")).session == a_session("x")
    assert aside.read(here, "x") is not None


def test_a_session_that_another_program_has_open_is_left_to_it(here: Workspace) -> None:
    aside.keep(here, "x", OURS, over=None)
    held = lock.acquire(here, "x", now=NOON)
    assert isinstance(held, Held)
    with held:
        aside.bring_back(here, now=NOON)
    assert not here.session_path("x").exists()
