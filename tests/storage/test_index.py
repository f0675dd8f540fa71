"""The index says what the files say, whatever happened to either."""

import os
import sqlite3
import stat
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.storage import passages
from brasstacks.storage.index import Index
from brasstacks.storage.search import parse, search
from brasstacks.storage.workspace import Refusal, Workspace
from made import NOON, after, ids, talk
from shelves import held, keep


def found(index: Index, typed: str) -> list[str]:
    index.refresh()
    return [hit.entry.id for hit in search(index, parse(f"{typed} ")).hits]


def test_the_list_from_the_index_is_the_list_of_the_files(here: Workspace) -> None:
    keep(here, held("a", "one"), held("c", "two", minutes=5), held("b", "three", minutes=5))
    (here.sessions_dir / "broken.toml").write_text("[session\n")
    index = Index(here)
    index.refresh()
    assert index.page(0, 100) == here.list()
    assert index.page(1, 2) == here.list()[1:3]
    assert index.count() == 4


def test_what_did_not_change_is_not_read_again(here: Workspace) -> None:
    keep(here, held("a", "one"), held("b", "two"))
    index = Index(here)
    assert index.refresh()
    read: list[int] = []
    assert not index.refresh(tell=lambda done, _whole: read.append(done))
    keep(here, held("b", "three"))
    assert index.refresh(tell=lambda done, _whole: read.append(done))
    assert read == [1]


def test_a_session_that_changed_is_found_by_its_new_words_alone(here: Workspace) -> None:
    index = Index(here)
    keep(here, held("a", "the pallets are late"))
    assert found(index, "pallets") == ["a"]
    keep(here, held("a", "the lorries are late"))
    assert found(index, "pallets") == []
    assert found(index, "lorries") == ["a"]


def test_a_file_that_goes_goes_from_the_index(here: Workspace) -> None:
    index = Index(here)
    keep(here, held("a", "pallets"), held("b", "pallets"))
    assert found(index, "pallets") == ["b", "a"]
    here.session_path("a").unlink()
    assert found(index, "pallets") == ["b"]


def test_a_file_put_in_place_of_another_within_the_same_moment_is_noticed(here: Workspace) -> None:
    keep(here, held("a", "first words"))
    index, path = Index(here), here.session_path("a")
    assert found(index, "first") == ["a"]
    moment = path.stat().st_mtime_ns
    other = path.with_suffix(".new")
    other.write_text(path.read_text().replace("first words", "other words"))
    os.utime(other, ns=(moment, moment))
    other.replace(path)
    assert found(index, "other") == ["a"]


@pytest.mark.parametrize("harm", [b"", b"no database at all, but long enough to be taken for one" * 40])
def test_an_index_that_is_broken_is_made_anew(here: Workspace, harm: bytes) -> None:
    keep(here, held("a", "pallets"))
    index = Index(here)
    index.refresh()
    index.path.write_bytes(harm)
    assert found(Index(here), "pallets") == ["a"]


def test_an_index_that_was_cut_off_is_made_anew(here: Workspace) -> None:
    keep(here, *(held(f"s-{number}", "pallets " * 40) for number in range(30)))
    index = Index(here)
    index.refresh()
    whole = index.path.read_bytes()
    index.path.write_bytes(whole[: len(whole) // 2])
    assert len(found(Index(here), "pallets")) == 20


def test_an_index_of_another_version_is_made_anew(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    index = Index(here)
    index.refresh()
    with sqlite3.connect(index.path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert found(Index(here), "pallets") == ["a"]


def test_an_index_of_other_stems_is_made_anew(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    index = Index(here)
    index.refresh()
    index.use(lambda db: db.execute("UPDATE meta SET value = 'others'"))
    read: list[int] = []
    assert Index(here).refresh(tell=lambda done, _whole: read.append(done))
    assert read == [1]


def test_only_its_owner_reads_the_index(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    index = Index(here)
    index.refresh()
    modes: list[int] = []
    index.use(lambda _db: modes.extend(stat.S_IMODE(one.stat().st_mode) for one in here.hidden.glob("index*")))
    assert set(modes) == {0o600}


def test_where_the_disk_takes_no_index_it_lives_in_memory(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(here, held("a", "pallets"))

    def refuse(self: Index) -> sqlite3.Connection:
        raise PermissionError

    monkeypatch.setattr(Index, "_connect", refuse)
    index = Index(here)
    assert found(index, "pallets") == ["a"]
    assert index.page(0, 10) == here.list()
    assert not index.path.exists()


def test_reading_can_be_stopped_and_goes_on_where_it_was(here: Workspace) -> None:
    keep(here, *(held(f"s-{number}", "pallets") for number in range(5)))
    index = Index(here)
    read: list[int] = []
    index.refresh(tell=lambda done, _whole: read.append(done), stop=lambda: len(read) == 2)
    assert index.count() == 2
    index.refresh(tell=lambda _done, whole: read.append(whole))
    assert index.count() == 5
    assert read[2] == 3


def test_a_workspace_that_is_not_there_yet_gets_no_index(here: Workspace) -> None:
    none = Workspace(here.root / "none")
    assert not Index(none).refresh()
    assert not none.root.exists()


def test_a_table_that_nobody_knows_yet_is_searched_too(here: Workspace) -> None:
    keep(here, held("a", "one"))
    path = here.session_path("a")
    path.write_text(path.read_text() + '\n[[options]]\nid = "o-1"\ntitle = "a cheap trolley"\nagainst = ["rattles"]\n')
    index = Index(here)
    assert found(index, "trolley") == ["a"]
    assert found(index, "rattling") == ["a"]


def test_every_text_of_a_session_knows_where_it_stands() -> None:
    session = talk("Order", "they are late")
    goal = session.goals[0]
    session = editing.file_criterion(
        session, goal.id, now=NOON, new_id=lambda _p: "c-1", statement="on time", who="all"
    )
    session = editing.add_note(session, "he looked tired", now=NOON, new_id=ids())
    places = {one.text: (one.kind, one.goal, one.place) for one in passages.of_session(session)}
    assert places["they are late"] == ("turns.answer", goal.id, goal.turns[0].id)
    assert places["all"] == ("criteria.who", goal.id, "c-1")
    assert places["Order"] == ("goals.statement", goal.id, goal.id)
    assert places["he looked tired"] == ("notes.text", "", session.notes[0].id)


@given(text=st.text(max_size=60))
def test_any_text_goes_into_the_index_and_out_again(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    here = Workspace(tmp_path_factory.mktemp("any"))
    here.sessions_dir.mkdir()
    index = Index(here)
    keep(here, held("a", f"{text} pallet | {text}"))
    assert found(index, "pallets") == ["a"]
    here.session_path("a").unlink()
    assert found(index, "pallets") == []
    assert index.use(lambda db: db.execute("SELECT count(*) FROM found WHERE found MATCH 'pallet'").fetchone()) == (0,)


def test_a_file_that_cannot_be_read_is_known_with_its_reason(here: Workspace) -> None:
    (here.sessions_dir / "broken.toml").write_text("title = = 3")
    index = Index(here)
    index.refresh()
    (entry,) = index.page(0, 1)
    assert isinstance(entry, Refusal)
    assert "line 1, column 9" in entry.reason


def test_a_promise_that_was_carried_over_counts_once_and_as_its_newest_copy_says(here: Workspace) -> None:
    first = editing.add_follow_up(talk("Order"), "the offer", now=NOON, new_id=ids(), due="2026-11-23")
    second = editing.follow_on(first, "2026-11-24-acme", now=after(2880), new_id=ids())
    third = editing.follow_on(second, "2026-11-26-acme", now=after(5760), new_id=ids())
    keep(here, first, second, third)
    index, day = Index(here), date(2026, 11, 27)
    index.refresh()
    assert index.due(day) == 1
    ((entry, one),) = index.owing()
    assert (entry.id, one.text) == (third.id, "the offer")
    keep(here, editing.change_follow_up(third, one.id, now=after(5800), done=True))
    index.refresh()
    assert index.due(day) == 0
    assert index.owing() == ()
