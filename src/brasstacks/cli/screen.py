"""The program itself, in a terminal."""

import argparse
import sys
from pathlib import Path

from brasstacks.cli.common import load, told, workspace_of
from brasstacks.cli.faults import WrongUsage
from brasstacks.storage import workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _


def home(arguments: argparse.Namespace) -> int:
    """`brasstacks`."""
    needs_terminal(_("the program needs a terminal; list, show, replay --plain, read and follow work without one"))
    with told():
        there = workspace.init(workspace_of(arguments).root)
    return _run(there, None)


def open_session(arguments: argparse.Namespace) -> int:
    """`brasstacks open`."""
    words = _("the program needs a terminal; use: brasstacks replay --plain {session}")
    needs_terminal(words.format(session=arguments.session))
    path = load(arguments, arguments.session).path
    there = workspace_of(arguments)
    if path.resolve().parent != there.sessions_dir.resolve():
        there = workspace.of_session(path)
    return _run(there, path)


def needs_terminal(otherwise: str) -> None:
    """Raise WrongUsage with a sentence where there is none."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage(otherwise)


def _run(there: Workspace, session: Path | None) -> int:
    from brasstacks.tui import app  # noqa: PLC0415 - a quarter of a second that no other command pays

    return app.run(there, session) or 0
