"""What a list needs to know of a session: the form of its id, and whether it is still being held."""

import re
from enum import StrEnum

ID_PATTERN = re.compile(r"[\w][\w.\-]{0,119}")


class SessionStatus(StrEnum):
    """Whether a session is still being held."""

    OPEN = "open"
    CLOSED = "closed"
