"""The line of keys at the foot of a screen, in the language spoken."""

from collections.abc import Callable, Iterator
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from brasstacks.tui.keys import place
from brasstacks.words import _

_WAY_OUT = "escape"
"""The key that is named whatever the width."""
_HELP, _PALETTE = "question_mark", "command_palette"
"""A key and an action that lead to whatever has no room: where keys are left out, one of them is named."""


class Foot(Widget, can_focus=False):
    """What Textual's own footer says, as one widget: a tenth of the work each time the cursor goes to another one.

    The keys stand in the order of the table, wherever the cursor is. No key is named by half: where there is no room for all of them, the last ones are left to the Help or the palette.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Foot {
        dock: bottom; height: 1; text-wrap: nowrap;
        color: $footer-description-foreground; background: $footer-background;
    }
    """

    def __init__(self, named: Callable[[str], str] = lambda _action: "") -> None:
        """Make the line.

        Args:
            named: the label of an action as things stand, in the language spoken; empty where the table's own holds.
        """
        super().__init__()
        self._named = named

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
            for one, label in self._fitting()
        ]
        return Content("").join(parts)

    def _fitting(self) -> list[tuple[ActiveBinding, str]]:
        """As many of the keys as there is room for, the way out and the way to the others among them."""
        shown = list(self._shown())
        if sum(map(self._width, shown)) <= self.size.width:
            return shown
        has_help = any(_HELP in one.binding.key for one, _label in shown)
        kept = [part for part in shown if _WAY_OUT in part[0].binding.key]
        kept += [
            part
            for part in shown
            if _HELP in part[0].binding.key or (part[0].binding.action == _PALETTE and not has_help)
        ]
        room = self.size.width - sum(map(self._width, kept))
        return [part for part in shown if part in kept or (room := room - self._width(part)) >= 0]

    def _width(self, part: tuple[ActiveBinding, str]) -> int:
        one, label = part
        return cell_len(f" {self.app.get_key_display(one.binding)} {label} ")

    def _shown(self) -> Iterator[tuple[ActiveBinding, str]]:
        """The keys that stand there with their labels; the first of those that do the same."""
        actions = set()
        found = map(self._meant, self.screen.active_bindings.values())
        for one in sorted(found, key=lambda one: place(one.binding.id or "")):
            if one.binding.show and one.binding.action not in actions:
                actions.add(one.binding.action)
                yield one, self._named(one.binding.action) or _(one.binding.description)

    def _meant(self, one: ActiveBinding) -> ActiveBinding:
        """A line hands its Enter over to the screen, and the screen's name says what that does."""
        if one.binding.action != "submit":
            return one
        for own in self.screen.BINDINGS:
            if isinstance(own, Binding) and one.binding.key in own.key.split(","):
                return ActiveBinding(self.screen, own, one.enabled, one.tooltip)
        return one

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A key that is clicked is pressed."""
        shown = self._fitting()
        widths = map(self._width, shown)
        for (one, _label), end in zip(shown, accumulate(widths), strict=True):
            if event.x < end:
                self.app.simulate_key(one.binding.key)
                return
