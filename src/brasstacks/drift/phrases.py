"""What a drift is called, in the language of the conversation; the texts are data."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

FALLBACK = "en"
"""A language without texts of its own is answered in this one."""


@lru_cache(maxsize=16)
def texts(lang: str) -> Mapping[str, Mapping[str, str]]:
    """The texts of a language: the tables `cause` and `neutral`."""
    folder = files("brasstacks.drift") / "data"
    file = folder / f"{lang}.toml"
    if not lang.isalpha() or not file.is_file():
        file = folder / f"{FALLBACK}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plural(lang: str, number: int) -> str:
    """Which form a count takes: `one`, `few` or `many`; a language but Russian has no `few`."""
    if lang == "ru":
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"
    return "one" if number == 1 else "many"
