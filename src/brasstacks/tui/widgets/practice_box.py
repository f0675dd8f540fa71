"""The box of a practice: the client's words appear in it by themselves, and an empty Enter asks."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from brasstacks.tui.keys import bindings
from brasstacks.tui.widgets.box import NotesBox


class PracticeBox(NotesBox):
    """While the client speaks, any key has them finish."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("practice_box")]

    class Asked(Message):
        """Enter in an empty box: the question over it is asked."""

    class Hurried(Message):
        """A key, while the client spoke."""

    speaking = False

    def action_answer(self) -> None:
        """Enter."""
        if self.text.strip():
            super().action_answer()
        else:
            self.post_message(self.Asked())

    async def _on_key(self, event: events.Key) -> None:
        if self.speaking:
            event.stop()
            event.prevent_default()
            self.post_message(self.Hurried())

    async def _on_paste(self, event: events.Paste) -> None:
        if self.speaking:
            event.stop()
            event.prevent_default()
