"""A key in the box is painted without asking every widget on the screen what it looks like."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Near(Compositor):
    """Asks only widgets that reach into what is painted anew; Textual's own asks all whose *container* does.

    Half the work between a key and its echo. What is painted is the same, and where Textual calls its part by another
    name one day, its own is used.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if shown and (crop is None or shown.overlaps(crop)):
                yield region, clip, widget.render_lines(shown.translate(-region.offset))
