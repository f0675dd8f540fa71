"""A promise on one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.promises import Promise, parse

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        ("send the list", Promise("send the list")),
        ("Anna: send the list by Friday", Promise("send the list by Friday", "Anna", "", "2026-12-04")),
        ("Anna > us: the list by Friday", Promise("the list by Friday", "Anna", "us", "2026-12-04")),
        ("мы → Анна: смета через две недели", Promise("смета через две недели", "мы", "Анна", "2026-12-11")),
        ("noi: preventivo entro venerdì", Promise("preventivo entro venerdì", "noi", "", "2026-12-04")),
        ("call at 10:30", Promise("call at 10:30")),
        ("what they said when we asked: nothing", Promise("what they said when we asked: nothing")),
    ],
)
def test_who_to_whom_what_and_when(words: str, promise: Promise) -> None:
    assert parse(words, FRIDAY) == promise


@given(st.text())
def test_any_words_are_kept(words: str) -> None:
    assert parse(words, FRIDAY).text in words
