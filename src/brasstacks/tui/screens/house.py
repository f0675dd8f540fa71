"""What every screen has: the header line, the room it says it needs, and a way of saying something in passing."""

from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from brasstacks.tui.cells import seen
from brasstacks.tui.screens.at_hand import AtHand
from brasstacks.words import _

Result = TypeVar("Result")

SMALLEST = (60, 15)
"""Columns and rows below which a screen only says that it needs more."""

SIDE_PANES_FROM = 100
"""Columns from which the panes at the sides are shown."""

BROAD_FROM = 160
"""Columns from which they are wider, and show more."""


class Left(Exception):  # noqa: N818 - it says what is the case
    """The screen was left while a thread worked for it: what it does is wanted no more, and ends here."""


class House(AtHand[Result]):
    """A screen of brasstacks: two sizes of layout, and one that says that it is too small."""

    CSS_PATH = ["house.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - the base class declares it so
        (0, "-cramped"),
        (SMALLEST[0], "-narrow"),
        (SIDE_PANES_FROM, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (SMALLEST[1], "-short"), (30, "-tall")]  # noqa: RUF012

    _had_focus: Widget | None = None

    def on_mount(self) -> None:
        """The line about saving stands on every screen; it is empty and takes no room while all is well."""
        self.set_class(self.program.preferences.compact, "-compact")
        self._widen(self.app.size.width)
        self.mount(Static(id="saving", markup=False))

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Remember where the cursor stands, for a window that becomes too small for any."""
        self._had_focus = self.focused or self._had_focus

    def on_resize(self) -> None:
        """In a window that has grown again the cursor is where it was; what is not shown cannot hold it."""
        if self._widen(self.size.width):
            # What is as wide as the panes are is shown anew, once they have their new width.
            self.post_message(events.Resize(self.size, self.virtual_size))
        self.call_after_refresh(self._give_focus_back)

    def _widen(self, width: int) -> bool:
        """Have the panes as wide as so many columns allow. Returns whether they were not."""
        # No breakpoint of Textual's: of those only one holds at a time, and a broad screen is a wide one, too.
        if (broad := width >= BROAD_FROM) == self.has_class("-broad"):
            return False
        self.update_classes({"-broad": broad}, animate=False)
        return True

    def _give_focus_back(self) -> None:
        had = self._had_focus
        if self.focused is None and had is not None and had.is_attached and had.focusable and had.region:
            had.focus()

    def on_screen_resume(self) -> None:
        """What is wrong with saving is told on whichever screen one is."""
        self.call_after_refresh(self.show_saving)

    def show_saving(self) -> None:
        """Say how the record stands, for as long as something is wrong."""
        words = ""
        if (opened := self.program.opened) is not None:
            from brasstacks.tui import record  # it knows the saver: nothing that the Library's first frame needs

            words = record.line(opened)
        for line in self.query("#saving").results(Static):
            line.update(Content(seen(words)))
            line.set_class(bool(words), "-said")

    def too_small(self) -> Static:
        """What stands there alone on a terminal that is too small; the first child of every screen."""
        width, height = SMALLEST
        words = _("brasstacks needs at least {width}×{height}; make the window larger.")
        return Static(Content(words.format(width=width, height=height)), id="too-small")

    def title_line(self, title: str) -> ComposeResult:
        """The first line of a screen without a header of its own."""
        yield Static(_titled(title), id="title-line", markup=False)

    def show_title(self, title: str, beside: str = "") -> None:
        """Give the first line another title, and what is worth a glance beside it."""
        self.query_one("#title-line", Static).update(_titled(title, beside))

    def say(self, message: str, *, warning: bool = False) -> None:
        """Tell something in passing; people's words in it are no markup."""
        self.notify(seen(message), severity="warning" if warning else "information", markup=False)


def _titled(title: str, beside: str = "") -> Content:
    return Content.assemble(
        (" brasstacks ", "bold $primary"), "  ", (title, "bold"), (f"   {beside}" if beside else "", "bold $warning")
    )
