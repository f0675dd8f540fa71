"""Text of people for a terminal: what it would obey made visible."""

import unicodedata


def harmless(text: str, *, keep: str = "") -> str:
    """The text with what a terminal would obey made visible: as many characters as before.

    Args:
        text: of anybody.
        keep: control characters that may stay, such as the line end.
    """
    return "".join(char if char in keep else _shown(char) for char in text)


def _shown(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char)) if char != "\t" else " "
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return "�"
    return char
