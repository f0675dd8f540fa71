"""What is known of sessions and banks by their ids alone, and whether a session is still being held."""

import re
from enum import StrEnum

ID_PATTERN = re.compile(r"[\w][\w.\-]{0,119}")


class SessionStatus(StrEnum):
    """Whether a session is still being held."""

    OPEN = "open"
    CLOSED = "closed"


def core_bank(language: str) -> str:
    """The id of the bank that every conversation in a language begins with."""
    return f"core.{language}"
