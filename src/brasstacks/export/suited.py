"""How we and a client suit each other, for our own copy: in lines, and as a drawing that a page carries inside it."""

from collections.abc import Mapping
from html import escape

from brasstacks.beside import Sign
from brasstacks.export.blocks import joined
from brasstacks.fit import Fit, Read, Willingness

CELL, LEFT, TOP = 112, 96, 8
"""Of the drawing, in its own units: the side of a field, and the room for the names of the scales."""
_PLACES = {3: (0, 0), 1: (1, 0), 4: (0, 1), 2: (1, 1)}
"""Column and row of each group: theirs to the right, ours upwards."""


def sign(name: str, names: Mapping[str, str]) -> str:
    """A sign's name; one of a bank's own by the bank's."""
    return names.get(f"sign_{name}", name.replace("_", " "))


def noted(one: Sign, names: Mapping[str, str]) -> str:
    """A sign that a person noted: how far it holds, and what it was seen by."""
    return joined(f"{sign(one.sign, names)}: {one.fullness:.0%}", one.words)


def lines(found: Fit, names: Mapping[str, str]) -> list[str]:
    """The group with its way of working, and the two scales with what moved them."""
    if found.group is None:
        return []
    title = found.play.title if found.play else ""
    recommended = names[f"fit_{found.recommendation}"] if found.recommendation else ""
    if found.early and recommended:
        recommended = f"{names['fit_early']}: {recommended}"
    return [
        joined(f"{found.group}", title, recommended),
        _scale(names["they_want"], found.theirs, names),
        _scale(names["we_want"], found.ours, names),
    ]


def _scale(name: str, scale: Willingness, names: Mapping[str, str]) -> str:
    moved = (f"{one.by:+.1f} {sign(one.sign, names)}{_of(one.read)}" for one in scale.moved if abs(one.by) >= 0.05)
    return f"{name} {scale.total:+.1f}: {', '.join(moved)}"


def _of(read: Read) -> str:
    return f" ({read.count}/{read.of})" if read.of else ""


def svg(found: Fit, names: Mapping[str, str]) -> str:
    """The four groups, theirs to the right and ours upwards, with the one that holds; nothing when none is known."""
    if found.group is None:
        return ""
    bottom, ours, theirs = TOP + 2 * CELL, escape(names["we_want"]), escape(names["they_want"])
    parts = [_field(group, found) for group in _PLACES]
    parts += [
        f'<text x="{LEFT - 10}" y="{TOP + 14}" text-anchor="end">{ours}</text>',
        f'<text x="{LEFT - 10}" y="{TOP + 32}" text-anchor="end">{found.ours.total:+.1f}</text>',
        f'<text x="{LEFT + 2 * CELL}" y="{bottom + 18}" text-anchor="end">{theirs} {found.theirs.total:+.1f}</text>',
    ]
    size, label = f"0 0 {LEFT + 2 * CELL + 8} {bottom + 26}", escape(names["scales"])
    return f'<svg class="square" viewBox="{size}" role="img" aria-label="{label}">\n' + "\n".join(parts) + "\n</svg>"


def _field(group: int, found: Fit) -> str:
    column, row = _PLACES[group]
    x, y = LEFT + column * CELL, TOP + row * CELL
    kind = "field here" if group == found.group else "field"
    return (
        f'<rect class="{kind}" x="{x}" y="{y}" width="{CELL}" height="{CELL}"/>'
        f'<text class="number" x="{x + CELL // 2}" y="{y + CELL // 2 + 8}" text-anchor="middle">{group}</text>'
    )
