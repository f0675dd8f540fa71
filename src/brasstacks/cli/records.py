"""`init`, `new` and `show`: the sessions of a workspace."""

import argparse
from contextlib import suppress

from brasstacks import editing
from brasstacks.cli.common import bank_for, language_of, load, now, told, workspace_of
from brasstacks.cli.faults import WrongUsage
from brasstacks.cli.page import Page
from brasstacks.session import Client, Session
from brasstacks.storage import files, naming, shipped, workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _


def init(arguments: argparse.Namespace) -> None:
    """`brasstacks init`."""
    with told():
        made = workspace.init(arguments.dir.expanduser().absolute())
    Page().line(_("Workspace: {root}").format(root=made.root))


def new(arguments: argparse.Namespace) -> None:
    """`brasstacks new`."""
    with told():
        there = workspace.init(workspace_of(arguments).root)
    session = _following(arguments, there) if arguments.after else _first(arguments, there)
    with told():
        saved = files.save(session, there.session_path(session.id), since=None, backups=there.backups_dir)
    page = Page()
    page.line(str(saved.path))
    page.say(_("Open it with: brasstacks open {id}").format(id=session.id), "dim")


def _first(arguments: argparse.Namespace, there: Workspace) -> Session:
    """A session with a client who is named."""
    if not arguments.client:
        raise WrongUsage(_("new: --client NAME is missing, or --after SESSION; see: brasstacks new --help"))
    language = language_of(arguments.lang) or _language_of(arguments.bank, there) or _last_language(there)
    moment = now()
    return editing.start(
        naming.session_id(moment.date(), f"{arguments.client} {arguments.title}", there.ids()),
        Client(name=arguments.client, organisation=arguments.organisation),
        now=moment,
        language=language,
        bank=bank_for(there, arguments.bank, language).id,
        title=arguments.title,
    )


def _following(arguments: argparse.Namespace, there: Workspace) -> Session:
    """A session with the client of an earlier one; what is named differs."""
    earlier, moment = load(arguments, arguments.after).session, now()
    client = editing.changed(
        earlier.client,
        consent="",
        name=arguments.client or earlier.client.name,
        organisation=arguments.organisation or earlier.client.organisation,
    )
    title = arguments.title or earlier.session.title
    header: dict[str, object] = {"title": title}
    if arguments.lang or arguments.bank:
        language = language_of(arguments.lang) or _language_of(arguments.bank, there) or earlier.session.language
        header |= {"language": language, "bank": bank_for(there, arguments.bank, language).id}
    session_id = naming.session_id(moment.date(), f"{client.name} {title}", there.ids())
    return editing.follow_on(earlier, session_id, now=moment, new_id=naming.new_id, client=client, **header)


def _language_of(bank_id: str, there: Workspace) -> str | None:
    return bank_for(there, bank_id, "").language if bank_id else None


def _last_language(there: Workspace) -> str:
    """The language of the session whose file was changed last, of those that can be read and are no examples; else English."""
    for path in there.newest():
        if path.stem in shipped.examples():
            continue
        with suppress(files.SessionUnreadable):
            return files.load(path).session.session.language
    return "en"


def show(arguments: argparse.Namespace) -> None:
    """`brasstacks show`."""
    from brasstacks.cli.views import show_session  # noqa: PLC0415 - `list` does without it

    loaded = load(arguments, arguments.session)
    page = Page()
    show_session(page, loaded.session)
    if loaded.read_only_reason:
        page.say(loaded.read_only_reason, "yellow")
