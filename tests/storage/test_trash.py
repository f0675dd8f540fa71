"""What is deleted can be had back, until the trash is emptied."""

import stat
from datetime import timedelta

import pytest

from brasstacks.session import Session
from brasstacks.storage import drafts, files, trash
from brasstacks.storage.workspace import Refusal, Summary, Workspace
from made import NOON, after
from shelves import held, keep, taken


def deleted(here: Workspace, session: Session, minutes: float = 0) -> trash.Trashed:
    keep(here, session)
    return trash.delete(here, here.session_path(session.id), now=after(minutes))


def test_a_deleted_session_is_in_the_trash_and_nowhere_else(here: Workspace) -> None:
    deleted(here, held("a", "pallets"))
    assert here.ids() == ()
    (one,) = trash.listed(here)
    assert one.deleted == NOON
    assert isinstance(one.entry, Summary)
    assert (one.id, one.entry.client) == ("a", "Anna")


def test_it_comes_back_as_it_was(here: Workspace) -> None:
    session = held("a", "pallets")
    path = trash.restore(here, deleted(here, session))
    assert path == here.session_path("a")
    assert files.load(path).session == session
    assert trash.listed(here) == ()


def test_what_stood_in_the_box_goes_and_comes_along(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    drafts.write(here, "a", drafts.Draft("half a sen"))
    one = trash.delete(here, here.session_path("a"), now=NOON)
    assert drafts.read(here, "a") is None
    trash.restore(here, one)
    draft = drafts.read(here, "a")
    assert draft is not None
    assert draft.text == "half a sen"


def test_where_another_has_its_name_it_comes_back_under_the_next(here: Workspace) -> None:
    first = deleted(here, held("a", "first"))
    second = deleted(here, held("a", "second"), 1)
    keep(here, held("a", "third"))
    assert trash.restore(here, second).name == "a-2.toml"
    assert trash.restore(here, first).name == "a-3.toml"
    answers = [files.load(here.session_path(one)).session.goals[0].turns[0].answer for one in ("a", "a-2", "a-3")]
    assert answers == ["third", "second", "first"]


def test_what_was_deleted_last_is_listed_first(here: Workspace) -> None:
    deleted(here, held("a"))
    deleted(here, held("b"), 1)
    assert [one.id for one in trash.listed(here)] == ["b", "a"]


def test_a_file_that_cannot_be_read_can_be_deleted_and_had_back(here: Workspace) -> None:
    path = here.sessions_dir / "broken.toml"
    path.write_bytes(b"\xff = =")
    trash.delete(here, path, now=NOON)
    (one,) = trash.listed(here)
    assert isinstance(one.entry, Refusal)
    assert trash.restore(here, one).read_bytes() == b"\xff = ="


def test_a_session_that_is_open_elsewhere_is_not_deleted_and_it_is_said_who_has_it(here: Workspace) -> None:
    keep(here, held("a"))
    with (
        taken(here, "a"),
        pytest.raises(trash.InUse, match=r"a: open in another brasstacks \(process \d+"),
    ):
        trash.delete(here, here.session_path("a"), now=NOON)
    assert here.ids() == ("a",)


def test_what_is_not_in_the_trash_any_more_does_not_come_back(here: Workspace) -> None:
    one = deleted(here, held("a"))
    trash.restore(here, one)
    with pytest.raises(FileNotFoundError):
        trash.restore(here, one)
    assert here.ids() == ("a",)


def test_emptied_the_trash_keeps_nothing_nor_do_the_backups(here: Workspace) -> None:
    keep(here, held("a"), held("ab"))
    for name in ("a", "ab"):
        path = here.session_path(name)
        path.write_text("# by hand\n" + path.read_text())
        keep(here, held(name, "changed"))
    drafts.write(here, "a", drafts.Draft("half a sen"))
    one = trash.delete(here, here.session_path("a"), now=NOON)
    assert len(trash.files_of(here, one)) == 3
    trash.empty(here, trash.listed(here))
    assert trash.listed(here) == ()
    assert not list(trash.folder(here).iterdir())
    assert [path.name[:3] for path in here.backups_dir.iterdir()] == ["ab-"]


def test_the_backups_of_a_session_that_lives_stay(here: Workspace) -> None:
    one = deleted(here, held("a"))
    keep(here, held("a", "again"))
    assert trash.files_of(here, one) == (one.path,)


def test_the_trash_is_for_its_owner_alone(here: Workspace) -> None:
    one = deleted(here, held("a"))
    assert stat.S_IMODE(trash.folder(here).stat().st_mode) == 0o700
    assert stat.S_IMODE(one.path.stat().st_mode) == 0o600
    assert one.deleted + timedelta(0) == NOON
