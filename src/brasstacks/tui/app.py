"""The program: one app, the workspace it stands in and the session that is open."""

import os
import signal
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from brasstacks.storage.banks import BankUnreadable
from brasstacks.storage.files import SessionUnreadable
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened
from brasstacks.tui.theme import THEMES
from brasstacks.words import _


class Brasstacks(App[int]):
    """The app holds what outlives a screen: the workspace and the session in hand."""

    TITLE = "brasstacks"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(self, workspace: Workspace, session: Path | None = None) -> None:
        """Prepare the program.

        Args:
            workspace: where the sessions are.
            session: one to open at once; None for the Library.
        """
        super().__init__()
        self.workspace = workspace
        self._first = session
        self.opened: Opened | None = None
        """The session in hand."""

    def on_mount(self) -> None:
        """Show the Library, and over it the session that was asked for."""
        from brasstacks.tui.screens.library import Library

        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self._leave_cleanly_on_signals()
        self.push_screen(Library())
        if self._first is not None:
            self.open_session(self._first)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme of another's making lacks."""
        return {"muted": "#8f948f"}

    def _leave_cleanly_on_signals(self) -> None:
        # Textual leaves the terminal in its own mode when it is ended from outside.
        loop = self._loop
        for name in ("SIGTERM", "SIGHUP"):
            if loop is not None and hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self._end)

    def _end(self) -> None:
        """Somebody outside ends the program, perhaps by closing its terminal."""
        status = self._keep_everything()
        if not _has_terminal():
            # Textual would wait for ever for its writer, which the closed terminal has ended.
            os._exit(status)
        self.exit(status)

    def open_session(self, path: Path) -> bool:
        """Open a saved session on the interview screen. Returns whether it could be read; says why not."""
        try:
            opened = Opened.of_file(self.workspace, path)
        except (SessionUnreadable, BankUnreadable) as error:
            self.notify(str(error), title=_("Not opened"), severity="error", timeout=12, markup=False)
            return False
        self.show_interview(opened)
        return True

    def show_interview(self, opened: Opened) -> None:
        """Show a session that is open."""
        self.let_go()
        self.opened = opened
        self.go_on(opened)

    def go_on(self, opened: Opened) -> None:
        """Show the conversation of the session in hand."""
        from brasstacks.tui.screens.interview import InterviewScreen

        self.push_screen(InterviewScreen(opened))

    def let_go(self) -> bool:
        """Save and release the session in hand. Returns whether all is saved."""
        opened, self.opened = self.opened, None
        return opened.close() if opened else True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Behind a blank screen no key does anything but the one that lifts it."""
        from brasstacks.tui.screens.hidden import Hidden

        if isinstance(self.screen, Hidden):
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Leave the program; nothing is lost."""
        self.exit(self._keep_everything())

    def _keep_everything(self) -> int:
        """Save what there is, and let the session go. Returns the exit status."""
        for screen in self.screen_stack:
            if (keep := getattr(screen, "keep", None)) is not None:
                keep()
        return 0 if self.let_go() else 1


def _has_terminal() -> bool:
    try:
        return os.isatty(0) and bool(os.get_terminal_size(0))
    except OSError:
        return False


def run(workspace: Workspace, session: Path | None = None) -> int:
    """Run the program until it is left. Returns the exit status."""
    return Brasstacks(workspace, session).run() or 0
