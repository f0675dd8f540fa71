"""What else may lie among the sessions: pipes, links, folders, giants, files of older programs."""

import os
import shutil
import socket
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from brasstacks.session import SCHEMA_VERSION
from brasstacks.storage import atomic, files, migrations
from brasstacks.storage.files import SessionUnreadable
from brasstacks.storage.workspace import Refusal, Workspace
from conversations import a_session
from roads import keep

RELEASED = Path(__file__).parent / "released"


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's name may not be long
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


def brackets_without_end(path: Path) -> None:
    path.write_text("x = " + "[" * 100_000)


def tables_without_end(path: Path) -> None:
    path.write_text("[" + "a." * 5000 + "a]\n")


def a_number_without_end(path: Path) -> None:
    path.write_text("schema_version = " + "9" * 10_000)


STRANGE = (
    a_pipe, a_folder, a_giant, a_link_to_nothing, a_link_to_itself, a_link_to_a_device, a_socket,
    brackets_without_end, tables_without_end, a_number_without_end,
)  # fmt: skip


@pytest.mark.parametrize("make", STRANGE)
def test_a_strange_file_is_refused_in_a_sentence_and_hides_no_other(
    here: Workspace, make: Callable[[Path], None]
) -> None:
    keep(here, a_session("fine"))
    make(here.session_path("strange"))
    entries = {entry.id: entry for entry in here.list()}
    assert not isinstance(entries["fine"], Refusal)
    strange = entries["strange"]
    assert isinstance(strange, Refusal)
    assert "\n" not in strange.reason
    assert len(strange.reason) < 400


@pytest.mark.parametrize("make", STRANGE)
def test_a_strange_file_is_never_saved_over(here: Workspace, make: Callable[[Path], None]) -> None:
    path = here.session_path("strange")
    make(path)
    before = path.lstat()
    try:
        files.save(a_session("strange"), path, since=None, backups=here.backups_dir)
    except files.NotSaved:
        after = path.lstat()
        assert (after.st_ino, after.st_size, after.st_mode) == (before.st_ino, before.st_size, before.st_mode)
    else:
        # A link that led nowhere leads to the session now.
        assert make is a_link_to_nothing


def test_nesting_is_told_with_its_line_and_its_key(here: Workspace) -> None:
    path = here.session_path("deep")
    path.write_text(
        files.to_toml(a_session("deep")).replace("schema_version = 1", f"schema_version = 1\nx = {'[' * 60}{']' * 60}")
    )
    with pytest.raises(SessionUnreadable, match="line 2: x: is nested"):
        files.load(path)


def test_a_session_that_no_program_could_read_again_is_not_written(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "MOST_BYTES", 100)
    with pytest.raises(files.NotSaved, match="has become larger"):
        files.save(a_session("x"), here.session_path("x"), since=None, backups=here.backups_dir)


# ---------------------------------------------------------------- names


COMPOSED, DECOMPOSED = "caff\u00e8", "caffe\u0300"


def test_a_name_is_found_however_its_accents_are_spelt(here: Workspace) -> None:
    shutil.copy(RELEASED / "1.toml", here.sessions_dir / f"{DECOMPOSED}.toml")
    assert here.resolve(COMPOSED).stem == DECOMPOSED


def test_two_names_that_differ_in_the_spelling_of_an_accent_are_two_sessions(here: Workspace) -> None:
    for name in (COMPOSED, DECOMPOSED):
        shutil.copy(RELEASED / "1.toml", here.sessions_dir / f"{name}.toml")
    assert [here.resolve(name).stem for name in (COMPOSED, DECOMPOSED)] == [COMPOSED, DECOMPOSED]
    assert len(here.list()) == 2


def test_the_longest_name_that_a_disk_takes_can_be_saved_and_backed_up(here: Workspace) -> None:
    path = here.sessions_dir / ("ж" * 120 + ".toml")
    path.write_text("# by hand\n" + files.to_toml(a_session("x")))
    loaded = files.load(path)
    saved = files.save(loaded.session, path, since=loaded.stamp, backups=here.backups_dir)
    assert saved.backup is not None
    assert saved.backup.is_file()


def test_a_name_that_no_disk_takes_is_told(here: Workspace) -> None:
    with pytest.raises(files.NotSaved, match="the name is too long"):
        files.save(a_session("x"), here.sessions_dir / ("ж" * 200 + ".toml"), since=None, backups=here.backups_dir)


# ---------------------------------------------------------------- versions


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_version_that_was_released_is_read_whole(here: Workspace, version: int) -> None:
    path = here.session_path(f"released-{version}")
    shutil.copy(RELEASED / f"{version}.toml", path)
    session = files.load(path).session
    assert session.schema_version == SCHEMA_VERSION
    assert session.client.people[0].decides
    assert session.goals[0].turns[0].answer == 'Nobody\n"asks twice"'
    assert session.goals[0].criteria[0].from_turns == ("t-4k7x",)
    assert session.goals[0].referral is not None
    assert session.follow_ups[0].done
    assert session.seconds == 40 * 60


def test_a_file_of_the_present_version_is_written_as_it_was_released(here: Workspace) -> None:
    path = here.session_path(f"released-{SCHEMA_VERSION}")
    shutil.copy(RELEASED / f"{SCHEMA_VERSION}.toml", path)
    assert files.to_toml(files.load(path).session) == path.read_text("utf-8")


def from_the_older(tables: Mapping[str, Any]) -> Mapping[str, Any]:
    """As if version 0 had called the client a customer."""
    return {**{key: value for key, value in tables.items() if key != "customer"}, "client": tables["customer"]}


def an_older_file(here: Workspace) -> Path:
    path = here.session_path("older")
    text = files.to_toml(a_session("older")).replace("[client]", "[customer]")
    path.write_text(text.replace("schema_version = 1", "schema_version = 0"))
    return path


def test_an_older_file_is_brought_up_in_memory_and_backed_up_before_it_is_saved(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(migrations.STEPS, 0, from_the_older)
    path = an_older_file(here)
    before = path.read_bytes()
    loaded = files.load(path)
    assert (loaded.version, loaded.session.client.name) == (0, "Acme")
    assert path.read_bytes() == before
    saved = files.save(loaded.session, path, since=loaded.stamp, backups=here.backups_dir)
    assert saved.backup is not None
    assert saved.backup.read_bytes() == before
    assert "version 0" in saved.notice
    assert files.load(path).version == SCHEMA_VERSION


def test_a_version_that_was_never_in_use_is_told(here: Workspace) -> None:
    with pytest.raises(SessionUnreadable, match="never in use: write 1"):
        files.load(an_older_file(here))


# ---------------------------------------------------------------- nothing is left lying about


def test_what_a_killed_save_left_behind_is_swept_away(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = here.session_path("x"), here.session_path("y")
    with monkeypatch.context() as killed:
        killed.setattr(os, "replace", lambda *_: os._exit)
        for one in (path, other):
            atomic.write(one, b"words")
    assert len(list(here.sessions_dir.iterdir())) == 2
    atomic.sweep(path)
    assert len(list(here.sessions_dir.iterdir())) == 1


def test_everything_in_a_workspace_is_its_owners_alone(here: Workspace) -> None:
    path = here.session_path("x")
    path.write_text("# by hand\n" + files.to_toml(a_session("x")))
    files.save(a_session("x"), path, since=files.load(path).stamp, backups=here.backups_dir)
    modes = {stat.S_IMODE(one.stat().st_mode) for one in here.backups_dir.rglob("*")}
    assert modes == {0o600}
    assert stat.S_IMODE(here.backups_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_without_end_makes_no_reason_without_end(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    table = ".".join("a" * 400)
    path.write_text(f"[{table}]\n[{table}]\n")
    with pytest.raises(SessionUnreadable, match="line 2, column") as refused:
        files.load(path)
    assert len(str(refused.value)) < len(str(path)) + 400
