"""JSON lines in: each is an object of the shape that the command asks for, or the command ends with its number."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from brasstacks.cli.faults import Failed
from brasstacks.words import _


def objects(lines: Iterable[bytes], shape: dict[str, object]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects and their line numbers, from 1; empty lines are passed over.

    Args:
        lines: as a binary file gives them.
        shape: what must be there: a type, a tuple of types, or a list with the shape of each of its objects;
            a key that ends in `?` may be absent or null.

    Raises:
        Failed: a line is not such an object.
    """
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8").strip())
        except json.JSONDecodeError as error:
            raise Failed(
                _("line {number}: not a JSON object: {msg} (column {colno})").format(
                    number=number, msg=error.msg, colno=error.colno
                )
            ) from error
        except (ValueError, RecursionError) as error:
            raise Failed(_("line {number}: not a JSON object: {why}").format(number=number, why=error)) from error
        if fault := _fault(found, shape):
            raise Failed(_("line {number}: {fault}").format(number=number, fault=fault))
        yield number, found


def _fault(found: object, shape: dict[str, object], place: str = "") -> str:
    if not isinstance(found, dict):
        return _("{what} is not a JSON object").format(what=place or _("the line"))
    for name, wanted in shape.items():
        key = name.removesuffix("?")
        where = f"{place}.{key}" if place else key
        value = found.get(key)
        if value is None and name.endswith("?"):
            continue
        if key not in found:
            return _('"{where}" is missing').format(where=where)
        if fault := _fault_of_value(value, wanted, where):
            return fault
    return ""


def _fault_of_value(value: object, wanted: object, where: str) -> str:
    if isinstance(wanted, list):
        if not isinstance(value, list):
            return _('"{where}" is not a list').format(where=where)
        faults = (_fault(one, wanted[0], f"{where}.{number}") for number, one in enumerate(value, 1))
        return next(filter(None, faults), "")
    if isinstance(wanted, tuple):
        fits = isinstance(value, wanted) and not isinstance(value, bool)
        return "" if fits else _('"{where}" is neither a text nor a whole number').format(where=where)
    return "" if isinstance(value, str) else _('"{where}" is not a text').format(where=where)
