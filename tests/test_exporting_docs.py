"""What docs/exporting.md promises of its files, on the sample sessions; its commands run in test_docs."""

import json
import re
import shlex
from pathlib import Path

import duckdb
import pytest

from brasstacks.cli import main
from brasstacks.export.documents import schema
from pages import ROOT, Page, at_a_desk

PAGE = Page(ROOT / "docs" / "exporting.md")


def test_every_query_of_the_page_works_on_what_its_commands_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = at_a_desk(tmp_path, monkeypatch)
    for line in PAGE.lines():
        if "jsonl" in line:
            reader.types(line)
    queries = PAGE.blocks("sql")
    assert len(queries) == 3
    for query in queries:
        with duckdb.connect() as tables:
            assert tables.execute(query.replace("FROM '", f"FROM '{Path.cwd()}/")).fetchall(), query


def test_without_names_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_a_desk(tmp_path, monkeypatch)
    (line,) = [line for line in PAGE.lines() if "--redact-name" in line]
    assert main(shlex.split(line)[1:]) == 0
    out = capsys.readouterr().out
    assert not re.findall(r"Ермаков|Ольг|Ильин|Кузнецов|Северн|Черепов", out), out


def test_the_schema_that_is_published_is_that_of_the_models() -> None:
    published = json.loads((ROOT / "docs" / "export.schema.json").read_text("utf-8"))
    assert published == schema(), "publish it anew: brasstacks schema > docs/export.schema.json"
