"""The Library's lines: a session in a row, and what is said of it beside the list."""

from textual.content import Content

from brasstacks import glance
from brasstacks.session import GoalStatus, Session
from brasstacks.storage.workspace import Entry, Refusal
from brasstacks.tui import looks
from brasstacks.tui.cells import fit, seen, short
from brasstacks.tui.wording import session_state, still_open
from brasstacks.words import _

_FIXED = (10, 4, 5, 8, 8)
"""Cells: the date, the language, the goals, the concrete criteria, the state."""
_SHORT_OF_STATE = 56
"""Cells below which the state is its glyph alone, and the date has no year."""


def heading(width: int) -> Content:
    """The columns' names."""
    names = (_("date"), _("client"), _("title"), _("lang"), _("goals"), _("concrete"), _("state"))
    return Content.styled(_columns(names, width), "$muted")


def row(entry: Entry, width: int) -> Content:
    """A session, or a file that is none, on one line of so many cells."""
    day = f"{entry.updated.astimezone():%Y-%m-%d}"
    if isinstance(entry, Refusal):
        left = f"{fit(day, _FIXED[0])} "
        return Content.assemble(
            left, (fit(_("! unreadable: {file}").format(file=entry.path.name), width - 11), "$error")
        )
    cells = (
        day,
        party(entry.client, entry.organisation),
        entry.title,
        entry.language,
        str(entry.goals),
        str(entry.concrete),
        session_state(entry.status),
    )
    return Content(_columns(cells, width))


def _columns(cells: tuple[str, ...], width: int) -> str:
    day, lang, goals, concrete, state = _FIXED
    free = max(width - sum(_FIXED) - 6, 12)
    client = free // 2
    widths = (day, client, free - client, lang, goals, concrete, state)
    numbers = {4, 5}
    parts = [
        (" " * (wide - len(cell)) + cell if place in numbers and len(cell) < wide else fit(cell, wide))
        for place, (cell, wide) in enumerate(zip(cells, widths, strict=True))
    ]
    return " ".join(parts)


def party(client: str, organisation: str) -> str:
    """A client with the organisation."""
    return " · ".join(part for part in (client, organisation) if part)


def refusal(entry: Refusal) -> Content:
    """Why a file cannot be read."""
    return Content.assemble(
        (_("This file cannot be read; nothing overwrites it."), "bold $error"), "\n\n", seen(entry.reason)
    )


def preview(session: Session, width: int, height: int) -> Content:
    """A session beside the list: who, the goals, the last answer, the next open thing.

    Args:
        session: as it is saved.
        width: cells.
        height: lines; where there are few, the goals are shortened first.
    """
    client, header = session.client, session.session
    lines: list[Content] = [Content.styled(short(party(client.name, client.organisation), width), "bold")]
    if header.title and height > 6:
        lines.append(Content(short(header.title, width)))
    held = _("{clock} min · {state}").format(
        clock=looks.clock(session.seconds, header.planned_minutes), state=session_state(header.status)
    )
    if height > 6:
        lines += [Content.styled(held, "$muted"), Content()]
    lines += _goals(session, width, max(height - 12, 2) if height > 6 else 2)
    answer = glance.last_answer(session)
    if height > 6:
        lines.append(Content())
        if answer is not None:
            lines += [_named(_("Last answer")), Content(seen(answer.answer.strip())[:400]), Content()]
        lines += [_named(_("Next")), Content(seen(still_open(glance.next_open(session))))]
    else:
        if answer is not None:
            lines.append(Content.assemble((_("Last answer") + "  ", "$primary"), short(answer.answer, width - 14)))
        lines.append(
            Content.assemble((_("Next") + "  ", "$primary"), short(still_open(glance.next_open(session)), width - 7))
        )
    return Content("\n").join(lines)


def _named(name: str) -> Content:
    return Content.styled(name, "$primary")


def _goals(session: Session, width: int, most: int) -> list[Content]:
    if not session.goals:
        return [Content.styled(_("No goal yet."), "$muted")]
    shown = session.goals if len(session.goals) <= most else session.goals[: most - 1]
    lines = []
    for goal in shown:
        concrete, kept = looks.criteria_count(goal, session.fuzzy)
        decided = "" if goal.status is GoalStatus.OPEN else f" {looks.goal_status_word(goal.status)}"
        count = f"{decided}  {concrete}/{kept}"
        glyph = looks.goal_glyph(goal, session.fuzzy)
        lines.append(
            Content.assemble((f"{glyph} ", "$primary"), fit(goal.statement, width - 2 - len(count)), (count, "$muted"))
        )
    if len(shown) < len(session.goals):
        more = _("… and {count} more").format(count=len(session.goals) - len(shown))
        lines.append(Content.styled(more, "$muted"))
    return lines
