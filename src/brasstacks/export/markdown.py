"""The record as Markdown."""

from collections.abc import Iterable, Iterator

from brasstacks.export.blocks import Block, Bullets, Card, Heading, Item, Text
from brasstacks.export.contents import Contents
from brasstacks.export.escape import block, inline
from brasstacks.export.outline import outline


def write(many: Iterable[Contents]) -> Iterator[str]:
    """Sessions one under the other, each under a heading of its own."""
    for number, what in enumerate(many):
        yield ("\n" if number else "") + "\n\n".join(filter(None, map(_block, outline(what)))) + "\n"


def _block(one: Block) -> str:
    match one:
        case Heading(rank, text):
            return f"{'#' * rank} {inline(text)}"
        case Text(text, strong):
            return _bold(text) if strong else block(text)
        case Bullets(items):
            return "\n".join(_lines(items))
        case Card():
            return _card(one)


def _bold(text: str) -> str:
    shown = inline(text)
    return f"**{shown}**" if shown else "—"


def _card(card: Card) -> str:
    items = (*card.items, Item(card.standing), *((card.words,) if card.words else ()))
    return "\n".join([_bold(card.statement), "", *_lines(items)])


def _lines(items: Iterable[Item], indent: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{' ' * indent}- {inline(item.line)}"
        yield from _lines(item.inner, indent + 2)
