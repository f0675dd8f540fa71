"""How a session is written in a list, where nothing of what it says is heard."""

from brasstacks.plain import GoalGlance, GoalStatus
from brasstacks.words import _

GOAL_GLYPHS = {GoalStatus.PARKED: "‖", GoalStatus.REFERRED: "↗", GoalStatus.DROPPED: "×"}


def goal_glyph(goal: GoalGlance) -> str:
    """● a concrete criterion, ◐ under way, ○ untouched; or what was decided."""
    if goal.status in GOAL_GLYPHS:
        return GOAL_GLYPHS[goal.status]
    return "●" if goal.concrete else "◐" if goal.begun else "○"


def goal_status_word(status: GoalStatus) -> str:
    """The name of what was decided about a goal."""
    return {
        GoalStatus.OPEN: _("open"),
        GoalStatus.PARKED: _("parked"),
        GoalStatus.REFERRED: _("referred"),
        GoalStatus.DROPPED: _("dropped"),
    }[status]


def clock(seconds: float, planned: int) -> str:
    """`00:24 / 60`: hours and minutes held, minutes planned."""
    minutes = int(seconds // 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f" / {planned}" if planned else "")
