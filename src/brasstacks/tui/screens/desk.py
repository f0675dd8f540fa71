"""What the rooms share in which a session is put right: one history, saved after each edit, named when taken back."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.content import Content
from textual.widgets import Static

from brasstacks.session import Session
from brasstacks.tui.cells import seen, short
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.ask import Filled, Form
from brasstacks.tui.screens.house import House
from brasstacks.words import _

Result = TypeVar("Result")


class Desk(House[Result]):
    """A screen on which an open session is edited. Who derives from it shows the session in `show_all`."""

    ROOM: ClassVar[str] = ""
    """The name under which the time spent here is kept; empty where it is time of the conversation."""

    def __init__(self, opened: Opened) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
        """
        super().__init__()
        self.opened = opened
        self.interview = opened.interview
        self._entered = self.interview.clock.seconds

    @property
    def session(self) -> Session:
        """The session as it is."""
        return self.interview.session

    def show_all(self, chosen: str = "") -> None:
        """Show the session as it is, with the cursor on the row of that id, else where it was."""
        raise NotImplementedError

    def history_line(self) -> Static:
        """The line that names what undo would take back and redo would do again; `show_history` fills it."""
        return Static(id="history", markup=False)

    def show_history(self) -> None:
        """Name the last edit and the last one taken back."""
        line = self.query_one("#history", Static)
        if self.opened.read_only:
            # The line at the top says why.
            line.update(Content.styled(_("Nothing can be changed."), "$warning"))
            return
        history, parts = self.interview.history, []
        if history.past:
            parts.append(_("u undo: {name}").format(name=history.past[-1].name))
        if history.future:
            parts.append(_("y redo: {name}").format(name=history.future[0].name))
        words = " · ".join(parts) or _("Nothing was changed since it was opened.")
        line.update(Content.styled(short(words, self.size.width - 2), "$muted"))

    def leave_room(self) -> None:
        """The room is left: what its clock ran meanwhile is kept under its name."""
        seconds = round(self.interview.clock.seconds - self._entered)
        if self.ROOM and seconds > 0 and not self.opened.read_only:
            self.interview.spend(self.ROOM, seconds)
            self.opened.save()

    def may_change(self) -> bool:
        """Whether the session can be changed; says why not."""
        if self.opened.read_only:
            self.say(_("Read only: {why}").format(why=self.opened.read_only), warning=True)
        return not self.opened.read_only

    def fill_in(self, form: Form, keep: Callable[[Filled], None]) -> None:
        """Have a form filled in; of one that was left nothing is kept."""

        def kept(filled: Filled | None) -> None:
            if filled is not None:
                keep(filled)

        self.app.push_screen(form, kept)

    def did(self, name: str, session: Session, message: str = "", *, chosen: str = "") -> None:
        """An edit was made: it is kept, saved and shown.

        Args:
            name: by which it is taken back: "edited answer 4".
            session: after it.
            message: to be said in passing.
            chosen: the row on which the cursor is to stand.
        """
        # Beside the conversation: the question over the interview's box stays as it was chosen.
        self.interview.aside(name, session, "")
        self.opened.save()
        if message:
            self.say(message)
        self.show_all(chosen)

    def action_undo(self) -> None:
        """Take the last edit back, on whichever screen it was made."""
        self._step(back=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        if not self.may_change():
            return
        outcome = self.interview.undo(local_now()) if back else self.interview.redo(local_now())
        self.opened.save()
        self.say(seen(outcome.message))
        self.show_all()
