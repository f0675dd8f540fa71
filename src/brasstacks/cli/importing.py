"""`import`: a recorded conversation becomes a session; our own exports come back."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from brasstacks.cli.common import bank_for, language_of, now, told, workspace_of
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.page import Page
from brasstacks.session import Session
from brasstacks.storage import arrivals, workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.transcripts import Choice, Talk, Unreadable, arriving, guess_interviewer, speakers
from brasstacks.words import _, ngettext

_SHOWN = 12
"""Lines that were not understood, shown before they are only counted; all of them stand in the session's notes."""


def import_file(arguments: argparse.Namespace) -> None:
    """`brasstacks import`."""
    path: Path = arguments.file.expanduser()
    try:
        with told(), _progress() as tell:
            opened = arriving.open_file(path, tell)
    except Unreadable as error:
        raise Failed(f"{path}: {error}") from error
    page = Page()
    if isinstance(opened, Talk):
        _import_talk(arguments, opened, path, page)
    else:
        _save(opened, workspace_of(arguments), page)


def _import_talk(arguments: argparse.Namespace, talk: Talk, path: Path, page: Page) -> None:
    asking = _interviewers(arguments, talk)
    _say_who(page, talk, asking, guessed=not arguments.interviewer)
    if arguments.speakers:
        return
    with told():
        there = workspace.init(workspace_of(arguments).root)
    language = language_of(arguments.lang) or ""
    bank = bank_for(there, arguments.bank, language).id if arguments.bank else ""
    choice = Choice(asking, arguments.client, arguments.title, language, bank)
    with told():
        session = arriving.session_of(talk, choice, path, there, now())
    _say_what(page, talk, session)
    _save((session,), there, page)


@contextmanager
def _progress() -> Iterator[Callable[[float], None]]:
    """A bar for a person; nothing for a program."""
    console = Console(stderr=True)
    with Progress(
        TextColumn(_("reading")), BarColumn(), console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _interviewers(arguments: argparse.Namespace, talk: Talk) -> tuple[str, ...]:
    there = [one.name for one in speakers(talk)]
    if not arguments.interviewer:
        return tuple(filter(None, (guess_interviewer(talk),)))
    folded = {name.casefold(): name for name in there}
    asked = [name.strip() for name in arguments.interviewer.split(",")]
    for name in asked:
        if name.casefold() not in folded:
            raise WrongUsage(
                _("--interviewer: {name}: does not speak here; there are: {known}").format(
                    name=name, known=", ".join(there)
                )
            )
    return tuple(folded[name.casefold()] for name in asked)


def _say_who(page: Page, talk: Talk, asking: tuple[str, ...], *, guessed: bool) -> None:
    page.say(f"{talk.kind} · {talk.encoding}", "dim")
    heads = (_("speaker"), _("times"), _("words"), _("asks"), "")
    mark = _("asks, as it seems: --interviewer NAME says otherwise") if guessed else _("asks")
    rows = (
        (one.name, str(one.pieces), str(one.words), str(one.questions), mark if one.name in asking else "")
        for one in speakers(talk)
    )
    page.table(heads, rows)
    for notice in talk.notices:
        page.say(notice, "yellow")
    for line in talk.unread[:_SHOWN]:
        page.say(_("line {number} was not understood: {text}").format(number=line.line, text=line.text), "yellow")
    if (more := len(talk.unread) - _SHOWN) > 0:
        page.say(ngettext("and {count} more line", "and {count} more lines", more).format(count=more), "yellow")


def _say_what(page: Page, talk: Talk, session: Session) -> None:
    turns = [turn for goal in session.goals for turn in goal.turns]
    asked = sum(turn.counts_as_asked for turn in turns)
    page.say()
    page.say(
        _("{pieces} pieces, {turns} turns, {asked} questions; goals proposed:").format(
            pieces=len(talk.fragments), turns=len(turns), asked=asked
        )
    )
    for number, goal in enumerate(session.goals, 1):
        page.say(f"{number}. {goal.statement} ({len(goal.turns)})")


def _save(sessions: tuple[Session, ...], there: Workspace, page: Page) -> None:
    with told():
        for path in arrivals.take_in(sessions, there):
            sys.stdout.flush()
            page.line(str(path))
