"""How things are written on screens: glyphs with their words, cut lines, sparklines. Meaning never rests on colour alone."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from brasstacks import criteria, glance
from brasstacks.drift import State
from brasstacks.language import Facet, Finding, Level
from brasstacks.session import AskedAs, CriterionStatus, Goal, Turn
from brasstacks.tui import glyphs
from brasstacks.tui.cells import seen
from brasstacks.words import _

BARS = "▁▂▃▄▅▆▇█"

LEVEL_GLYPHS = {Level.VAGUE: "▁", Level.PARTIAL: "▄", Level.CONCRETE: "█"}
LEVEL_STYLES = {Level.VAGUE: "$warning", Level.PARTIAL: "$secondary", Level.CONCRETE: "$success"}
STATE_GLYPHS = {State.ON_TRACK: "●", State.WATCH: "◐", State.STALLED: "■", State.COACHING: "◆"}


def level_word(level: Level) -> str:
    """A level's name on the screen."""
    return {Level.VAGUE: _("vague"), Level.PARTIAL: _("partial"), Level.CONCRETE: _("concrete")}[level]


def state_word(state: State) -> str:
    """The name of a verdict, for `/why` only: in sight of the client it is a neutral phrase."""
    return {
        State.ON_TRACK: _("on track"),
        State.WATCH: _("watch"),
        State.STALLED: _("stalled"),
        State.COACHING: _("coaching"),
    }[state]


def facet_word(facet: Facet) -> str:
    """A facet's name on the screen, in the order of a sentence."""
    return {
        Facet.WHO: _("who"),
        Facet.OBSERVABLE: _("seen"),
        Facet.THRESHOLD: _("how much"),
        Facet.WHEN: _("when"),
        Facet.CHECK: _("checked"),
        Facet.BASELINE: _("today"),
        Facet.WHY: _("why"),
    }[facet]


STOOD_THERE = "▹"
"""Before a question that merely stood over the box: nobody said that it was asked."""


def question(turn: Turn) -> str:
    """A question as it is shown, with its mark when it merely stood there."""
    words = seen(turn.question)
    return f"{STOOD_THERE} {words}" if words and turn.asked_as is AskedAs.SHOWN else words


def sparkline(gains: Sequence[int], width: int = 12) -> str:
    """The last gains as bars; a turn without one is the lowest."""
    return "".join(BARS[min(2 * gain, len(BARS) - 1)] for gain in gains[-width:])


def criteria_count(goal: Goal, fuzzy: Iterable[str]) -> tuple[int, int]:
    """How many criteria of a goal are concrete, and how many there are; those rejected do not count."""
    kept = [criterion for criterion in goal.criteria if criterion.status is not CriterionStatus.REJECTED]
    fuzzy = tuple(fuzzy)
    return sum(criteria.ladder(criterion, fuzzy=fuzzy).concrete for criterion in kept), len(kept)


def goal_glyph(goal: Goal, fuzzy: Iterable[str]) -> str:
    """The glyph of a goal; see `glyphs.goal_glyph`."""
    return glyphs.goal_glyph(glance.of_goal(goal, tuple(fuzzy)))


def mark_style(finding: Finding) -> str:
    """How a finding is marked under its words; bold as well where it is worth a question."""
    return "bold underline $warning" if finding.challenge else "underline $secondary"


def marked(text: str, findings: Iterable[Finding]) -> Content:
    """A text with its findings marked."""
    content = Content(seen(text))
    for finding in findings:
        content = content.stylize(mark_style(finding), finding.span.start, finding.span.end)
    return content


def facet_line(earlier: Iterable[Facet], now: Iterable[Facet]) -> Content:
    """Which facets have been given: ✓ earlier in the chain, ● in what stands in the box, · not yet."""
    earlier, now = set(earlier), set(now)
    parts: list[tuple[str, str]] = []
    for facet in Facet:
        if facet in now:
            parts.append((f" ●{facet_word(facet)}", "bold $success"))
        elif facet in earlier:
            parts.append((f" ✓{facet_word(facet)}", "$foreground"))
        else:
            parts.append((f" ·{facet_word(facet)}", "$muted"))
    return Content.assemble(*parts)
