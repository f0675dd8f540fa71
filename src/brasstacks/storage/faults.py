"""What is wrong with a file that a person wrote: the place, what, and what mends it, in one sentence."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from brasstacks.storage import toml
from brasstacks.words import _

_TOML_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_LONGEST = 200
"""Characters of a parser's own words."""

_MERGE = re.compile(r"^<{7} ", re.MULTILINE)


class BankUnreadable(Exception):  # noqa: N818 - it says what is the case
    """A bank that cannot be used: file, entry, what and mend in one sentence."""


def decode(raw: bytes) -> str:
    """The text of a file; a byte order mark and CRLF are nothing to complain of.

    Raises:
        ValueError: it is not UTF-8; says where.
    """
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(_at(line, _("not UTF-8: save the file as UTF-8"))) from error


DEEPEST = 32
"""Tables and lists inside one another: four are ours, the rest is room for what later programs add."""


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        ValueError: it is not TOML, or nested without measure; says where.
    """
    tables = _tables(text)
    if deep := _too_deep(tables):
        words = _("{key}: is nested more than {deepest} deep: put a copy in its place")
        raise ValueError(_at(toml.line_of(text, (deep,)), words.format(key=deep, deepest=DEEPEST)))
    return tables


def _too_deep(tables: Mapping[str, Any]) -> str:
    """The first key that holds too many tables and lists inside one another; empty when none does."""
    for key, value in tables.items():
        level = [value]
        for _depth in range(DEEPEST):
            level = [inner for outer in level for inner in _inside(outer)]
        if level:
            return key
    return ""


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _tables(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if merge := _MERGE.search(text):
            words = _("git left two versions here: keep one, or both, and take its marks out")
            raise ValueError(_at(text.count("\n", 0, merge.start()) + 1, words)) from error
        found = _TOML_PLACE.fullmatch(str(error))
        if not found:
            raise ValueError(_("not TOML: {why}").format(why=error)) from error
        what = found[1][:1].lower() + found[1][1:]
        what = what if len(what) <= _LONGEST else f"{what[:_LONGEST]}…"  # the name of a key without end stands in it
        place = _("line {line}, column {column}").format(line=found[2], column=found[3])
        words = _("{place}: not TOML: {what}: correct it there, or put a copy in its place")
        raise ValueError(words.format(place=place if found[2] else _("end of the file"), what=what)) from error
    except ValueError as error:  # a number of more figures than any number has
        raise ValueError(_("not TOML: {why}: correct it").format(why=str(error).partition(";")[0].lower())) from error
    except RecursionError as error:
        words = _("not TOML: brackets inside brackets without end: put a copy in its place")
        raise ValueError(words) from error


def said_by_pydantic(error: ValidationError, text: str) -> str:
    """The first fault of a file as a sentence: line, field, what and mend; and how many more there are."""
    faults = error.errors(include_url=False)
    first = faults[0]
    field = place_of(first["loc"])
    said = f"{field}: {_what(first)}" if field else _what(first)
    if len(faults) > 1:
        said = _("{fault} (and {count} more)").format(fault=said, count=len(faults) - 1)
    return _at(toml.line_of(text, first["loc"]), said)


def _at(line: int | None, said: str) -> str:
    """A fault with its line; without one where it is not known."""
    return _("line {number}: {fault}").format(number=line, fault=said) if line else said


def said_of_bank(error: ValidationError, data: Mapping[str, Any], text: str) -> str:
    """The first fault of a bank: as of any file, and the entry by its id where it has one."""
    first = error.errors(include_url=False)[0]
    said = said_by_pydantic(error, text)
    match first["loc"]:
        case (str(table), int(number), *_):
            entry = data[table][number]
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                return said.replace(f"{table}.{number + 1}", f'{table}.{number + 1} ("{entry["id"]}")', 1)
    return said


def place_of(loc: Sequence[str | int]) -> str:
    """A place as people count: `goals.2.turns.1.answered` is the second goal's first turn."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _what(fault: ErrorDetails) -> str:
    mend = _mends().get(fault["type"])
    if mend is None:
        return fault["msg"].removeprefix("Value error, ")
    return mend.format(input=_short(fault["input"]), **{"expected": "", "pattern": "", **fault.get("ctx", {})})


def _mends() -> dict[str, str]:
    """What is wrong with a value and what mends it, by the kind of fault that pydantic names."""
    return {
        "missing": _("is missing: add it"),
        "extra_forbidden": _("is not a known key here: correct its spelling or take it out"),
        "string_type": _("is not a text: put it in quotation marks"),
        "string_too_short": _("is empty: write it or take it out"),
        "int_type": _("is not a whole number: write one like 60"),
        "greater_than_equal": _("is {input}: write {ge} or more"),
        "less_than_equal": _("is {input}: write {le} or less"),
        "bool_type": _("is not true or false: write one of them"),
        "bool_parsing": _("is not true or false: write one of them"),
        "tuple_type": _("is not a list: put it in [ ]"),
        "model_type": _("is not a table: give it a heading of its own"),
        "model_attributes_type": _("is not a table: give it a heading of its own"),
        "timezone_aware": _('is a time without its offset: add "Z" or one like "+01:00"'),
        "datetime_type": _("is not a moment: write one like 2026-11-22T10:00:00+01:00"),
        "datetime_parsing": _("is not a moment: write one like 2026-11-22T10:00:00+01:00"),
        "datetime_from_date_parsing": _("is not a moment: write one like 2026-11-22T10:00:00+01:00"),
        "string_pattern_mismatch": _("{input} has not the form of one: write it as {pattern}"),
        "enum": _("is {input}: write {expected}"),
        "literal_error": _("is {input}: write {expected}"),
    }


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
