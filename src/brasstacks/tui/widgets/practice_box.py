"""The box of a practice: the client's words appear in it by themselves, and an empty Enter asks."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from brasstacks.tui.keys import bindings
from brasstacks.tui.widgets.box import NotesBox


class PracticeBox(NotesBox):
    """While the client speaks, any key has them finish; a letter is written as well."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("practice_box")]

    class Asked(Message):
        """Enter in an empty box: the question over it is asked."""

    speaking = False

    def __init__(self) -> None:
        """Make an empty box."""
        super().__init__()
        self.hurry: Callable[[], object] = self.clear
        """Has the client finish, and the box empty; at once, for the letters of a burst come one by one."""

    def action_answer(self) -> None:
        """Enter."""
        if self.text.strip():
            super().action_answer()
        else:
            self.post_message(self.Asked())

    async def _on_key(self, event: events.Key) -> None:
        if self.speaking:
            self.hurry()
            if not event.is_printable:
                event.stop()
                event.prevent_default()

    async def _on_paste(self, _event: events.Paste) -> None:
        if self.speaking:
            self.hurry()
