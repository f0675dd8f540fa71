"""Where the commands print: rich, never markup; on a pipe the same words without colour."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from brasstacks.cli.harmless import harmless

WIDEST = 100
"""Cells: longer lines are hard to read."""


class Page:
    """Where the commands print."""

    def __init__(self, console: Console | None = None) -> None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # a terminal that has no such letter shows a question mark
        self._console = console or Console(markup=False, highlight=False, emoji=False, soft_wrap=False)
        self.width = min(self._console.width, WIDEST)

    def say(self, text: str | Text = "", style: str = "", *, indent: int = 0, lead: str = "") -> None:
        """A paragraph; control characters in it are shown, not obeyed.

        Args:
            text: of anybody.
            style: of the whole.
            indent: cells before each line.
            lead: what stands before the first line in place of the indent, which it must not be wider than.
        """
        shown = text if isinstance(text, Text) else Text(harmless(text, keep="\n"), style)
        before = Text(lead.ljust(indent), style)
        for line in shown.wrap(self._console, self.width - indent) or [Text()]:
            line.rstrip()
            whole = before.append_text(line) if line or lead else Text()
            self._console.print(whole, no_wrap=True, overflow="ignore", crop=False)
            before, lead = Text(" " * indent), ""

    def line(self, text: str, style: str = "") -> None:
        """A line that is not wrapped: a path in it can be copied."""
        self._console.print(Text(harmless(text), style), no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

    def quote(self, text: str, marked: Iterable[tuple[int, int]], *, indent: int = 0) -> None:
        """What somebody said, with some stretches of it marked."""
        shown = Text(harmless(text))
        for begin, end in marked:
            shown.stylize("bold", begin, end)
        self.say(shown, indent=indent)

    def rule(self) -> None:
        """A line across the page."""
        self.say("─" * self.width, "dim")
        self.say()

    def heading(self, text: str) -> None:
        """A heading with a line under it, as long as its longest line."""
        shown = Text(harmless(text, keep="\n"), "bold")
        lines = shown.wrap(self._console, self.width)
        self.say(shown)
        self.say("─" * max((line.cell_len for line in lines), default=1), "dim")

    def markdown(self, text: str) -> None:
        """A text in Markdown, set for reading; control characters in it are shown, not obeyed."""
        from brasstacks.cli.set_text import SetText  # noqa: PLC0415 - a parser that few commands need

        options = self._console.options.update(width=self.width)
        for segments in self._console.render_lines(SetText(harmless(text, keep="\n")), options):
            line = Text.assemble(*((segment.text, segment.style or "") for segment in segments))
            line.rstrip()
            self.say(line)

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A table of short texts."""
        table = Table(box=None, header_style="bold", pad_edge=False)
        for number, head in enumerate(heads):
            table.add_column(head, overflow="fold", no_wrap=number == 0)
        for row in rows:
            table.add_row(*(Text(harmless(cell)) for cell in row))
        self._console.print(table)
