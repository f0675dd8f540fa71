"""Ids: short random ones inside a session, and a readable one for the session's file."""

import secrets
import unicodedata
from collections.abc import Container
from datetime import date

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another when read aloud or copied: i and l and 1, o and 0."""

SLUG_LENGTH = 48

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґ"
_IN_LATIN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya i yi ye g"
_CYRILLIC = dict(zip(_LETTERS, _IN_LATIN.split(), strict=True)) | {"ъ": "", "ь": ""}


def new_id(prefix: str) -> str:
    """An id such as `g-7m2x`: two laptops that write into one session do not collide."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(4))


def session_id(day: date, words: str, taken: Container[str] = ()) -> str:
    """An id for a session and its file: the day and what it is about, such as `2026-11-22-acme-reporting`.

    Args:
        day: when it is held.
        words: the client and the title; any text.
        taken: ids that the workspace has already.
    """
    base = f"{day:%Y-%m-%d}-{slug(words)}"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def another(name: str) -> str:
    """The id to try next when one is taken: `x` makes `x-2`, and that `x-3`."""
    base, _, number = name.rpartition("-")
    # A day of the month is no count: ids begin with one.
    if base and number.isdecimal() and not number.startswith("0") and base.count("-") > 2:
        return f"{base}-{int(number) + 1}"
    return f"{name}-2"


def slug(words: str) -> str:
    """A text in lower Latin letters, digits and dashes, at most 48: safe as a file's name on every system."""
    latin = "".join(_CYRILLIC.get(char, char) for char in unicodedata.normalize("NFKC", words).lower())
    bare = unicodedata.normalize("NFKD", latin)
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in bare if not _is_mark(char))
    joined = "-".join(part for part in kept.split("-") if part)
    return joined[:SLUG_LENGTH].rstrip("-") or "session"


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"
