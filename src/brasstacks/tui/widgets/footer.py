"""The line of keys at the foot of a screen, in the language spoken."""

from collections.abc import Iterator
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from brasstacks.words import _


class Foot(Widget, can_focus=False):
    """What Textual's own footer says, as one widget: a tenth of the work each time the cursor goes to another one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Foot {
        dock: bottom; height: 1; text-wrap: nowrap;
        color: $footer-description-foreground; background: $footer-background;
    }
    """

    def on_mount(self) -> None:
        """The keys are those of the widget that the cursor is in."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen.app.app_focus:
            self.refresh()

    def render(self) -> Content:
        """Each key with its label."""
        parts = [
            Content.assemble((f" {self.app.get_key_display(one.binding)} ", "bold $footer-key-foreground"), f"{label} ")
            for one, label in self._shown()
        ]
        return Content("").join(parts)

    def _shown(self) -> Iterator[tuple[ActiveBinding, str]]:
        """The keys that stand there with their labels; the first of those that do the same."""
        actions = set()
        for one in self.screen.active_bindings.values():
            if one.binding.show and one.binding.action not in actions:
                actions.add(one.binding.action)
                yield one, _(one.binding.description)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A key that is clicked is pressed."""
        shown = list(self._shown())
        widths = [cell_len(f" {self.app.get_key_display(one.binding)} {label} ") for one, label in shown]
        for (one, _label), end in zip(shown, accumulate(widths), strict=True):
            if event.x < end:
                self.app.simulate_key(one.binding.key)
                return
