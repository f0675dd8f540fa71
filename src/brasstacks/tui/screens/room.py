"""What the rooms beside the conversation share: a list, what is to be said of its row, and the time spent there."""

from collections.abc import Sequence
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks.tui.cells import short
from brasstacks.tui.copying import Copied
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.desk import Desk
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Row, Rows
from brasstacks.words import _

_COPIED_WIDTH = 100
"""Cells of a line that is copied."""


class RoomScreen(Desk[None]):
    """A list at the left and one of its rows in full at the right; one over the other where there is no room."""

    AUTO_FOCUS = "#rows"

    rows = query_one("#rows", Rows)
    about_pane = query_one("#about", Static)
    state = query_one("#state", Static)

    # ------------------------------------------------------------ what a room says of itself

    def heading(self) -> str:
        """The first line, without the client's name."""
        raise NotImplementedError

    def listed(self, width: int) -> Sequence[Row]:
        """The rows, on lines of so many cells."""
        raise NotImplementedError

    def told(self, width: int) -> Content:
        """What is to be said of the row under the cursor, on lines of so many cells."""
        raise NotImplementedError

    def standing(self) -> Content:
        """The line over the list."""
        return Content()

    # ------------------------------------------------------------ the screen

    def compose(self) -> ComposeResult:
        """The list, and what is said of its row."""
        yield self.too_small()
        yield from self.title_line(f"{self.heading()} · {short(self.session.client.name, 48)}")
        yield Static(id="state", markup=False)
        with Container(id="columns"):
            yield Rows("rows", "")
            with VerticalScroll(id="about-pane", can_focus=False):
                yield Static(id="about", markup=False)
        yield self.history_line()
        yield Foot()

    def on_resize(self) -> None:
        """Lines are cut to the width that there is."""
        self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """Another screen may have changed the session."""
        self.call_after_refresh(self.show_all)

    def on_key(self) -> None:
        """A key here is a key of the conversation: its clock runs on."""
        if not self.opened.read_only:
            self.interview.key(local_now())

    def show_all(self, chosen: str = "") -> None:
        """Show the session as it is."""
        if not self.is_mounted or not self.rows.size.width:
            return
        self.rows.show(self.listed(self.rows.scrollable_content_region.width - 2), chosen or self.rows.chosen)
        self.state.update(self.standing())
        self._show_about()
        self.show_history()

    @on(OptionList.OptionHighlighted, "#rows")
    def _show_about(self) -> None:
        pane = cast("Container", self.about_pane.parent)
        width = max(pane.scrollable_content_region.width, 20)
        self.about_pane.update(self.told(width))

    def action_page(self, step: int) -> None:
        """Page through what is said of the row."""
        pane = cast("VerticalScroll", self.about_pane.parent)
        (pane.scroll_page_up if step < 0 else pane.scroll_page_down)(animate=False)

    def copied(self) -> Copied | None:
        """All that is said of the row."""
        text = self.told(_COPIED_WIDTH).plain.strip()
        return Copied(_("this row"), text) if text else None

    def action_back(self) -> None:
        """To where one was."""
        self.leave_room()
        self.dismiss()
