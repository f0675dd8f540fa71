"""The floors that the program is measured against: the least that Textual can do.

usage: floors.py static | textarea
"""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea


class OneStatic(App[None]):
    """An app with one Static."""

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static("brasstacks")


class BareBox(App[None]):
    """An app with one text area of the size of the interview's box."""

    CSS: ClassVar[str] = "TextArea { height: 7; width: 55; }"

    def compose(self) -> ComposeResult:
        """The box, with the word by which it is known to be painted."""
        yield Static("brasstacks")
        yield TextArea(soft_wrap=True)


if __name__ == "__main__":
    {"static": OneStatic, "textarea": BareBox}[sys.argv[1]]().run()
