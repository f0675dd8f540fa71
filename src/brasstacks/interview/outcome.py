"""What an event of a conversation came to, and what the screen is to open for it."""

from dataclasses import dataclass
from typing import Literal

Room = Literal[
    "criteria",
    "timeline",
    "recap",
    "review",
    "follow-ups",
    "changes",
    "agenda",
    "options",
    "risks",
    "perceived",
    "fit",
]
"""The rooms of a session that the interview opens."""

Effect = (
    Room
    | Literal[
        "export", "copy", "hide", "help", "library", "settings", "why", "kept", "refer", "record", "edit", "cards"
    ]
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an event came to."""

    done: bool
    """Whether the text was taken: a text that was not taken stays where it was typed."""
    message: str = ""
    """One line for the person; empty when the screen shows it anyway."""
    effect: Effect | Literal[""] = ""
    """What the screen is to open."""
    argument: str = ""
    """With which words it is opened: the letters of a card."""


TAKEN = Outcome(done=True)
