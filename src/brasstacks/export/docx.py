"""The record as a Word document, in Word's own styles: whoever restyles `Heading 2` restyles every one of them.

Needs python-docx, which is an extra.
"""

import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from brasstacks.export.blocks import Block, Bullets, Card, Heading, Item, Text
from brasstacks.export.contents import Contents
from brasstacks.export.escape import visible
from brasstacks.export.faults import Unavailable
from brasstacks.export.outline import outline
from brasstacks.words import _

_WIDTHS = (1_500_000, 3_990_000)
"""Of the two columns, in Word's unit: 360,000 are a centimetre."""

if TYPE_CHECKING:
    from docx.document import Document


def write(many: Iterable[Contents]) -> Iterator[bytes]:
    """One document, each session on a page of its own. Raises Unavailable when python-docx is not installed."""
    document = _new()
    for number, what in enumerate(many):
        if number:
            document.add_page_break()
        else:
            properties = document.core_properties
            properties.title, properties.author = (
                visible(what.title)[:255],
                visible(what.session.session.interviewer)[:255],
            )
            properties.created = properties.modified = what.session.session.created
            properties.comments = ""
        for block in outline(what):
            _add(document, block)
    out = io.BytesIO()
    document.save(out)
    yield out.getvalue()


def preview(raw: bytes) -> str:
    """The words of a document, a line a paragraph, with the names of its styles."""
    docx = _library()
    lines = []
    for part in docx.Document(io.BytesIO(raw)).iter_inner_content():
        if hasattr(part, "rows"):
            lines += ["  " + " │ ".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            lines.append(f"{part.style.name:<12.12} {part.text}")
    return "\n".join(lines)


def _library() -> ModuleType:
    try:
        return import_module("docx")
    except ImportError as error:
        raise Unavailable(_("docx needs python-docx: install it with: pip install 'brasstacks[docx]'")) from error


def _new() -> "Document":
    document: Document = _library().Document()
    return document


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading(rank, text):
            document.add_heading(visible(text), 0 if rank == 1 else rank - 1)
        case Text(text, strong):
            for part in text.split("\n\n"):
                document.add_paragraph(visible(part), "Intense Quote" if strong else None)
        case Bullets(items):
            _list(document, items)
        case Card():
            _card(document, block)


def _list(document: "Document", items: Iterable[Item], style: str = "List Bullet") -> None:
    for item in items:
        document.add_paragraph(visible(item.line), style)
        _list(document, item.inner, "List Bullet 2")


def _card(document: "Document", card: Card) -> None:
    document.add_heading(visible(card.statement), 3)
    rows = [(item.label, item.text) for item in card.items]
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for label, text in (*rows, ("", card.standing)):
        cells = table.add_row().cells
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = width
        cells[0].paragraphs[0].add_run(visible(label), "Strong")
        cells[1].text = visible(text)
    if card.words:
        document.add_paragraph(visible(card.words.label), "Caption")
        for said in card.words.inner:
            document.add_paragraph(visible(said.text), "Quote")
