"""What was pasted: a few words of the client, or a whole conversation that can be taken in turn by turn."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from brasstacks.session import Goal
from brasstacks.transcripts.build import Choice, build
from brasstacks.transcripts.decode import Unreadable
from brasstacks.transcripts.reading import read
from brasstacks.transcripts.talk import Talk, guess_interviewer, joined

FEWEST = 4
"""Pieces of talk, of one and the other in turn: less is a quotation."""

_DASH = re.compile(r"\s*[—–]\s+(.*)")
_ROLES = ("Interviewer", "Client")


def conversation(text: str) -> Talk | None:
    """A text as a conversation; None when it is none, as far as can be told.

    It is one when two people or more speak in turn under their names, or when each line begins with a dash, as a
    dialogue in print does, and the first one asks.
    """
    try:
        talk = read((_with_roles(text) or text).encode("utf-8", "replace"))
    except Unreadable:
        return None
    spoken = Counter(one.speaker for one in joined(talk.fragments))
    if len(spoken) < 2 or spoken.total() < FEWEST or len(talk.unread) * 2 > len(talk.fragments):
        return None
    return talk if sum(times > 1 for times in spoken.values()) > 1 else None


def _with_roles(text: str) -> str:
    """A dialogue in dashes with a name before each line; nothing for what is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    said = [match[1] for line in lines if (match := _DASH.fullmatch(line))]
    if len(said) < max(len(lines), FEWEST) or not said[0].rstrip().endswith("?"):
        return ""
    return "\n".join(f"{_ROLES[number % 2]}: {words}" for number, words in enumerate(said))


def goals_of(talk: Talk, language: str, *, now: datetime, new_id: Callable[[str], str]) -> tuple[Goal, ...]:
    """The goals that a conversation would have, with every turn under one of them.

    Args:
        talk: as it was pasted.
        language: of the session.
        now: the moment.
        new_id: gives an id.
    """
    asking = guess_interviewer(talk)
    choice = Choice((asking,) if asking else (), language=language)
    return build(talk, choice, session_id="pasted", began=now, now=now, new_id=new_id).goals
