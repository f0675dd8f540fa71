"""`keys`: every action of the program with its keys, and the ids by which they are bound anew."""

import argparse

from brasstacks.cli.common import workspace_of
from brasstacks.cli.faults import Failed
from brasstacks.cli.page import Page
from brasstacks.storage import settings
from brasstacks.storage.settings import SettingsUnreadable
from brasstacks.tui.keymap import bind
from brasstacks.tui.keys import KEYS, drawn
from brasstacks.tui.saying import does, places
from brasstacks.tui.terminals import takers
from brasstacks.words import _


def show(arguments: argparse.Namespace) -> int:
    """`brasstacks keys`: 1 when some of the keys that were wanted could not be bound."""
    there = workspace_of(arguments)
    try:
        bound = bind(settings.load(there).keys)
    except SettingsUnreadable as error:
        raise Failed(str(error)) from error
    page = Page()
    rows = []
    for key in KEYS:
        keys = bound.keys_of(key).split(",")
        taken = ", ".join(f"{drawn(one)}: {who}" for one in keys for who in takers(one))
        mark = "● " if key.id in bound.changed else ""
        rows.append((key.id, mark + ", ".join(map(drawn, keys)), places().get(key.where, key.where), does(key), taken))
    page.table((_("id"), _("keys"), _("where"), _("what it does"), _("may be taken by")), rows)
    page.say()
    words = _('Another key: write a line like  "interview.hide" = "ctrl+b"  under [keys] in {file}')
    page.line(words.format(file=there.settings_file))
    for problem in bound.problems:
        page.line(f"✗ {problem}", "red")
    return 1 if bound.problems else 0
