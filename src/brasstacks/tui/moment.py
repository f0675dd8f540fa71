"""The clock of the screens: below them the moment is handed in."""

from datetime import datetime


def local_now() -> datetime:
    """The moment, with the offset of the place."""
    return datetime.now().astimezone()
