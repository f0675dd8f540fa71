"""The bytes of a file as text, whatever it was saved as; and a sentence about what is no text."""

import codecs

from brasstacks.words import _

LARGEST = 10 * 2**20
"""Bytes of a conversation. One of two hours is a quarter of a megabyte."""
LARGEST_OF_OURS = 100 * 2**20
"""Bytes of an export of ours, which may hold thousands of sessions."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = ["cp1251", "cp1252", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"]
"""The encodings in which programs of the languages heard have saved text. Any other of one byte would be a guess."""
_ENOUGH = 60_000
"""Bytes from which the encoding is guessed."""


class Unreadable(Exception):  # noqa: N818 - it says what is the case
    """A file that no conversation can be read from: what and mend in one sentence."""


def decode(raw: bytes, largest: int = LARGEST) -> tuple[str, str]:
    """The text of a file and the encoding it was in, by its usual name.

    Args:
        raw: its bytes.
        largest: how many there may be.

    Raises:
        Unreadable: empty, too large, binary, or in no encoding that is known.
    """
    if len(raw) > largest:
        raise Unreadable(
            _("larger than {most} MB, which no conversation is: export the text alone").format(most=largest >> 20)
        )
    if not raw.strip(b" \t\r\n\0"):
        raise Unreadable(_("the file is empty: look whether the transcript was saved"))
    _refuse_what_is_no_text(raw)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _in(raw, encoding), encoding.removesuffix("-sig")
    if (wide := _wide(raw)) is not None:
        return _in(raw, wide), wide
    if b"\0" in raw[:_ENOUGH]:
        raise Unreadable(_("not a text but a binary file: export the transcript as .vtt, .srt or .txt"))
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(raw)


def _refuse_what_is_no_text(raw: bytes) -> None:
    kinds = {
        b"%PDF": _("a PDF: copy its text into a .txt file"),
        b"PK\x03\x04": _("a Word document or an archive: save the transcript as plain text"),
        b"\xd0\xcf\x11\xe0": _("a Word document: save the transcript as plain text"),
        b"ID3": _("a sound recording: have it transcribed first"),
        b"RIFF": _("a sound recording: have it transcribed first"),
        b"OggS": _("a sound recording: have it transcribed first"),
        b"{\\rtf": _("an RTF document: save the transcript as plain text"),
    }
    for magic, what in kinds.items():
        if raw.startswith(magic):
            raise Unreadable(what)
    if raw[4:8] == b"ftyp" or raw.startswith(b"\x1aE\xdf\xa3"):
        raise Unreadable(_("a video or a sound recording: have it transcribed first"))


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is of a small page."""
    head = raw[: _ENOUGH & ~1]
    if len(raw) % 2 or len(head) < 4:
        return None
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        # Latin and Cyrillic lie on the pages 0 and 4; line ends and spaces on page 0 always.
        if b"\0" in high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return encoding
    return None


def _in(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("says that it is {encoding} and is not, from byte {at} on: save it as UTF-8").format(
                encoding=encoding.removesuffix("-sig"), at=error.start
            )
        ) from error


def _guessed(raw: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    best = from_bytes(raw[:_ENOUGH], cp_isolation=_OTHERS, threshold=0.4).best()
    if best is None:
        raise Unreadable(_("in no encoding that is known here: save the file as UTF-8"))
    return raw.decode(best.encoding, "replace"), best.encoding
