"""The pages that people read are true: links lead somewhere, what is to be typed works, what is named exists."""

import argparse
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from brasstacks.cli import parser
from brasstacks.interview import commands
from brasstacks.language import lexicon
from brasstacks.questions.bank import Bank
from brasstacks.record import Record
from brasstacks.storage import files, settings
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Workspace
from brasstacks.tui import keymap
from brasstacks.tui.keys import BY_ID, KEYS
from brasstacks.tui.theme import THEMES
from pages import PAGES, ROOT, Page, at_a_desk, targets

of_every_page = pytest.mark.parametrize("page", PAGES, ids=str)


@of_every_page
def test_every_link_leads_somewhere(page: Page) -> None:
    for link in page.links():
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.path.parent / name).resolve() if name else page.path
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in Page(target).anchors(), link


def test_every_page_can_be_found_from_the_first_one() -> None:
    known, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        path = ahead.pop()
        if path not in known and path.suffix == ".md":
            known.add(path)
            ahead += [
                (path.parent / link.partition("#")[0]).resolve() for link in Page(path).links() if ":" not in link
            ]
    assert known >= {page.path for page in PAGES}


@pytest.mark.parametrize("page", [page for page in PAGES if page.blocks("sh")], ids=str)
def test_what_a_page_says_is_to_be_typed_works(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = at_a_desk(tmp_path, monkeypatch)
    for line in page.lines():
        reader.types(line)


def _parsers(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from _parsers(one)


def _commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (action,) = [one for one in top._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(action.choices)


@of_every_page
def test_every_command_that_is_named_exists_and_takes_what_is_said(page: Page) -> None:
    known = _commands(parser())
    for code in page.code():
        if not code.startswith("brasstacks "):
            continue
        words = code.split()[1:]
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        named = words[0].split("|") if not words[0].startswith("-") else []
        assert set(named) <= set(known), code
        for parsed in [known[name] for name in named] or [parser()]:
            takes = {option for one in _parsers(parsed) for option in one._option_string_actions}
            assert options <= takes | {"--workspace", "--help", "--version"}, code


@of_every_page
def test_every_command_of_the_conversation_that_is_named_is_one(page: Page) -> None:
    for code in page.code():
        if re.match(r"/\w|\.[^\W\d_a-zA-Z]", code):
            said = commands.parse(code)
            assert said.goal or (said.command and commands.find(said.word)), code


@of_every_page
def test_every_key_that_is_named_by_its_id_is_one(page: Page) -> None:
    rooms = {key.where for key in KEYS}
    for code in page.code():
        where, dot, action = code.partition(".")
        if dot and where in rooms and action not in ("py", "toml", "tcss"):
            assert code in BY_ID, code


@of_every_page
def test_every_target_and_every_source_that_is_named_is_there(page: Page) -> None:
    sources = [str(path) for path in ROOT.rglob("*.*") if ".venv" not in path.parts]
    for code in page.code():
        if code.startswith("make "):
            assert code.split()[1] in targets(), code
        for name in re.findall(r"(?:^|(?<=\s))[\w/.]+\.(?:py|tcss)\b", code):
            assert any(path.endswith(f"/{name}") for path in sources), code


# ---------------------------------------------------------------- what is to be put into files

_SETTINGS = {"settings": settings.Conversation, "screen": settings.Look}


def _unknown(value: object) -> Iterator[str]:
    """Keys that are shown and that the record does not have."""
    if isinstance(value, Record):
        yield from value.model_extra or {}
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _unknown(one)


def _read(block: str, folder: Path) -> None:
    """Have the reader of such a file read it; raises what it raises."""
    data: dict[str, Any] = tomllib.loads(block)
    if "schema_version" in data:
        path = folder / "session.toml"
        path.write_text(block, "utf-8")
        loaded = files.load(path)
        assert not list(_unknown(loaded.session))
    elif data.keys() <= {"settings", "screen", "banks", "keys"}:
        for table in data.keys() & _SETTINGS.keys():
            assert data[table].keys() <= _SETTINGS[table].model_fields.keys()
        place = Workspace(folder)
        place.settings_file.write_text(block, "utf-8")
        wanted = settings.load(place)
        assert not keymap.bind(wanted.keys).problems
        assert {*wanted.banks.values()} <= Banks().paths().keys()
        assert wanted.screen.theme in ("", *(theme.name for theme in THEMES))
    elif data.keys() & {"kinds", "classes"}:
        (folder / "lexicon.toml").write_text(f'language = "xx"\nname = "X"\nstemmer = "english"\n{block}', "utf-8")
        lexicon.written(folder)
    else:
        Bank.model_validate({"id": "a.en", "language": "en", "title": "A"} | data)


@pytest.mark.parametrize("page", [page for page in PAGES if page.blocks("toml")], ids=str)
def test_every_file_that_is_shown_is_read_by_its_reader(page: Page, tmp_path: Path) -> None:
    for block in page.blocks("toml"):
        _read(block, tmp_path)


def _settings() -> Iterator[tuple[str, str]]:
    tables: dict[str, type[BaseModel]] = {"settings": settings.Conversation, "screen": settings.Look}
    for table, model in tables.items():
        yield from ((table, name) for name in model.model_fields)


@pytest.mark.parametrize(("table", "name"), tuple(_settings()))
def test_every_setting_has_its_row(table: str, name: str) -> None:
    assert f"| `[{table}]` | `{name}` |" in Page(ROOT / "docs" / "settings.md").text


# ---------------------------------------------------------------- the house, as it is built


def test_the_picture_of_the_layers_is_that_of_the_contract() -> None:
    spec = importlib.util.spec_from_file_location("make_layers", ROOT / "docs" / "make_layers.py")
    assert spec
    assert spec.loader
    drawn = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawn)
    assert drawn.PICTURE.read_text("utf-8") == drawn.draw(), "draw it anew: python docs/make_layers.py"


FOR_MAINTAINERS = ("architecture", "adding-a-language", "adding-a-format", "adding-a-screen", "hearing", "releasing")


@pytest.mark.parametrize("name", FOR_MAINTAINERS)
def test_every_name_of_the_sources_that_is_told_of_stands_in_them(name: str) -> None:
    roots = [ROOT / folder for folder in ("src", "tests", "training", "translating", "docs")]
    modules = [path for root in roots for path in root.rglob("*.py")]
    sources = "\n".join(path.read_text("utf-8") for path in modules)
    known = {*re.findall(r"\w+", sources), *(part for path in modules for part in path.parts)}
    known |= {path.stem for path in modules}
    for code in Page(ROOT / "docs" / f"{name}.md").code():
        is_file = code.endswith((".toml", ".json", ".bin", ".py", ".po"))
        if re.fullmatch(r"[A-Za-z_]\w*(\.[a-z_]\w*)*(\(.*\))?", code) and not is_file:
            assert set(code.partition("(")[0].split(".")) <= known, code


def test_every_part_of_the_house_is_told_of() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    parts = [name.strip() for layer in layers for name in layer.split("|")]
    told = set(re.findall(r"`(\w+)`", Page(ROOT / "docs" / "architecture.md").prose))
    assert set(parts) <= told
