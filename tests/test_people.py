"""People as they are typed on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import people
from brasstacks.session import Person


def test_people_stand_apart_by_semicolons_and_their_parts_by_commas() -> None:
    assert people.parse("Anna Rossi, director, decides; Marco, buyer") == (
        Person(name="Anna Rossi", role="director", decides=True),
        Person(name="Marco", role="buyer"),
    )


@pytest.mark.parametrize("word", ["decides", "Decide", "решает", "DECIDES"])
def test_who_decides_is_said_in_any_of_the_languages(word: str) -> None:
    assert people.parse(f"Anna, {word}") == (Person(name="Anna", decides=True),)


def test_somebody_called_decides_is_a_name() -> None:
    assert people.parse("Decides") == (Person(name="Decides"),)


def test_a_role_may_have_a_comma() -> None:
    assert people.parse("Anna, head of sales, north, decides")[0].role == "head of sales, north"


@pytest.mark.parametrize("text", ["", " ; ,;\n", ",,"])
def test_nobody_is_nobody(text: str) -> None:
    assert people.parse(text) == ()


@given(st.text())
def test_any_text_gives_people_with_names(text: str) -> None:
    assert all(person.name for person in people.parse(text))
