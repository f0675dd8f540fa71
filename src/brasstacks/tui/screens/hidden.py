"""A blank screen: whoever looks over a shoulder sees nothing, and no key does anything until it is lifted."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from brasstacks.tui.keys import bindings


class Hidden(Screen[None]):
    """Lifted by the key that laid it."""

    CSS = "Hidden { background: $background; } Hidden ToastRack { display: none; }"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hidden")]

    def action_show(self) -> None:
        """Back to what stood there."""
        self.dismiss()
