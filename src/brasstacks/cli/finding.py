"""`search`: any word in any session."""

import argparse
import json
import sys

from brasstacks import figures
from brasstacks.cli.common import existing, refused, speak_utf8, told
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.plain import page
from brasstacks.storage import search
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.search import Found, Hit
from brasstacks.storage.workspace import Refusal
from brasstacks.words import _, ngettext


def find(arguments: argparse.Namespace) -> int:
    """`brasstacks search`. Exit 0 when something is found, else 1, as grep has it."""
    index = Index(existing(arguments))
    # A shell has taken the quotation marks away: what came as one argument was meant side by side.
    typed = " ".join(f'"{word}"' if " " in word and ":" not in word else word for word in arguments.words)
    query = search.parse(f"{typed} ")
    if query.empty or arguments.limit < 1:
        raise WrongUsage(
            _("search: name a word or a filter, and a --limit of at least 1; see: brasstacks search --help")
        )
    with told():
        try:
            index.refresh()
            found = search.search(index, query, count=arguments.limit)
        except IndexUnavailable as error:
            raise Failed(str(error)) from error
    if arguments.json:
        speak_utf8()
        sys.stdout.write(json.dumps([_as_json(hit) for hit in found.hits], ensure_ascii=False, indent=2) + "\n")
    else:
        _show(found)
    return 0 if found.total else 1


def _show(found: Found) -> None:
    printed = page()
    for hit in found.hits:
        entry = hit.entry
        if isinstance(entry, Refusal):
            printed.line(f"✗ {entry.reason}", "red")
            continue
        who = " · ".join(filter(None, (entry.client, entry.organisation, entry.title)))
        printed.line(entry.id, "bold")
        printed.say(f"{figures.day(entry.updated)}  {who}", "dim", indent=2)
        if hit.words:
            printed.quote(hit.words, hit.marked, indent=4)
    words = ngettext("{count} session", "{count} sessions", found.total).format(count=found.total)
    shown = _(", {count} of them shown; see --limit").format(count=len(found.hits))
    printed.say(words + (shown if len(found.hits) < found.total else ""), "dim")


def _as_json(hit: Hit) -> dict[str, object]:
    entry = hit.entry
    if isinstance(entry, Refusal):
        return refused(entry)
    return {
        "id": entry.id,
        "path": str(entry.path),
        "client": entry.client,
        "updated": entry.updated.isoformat(),
        "kind": hit.kind,
        "goal": hit.goal,
        "place": hit.place,
        "words": hit.words,
        "marked": [list(span) for span in hit.marked],
    }
