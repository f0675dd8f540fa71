"""What stands on a screen with its colours, and how far two colours are apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.color import Color
from rich.style import Style
from textual.command import CommandPalette
from textual.geometry import Region
from textual.screen import ModalScreen

from roads import Road


@dataclass(frozen=True, slots=True)
class Run:
    """Some cells beside one another in one style."""

    text: str
    style: Style

    @property
    def colours(self) -> tuple[Color | None, Color | None]:
        """What is written in which colour, and on which."""
        pair = (self.style.color, self.style.bgcolor)
        return pair[::-1] if self.style.reverse else pair

    @property
    def shape(self) -> tuple[str, bool, bool, bool, bool]:
        """All but the colours."""
        style = self.style
        return self.text, bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse)


def runs(road: Road) -> Iterator[Run]:
    """All that stands on the screen; of a question over another screen the question alone."""
    strips = road.app.screen._compositor.render_strips()
    whole = road.app.screen.region
    for region in _on_top(road) or [whole]:
        inside = region.intersection(whole)
        for y in range(inside.y, inside.bottom):
            for segment in strips[y].crop(inside.x, inside.right):
                if segment.style is not None:
                    yield Run(segment.text, segment.style)


def _on_top(road: Road) -> list[Region]:
    screen = road.app.screen
    if isinstance(screen, CommandPalette):
        return [one.region for one in screen.query("Input, CommandList")]
    return [one.region for one in screen.children] if isinstance(screen, ModalScreen) else []


def shapes(road: Road) -> list[list[tuple[str, bool, bool, bool, bool]]]:
    """The screen without its colours, line by line, and without the line of keys at its foot."""
    return [
        [Run(segment.text, segment.style).shape for segment in strip if segment.style is not None]
        for strip in road.app.screen._compositor.render_strips()[:-1]
    ]


def contrast(one: Color, other: Color) -> float:
    """How far two colours are apart: 1 for the same, 21 for black and white.

    The contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    assert colour.triplet is not None, colour
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.triplet.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
