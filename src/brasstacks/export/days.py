"""Days as a document for people writes them, in the language of the conversation; tables for programs keep `2026-12-04`."""

from collections.abc import Mapping
from datetime import date

from brasstacks.dates import day_of


def day(when: date, names: Mapping[str, str]) -> str:
    """A day with the name of its month: `4 December 2026`, `4 декабря 2026`.

    Args:
        when: the day.
        names: the labels of the language.
    """
    return f"{when.day} {names['months'].split()[when.month - 1]} {when.year}"


def due(words: str, names: Mapping[str, str]) -> str:
    """By when, as a record keeps it: a day is written out, words stay as they are."""
    found = day_of(words)
    return day(found, names) if found else words
