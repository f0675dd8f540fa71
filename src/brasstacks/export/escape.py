"""What people wrote, as Markdown that shows it letter for letter and obeys none of it."""

import re
import unicodedata

_SPECIAL = re.compile(r"([\\`*_\[\]~|$@{}^])")
# What would open a heading, a list, a quotation or a rule, since people's text may stand first in a line.
_OPENING = re.compile(r"^([#+\-=>:]|\d{1,9}(?=[.)]))")
_LINK = re.compile(r"(?i)(https?|ftp)(:)(?=//)|(www)(\.)")
# Only what could be read as a character reference; "Paws & Co" stays as it is.
_ENTITY = re.compile(r"&(?=[A-Za-z#])")
_SHORTCODE = re.compile(r":(?=[\w+\-\\]+:)")


def inline(text: str) -> str:
    """A text on one line."""
    bare = one_line(text)
    bare = _ENTITY.sub("&amp;", bare).replace("<", "&lt;").replace(">", "&gt;")
    bare = _SPECIAL.sub(r"\\\1", bare)
    bare = _LINK.sub(lambda m: f"{m[1]}\\:" if m[1] else f"{m[3]}\\.", bare)
    bare = _SHORTCODE.sub(r"\\:", bare)
    return _OPENING.sub(_closed, bare)


def _closed(match: re.Match[str]) -> str:
    return f"&#{ord(match[0][0])};{match[0][1:]}"


def block(text: str) -> str:
    """A text of several paragraphs, each on a line of its own."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join("  \n".join(inline(line) for line in part.split("\n") if line.strip()) for part in paragraphs)


def visible(text: str) -> str:
    """Control characters shown as their pictures, what reverses the direction of writing taken for a mark.

    What is left can stand in XML. The joiners that some scripts are written with stay.
    """
    if text.isprintable():
        return text
    return "".join(_picture(char) for char in text)


def _picture(char: str) -> str:
    code = ord(char)
    if char in "\n\t":
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code in (0xFFFE, 0xFFFF) or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return "�"
    return "�" if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} else char


def one_line(text: str) -> str:
    """The text on one line, for formats in which a line is a statement."""
    return " ".join(visible(text).split())
