"""The interviewer's own part: figures to learn from, for their eyes alone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.review import review
from brasstacks.tui import own_part
from brasstacks.tui.cells import short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened
from brasstacks.tui.rooms import room
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _


class ReviewScreen(House[None]):
    """Shown, and kept nowhere: it is read from the session each time, and is in no export."""

    CSS_PATH: ClassVar = ["house.tcss", "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    AUTO_FOCUS = "#pages"

    def __init__(self, opened: Opened) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
        """
        super().__init__()
        self.opened = opened

    def compose(self) -> ComposeResult:
        """The figures."""
        yield self.too_small()
        yield from self.title_line(
            _("Your own part · {client}").format(client=short(self.opened.interview.session.client.name, 48))
        )
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("For your eyes only: in no export"))
            yield Static(id="figures", markup=False)
        yield Foot()

    def on_resize(self) -> None:
        """Bars are as wide as there is room."""
        interview = self.opened.interview
        found = review(interview.session, interview.bank)
        self.query_one("#figures", Static).update(own_part.figures(found, self.size.width - 6))

    def action_fit(self) -> None:
        """How we and the client suit each other; not once somebody was looking."""
        if self.opened.interview.private:
            self.say(_("Not now: the screen was hidden. Open the session anew."))
            return
        self.app.push_screen(room("fit", self.opened))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()
