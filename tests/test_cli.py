"""The command line: what people and scripts ask for, and what they are told when it cannot be had."""

import errno
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brasstacks import editing
from brasstacks.cli import main
from brasstacks.session import Goal, Session, Turn
from brasstacks.storage import aside, files, log, shipped
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.workspace import Workspace
from conversations import HOSTILE, NOON, a_session, concrete

ROW = {"id": "a-1", "text": "People will be more responsible, usually.", "lang": "en", "question": "How?"}
CHAIN = {
    "id": "c-1",
    "lang": "en",
    "goal": "A higher culture",
    "turns": [{"question": "How will you know?", "answer": "people will be more responsible"}],
}


@pytest.fixture(autouse=True)
def at_home(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRASSTACKS_WORKSPACE", str(here.root))
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put lines on standard input: objects as JSON, texts as they are."""

    def put(*rows: object) -> None:
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        raw = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))

    return put


Captured = pytest.CaptureFixture[str]


def saved(here: Workspace, session: Session) -> Path:
    path = here.session_path(session.id)
    files.save(session, path, since=None, backups=here.backups_dir)
    return path


def hartley(session_id: str = "2026-11-03-hartley") -> Session:
    turns = (
        Turn(id="t-1", question="Who?", answer='the lead, "on Fridays"'),
        Turn(id="t-2", answer="more transparent"),
    )
    criterion = concrete(from_turns=("t-1",))
    return a_session(session_id, Goal(id="g-1", statement="Order on the dock", turns=turns, criteria=(criterion,)))


def refused(code: int, capsys: Captured, *argv: str) -> str:
    assert main(argv) == code
    said = capsys.readouterr().err
    assert said.startswith("brasstacks: ")
    assert said.count("\n") == 1
    return said


# ---------------------------------------------------------------- read and follow, for scripts


def test_a_reading_comes_out_for_each_line_in_order(feed: Callable[..., None], capsys: Captured) -> None:
    feed(ROW, {"id": "a-2", "text": "Каждый менеджер называет свои проекты"}, {**ROW, "id": 3})
    assert main(["read", "--jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["a-1", "a-2", 3]
    assert [row["lang"] for row in rows] == ["en", "ru", "en"]
    for row in rows:
        assert row.keys() == {"id", "lang", "level", "score", "findings", "facets"}
        assert row["level"] in ("vague", "partial", "concrete")
        assert 0 <= row["score"] <= 1


def test_the_places_of_a_reading_are_those_of_the_text_as_given(feed: Callable[..., None], capsys: Captured) -> None:
    text = "  We need synergy,\r\n\tcafe\u0301 — 😀 synergy and the director sees it on Monday  "
    feed({"id": "a", "text": text, "lang": "en"})
    main(["read", "--jsonl"])
    row = json.loads(capsys.readouterr().out)
    for finding in row["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]
        assert finding.keys() == {"start", "end", "text", "kind", "challenge", "why"}
    assert all(0 <= start < end <= len(text) for spans in row["facets"].values() for start, end in spans)


def test_a_chain_is_judged_after_each_turn(feed: Callable[..., None], capsys: Captured) -> None:
    feed(CHAIN, {"id": "c-2", "goal": "", "turns": []})
    assert main(["follow", "--jsonl"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    keys = {"id", "verdict", "noticed_at", "after_each_turn", "evidence", "cause", "suggestions"}
    assert first.keys() == second.keys() == keys
    assert first["verdict"] == "on_track"
    assert len(first["after_each_turn"]) == 1
    assert 1 <= len(first["suggestions"]) <= 3
    assert first["suggestions"][0].keys() == {"text", "asks_for", "about", "because"}
    assert second["after_each_turn"] == []


def test_half_a_character_comes_out_as_it_went_in(feed: Callable[..., None], capsys: Captured) -> None:
    feed('{"id": "a\\ud800", "text": "caf\\ud800e"}')
    assert main(["read", "--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a\ud800"


def test_a_line_separator_inside_a_text_ends_no_line(feed: Callable[..., None], capsys: Captured) -> None:
    feed({"id": "a", "text": "one\u2028two\x85three"}, ROW)
    assert main(["read", "--jsonl"]) == 0
    assert len(capsys.readouterr().out.split("\n")) == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a JSON object"),
        ("[]", "the line is not a JSON object"),
        ('{"id": "a"}', '"text" is missing'),
        ('{"text": "x"}', '"id" is missing'),
        ('{"id": true, "text": "x"}', '"id" is neither a text nor a whole number'),
        ('{"id": "a", "text": 3}', '"text" is not a text'),
        ('{"id": "a", "text": "x", "lang": "xx"}', '"lang" is "xx"; there are: en,'),
        ('{"id": "a", "text": "x", "question": 3}', '"question" is not a text'),
        ("[" * 100_000, "not a JSON object"),
    ],
)
def test_a_line_that_is_no_such_object_ends_the_reading_with_its_number(
    feed: Callable[..., None], capsys: Captured, line: str, said: str
) -> None:
    feed(ROW, line, ROW)
    assert main(["read", "--jsonl"]) == 1
    out, err = capsys.readouterr()
    assert f"line 2: {said}" in err
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"turns": {}}, '"turns" is not a list'),
        ({"turns": ["x"]}, "turns.1 is not a JSON object"),
        ({"turns": [{"question": "", "answer": ""}, {"question": ""}]}, '"turns.2.answer" is missing'),
        ({"goal": None}, '"goal" is not a text'),
    ],
)
def test_a_line_that_is_no_chain_ends_the_judging_with_its_number(
    feed: Callable[..., None], capsys: Captured, change: dict[str, object], said: str
) -> None:
    feed({**CHAIN, **change})
    assert f"line 1: {said}" in refused(1, capsys, "follow", "--jsonl")


def test_a_byte_order_mark_and_empty_lines_are_nothing_to_complain_of(
    feed: Callable[..., None], capsys: Captured
) -> None:
    feed("\ufeff" + json.dumps(ROW), "", "  ")
    assert main(["read", "--jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


# ---------------------------------------------------------------- read and follow, for people


def test_what_is_heard_in_a_text_is_marked_under_its_words(capsys: Captured) -> None:
    assert main(["read", "--lang", "en", "We need synergy and a higher culture"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "We need synergy and a higher culture"
    assert "~" in lines[1]


def test_a_text_comes_from_standard_input_too(feed: Callable[..., None], capsys: Captured) -> None:
    feed("Каждый менеджер называет", "свои проекты")
    assert main(["read"]) == 0
    assert capsys.readouterr().out.startswith("Каждый менеджер называет\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_is_obeyed_by_the_terminal(capsys: Captured, text: str) -> None:
    assert main(["read", "--", text]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    if text.isascii() and text.isprintable():
        assert text in out


def test_why_tells_word_by_word(capsys: Captured) -> None:
    main(["read", "--lang", "en", "every manager names his projects by Friday"])
    short = capsys.readouterr().out
    main(["read", "--lang", "en", "--why", "every manager names his projects by Friday"])
    assert len(capsys.readouterr().out) > len(short)


def test_a_session_is_followed_turn_by_turn(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    assert main(["follow", "2026-11-03"]) == 0
    out = capsys.readouterr().out
    assert "Order on the dock" in out
    assert "more transparent" in out
    assert "→" in out


def test_chains_in_a_file_are_followed_too(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "chains.jsonl"
    file.write_text(json.dumps(CHAIN))
    assert main(["follow", str(file)]) == 0
    assert "people will be more responsible" in capsys.readouterr().out


# ---------------------------------------------------------------- sessions


def test_a_new_session_is_saved_under_an_id_of_its_day_and_client(here: Workspace, capsys: Captured) -> None:
    assert main(["new", "--client", "Щука & Co", "--title", "Отчёты", "--lang", "ru"]) == 0
    (session_id,) = here.ids()
    assert session_id.endswith("-shchuka-co-otchyoty")
    session = files.load(here.session_path(session_id)).session
    assert (session.client.name, session.session.language, session.session.bank) == ("Щука & Co", "ru", "core.ru")
    assert capsys.readouterr().out.splitlines()[0] == str(here.session_path(session_id))


def test_a_new_session_speaks_the_language_of_the_last_one(here: Workspace) -> None:
    main(["new", "--client", "A", "--lang", "ru"])
    main(["new", "--client", "B"])
    assert {files.load(here.session_path(one)).session.session.language for one in here.ids()} == {"ru"}


def test_the_examples_say_nothing_of_the_language_that_one_speaks(here: Workspace) -> None:
    for path in shipped.folder("sessions").glob("*.toml"):
        shutil.copy(path, here.sessions_dir)
    main(["new", "--client", "A"])
    (mine,) = set(here.ids()) - shipped.examples()
    assert files.load(here.session_path(mine)).session.session.language == "en"


def test_a_new_session_speaks_the_language_of_its_bank(here: Workspace) -> None:
    main(["new", "--client", "A", "--bank", "project-management.ru"])
    (session_id,) = here.ids()
    assert files.load(here.session_path(session_id)).session.session.language == "ru"


def test_a_workspace_is_made_where_it_is_wanted(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "mine")]) == 0
    assert (tmp_path / "mine" / "sessions").is_dir()


def test_the_workspace_can_be_named_before_and_after_the_command(tmp_path: Path, capsys: Captured) -> None:
    other = Workspace(tmp_path / "mine")
    main(["init", str(other.root)])
    saved(other, hartley())
    capsys.readouterr()
    for argv in (["--workspace", str(other.root), "list"], ["list", "--workspace", str(other.root)]):
        assert main(argv) == 0
        assert "2026-11-03-hartley" in capsys.readouterr().out


def test_sessions_are_listed_with_those_that_cannot_be_read(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    here.session_path("broken").write_text("title = = 3")
    assert main(["list"]) == 0
    out = capsys.readouterr().out
    assert "2026-11-03-hartley" in out
    assert "column 9" in out


def test_a_list_for_scripts_is_json(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    here.session_path("broken").write_text("title = = 3")
    main(["list", "--json"])
    entries = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert entries["2026-11-03-hartley"]["concrete"] == 1
    assert "line 1" in entries["broken"]["reason"]


def test_a_list_says_what_a_file_says_that_was_changed_by_hand(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    main(["list"])
    path = here.session_path("2026-11-03-hartley")
    path.write_text(path.read_text().replace('name = "Acme"', 'name = "Hartley Meals"'))
    capsys.readouterr()
    main(["list"])
    assert "Hartley Meals" in capsys.readouterr().out


def test_while_another_program_writes_the_index_the_files_are_asked(
    here: Workspace, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refresh(_index: Index) -> bool:
        raise IndexUnavailable("another program is writing it")

    monkeypatch.setattr(Index, "refresh", refresh)
    saved(here, hartley())
    assert main(["list"]) == 0
    assert "2026-11-03-hartley" in capsys.readouterr().out


def test_a_list_in_a_pipe_has_whole_lines_one_column_under_the_other(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    long = a_session("東京")
    saved(here, editing.describe(long, now=NOON, title="longer than any line of a terminal " * 5))
    main(["list"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    heads, tokyo = lines[0], next(line for line in lines if line.startswith("東京"))
    assert heads.index("client") == len("2026-11-03-hartley") + 2
    assert tokyo.index("Acme") == heads.index("client") - len("東京")


def test_a_new_session_speaks_as_the_one_whose_file_was_changed_last(here: Workspace, capsys: Captured) -> None:
    saved(here, editing.describe(hartley("russian"), now=NOON, language="ru"))
    for number, name in enumerate(("older", "russian", "broken")):
        path = here.session_path(name)
        if name != "russian":
            path.write_text("this is no session")
        os.utime(path, (number, number))
    main(["new", "--client", "Anna"])
    assert files.load(Path(capsys.readouterr().out.splitlines()[0])).session.session.language == "ru"


def test_an_empty_workspace_says_how_to_begin(capsys: Captured) -> None:
    main(["list"])
    assert "brasstacks new --client" in " ".join(capsys.readouterr().out.split())


def test_a_session_is_shown_with_how_far_its_criteria_have_come(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    assert main(["show", "2026-11-03"]) == 0
    assert "3/4 Any manager names" in capsys.readouterr().out


@pytest.mark.parametrize("text", HOSTILE)
def test_a_session_of_any_words_can_be_shown_and_listed(here: Workspace, capsys: Captured, text: str) -> None:
    goal = Goal(id="g-1", statement=text, turns=(Turn(id="t-1", question=text, answer=text),))
    session = a_session("x", goal, fuzzy=(text,))
    saved(here, session.model_copy(update={"client": session.client.model_copy(update={"name": text})}))
    for argv in (["show", "x"], ["list"], ["follow", "x"], ["replay", "--plain", "x"]):
        assert main(argv) == 0
        assert "\x1b" not in capsys.readouterr().out


# ---------------------------------------------------------------- export


def test_a_session_is_exported_for_the_client_to_standard_output(here: Workspace, capsys: Captured) -> None:
    saved(here, a_session("x", dismissed=("zebra",)))
    assert main(["export", "x"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Projects\n")
    assert "zebra" not in out


def test_an_export_for_us_has_more(here: Workspace, capsys: Captured) -> None:
    saved(here, a_session("x", dismissed=("zebra",)))
    main(["export", "x", "--audience", "internal"])
    assert "zebra" in capsys.readouterr().out


def test_what_a_client_can_expect_is_a_page_of_its_own(here: Workspace, capsys: Captured, tmp_path: Path) -> None:
    saved(here, a_session("x"))
    assert main(["export", "x", "--page", "expectations"]) == 0
    assert capsys.readouterr().out.startswith("# What you can expect of us\n")
    assert main(["export", "x", "--page", "expectations", "--to", str(tmp_path)]) == 0
    assert (tmp_path / "x-expectations.md").is_file()


@pytest.mark.parametrize("wrong", [("--audience", "internal"), ("--format", "csv"), ("--page", "fit")])
def test_what_is_no_page_for_a_client_is_refused(here: Workspace, capsys: Captured, wrong: tuple[str, str]) -> None:
    saved(here, a_session("x"))
    assert main(["export", "x", "--page", "expectations", *wrong]) == 2
    assert "page" in capsys.readouterr().err


def test_an_export_goes_to_a_file(here: Workspace, tmp_path: Path) -> None:
    saved(here, hartley())
    assert main(["export", "2026-11-03", "--to", str(tmp_path / "out.md")]) == 0
    assert (tmp_path / "out.md").read_text().startswith("# Projects")


def test_several_exports_go_to_a_folder(here: Workspace, tmp_path: Path) -> None:
    saved(here, hartley("one"))
    saved(here, hartley("two"))
    assert main(["export", "one", "two", "--to", str(tmp_path)]) == 0
    assert (tmp_path / "one.md").is_file()
    assert (tmp_path / "two.md").is_file()


def test_several_features_do_not_go_to_one_file(here: Workspace, tmp_path: Path, capsys: Captured) -> None:
    saved(here, hartley("one"))
    saved(here, hartley("two"))
    argv = ("export", "one", "two", "--format", "gherkin", "--to", f"{tmp_path}/x.feature")
    assert "name a folder" in refused(2, capsys, *argv)


# ---------------------------------------------------------------- banks and the doctor


def test_banks_are_listed(capsys: Captured) -> None:
    assert main(["bank", "list"]) == 0
    assert "core.ru" in capsys.readouterr().out


def test_a_bank_is_begun_and_checked(here: Workspace, capsys: Captured) -> None:
    assert main(["bank", "new", "logistics", "--lang", "en"]) == 0
    assert main(["bank", "check", "logistics.en"]) == 0
    path = here.banks_dir / "logistics.en.toml"
    path.write_text(path.read_text() + '[[probes]]\nid = "x"\ntext = "{who}?"\nasks_for = "who"\n')
    capsys.readouterr()
    assert main(["bank", "check", str(path)]) == 1
    assert "{who}" in capsys.readouterr().out


def test_the_doctor_says_nothing_of_clients(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley())
    here.session_path("broken-zebra").write_text("title = = 3")
    (here.banks_dir / "zebra.en.toml").write_text("title = \"Zebra's own")
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "brasstacks bank check" in out
    assert "textual" in out
    assert "hartley" not in out.lower()
    assert "zebra" not in out.lower()


def test_the_doctor_says_what_is_wrong_with_the_record(here: Workspace, capsys: Captured) -> None:
    path = saved(here, hartley())
    path.chmod(0o644)
    here.session_path("half").with_name(".0123456789ab-x.tmp").touch(0o600)
    aside.keep(here, "other", hartley("other"), over=None)
    assert main(["doctor"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "1 file can be read by others" in out
    assert "1 file was left half written" in out
    assert "1 session could not be saved" in out
    assert "hartley" not in out.lower()


def test_the_doctor_says_that_a_bank_that_was_set_is_not_there_and_not_which(here: Workspace, capsys: Captured) -> None:
    here.settings_file.write_text('[banks]\nen = "acme-ltd.en"\nru = "core.ru"\n')
    here.settings_file.chmod(0o600)
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "[banks] en: there is no such bank" in out
    assert "[banks] ru" not in out
    assert "acme" not in out


def test_the_doctor_shows_where_a_fault_was_and_nothing_of_what_was_said(here: Workspace, capsys: Captured) -> None:
    try:
        (here.root / "anna.toml").read_bytes()
    except OSError as error:
        log.fault(error, now=NOON)
    main(["doctor"])
    out = capsys.readouterr().out
    assert "FileNotFoundError ENOENT" in out
    assert "test_the_doctor_shows" in out
    assert "anna" not in out


def test_a_disk_that_cannot_be_written_is_found_by_the_doctor(
    here: Workspace, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert main(["doctor"]) == 1
    assert "the disk is read-only" in capsys.readouterr().out


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["folow"], "invalid choice: 'folow'"),
        (["new"], "--client"),
        (["bank"], "list|check|new"),
        (["read", "x", "--lang", "de"], "de: no such language; there are: en,"),
        (["export", "x", "--format", "pdf"], "pdf: no such format; there are: markdown"),
        (["export", "x", "--audience", "press"], "press: no such audience; there are: client, internal"),
        (["replay", "x"], "--plain"),
        (["read", "x", "--jsonl"], "leave the text out"),
        (["bank", "new", "x", "--lang", "english"], "english: no such language"),
    ],
)
def test_wrong_usage_is_told_in_one_line(capsys: Captured, argv: list[str], said: str) -> None:
    assert said in refused(2, capsys, *argv)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["show", "nobody"], "nobody: no such file and no session"),
        (["show", "broken"], "line 1, column 9"),
        (["new", "--client", "A", "--bank", "cooking.en"], "cooking.en: no such bank; there are: core.en"),
        (["bank", "check", "cooking.en"], "no such file and no such bank"),
        (["follow", "none.jsonl"], "none.jsonl"),
        (["list", "--workspace", "/nowhere/at/all"], "make one with: brasstacks init"),
        (["export", "fine", "--to", "/nowhere/at/all.md"], "no such folder"),
        (["export", "fine", "--to", "for-them/"], "for-them: no such folder"),
        (["show", "a\nb\x1b[31m"], "no such file"),
    ],
)
def test_a_failure_is_told_in_one_line(here: Workspace, capsys: Captured, argv: list[str], said: str) -> None:
    here.session_path("broken").write_text("title = = 3")
    saved(here, a_session("fine"))
    assert said in refused(1, capsys, *argv)


def test_without_a_terminal_the_program_says_what_to_use_instead(feed: Callable[..., None], capsys: Captured) -> None:
    feed()
    assert "replay --plain" in refused(2, capsys)


def test_a_session_on_the_screen_needs_a_terminal_too(feed: Callable[..., None], capsys: Captured) -> None:
    feed()
    assert "replay --plain x" in refused(2, capsys, "open", "x")


# ---------------------------------------------------------------- as a process


def run(*argv: str, given: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "brasstacks", *argv]
    return subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **environ})


def test_json_lines_are_utf_8_whatever_the_place_speaks() -> None:
    row = json.dumps({"id": "ё", "text": "проект"}, ensure_ascii=False).encode()
    done = run("read", "--jsonl", given=row, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert json.loads(done.stdout)["id"] == "ё"


def test_a_terminal_without_the_letters_is_no_reason_to_fail() -> None:
    done = run("read", "--lang", "ru", "проекты под контролем", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_reader_that_has_read_enough_is_no_reason_to_complain(tmp_path: Path) -> None:
    given = tmp_path / "rows.jsonl"
    given.write_text("".join(json.dumps({"id": n, "text": "x" * 200}) + "\n" for n in range(2000)))
    command = [sys.executable, "-m", "brasstacks", "read", "--jsonl"]
    with (
        given.open("rb") as rows,
        subprocess.Popen(command, stdin=rows, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
    ):
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


# ---------------------------------------------------------------- exports of many, and transcripts


def test_all_sessions_go_into_one_file(here: Workspace, tmp_path: Path) -> None:
    saved(here, hartley("one"))
    saved(here, hartley("two"))
    assert main(["export", "--all", "--format", "json", "--to", str(tmp_path / "all.json")]) == 0
    data = json.loads((tmp_path / "all.json").read_text())
    assert [one["session"]["session"]["id"] for one in data["sessions"]] == ["one", "two"]


def test_of_all_sessions_one_that_cannot_be_read_keeps_no_other_back(here: Workspace, capsys: Captured) -> None:
    saved(here, hartley("one"))
    (here.sessions_dir / "broken.toml").write_text("x")
    assert main(["export", "--all"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("# Projects")
    assert "broken.toml" in told.err


def test_names_that_are_taken_out_stand_in_no_files_name(here: Workspace, tmp_path: Path) -> None:
    saved(here, hartley("2026-11-22-acme"))
    assert main(["export", "--all", "--redact", "--to", str(tmp_path)]) == 0
    written = list(tmp_path.glob("*.md"))
    assert [path.name for path in written] == ["2026-11-22-1.md"]
    assert "Acme" not in written[0].read_text()


def test_a_goal_is_exported_by_its_number(here: Workspace, capsys: Captured) -> None:
    saved(here, a_session("x", Goal(id="g-1", statement="Order"), Goal(id="g-2", statement="Calm")))
    assert main(["export", "x", "--goal", "2"]) == 0
    out = capsys.readouterr().out
    assert "Calm" in out
    assert "Order" not in out
    assert "has 2 goals" in refused(2, capsys, "export", "x", "--goal", "3")


def test_an_export_needs_a_session(capsys: Captured) -> None:
    assert "name a session" in refused(2, capsys, "export")
    assert "name no session beside it" in refused(2, capsys, "export", "x", "--all")


def test_a_format_that_is_not_installed_is_said(
    here: Workspace, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(here, hartley("one"))
    monkeypatch.setitem(sys.modules, "docx", None)
    assert "pip install" in refused(1, capsys, "export", "one", "--format", "docx")


RECORDED = "Monday\n\nAnna: What would you like?\nDan: We want order in projects.\nAnna: Who noticed?\nDan: Nobody.\n"


def test_a_recorded_conversation_becomes_a_session(here: Workspace, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(RECORDED)
    assert main(["import", str(path), "--client", "Hartley", "--interviewer", "anna"]) == 0
    out = capsys.readouterr().out
    assert "line 1 was not understood: Monday" in out
    assert "1. We want order in projects. (2)" in out
    (kept,) = here.sessions_dir.glob("*-hartley-talk.toml")
    assert files.load(kept).session.session.interviewer == "Anna"


def test_who_speaks_is_listed_before_anything_is_kept(here: Workspace, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(RECORDED)
    assert main(["import", str(path), "--speakers"]) == 0
    assert "Dan" in capsys.readouterr().out
    assert list(here.sessions_dir.iterdir()) == []
    assert "there are: Anna, Dan" in refused(2, capsys, "import", str(path), "--interviewer", "Eve")


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"", "is empty"), (b"\x89PNG\0", "binary"), (b"only words\n", "nobody is named"), (None, "not there")],
)
def test_what_cannot_be_imported_is_said_in_a_line(
    tmp_path: Path, capsys: Captured, raw: bytes | None, said: str
) -> None:
    path = tmp_path / "x.txt"
    if raw is not None:
        path.write_bytes(raw)
    assert said in refused(1, capsys, "import", str(path))


def test_an_export_of_ours_comes_back_beside_what_is_there(here: Workspace, tmp_path: Path, capsys: Captured) -> None:
    saved(here, hartley("one"))
    path = tmp_path / "one.json"
    assert main(["export", "one", "--format", "json", "--audience", "internal", "--to", str(path)]) == 0
    assert main(["import", str(path)]) == 0
    assert "one-2.toml" in capsys.readouterr().out
    assert files.load(here.session_path("one-2")).session.goals == hartley("one").goals


def test_the_schema_is_printed(capsys: Captured) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Document"
