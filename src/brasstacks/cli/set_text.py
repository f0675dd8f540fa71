"""Markdown set for a terminal: headings at the left, and without colour still told from the text."""

from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.text import Text

_RULES = {"h1": "═", "h2": "─"}


class _LeftHeading(Heading):
    """A heading at the left, the first two sorts with a line under them."""

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        text = self.text.copy()
        text.justify = "left"
        text.stylize("bold not underline")
        yield text
        if self.tag in _RULES:
            yield Text(_RULES[self.tag] * min(text.cell_len, options.max_width), "dim")


class SetText(Markdown):
    """Markdown with headings at the left."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements, "heading_open": _LeftHeading}
