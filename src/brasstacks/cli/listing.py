"""`list`: the sessions of a workspace, from its index; of the files only those that changed are read."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brasstacks.cli.common import existing, speak_utf8, told
from brasstacks.cli.plain import Plain
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.workspace import Entry, Refusal, Summary, Workspace
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.cli.page import Page


def list_all(arguments: argparse.Namespace) -> None:
    """`brasstacks list`."""
    there = existing(arguments)
    with told():
        entries = _entries(there)
    if arguments.json:
        import json  # noqa: PLC0415 - a list for people does without it

        speak_utf8()
        sys.stdout.write(json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n")
        return
    page = _page()
    sessions = [entry for entry in entries if isinstance(entry, Summary)]
    if not entries:
        page.say(_("No session yet in {root}; begin one with: brasstacks new --client NAME").format(root=there.root))
    if sessions:
        heads = (_("id"), _("client"), _("title"), "", _("goals"), _("concrete"), _("changed"))
        page.table(heads, map(_row, sessions))
    for entry in entries:
        if isinstance(entry, Refusal):
            page.line(f"✗ {entry.reason}", "red")


def _entries(there: Workspace) -> tuple[Entry, ...]:
    index = Index(there)
    try:
        if not index.is_true():
            index.refresh()
        return index.page(0, -1)
    except IndexUnavailable:  # the files are the truth
        return there.list()


def _page() -> "Page | Plain":
    if not sys.stdout.isatty():
        return Plain()
    from brasstacks.cli.page import Page  # noqa: PLC0415 - rich is for terminals

    return Page()


def _row(entry: Summary) -> Sequence[str]:
    who = " · ".join(filter(None, (entry.client, entry.organisation)))
    counts = (str(entry.goals), str(entry.concrete))
    return (entry.id, who, entry.title, entry.language, *counts, f"{entry.updated:%Y-%m-%d %H:%M}")


def _as_json(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Refusal):
        return {"id": entry.id, "path": str(entry.path), "reason": entry.reason}
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
