"""Ids that collide with nothing and files that every system takes."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.identity import ID_PATTERN
from brasstacks.storage.naming import new_id, session_id, slug

DAY = date(2026, 11, 22)


def test_an_id_has_no_letters_that_are_taken_for_one_another() -> None:
    assert all(re.fullmatch(r"g-[a-hjkmnp-z2-9]{4}", new_id("g")) for _ in range(200))


def test_ids_differ() -> None:
    assert len({new_id("t") for _ in range(100)}) > 95


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme Reporting", "acme-reporting"),
        ("Жёлтый Щит, ООО", "zhyoltyy-shchit-ooo"),
        ("Caffè Perù S.r.l.", "caffe-peru-s-r-l"),
        ("../../etc/passwd", "etc-passwd"),
        ("北京", "session"),
        ("", "session"),
        ("CON", "con"),
    ],
)
def test_a_name_becomes_letters_that_every_system_takes(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(st.text())
def test_any_text_gives_an_id_of_a_session(words: str) -> None:
    assert ID_PATTERN.fullmatch(session_id(DAY, words))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(words))


def test_the_second_session_of_a_day_with_a_client_is_numbered() -> None:
    assert session_id(DAY, "Acme", {"2026-11-22-acme", "2026-11-22-acme-2"}) == "2026-11-22-acme-3"
