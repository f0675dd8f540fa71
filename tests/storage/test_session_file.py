"""The record survives: the disk, hands that edit it, programs that come later."""

import errno
import os
import stat
import timeit
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from brasstacks.session import SCHEMA_VERSION, Goal, Session, Turn
from brasstacks.storage import files
from brasstacks.storage.faults import parse
from brasstacks.storage.files import ChangedOutside, NotSaved, SessionUnreadable, load, save, save_beside, to_toml
from brasstacks.storage.pages import Pages
from brasstacks.storage.workspace import Workspace
from conversations import HOSTILE, NOON, a_session, concrete, sessions


def saved(here: Workspace, session: Session, since: str | None = None) -> files.Saved:
    return save(session, here.session_path(session.id), since=since, backups=here.backups_dir)


def written(here: Workspace, text: str, name: str = "by-hand") -> Path:
    path = here.session_path(name)
    path.write_text(text, encoding="utf-8")
    return path


@given(sessions)
def test_any_session_is_the_same_after_a_save_and_a_load(session: Session) -> None:
    assert Session.model_validate(parse(to_toml(session))) == session


@given(sessions)
def test_a_session_that_was_loaded_is_written_letter_for_letter_as_before(session: Session) -> None:
    text = to_toml(session)
    assert to_toml(Session.model_validate(parse(text))) == text


@given(sessions, sessions)
def test_pages_that_were_of_another_session_write_this_one_as_it_is(one: Session, other: Session) -> None:
    pages = Pages()
    for session in (one, other, one, one):
        assert pages.of(session) == to_toml(session).encode()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_client_says_is_kept_letter_for_letter(here: Workspace, hostile: str) -> None:
    session = a_session("x", Goal(id="g-1", statement=hostile, turns=(Turn(id="t-1", answer=hostile),)))
    saved(here, session)
    assert load(here.session_path("x")).session == session


def test_half_a_character_is_written_as_a_question_mark_and_loses_nothing_else(here: Workspace) -> None:
    session = a_session("x", Goal.model_construct(id="g-1", statement="caf\ud800e"))
    saved(here, session)
    assert load(here.session_path("x")).session.goals[0].statement == "caf?e"


def test_keys_of_a_later_program_survive_at_every_level(here: Workspace) -> None:
    path = written(
        here,
        to_toml(a_session("by-hand", Goal(id="g-1", statement="x", turns=(Turn(id="t-1"),))))
        .replace("schema_version = 1", 'schema_version = 1\nmood = "fine"')
        .replace('id = "t-1"', 'id = "t-1"\naudio = [1.5, 2.5]'),
    )
    loaded = load(path)
    save(loaded.session, path, since=loaded.stamp, backups=here.backups_dir)
    text = path.read_text("utf-8")
    assert 'mood = "fine"' in text
    assert parse(text)["goals"][0]["turns"][0]["audio"] == [1.5, 2.5]


def test_one_more_turn_adds_lines_and_changes_none_but_the_moment() -> None:
    short = Goal(id="g-1", statement="x", turns=(Turn(id="t-1", answer="one"),))
    long = Goal(id="g-1", statement="x", turns=(*short.turns, Turn(id="t-2", answer="two")))
    before, after = to_toml(a_session("x", short)).splitlines(), to_toml(a_session("x", long)).splitlines()
    assert [line for line in before if line not in after] == []


def test_what_is_empty_is_not_written() -> None:
    text = to_toml(a_session("x", Goal(id="g-1", statement="y", turns=(Turn(id="t-1"),), criteria=(concrete(),))))
    assert '""' not in text
    assert "false" not in text


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read(here: Workspace) -> None:
    session = a_session("by-hand", Goal(id="g-1", statement="two\nlines"))
    path = here.session_path("by-hand")
    path.write_bytes(b"\xef\xbb\xbf" + to_toml(session).replace("\n", "\r\n").encode())
    assert load(path).session == session


def test_a_file_that_was_renamed_by_hand_is_the_session_of_its_new_name(here: Workspace) -> None:
    saved(here, a_session("old"))
    here.session_path("old").rename(here.session_path("new"))
    assert load(here.session_path("new")).session.id == "new"


# ---------------------------------------------------------------- faults of a file, and their places


def refused(path: Path) -> str:
    with pytest.raises(SessionUnreadable) as error:
        load(path)
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(f"{path}: ")


def test_a_fault_of_toml_is_told_with_line_and_column(here: Workspace) -> None:
    assert refused(written(here, "schema_version = 1\ntitle = = 3\n")).startswith("line 2, column 9: not TOML")


def test_a_file_cut_off_is_told_to_end_too_early(here: Workspace) -> None:
    assert "not TOML" in refused(written(here, to_toml(a_session("by-hand"))[:-2]))


def test_a_merge_that_git_left_undecided_is_called_one(here: Workspace) -> None:
    both = 'schema_version = 1\n<<<<<<< HEAD\ntitle = "A"\n=======\ntitle = "B"\n>>>>>>> other\n'
    assert refused(written(here, both)).startswith("line 2: git left two versions here")


def test_a_fault_of_a_field_is_told_with_its_line_and_its_place_as_people_count(here: Workspace) -> None:
    goals = (
        Goal(id="g-1", statement="first"),
        Goal(id="g-2", statement="second", turns=(Turn(id="t-1", answered=NOON, answer="[[goals]]\nanswered = 3"),)),
    )
    text = to_toml(a_session("by-hand", *goals)).replace("answered = 2026-11-22T12:00:00+01:00", 'answered = "soon"')
    line = text.splitlines().index('answered = "soon"') + 1
    assert refused(written(here, text)).startswith(f"line {line}: goals.2.turns.1.answered: is not a moment: write one")


def test_a_missing_field_is_told_with_the_line_of_its_table(here: Workspace) -> None:
    text = to_toml(a_session("by-hand", Goal(id="g-1", statement="first"))).replace('statement = "first"\n', "")
    line = text.splitlines().index("[[goals]]") + 1
    assert refused(written(here, text)) == f"line {line}: goals.1.statement: is missing: add it"


def test_a_word_that_is_none_of_those_that_may_stand_there_is_told_with_them(here: Workspace) -> None:
    text = to_toml(a_session("by-hand")).replace('status = "open"', 'status = "done"')
    assert "session.status: is 'done': write 'open' or 'closed'" in refused(written(here, text))


def test_an_id_that_stands_twice_is_told(here: Workspace) -> None:
    text = to_toml(a_session("by-hand", Goal(id="g-1", statement="a"), Goal(id="g-2", statement="b")))
    assert "the id 'g-1' stands twice" in refused(written(here, text.replace("g-2", "g-1")))


def test_several_faults_are_counted(here: Workspace) -> None:
    assert "(and 1 more)" in refused(written(here, "schema_version = 1\n"))


def test_a_file_that_is_not_utf_8_is_told_with_its_line(here: Workspace) -> None:
    path = here.session_path("by-hand")
    path.write_bytes('schema_version = 1\ntitle = "caffè"'.encode("latin-1"))
    assert refused(path) == "line 2: not UTF-8: save the file as UTF-8"


def test_a_file_that_is_not_there_is_told(here: Workspace) -> None:
    assert refused(here.session_path("nobody")) == "cannot be read: no such file or directory"


@given(text=sessions.map(to_toml), data=...)
def test_a_file_cut_anywhere_is_read_or_refused_in_a_sentence(text: str, data: int) -> None:
    try:
        Session.model_validate(parse(text[: data % (len(text) + 1)]))
    except ValueError:
        return


def test_a_file_that_cannot_be_read_is_never_overwritten(here: Workspace) -> None:
    path = written(here, "title = = 3")
    with pytest.raises(ChangedOutside):
        saved(here, a_session("by-hand"))
    assert path.read_text() == "title = = 3"


# ---------------------------------------------------------------- versions


def test_a_file_of_a_newer_program_is_opened_to_read_only(here: Workspace) -> None:
    newer = to_toml(a_session("by-hand")).replace("schema_version = 1", f"schema_version = {SCHEMA_VERSION + 1}")
    loaded = load(written(here, newer))
    assert "newer brasstacks" in loaded.read_only_reason
    with pytest.raises(NotSaved, match="newer brasstacks"):
        save(loaded.session, loaded.path, since=loaded.stamp, backups=here.backups_dir)


def test_a_file_of_a_newer_program_that_has_changed_its_shape_says_so(here: Workspace) -> None:
    assert "update brasstacks" in refused(written(here, f"schema_version = {SCHEMA_VERSION + 1}"))


# ---------------------------------------------------------------- other hands


def test_a_file_changed_outside_is_not_overwritten_and_both_are_kept(here: Workspace) -> None:
    since = saved(here, a_session("x")).stamp
    path = here.session_path("x")
    path.write_text(path.read_text().replace("Projects", "Theirs"))
    ours = a_session("x", fuzzy=("ours",))
    with pytest.raises(ChangedOutside):
        saved(here, ours, since)
    beside = save_beside(ours, path, now=NOON, backups=here.backups_dir)
    assert beside.path.name == "x.conflict-20261122T120000.toml"
    assert load(beside.path).session.fuzzy == ("ours",)
    assert load(path).session.session.title == "Theirs"


def test_a_file_that_was_only_touched_is_not_changed(here: Workspace) -> None:
    since = saved(here, a_session("x")).stamp
    here.session_path("x").touch()
    saved(here, a_session("x", fuzzy=("ours",)), since)


def test_a_file_that_was_deleted_outside_is_written_again(here: Workspace) -> None:
    since = saved(here, a_session("x")).stamp
    here.session_path("x").unlink()
    saved(here, a_session("x"), since)
    assert here.session_path("x").is_file()


def test_a_new_session_does_not_overwrite_one_that_is_there(here: Workspace) -> None:
    saved(here, a_session("x"))
    with pytest.raises(ChangedOutside):
        saved(here, a_session("x", fuzzy=("other",)))


def test_comments_by_hand_are_backed_up_once_before_the_first_overwriting(here: Workspace) -> None:
    path = written(here, "# ask about Lent\n" + to_toml(a_session("by-hand")))
    loaded = load(path)
    assert loaded.had_comments
    first = save(loaded.session, path, since=loaded.stamp, backups=here.backups_dir)
    second = save(loaded.session, path, since=first.stamp, backups=here.backups_dir)
    assert first.backup is not None
    assert first.backup.read_text().startswith("# ask about Lent")
    assert second.backup is None
    assert list(here.backups_dir.iterdir()) == [first.backup]


@pytest.mark.parametrize("text", ['"# no"', "'# no'", '"""\n# no\n"""', "'''\n# no'''", '"\\" # no"'])
def test_a_hash_inside_a_text_is_no_comment(here: Workspace, text: str) -> None:
    assert not load(written(here, f"mood = {text}\n" + to_toml(a_session("by-hand")))).had_comments


# ---------------------------------------------------------------- the disk


def test_a_session_is_read_by_its_owner_alone(here: Workspace) -> None:
    saved(here, a_session("x"))
    assert stat.S_IMODE(here.session_path("x").stat().st_mode) == 0o600


def test_a_file_is_on_disk_before_it_takes_its_place_and_the_folder_after(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        order.append("folder" if stat.S_ISDIR(found.st_mode) else f"file of {found.st_size} bytes")
        real_sync(descriptor)

    def take_place(source: str, target: Path) -> None:
        order.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", take_place)
    saved(here, a_session("x"))
    assert order == [f"file of {here.session_path('x').stat().st_size} bytes", "replace", "folder"]


def test_a_change_at_the_last_moment_before_the_replacing_is_noticed(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = saved(here, a_session("x")).stamp
    path = here.session_path("x")
    real = os.fsync

    def sync(descriptor: int) -> None:
        path.write_text("theirs")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(ChangedOutside):
        saved(here, a_session("x", fuzzy=("ours",)), since)
    assert path.read_text() == "theirs"


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "not permitted"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "gives errors"),
    ],
)
def test_a_disk_that_refuses_is_told_and_the_file_stands_as_it_was(
    here: Workspace, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    since = saved(here, a_session("x")).stamp
    before = here.session_path("x").read_bytes()
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(NotSaved, match=said):
        saved(here, a_session("x", fuzzy=("new",)), since)
    assert here.session_path("x").read_bytes() == before
    assert [path.name for path in here.sessions_dir.iterdir()] == ["x.toml"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="the folder is not there"):
        save(a_session("x"), tmp_path / "mount" / "x.toml", since=None, backups=tmp_path)


def test_a_link_goes_on_pointing_to_the_file(here: Workspace, tmp_path: Path) -> None:
    since = saved(here, a_session("x")).stamp
    real = tmp_path / "elsewhere.toml"
    here.session_path("x").rename(real)
    here.session_path("x").symlink_to(real)
    saved(here, a_session("x", fuzzy=("new",)), since)
    assert here.session_path("x").is_symlink()
    assert '"new"' in real.read_text()


def test_a_long_conversation_is_ready_for_the_disk_well_within_a_tenth_of_a_second() -> None:
    turns = tuple(
        Turn(id=f"t-{n}", asked=NOON, answered=NOON + timedelta(seconds=n), question="How?", answer="word " * 60)
        for n in range(200)
    )
    session = a_session("x", Goal(id="g-1", statement="x", turns=turns))
    assert min(timeit.repeat(lambda: to_toml(session), number=1, repeat=5)) < 0.1
