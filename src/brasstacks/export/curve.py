"""How concrete the answers were, one after the other, as a drawing that a page carries inside it."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

from brasstacks.export.contents import Curve
from brasstacks.export.escape import one_line
from brasstacks.language import Level

WIDTH, TOP, FLOOR, LEFT = 720, 16, 132, 92
"""Of the drawing, in its own units: its width, where the highest and the lowest level lie, and the room for their names."""
_ORDER = (Level.VAGUE, Level.PARTIAL, Level.CONCRETE)
_BETWEEN_GOALS = 0.8
"""Steps of the axis left free between two goals."""
_LETTER = 6.2
"""The width of a letter of the legend, about."""


def svg(curves: Sequence[Curve], names: Mapping[str, str]) -> str:
    """The drawing.

    Args:
        curves: one a goal, in the order of the conversation; at least one.
        names: the labels of the language.
    """
    steps = sum(len(curve.levels) for curve in curves) - 1 + _BETWEEN_GOALS * (len(curves) - 1)
    pace = min(64.0, (WIDTH - LEFT - 24) / max(steps, 1))
    parts = [_grid(level, names) for level in _ORDER]
    at = LEFT + 8.0
    for number, curve in enumerate(curves, 1):
        points = [(at + pace * n, _height(level)) for n, level in enumerate(curve.levels)]
        room = WIDTH - at if number == len(curves) else pace * (len(points) + _BETWEEN_GOALS)
        parts.append(_run(points, curve, names))
        parts.append(f'<text x="{at - 4:.0f}" y="{FLOOR + 24}">{escape(_legend(number, curve.goal, room))}</text>')
        at = points[-1][0] + pace * (1 + _BETWEEN_GOALS)
    label = escape(names["curve"])
    return f'<svg viewBox="0 0 {WIDTH} {FLOOR + 34}" role="img" aria-label="{label}">\n' + "\n".join(parts) + "\n</svg>"


def _height(level: Level) -> float:
    return FLOOR - (FLOOR - TOP) * _ORDER.index(level) / (len(_ORDER) - 1)


def _grid(level: Level, names: Mapping[str, str]) -> str:
    y = _height(level)
    name = escape(names[level.value])
    return f'<text x="0" y="{y + 4:.0f}">{name}</text><line class="grid" x1="{LEFT}" x2="{WIDTH}" y1="{y:.0f}" y2="{y:.0f}"/>'


def _run(points: Sequence[tuple[float, float]], curve: Curve, names: Mapping[str, str]) -> str:
    """A line that rises and falls softly, the ground under it, and a dot an answer."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    dots = "".join(
        f'<circle class="dot {level.value}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"><title>{n} · {escape(names[level.value])}</title></circle>'
        for n, ((x, y), level) in enumerate(zip(points, curve.levels, strict=True), 1)
    )
    ground = f"{path}L{points[-1][0]:.1f} {FLOOR}L{points[0][0]:.1f} {FLOOR}Z"
    return f'<path class="area" d="{ground}"/><path class="run" d="{path}"/>{dots}'


def _legend(number: int, goal: str, room: float) -> str:
    """The goal's number, and as much of its words as there is room for."""
    letters = int(room / _LETTER) - 3
    words = one_line(goal)
    if letters < 6:
        return str(number)
    return f"{number} {words if len(words) <= letters else words[: letters - 1].rstrip() + '…'}"
