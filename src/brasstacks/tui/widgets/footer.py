"""The line of keys at the foot of a screen, in the language spoken."""

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from brasstacks.words import _


class Foot(Footer):
    """Textual's, with the labels of the table of keys looked up when they are shown; the palette has a key of its own."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        """Each key with its label."""
        for key in super().compose():
            if isinstance(key, FooterKey):
                key.description = _(key.description)
            yield key
