"""Where the sessions are, and what a list of them says."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from brasstacks.session import CriterionStatus, Goal, Session
from brasstacks.storage import files, workspace
from brasstacks.storage.workspace import Refusal, Summary, Workspace
from conversations import NOON, a_session, concrete


def saved(here: Workspace, session: Session) -> None:
    files.save(session, here.session_path(session.id), since=None, backups=here.backups_dir)


def held(session_id: str, days: int) -> Session:
    session = a_session(session_id)
    updated = NOON + timedelta(days=days)
    return session.model_copy(update={"session": session.session.model_copy(update={"updated": updated})})


def test_a_workspace_is_entered_by_its_owner_alone(here: Workspace) -> None:
    for folder in (here.root, here.sessions_dir, here.banks_dir, here.hidden):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_workspace_keeps_its_locks_and_drafts_out_of_a_repository(here: Workspace) -> None:
    assert ".brasstacks/" in (here.root / ".gitignore").read_text().splitlines()


def test_making_a_workspace_again_changes_nothing_in_it(here: Workspace) -> None:
    (here.root / ".gitignore").write_text("mine\n")
    saved(here, a_session("x"))
    workspace.init(here.root)
    assert (here.root / ".gitignore").read_text() == "mine\n"
    assert here.ids() == ("x",)


def test_the_workspace_named_comes_first(tmp_path: Path) -> None:
    found = workspace.find(tmp_path / "named", {"BRASSTACKS_WORKSPACE": "/elsewhere"}, tmp_path)
    assert found.root == tmp_path / "named"


def test_the_environment_comes_second(here: Workspace, tmp_path: Path) -> None:
    assert workspace.find(None, {"BRASSTACKS_WORKSPACE": str(tmp_path)}, here.root).root == tmp_path


def test_a_workspace_named_from_where_one_stands_is_found_from_there(tmp_path: Path) -> None:
    assert workspace.find(Path("work"), {}, tmp_path).root == tmp_path / "work"


def test_the_folder_one_stands_in_comes_third_when_it_is_a_workspace(here: Workspace) -> None:
    assert workspace.find(None, {}, here.root) == here


def test_else_it_is_the_persons_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_args, **_more: str(tmp_path / "own"))
    assert workspace.find(None, {"BRASSTACKS_WORKSPACE": ""}, tmp_path).root == tmp_path / "own"


def test_a_session_opened_by_its_path_belongs_to_the_workspace_around_it(here: Workspace, tmp_path: Path) -> None:
    assert workspace.of_session(here.session_path("x")).root == here.root.resolve()
    assert workspace.of_session(tmp_path / "x.toml").root == tmp_path.resolve()


@pytest.mark.parametrize("bad", ["../../x", "a/b", "", ".hidden", "a\x00b", "a" * 200])
def test_no_id_leads_out_of_the_workspace(here: Workspace, bad: str) -> None:
    with pytest.raises(ValueError, match="is no id"):
        here.session_path(bad)


def test_sessions_are_listed_the_newest_first(here: Workspace) -> None:
    for number, name in enumerate(("b", "c", "a")):
        saved(here, held(name, number))
    assert [entry.id for entry in here.list()] == ["a", "c", "b"]


def test_a_file_that_cannot_be_read_says_why_and_hides_no_other(here: Workspace) -> None:
    saved(here, a_session("fine"))
    here.session_path("broken").write_text("title = = 3")
    entries = {entry.id: entry for entry in here.list()}
    assert isinstance(entries["fine"], Summary)
    broken = entries["broken"]
    assert isinstance(broken, Refusal)
    assert "line 1, column 9" in broken.reason


def test_a_list_counts_the_criteria_that_a_stranger_could_check(here: Workspace) -> None:
    criteria = (
        concrete("c-1"),
        concrete("c-2", threshold=""),
        concrete("c-3", status=CriterionStatus.REJECTED),
    )
    saved(here, a_session("x", Goal(id="g-1", statement="culture", criteria=criteria)))
    (entry,) = here.list()
    assert isinstance(entry, Summary)
    assert (entry.goals, entry.concrete) == (1, 1)


def test_a_workspace_that_is_not_there_yet_has_no_sessions(tmp_path: Path) -> None:
    assert Workspace(tmp_path / "none").list() == ()


def test_what_a_save_left_half_written_is_no_session(here: Workspace) -> None:
    (here.sessions_dir / ".x.toml.abc.tmp").write_text("half")
    (here.sessions_dir / ".y.toml").write_text("hidden")
    assert here.ids() == ()


def test_a_session_is_found_by_its_path_its_id_or_the_beginning_of_it(here: Workspace) -> None:
    saved(here, a_session("2026-11-22-acme"))
    saved(here, a_session("2026-11-23-hartley"))
    path = here.session_path("2026-11-22-acme")
    assert here.resolve(str(path)) == path
    assert here.resolve("2026-11-22-acme") == path
    assert here.resolve("2026-11-22") == path


def test_an_id_that_begins_another_is_itself(here: Workspace) -> None:
    saved(here, a_session("acme"))
    saved(here, a_session("acme-2"))
    assert here.resolve("acme") == here.session_path("acme")


def test_a_beginning_of_several_ids_is_told_with_them(here: Workspace) -> None:
    saved(here, a_session("acme-1"))
    saved(here, a_session("acme-2"))
    with pytest.raises(LookupError, match="acme-1, acme-2"):
        here.resolve("acme")


def test_an_unknown_session_is_told_with_those_that_exist(here: Workspace) -> None:
    saved(here, a_session("acme"))
    with pytest.raises(LookupError, match="there are: acme"):
        here.resolve("hartley")
