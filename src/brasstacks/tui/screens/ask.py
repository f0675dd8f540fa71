"""Small questions over a screen: a few lines to fill in, one of several to choose, a place in a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static, TextArea

from brasstacks.tui.cells import one_line, seen, short
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.at_hand import AtHand
from brasstacks.tui.widgets.fields import Field, Passage
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Row, Rows
from brasstacks.words import _

Filled = Mapping[str, str]
"""What stands in the lines, by their names."""

Result = TypeVar("Result")


def _nothing(_filled: Filled) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to fill in."""

    name: str
    label: str
    value: str = ""
    passage: bool = False
    """Whether it has several lines of text."""


class Small(AtHand[Result], ModalScreen[Result]):
    """A question over a screen; esc leaves everything as it was."""

    CSS_PATH: ClassVar = ["ask.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ask")]

    def __init__(self, title: str) -> None:
        """Prepare it under a title, which may hold people's words."""
        super().__init__()
        self._title = title

    def framed(self) -> Vertical:
        """The frame with the title."""
        frame = Vertical(id="ask")
        frame.border_title = Content(short(self._title, 60))
        frame.border_subtitle = _("enter keeps · esc leaves it")
        return frame

    def action_back(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


class Words(Passage):
    """A passage in which Enter keeps, as in the box of the interview; ctrl+j is a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("words")]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            # Not the text area's new line: the binding of the screen keeps.
            event.prevent_default()

    def action_newline(self) -> None:
        """A new line inside the text."""
        self.insert("\n")


class _Proposed(Field):
    """A line that is filled in already: the first letter typed stands in its place, an arrow key keeps it."""

    def __init__(self, field_id: str, value: str) -> None:
        super().__init__(field_id, value)
        self.select_on_focus = True


class Form(Small[Filled | None]):
    """A few lines; gives what stands in them, or None."""

    told = query_one("#told", Static)

    def __init__(
        self,
        title: str,
        lines: Sequence[Line],
        *,
        wrong: Callable[[Filled], str] = _nothing,
        tell: Callable[[Filled], str] = _nothing,
        first: str = "",
    ) -> None:
        """Prepare the lines.

        Args:
            title: of the question.
            lines: at least one.
            wrong: says in a sentence why what was filled in cannot be kept; empty when it can.
            tell: says what is understood of it while it is typed.
            first: the line in which the cursor stands; the first one for none.
        """
        super().__init__(title)
        self._lines = lines
        self._wrong, self._tell = wrong, tell
        self._first = first or lines[0].name

    def compose(self) -> ComposeResult:
        """The lines, and what is said of them."""
        with self.framed():
            for line in self._lines:
                with Horizontal(classes="passage" if line.passage else "row"):
                    if line.label:
                        yield Label(line.label, markup=False)
                    yield Words(line.name, line.value) if line.passage else _Proposed(line.name, line.value)
            yield Static(id="told", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """The cursor stands behind what is there."""
        field = self.query_one(f"#{self._first}")
        field.focus()
        if isinstance(field, Words):
            field.move_cursor(field.document.end)
        self._said()

    @property
    def filled(self) -> Filled:
        """What stands in the lines; a line that nobody touched keeps what could not be shown of it."""
        return {line.name: self._value(line) for line in self._lines}

    def _value(self, line: Line) -> str:
        field = self.query_one(f"#{line.name}")
        value = field.text if isinstance(field, Passage) else field.value if isinstance(field, Field) else ""
        untouched = value == (seen(line.value) if line.passage else one_line(line.value))
        return line.value if untouched else value.strip()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _said(self) -> None:
        self.told.update(Content(seen(self._tell(self.filled))))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep what stands there, or say why it cannot be kept."""
        filled = self.filled
        if why := self._wrong(filled):
            self.told.update(Content.styled(seen(why), "$error"))
            return
        self.dismiss(filled)


class Pick(Small[str | None]):
    """One of several rows; gives its id, or None."""

    AUTO_FOCUS = "#picked"

    def __init__(self, title: str, rows: Sequence[Row], chosen: str = "") -> None:
        """Prepare the rows, with the cursor on the one of that id."""
        super().__init__(title)
        self._rows, self._chosen = rows, chosen

    def compose(self) -> ComposeResult:
        """The rows."""
        with self.framed():
            yield Rows("picked", "")
        yield Foot()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(Rows).show(self._rows, self._chosen)

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Take the row under the cursor."""
        self.dismiss(self.query_one(Rows).chosen or None)


class Cut(Small[int | None]):
    """A place in a text: the cursor says where the second part begins. Gives the place in characters, or None."""

    def __init__(self, title: str, text: str, hint: str) -> None:
        """Prepare the text, with a line that says what is to be done."""
        super().__init__(title)
        self._text, self._hint = text, hint

    def compose(self) -> ComposeResult:
        """The text, in which only the cursor moves."""
        with self.framed():
            with Horizontal(classes="passage"):
                yield Words("text", self._text)
            yield Static(self._hint, id="told", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """The cursor stands behind the first sentence, where a second thing most often begins."""
        words = self.query_one(Words)
        words.read_only = True
        words.focus()
        end = next((at for at, char in enumerate(self._text) if char in ".!?;\n"), len(self._text) // 2)
        before = self._text[: end + 1].split("\n")
        words.move_cursor((len(before) - 1, len(before[-1])))

    def action_keep(self) -> None:
        """The place of the cursor."""
        row, column = self.query_one(Words).cursor_location
        # What is shown has a character for each of the text, and the same lines.
        self.dismiss(sum(len(line) + 1 for line in self._text.split("\n")[:row]) + column)
