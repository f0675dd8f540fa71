"""TOML as a person would keep it: every table of a list under its own heading, long texts on lines of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import tomli_w

# A string or a comment, whichever begins first: what stands inside the one cannot begin the other.
STRING_OR_COMMENT = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""",
    re.DOTALL,
)
HEADING = re.compile(r"\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*$")
KEY = re.compile(r"\s*([\w\-]+)(?:\s*\.[^=]*)?\s*=")

Place = tuple[str | int, ...]
"""Where a value stands: keys, and positions in lists from 0."""


def dumps(data: Mapping[str, Any]) -> str:
    """The text of a file that `tomllib` reads back to the same values.

    `tomli_w` would write a short list of tables inline and a longer one under headings; always under headings
    keeps a difference between two versions as small as what was changed.
    """
    return "".join(_table(data, ())).lstrip("\n")


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    for key, value in table.items():
        if not isinstance(value, Mapping) and not _is_tables(value):
            yield _line(key, value)
    for key, value in table.items():
        inner = (*path, _key(key))
        heading = ".".join(inner)
        if isinstance(value, Mapping):
            yield f"\n[{heading}]\n"
            yield from _table(value, inner)
        elif _is_tables(value):
            for row in value:
                yield f"\n[[{heading}]]\n"
                yield from _table(row, inner)


def _is_tables(value: object) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(row, Mapping) for row in value)


def _line(key: str, value: object) -> str:
    if isinstance(value, datetime):
        return f"{_key(key)} = {_moment(value).isoformat()}\n"
    plain = tomli_w.dumps({key: value})
    # On lines of its own a text would lose its "\r"; only keys that this program does not know can hold one.
    return plain if "\\r" in plain else tomli_w.dumps({key: value}, multiline_strings=True)


def _moment(value: datetime) -> datetime:
    """The same moment with an offset in whole minutes, as TOML has it; some places had seconds before 1930."""
    return value.astimezone(UTC) if (value.utcoffset() or timedelta()).total_seconds() % 60 else value


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def has_comments(text: str) -> bool:
    """Whether somebody wrote a comment into the file."""
    return any(match[0].startswith("#") for match in STRING_OR_COMMENT.finditer(text))


def line_of(text: str, place: Sequence[str | int]) -> int | None:
    """The line, from 1, at which a value stands, or the nearest heading above it; None when nothing is near."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    here: Place = ()
    bare = STRING_OR_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), 1):
        if heading := HEADING.match(line):
            here = _heading_place(heading[2], counts, opens_row=heading[1] == "[[")
            lines[here] = number
        elif key := KEY.match(line):
            lines.setdefault((*here, key[1]), number)
    wanted = tuple(place)
    return next((lines[wanted[:n]] for n in range(len(wanted), 0, -1) if wanted[:n] in lines), None)


def _heading_place(heading: str, counts: dict[Place, int], *, opens_row: bool) -> Place:
    place: Place = ()
    parts = [part.strip() for part in heading.split(".")]
    for position, part in enumerate(parts):
        place = (*place, part)
        if opens_row and position == len(parts) - 1:
            counts[place] = counts.get(place, 0) + 1
        if place in counts:
            place = (*place, counts[place] - 1)
    return place
