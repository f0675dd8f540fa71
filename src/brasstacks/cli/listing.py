"""`list`: the sessions of a workspace, from its index; of the files only those that changed are read."""

import argparse
import json
import sys
from collections.abc import Sequence

from brasstacks import figures
from brasstacks.cli.common import existing, refused, speak_utf8, told
from brasstacks.cli.plain import page
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.workspace import Entry, Refusal, Summary, Workspace
from brasstacks.words import _


def list_all(arguments: argparse.Namespace) -> None:
    """`brasstacks list`."""
    there = existing(arguments)
    with told():
        entries = _entries(there)
    if arguments.json:
        speak_utf8()
        sys.stdout.write(json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n")
        return
    printed = page()
    sessions = [entry for entry in entries if isinstance(entry, Summary)]
    if not entries:
        printed.say(_("No session yet in {root}; begin one with: brasstacks new --client NAME").format(root=there.root))
    if sessions:
        heads = (_("id"), _("client"), _("title"), "", _("goals"), _("concrete"), _("changed"))
        printed.table(heads, map(_row, sessions))
    for entry in entries:
        if isinstance(entry, Refusal):
            printed.line(f"✗ {entry.reason}", "red")


def _entries(there: Workspace) -> tuple[Entry, ...]:
    index = Index(there)
    try:
        if not index.is_true():
            index.refresh()
        return index.page(0, -1)
    except IndexUnavailable:  # the files are the truth
        return there.list()


def _row(entry: Summary) -> Sequence[str]:
    who = " · ".join(filter(None, (entry.client, entry.organisation)))
    counts = (str(entry.goals), str(entry.concrete))
    return (entry.id, who, entry.title, entry.language, *counts, figures.moment(entry.updated))


def _as_json(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Refusal):
        return refused(entry)
    return {
        "id": entry.id,
        "path": str(entry.path),
        "client": entry.client,
        "organisation": entry.organisation,
        "title": entry.title,
        "language": entry.language,
        "updated": entry.updated.isoformat(),
        "goals": entry.goals,
        "concrete": entry.concrete,
        "status": entry.status,
        "seconds": entry.seconds,
    }
