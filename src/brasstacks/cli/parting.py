"""`delete`, `trash` and `forget`: what leaves the sessions, and what goes for good."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from brasstacks import figures
from brasstacks.cli.common import existing, now, told
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.page import Page
from brasstacks.storage import forget, trash
from brasstacks.storage.forget import Plan
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.trash import Trashed
from brasstacks.storage.workspace import Summary, Workspace
from brasstacks.words import _, ngettext


def delete(arguments: argparse.Namespace) -> None:
    """`brasstacks delete`: all of them or none."""
    there = existing(arguments)
    try:
        paths = [there.resolve(one) for one in arguments.sessions]
    except LookupError as error:
        raise Failed(str(error.args[0])) from error
    for path in paths:
        if path.resolve().parent != there.sessions_dir.resolve():
            raise Failed(
                _("{path}: is no session of {folder}: remove it yourself").format(path=path, folder=there.root)
            )
    page = Page()
    with told():
        for path in paths:
            try:
                trash.delete(there, path, now=now())
            except trash.InUse as error:
                raise Failed(str(error)) from error
            page.line(_("In the trash: {id}; back with: brasstacks trash restore {id}").format(id=path.stem))


def list_trash(arguments: argparse.Namespace) -> None:
    """`brasstacks trash list`."""
    page, found = Page(), trash.listed(existing(arguments))
    if not found:
        page.say(_("The trash is empty."))
        return
    page.table((_("id"), _("client"), _("title"), _("deleted")), map(_row, found))


def _row(one: Trashed) -> Sequence[str]:
    deleted = figures.moment(one.deleted.astimezone())
    if not isinstance(one.entry, Summary):
        return one.id, _("unreadable"), "", deleted
    return one.id, " · ".join(filter(None, (one.entry.client, one.entry.organisation))), one.entry.title, deleted


def restore(arguments: argparse.Namespace) -> None:
    """`brasstacks trash restore`: of several that had one id, the one that was deleted last."""
    there = existing(arguments)
    found = trash.listed(there)
    wanted: list[Trashed] = []
    for session_id in dict.fromkeys(arguments.sessions):
        one = next((one for one in found if one.id == session_id), None)
        if one is None:
            ids = ", ".join(dict.fromkeys(one.id for one in found)) or "—"
            raise Failed(_("{id}: is not in the trash; there is: {known}").format(id=session_id, known=ids))
        wanted.append(one)
    with told():
        for one in wanted:
            Page().line(str(trash.restore(there, one)))


def empty(arguments: argparse.Namespace) -> None:
    """`brasstacks trash empty`."""
    there = existing(arguments)
    page, found = Page(), trash.listed(there)
    if not found:
        page.say(_("The trash is empty."))
        return
    words = ngettext("{count} session goes for good:", "{count} sessions go for good:", len(found))
    page.say(words.format(count=len(found)), "bold")
    _paths(page, there, [path for one in found for path in trash.files_of(there, one)])
    _sure(arguments, page)
    with told():
        trash.empty(there, found)


def forget_client(arguments: argparse.Namespace) -> None:
    """`brasstacks forget`."""
    there = existing(arguments)
    index, page = Index(there), Page()
    with told():
        try:
            index.refresh()
            name, organisation = _meant(arguments, forget.clients(index))
            found = forget.plan(index, name, organisation, now=now())
            _show(page, there, found)
            if found.open_elsewhere:
                raise Failed(found.open_elsewhere[0])
            _sure(arguments, page)
            forget.forget(index, found, now=now())
        except (trash.InUse, IndexUnavailable) as error:
            raise Failed(str(error)) from error
    page.say(_("Forgotten."))


def _meant(arguments: argparse.Namespace, known: dict[forget.Party, tuple[str, str]]) -> tuple[str, str]:
    """The client that a person names; several of one name are told apart by their organisation. Raises Failed."""
    name, organisation = forget.party(arguments.client, arguments.organisation or "")
    same = {party: written for party, written in known.items() if party[0] == name}
    if arguments.organisation is not None:
        same = {party: written for party, written in same.items() if party[1] == organisation}
    if len(same) == 1:
        return next(iter(same.values()))
    if same:
        each = ", ".join(f"--organisation '{one}'" for _name, one in same.values())
        raise Failed(
            _("{client}: several clients have that name: say which with {each}").format(
                client=arguments.client, each=each
            )
        )
    close = [written[0] for party, written in known.items() if name in party[0] or name in party[1]]
    if close and name:
        words = _("{client}: no session is with a client of that name; there is: {known}")
        raise Failed(words.format(client=arguments.client, known=", ".join(dict.fromkeys(close))))
    raise Failed(_("{client}: no session is with a client of that name").format(client=arguments.client))


def _show(page: Page, there: Workspace, found: Plan) -> None:
    who = " · ".join(filter(None, (found.client, found.organisation)))
    page.say(_("Everything of {client}:").format(client=who), "bold")
    _paths(page, there, found.files)
    page.line("  " + _("and every word of theirs in the search index"))
    page.say(_("Out of reach:"), "bold")
    page.line("  " + _("what was exported, printed, sent, or copied elsewhere, backups of the whole disk among it"))
    if found.repository:
        page.line(
            "  " + _("what was committed to git in {folder}: its history keeps it").format(folder=found.repository)
        )
    for one in found.mentioned:
        page.line("  " + _("{id}: a session of others in which the name stands").format(id=one))
    for path in found.unread:
        page.line("  " + _("{file} cannot be read, and the name stands in it").format(file=path))


def _paths(page: Page, there: Workspace, paths: Sequence[Path]) -> None:
    for path in paths:
        page.line(f"  {path.relative_to(there.root)}")


def _sure(arguments: argparse.Namespace, page: Page) -> None:
    """Go on when the person says so. Raises Failed when not, and WrongUsage when nobody can be asked."""
    if arguments.yes:
        return
    if not sys.stdin.isatty():
        raise WrongUsage(_("nobody is there to be asked: look at the list above, and say --yes"))
    page.say(_("Nothing brings it back. Type yes to remove it:"), "bold")
    if sys.stdin.readline().strip().lower() not in ("yes", _("yes")):
        raise Failed(_("nothing was removed"))
