"""`bank list`, `bank check` and `bank new`."""

import argparse
from pathlib import Path

from brasstacks.cli.common import existing, told, workspace_of
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.page import Page
from brasstacks.storage import workspace
from brasstacks.storage.banks import Banks
from brasstacks.words import _, ngettext

FAULTY = 1


def list_all(arguments: argparse.Namespace) -> None:
    """`brasstacks bank list`."""
    page = Page()
    rows = []
    banks = Banks(existing(arguments)).list()
    for found in banks:
        if found.bank:
            asks = str(len(found.bank.openers) + len(found.bank.probes))
            where = _("your own") if found.own else _("shipped")
            rows.append((found.id, found.bank.title, found.bank.language, asks, ", ".join(found.bank.extends), where))
    page.table((_("id"), _("title"), "", _("questions"), _("extends"), ""), rows)
    for found in banks:
        if found.problem:
            page.line(f"✗ {found.problem}", "red")


def check(arguments: argparse.Namespace) -> int:
    """`brasstacks bank check`: 1 when something is wrong with a bank."""
    from brasstacks.storage import bank_check  # noqa: PLC0415 - it hears each question

    banks = Banks(existing(arguments))
    paths = [_path(banks, name) for name in arguments.files] or list(banks.paths().values())
    page = Page()
    wrong = 0
    for path in paths:
        sentences = bank_check.check(path, banks)
        wrong += len(sentences)
        for sentence in sentences:
            page.line(f"✗ {sentence}", "red")
        if not sentences:
            page.line(f"✓ {path}", "green")
    if wrong:
        page.say(ngettext("{n} thing to mend", "{n} things to mend", wrong).format(n=wrong), "bold")
    return FAULTY if wrong else 0


def _path(banks: Banks, name: str) -> Path:
    paths = banks.paths()
    if name in paths and not Path(name).is_file():
        return paths[name]
    if not Path(name).is_file():
        raise Failed(
            _("{name}: no such file and no such bank; there are: {known}").format(name=name, known=", ".join(paths))
        )
    return Path(name)


def new(arguments: argparse.Namespace) -> None:
    """`brasstacks bank new`."""
    from brasstacks.storage import bank_new  # noqa: PLC0415 - only this command needs it

    with told():
        there = workspace.init(workspace_of(arguments).root)
        try:
            path = bank_new.new(arguments.name, arguments.lang, there)
        except ValueError as error:
            raise WrongUsage(str(error)) from error
        except FileExistsError as error:
            raise Failed(str(error)) from error
    Page().line(str(path))
