"""What ends a command: a sentence for standard error and the exit code."""


class Failed(Exception):  # noqa: N818 - it says what is the case
    """The command was right and could not be done: exit 1."""


class WrongUsage(Exception):  # noqa: N818 - it says what is the case
    """The command was not right: exit 2."""


def one_of(value: str, there: tuple[str, ...], what: str) -> str:
    """The value, when it exists.

    Raises:
        WrongUsage: it does not; lists what does.
    """
    if value not in there:
        raise WrongUsage(f"{value}: no such {what}; there are: {', '.join(there)}")
    return value
