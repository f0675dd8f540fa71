"""Why a question is suggested, in a line, in the language of the conversation; the texts are data."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

FALLBACK = "en"
"""A language without texts of its own is answered in this one."""


@lru_cache(maxsize=16)
def _texts(lang: str) -> Mapping[str, Mapping[str, str]]:
    folder = files("brasstacks.questions") / "data"
    file = folder / f"{lang}.toml"
    if not lang.isalpha() or not file.is_file():
        file = folder / f"{FALLBACK}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def because(lang: str, reason: str, about: str = "") -> str:
    """The line for a reason of the table `because`, with the client's word in it."""
    return _texts(lang)["because"][reason].replace("{about}", about)


def because_of_case(lang: str, case: str, about: str = "") -> str:
    """The line for a case, with the client's word in it."""
    return _texts(lang)["cases"][case].replace("{about}", about)
