"""Something promised, as an interviewer types it on one line: who, to whom, what, by when.

`Anna > us: the price list by Friday`: the head up to the colon may be left out, and so may the part behind the stroke.
"""

import re
from dataclasses import dataclass
from datetime import date

from brasstacks.dates import understood
from brasstacks.session import Session

_HEAD = re.compile(
    r"\s*(?P<by>[^:>→\n]{1,40}?)\s*(?:(?:>|→)\s*(?P<to>[^:>→\n]{1,40}?)\s*)?:\s+(?P<text>\S.*)", re.DOTALL
)
_WORDS_OF_A_NAME = 3
_WE = frozenset({"us", "we", "me", "i", "мы", "нас", "я", "noi", "io"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, as it is to be kept."""

    text: str
    by: str = ""
    to: str = ""
    due: str = ""
    """A day as `2026-12-04`; empty when none is named."""


def parse(words: str, today: date) -> Promise:
    """Read a promise. Never raises: what is not understood is part of the text.

    Args:
        words: as typed.
        today: from which "by Friday" is counted.
    """
    words = words.strip()
    found = understood(words, today)
    due = found.day.isoformat() if found else ""
    head = _HEAD.fullmatch(words)
    if head is None or len(head["by"].split()) > _WORDS_OF_A_NAME:
        return Promise(words, due=due)
    return Promise(head["text"].strip(), head["by"], head["to"] or "", due)


def is_ours(by: str, session: Session) -> bool:
    """Whether who promised is the interviewer, or one of us as people write it."""
    words = set(re.findall(r"\w+", by.casefold()))
    return bool(words & (_WE | set(re.findall(r"\w{2,}", session.session.interviewer.casefold()))))
