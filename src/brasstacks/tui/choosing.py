"""What the Options show: the goals with their options, one of them in full, and all of a goal side by side."""

from collections.abc import Sequence

from textual.content import Content

from brasstacks.beside import Option, OptionKind, Size
from brasstacks.options import Lack, Side, Warned, compare, inside, too_big, warnings
from brasstacks.session import Goal, Session
from brasstacks.tui.cells import fit, seen, short
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _

_LABEL = 14
_CELL_LINES = 3
"""Lines of a cell of the comparison: the whole stands on the option itself."""
_BESIDE_FROM = 56
"""Cells from which the price stands beside an option in the list."""


def size_word(size: Size) -> str:
    """How big an option is against the problem."""
    return {
        Size.UNJUDGED: _("not judged"),
        Size.SMALL: _("smaller than it"),
        Size.FITS: _("fits it"),
        Size.TOO_BIG: _("too big: a cannon for a sparrow"),
    }[size]


def lack_word(lack: Lack) -> str:
    """What the options lack, in a sentence."""
    return {
        Lack.ONE_ONLY: _("One option only: who has one has no choice."),
        Lack.TOO_MANY: _("More than five: that is not chosen from, it is put off."),
        Lack.NO_DRAWBACKS: _("Drawbacks missing"),
        Lack.NONE_IN_BUDGET: _("None is inside the budget."),
        Lack.NO_PROOF: _("No proof that it works"),
        Lack.TOO_BIG: _("A cannon for a sparrow"),
    }[lack]


def kind_word(kind: OptionKind) -> str:
    """What sort of option it is; empty for one of ours."""
    return {
        OptionKind.OURS: "",
        OptionKind.WISH: _("the client's wish"),
        OptionKind.NOTHING: _("do nothing"),
        OptionKind.SMALLEST: _("the smallest thing"),
    }[kind]


def rows(session: Session, width: int) -> list[Row]:
    """Each goal, and under it its options."""
    found: list[Row] = []
    for number, goal in enumerate(session.goals, 1):
        if found:
            found.append((Content(), ""))
        found.append((Content.styled(fit(f"{number} {goal.statement}", width), "bold $primary"), f"goal-{goal.id}"))
        found += [(_row(option, goal, session.client.budget, width), option.id) for option in goal.options]
        if goal.choice is not None and not goal.choice.option:
            words = ": ".join(filter(None, (_("not yet"), goal.choice.reason or goal.choice.words)))
            found.append((Content.styled(fit(f"   … {words}", width), "$secondary"), ""))
    return found


def _row(option: Option, goal: Goal, budget: str, width: int) -> Content:
    chosen = goal.choice is not None and goal.choice.option == option.id
    glyph, style = ("★", "bold $success") if chosen else ("·", "$muted")
    tail = (option.cost or kind_word(option.kind)) if width >= _BESIDE_FROM else ""
    warn = "!" if too_big(option, goal) or inside(option, budget) is False else " "
    beside = short(tail, 20)
    room = width - 6 - len(beside)
    return Content.assemble(
        (f" {glyph} ", style), fit(option.title, room), (f" {beside}", "$muted"), (warn, "bold $warning")
    )


def about_goal(goal: Goal, session: Session, width: int) -> Content:
    """A goal: the problem behind it, its options side by side, what they lack, what was chosen."""
    parts = [*_problem(goal), Content()]
    if not goal.options:
        parts.append(
            Content.styled(
                _("No option yet. a adds one, n doing nothing, s the smallest thing that could work."), "$muted"
            )
        )
        return Content("\n").join(parts)
    parts += _table(goal, session.client.budget, width)
    parts += [Content(), *warned(warnings(goal, session.client.budget)), *_choice(goal)]
    return Content("\n").join(parts)


def _problem(goal: Goal) -> list[Content]:
    if goal.problem:
        return [Content.assemble((_("The problem") + ": ", "$primary"), seen(goal.problem))]
    return [Content.styled(_("The problem behind it is not known yet: /problem."), "$warning")]


def warned(found: Sequence[Warned]) -> list[Content]:
    """What the options lack, a line each."""
    lines = []
    for one in found:
        titles = ", ".join(option.title for option in one.options)
        words = lack_word(one.lack) + (f": {titles}" if titles else "")
        lines.append(Content.styled(f"! {seen(words)}", "$warning"))
    return lines


def _choice(goal: Goal) -> list[Content]:
    if goal.choice is None:
        return []
    title = goal.option(goal.choice.option).title if _stands(goal) else _("not yet")
    lines = [Content(), Content.assemble((_("The client chose") + ": ", "$success"), (seen(title), "bold"))]
    if goal.choice.words:
        lines.append(Content(f"“{seen(goal.choice.words)}”"))
    if goal.choice.reason:
        lines.append(Content.styled(seen(goal.choice.reason), "$muted"))
    return lines


def _stands(goal: Goal) -> bool:
    return goal.choice is not None and any(one.id == goal.choice.option for one in goal.options)


def _table(goal: Goal, budget: str, width: int) -> list[Content]:
    """The comparison: a column an option; criteria by their numbers, and written out below."""
    found = compare(goal, budget)
    column = max((width - _LABEL) // len(found.sides) - 1, 6)

    def line(label: str, cells: Sequence[str], style: str = "") -> Content:
        wrapped = [_wrapped(cell, column) for cell in cells]
        rows = [
            Content.assemble(
                (fit(label if at == 0 else "", _LABEL), "$muted"),
                (" ".join(fit(cell[at] if at < len(cell) else "", column) for cell in wrapped), style),
            )
            for at in range(max(len(cell) for cell in wrapped))
        ]
        return Content("\n").join(rows)

    sides = found.sides
    lines = [line("", [("★ " if one.chosen else "") + one.option.title for one in sides], "bold")]
    lines += [
        line(_("criterion {number}").format(number=number), ["✓" if side.meets[number - 1] else "·" for side in sides])
        for number in range(1, len(found.criteria) + 1)
    ]
    lines += [
        line(_("for it"), [_first(one.option.advantages) for one in sides]),
        line(_("against it"), [_first(one.option.drawbacks) for one in sides]),
        line(_("cost"), [one.option.cost or "?" for one in sides]),
        line(_("in the budget"), [_inside_word(one) for one in sides]),
        line(_("time"), [one.option.time or "?" for one in sides]),
        line(_("proof"), [one.option.evidence or "?" for one in sides]),
        line(_("size"), [_judged_word(one) for one in sides]),
    ]
    lines += [
        Content.styled(_("criterion {number}").format(number=number) + f": {seen(one.statement)}", "$muted")
        for number, one in enumerate(found.criteria, 1)
    ]
    return lines


def _wrapped(cell: str, column: int) -> list[str]:
    """A cell on as many lines as it may have; what is left out is marked."""
    lines = [one.plain for one in Content(seen(cell)).wrap(column)]
    if len(lines) <= _CELL_LINES:
        return lines
    return [*lines[: _CELL_LINES - 1], short(f"{lines[_CELL_LINES - 1]} …", column)]


def _first(lines: str) -> str:
    first, _end, more = lines.strip().partition("\n")
    return (f"{first} +{more.count(chr(10)) + 1}" if more else first) or "?"


def _judged_word(side: Side) -> str:
    if side.too_big:
        return "! " + _("too big")
    return "?" if side.option.size is Size.UNJUDGED else size_word(side.option.size)


def _inside_word(side: Side) -> str:
    return {True: "✓", False: _("! over"), None: "?"}[side.inside]


def about_option(option: Option, goal: Goal, session: Session) -> Content:
    """An option in full."""
    head = kind_word(option.kind)
    parts = [Content.assemble((seen(option.title), "bold"), (f"   {head}" if head else "", "$muted")), Content()]
    meets = "\n".join(f"✓ {one.statement}" for one in goal.criteria if one.id in option.meets)
    for label, words in (
        (_("meets"), meets),
        (_("how"), option.how),
        (_("for it"), option.advantages),
        (_("against it"), option.drawbacks),
        (_("cost"), option.cost + _budget(option, session.client.budget)),
        (_("time"), option.time),
        (_("proof"), option.evidence),
        (_("against the problem"), size_word(option.size)),
    ):
        shown = words or _("not known yet")
        parts.append(Content.assemble((f"{label}: ", "$primary"), (seen(shown), "" if words else "$muted")))
    mine = [one for one in warnings(goal, session.client.budget) if option in one.options]
    return Content("\n").join(
        [*parts, Content(), *(Content.styled(f"! {lack_word(one.lack)}", "$warning") for one in mine)]
    )


def _budget(option: Option, budget: str) -> str:
    within = inside(option, budget)
    if within is None:
        return ""
    words = _("inside the budget of {budget}") if within else _("over the budget of {budget}")
    return f" ({words.format(budget=budget)})"
