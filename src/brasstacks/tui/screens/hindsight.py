"""A practice in hindsight."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.practice import Hindsight
from brasstacks.session import Client
from brasstacks.tui import looking_back
from brasstacks.tui.cells import short
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _


class HindsightScreen(House[None]):
    """Shown once, and kept nowhere."""

    CSS_PATH: ClassVar = ["house.tcss", "hindsight.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hindsight")]
    AUTO_FOCUS = "#pages"

    def __init__(self, found: Hindsight, client: Client) -> None:
        """Prepare the screen.

        Args:
            found: what there is to be said.
            client: who was played.
        """
        super().__init__()
        self.found = found
        self._client = client

    def compose(self) -> ComposeResult:
        """What was found, what was missed, and how it was asked."""
        yield self.too_small()
        who = short(self._client.organisation or self._client.name, 48)
        yield from self.title_line(_("In hindsight · {client}").format(client=who))
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("Nothing of this practice is kept"))
            yield Static(id="told", markup=False)
        yield Foot()

    def on_resize(self) -> None:
        """Lines are broken to the width that there is."""
        self.query_one("#told", Static).update(looking_back.told(self.found, max(self.size.width - 6, 30)))

    def action_back(self) -> None:
        """To where the practice was begun."""
        self.dismiss()
