"""`export` and `schema`: sessions written down for people and programs."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from brasstacks.cli.common import existing, load, speak_utf8, told
from brasstacks.cli.faults import Failed, WrongUsage, one_of
from brasstacks.export import FORMATS, Audience, Format, Options, Page, Redactor, Unavailable, chunks
from brasstacks.session import Session
from brasstacks.storage import atomic
from brasstacks.storage.banks import Banks
from brasstacks.words import _


def export(arguments: argparse.Namespace) -> int:
    """`brasstacks export`. Returns 1 when of all sessions some could not be read."""
    form = FORMATS[one_of(arguments.format, tuple(FORMATS), _("{value}: no such format; there are: {known}"))]
    audience = Audience(one_of(arguments.audience, tuple(Audience), _("{value}: no such audience; there are: {known}")))
    page = Page(one_of(arguments.page, tuple(Page), _("{value}: no such page; there are: {known}")))
    if page is not Page.RECORD:
        _page_alone(form, audience, page)
    named = _named(arguments)
    if arguments.goal is not None and len(named) > 1:
        raise WrongUsage(_("--goal: a number of a goal means one session: name one"))
    redactor = Redactor(arguments.redact_name) if arguments.redact or arguments.redact_name else None
    banks = Banks(existing(arguments))
    options = Options(audience=audience, from_step=arguments.from_step, redactor=redactor, page=page, banks=banks)
    try:
        if arguments.goal is not None:
            return _one_goal(arguments, named[0], form, options)
        return _write(arguments, named, form, options)
    except Unavailable as error:
        raise Failed(str(error)) from error


def _page_alone(form: Format, audience: Audience, page: Page) -> None:
    """Refuse what a page that goes out alone cannot be."""
    if audience is Audience.INTERNAL:
        raise WrongUsage(_("--page {page}: it is the client's: leave --audience internal out").format(page=page))
    if not form.prints:
        known = ", ".join(one.name for one in FORMATS.values() if one.prints)
        words = _("--page {page}: {name} holds the whole record; a page goes out as: {known}")
        raise WrongUsage(words.format(page=page, name=form.name, known=known))


def _named(arguments: argparse.Namespace) -> list[str]:
    if arguments.all and arguments.sessions:
        raise WrongUsage(_("--all: name no session beside it"))
    there = existing(arguments)
    named = [str(there.session_path(one)) for one in there.ids()] if arguments.all else arguments.sessions
    if not named and not arguments.all:
        raise WrongUsage(_("export: name a session, or add --all; see: brasstacks list"))
    return named


def _one_goal(arguments: argparse.Namespace, name: str, form: Format, options: Options) -> int:
    session = load(arguments, name).session
    if not 1 <= arguments.goal <= len(session.goals):
        raise WrongUsage(
            _("--goal: {id} has {count} goals: name a number from 1").format(id=session.id, count=len(session.goals))
        )
    chosen = replace(options, goal=session.goals[arguments.goal - 1].id)
    return _write(arguments, [name], form, chosen)


def _write(arguments: argparse.Namespace, named: list[str], form: Format, options: Options) -> int:
    if not form.joins and len(named) > 1 and not Path(arguments.to).is_dir():
        raise WrongUsage(
            _("{name}: a file holds one session: name a folder with --to for several").format(name=form.name)
        )
    refused: list[str] = []
    sessions = _loaded(arguments, named, refused)
    to = Path(arguments.to).expanduser()
    if arguments.to == "-":
        _print(form, sessions, options)
    elif to.is_dir():
        with told():
            for session in sessions:
                _save(to / f"{_file_name(session, options)}{form.suffix}", chunks(form, (session,), options))
    elif not (folder := to if arguments.to.endswith(("/", os.sep)) else to.parent).is_dir():
        raise Failed(_("{folder}: no such folder: make it, or name another").format(folder=folder))
    else:
        with told():
            _save(to, chunks(form, sessions, options))
    for reason in refused:
        sys.stderr.write(f"brasstacks: {reason}\n")
    return 1 if refused else 0


def _loaded(arguments: argparse.Namespace, named: list[str], refused: list[str]) -> Iterator[Session]:
    """One after the other: a thousand sessions need no more memory than one."""
    for one in named:
        try:
            session = load(arguments, one).session
        except Failed as error:
            # Who asked for a session by name is to have it; of all there are, one must not keep the others back.
            if not arguments.all:
                raise
            refused.append(str(error))
        else:
            yield session


def _print(form: Format, sessions: Iterator[Session], options: Options) -> None:
    speak_utf8()
    for piece in chunks(form, sessions, options):
        sys.stdout.buffer.write(piece)


def _file_name(session: Session, options: Options) -> str:
    """Of a file among others; a name that was taken out does not stand in it."""
    kind = "-internal" if options.internal else "" if options.page is Page.RECORD else f"-{options.page}"
    number = options.redactor.next_number if options.redactor else 0
    return f"{session.session.created:%Y-%m-%d}-{number}{kind}" if number else f"{session.id}{kind}"


def _save(path: Path, pieces: Iterator[bytes]) -> None:
    atomic.write(path, pieces)
    sys.stderr.write(f"{path}\n")


def schema(_arguments: argparse.Namespace) -> None:
    """`brasstacks schema`."""
    from brasstacks.export.documents import schema as of_models  # noqa: PLC0415 - only here

    speak_utf8()
    sys.stdout.write(json.dumps(of_models(), ensure_ascii=False, indent=1) + "\n")
