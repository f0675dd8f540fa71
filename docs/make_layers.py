"""Draw the layers of the program as `pyproject.toml` has them, and as import-linter holds the sources to them.

usage: make_layers.py        (writes docs/pictures/layers.svg)
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "layers.svg"

BANDS = (
    ("what people see and type", ("cli", "tui")),
    ("the disk, and files of others", ("transcripts", "export", "storage")),
    ("the core: no disk, no clock, no chance, no screen", ()),
)
"""A band's title and the modules that it begins with; the last band has the rest."""

LETTER, PAD, GAP, ROW = 7.4, 12, 10, 36
"""Pixels: of a letter of the monospaced type, in a box on each side, between boxes, from row to row."""
LEFT, WIDTH = 60, 900


def layers() -> list[list[str]]:
    """The modules of each layer, the top first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (rows,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [[name.strip() for name in row.split("|")] for row in rows]


def banded() -> list[tuple[str, list[list[str]]]]:
    """The layers under the title of their band."""
    rest, out = layers(), []
    for title, members in BANDS:
        rows = [row for row in rest if not members or set(row) <= set(members)]
        rest = [row for row in rest if row not in rows]
        out.append((title, rows))
    return out


def draw() -> str:
    """The picture."""
    lines, top = [], 20
    for title, rows in banded():
        height = 30 + ROW * len(rows)
        lines.append(f'<rect class="band" x="{LEFT}" y="{top}" width="{WIDTH - LEFT - 20}" height="{height}" rx="8"/>')
        lines.append(f'<text class="title" x="{LEFT + 14}" y="{top + 20}">{title}</text>')
        for number, row in enumerate(rows):
            lines += _boxes(row, top + 30 + ROW * number)
        top += height + 12
    style = (
        ".page{fill:#fff}.band{fill:#f3f4f6;stroke:#c9ced6}.box{fill:#fff;stroke:#57606a}"
        "text{font:12px ui-monospace,monospace;fill:#1f2328}.title{fill:#57606a}.arrow{stroke:#57606a;stroke-width:2;fill:none}"
    )
    arrow = (
        f'<path class="arrow" d="M30 30 V{top - 30} M24 {top - 40} L30 {top - 30} L36 {top - 40}"/>'
        f'<text class="title" transform="rotate(-90 20 {top // 2})" x="20" y="{top // 2}" text-anchor="middle">'
        "imports only from below</text>"
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + 8}" role="img">',
            "<title>The layers of brasstacks: each imports only from those below it</title>",
            f"<style>{style}</style>",
            '<rect class="page" width="100%" height="100%"/>',
            arrow,
            *lines,
            "</svg>\n",
        ]
    )


def _boxes(row: Sequence[str], top: float) -> Iterator[str]:
    left: float = LEFT + 14
    for name in row:
        width = LETTER * len(name) + 2 * PAD
        yield f'<rect class="box" x="{left:.1f}" y="{top}" width="{width:.1f}" height="28" rx="5"/>'
        yield f'<text x="{left + PAD:.1f}" y="{top + 18}">{name}</text>'
        left += width + GAP


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8")
