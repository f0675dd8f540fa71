"""The record as one page that carries everything with it: no script, nothing fetched, light, dark and on paper."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from brasstacks.export import curve, suited
from brasstacks.export.blocks import Block, Bullets, Card, Heading, Item, Text
from brasstacks.export.contents import Contents, Page
from brasstacks.export.escape import visible
from brasstacks.export.outline import outline
from brasstacks.labels import labels

_HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="brasstacks">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
"""
STEPS = 4


def write(many: Iterable[Contents]) -> Iterator[str]:
    """A page; sessions one under the other, on paper each on a sheet of its own."""
    css = (files("brasstacks.export") / "report.css").read_text("utf-8")
    opened = False
    for what in many:
        if not opened:
            opened = True
            yield _HEAD.format(lang=text(what.session.session.language), title=text(what.title), css=css)
        yield _main(what)
    if not opened:
        yield _HEAD.format(lang="en", title="brasstacks", css=css)
    yield "</body>\n</html>\n"


def preview(raw: bytes) -> str:
    """The page without its style sheet, which is the same in all of them."""
    head, _style, rest = raw.decode().partition("<style>\n")
    return f"{head}<style>…{rest[rest.find('</style>') :]}"


def text(words: str) -> str:
    """People's words, which are never markup."""
    return escape(visible(words))


def _lines(words: str) -> str:
    return "<br>\n".join(text(line) for line in words.strip().split("\n"))


def _main(what: Contents) -> str:
    names = labels(what.session.session.language)
    head, who, *rest = outline(what)
    parts = [f'<article lang="{text(what.session.session.language)}">', "<header>"]
    if isinstance(head, Heading) and isinstance(who, Text):
        parts += [f'<h1 dir="auto">{text(head.text)}</h1>', f'<p class="who" dir="auto">{text(who.text)}</p>']
    if what.page is Page.RECORD:
        parts.append(_sum(what, names))
    parts.append("</header>")
    if what.curves:
        parts.append(
            f"<figure>\n<figcaption>{text(names['curve'])}</figcaption>\n{curve.svg(what.curves, names)}\n</figure>"
        )
    square = suited.svg(what.internal.fit, names) if what.internal and what.internal.fit else ""
    parts += _body(rest, names["internal"], square)
    return "\n".join([*parts, "</article>", ""])


def _sum(what: Contents, names: Mapping[str, str]) -> str:
    judged = [one for part in what.goals for one in part.concrete]
    counts = {
        names["goals"]: len(what.goals),
        names["criteria"]: len(judged),
        names["contract_ready"]: sum(one.contract_ready for one in judged),
    }
    return (
        '<div class="sum">' + "".join(f"<span><b>{n}</b>{text(name)}</span>" for name, n in counts.items()) + "</div>"
    )


def _body(blocks: Iterable[Block], ours: str, square: str) -> Iterator[str]:
    """The blocks; what is for us alone is set apart, with the drawing of the fit under its heading."""
    apart = False
    for one in blocks:
        if isinstance(one, Heading) and one.rank == 2 and one.text == ours:
            apart = True
            yield '<section class="ours">'
        yield _block(one)
        if apart and square:
            yield f"<figure>\n{square}\n</figure>"
            square = ""
    if apart:
        yield "</section>"


def _block(one: Block) -> str:
    match one:
        case Heading(rank, words):
            return f'<h{rank} dir="auto">{text(words)}</h{rank}>'
        case Text(words, strong):
            paragraphs = [part for part in words.split("\n\n") if part.strip()]
            shown = "\n".join(f'<p dir="auto">{_lines(part)}</p>' for part in paragraphs)
            return (
                shown.replace('<p dir="auto">', '<p dir="auto"><strong>').replace("</p>", "</strong></p>")
                if strong
                else shown
            )
        case Bullets(items):
            return _list(items)
        case Card():
            return _card(one)


def _list(items: Iterable[Item]) -> str:
    rows = [f'<li dir="auto">{_lines(item.line)}{_list(item.inner) if item.inner else ""}</li>' for item in items]
    return "<ul>\n" + "\n".join(rows) + "\n</ul>"


def _card(card: Card) -> str:
    bars = "".join('<i class="on"></i>' if step < card.step else "<i></i>" for step in range(STEPS))
    kind = "card" if card.step >= 3 else "card open"
    fields = "\n".join(f'<dt>{text(item.label)}</dt><dd dir="auto">{_lines(item.text)}</dd>' for item in card.items)
    words = ""
    if card.words:
        said = "\n".join(f'<blockquote dir="auto">{_lines(item.text)}</blockquote>' for item in card.words.inner)
        words = f'\n<p class="words-of">{text(card.words.label)}</p>\n{said}'
    return (
        f'<section class="{kind}">\n'
        f'<div class="standing"><span class="steps">{bars}</span>{text(card.standing)}</div>\n'
        f'<h4 dir="auto">{text(card.statement) or "—"}</h4>\n<dl>\n{fields}\n</dl>{words}\n</section>'
    )
