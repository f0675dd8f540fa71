"""A client who is forgotten is nowhere in the workspace, and it is said what is out of reach."""

from pathlib import Path

import pytest

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage import aside, atomic, drafts, forget, trash
from brasstacks.storage.index import Index
from brasstacks.storage.search import parse, search
from brasstacks.storage.workspace import Workspace
from made import NOON
from shelves import held, keep, taken

NAME = "Zebedee Quux"


def of_client(session_id: str, *answers: str, organisation: str = "") -> Session:
    session = held(session_id, *answers, client=NAME)
    return editing.changed(session, client=editing.changed(session.client, organisation=organisation))


def filled(here: Workspace) -> Index:
    """A workspace with a session of theirs in each place where one can be, and one of somebody else's."""
    keep(here, of_client("quux-1", "marzipan"), of_client("quux-2"), held("other", "pallets"))
    path = here.session_path("quux-1")
    path.write_text("# by hand\n" + path.read_text())
    keep(here, of_client("quux-1", "marzipan", "more"))
    drafts.write(here, "quux-1", drafts.Draft("half of it"))
    trash.delete(here, here.session_path("quux-2"), now=NOON)
    aside.keep(here, "quux-1", of_client("quux-1", "unsaved marzipan"), over=None)
    # One that never came to a file, for the disk took none.
    aside.keep(here, "quux-3", of_client("quux-3", "marzipan of the third"), over=None)
    drafts.write(here, "quux-3", drafts.Draft("half of it, too"))
    index = Index(here)
    index.refresh()
    return index


def killed_while_writing(path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a kill in the midst of a write leaves behind."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("brasstacks.storage.atomic.os.replace", killed)
        patched.setattr("brasstacks.storage.atomic.Path.unlink", lambda *_args, **_named: None)
        with pytest.raises(KeyboardInterrupt):
            atomic.write(path, text.encode())


def everything(here: Workspace) -> bytes:
    """All that the workspace holds, names and contents."""
    files = [path for path in here.root.rglob("*") if path.is_file()]
    return b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in files)


def test_forgotten_a_client_leaves_no_trace(here: Workspace) -> None:
    index = filled(here)
    forget.forget(index, forget.plan(index, NAME, "", now=NOON), now=NOON)
    left = everything(here)
    for word in (b"quux", b"Quux", b"Zebedee", b"zebede", b"marzipan", b"half of it"):
        assert word not in left
    assert [hit.entry.id for hit in search(index, parse("pallet ")).hits] == ["other"]


def test_what_a_kill_left_half_written_goes_too(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    index = filled(here)
    killed_while_writing(here.session_path("quux-1"), "marz", monkeypatch)
    killed_while_writing(drafts.path_of(here, "quux-3"), "marzip", monkeypatch)
    killed_while_writing(here.backups_dir / "some.toml", f'name = "{NAME}"\nanswer = "marzipan"', monkeypatch)
    killed_while_writing(here.session_path("other"), "pallets", monkeypatch)
    assert len(list(here.root.rglob(".*.tmp"))) == 4
    forget.forget(index, forget.plan(index, NAME, "", now=NOON), now=NOON)
    assert b"marz" not in everything(here)
    assert len(list(here.root.rglob(".*.tmp"))) == 1


def test_it_is_shown_first_what_would_go(here: Workspace) -> None:
    index = filled(here)
    found = forget.plan(index, NAME, "", now=NOON)
    assert [path.name for path in found.sessions] == ["quux-1.toml"]
    assert len(found.trashed) == len(found.backups) == 1
    assert sorted(path.relative_to(here.hidden).as_posix() for path in found.drafts) == [
        "aside/quux-1.toml",
        "aside/quux-3.toml",
        "drafts/quux-1.toml",
        "drafts/quux-3.toml",
    ]
    assert all(path.exists() for path in found.files)


def test_while_a_session_of_theirs_is_open_elsewhere_nothing_goes(here: Workspace) -> None:
    index = filled(here)
    with taken(here, "quux-1"):
        found = forget.plan(index, NAME, "", now=NOON)
        assert "quux-1: open in another brasstacks" in found.open_elsewhere[0]
        with pytest.raises(trash.InUse):
            forget.forget(index, found, now=NOON)
    assert all(path.exists() for path in (*found.sessions, *found.trashed, *found.backups, *found.drafts))


def test_a_client_of_the_same_name_elsewhere_is_somebody_else(here: Workspace) -> None:
    keep(here, of_client("a", organisation="Acme"), of_client("b", organisation="Brill"))
    index = Index(here)
    found = forget.plan(index, NAME.upper(), "acme ", now=NOON)
    assert [path.stem for path in found.sessions] == ["a"]
    assert set(forget.clients(index).values()) == {(NAME, "Acme"), (NAME, "Brill")}


def test_it_is_said_where_the_name_stands_in_what_stays(here: Workspace) -> None:
    keep(here, of_client("a"), held("other", f"we asked {NAME} too"))
    (here.sessions_dir / "broken.toml").write_text(f"{NAME} = = 1")
    found = forget.plan(Index(here), NAME, "", now=NOON)
    assert found.mentioned == ("other",)
    assert [path.name for path in found.unread] == ["broken.toml"]


def test_it_is_said_when_the_workspace_stands_in_a_repository(here: Workspace) -> None:
    keep(here, of_client("a"))
    assert forget.plan(Index(here), NAME, "", now=NOON).repository is None
    (here.root.parent / ".git").mkdir()
    assert forget.plan(Index(here), NAME, "", now=NOON).repository == here.root.parent


def test_the_file_is_asked_whose_it_is_and_not_the_index(here: Workspace) -> None:
    keep(here, of_client("a"))
    index = Index(here)
    index.refresh()
    keep(here, held("a"))
    assert forget.plan(index, NAME, "", now=NOON).files == ()
