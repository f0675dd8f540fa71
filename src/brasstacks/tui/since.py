"""What changed since last time, as content: then at the left, now at the right."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from brasstacks import figures
from brasstacks.changes import Changes, Pair
from brasstacks.session import Criterion
from brasstacks.tui import promising
from brasstacks.tui.cells import seen
from brasstacks.tui.wording import STEP_BARS, still_open
from brasstacks.words import _


def head(changes: Changes) -> Content:
    """The two days."""
    before, now = changes.before.session, changes.now.session
    titles = (before.title or before.id, now.title or now.id)
    return Content.assemble(
        (figures.weekday_and_day(before.created.date()), "$muted"),
        f" {seen(titles[0])}  →  ",
        (figures.weekday_and_day(now.created.date()), "bold"),
        f" {seen(titles[1])}",
    )


def criteria(changes: Changes) -> Content:
    """What became of the criteria."""
    parts: list[Content] = []
    parts += _ones(_("Reached"), "★", "$success", changes.reached)
    parts += _pairs(_("Sharpened"), changes.sharpened)
    parts += _ones(_("Added"), "+", "$success", changes.added)
    parts += _pairs(_("Less sharp than they were"), changes.weakened)
    parts += _ones(_("Dropped"), "−", "$warning", changes.dropped)
    parts += _pairs(_("As they were"), changes.same)
    if not parts:
        return Content.styled(_("No criterion, then or now."), "$muted")
    return Content("\n").join(parts[:-1])


def _ones(title: str, glyph: str, style: str, ones: Iterable[Criterion]) -> list[Content]:
    lines = [Content.assemble((f"{glyph} ", style), seen(one.statement)) for one in ones]
    return [Content.styled(title, "bold $primary"), *lines, Content()] if lines else []


def _pairs(title: str, pairs: Iterable[Pair]) -> list[Content]:
    lines: list[Content] = []
    for pair in pairs:
        steps = f"{STEP_BARS[pair.step_before]} → {STEP_BARS[pair.step_now]} "
        lines.append(Content.assemble((steps, "$secondary"), seen(pair.now.statement)))
        if pair.before.statement != pair.now.statement:
            was = _("was: {words}").format(words=pair.before.statement)
            lines.append(Content.styled(f"              {seen(was)}", "$muted"))
    return [Content.styled(title, "bold $primary"), *lines, Content()] if lines else []


def items(changes: Changes, today: date) -> Content:
    """What was open then: carried over, or settled; and what was promised and is not done."""
    parts = [Content.styled(_("Still open from last time"), "bold $primary")]
    parts += [Content(f"○ {seen(still_open(one))}") for one in changes.carried]
    if not changes.carried:
        parts.append(Content.styled(_("nothing"), "$muted"))
    if changes.closed:
        parts += [Content(), Content.styled(_("Settled since"), "bold $primary")]
        parts += [Content.styled(f"✓ {seen(still_open(one))}", "$muted") for one in changes.closed]
    if changes.unkept:
        parts += [Content(), Content.styled(_("Promised last time, not marked as done"), "bold $primary")]
        parts.append(promising.sections(changes.unkept, today))
    return Content("\n").join(parts)
