"""Text from people on a terminal: nothing in it steers the terminal, and columns are as wide as their cells."""

import unicodedata

from rich.cells import cell_len
from rich.text import Text

_PICTURES = 0x2400
"""Where Unicode keeps a picture for each control character: ␛ for escape."""


def seen(text: str) -> str:
    """The text with what would steer the terminal made visible; line ends stay.."""
    if text.isprintable():
        return text
    return "".join(_seen(char) for char in text)


def _seen(char: str) -> str:
    if char == "\n":
        return char
    if char == "\t":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    # Controls, halves of characters, ends of line that a terminal may obey, and the marks that turn the direction of a whole line.
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return "�"
    return char


def one_line(text: str) -> str:
    """The text on one line, as a field of one line shows it."""
    return seen(" ".join(text.split("\n"))) if "\n" in text else seen(text)


def cut(text: str, width: int) -> str:
    """A text on one line of at most so many cells; where it is cut stands an ellipsis."""
    line = Text(seen(" ".join(text.split())))
    line.truncate(max(width, 1), overflow="ellipsis")
    return line.plain


def short(text: str, width: int) -> str:
    """At most so many cells on one line, ending in an ellipsis where it is cut."""
    return cut(text, width) if width > 0 else ""


def fit(text: str, width: int) -> str:
    """Exactly so many cells on one line."""
    line = short(text, width)
    return line + " " * (width - cell_len(line))
