"""The example sessions, played turn by turn: what a visitor without a terminal sees first."""

from pathlib import Path

import pytest

from brasstacks.cli import main
from brasstacks.storage import files, shipped

SAMPLES = sorted(shipped.folder("sessions").glob("*.toml"))


def played(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    assert main(["replay", "--plain", str(path)]) == 0
    return capsys.readouterr().out


def flat(text: str) -> str:
    return " ".join(text.split())


def test_there_are_example_sessions() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_can_be_read_and_is_named_as_its_file(path: Path) -> None:
    assert files.load(path).session.id == path.stem


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_is_written_as_the_program_writes_it(path: Path) -> None:
    assert files.to_toml(files.load(path).session) == path.read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_question_and_every_answer_is_played(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = flat(played(capsys, path))
    for goal in files.load(path).session.goals:
        assert flat(goal.statement) in out
        for turn in goal.turns:
            assert flat(turn.question) in out


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_in_the_end_the_criteria_are_exported(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = flat(played(capsys, path).partition("─")[2])
    assert flat(files.load(path).session.session.title) in out
    for goal in files.load(path).session.goals:
        for criterion in goal.criteria:
            assert flat(criterion.statement) in out


def test_a_replay_keeps_to_eighty_columns_on_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, played(capsys, SAMPLES[0]).splitlines())) <= 80


def test_a_bank_that_is_not_to_be_had_is_told_and_the_core_stands_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.toml"
    text = SAMPLES[0].read_text("utf-8")
    bank = files.load(SAMPLES[0]).session.session.bank
    path.write_text(text.replace(f'bank = "{bank}"', 'bank = "cooking.en"'), "utf-8")
    assert "stands in for it" in flat(played(capsys, path))
