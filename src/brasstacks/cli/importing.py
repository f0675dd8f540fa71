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
from brasstacks.storage import arrivals, naming, workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.transcripts import LARGEST, Choice, Talk, Unreadable, build, guess_interviewer, own, read, speakers
from brasstacks.transcripts.build import language_of as spoken
from brasstacks.words import _, ngettext

_SHOWN = 12
"""Lines that were not understood, shown before they are only counted; all of them stand in the session's notes."""


def import_file(arguments: argparse.Namespace) -> None:
    """`brasstacks import`."""
    path: Path = arguments.file.expanduser()
    try:
        raw = _bytes_of(path)
        back = own.sessions(raw)
        if back is not None:
            _save(back, workspace_of(arguments), Page())
            return
        with _progress() as tell:
            talk = read(raw, tell)
    except Unreadable as error:
        raise Failed(f"{path}: {error}") from error
    page = Page()
    asking = _interviewers(arguments, talk)
    _say_who(page, talk, asking, guessed=not arguments.interviewer)
    if arguments.speakers:
        return
    with told():
        there = workspace.init(workspace_of(arguments).root)
        began = arrivals.began(path)
    language = language_of(arguments.lang) or spoken(talk, asking)
    bank = bank_for(there, arguments.bank, language)
    title = arguments.title or path.stem
    choice = Choice(asking, arguments.client, title, language, bank.id)
    words = f"{arguments.client} {title}"
    session = build(
        talk,
        choice,
        session_id=naming.session_id(began.date(), words, there.ids()),
        began=began,
        now=now(),
        new_id=naming.new_id,
    )
    _say_what(page, talk, session)
    _save((session,), there, page)


def _bytes_of(path: Path) -> bytes:
    """The file, unless it is too large to be read at all. Raises Unreadable, Failed."""
    with told():
        # A byte more than is allowed is enough to say so.
        with path.open("rb") as file:
            return file.read(LARGEST + 1)


@contextmanager
def _progress() -> Iterator[Callable[[float], None]]:
    """A bar for a person; nothing for a program."""
    console = Console(stderr=True)
    with Progress(TextColumn(_("reading")), BarColumn(), console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _interviewers(arguments: argparse.Namespace, talk: Talk) -> tuple[str, ...]:
    there = [one.name for one in speakers(talk)]
    if not arguments.interviewer:
        return (guess_interviewer(talk),)
    folded = {name.casefold(): name for name in there}
    asked = [name.strip() for name in arguments.interviewer.split(",")]
    for name in asked:
        if name.casefold() not in folded:
            raise WrongUsage(f"--interviewer: {name}: does not speak here; there are: {', '.join(there)}")
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
