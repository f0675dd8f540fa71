"""What docs/exporting.md says can be done, is done here word for word, on the sample sessions."""

import json
import re
import shlex
import shutil
from pathlib import Path

import duckdb
import pytest

from brasstacks.cli import main
from brasstacks.export.documents import schema
from brasstacks.storage.workspace import Workspace

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "exporting.md").read_text("utf-8")
TALK = """WEBVTT

00:01.000 --> 00:04.000
<v Anna Rossi>What would you like to change?</v>

00:04.000 --> 00:09.000
<v Dan>We want projects under control.</v>
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def desk(here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the samples in the workspace and a recorded conversation."""
    for path in (ROOT / "sessions").glob("*.toml"):
        shutil.copy(path, here.sessions_dir)
    monkeypatch.setenv("BRASSTACKS_WORKSPACE", str(here.root))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.vtt").write_text(TALK)
    return tmp_path


def test_every_command_and_every_query_of_the_page_works(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) > 8
    for line in commands:
        assert main(shlex.split(line)[1:]) == 0, (line, capsys.readouterr().err)
    queries = blocks("sql")
    assert len(queries) == 3
    for query in queries:
        with duckdb.connect() as tables:
            assert tables.execute(query.replace("FROM '", f"FROM '{desk}/")).fetchall(), query


def test_without_names_there_are_none(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = [line for block in blocks("sh") for line in block.splitlines() if "--redact-name" in line]
    assert main(shlex.split(line)[1:]) == 0
    out = capsys.readouterr().out
    assert not re.findall(r"Ермаков|Ольг|Ильин|Кузнецов|Северн|Черепов", out), out


def test_the_schema_that_is_published_is_that_of_the_models() -> None:
    published = json.loads((ROOT / "docs" / "export.schema.json").read_text("utf-8"))
    assert published == schema(), "publish it anew: brasstacks schema > docs/export.schema.json"
