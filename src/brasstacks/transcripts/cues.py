"""WebVTT and SRT: a line of times, and what was said under it, up to an empty line.

One grammar serves both: the flavours of Teams (`<v Name>`), Zoom (`Name: …`) and Meet are read by what stands in the cue.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape

from brasstacks.transcripts.names import Labels
from brasstacks.transcripts.talk import Fragment, Unread

TIMES = re.compile(
    r"\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)(?:\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font|\d)[^<>]*>", re.IGNORECASE)


def seconds(time: str) -> float:
    """`1:02:03.5`, `02:03` or `0:0:3,2` in seconds."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def parse(lines: list[str], tell: Callable[[int], None]) -> tuple[list[Fragment], list[Unread]]:
    """The cues of a file, in its order, and what stands in no cue.

    Args:
        lines: of the file, without their ends.
        tell: is told how many lines are done.
    """
    labels = Labels(line for line in lines if not _belongs_to_the_form(line))
    fragments: list[Fragment] = []
    unread: list[Unread] = []
    number = 0
    while number < len(lines):
        tell(number)
        if times := TIMES.fullmatch(lines[number]):
            first = number = number + 1
            while number < len(lines) and lines[number].strip() and not TIMES.fullmatch(lines[number]):
                number += 1
            payload = lines[first:number]
            # An identifier stands before the times: the next cue's, where somebody left the empty line out.
            if number < len(lines) and lines[number].strip() and payload and payload[-1].strip().isdigit():
                payload = payload[:-1]
            fragments += _cue(payload, first + 1, seconds(times[1]), seconds(times[2]), labels)
            continue
        line = lines[number].strip()
        names_a_cue = number + 1 < len(lines) and TIMES.fullmatch(lines[number + 1])
        if line and not names_a_cue and not (number == 0 and line.startswith("WEBVTT")):
            unread.append(Unread(number + 1, line))
        number += 1
    return fragments, unread


def _belongs_to_the_form(line: str) -> bool:
    return TIMES.fullmatch(line) is not None or line.strip().isdigit() or line.startswith("WEBVTT")


def _cue(payload: list[str], first: int, start: float, end: float, labels: Labels) -> Iterator[Fragment]:
    speaker = ""
    for offset, line in enumerate(payload):
        parts = _VOICE.split(line)
        # Without a voice one text; with voices text, name, text, name, text.
        for at in range(0, len(parts), 2):
            if at:
                speaker = _plain(parts[at - 1])
            text = _plain(parts[at])
            if not at and len(parts) == 1:
                named, text = labels.split(text)
                speaker = named or speaker
            if text:
                yield Fragment(first + offset, speaker, text, start, end)


def _plain(text: str) -> str:
    return " ".join(unescape(_TAG.sub("", text)).split())
