"""How a practice and a replay are begun: from the Library, or in place of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from brasstacks.interview import Interview
from brasstacks.played import play
from brasstacks.session import Session
from brasstacks.storage import files, naming
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.cells import seen
from brasstacks.tui.moment import local_now
from brasstacks.tui.screens.clients import ClientsScreen
from brasstacks.tui.screens.practice import PracticeScreen
from brasstacks.tui.screens.replay import ReplayScreen
from brasstacks.tui.unkept import Practised, Unkept, bank_of
from brasstacks.words import _


class Stage(Brasstacks):
    """The program without its Library: one practice or replay, and it ends with it."""

    MODES: ClassVar = {}
    DEFAULT_MODE = "_default"

    def __init__(self, workspace: Workspace, begin: Callable[["Stage"], None]) -> None:
        """Prepare it.

        Args:
            workspace: where banks and settings are; nothing is written there.
            begin: shows the first screen.
        """
        super().__init__(workspace)
        self._begin = begin

    def on_mount(self) -> None:
        """Show it."""
        self._begin(self)

    def _bring_back(self) -> None:
        """What could not be saved waits until the sessions are looked at."""


def _nothing() -> None:
    """What is called where nothing has to be done."""


def choose(
    program: Brasstacks,
    lang: str,
    also: Path | None = None,
    *,
    speed: float = 1.0,
    left: Callable[[], None] = _nothing,
) -> None:
    """Ask whom to practise with, then practise; afterwards ask again.

    Args:
        program: the app.
        lang: the language whose clients come first.
        also: a session of one's own, to be listed too.
        speed: how many times as fast as one reads along the client speaks.
        left: called when nobody was chosen.
    """
    again = partial(choose, program, lang, also, speed=speed, left=left)

    def chosen(path: Path | None) -> None:
        if path is None:
            left()
            return
        try:
            saved = files.load(path).session
        except files.SessionUnreadable as error:
            program.notify(seen(str(error)), title=_("Not opened"), severity="error", timeout=12, markup=False)
        else:
            practise(program, saved, speed=speed, left=again)

    program.push_screen(ClientsScreen(lang, also), chosen)


def practise(program: Brasstacks, saved: Session, *, speed: float = 1.0, left: Callable[[], None] = _nothing) -> None:
    """Practise with the client of a saved session.

    Args:
        program: the app.
        saved: it is read and never changed.
        speed: how many times as fast as one reads along the client speaks; infinite for at once.
        left: called when it is over.
    """
    screen = PracticeScreen(Practised(program.workspace, saved), speed=speed)
    program.push_screen(screen, lambda _result: left())


def replay(program: Brasstacks, session: Session, *, speed: float = 1.0, left: Callable[[], None] = _nothing) -> None:
    """Play a saved session on the interview's screen.

    Args:
        program: the app.
        session: it is read and never changed.
        speed: how many times as fast as it was held.
        left: called when it is over.
    """
    plays = play(session, speed)
    interview = Interview(plays.shown, bank_of(program.workspace, session), new_id=naming.new_id, now=local_now())
    opened = Unkept(program.workspace, interview, read_only=_("a replay"))
    program.push_screen(ReplayScreen(opened, plays), lambda _result: left())
