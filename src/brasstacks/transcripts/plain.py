"""Plain text: `Name: text` with or without times, as Otter, Fireflies, Whisper, Teams and people write it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from brasstacks.transcripts.cues import seconds
from brasstacks.transcripts.names import Labels, bare
from brasstacks.transcripts.talk import Fragment, Unread

_T = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_RANGE = re.compile(rf"\s*\[?({_T})\s*-->\s*({_T})\]?:?\s*(.*)")
_BEFORE = re.compile(rf"\s*[\[(]?({_T})[\])]?(?:\s*[-–—]\s*|\s+|:\s+)(.+)")
_ALONE = re.compile(rf"\s*[\[(]?({_T})[\])]?\s*")
_HEAD = re.compile(rf"\s*([^\W\d][^:!?<>\"«»\n]{{0,48}}?)\s*(?:[-–—|,]\s*|\s)[\[(]?({_T})[\])]?\s*(?:(:)\s*(.*))?")
_OF_A_NAME = 5


@dataclass(slots=True)
class _Reader:
    labels: Labels
    fragments: list[Fragment] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    speaker: str = ""
    start: float | None = None
    end: float | None = None

    def said(self, number: int, text: str) -> None:
        if text:
            self.fragments.append(Fragment(number, self.speaker, text, self.start, self.end))

    def at(self, time: str, until: str = "") -> None:
        self.start, self.end = seconds(time), seconds(until) if until else None


def parse(lines: list[str], tell: Callable[[int], None]) -> tuple[list[Fragment], list[Unread]]:
    """What is said in a file, and the lines before anybody speaks.

    Args:
        lines: of the file, without their ends.
        tell: is told how many lines are done.
    """
    reader = _Reader(Labels(map(_without_time, lines)))
    for number, line in enumerate(lines, 1):
        tell(number)
        if line.strip():
            _take(reader, number, line)
    return reader.fragments, reader.unread


def _without_time(line: str) -> str:
    if match := _RANGE.fullmatch(line):
        return match[3]
    if (match := _BEFORE.fullmatch(line)) or _ALONE.fullmatch(line):
        return match[2] if match else ""
    return line


def _take(reader: _Reader, number: int, line: str) -> None:
    if match := _RANGE.fullmatch(line):
        reader.at(match[1], match[2])
        line = match[3]
    elif match := _ALONE.fullmatch(line):
        reader.at(match[1])
        return
    elif (head := _HEAD.fullmatch(line)) and len(head[1].split()) <= _OF_A_NAME:
        reader.speaker = bare(head[1])
        reader.at(head[2])
        reader.said(number, head[4] or "")
        return
    elif match := _BEFORE.fullmatch(line):
        reader.at(match[1])
        line = match[2]
    name, text = reader.labels.split(line)
    if name and name != reader.speaker:
        reader.speaker = name
    if reader.speaker or reader.start is not None:
        reader.said(number, text)
    elif text:
        reader.unread.append(Unread(number, text))
