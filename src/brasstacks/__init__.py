"""brasstacks: from a vague goal to a success criterion that a stranger could check."""

__version__ = "0.1.0"
