"""A command as it was typed, and what is said of one that cannot be carried out."""

import re
from dataclasses import dataclass
from datetime import datetime

from brasstacks.interview.outcome import Outcome
from brasstacks.words import _


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as it was typed."""

    argument: str
    now: datetime
    selected: str = ""
    """What was selected in the box."""

    @property
    def words(self) -> str:
        """What the command is about: what follows its name, else the selected words."""
        return self.argument or self.selected.strip()

    @property
    def number(self) -> int | None:
        """The number that it begins with."""
        found = re.match(r"\d+", self.argument)
        return int(found[0]) if found else None


def refused(message: str) -> Outcome:
    """What was typed stays, and this is said of it."""
    return Outcome(done=False, message=message)


def needs_words() -> Outcome:
    """The command takes words, and there are none."""
    return refused(_("What? Write it after the command, or select words in the box."))


def needs_goal() -> Outcome:
    """There is no goal yet."""
    return refused(_("First the goal: what does the client want?"))
