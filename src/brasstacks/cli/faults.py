"""What ends a command: a sentence for standard error and the exit code."""


class Failed(Exception):  # noqa: N818 - it says what is the case
    """The command was right and could not be done: exit 1."""


class WrongUsage(Exception):  # noqa: N818 - it says what is the case
    """The command was not right: exit 2."""


def one_of(value: str, there: tuple[str, ...], missing: str) -> str:
    """The value, when it exists.

    Args:
        value: as it was named.
        there: what exists.
        missing: what is said otherwise, with places for the `value` and those `known`.

    Raises:
        WrongUsage: it does not; lists what does.
    """
    if value not in there:
        raise WrongUsage(missing.format(value=value, known=", ".join(there)))
    return value
