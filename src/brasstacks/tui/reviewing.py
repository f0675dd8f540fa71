"""The lines of the Timeline: the conversation in the order of time, and one turn of it with all that is heard in it."""

from collections.abc import Sequence

from textual.content import Content

from brasstacks.drift import Drift
from brasstacks.session import Session
from brasstacks.timeline import Moment, Timeline
from brasstacks.tui import glyphs, looks
from brasstacks.tui.cells import fit, seen, short
from brasstacks.tui.widgets.panes import Row
from brasstacks.words import _, ngettext

_SHOWN_LINES = 4
"""Lines of an answer in the list; beside it the whole stands."""


def rows(line: Timeline, session: Session, width: int) -> list[Row]:
    """The conversation, a heading wherever it goes to another goal; goals without a turn stand last."""
    found: list[Row] = []
    goal_id = ""
    for at, moment in enumerate(line.moments):
        if moment.goal.id != goal_id:
            goal_id = moment.goal.id
            found.append((_heading(moment.goal.statement, moment.goal_number, session, width), f"goal {goal_id} {at}"))
        found.append((_row(moment, width), moment.turn.id))
    for number, goal in enumerate(session.goals, 1):
        if not goal.turns:
            found.append((_heading(goal.statement, number, session, width), f"goal {goal.id} "))
    return found


def goal_of_row(row_id: str) -> str:
    """The id of the goal of which a row is the heading; empty for a turn's row."""
    kind, _space, rest = row_id.partition(" ")
    return rest.partition(" ")[0] if kind == "goal" else ""


def _heading(statement: str, number: int, session: Session, width: int) -> Content:
    goal = session.goals[number - 1]
    glyph = looks.goal_glyph(goal, session.fuzzy)
    return Content.styled(fit(f"{glyph} {number} {statement}", width), "bold $primary")


def _row(moment: Moment, width: int) -> Content:
    turn, level = moment.turn, moment.heard.reading.level
    when = turn.asked or turn.answered
    clock = f"{when:%H:%M}" if when else "     "
    tag = _("to fill in") if moment.is_open else looks.level_word(level)
    glyph = "…" if moment.is_open else looks.LEVEL_GLYPHS[level]
    gain = f"+{moment.gain}" if moment.gain else "  "
    state = looks.STATE_GLYPHS[moment.state]
    tail = f"{gain:>3} {state}"
    head = f"{clock} {moment.label:<4}"
    tag_cell = fit(f"{glyph} {tag}", 13)
    room = max(width - len(head) - len(tail) - 15, 8)
    question = fit(looks.question(turn) or _("(no question)"), room)
    style = "$muted" if moment.is_open else looks.LEVEL_STYLES[level]
    first = Content.assemble(
        (head, "bold $warning" if moment.evident else "$muted"),
        " ",
        (question, "$muted italic"),
        " ",
        (tag_cell, style),
        (tail, "$warning" if moment.warns else "$muted"),
    )
    lines = looks.marked(turn.answer.rstrip(), moment.heard.reading.findings).wrap(max(width - 8, 8))
    shown = [Content.assemble((" " * 6), one) for one in lines[:_SHOWN_LINES] if turn.answer.strip()]
    if len(lines) > _SHOWN_LINES:
        shown[-1] = Content.assemble(shown[-1].truncate(width - 3), "…")
    if turn.first_wording:
        words = short(_("✎ first: {words}").format(words=turn.first_wording), width - 6)
        shown.append(Content.styled(f"      {words}", "$secondary"))
    if turn.note:
        shown.append(Content.styled(f"      {short(f'※ {turn.note}', width - 6)}", "$secondary italic"))
    return Content("\n").join([first, *shown])


def spark(line: Timeline, width: int, at: int | None) -> Content:
    """The gains of the whole conversation as bars, warnings in their colour, and the place at which one stands.

    Where there are more turns than cells, a cell is the best of the turns that it stands for.
    """
    count = len(line.moments)
    cells = min(count, max(width, 1))
    parts: list[tuple[str, str]] = []
    for cell in range(cells):
        first, last = cell * count // cells, max((cell + 1) * count // cells, cell * count // cells + 1)
        those = line.moments[first:last]
        here = at is not None and first <= at < last
        style = "$warning" if any(one.warns or one.evident for one in those) else "$secondary"
        bar = looks.BARS[min(2 * max(one.gain for one in those), len(looks.BARS) - 1)]
        parts.append((bar, f"reverse {style}" if here else style))
    return Content.assemble(*parts)


def summary(line: Timeline, session: Session) -> str:
    """How much was said, and how much of it is open or warns, on one line."""
    answers = sum(not one.is_open for one in line.moments)
    waiting = sum(one.is_open for one in line.moments)
    warned = sum(one.warns for one in line.moments)
    parts = [
        ngettext("{count} answer", "{count} answers", answers).format(count=answers),
        glyphs.clock(session.seconds, session.session.planned_minutes),
    ]
    if waiting:
        parts.append(ngettext("{count} to fill in", "{count} to fill in", waiting).format(count=waiting))
    if warned:
        parts.append(ngettext("{count} warning", "{count} warnings", warned).format(count=warned))
    if session.deleted:
        count = len(session.deleted)
        parts.append(ngettext("{count} deleted", "{count} deleted", count).format(count=count))
    return " · ".join(parts)


def about_turn(moment: Moment, drift: Drift) -> Content:
    """A turn with all that is heard in it, as it is read today."""
    turn, reading = moment.turn, moment.heard.reading
    parts: list[Content] = [Content.styled(looks.question(turn) or _("(no question)"), "$muted italic")]
    if moment.is_open:
        parts.append(Content.styled(_("The answer is still to be filled in: e."), "$warning"))
    else:
        parts.append(looks.marked(turn.answer.rstrip(), reading.findings))
    parts.append(Content())
    if not moment.is_open:
        level = f"{looks.LEVEL_GLYPHS[reading.level]} {looks.level_word(reading.level)}"
        gain = (f"   {_gain(moment.gain)}", "$muted")
        parts.append(Content.assemble((level, looks.LEVEL_STYLES[reading.level]), gain))
    if reading.facets and not moment.is_open:
        parts.append(Content.styled(" ".join(f"✓{looks.facet_word(facet)}" for facet in reading.facets), "$success"))
    for finding in reading.findings:
        style = "$warning" if finding.challenge else "$muted"
        parts.append(Content.assemble((f"“{seen(finding.text)}” ", style), (seen(finding.why), "$muted")))
    parts += _verdict(moment, drift)
    for name, words in (
        (_("First wording"), turn.first_wording),
        (_("Your note"), turn.note),
        (_("Overruled"), turn.overruled),
    ):
        if words:
            parts += [Content(), Content.styled(name, "$primary"), Content(seen(words))]
    if moment.criteria:
        parts += [Content(), Content.styled(_("Criteria that rest on it"), "$primary")]
        parts += [Content(f"· {seen(one.statement)}") for one in moment.criteria]
    return Content("\n").join(parts)


def _gain(gain: int) -> str:
    if not gain:
        return _("nothing new")
    return ngettext(
        "{count} thing that was not there before", "{count} things that were not there before", gain
    ).format(count=gain)


def _verdict(moment: Moment, drift: Drift) -> Sequence[Content]:
    head = f"{looks.STATE_GLYPHS[moment.state]} {looks.state_word(moment.state)}"
    after = _("after this answer")
    lines = [
        Content(),
        Content.assemble((head, "$warning" if moment.warns else "$foreground"), (f" {after}", "$muted")),
    ]
    if moment.evident and drift.cause:
        lines.append(Content(seen(drift.cause)))
    return lines


def about_goal(goal_statement: str, problem: str, drift: Drift | None) -> Content:
    """A goal under its heading: its words, what hurts, how its chain stands."""
    parts = [Content.styled(seen(goal_statement), "bold")]
    if problem:
        parts += [Content.styled(_("The problem"), "$primary"), Content(seen(problem))]
    if drift is not None and drift.after_each_turn:
        parts += [Content(), Content(f"{looks.STATE_GLYPHS[drift.state]} {looks.state_word(drift.state)}")]
        if drift.cause:
            parts.append(Content(seen(drift.cause)))
    parts += [Content(), Content.styled(_("e corrects the words of the goal, n the problem."), "$muted")]
    return Content("\n").join(parts)
