"""Where a list is printed for another program or a file: whole lines without colour, columns one under the other."""

import sys
import unicodedata
from collections.abc import Iterable

from brasstacks.cli.harmless import harmless


class Plain:
    """Says what a `Page` says, without its colours; nothing is wrapped, so that a line can be searched for."""

    def __init__(self) -> None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # as a terminal without such a letter would

    def say(self, text: str, _style: str = "") -> None:
        """A paragraph; control characters in it are shown, not obeyed."""
        self.line(text)

    def line(self, text: str, _style: str = "") -> None:
        """A line."""
        sys.stdout.write(f"{harmless(text)}\n")

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A table of short texts."""
        cells = [list(map(harmless, row)) for row in (heads, *rows)]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
            sys.stdout.write("  ".join(padded).rstrip() + "\n")


def _width(text: str) -> int:
    """Cells of a text in a terminal."""
    return len(text) + sum(map(_more, text))


def _more(char: str) -> int:
    if unicodedata.combining(char):
        return -1
    return int(unicodedata.east_asian_width(char) in "WF")
