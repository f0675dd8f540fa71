"""A list in which a click points and a double click opens, as in a file manager."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from brasstacks.tui.keys import bindings

Row = tuple[Content, str]
"""What a row shows, and the id by which it is known; empty for a heading."""


class Rows(OptionList, inherit_bindings=False):
    """A titled list for keyboard and mouse. What Enter does is the screen's to say, and its footer's to name."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rows"), *bindings("fields")]

    def __init__(self, rows_id: str, title: str) -> None:
        """Make an empty list."""
        super().__init__(id=rows_id, markup=False)
        self.border_title = Content(title)

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor; empty when there is none."""
        option = self.highlighted_option
        return option.id or "" if option else ""

    def show(self, rows: Sequence[Row], chosen: str = "") -> None:
        """Show these rows with the cursor on the one of that id, else as near as it can be to where it was."""
        before = self.highlighted
        ids = [row_id for _content, row_id in rows]
        options = [Option(content, id=row_id or None, disabled=not row_id) for content, row_id in rows]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(options)
            self.highlighted = _near(ids, ids.index(chosen) if chosen and chosen in ids else before or 0)

    def add(self, rows: Sequence[Row]) -> None:
        """Show these rows below those that stand there."""
        self.add_options([Option(content, id=row_id) for content, row_id in rows])

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        index = event.style.meta.get("option")
        if index is None or self.options[index].disabled:
            return
        self.highlighted = index
        if event.chain > 1:
            self.action_select()


def _near(ids: Sequence[str], wanted: int) -> int | None:
    """The index that is nearest to the one wanted and no heading; None when there is none."""
    can = [index for index, row_id in enumerate(ids) if row_id]
    return min(can, key=lambda index: abs(index - wanted)) if can else None
