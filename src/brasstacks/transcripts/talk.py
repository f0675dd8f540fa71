"""What was said and by whom, before anything is made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from brasstacks.transcripts import phrases


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of talk as it stands in the file."""

    line: int
    """From 1; of a JSON file the number of the piece."""
    speaker: str
    """Empty when nobody is named."""
    text: str
    start: float | None = None
    """Seconds from the beginning."""
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is no part of the talk as far as can be told."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A file taken apart."""

    kind: str
    """`vtt`, `srt`, `text` or `json`."""
    encoding: str
    fragments: tuple[Fragment, ...]
    unread: tuple[Unread, ...] = ()
    notices: tuple[str, ...] = field(default=())
    """What a person should know of it, a sentence each."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks."""

    name: str
    pieces: int
    """How many times, fragments that follow one another taken for one."""
    words: int
    questions: int
    """In how many of those times they ask something."""


def joined(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The talk with what one speaker says in a row made one piece."""
    runs: list[list[Fragment]] = []
    for one in fragments:
        if runs and runs[-1][0].speaker == one.speaker:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        Fragment(run[0].line, run[0].speaker, " ".join(one.text for one in run), run[0].start, run[-1].end)
        for run in runs
    ]


def speakers(talk: Talk) -> tuple[Speaker, ...]:
    """Who speaks, in the order in which they first do."""
    said: dict[str, list[str]] = {}
    for one in joined(talk.fragments):
        said.setdefault(one.speaker, []).append(one.text)
    return tuple(
        Speaker(name, len(texts), sum(len(text.split()) for text in texts), sum(map(phrases.asks, texts)))
        for name, texts in said.items()
    )


def guess_interviewer(talk: Talk) -> str:
    """Who most likely asks: the name that says so, else who asks most often when they speak; of equals the first.

    Empty when only one person speaks: what they say is what the client says.
    """
    there = speakers(talk)
    if len(there) < 2:
        return ""
    for one in there:
        if phrases.names_an_interviewer(one.name):
            return one.name
    busiest = max(one.pieces for one in there)
    # Somebody who says one thing all along, and that a question, is a guest.
    regular = [one for one in there if one.pieces * 4 >= busiest]
    return max(regular, key=lambda one: one.questions / one.pieces).name
