"""A file is read in whatever encoding it was saved; what is no text is refused in a sentence."""

import pytest

from brasstacks.transcripts import LARGEST, Unreadable
from brasstacks.transcripts.decode import decode

RUSSIAN = "Интервьюер: Как вы заметите, что культура выросла?\nСергей: Руководители будут помнить сроки.\n" * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8_r", "cp866"],
)
def test_russian_is_read_in_every_encoding_that_it_is_saved_in(encoding: str) -> None:
    text, _name = decode(RUSSIAN.encode(encoding))
    assert text.removeprefix("\ufeff") == RUSSIAN


def test_italian_of_an_old_windows_is_read() -> None:
    text = "Anna: perché così? Qualità e novità\nDan: è già più facile, però no\n" * 3
    assert decode(text.encode("cp1252"))[0] == text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\r\n\t", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01", "binary"),
        (b"%PDF-1.7 x", "a PDF"),
        (b"PK\x03\x04 x", "Word document"),
        (b"ID3\x04 x", "transcribed first"),
        (b"\0\0\0\x20ftypmp42", "transcribed first"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\xff\xfeA\0B", "is not"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        decode(raw)


def test_a_hundred_megabytes_are_no_conversation() -> None:
    with pytest.raises(Unreadable, match="larger than 10 MB"):
        decode(b"a" * (LARGEST + 1))
