"""How promises are shown and asked for: a day is understood before it is kept."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from brasstacks import figures, promises
from brasstacks.dates import as_due, day_of, understood
from brasstacks.recap import due_day, is_due
from brasstacks.session import FollowUp
from brasstacks.tui.cells import fit, seen
from brasstacks.tui.screens.ask import Filled, Form, Line
from brasstacks.words import _

_DAY = 15
_WHO = 20


def form(title: str, today: date, *, text: str = "", by: str = "", to: str = "", due: str = "") -> Form:
    """The lines of a promise; while the term is typed the day is shown that is understood in it.

    Args:
        title: over the lines.
        today: from which "by Friday" is counted.
        text: what is promised.
        by: by whom.
        to: to whom.
        due: the day, or the words that were said.
    """

    def tell(filled: Filled) -> str:
        if not filled["due"]:
            found = understood(filled["text"], today)
            return (
                _("by when: {day}, from the words").format(day=figures.weekday_and_day(found.day))
                if found
                else _("no day")
            )
        found = understood(filled["due"], today)
        return (
            _("by when: {day}").format(day=figures.weekday_and_day(found.day))
            if found
            else _("no day is understood: kept as said")
        )

    def wrong(filled: Filled) -> str:
        return "" if filled["text"] else _("What was promised? A few words.")

    lines = [
        Line("text", _("What"), text),
        Line("by", _("By whom"), by),
        Line("to", _("To whom"), to),
        Line("due", _("By when"), due),
    ]
    return Form(title, lines, wrong=wrong, tell=tell)


def fields(filled: Filled, today: date) -> dict[str, str]:
    """What the lines of a promise give to the record."""
    due = as_due(filled["due"], today) if filled["due"] else ""
    if not due and (found := understood(filled["text"], today)):
        due = found.day.isoformat()
    return {"text": filled["text"], "by": filled["by"], "to": filled["to"], "due": due}


def due_word(follow_up: FollowUp) -> str:
    """The day with its weekday, or the words that were said."""
    day = due_day(follow_up)
    return figures.weekday_and_day(day) if day else follow_up.due


def who(follow_up: FollowUp) -> str:
    """`Anna → us`."""
    return " → ".join(filter(None, (follow_up.by, follow_up.to)))


def row(follow_up: FollowUp, today: date, width: int, before: str = "") -> Content:
    """A promise on one line: done, due, by when, who, what.

    Args:
        follow_up: the promise.
        today: by which it is due or not.
        width: cells.
        before: what stands before its words: whose session it is.
    """
    due = is_due(follow_up, today)
    glyph = "✓" if follow_up.done else "!" if due else "○"
    style = "$muted" if follow_up.done else "bold $warning" if due else ""
    named = _WHO if width > 70 else 0
    head = f"{glyph} {fit(due_word(follow_up) or '—', _DAY)} "
    middle = f"{fit(who(follow_up) or '—', named)} " if named else ""
    return Content.assemble(
        (head, style or "$secondary"),
        (middle, "$muted"),
        (fit(f"{before}{follow_up.text}", width - len(head) - (named + 1 if named else 0)), style),
    )


def sections(follow_ups: Iterable[FollowUp], today: date) -> Content:
    """Promises line after line, whole."""
    lines = []
    for one in follow_ups:
        glyph = "✓" if one.done else "!" if is_due(one, today) else "○"
        beside = " · ".join(filter(None, (due_word(one), who(one))))
        lines.append(Content.assemble(f"{glyph} ", seen(one.text), (f"   {seen(beside)}" if beside else "", "$muted")))
    return Content("\n").join(lines)


def foretold(words: str, today: date) -> str:
    """How a promise that is being typed would be kept, on one line."""
    one = promises.parse(words, today)
    named = " → ".join(filter(None, (one.by, one.to)))
    day = day_of(one.due)
    term = _("by when: {day}").format(day=figures.weekday_and_day(day)) if day else _("no day")
    return " · ".join(filter(None, (term, named)))
