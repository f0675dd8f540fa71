"""Why a session could not be read or written: each says file, what and mend in one sentence."""


class SessionUnreadable(Exception):  # noqa: N818 - it says what is the case
    """A file that cannot be read as a session: file, place, what and mend."""


class NotSaved(Exception):  # noqa: N818 - it says what is the case
    """A session that could not be written; what stood on disk stands there still."""


class ChangedOutside(NotSaved):
    """Somebody else changed the file since it was loaded."""
