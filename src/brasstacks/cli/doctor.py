"""`doctor`: how the program stands; nothing of clients, so that it can be sent to anybody."""

import argparse
import locale
import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from brasstacks import __version__, language
from brasstacks.cli.common import workspace_of
from brasstacks.cli.page import Page
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Refusal, Workspace

PACKAGES = ("textual", "rich", "pydantic", "tomli-w", "platformdirs", "filelock", "PyStemmer")


def examine(arguments: argparse.Namespace) -> int:
    """`brasstacks doctor`: 1 when something needs to be mended."""
    there = workspace_of(arguments)
    page = Page()
    mend = [*_of_packages(), *_of_workspace(there), *_of_terminal()]
    page.table(("", ""), (*_program(), *_terminal(), *_workspace(there)))
    page.say()
    for line in mend:
        page.line(f"✗ {line}", "red")
    if not mend:
        page.say("✓ nothing to mend", "green")
    return 1 if mend else 0


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _program() -> list[tuple[str, str]]:
    packages = ", ".join(f"{name} {_version(name) or 'missing'}" for name in PACKAGES)
    return [
        ("brasstacks", __version__),
        ("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
        ("packages", packages),
        ("hears", ", ".join(language.languages())),
    ]


def _terminal() -> list[tuple[str, str]]:
    size = shutil.get_terminal_size()
    environ = os.environ
    words = {name: environ.get(name, "") for name in ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "NO_COLOR")}
    return [
        ("terminal", f"{size.columns}×{size.lines}" if sys.stdout.isatty() else "none: standard output is a pipe"),
        ("environment", ", ".join(f"{name}={value}" for name, value in words.items() if value)),
        ("encoding", f"{sys.stdout.encoding}, {locale.getpreferredencoding(do_setlocale=False)}"),
    ]


def _workspace(there: Workspace) -> list[tuple[str, str]]:
    refused = sum(isinstance(entry, Refusal) for entry in there.list())
    banks = Banks(there).list()
    return [
        ("workspace", _short(there.root)),
        ("sessions", f"{len(there.ids())}, {refused} cannot be read"),
        ("banks", f"{len(banks)}, {sum(bank.own for bank in banks)} of your own"),
    ]


def _short(path: Path) -> str:
    """A path without the name of whoever is at home there."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _of_packages() -> list[str]:
    return [f"{name} is missing: install the program again" for name in PACKAGES if not _version(name)]


def _of_workspace(there: Workspace) -> list[str]:
    lines = [found.problem for found in Banks(there).list() if found.problem]
    if any(isinstance(entry, Refusal) for entry in there.list()):
        lines.append("some sessions cannot be read: brasstacks list says why")
    if there.root.is_dir() and not os.access(there.root, os.W_OK):
        lines.append(f"{there.root} cannot be written: look at the folder's permissions")
    return lines


def _of_terminal() -> list[str]:
    encoding = (sys.stdout.encoding or "").lower()
    return [] if encoding.startswith("utf") else [f"the terminal speaks {encoding}: set LANG to a UTF-8 locale"]
