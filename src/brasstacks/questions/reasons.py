"""What is said of questions, in the language of the conversation: why one is suggested, and the quiet hints; texts are data."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

FALLBACK = "en"
"""A language without texts of its own is answered in this one."""


@lru_cache(maxsize=16)
def _texts(lang: str) -> Mapping[str, Mapping[str, Any]]:
    folder = files("brasstacks.questions") / "data"
    file = folder / f"{lang}.toml"
    if not lang.isalpha() or not file.is_file():
        file = folder / f"{FALLBACK}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def because(lang: str, reason: str, about: str = "") -> str:
    """The line for a reason of the table `because`, with the client's word in it."""
    return str(_texts(lang)["because"][reason]).replace("{about}", about)


def because_of_case(lang: str, case: str, about: str = "") -> str:
    """The line for a case, with the client's word in it."""
    return str(_texts(lang)["cases"][case]).replace("{about}", about)


def hint_text(lang: str, hint: str) -> str:
    """The line for a hint of the table `hints`."""
    return str(_texts(lang)["hints"][hint])


def phrases(lang: str, name: str) -> tuple[str, ...]:
    """The phrases of a list of the table `wording`."""
    return tuple(_texts(lang)["wording"][name])


def knows(lang: str) -> bool:
    """Whether there are texts of this language, and not only those of `FALLBACK`."""
    return str(_texts(lang)["language"]) == lang
