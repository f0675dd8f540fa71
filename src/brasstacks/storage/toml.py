"""TOML as a person would keep it: every table of a list under its own heading, long texts on lines of their own."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeGuard

import tomli_w
from pydantic import BaseModel

# A string or a comment, whichever begins first: what stands inside the one cannot begin the other.
STRING_OR_COMMENT = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""",
    re.DOTALL,
)
HEADING = re.compile(r"\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*$")
KEY = re.compile(r"\s*([\w\-]+)(?:\s*\.[^=]*)?\s*=")

Place = tuple[str | int, ...]
"""Where a value stands: keys, and positions in lists from 0."""


Table = Mapping[str, Any] | BaseModel
"""What stands under a heading of its own."""

Inside = Callable[[Table, str], str]
"""Gives the text of a table that stands under a heading."""


def dumps(data: Table) -> str:
    """The text of a file that `tomllib` reads back to the same values.

    Of a record, what is empty by default is left out, and keys that nobody knows are kept.

    `tomli_w` would write a short list of tables inline and a longer one under headings; always under headings
    keeps a difference between two versions as small as what was changed.
    """
    return body(data, "", _inside).lstrip("\n")


def _inside(table: Table, heading: str) -> str:
    return body(table, heading, _inside)


def body(table: Table, heading: str, inside: Inside) -> str:
    """What stands under a heading: its own values, then the tables in it, as `inside` gives them."""
    lines: list[str] = []
    tables: list[tuple[str, str, Iterable[Table]]] = []
    for key, value in _items(table):
        if isinstance(value, (Mapping, BaseModel)):
            tables.append((key, "\n[{}]\n", (value,)))
        elif _is_tables(value):
            tables.append((key, "\n[[{}]]\n", value))
        else:
            lines.append(_line(key, value))
    for key, form, rows in tables:
        inner = f"{heading}.{_key(key)}" if heading else _key(key)
        head = form.format(inner)
        for row in rows:
            lines += (head, inside(row, inner))
    return "".join(lines)


def _items(table: Table) -> Iterable[tuple[str, Any]]:
    if not isinstance(table, BaseModel):
        return table.items()
    fields = type(table).model_fields
    return (
        (name, value)
        for name, value in table
        if value is not None and (value or name not in fields or value != fields[name].default)
    )


def _is_tables(value: object) -> TypeGuard[Sequence[Table]]:
    return (
        isinstance(value, (list, tuple)) and bool(value) and all(isinstance(row, (Mapping, BaseModel)) for row in value)
    )


_AS_IT_IS = re.compile(r'[^\x00-\x1f"\\\x7f]*')
"""A text of one line in which nothing is to be written otherwise: most are."""


def _line(key: str, value: object) -> str:
    if isinstance(value, str) and _AS_IT_IS.fullmatch(value):
        return f'{_key(key)} = "{value}"\n'
    if isinstance(value, datetime):
        return f"{_key(key)} = {_moment(value).isoformat()}\n"
    plain = tomli_w.dumps({key: value})
    # On lines of its own a text would lose its "\r"; only keys that this program does not know can hold one.
    return plain if "\\r" in plain else tomli_w.dumps({key: value}, multiline_strings=True)


def _moment(value: datetime) -> datetime:
    """The same moment with an offset in whole minutes, as TOML has it; some places had seconds before 1930."""
    return value.astimezone(UTC) if (value.utcoffset() or timedelta()).total_seconds() % 60 else value


@lru_cache(maxsize=512)
def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def has_comments(text: str) -> bool:
    """Whether somebody wrote a comment into the file."""
    return "#" in text and any(match[0].startswith("#") for match in STRING_OR_COMMENT.finditer(text))


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
