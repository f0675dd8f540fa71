"""The labels of every language are the same labels."""

import tomllib
from importlib.resources import files

import pytest

from brasstacks.drift import State
from brasstacks.labels import labels
from brasstacks.language import Facet, Kind, Level

TABLES: dict[str, dict[str, str]] = tomllib.loads((files("brasstacks") / "labels.toml").read_text("utf-8"))


@pytest.mark.parametrize("lang", sorted(TABLES))
def test_every_language_names_everything(lang: str) -> None:
    assert TABLES[lang].keys() == TABLES["en"].keys()


@pytest.mark.parametrize("name", [*Facet, *Kind, *Level, *State, *(f"short_{facet}" for facet in Facet)])
def test_whatever_is_heard_has_a_name(name: str) -> None:
    assert labels("en")[name]


def test_an_unknown_language_has_english_labels() -> None:
    assert labels("xx") == labels("en")
