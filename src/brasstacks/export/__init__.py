"""What leaves the program: one module a format, one registry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from brasstacks.export import documents, docx, gherkin, html, markdown, tables
from brasstacks.export.audience import Audience
from brasstacks.export.contents import Contents, Options, Page, contents
from brasstacks.export.faults import Unavailable
from brasstacks.export.redaction import Redactor
from brasstacks.session import Session

__all__ = [
    "FORMATS",
    "Audience",
    "Format",
    "Options",
    "Page",
    "Redactor",
    "Unavailable",
    "as_text",
    "chunks",
    "preview",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing sessions down."""

    name: str
    suffix: str
    """Of the file, with its dot."""
    write: Callable[[Iterable[Contents]], Iterator[str]] | Callable[[Iterable[Contents]], Iterator[bytes]]
    """The pieces of a file, one after the other."""
    joins: bool = True
    """Whether one file holds several sessions."""
    prints: bool = False
    """Whether it is read by people: one page of a session can go out alone, and our own copy tells the fit."""
    hears: bool = False
    """Whether it draws how the answers were heard."""
    preview: Callable[[bytes], str] = bytes.decode
    """What a person reads of a file before it is written."""
    is_text: bool = True
    """Whether it can be pasted somewhere."""


FORMATS = {
    one.name: one
    for one in (
        Format("markdown", ".md", markdown.write, prints=True),
        Format("html", ".html", html.write, prints=True, hears=True, preview=html.preview),
        Format("docx", ".docx", docx.write, prints=True, preview=docx.preview, is_text=False),
        Format("csv", ".csv", tables.csv_of),
        Format("csv-bom", ".csv", tables.csv_with_mark),
        Format("json", ".json", documents.json_of),
        Format("toml", ".toml", documents.toml_of),
        Format("gherkin", ".feature", gherkin.write, joins=False),
        Format("jsonl", ".jsonl", tables.jsonl_of_criteria),
        Format("jsonl-turns", ".turns.jsonl", tables.jsonl_of_turns),
    )
}


def chunks(form: Format, sessions: Iterable[Session], options: Options) -> Iterator[bytes]:
    """The pieces of a file with sessions, which are asked for one after the other and not kept.

    Raises:
        KeyError: there is no goal of the id that was chosen.
        Unavailable: the format needs what is not installed.
    """
    for piece in form.write(contents(one, options, hear=form.hears, judge=form.prints) for one in sessions):
        yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")


def as_text(form: Format, session: Session, options: Options | None = None) -> str:
    """One session as the text of a file; only for formats that are text."""
    return b"".join(chunks(form, (session,), options or Options())).decode()


def preview(form: Format, sessions: Iterable[Session], options: Options) -> str:
    """What will stand in the file, as a person reads it. Raises as `chunks`."""
    return form.preview(b"".join(chunks(form, sessions, options)))
