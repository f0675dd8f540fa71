"""What keeps an export from being made."""


class Unavailable(Exception):  # noqa: N818 - it says what is the case
    """A format that needs what is not installed; one sentence with its mend."""
