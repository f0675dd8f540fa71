"""`doctor`: how the program stands; nothing of clients, so that it can be sent to anybody."""

import argparse
import locale
import os
import platform
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from brasstacks import __version__, figures, language
from brasstacks.cli.common import workspace_of
from brasstacks.cli.page import Page
from brasstacks.storage import log
from brasstacks.storage.atomic import reason
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Refusal, Workspace
from brasstacks.words import _, ngettext, spoken

LITTLE_ROOM = 50_000_000
"""Bytes free below which a disk will soon be full: a session takes a tenth of a megabyte, its backups as much."""

PACKAGES = ("textual", "rich", "pydantic", "tomli-w", "tomlkit", "platformdirs", "filelock", "PyStemmer")


def examine(arguments: argparse.Namespace) -> int:
    """`brasstacks doctor`: 1 when something needs to be mended."""
    there = workspace_of(arguments)
    page = Page()
    mend = [*_of_packages(), *_of_settings(there), *_of_workspace(there), *_of_record(there), *_of_terminal()]
    page.table(("", ""), (*_program(), *_terminal(), *_workspace(there), *_record(there), *_faults()))
    page.say()
    for line in mend:
        page.line(f"✗ {line}", "red")
    if not mend:
        page.say("✓ " + _("nothing to mend"), "green")
    return 1 if mend else 0


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _program() -> list[tuple[str, str]]:
    missing = _("missing")
    packages = ", ".join(f"{name} {_version(name) or missing}" for name in PACKAGES)
    return [
        ("brasstacks", __version__),
        ("python", f"{platform.python_version()} · {platform.system()} {platform.machine()}"),
        (_("packages"), packages),
        (_("hears"), ", ".join(language.languages())),
        (_("speaks"), spoken()),
    ]


def _terminal() -> list[tuple[str, str]]:
    size = shutil.get_terminal_size()
    environ = os.environ
    words = {name: environ.get(name, "") for name in ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "NO_COLOR")}
    return [
        (
            _("terminal"),
            f"{size.columns}×{size.lines}" if sys.stdout.isatty() else _("none: standard output is a pipe"),
        ),
        (_("environment"), ", ".join(f"{name}={value}" for name, value in words.items() if value)),
        (_("encoding"), f"{sys.stdout.encoding}, {locale.getpreferredencoding(do_setlocale=False)}"),
    ]


def _workspace(there: Workspace) -> list[tuple[str, str]]:
    refused = sum(isinstance(entry, Refusal) for entry in there.list())
    banks = Banks(there).list()
    return [
        (_("workspace"), _short(there.root)),
        (_("sessions"), _("{count}, unreadable: {refused}").format(count=len(there.ids()), refused=refused)),
        (_("banks"), _("{count}, your own: {own}").format(count=len(banks), own=sum(bank.own for bank in banks))),
    ]


def _record(there: Workspace) -> list[tuple[str, str]]:
    kept = _("drafts: {drafts}; sessions that could not be saved yet: {aside}; backups: {backups}").format(
        drafts=len(_files(there.drafts_dir)),
        aside=len(_files(there.aside_dir)),
        backups=len(_files(there.backups_dir)),
    )
    free = _("{count} MB free").format(count=figures.number(_free(there) // 10**6))
    return [(_("kept"), kept), (_("disk"), free)]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.toml") if not path.name.startswith(".")]


def _free(there: Workspace) -> int:
    """Bytes; of the disk of the nearest folder that is there."""
    return shutil.disk_usage(next(one for one in (there.root, *there.root.parents) if one.is_dir())).free


def _faults() -> list[tuple[str, str]]:
    """Where the log is, and the last line of it, which says where in the program and nothing of anybody."""
    faults = log.faults()
    last = [(_("the last"), faults[-1])] if faults else []
    return [(_("faults"), _("{count}, in {file}").format(count=len(faults), file=_short(log.path()))), *last]


def _short(path: Path) -> str:
    """A path without the name of whoever is at home there."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _of_packages() -> list[str]:
    words = _("{name} is missing: install the program again")
    return [words.format(name=name) for name in PACKAGES if not _version(name)]


def _of_settings(there: Workspace) -> tuple[str, ...]:
    from brasstacks.tui.preferences import Preferences  # noqa: PLC0415 - the table of keys, which no other command needs

    preferences, known = Preferences.of(there), Banks(there).paths()
    # Not which: a bank may be called as a client is.
    words = _("[banks] {language}: there is no such bank: brasstacks bank list says which there are")
    missing = (language for language, bank in preferences.settings.banks.items() if bank not in known)
    return (*preferences.problems, *(words.format(language=language) for language in missing))


def _of_workspace(there: Workspace) -> list[str]:
    lines = []
    if any(found.problem for found in Banks(there).list()):
        # Not how: a bank of one's own may be called as a client is, and quote them.
        lines.append(_("some banks cannot be used: brasstacks bank check says why"))
    if any(isinstance(entry, Refusal) for entry in there.list()):
        lines.append(_("some sessions cannot be read: brasstacks list says why"))
    return lines


def _of_record(there: Workspace) -> list[str]:
    if not there.sessions_dir.is_dir():
        return []
    lines = []
    try:
        # Not by its permissions, which say nothing of a disk that is full or mounted to be read.
        with tempfile.TemporaryFile(dir=there.sessions_dir) as file:
            file.write(b"x" * 4096)
    except OSError as error:
        lines.append(f"{_short(there.sessions_dir)}: {reason(error)}")
    if _free(there) < LITTLE_ROOM:
        lines.append(_("the disk of the workspace is nearly full: free some space"))
    if waiting := len(_files(there.aside_dir)):
        words = ngettext(
            "{count} session could not be saved to its file: open it, and it is",
            "{count} sessions could not be saved to their files: open them, and they are",
            waiting,
        )
        lines.append(words.format(count=waiting))
    if half := len([*there.sessions_dir.glob(".*.tmp"), *there.hidden.glob("*/.*.tmp")]):
        words = ngettext(
            "{count} file was left half written when the program was killed: open that session, and it goes",
            "{count} files were left half written when the program was killed: open those sessions, and they go",
            half,
        )
        lines.append(words.format(count=half))
    everything = (*there.sessions_dir.iterdir(), *there.hidden.rglob("*"))
    if os.name == "posix" and (open_to_others := sum(bool(one.lstat().st_mode & 0o077) for one in everything)):
        words = ngettext(
            "{count} file can be read by others: chmod -R go-rwx {folder}",
            "{count} files can be read by others: chmod -R go-rwx {folder}",
            open_to_others,
        )
        lines.append(words.format(count=open_to_others, folder=_short(there.root)))
    return lines


def _of_terminal() -> list[str]:
    encoding = (sys.stdout.encoding or "").lower()
    words = _("the terminal speaks {encoding}: set LANG to a UTF-8 locale")
    return [] if encoding.startswith("utf") else [words.format(encoding=encoding)]
