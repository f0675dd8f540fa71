"""`practice`, and `replay` in a terminal: a saved session played on the screen; nothing of it is kept."""

import argparse
import math
from types import ModuleType
from typing import TYPE_CHECKING

from brasstacks.cli.common import language_of, load, workspace_of
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.screen import needs_terminal
from brasstacks.storage import workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from brasstacks.session import Session
    from brasstacks.tui.playing import Stage

AT_ONCE = "instant"


def practice(arguments: argparse.Namespace) -> int:
    """`brasstacks practice`."""
    needs_terminal(_("a practice needs a terminal: it is a conversation"))
    speed, lang = _speed(arguments.speed), language_of(arguments.lang) or spoken()
    if not arguments.session:
        return _run(
            workspace_of(arguments), lambda program: _tui().choose(program, lang, speed=speed, left=program.exit)
        )
    there, session = _meant(arguments)
    if not any(turn.answer.strip() for goal in session.goals for turn in goal.turns):
        raise Failed(_("{session}: nothing was answered in it: it has no client to play").format(session=session.id))
    return _run(there, lambda program: _tui().practise(program, session, speed=speed, left=program.exit))


def replay(arguments: argparse.Namespace) -> int:
    """`brasstacks replay` without `--plain`."""
    otherwise = _("the program needs a terminal; use: brasstacks replay --plain {session}")
    needs_terminal(otherwise.format(session=arguments.session))
    speed = _speed(arguments.speed)
    there, session = _meant(arguments)
    return _run(there, lambda program: _tui().replay(program, session, speed=speed, left=program.exit))


def _run(there: Workspace, begin: "Callable[[Stage], None]") -> int:
    return _tui().Stage(there, begin).run() or 0


def _tui() -> ModuleType:
    from brasstacks.tui import playing  # noqa: PLC0415 - a quarter of a second that no other command pays

    return playing


def _meant(arguments: argparse.Namespace) -> tuple[Workspace, "Session"]:
    """The session named, and the workspace with its banks."""
    loaded = load(arguments, arguments.session)
    there = workspace_of(arguments)
    if loaded.path.resolve().parent != there.sessions_dir.resolve():
        there = workspace.of_session(loaded.path)
    return there, loaded.session


def _speed(value: str) -> float:
    """How many times as fast: a number above 0, or `instant`. Raises WrongUsage."""
    if value == AT_ONCE:
        return math.inf
    try:
        speed = float(value)
    except ValueError:
        speed = 0.0
    if not (math.isfinite(speed) and speed > 0):
        raise WrongUsage(_("--speed {value}: a number above 0, or {instant}").format(value=value, instant=AT_ONCE))
    return speed
