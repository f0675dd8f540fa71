"""What a command does not need is not loaded: a fresh process, and a look at what it has imported."""

import subprocess
import sys
from pathlib import Path

import pytest

from brasstacks import editing
from brasstacks.storage.index import Index
from brasstacks.storage.workspace import Workspace
from made import NOON
from shelves import held, keep

CORE = (
    "session",
    "language",
    "chain",
    "drift",
    "questions",
    "criteria",
    "follow",
    "editing",
    "interview",
    "dates",
    "timeline",
    "recap",
    "arrange",
    "promises",
    "review",
    "changes",
    "storage.workspace",
    "storage.files",
    "storage.banks",
    "storage.lock",
    "storage.saver",
    "storage.drafts",
    "export",
    "cli",
)


def loaded_after(code: str, *arguments: str) -> set[str]:
    script = f"{code}\nimport sys\nsys.stderr.write(' '.join(sys.modules))"
    command = [sys.executable, "-c", script, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stderr.split())


@pytest.mark.parametrize("module", CORE)
def test_the_core_does_not_load_the_screen(module: str) -> None:
    assert "textual" not in loaded_after(f"import brasstacks.{module}")


@pytest.mark.parametrize("command", ["list", "bank list", "read --lang en word", "follow --jsonl"])
def test_a_command_does_not_load_the_screen(command: str, tmp_path: Path) -> None:
    code = "import sys\nfrom brasstacks.cli import main\nsys.stdin.close()\nsys.stdin = open('/dev/null')\n"
    loaded = loaded_after(f"{code}main(sys.argv[1:])", *command.split(), "--workspace", str(tmp_path))
    assert "textual" not in loaded


@pytest.mark.parametrize("command", ["list", "list --json", "search pallet"])
def test_what_the_index_knows_is_said_without_the_record_or_colours(command: str, here: Workspace) -> None:
    session = held("acme", "The pallets stand in the aisle.")
    keep(here, editing.add_follow_up(session, "send the list", now=NOON, new_id=lambda _: "f-1", due="2026-12-01"))
    Index(here).refresh()
    code = "import sys\nfrom brasstacks.cli import main\nmain(sys.argv[1:])"
    loaded = loaded_after(code, *command.split(), "--workspace", str(here.root))
    assert not {"pydantic", "rich", "brasstacks.session", "platformdirs"} & loaded


def test_the_command_line_loads_no_command_until_it_runs() -> None:
    loaded = loaded_after("from brasstacks.cli import parser\nparser()")
    assert not {"pydantic", "rich", "brasstacks.language"} & loaded


def test_the_session_knows_nothing_of_the_disk() -> None:
    assert "tomli_w" not in loaded_after("import brasstacks.session")


def test_the_library_opens_no_conversation_before_it_is_asked_to() -> None:
    code = "import brasstacks.cli.screen, brasstacks.tui.app, brasstacks.tui.screens.library"
    conversation = {"interview", "questions", "storage.banks", "editing"}
    assert not {f"brasstacks.{one}" for one in conversation} & loaded_after(code)
