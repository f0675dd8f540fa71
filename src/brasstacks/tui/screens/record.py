"""How the record stands: what is wrong with saving, and what can be done about it."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Label, OptionList, Static

from brasstacks.storage.atomic import reason
from brasstacks.storage.files import NotSaved
from brasstacks.tui import record
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.fields import Field
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _


class RecordScreen(House[None]):
    """Asked for by key, and shown by itself when somebody leaves with words that are not saved."""

    CSS_PATH: ClassVar = ["house.tcss", "record.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("record")]
    AUTO_FOCUS = "#deeds"

    rows = query_one("#deeds", Rows)
    path = query_one("#copy-path", Field)

    def __init__(self, opened: Opened, *, leaving: bool = False) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand.
            leaving: whether the person was about to leave the program.
        """
        super().__init__()
        self.opened = opened
        self._leaving = leaving
        self._overwrite: Path | None = None
        """The file that may be overwritten: the person was told that it is there."""

    def compose(self) -> ComposeResult:
        """What is wrong above, what can be done below."""
        yield self.too_small()
        yield from self.title_line(_("The record"))
        with Vertical(id="stands") as stands:
            stands.border_title = Content(_("How it stands"))
            yield Static(id="trouble", markup=False)
            yield Static(id="where", markup=False)
        yield Rows("deeds", _("What can be done"))
        with Horizontal(id="copy-row"):
            yield Label(_("A copy to"), markup=False)
            yield Field("copy-path", str(Path.home() / self.opened.path.name))
        yield Static(id="said", markup=False)
        yield Foot()

    def show_saving(self) -> None:
        """The trouble stands here in full, and its line above is not needed."""
        trouble = record.trouble(self.opened) or _("Everything is saved.")
        if self._leaving and not self.opened.state.safe:
            trouble += "\n" + _("What is not saved is lost when you leave now.")
        self.query_one("#trouble", Static).update(Content(seen(trouble)))
        self.query_one("#where", Static).update(Content.styled(seen(str(self.opened.path)), "$muted"))
        self.rows.show([(Content(words), deed) for deed, words in record.deeds(self.opened, leaving=self._leaving)])

    @on(OptionList.OptionSelected, "#deeds")
    def _selected(self) -> None:
        self.action_do()

    @on(Input.Submitted, "#copy-path")
    def _submitted(self) -> None:
        self._copy()

    def action_do(self) -> None:
        """Do what the cursor stands on."""
        try:
            match self.rows.chosen:
                case "again":
                    self.opened.save()
                case "copy":
                    self._copy()
                case "mine":
                    self.opened.keep_mine()
                    self.dismiss()
                case "theirs":
                    self.program.reopen(self.opened.take_theirs())
                case "both":
                    self.program.reopen(self.opened.keep_both())
                case "take_over":
                    self._take_over()
                case "leave":
                    self.program.leave_as_it_is()
                case _:
                    self.dismiss()
        except OSError as error:
            self._say_below(reason(error), "$error")
        except NotSaved as error:
            self._say_below(str(error), "$error")

    def _take_over(self) -> None:
        if self.opened.is_free():
            self.program.reopen(self.opened.path)
        else:
            self._say_below(_("It is still open there."), "$warning")

    def _copy(self) -> None:
        path = Path(self.path.value.strip()).expanduser().absolute()
        try:
            if path.is_dir():
                path /= self.opened.path.name
            if path.exists() and self._overwrite != path:
                self._overwrite = path
                words = _("{path} exists: press again to overwrite it.")
                self._say_below(words.format(path=path), "$warning")
                return
            self.opened.copy_to(path)
        except OSError as error:
            self._say_below(f"{path}: {reason(error)}", "$error")
            return
        self._overwrite = None
        self._say_below(_("✓ Copied to {path}").format(path=path), "$success")

    def _say_below(self, words: str, style: str) -> None:
        self.query_one("#said", Static).update(Content.styled(seen(words), style))

    def action_back(self) -> None:
        """To where one was; nothing is changed."""
        self.dismiss()
