"""What the Fit shows: every sign with how far it moved which willingness, the group on its square, the way of working."""

from collections.abc import Iterable

from textual.content import Content

from brasstacks import figures
from brasstacks.beside import Recommendation
from brasstacks.fit import Dated, Fit, Moved, Read, Willingness, names
from brasstacks.questions import Bank
from brasstacks.session import Session
from brasstacks.tui.cells import fit as fitted
from brasstacks.tui.cells import seen, short
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _, ngettext

_BY = 6
"""Cells of a figure."""


def sign_word(sign: str) -> str:
    """A sign's name on the screen; one of a bank's own is shown by the bank's name."""
    known = {
        "concrete_answers": _("answers concretely"),
        "cooperation": _("answers add something"),
        "decided_before_price": _("wanted us before asking the price"),
        "openness": _("says openly what is bad"),
        "hand_backs": _("hands the question back"),
        "buzzwords": _("speaks in buzzwords"),
        "politicking": _("hides behind others"),
        "drift": _("chains stall or drift"),
        "price_before_goal": _("asked the price before the goal"),
        "approvals_slip": _("approvals slip"),
        "request_fits_offer": _("what they ask for is our trade"),
        "many_deciders": _("many decide"),
        "debts": _("has debts"),
        "debts_ignored": _("does not speak of the debts"),
    }
    return known.get(sign, sign.replace("_", " "))


def recommendation_word(recommendation: Recommendation) -> str:
    """What to do, in a line."""
    return {
        Recommendation.TOGETHER: _("work together"),
        Recommendation.STRICT: _("work with strict rules"),
        Recommendation.TRY: _("try, and look at it on a date"),
        Recommendation.PART: _("part kindly"),
        Recommendation.REFER: _("refer them to what serves them now"),
    }[recommendation]


def _source(read: Read) -> str:
    if read.noted:
        return _("noted") + (f": {read.words}" if read.words else "")
    if read.of:
        return _("read: {count} of {of}").format(count=read.count, of=read.of)
    return _("read")


def _held(read: Read) -> str:
    """How far a sign holds: a count says it by itself."""
    return _source(read) if read.of else f"{read.fullness:.0%} {_source(read)}"


def rows(known: dict[str, Read], bank: Bank, width: int) -> list[Row]:
    """Every sign that the bank weighs: how far it holds, and where that is from."""
    found: list[Row] = []
    for sign in names(bank):
        read = known.get(sign)
        tail = "" if read is None else _held(read)
        glyph = "○" if read is None else "◉" if read.noted else "◌"
        room = min(34, width - 4)
        line = Content.assemble(
            (f"{glyph} ", "$primary"), fitted(sign_word(sign), room), (f" {short(tail, width - room - 3)}", "$muted")
        )
        found.append((line, sign))
    return found


def about(found: Fit, session: Session, width: int) -> Content:
    """The group on its square, the two scales with what moved them, and the way of working."""
    parts = [*_verdict(found, session), *_square(found), Content()]
    parts += _scale(_("They want it"), found.theirs, width)
    parts += [Content(), *_scale(_("We want it"), found.ours, width), Content()]
    if {"concrete_answers", "cooperation"} & {one.sign for one in found.theirs.moved if one.read.of}:
        told = _("Good answers speak for them from one in three on, and fully from two in three.")
        parts += [Content.styled(told, "$muted"), Content()]
    parts += _play(found)
    if session.fit is not None and session.fit.reason:
        parts += [Content(), Content.assemble((_("Decided, because") + ": ", "$success"), seen(session.fit.reason))]
    return Content("\n").join(parts)


def _verdict(found: Fit, session: Session) -> list[Content]:
    """What the eye meets first: the group, what the signs recommend, what was decided."""
    parts: list[Content] = []
    if found.group is not None:
        title = found.play.title if found.play else ""
        parts.append(Content.styled(f"{found.group}  {seen(title)}".rstrip(), "bold $primary"))
    if found.recommendation is not None:
        words = recommendation_word(found.recommendation)
        if found.early:
            told = ngettext(
                "Too early to tell, after {count} answer. So far: {what}",
                "Too early to tell, after {count} answers. So far: {what}",
                found.answers,
            )
            parts.append(Content.styled(told.format(count=found.answers, what=words), "$warning"))
        else:
            parts.append(Content.assemble((_("Recommended") + ": ", "$primary"), (words, "bold")))
    if session.fit is not None:
        words = recommendation_word(session.fit.recommendation)
        parts.append(
            Content.assemble((_("Decided") + ": ", "$success"), (words, "bold"), f"  {seen(session.fit.review_on)}")
        )
    return [*parts, Content()] if parts else []


def _square(found: Fit) -> list[Content]:
    """The four groups, ours upwards and theirs to the right, with the one that holds."""
    if found.group is None:
        return [Content.styled(_("Nothing is known yet: three answers, or a sign that you tick."), "$muted")]

    def cell(group: int) -> tuple[str, str]:
        return (f" [{group}] ", "bold reverse $primary") if group == found.group else (f"  {group}  ", "$muted")

    return [
        Content.assemble((_("we want") + " ", "$muted"), "┌─────┬─────┐"),
        Content.assemble((" " * len(_("we want")), ""), " │", cell(3), "│", cell(1), "│"),
        Content.assemble((" " * len(_("we want")), ""), " ├─────┼─────┤"),
        Content.assemble((" " * len(_("we want")), ""), " │", cell(4), "│", cell(2), "│"),
        Content.assemble((" " * len(_("we want")), ""), " └─────┴─────┘", (" " + _("they want"), "$muted")),
    ]


def _scale(name: str, scale: Willingness, width: int) -> list[Content]:
    style = "$muted" if scale.wants is None else "$success" if scale.wants else "$warning"
    total = "?" if scale.wants is None else _signed(scale.total)
    lines = [Content.assemble((f"{total:>{_BY}}  ", f"bold {style}"), (name, "bold"))]
    lines += [_moved(one, width) for one in scale.moved]
    return lines


def _moved(one: Moved, width: int) -> Content:
    by = _signed(one.by) if abs(one.by) >= 0.05 else "0"
    style = "$success" if one.by > 0 else "$warning" if one.by < 0 else "$muted"
    words = f"{sign_word(one.sign)} ({_source(one.read)})"
    return Content.assemble((f"{by:>{_BY}}  ", style), fitted(words, max(width - _BY - 3, 10)))


def _play(found: Fit) -> list[Content]:
    play = found.play
    if play is None:
        return []
    parts = [Content.styled(_("The way of working"), "bold $primary")]
    parts += [Content(f"+ {seen(one)}") for one in play.do]
    parts += [Content.styled(f"− {seen(one)}", "$muted") for one in play.dont]
    if play.line:
        parts += [Content.assemble((_("The line") + ": ", "bold $warning"), seen(play.line))]
    return parts


def dated(found: Iterable[Dated]) -> Content:
    """The fit of one client, a line a session."""
    lines = [Content.styled(_("Over the sessions"), "bold $primary")]
    for one in found:
        group = "?" if one.fit.group is None else str(one.fit.group)
        scales = f"{_signed(one.fit.theirs.total)} / {_signed(one.fit.ours.total)}"
        title = one.session.session.title or one.session.id
        day = figures.weekday_and_day(one.session.session.created.date())
        lines.append(Content.assemble((f"{group}  ", "bold"), f"{day}  {scales}  ", (seen(title), "$muted")))
    return Content("\n").join(lines)


def _signed(total: float) -> str:
    return f"{'-' if total < 0 else '+'}{figures.number(abs(total), 1)}"
