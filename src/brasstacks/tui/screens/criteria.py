"""The criteria by goal, and the form of the one in hand."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Footer, OptionList, Static

from brasstacks import criteria, editing
from brasstacks.interview import parse, run
from brasstacks.session import Criterion, Goal, Session, Turn
from brasstacks.tui import looks
from brasstacks.tui.cells import fit, seen, short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.criterion_form import CriterionForm
from brasstacks.tui.widgets.rows import Row, Rows
from brasstacks.tui.wording import STEP_BARS, criterion_status_word, missing_words, step_style, step_word
from brasstacks.words import _, ngettext


class CriteriaScreen(House[None]):
    """Edits go through the interview's history, so that undo is one for the whole session."""

    CSS_PATH: ClassVar = ["house.tcss", "criteria.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("criteria")]
    AUTO_FOCUS = "#criteria"

    rows = query_one("#criteria", Rows)
    form = query_one("#form", CriterionForm)
    about = query_one("#about", VerticalScroll)

    def __init__(self, opened: Opened) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
        """
        super().__init__()
        self.opened = opened
        self.interview = opened.interview

    def compose(self) -> ComposeResult:
        """The list at the left; what the cursor stands on at the right, or in its place where there is no room."""
        yield self.too_small()
        yield from self.title_line(_("Criteria · {client}").format(client=short(self._session.client.name, 48)))
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield Rows("criteria", _("Criteria by goal"))
                yield Static(id="peek", markup=False)
            with Vertical(id="right") as right:
                right.border_title = Content(_("Criterion"))
                with VerticalScroll(id="about", can_focus=False):
                    yield Static(id="about-text", markup=False)
                yield CriterionForm(self._change)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Nothing can be typed where nothing can be changed; the line at the top says why."""
        if self.opened.read_only:
            self.form.disabled = True
        self.call_after_refresh(self._show, self._first())

    def on_resize(self) -> None:
        """The columns are as wide as the list."""
        self.call_after_refresh(self._show)

    # ------------------------------------------------------------ showing

    @property
    def _session(self) -> Session:
        return self.interview.session

    def _first(self) -> str:
        """The row on which the cursor stands first: the last criterion of the goal in hand, else that goal."""
        goal = self.interview.goal
        if goal is None:
            return ""
        return goal.criteria[-1].id if goal.criteria else goal.id

    def _show(self, chosen: str = "") -> None:
        width = self.rows.scrollable_content_region.width - 2
        self.rows.show(self._rows(width), chosen or self.rows.chosen)
        self._show_chosen()

    def _rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for number, goal in enumerate(self._session.goals, 1):
            concrete, kept = looks.criteria_count(goal, self._session.fuzzy)
            glyph, count = looks.goal_glyph(goal, self._session.fuzzy), f" {concrete}/{kept}"
            words = fit(f"{number} {goal.statement}", width - 2 - len(count))
            rows.append((Content.assemble((f"{glyph} ", "bold"), (words, "bold"), count), goal.id))
            rows += [(self._row(criterion, width), criterion.id) for criterion in goal.criteria]
        return rows

    def _row(self, criterion: Criterion, width: int) -> Content:
        step = self._step(criterion)
        rejected = criterion.status.value == "rejected"
        mark = "×" if rejected else "✓" if criterion.status.value == "agreed" else " "
        return Content.assemble(
            "  ",
            (STEP_BARS[step.step], step_style(step)),
            f" {mark} ",
            (fit(criterion.statement, width - 9), "$muted" if rejected else ""),
        )

    def _step(self, criterion: Criterion) -> criteria.Step:
        return criteria.ladder(criterion, fuzzy=self._session.fuzzy)

    @property
    def _criterion(self) -> Criterion | None:
        """The criterion under the cursor."""
        chosen = self.rows.chosen
        return next((one for goal in self._session.goals for one in goal.criteria if one.id == chosen), None)

    @property
    def _goal(self) -> Goal | None:
        """The goal under the cursor, or of the criterion under it."""
        chosen = self.rows.chosen
        there = (goal for goal in self._session.goals if chosen in (goal.id, *(one.id for one in goal.criteria)))
        return next(there, None)

    @on(OptionList.OptionHighlighted, "#criteria")
    def _show_chosen(self) -> None:
        criterion = self._criterion
        self.form.display = criterion is not None
        self.about.display = criterion is None
        if criterion is None:
            self.form.keep()
            self.remove_class("-editing")
        else:
            self.form.show(criterion, self._step(criterion), self._sources(criterion))
        about = self._about(self._goal)
        self.query_one("#about-text", Static).update(about)
        self.query_one("#peek", Static).update(about if criterion is None else self._peek(criterion))

    def _sources(self, criterion: Criterion) -> Sequence[Turn]:
        return [turn for goal in self._session.goals for turn in goal.turns if turn.id in criterion.from_turns]

    def _about(self, goal: Goal | None) -> Content:
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
        return Content.assemble((seen(goal.statement), "bold"), "\n", (words, "$muted"))

    def _peek(self, criterion: Criterion) -> Content:
        """The criterion in a few lines, where there is no room for the form beside the list."""
        step = self._step(criterion)
        width = max(self.query_one("#peek").size.width - 4, 20)
        missing = missing_words(step.missing)
        head = f"{STEP_BARS[step.step]} {step_word(step.step)} · {criterion_status_word(criterion.status)}"
        lines = [Content.styled(head, f"bold {step_style(step)}")]
        if missing:
            words = _("still missing: {missing}").format(missing=missing)
            lines.append(Content.styled(short(words, width), "$muted"))
        return Content("\n").join([*lines, Content(short(criterion.statement, 2 * width))])

    # ------------------------------------------------------------ editing

    def _change(self, criterion_id: str, name: str, value: str) -> bool:
        """A field was filled in; a criterion is never left without its statement."""
        if self.opened.read_only:
            return False
        if name == "statement" and not value:
            self.say(_("A criterion needs its statement; d in the list deletes it."), warning=True)
            return False
        session = editing.change_criterion(self._session, criterion_id, now=local_now(), **{name: value})
        self._did(_("changed criterion"), session)
        self.call_after_refresh(self._show)
        return True

    def _did(self, name: str, session: Session) -> None:
        # Beside the conversation: the question over the interview's box stays as it was chosen.
        self.interview.aside(name, session, "")
        self.opened.save()

    def _may_change(self) -> bool:
        if self.opened.read_only:
            self.say(seen(_("Read only: {why}").format(why=self.opened.read_only)), warning=True)
        return not self.opened.read_only

    def action_add(self) -> None:
        """File a draft from what was said under the goal at the cursor."""
        goal, in_hand = self._goal, self.interview.goal
        if not self._may_change():
            return
        elsewhere = goal is not None and in_hand is not None and goal.id != in_hand.id
        if elsewhere:
            self._go(goal)
        outcome = run(self.interview, parse("criterion"), local_now())
        if elsewhere:
            self._go(in_hand)
        self.say(seen(outcome.message), warning=not outcome.done)
        if outcome.done and goal is not None:
            self.opened.save()
            self._show(self._session.goal(goal.id).criteria[-1].id)

    def _go(self, goal: Goal | None) -> None:
        ids = [one.id for one in self._session.goals]
        if goal is not None:
            self.interview.go(ids.index(goal.id) + 1, local_now())

    def action_delete(self) -> None:
        """Take the criterion at the cursor out of the session."""
        criterion = self._criterion
        if criterion is None or not self._may_change():
            return
        self._did(_("deleted criterion"), editing.delete_criterion(self._session, criterion.id, now=local_now()))
        self.say(_("Deleted; u brings it back."))
        self._show()

    def action_undo(self) -> None:
        """Take the last edit back, whichever it was."""
        if not self._may_change():
            return
        outcome = self.interview.undo(local_now())
        self.say(seen(outcome.message))
        self.opened.save()
        self._show()

    # ------------------------------------------------------------ moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list's keys are letters: they hold only where nobody is typing."""
        _parameters = parameters
        if action in ("add", "edit", "delete", "undo", "export", "down", "up"):
            return not self._in_form
        return True

    @property
    def _in_form(self) -> bool:
        focused = self.focused
        return focused is not None and any(isinstance(node, CriterionForm) for node in focused.ancestors)

    def action_edit(self) -> None:
        """Into the form."""
        if self._criterion is None:
            return
        self.add_class("-editing")
        if not self.opened.read_only:
            self.query_one("#statement").focus()

    @on(OptionList.OptionSelected, "#criteria")
    def _selected(self) -> None:
        self.action_edit()

    @on(CriterionForm.Left)
    def _to_list(self) -> None:
        self.remove_class("-editing")
        self.rows.focus()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """The footer names the keys that hold where the cursor is."""
        self.refresh_bindings()

    def action_down(self) -> None:
        """The next row."""
        self.rows.action_cursor_down()

    def action_up(self) -> None:
        """The row before."""
        self.rows.action_cursor_up()

    def action_export(self) -> None:
        """Write the session down for somebody."""
        from brasstacks.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self._session, self.opened.workspace))

    def keep(self) -> None:
        """Before the program is left: what stands in the form."""
        self.form.keep()

    def action_back(self) -> None:
        """Out of the form, or to where one was."""
        if self.has_class("-editing") and self.has_class("-narrow"):
            self._to_list()
            return
        self.keep()
        self.dismiss()
