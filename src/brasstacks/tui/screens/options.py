"""Options: a bouquet for each goal, side by side; the client chooses."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from brasstacks import editing
from brasstacks.beside import Option, OptionKind, Size
from brasstacks.labels import labels
from brasstacks.options import amount
from brasstacks.session import Goal
from brasstacks.tui import choosing
from brasstacks.tui.cells import seen, short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.ask import Filled, Form, Line, Pick
from brasstacks.tui.screens.room import RoomScreen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _

_SIZES = list(Size)
_LISTS = ("advantages", "drawbacks")
"""Fields of which each line is one thing; in the form they stand on one line, apart by semicolons."""


class OptionsScreen(RoomScreen):
    """On a goal: its options side by side. On an option: all that is known of it."""

    CSS_PATH: ClassVar = ["house.tcss", "room.tcss", "options.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("options")]
    ROOM = "options"

    def heading(self) -> str:
        """The first line."""
        return _("Options")

    def show_all(self, chosen: str = "") -> None:
        """Show the session as it is, the first time with the cursor on the goal in hand."""
        goal = self.interview.goal
        in_hand = f"goal-{goal.id}" if goal and not self.rows.option_count else ""
        super().show_all(chosen or in_hand)

    def listed(self, width: int) -> Sequence[Row]:
        """Goals and their options."""
        return choosing.rows(self.session, width)

    def told(self, width: int) -> Content:
        """A goal's comparison, or an option."""
        goal, option = self._goal, self._option
        if goal is None:
            return Content.styled(
                _("No goal yet: esc goes back to the conversation, where the client says it."), "$muted"
            )
        if option is not None:
            return choosing.about_option(option, goal, self.session)
        return choosing.about_goal(goal, self.session, width)

    def standing(self) -> Content:
        """The budget."""
        budget = self.session.client.budget
        words = _("Budget: {budget}").format(budget=budget) if budget else _("The budget is not known: b")
        if budget and amount(budget) is None:
            words += " " + _("(no figure is understood in it)")
        return Content.styled(short(words, self.size.width - 2), "$secondary" if budget else "$muted")

    @property
    def _option(self) -> Option | None:
        chosen = self.rows.chosen
        return next((one for goal in self.session.goals for one in goal.options if one.id == chosen), None)

    @property
    def _goal(self) -> Goal | None:
        option = self._option
        if option is not None:
            return self.session.goal_of_option(option.id)
        goal_id = self.rows.chosen.removeprefix("goal-")
        return next((goal for goal in self.session.goals if goal.id == goal_id), None)

    def _form(self, title: str, option: Option | None) -> Form:
        def value(name: str) -> str:
            words = "" if option is None else getattr(option, name)
            return "; ".join(words.split("\n")) if name in _LISTS else words

        lines = [
            Line(name, label, value(name))
            for name, label in (
                ("title", _("In a sentence")),
                ("how", _("How it helps")),
                ("advantages", _("For it; …")),
                ("drawbacks", _("Against it; …")),
                ("cost", _("Cost, about")),
                ("time", _("Time, about")),
                ("evidence", _("Done where")),
            )
        ]

        def wrong(filled: Filled) -> str:
            return "" if filled["title"] else _("What is the option? A few words.")

        return Form(title, lines, wrong=wrong)

    def action_add(self) -> None:
        """Another option."""
        goal = self._goal
        if goal is None or not self.may_change():
            return

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                self._add(goal, _("new option"), **_fields(filled))

        self.app.push_screen(self._form(_("An option for: {goal}").format(goal=goal.statement), None), keep)

    def _add(self, goal: Goal, name: str, **fields: object) -> None:
        session = editing.add_option(self.session, goal.id, now=local_now(), new_id=self.interview.new_id, **fields)  # type: ignore[arg-type]
        self.did(name, session, chosen=session.goal(goal.id).options[-1].id)

    def action_ready(self, kind: str) -> None:
        """Do nothing, or the smallest thing that could work: in the words of the conversation's language."""
        goal = self._goal
        if goal is None or not self.may_change():
            return
        if any(one.kind == kind for one in goal.options):
            self.say(_("It stands there already."))
            return
        title = labels(self.session.session.language)[f"option_{kind}"]
        self._add(goal, _("new option"), title=title, kind=OptionKind(kind))

    @on(OptionList.OptionSelected, "#rows")
    def action_edit(self) -> None:
        """Correct an option."""
        option = self._option
        if option is None or not self.may_change():
            return

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                session = editing.change_option(self.session, option.id, now=local_now(), **_fields(filled))
                self.did(_("edited option"), session)

        self.app.push_screen(self._form(_("The option"), option), keep)

    def action_meets(self) -> None:
        """Which criteria it meets: one after the other, with the cursor where it was."""
        goal, option = self._goal, self._option
        if goal is None or option is None or not self.may_change():
            return
        if not goal.criteria:
            self.say(_("This goal has no criterion yet."))
            return

        def toggle(criterion_id: str | None) -> None:
            if criterion_id is None:
                return
            now = self.session.goal(goal.id).option(option.id).meets
            meets = tuple(one for one in now if one != criterion_id) if criterion_id in now else (*now, criterion_id)
            self.did(_("edited option"), editing.change_option(self.session, option.id, now=local_now(), meets=meets))

        rows: list[Row] = [
            (Content(f"{'✓' if one.id in option.meets else '·'} {seen(one.statement)}"), one.id)
            for one in goal.criteria
        ]
        self.app.push_screen(Pick(_("Which criterion does it meet? Again: it does not."), rows), toggle)

    def action_resize(self) -> None:
        """The next size against the problem."""
        option = self._option
        if option is None or not self.may_change():
            return
        size = _SIZES[(_SIZES.index(option.size) + 1) % len(_SIZES)]
        self.did(_("edited option"), editing.change_option(self.session, option.id, now=local_now(), size=size))

    def action_choose(self) -> None:
        """The client chose this one; on a goal: not yet."""
        goal, option = self._goal, self._option
        if goal is None or not self.may_change():
            return
        title = _("The client chose: {title}").format(title=option.title) if option else _("Not yet")
        lines = [Line("words", _("In their words")), Line("reason", _("Because"))]

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                chosen = option.id if option else ""
                session = editing.choose(self.session, goal.id, chosen, now=local_now(), **filled)
                self.did(_("the client's choice"), session)

        self.app.push_screen(Form(title, lines), keep)

    def action_not_yet(self) -> None:
        """The client has not chosen."""
        goal = self._goal
        if goal is not None:
            self.rows.highlighted = self.rows.get_option_index(f"goal-{goal.id}")
            self.action_choose()

    def action_budget(self) -> None:
        """The most that the client would spend."""
        if not self.may_change():
            return

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                self.did(_("budget"), editing.name_client(self.session, now=local_now(), **filled))

        line = Line("budget", _("As they said"), self.session.client.budget)
        self.app.push_screen(Form(_("The most they would spend"), [line]), keep)

    def action_delete(self) -> None:
        """It is no option."""
        option = self._option
        if option is not None and self.may_change():
            session = editing.delete_option(self.session, option.id, now=local_now())
            self.did(_("deleted option"), session, _("Deleted; u brings it back."))


def _fields(filled: Filled) -> dict[str, str]:
    """What the form gives to the record."""
    return {
        name: "\n".join(filter(None, (part.strip() for part in value.split(";")))) if name in _LISTS else value
        for name, value in filled.items()
    }
