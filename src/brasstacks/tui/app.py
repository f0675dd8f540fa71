"""The program: one app, the workspace it stands in and the session that is open."""

import gc
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual import events, on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message

from brasstacks.storage.workspace import Workspace
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import BY_ID, EVERYWHERE, bindings, drawn
from brasstacks.tui.moment import local_now
from brasstacks.tui.preferences import Preferences
from brasstacks.tui.saying import key_word
from brasstacks.tui.theme import ANSI, BRASS_DARK, THEMES
from brasstacks.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Provider

    from brasstacks.storage.saver import State
    from brasstacks.tui.copying import Copied, Offer
    from brasstacks.tui.opened import Opened  # the interview and all that it needs are loaded when a session is opened
    from brasstacks.tui.screens.library import Library

TERMINAL_EVERY = 1.0
"""Seconds between two looks whether the terminal is still there."""

_LASTING = 20.0
"""Seconds that it stands there what of the settings could not be taken; a click takes it away, the Settings keep it."""

_TOLD = 3
"""Of what could not be taken, how much is told at once."""

_ONE_MORE_TRY = 0.5
"""Seconds, once the person has said that they leave."""


@runtime_checkable
class Keeps(Protocol):
    """A screen that has something to hand over before the program is left."""

    def keep(self) -> None:
        """Hand it over."""


@runtime_checkable
class Drafts(Protocol):
    """A screen with a box of which the text is kept while it is no answer yet."""

    def keep_draft(self) -> bool:
        """Keep it. Returns whether it is kept."""


def _library() -> "Library":
    from brasstacks.tui.screens.library import Library

    return Library()


def _here() -> "type[Provider]":
    from brasstacks.tui.palette import HereCommands

    return HereCommands


def _sessions() -> "type[Provider]":
    from brasstacks.tui.palette import SessionCommands

    return SessionCommands


class Brasstacks(App[int]):
    """The app holds what outlives a screen: the workspace and the session in hand."""

    TITLE = "brasstacks"
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 3
    COMMANDS: ClassVar[set["type[Provider] | Callable[[], type[Provider]]"]] = {_here, _sessions}
    # The Library is the first screen: over Textual's own blank one it would be the second to be laid out and painted.
    MODES: ClassVar = {"home": _library}
    DEFAULT_MODE = "home"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    class SavingTold(Message):
        """How the record stands; posted from the saver's thread."""

        def __init__(self, state: "State") -> None:
            """Carry the state."""
            super().__init__()
            self.state = state

    def __init__(self, workspace: Workspace, session: Path | None = None) -> None:
        """Prepare the program.

        Args:
            workspace: where the sessions are.
            session: one to open at once; None for the Library.
        """
        # Where colours are not wanted, none at all are sent; Textual would send greys.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.workspace = workspace
        self._first = session
        self.opened: Opened | None = None
        """The session in hand."""
        for theme in THEMES:
            self.register_theme(theme)
        # Not by the watcher, which is called once the app runs: until then nothing is styled that would be styled anew.
        self.preferences = Preferences.of(workspace)
        """What the person has set."""
        self.set_reactive(App.theme, self._theme)

    def on_mount(self) -> None:
        """Show the session that was asked for over the Library, and say what of the settings could not be taken."""
        if self.preferences.keys.changed:
            self.set_keymap(self.preferences.keys.keymap)
        if self.preferences.problems:
            words = "\n".join(self.preferences.problems[:_TOLD])
            name = self.workspace.settings_file.name
            self.notify(seen(words), title=name, severity="warning", timeout=_LASTING, markup=False)
        self._leave_cleanly_on_signals()
        self._bring_back()
        if self._first is not None:
            self.open_session(self._first)

    def on_ready(self) -> None:
        """From the first frame on garbage is collected; what stands there by now stays and is looked through no more."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _bring_back(self) -> None:
        """What could not be saved when the program was last left."""
        if self.workspace.aside_dir.is_dir():
            from brasstacks.storage import aside

            aside.bring_back(self.workspace, now=local_now())

    def prefer(self, preferences: Preferences) -> None:
        """Go by these settings from now on."""
        self.preferences = preferences
        self.theme = self._theme
        self.set_keymap(preferences.keys.keymap)
        for screen in self.screen_stack:
            screen.set_class(preferences.compact, "-compact")

    def key(self, action: str) -> str:
        """The key of an action as it is bound now, for a sentence that names it: `library.new`."""
        return key_word(drawn(self.preferences.keys.keys_of(BY_ID[action]).partition(",")[0]))

    def get_key_display(self, binding: Binding) -> str:
        """A key in the footer: the same way everywhere, whether it is bound anew or not."""
        return key_word(binding.key_display or drawn(binding.key))

    @property
    def _theme(self) -> str:
        """The theme that was set; without colours the one that tells everything by shape."""
        return ANSI.name if self.no_color else self.preferences.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme of another's making lacks."""
        return BRASS_DARK.variables

    def _leave_cleanly_on_signals(self) -> None:
        # Textual leaves the terminal in its own mode when it is ended from outside.
        if _has_terminal():
            self.set_interval(TERMINAL_EVERY, self._mind_the_terminal)
        loop = self._loop
        for name in ("SIGTERM", "SIGHUP"):
            if loop is not None and hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self._end)

    def _mind_the_terminal(self) -> None:
        # Whoever does not lead the terminal's session gets no signal when it is closed, and would live on unseen.
        if not _has_terminal():
            self._end()

    def _end(self) -> None:
        """Somebody outside ends the program, perhaps by closing its terminal."""
        status = self._keep_everything()
        if not _has_terminal():
            # Textual would wait for ever for its writer, which the closed terminal has ended.
            os._exit(status)
        self.exit(status)

    # ------------------------------------------------------------ the session in hand

    def open_session(self, path: Path, goal: str = "", place: str = "") -> bool:
        """Open a saved session on the interview screen, at a goal and a turn. Returns whether it could be read; says why not."""
        if (opened := self.take_up(path)) is None:
            return False
        self.show_interview(opened, goal, place)
        return True

    def take_up(self, path: Path) -> "Opened | None":
        """Have a saved session in hand, in place of the one before. None when it cannot be had; says why not."""
        if self.opened is not None and self.opened.path == path:
            return self.opened
        if not self.let_go():
            self.action_record()
            return None
        from brasstacks.storage.faults import BankUnreadable
        from brasstacks.storage.reasons import SessionUnreadable
        from brasstacks.tui.opened import Opened

        try:
            opened = Opened.of_file(self.workspace, path)
        except (SessionUnreadable, BankUnreadable) as error:
            self.notify(seen(str(error)), title=_("Not opened"), severity="error", timeout=12, markup=False)
            return None
        self._hold(opened)
        return opened

    def _hold(self, opened: "Opened") -> None:
        self.opened = opened
        opened.tell = self._hear_of_saving
        if opened.lock_warning:
            words = _("Nothing keeps a second program out of this session: {why}")
            self.notify(seen(words.format(why=opened.lock_warning)), severity="warning", markup=False)

    def show_interview(self, opened: "Opened", goal: str = "", place: str = "") -> None:
        """Show a session that is open, at a goal and a turn of it."""
        from brasstacks.tui.screens.interview import InterviewScreen

        if opened is not self.opened:
            self.let_go()
            self._hold(opened)
        self.push_screen(InterviewScreen(opened, goal, place))

    def reopen(self, path: Path) -> None:
        """Open a session anew from the Library, after the one in hand was decided against."""
        if self.opened is not None:
            self.opened.close(timeout=0)
            self.opened = None
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.open_session(path)

    def let_go(self) -> bool:
        """Save and release the session in hand; one that cannot be saved stays in hand. Returns whether all is saved."""
        if self.opened is None:
            return True
        if not self.opened.flush():
            return False
        self.opened.close()
        self.opened = None
        return True

    def _hear_of_saving(self, state: "State") -> None:
        self.post_message(self.SavingTold(state))

    @on(SavingTold)
    def _saving_told(self, event: SavingTold) -> None:
        from brasstacks.tui.screens.house import House

        if event.state.notice:
            self.notify(seen(event.state.notice), severity="warning", timeout=12, markup=False)
        for screen in self.screen_stack:
            if isinstance(screen, House) and screen.is_mounted:
                screen.show_saving()

    @on(events.AppFocus)
    def _came_back(self) -> None:
        """The person may have edited the file elsewhere meanwhile."""
        if self.opened is not None:
            self.opened.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Behind a blank screen no key does anything but the one that lifts it."""
        from brasstacks.tui.screens.hidden import Hidden

        if isinstance(self.screen, Hidden):
            return False
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """The help, which speaks first of where one is."""
        from brasstacks.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            ids = [active.binding.id or "" for active in self.screen.active_bindings.values()]
            here = dict.fromkeys(one.partition(".")[0] for one in ids if one)
            self.push_screen(HelpScreen(tuple(sorted(here, key=EVERYWHERE.__contains__))))

    def action_settings(self) -> None:
        """What can be set."""
        from brasstacks.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def action_command_palette(self) -> None:
        """All that can be done here, by its name."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=_("What do you want to do?")))

    def action_record(self) -> None:
        """How the record stands, and what can be done about it."""
        self._show_record()

    def _show_record(self, *, leaving: bool = False) -> None:
        from brasstacks.tui.screens.record import RecordScreen

        if self.opened is None:
            self.notify(_("No session is open."), markup=False)
        elif not isinstance(self.screen, RecordScreen):
            self.push_screen(RecordScreen(self.opened, leaving=leaving))

    def copy(self, offer: "Offer") -> None:
        """Copy what is selected on the screen, else what it offers; says what was copied."""
        from brasstacks.tui import copying

        if (copied := copying.selected(self.screen) or offer()) is None:
            self.notify(_("There is nothing to copy here."), markup=False)
        else:
            self._copy(copied)

    @work(exclusive=True, group="copy")
    async def _copy(self, copied: "Copied") -> None:
        from brasstacks.tui import copying

        self.notify(seen(await copying.hand_over(self, copied)), markup=False)

    def action_copy_or_leave(self) -> None:
        """What is selected is copied, as everywhere; where nothing is, the key leaves, as it does in a terminal."""
        from brasstacks.tui import copying

        if (copied := copying.selected(self.screen)) is not None:
            self._copy(copied)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the program; with words that are not saved, ask first."""
        status = self._keep_everything()
        if self.opened is None:
            self.exit(status)
        else:
            self._show_record(leaving=True)

    def leave_as_it_is(self) -> None:
        """Leave, though not everything is saved."""
        if self.opened is not None:
            self.opened.close(timeout=_ONE_MORE_TRY)
            self.opened = None
        self.exit(1)

    def _keep_everything(self) -> int:
        """Save what there is, and let the session go. Returns the exit status."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, Keeps)]
        for screen in screens:
            screen.keep()
        saved = self.opened is None or self.opened.flush()
        # Only now: until the last answer is saved, its draft is its only copy.
        lost = [screen for screen in screens if isinstance(screen, Drafts) and not screen.keep_draft()]
        return 0 if saved and not lost and self.let_go() else 1

    def _handle_exception(self, error: Exception) -> None:
        from brasstacks.storage import log

        # A fault of the program's own is no reason to lose a word, nor to show words in a traceback with its values.
        log.fault(error, now=local_now())
        with suppress(Exception):
            self._keep_everything()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        from brasstacks.storage import log

        words = _("A fault of brasstacks itself. What was said is kept; where it happened stands in {log}")
        self._exit_renderables.append(Text(words.format(log=log.path())))
        self._close_messages_no_wait()


def _has_terminal() -> bool:
    try:
        return os.isatty(0) and bool(os.get_terminal_size(0))
    except OSError:
        return False


def run(workspace: Workspace, session: Path | None = None) -> int:
    """Run the program until it is left. Returns the exit status."""
    gc.disable()  # a seventh of the work until the first frame: nearly all that is made till then stays
    return Brasstacks(workspace, session).run() or 0
