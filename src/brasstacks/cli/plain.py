"""Where a list is printed for another program or a file: whole lines without colour, columns one under the other."""

import sys
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from brasstacks.cli.harmless import harmless

if TYPE_CHECKING:
    from brasstacks.cli.page import Page


class Plain:
    """Says what a `Page` says, without its colours; nothing is wrapped, so that a line can be searched for."""

    def __init__(self) -> None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # as a terminal without such a letter would

    def say(self, text: str, _style: str = "", *, indent: int = 0) -> None:
        """A paragraph; control characters in it are shown, not obeyed."""
        self.line(" " * indent + text)

    def line(self, text: str, _style: str = "") -> None:
        """A line."""
        sys.stdout.write(f"{harmless(text)}\n")

    def quote(self, text: str, _marked: Iterable[tuple[int, int]], *, indent: int = 0) -> None:
        """What somebody said."""
        self.say(text, indent=indent)

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A table of short texts."""
        cells = [list(map(harmless, row)) for row in (heads, *rows)]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
            sys.stdout.write("  ".join(padded).rstrip() + "\n")


def page() -> "Page | Plain":
    """Where this command prints: a page on a terminal, else plain."""
    if not sys.stdout.isatty():
        return Plain()
    from brasstacks.cli.page import Page  # noqa: PLC0415 - rich is for terminals

    return Page()


def _width(text: str) -> int:
    """Cells of a text in a terminal."""
    return len(text) + sum(map(_more, text))


def _more(char: str) -> int:
    if unicodedata.combining(char):
        return -1
    return int(unicodedata.east_asian_width(char) in "WF")
