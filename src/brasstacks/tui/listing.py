"""The Library's lines: a session in a row, and what is said of it beside the list."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from brasstacks import figures
from brasstacks.identity import SessionStatus
from brasstacks.plain import Glance, GoalGlance, GoalStatus
from brasstacks.storage.workspace import Entry, Refusal, Summary
from brasstacks.tui.cells import fit, one_line, seen, short
from brasstacks.tui.glyphs import clock, goal_glyph, goal_status_word
from brasstacks.tui.wording import kind_word, session_state, still_open
from brasstacks.words import _, ngettext, pgettext

if TYPE_CHECKING:
    from brasstacks.storage.forget import Plan
    from brasstacks.storage.search import Hit
    from brasstacks.storage.trash import Trashed

_FIXED = (10, 4, 5, 8, 9)
"""Cells: the date, the language, the goals, the concrete criteria, the state."""
_SHORT_OF_STATE = 56
"""Cells below which the state is its glyph alone, and the date has no year."""


def heading(width: int) -> Content:
    """The columns' names."""
    names = (
        *(_("date"), _("client"), _("title"), pgettext("4 cells", "lang")),
        *(pgettext("5 cells", "goals"), pgettext("8 cells", "concrete"), pgettext("9 cells", "state")),
    )
    return Content.styled(_columns(names, width), "$muted")


def row(entry: Entry, width: int) -> Content:
    """A session, or a file that is none, on one line of so many cells."""
    day = figures.day(entry.updated.astimezone())
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


def preview(entry: Summary, glance: Glance, width: int, height: int) -> Content:
    """A session beside the list: who, the goals, the last answer, the next open thing.

    Args:
        entry: its row.
        glance: what is seen of it at a glance.
        width: cells.
        height: lines; where there are few, the goals are shortened first.
    """
    lines: list[Content] = [Content.styled(short(party(entry.client, entry.organisation), width), "bold")]
    if entry.title and height > 6:
        lines.append(Content(short(entry.title, width)))
    held = _("{clock} min · {state}").format(
        clock=clock(entry.seconds, glance.planned_minutes), state=session_state(entry.status)
    )
    if height > 6:
        lines += [Content.styled(held, "$muted"), Content()]
    lines += _goals(glance.goals, width, max(height - 12, 2) if height > 6 else 2)
    answer, following = glance.last_answer, still_open(glance.next_open)
    if height > 6:
        lines.append(Content())
        if answer:
            lines += [_named(_("Last answer")), Content(seen(answer)), Content()]
        lines += [_named(_("Next")), Content(seen(following))]
    else:
        lines += [_beside(_("Last answer"), answer, width)] if answer else []
        lines.append(_beside(_("Next"), following, width))
    return Content("\n").join(lines)


def goes_on(entry: Summary, found: Glance, today: date, key: str) -> str:
    """Whose session the key goes on with, when it was left and where; nothing for one that is closed.

    Args:
        entry: the session under the cursor.
        found: the same at a glance.
        today: the day.
        key: as it is called.
    """
    if entry.status is SessionStatus.CLOSED:
        return ""
    days = (today - entry.updated.astimezone().date()).days
    when = (
        _("today")
        if days <= 0
        else _("yesterday")
        if days == 1
        else ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    )
    who = short(entry.client, 30)
    if not found.in_hand:
        return _("{key} goes on with {client}, {when}").format(key=key, client=who, when=when)
    words = _("{key} goes on with {client}, {when} at goal {number}")
    return words.format(key=key, client=who, when=when, number=found.in_hand)


def progress(done: int, whole: int, width: int) -> Content:
    """How much of the workspace has been read."""
    words = _(" Reading the sessions: {done} of {all}").format(done=done, all=whole)
    room = max(min(width - len(words) - 2, 40), 0)
    full = room * done // max(whole, 1)
    return Content.assemble((words, "$muted"), " ", ("█" * full, "$primary"), ("░" * (room - full), "$muted"))


def hit(found: "Hit", width: int) -> Content:
    """A session that was found: whose it is and when it was; below it the sentence with what was looked for."""
    entry = found.entry
    if isinstance(entry, Refusal):
        return row(entry, width)
    where = kind_word(found.kind) if found.kind else session_state(entry.status)
    who = " · ".join(part for part in (party(entry.client, entry.organisation), entry.title) if part)
    head = f"{figures.day(entry.updated.astimezone())}  "
    tail = f"  {where}"
    first = Content.assemble(
        (head, "$muted"), (fit(who, width - len(head) - cell_len(tail)), "bold"), (tail, "$primary")
    )
    if not found.words:
        return first
    return Content.assemble(first, "\n", _sentence(found, width - 4))


def _sentence(found: "Hit", width: int) -> Content:
    """As much of the sentence as a line holds, with the first word that was looked for in it."""
    at = found.marked[0][0] if found.marked else 0
    start = 0 if cell_len(found.words) <= width else max(0, min(at - width // 3, len(found.words) - width // 2))
    parts: list[Content | str] = ["    ", "…" if start else ""]
    for begin, end in found.marked:
        if begin >= start:
            parts += [
                _on_one_line(found.words[start:begin]),
                Content.styled(_on_one_line(found.words[begin:end]), "bold $secondary"),
            ]
            start = end
    parts.append(_on_one_line(found.words[start:]))
    return Content.assemble(*parts).truncate(width + 4, ellipsis=True)


def _on_one_line(text: str) -> str:
    return seen("".join(" " if char in "\n\t" else char for char in text))


def trashed(one: "Trashed", width: int) -> Content:
    """A session in the trash on one line."""
    when = f"{figures.moment(one.deleted.astimezone())}  "
    what = one.entry
    if isinstance(what, Refusal):
        words = _("! unreadable: {file}").format(file=f"{one.id}.toml")
    else:
        words = " · ".join(part for part in (party(what.client, what.organisation), what.title, one.id) if part)
    return Content.assemble((when, "$muted"), fit(words, width - len(when)))


def going(files: Sequence[Path], root: Path) -> list[Content]:
    """Files that go for good, each on a line."""
    return [Content(f"  {one_line(str(_inside(path, root)))}") for path in files]


def _inside(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path


def forgetting(plan: "Plan", root: Path) -> Content:
    """What forgetting a client removes, and what it cannot reach."""
    lines: list[Content] = []
    for name, files in (
        (_("Sessions"), plan.sessions),
        (_("In the trash"), plan.trashed),
        (_("Backups"), plan.backups),
        (_("What stood in the box"), plan.drafts),
        (_("Traces of who had it open"), plan.locks),
    ):
        if files:
            lines += [_named(f"{name}: {len(files)}"), *going(files, root)]
    lines += [Content(), _named(_("Every word of theirs in the search index")), Content(), _named(_("Out of reach"))]
    lines += [Content(f"  {one_line(words)}") for words in out_of_reach(plan, root)]
    return Content("\n").join(lines)


def out_of_reach(plan: "Plan", root: Path) -> list[str]:
    """What is left of a client when they are forgotten."""
    left = [_("what was exported, printed, sent, or copied elsewhere, backups of the whole disk among it")]
    if plan.repository:
        left.append(_("what was committed to git in {folder}: its history keeps it").format(folder=plan.repository))
    if plan.mentioned:
        count = len(plan.mentioned)
        words = ngettext(
            "{count} session of others in which the name stands: {ids}",
            "{count} sessions of others in which the name stands: {ids}",
            count,
        )
        left.append(words.format(count=count, ids=", ".join(plan.mentioned[:5]) + (", …" if count > 5 else "")))
    words = _("{file} cannot be read, and the name stands in it")
    left += [words.format(file=_inside(path, root)) for path in plan.unread]
    return left


def _named(name: str) -> Content:
    return Content.styled(name, "$primary")


def _beside(name: str, words: str, width: int) -> Content:
    """A name and the words that belong to it, on one line of so many cells."""
    return Content.assemble((f"{name}  ", "$primary"), short(words, width - cell_len(name) - 2))


def _goals(goals: Sequence[GoalGlance], width: int, most: int) -> list[Content]:
    if not goals:
        return [Content.styled(_("No goal yet."), "$muted")]
    shown = goals if len(goals) <= most else goals[: most - 1]
    lines = []
    for goal in shown:
        decided = "" if goal.status is GoalStatus.OPEN else f" {goal_status_word(goal.status)}"
        count = f"{decided}  {goal.concrete}/{goal.kept}"
        glyph = goal_glyph(goal)
        lines.append(
            Content.assemble((f"{glyph} ", "$primary"), fit(goal.statement, width - 2 - len(count)), (count, "$muted"))
        )
    if len(shown) < len(goals):
        more = _("… and {count} more").format(count=len(goals) - len(shown))
        lines.append(Content.styled(more, "$muted"))
    return lines
