"""The names of levels, facets, states and headings in the language of a conversation, for what is printed of it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"


@cache
def labels(lang: str) -> Mapping[str, str]:
    """The labels of a language by their names in `labels.toml`; English where the table has none."""
    tables: dict[str, dict[str, str]] = tomllib.loads((files("brasstacks") / "labels.toml").read_text("utf-8"))
    return tables[FALLBACK] | tables.get(lang, {})
