"""The figures of the interviewer's own part, as content."""

from collections.abc import Sequence

from textual.content import Content

from brasstacks.language import Facet
from brasstacks.review import OWN, Review
from brasstacks.timeline import Moment
from brasstacks.tui import looks
from brasstacks.tui.cells import fit, seen, short
from brasstacks.words import _, ngettext

_BAR = 24
_NAME = 22


def rung_word(rung: str) -> str:
    """What a question asked for."""
    return {
        "who": _("who"),
        "observable": _("what would be seen"),
        "threshold": _("how much"),
        "when": _("by when"),
        "check": _("how it is checked"),
        "baseline": _("how it is today"),
        "why": _("why"),
        "term": _("what a word means"),
        "problem": _("what the problem is"),
        "outcome": _("what changes by it"),
        "unit": _("of what"),
        "last_instance": _("the last instance"),
        "cost": _("what it costs"),
        "counter_test": _("a counter-test"),
        "read_back": _("reading back"),
        OWN: _("something of your own"),
    }[rung]


def figures(found: Review, width: int) -> Content:
    """Everything, one under the other."""
    parts: list[Content] = []
    if not found.asked:
        return Content.styled(_("No question was put to the client yet."), "$muted")
    parts += [_heading(_("Who talked"))]
    ours = round(100 * found.our_share)
    bar = "█" * round(_BAR * found.our_share)
    parts.append(
        Content.assemble(
            (bar, "$warning"),
            ("█" * (_BAR - len(bar)), "$success"),
            _("  you {ours} %, the client {theirs} % of the words").format(ours=ours, theirs=100 - ours),
        )
    )
    parts += [Content(), _heading(_("What each answer added"))]
    spark = looks.sparkline(found.gains, max(width, 1))
    parts.append(Content.styled(spark, "$secondary"))
    if found.without is not None:
        stretch = found.without
        words = ngettext(
            "longest without anything new: {count} answer, from {number}",
            "longest without anything new: {count} answers, from {number}",
            stretch.length,
        )
        number = f"{stretch.goal_number}.{stretch.first}"
        parts.append(Content(words.format(count=stretch.length, number=number)))
    parts += [Content(), _heading(_("What you asked for"))]
    most = max(count for _rung, count in found.by_rung)
    for rung, count in found.by_rung:
        bar = "█" * max(round(_BAR * count / most), 1)
        parts.append(Content.assemble(fit(rung_word(rung), _NAME), (f" {bar} ", "$secondary"), str(count)))
    parts += _questions(_("Two questions in one"), found.double, width)
    parts += _questions(_("The answer was in the question"), found.leading, width)
    if found.unasked:
        parts += [Content(), _heading(_("Not asked, and not said"))]
        for one in found.unasked:
            goal = short(f"{one.goal_number} {one.goal.statement}", max(width // 2, 20))
            parts.append(Content.assemble(f"{goal}: ", (_facets(one.facets), "$warning")))
    return Content("\n").join(parts)


def _facets(facets: Sequence[Facet]) -> str:
    return ", ".join(rung_word(facet.value) for facet in facets)


def _questions(title: str, moments: Sequence[Moment], width: int) -> list[Content]:
    if not moments:
        return []
    lines = [Content(short(f"{one.label}  {seen(one.turn.question)}", width)) for one in moments]
    return [Content(), _heading(title), *lines]


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $primary")
