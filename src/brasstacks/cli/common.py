"""What several commands begin with."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from brasstacks.cli.faults import Failed, one_of
from brasstacks.storage import workspace
from brasstacks.storage.atomic import reason
from brasstacks.storage.reasons import NotSaved, SessionUnreadable
from brasstacks.storage.workspace import Refusal, Workspace
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.questions import Bank
    from brasstacks.storage.files import Loaded


def workspace_of(arguments: argparse.Namespace) -> Workspace:
    """The workspace that the command means; made when it is needed, not here."""
    return workspace.find(arguments.workspace, os.environ, Path.cwd())


def existing(arguments: argparse.Namespace) -> Workspace:
    """The workspace that the command means, which must be there when it was named. Raises Failed."""
    there = workspace_of(arguments)
    if arguments.workspace is not None and not there.sessions_dir.is_dir():
        raise Failed(
            _("{folder}: no workspace: make one with: brasstacks init {workspace}").format(
                folder=there.root, workspace=arguments.workspace
            )
        )
    return there


def language_of(value: str | None) -> str | None:
    """The language named, when it can be heard. Raises WrongUsage."""
    from brasstacks import language  # noqa: PLC0415 - only the commands that hear need it

    return (
        value
        if value is None
        else one_of(value, language.languages(), _("{value}: no such language; there are: {known}"))
    )


@contextmanager
def told() -> Iterator[None]:
    """Faults of files and disks end the command with their sentence."""
    try:
        yield
    except (SessionUnreadable, NotSaved) as error:
        raise Failed(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failed(f"{error.filename}: {reason(error)}" if error.filename else reason(error)) from error


def load(arguments: argparse.Namespace, session: str) -> "Loaded":
    """The session that a person means by a path or an id. Raises Failed."""
    try:
        path = existing(arguments).resolve(session)
    except LookupError as error:
        raise Failed(str(error.args[0])) from error
    from brasstacks.storage import files  # noqa: PLC0415 - `list` reads no file

    with told():
        return files.load(path)


def bank_for(there: Workspace, bank_id: str, language: str) -> "Bank":
    """The joined bank named, else the core bank of the language. Raises Failed."""
    from brasstacks.storage.banks import Banks, BankUnreadable  # noqa: PLC0415 - `list` does without banks

    try:
        return Banks(there).for_session(bank_id, language)
    except BankUnreadable as error:
        raise Failed(str(error)) from error


def now() -> datetime:
    """The moment, with the offset of this place."""
    return datetime.now().astimezone()


def speak_utf8() -> None:
    """Standard output for another program: UTF-8 wherever it runs, and half a character as JSON writes it."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def refused(entry: Refusal) -> dict[str, object]:
    """A file that cannot be read, as JSON tells it in a list and in what was found."""
    return {"id": entry.id, "path": str(entry.path), "reason": entry.reason}
