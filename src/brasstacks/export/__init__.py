"""What leaves the program: one module a format, one registry."""

from collections.abc import Callable
from dataclasses import dataclass

from brasstacks.export import markdown
from brasstacks.export.contents import Audience
from brasstacks.session import Session

__all__ = ["FORMATS", "Audience", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing a session down."""

    name: str
    suffix: str
    """Of the file, with its dot."""
    write: Callable[[Session, Audience], str]
    """The session for an audience, as the text of a file."""


FORMATS = {one.name: one for one in (Format("markdown", ".md", markdown.write),)}
