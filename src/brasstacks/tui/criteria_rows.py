"""The lines of the Criteria screen: the list, a criterion in a few lines, and the draft that grows under a goal."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from brasstacks import criteria, figures
from brasstacks.arrange import Listed, Only, Order, is_ours
from brasstacks.glance import kept
from brasstacks.interview import Interview
from brasstacks.session import Criterion, CriterionStatus, Goal, Session
from brasstacks.tui import looks
from brasstacks.tui.cells import fit, seen, short
from brasstacks.tui.widgets.rows import Row
from brasstacks.tui.wording import STEP_BARS, criterion_status_word, missing_words, step_style, step_word
from brasstacks.words import _, ngettext

_VALUE = 12
"""Cells of the value by which the list is sorted."""


def order_word(order: Order) -> str:
    """By what the list is sorted."""
    return {
        Order.GOAL: _("by goal"),
        Order.STEP: _("by step"),
        Order.STATE: _("by state"),
        Order.OWNER: _("by owner"),
        Order.DUE: _("by when it is due"),
    }[order]


def only_word(only: Only) -> str:
    """Which criteria are listed; empty for all."""
    return {
        Only.ALL: "",
        Only.UNFINISHED: _("not concrete yet"),
        Only.READY: _("contract-ready"),
        Only.DRAFT: _("drafts"),
        Only.AGREED: _("agreed"),
        Only.REJECTED: _("rejected"),
        Only.OURS: _("our words, not agreed"),
        Only.UNOWNED: _("without an owner"),
    }[only]


def rows(listed: Sequence[Listed], session: Session, order: Order, only: Only, width: int) -> list[Row]:
    """The criteria, under their goals when they are sorted by them."""
    if order is not Order.GOAL:
        return [(_row(one, width, _value(one, order)), one.criterion.id) for one in listed]
    found: list[Row] = []
    for number, goal in enumerate(session.goals, 1):
        under = [(_row(one, width), one.criterion.id) for one in listed if one.goal.id == goal.id]
        if under or only is Only.ALL:
            found += [(_goal(goal, number, session, width), goal.id), *under]
    return found


def others(criterion: Criterion, goal: Goal, listed: Iterable[Listed]) -> list[Row]:
    """What a criterion could take in: first those of its own goal."""
    return [
        (Content(short(f"{one.goal_number} {one.criterion.statement}", 72)), one.criterion.id)
        for one in sorted(listed, key=lambda one: one.goal.id != goal.id)
        if one.criterion.id != criterion.id
    ]


def _goal(goal: Goal, number: int, session: Session, width: int) -> Content:
    concrete, kept = looks.criteria_count(goal, session.fuzzy)
    glyph, count = looks.goal_glyph(goal, session.fuzzy), f" {concrete}/{kept}"
    words = fit(f"{number} {goal.statement}", width - 2 - len(count))
    return Content.assemble((f"{glyph} ", "bold"), (words, "bold"), count)


def _row(one: Listed, width: int, value: str | None = None) -> Content:
    criterion, step = one.criterion, one.step
    lead = "  " if value is None else ""
    tail = "" if value is None else f" {fit(value, _VALUE)}"
    room = width - len(lead) - 7 - len(tail)
    return Content.assemble(
        lead,
        (STEP_BARS[step.step], step_style(step)),
        f" {_mark(criterion)} ",
        (fit(criterion.statement, room), "$muted" if criterion.status is CriterionStatus.REJECTED else ""),
        (tail, "$secondary"),
    )


def _mark(criterion: Criterion) -> str:
    if criterion.status is CriterionStatus.REJECTED:
        return "×"
    if criterion.reached_at:
        return "★"
    return "✓" if criterion.status is CriterionStatus.AGREED else "◇" if is_ours(criterion) else " "


def _value(one: Listed, order: Order) -> str:
    return {
        Order.STEP: step_word(one.step.step),
        Order.STATE: criterion_status_word(one.criterion.status),
        Order.OWNER: one.criterion.owner or "—",
        Order.DUE: figures.day(one.due) if one.due else one.criterion.when or "—",
    }[order]


def peek(one: Listed, question: str, width: int) -> Content:
    """A criterion in a few lines with the question that it waits for, where the form has no room beside the list."""
    step, criterion = one.step, one.criterion
    missing = missing_words(step.missing)
    state = criterion_status_word(criterion.status)
    head = f"{STEP_BARS[step.step]} {step_word(step.step)} · {state}"
    if one.due:
        head += f" · {figures.weekday_and_day(one.due)}"
    lines = [Content.styled(short(head, width), f"bold {step_style(step)}")]
    if missing:
        words = _("still missing: {missing}").format(missing=missing)
        lines.append(Content.styled(short(words, width), "$muted"))
    if question:
        lines.append(Content.styled(short(f"▸ {question}", width), "bold $primary"))
    room = width if question else 2 * width
    return Content("\n").join([*lines, Content(short(criterion.statement, room))])


def about_goal(goal: Goal | None, draft: criteria.Draft | None) -> Content:
    """A goal with the draft that has grown under it since its last criterion."""
    if goal is None:
        return Content(
            _("No goal yet. Criteria come from what the client says: go back, and note what they want first.")
        )
    answered = sum(bool(turn.answer.strip()) for turn in goal.turns)
    words = (
        ngettext(
            "a files a draft from what was said under it ({count} answer).",
            "a files a draft from what was said under it ({count} answers).",
            answered,
        ).format(count=answered)
        if answered
        else _("Nothing was said under it yet: a draft needs an answer.")
    )
    parts = [Content.assemble((seen(goal.statement), "bold"), "\n", (words, "$muted"))]
    if draft:
        parts += [Content(), *grown(draft, goal)]
    elif goal.criteria and answered:
        parts.append(Content.styled(_("Nothing was said since its last criterion."), "$muted"))
    return Content("\n").join(parts)


def drafted(interview: Interview, goal: Goal | None) -> criteria.Draft | None:
    """What would be filed under a goal now."""
    return criteria.draft(criteria.unfiled(interview.heard(goal), kept(goal))) if goal else None


def grown(draft: criteria.Draft, goal: Goal) -> Iterable[Content]:
    """A draft in the client's own words, each with the number of the answer that it stands in."""
    numbers = {turn.id: number for number, turn in enumerate(goal.turns, 1)}

    def line(name: str, piece: criteria.Piece) -> Content:
        answers = ",".join(str(numbers[turn]) for turn in piece.turns if turn in numbers)
        return Content.assemble((f"{name} ", "$primary"), seen(piece.text), (f"  [{answers}]", "$muted"))

    yield line(_("Draft:"), draft.statement)
    for facet, piece in draft.fields.items():
        yield line(f"✓ {looks.facet_word(facet)}", piece)


def quiet_draft(draft: criteria.Draft | None, goal: Goal | None) -> Content:
    """The draft beside the conversation: what /criterion would file now."""
    if not draft or goal is None:
        return Content("")
    head = Content.styled(_("/criterion would file"), "$muted")
    return Content("\n").join([head, *grown(draft, goal)]).stylize("dim")
