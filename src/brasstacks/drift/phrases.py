"""What a drift is called, in the language of the conversation, and who is spoken of in it; the texts are data."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FALLBACK = "en"
"""A language without texts of its own is answered in this one."""


@lru_cache(maxsize=16)
def texts(lang: str) -> Mapping[str, Mapping[str, str]]:
    """The texts of a language: the tables `turns`, `cause`, `neutral` and `little`."""
    return _load(_file(lang) or _folder() / f"{FALLBACK}.toml")


@lru_cache(maxsize=16)
def persons(lang: str) -> Mapping[str, frozenset[str]]:
    """The words of a language for `i`, `we`, `they` and `you`, folded as tokens are; none for a language without."""
    file = _file(lang)
    return {} if file is None else {who: frozenset(words.split()) for who, words in _load(file)["persons"].items()}


@lru_cache(maxsize=16)
def unwanted(lang: str) -> tuple[str, ...]:
    """The phrases of a language that say what is not wanted; none for a language without."""
    file = _file(lang)
    return () if file is None else tuple(_load(file)["unwanted"]["phrases"].split(" / "))


def _folder() -> Traversable:
    return files("brasstacks.drift") / "data"


def _file(lang: str) -> Traversable | None:
    file = _folder() / f"{lang}.toml"
    return file if lang.isalpha() and file.is_file() else None


def _load(file: Traversable) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plural(lang: str, number: int) -> str:
    """Which form a count takes: `one`, `few` or `many`; a language but Russian has no `few`."""
    if lang == "ru":
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"
    return "one" if number == 1 else "many"


def numbered(lang: str, turns: Sequence[int]) -> str:
    """Some turns by their numbers: "turn 6", "turns 2, 3"."""
    form = texts(lang)["turns"]["one" if len(turns) == 1 else "many"]
    return form.replace("{n}", ", ".join(map(str, turns)))
