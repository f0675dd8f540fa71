"""The Agenda: the rooms and their coverage, the time in each against the plan, and what a session of a length can hold."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from brasstacks import agenda, editing
from brasstacks.agenda import GOALS, PLANS, Stop
from brasstacks.tui.cells import fit
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.room import RoomScreen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _, ngettext

_NAME = 26
_BAR = 10


def room_word(room: str) -> str:
    """A room's name on the screen."""
    return {
        GOALS: _("Goals and criteria"),
        "perceived": _("Done and perceived"),
        "options": _("Options"),
        "risks": _("Risks and expectations"),
        "recap": _("Recap"),
    }[room]


class AgendaScreen(RoomScreen):
    """Never forced: every room can be entered at any time, in any order."""

    CSS_PATH: ClassVar = ["house.tcss", "room.tcss", "agenda.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("agenda")]

    def heading(self) -> str:
        """The first line."""
        return _("Agenda")

    def _stops(self) -> tuple[Stop, ...]:
        return agenda.agenda(self.session, self.interview.bank, seconds=self.interview.clock.seconds)

    def listed(self, width: int) -> Sequence[Row]:
        """The rooms."""
        return [(_row(stop, width), stop.room) for stop in self._stops()]

    def told(self, width: int) -> Content:
        """What a session of each length can hold."""
        planned = self.session.session.planned_minutes
        parts = [Content.styled(_("What a session can hold"), "bold $primary")]
        for minutes in sorted({*PLANS, planned or 60}):
            style = "bold" if minutes == planned else ""
            goals = agenda.holds(minutes)
            words = ngettext("{count} goal to a criterion", "{count} goals to a criterion", goals).format(count=goals)
            shares = ", ".join(f"{room_word(room)} {share}" for room, share in agenda.plan(minutes).items())
            parts += [
                Content.styled(_("{minutes} minutes: {goals}").format(minutes=minutes, goals=words), style),
                *(Content.styled(f"   {line}", "$muted") for line in Content(shares).wrap(max(width - 4, 10))),
            ]
        return Content("\n").join(parts)

    def standing(self) -> Content:
        """The clock against the plan."""
        minutes = int(self.interview.clock.seconds // 60)
        words = _("{minutes} of {planned} minutes").format(
            minutes=minutes, planned=self.session.session.planned_minutes
        )
        return Content.styled(words, "$secondary")

    def action_plan(self, minutes: int) -> None:
        """Plan for another length."""
        if self.may_change():
            self.did(_("planned minutes"), editing.describe(self.session, now=local_now(), planned_minutes=minutes))

    @on(OptionList.OptionSelected, "#rows")
    def action_enter(self) -> None:
        """Into the room; into the conversation for the goals."""
        from brasstacks.tui.rooms import room

        match self.rows.chosen:
            case "goals":
                self.action_back()
            case "options" | "risks" | "recap" | "perceived" as name:
                self.app.push_screen(room(name, self.opened))


def _row(stop: Stop, width: int) -> Content:
    glyph = "●" if stop.of and stop.done == stop.of else "◐" if stop.done else "○"
    planned = str(stop.planned) if stop.planned else "—"
    style = "bold $warning" if stop.over else "$muted"
    filled = min(round(_BAR * stop.spent / stop.planned), _BAR) if stop.planned else 0
    bar = "█" * filled + "·" * (_BAR - filled)
    count = f"{stop.done}/{stop.of}"
    bars = f" {bar}" if width > _NAME + 34 else ""
    minutes = _("{spent} / {planned} min").format(spent=f"{stop.spent:3.0f}", planned=planned)
    return Content.assemble(
        (f"{glyph} ", "$primary"),
        fit(room_word(stop.room), min(_NAME, width - 24)),
        (f" {count:>5}", ""),
        (f"{bars}  {minutes}", style),
    )
