"""Text of people in a terminal: wrapped, with the marks of what is heard under the words, and nothing in it obeyed."""

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from brasstacks.cli.harmless import harmless
from brasstacks.language import Finding, Reading

CHALLENGE, MARK = "~", "·"
_STYLES = {CHALLENGE: "bold yellow", MARK: "dim"}


def marked(reading: Reading, width: int) -> Iterator[Text]:
    """The lines of a text, each with a line of marks under it when something in it is found.

    Args:
        reading: of the text.
        width: cells of a line.
    """
    text = harmless(reading.text, keep="\n")
    signs = _signs(reading.findings, len(text))
    for start, end in _lines(text, max(width, 10)):
        yield Text(text[start:end])
        under = Text()
        for sign, chars in groupby(range(start, end), key=signs.__getitem__):
            under.append((sign or " ") * sum(cell_len(text[at]) for at in chars), _STYLES.get(sign, ""))
        under.rstrip()
        if under:
            yield under


def _signs(findings: tuple[Finding, ...], length: int) -> list[str]:
    signs = [""] * length
    for finding in findings:
        for place in range(finding.span.start, finding.span.end):
            if signs[place] != CHALLENGE:
                signs[place] = CHALLENGE if finding.challenge else MARK
    return signs


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends: at a line end, else at the last space that fits, else in mid-word."""
    start = 0
    while start < len(text):
        end, space, used = start, -1, 0
        while end < len(text) and text[end] != "\n" and used + cell_len(text[end]) <= width:
            used += cell_len(text[end])
            space = end if text[end] == " " else space
            end += 1
        cut = end < len(text) and text[end] not in "\n "
        if cut and space > start:
            end = space
        yield start, end
        start = end + (end < len(text) and text[end] in "\n ")
