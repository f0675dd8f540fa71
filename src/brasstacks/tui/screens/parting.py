"""Before something goes for good: what it is, and one key to do it that nobody presses by accident."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _


class Parting(House[bool]):
    """Answers whether it is to go."""

    CSS_PATH: ClassVar = ["house.tcss", "parting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("parting")]
    AUTO_FOCUS = "#parting"

    def __init__(self, title: str, what: Content, refused: str = "") -> None:
        """Ask.

        Args:
            title: what would be done.
            what: all that would go.
            refused: why it cannot be done now; empty when it can.
        """
        super().__init__()
        self._title, self._what, self._refused = title, what, refused

    def compose(self) -> ComposeResult:
        """What would go, and how it is done."""
        yield self.too_small()
        yield from self.title_line(seen(self._title))
        with VerticalScroll(id="parting"):
            yield Static(self._what, markup=False)
        if self._refused:
            words = Content.styled(_("Not now: {why}").format(why=seen(self._refused)), "bold $error")
        else:
            words = Content.styled(_("ctrl+s removes all this for good. Nothing brings it back."), "bold $warning")
        yield Static(words, id="parting-how", markup=False)
        yield Foot()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done is not offered."""
        return False if action == "part" and self._refused else super().check_action(action, parameters)

    def action_part(self) -> None:
        """Let it go."""
        self.dismiss(True)  # noqa: FBT003 - the screen's answer

    def action_back(self) -> None:
        """Keep it."""
        self.dismiss(False)  # noqa: FBT003
