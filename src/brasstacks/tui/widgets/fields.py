"""Fields of a form: lines and choices in which nothing steers the terminal and nothing is lost."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Select, TextArea
from textual.widgets._select import SelectCurrent, SelectOverlay

from brasstacks.tui.cells import one_line, seen
from brasstacks.tui.keys import bindings


class Field(Input):
    """One line of a form."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("fields")]

    def __init__(self, field_id: str, value: str = "", *, placeholder: str = "", whole_numbers: bool = False) -> None:
        """Make a line.

        Args:
            field_id: its id on the screen.
            value: what stands in it.
            placeholder: in the program's own words.
            whole_numbers: whether only digits are taken.
        """
        super().__init__(
            one_line(value),
            id=field_id,
            placeholder=placeholder,
            restrict=r"[0-9]*" if whole_numbers else None,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is typed or pasted is shown as text."""
        return one_line(value)

    def _on_paste(self, event: events.Paste) -> None:
        super()._on_paste(pasted_on_one_line(event))
        event.prevent_default()
        event.stop()


def pasted_on_one_line(event: events.Paste) -> events.Paste:
    """What was pasted, its lines joined by blanks. Textual keeps only the first of them; here none is lost."""
    lines = (line.strip() for line in event.text.splitlines())
    return events.Paste(" ".join(line for line in lines if line))


class _Values(SelectOverlay):
    """What a choice opens; its footer speaks the program's words."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("values")]


class Choice(Select[str], inherit_bindings=False):
    """A field with a few values, opened by space or an arrow, so that Enter can mean what it means in the form."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice"), *bindings("fields")]

    def __init__(self, field_id: str, options: Iterable[tuple[str, str]], value: str) -> None:
        """Make a choice.

        Args:
            field_id: its id on the screen.
            options: what is shown, and the value it stands for; at least one.
            value: the one that is chosen.
        """
        super().__init__(as_text(options), id=field_id, value=value, allow_blank=False, compact=True)

    def compose(self) -> ComposeResult:
        """The value, and the list of all of them under it."""
        yield SelectCurrent(self.prompt)
        yield _Values(type_to_search=self._type_to_search).data_bind(compact=Select.compact)


def as_text(options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Options of which the words are no markup."""
    # Textual takes any renderable for the words, though its types say text only.
    return [(Text(seen(words)), value) for words, value in options]  # type: ignore[misc]


class Passage(TextArea):
    """Several lines of a form."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("fields")]

    def __init__(self, field_id: str, text: str = "") -> None:
        """Make an empty passage."""
        super().__init__(seen(text), id=field_id, soft_wrap=True, show_line_numbers=False, compact=True)
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        await super()._on_paste(events.Paste(seen(event.text.replace("\r\n", "\n").replace("\r", "\n"))))
        event.prevent_default()
        event.stop()
