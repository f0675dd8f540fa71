"""A file taken apart: its encoding, its kind, who says what, and a sentence about whatever is odd."""

from collections.abc import Callable
from itertools import pairwise

from brasstacks.transcripts import cues, plain, turns
from brasstacks.transcripts.decode import Unreadable, decode
from brasstacks.transcripts.talk import Fragment, Talk
from brasstacks.words import _, ngettext

_EVERY = 500
"""Lines after which progress is told."""
_RIGHT_TO_LEFT = ("\u0590", "\u08ff")


def read(raw: bytes, tell: Callable[[float], None] = lambda _share: None) -> Talk:
    """Take a file apart.

    Args:
        raw: its bytes.
        tell: is told the share that is done, from 0 to 1.

    Raises:
        Unreadable: no conversation can be read from it, or nobody's name stands in it.
    """
    text, encoding = decode(raw)
    text = text.removeprefix("\ufeff")
    lines = text.split("\n") if "\n" in text else text.split("\r")
    lines = [line.rstrip("\r") for line in lines]

    def told(number: int) -> None:
        if number % _EVERY == 0:
            tell(min(number / max(len(lines), 1), 1.0))

    kind = _kind(text, lines)
    if kind == "json":
        fragments, unread = turns.parse(text, told)
    elif kind == "text":
        fragments, unread = plain.parse(lines, told)
    else:
        fragments, unread = cues.parse(lines, told)
    tell(1.0)
    if not fragments and kind != "text":
        raise Unreadable(_("nothing is said in it: look whether the whole transcript was saved"))
    if not any(one.speaker for one in fragments):
        raise Unreadable(
            _(
                'nobody is named in it: write who speaks before what is said, as in "Anna: …", or export it with speakers'
            )
        )
    ordered, notices = _ordered(fragments)
    return Talk(kind, encoding, tuple(_carried(ordered)), tuple(unread), (*notices, *_direction(text)))


def _kind(text: str, lines: list[str]) -> str:
    start = text.lstrip()[:6]
    if start.startswith(("{", "[{", "[\n", "[ ", "[]")):
        return "json"
    if start.startswith("WEBVTT"):
        return "vtt"
    return "srt" if any(cues.TIMES.fullmatch(line) for line in lines[:200]) else "text"


def _carried(fragments: list[Fragment]) -> list[Fragment]:
    """Whoever spoke goes on where nobody is named; before anybody is, it is the first one who is."""
    speaker = next(one.speaker for one in fragments if one.speaker)
    carried = []
    for one in fragments:
        speaker = one.speaker or speaker
        carried.append(one if one.speaker else Fragment(one.line, speaker, one.text, one.start, one.end))
    return carried


def _ordered(fragments: list[Fragment]) -> tuple[list[Fragment], list[str]]:
    """By their beginnings, where all have one; and what is to be said of cues that overlap."""
    if any(one.start is None for one in fragments):
        return fragments, []
    ordered = sorted(fragments, key=lambda one: one.start or 0.0)
    overlaps = sum(
        one.end is not None and after.start is not None and after.start < one.end and (one.speaker != after.speaker)
        for one, after in pairwise(ordered)
    )
    if not overlaps:
        return ordered, []
    said = ngettext(
        "{count} time two people speak at once: their words stand in the order in which they began",
        "{count} times two people speak at once: their words stand in the order in which they began",
        overlaps,
    )
    return ordered, [said.format(count=overlaps)]


def _direction(text: str) -> list[str]:
    if any(_RIGHT_TO_LEFT[0] <= char <= _RIGHT_TO_LEFT[1] for char in text[:20_000]):
        return [
            _(
                "written from right to left: all of it is kept, but no word of it is marked, for that language is not heard"
            )
        ]
    return []
