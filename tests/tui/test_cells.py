"""Text from people on a terminal."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from brasstacks.tui.cells import fit, one_line, seen, short
from conversations import texts


def test_what_would_steer_the_terminal_is_shown_by_its_picture() -> None:
    assert seen("\x1b[31mred\x07\x7f") == "␛[31mred␇␡"


def test_what_turns_the_direction_of_a_line_is_shown_as_a_mark() -> None:
    assert seen("\u202eab\u2066") == "�ab�"


def test_ordinary_text_of_any_script_stays() -> None:
    assert seen("Ё à 文\n👨‍👩") == "Ё à 文\n👨‍👩"


@given(texts, st.integers(0, 60))
def test_a_column_is_exactly_as_wide_as_it_should_be(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(texts, st.integers(0, 60))
def test_a_cut_line_never_overflows(text: str, width: int) -> None:
    assert cell_len(short(text, width)) <= width


@given(texts)
def test_a_field_of_one_line_shows_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
