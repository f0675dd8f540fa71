"""The panes around the box: lists that can be clicked and never take the cursor from it."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

Row = tuple[Content, str]
"""What a row shows, and the id by which it is chosen; empty for one that cannot be."""


class Pane(OptionList):
    """A titled list for the mouse: the keyboard stays in the box."""

    can_focus = False

    def __init__(self, pane_id: str, title: str) -> None:
        """Make an empty pane."""
        super().__init__(id=pane_id, markup=False)
        self.retitle(title)
        self._rows: list[Row] = []

    def retitle(self, title: str) -> None:
        """Give it another title; people's words in it are no markup."""
        self.border_title = Content(title)

    def show(self, rows: Sequence[Row], *, apart: bool = False) -> None:
        """Show these rows; those that stay as they were are left alone, for a chain may have hundreds.

        Args:
            rows: what each shows, and its id.
            apart: whether an empty line stands between two of them.
        """
        if apart:
            last = len(rows) - 1
            rows = [(row if at == last else row + "\n", row_id) for at, (row, row_id) in enumerate(rows)]
        common = min(len(rows), len(self._rows))
        for index in range(common):
            old, new = self._rows[index], rows[index]
            if old[1] != new[1]:
                common = index
                break
            if not old[0].is_same(new[0]):
                self.replace_option_prompt_at_index(index, new[0])
        for index in range(len(self._rows) - 1, common - 1, -1):
            self.remove_option_at_index(index)
        self.add_options([Option(row, id=row_id or None, disabled=not row_id) for row, row_id in rows[common:]])
        self._rows = list(rows)
        self.highlighted = None


class Line(Static):
    """A line whose height never changes, so that nothing reflows."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as every widget calls it
        """Make an empty line."""
        super().__init__(id=id, markup=False)
        self._said = Content("")

    def say(self, content: Content) -> None:
        """Show it; what stands there already is not painted again, for the clock asks every second."""
        if not content.is_same(self._said):
            self._said = content
            self.update(content, layout=False)
