"""The criteria of a session, and the form of the one in hand."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks import editing
from brasstacks.arrange import Listed, Only, Order, arranged, following
from brasstacks.interview import parse, run
from brasstacks.interview.rungs import Rung, next_question
from brasstacks.session import Criterion, CriterionStatus, Goal, Turn
from brasstacks.tui import agreeing, criteria_rows
from brasstacks.tui.cells import seen, short
from brasstacks.tui.copying import Copied
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import DRAFT_EVERY, Opened, local_now
from brasstacks.tui.rooms import TO_INTERVIEW
from brasstacks.tui.screens.ask import Cut, Filled, Form, Pick
from brasstacks.tui.screens.desk import Desk
from brasstacks.tui.widgets.criterion_form import CriterionForm, as_text, field_word
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _


class CriteriaScreen(Desk[str]):
    """Edits go through the interview's history, so that undo is one for the whole session."""

    CSS_PATH: ClassVar = ["house.tcss", "criteria.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("criteria")]
    AUTO_FOCUS = "#criteria"

    rows = query_one("#criteria", Rows)
    form = query_one("#form", CriterionForm)
    about = query_one("#about", VerticalScroll)

    def __init__(self, opened: Opened, criterion_id: str = "") -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
            criterion_id: the one on which the cursor is to stand; the last of the goal in hand for none.
        """
        super().__init__(opened)
        self._wanted = criterion_id
        self._order, self._only = Order.GOAL, Only.ALL
        self._listed: dict[str, Listed] = {}

    def compose(self) -> ComposeResult:
        """The list at the left; what the cursor stands on at the right, or in its place where there is no room."""
        yield self.too_small()
        yield from self.title_line(_("Criteria · {client}").format(client=short(self.session.client.name, 48)))
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield Rows("criteria", "")
                yield Static(id="peek", markup=False)
            with Vertical(id="right") as right:
                right.border_title = Content(_("Criterion"))
                with VerticalScroll(id="about", can_focus=False):
                    yield Static(id="about-text", markup=False)
                yield CriterionForm(self._change, self.opened)
        yield self.history_line()
        yield Foot()

    def on_mount(self) -> None:
        """Nothing can be typed where nothing can be changed; the line at the top says why."""
        self.form.disabled = bool(self.opened.read_only)
        self.set_interval(DRAFT_EVERY, self.opened.keep_elsewhere)
        self.call_after_refresh(self.show_all, self._wanted or self._first())

    def on_resize(self) -> None:
        """The columns are as wide as the list."""
        self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """Another screen may have changed the session."""
        if self._listed:
            self.call_after_refresh(self.show_all)

    # ------------------------------------------------------------ showing

    def _first(self) -> str:
        """The row on which the cursor stands first: the last criterion of the goal in hand, else that goal."""
        goal = self.interview.goal
        if goal is None:
            return ""
        return goal.criteria[-1].id if goal.criteria else goal.id

    def show_all(self, chosen: str = "") -> None:
        """Show the list as it is sorted and filtered, and what the cursor stands on."""
        listed = arranged(self.session, local_now().date(), self._order, self._only)
        self._listed = {one.criterion.id: one for one in arranged(self.session, local_now().date())}
        width = self.rows.scrollable_content_region.width - 2
        rows = criteria_rows.rows(listed, self.session, self._order, self._only, width)
        self.rows.show(rows, chosen or self.rows.chosen)
        words = [criteria_rows.order_word(self._order), criteria_rows.only_word(self._only)]
        self.rows.border_title = Content(_("Criteria {how}").format(how=", ".join(filter(None, words))))
        self.show_history()
        self._show_chosen()

    @property
    def _criterion(self) -> Criterion | None:
        """The criterion under the cursor."""
        listed = self._listed.get(self.rows.chosen)
        return listed.criterion if listed else None

    @property
    def _goal(self) -> Goal | None:
        """The goal under the cursor, or of the criterion under it."""
        chosen = self.rows.chosen
        there = (goal for goal in self.session.goals if chosen in (goal.id, *(one.id for one in goal.criteria)))
        return next(there, None)

    @on(OptionList.OptionHighlighted, "#criteria")
    def _show_chosen(self) -> None:
        listed = self._listed.get(self.rows.chosen)
        self.form.display = listed is not None
        self.about.display = listed is None
        rung = self._rung(listed) if listed else None
        question = rung.text if rung else ""
        if listed is None:
            self.form.keep()
            self.remove_class("-editing")
        else:
            self.form.show(listed.criterion, listed.step, self._sources(listed.criterion), question, listed.due)
        about = criteria_rows.about_goal(self._goal, criteria_rows.drafted(self.interview, self._goal))
        self.query_one("#about-text", Static).update(about)
        width = max(self.query_one("#peek").size.width - 4, 20)
        self.query_one("#peek", Static).update(about if listed is None else criteria_rows.peek(listed, question, width))

    def _rung(self, listed: Listed) -> Rung | None:
        if listed.criterion.status is CriterionStatus.REJECTED:
            return None
        return next_question(listed.criterion, listed.goal, self.interview.bank, self.session.fuzzy)

    def _sources(self, criterion: Criterion) -> Sequence[Turn]:
        return [turn for goal in self.session.goals for turn in goal.turns if turn.id in criterion.from_turns]

    # ------------------------------------------------------------ the form

    def _change(self, criterion_id: str, name: str, value: str) -> bool:
        """A field was filled in; a criterion is never left without its statement."""
        if self.opened.read_only:
            return False
        if name == "statement" and not value:
            self.say(_("A criterion needs its statement; d in the list deletes it."), warning=True)
            return False
        before, now = self.session.criterion(criterion_id), local_now()
        if name == "status":
            session = editing.decide_criterion(self.session, criterion_id, CriterionStatus(value), now=now)
        elif name in editing.WORDED:
            session = editing.word_criterion(self.session, criterion_id, name, value, now=now)
        else:
            session = editing.change_criterion(self.session, criterion_id, now=now, **{name: value})
        if before.status is CriterionStatus.AGREED and session.criterion(criterion_id).status is CriterionStatus.DRAFT:
            self.say(_("It is a draft again: the client said yes to other words."), warning=True)
        self.interview.aside(_("edited criterion: {field}").format(field=field_word(name)), session, "")
        self.opened.save()
        self.call_after_refresh(self.show_all)
        return True

    # ------------------------------------------------------------ the list

    def action_add(self) -> None:
        """File a draft from what was said under the goal at the cursor."""
        self._run_under("criterion")

    def action_grow(self) -> None:
        """Add what was said since to the last criterion of the goal at the cursor."""
        self._run_under("grow")

    def _run_under(self, command: str) -> None:
        """Carry a command of the interview out under the goal at the cursor; the goal in hand stays."""
        goal, in_hand = self._goal, self.interview.goal
        if not self.may_change():
            return
        elsewhere = goal is not None and in_hand is not None and goal.id != in_hand.id
        if elsewhere:
            self._go(goal)
        outcome = run(self.interview, parse(command), local_now())
        if elsewhere:
            self._go(in_hand)
        self.say(seen(outcome.message), warning=not outcome.done)
        if outcome.done and goal is not None:
            self.opened.save()
            self.show_all(self.session.goal(goal.id).criteria[-1].id)

    def _go(self, goal: Goal | None) -> None:
        ids = [one.id for one in self.session.goals]
        if goal is not None:
            self.interview.go(ids.index(goal.id) + 1, local_now())

    def action_ask(self) -> None:
        """Put the question that would get what the criterion lacks over the box of the interview."""
        listed = self._listed.get(self.rows.chosen)
        if listed is None or not self.may_change():
            return
        rung = self._rung(listed)
        if rung is None:
            self.say(_("The bank has no question for it that was not asked."))
            return
        self.keep()
        self._go(listed.goal)
        self.interview.put(rung.text, rung.probe)
        self.opened.save()
        self.dismiss(TO_INTERVIEW)

    def action_agree(self) -> None:
        """The client said yes: who; an agreed one becomes a draft again."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        if criterion.status is CriterionStatus.AGREED:
            self.did(_("criterion back to draft"), editing.redraft(self.session, criterion.id, now=local_now()))
            return

        def keep(filled: Filled) -> None:
            session = editing.agree(self.session, criterion.id, filled["who"], now=local_now())
            self.did(_("agreed criterion"), session)

        self.fill_in(agreeing.yes(criterion, self.session.client), keep)

    def action_reject(self) -> None:
        """It is not to count, and why; a rejected one becomes a draft again."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        if criterion.status is CriterionStatus.REJECTED:
            self.did(_("criterion back to draft"), editing.redraft(self.session, criterion.id, now=local_now()))
            return

        def keep(filled: Filled) -> None:
            session = editing.reject(self.session, criterion.id, filled["why"], now=local_now())
            self.did(_("rejected criterion"), session)

        self.fill_in(agreeing.no(criterion), keep)

    def fill_in(self, form: Form, keep: Callable[[Filled], None]) -> None:
        """First what stands in the fields is kept."""
        self.form.keep()
        super().fill_in(form, keep)

    def action_reach(self) -> None:
        """The client says that it has come true; again: that it has not."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        reached = criterion.reached_at is None
        name = _("reached criterion") if reached else _("criterion not reached")
        self.did(name, editing.reach(self.session, criterion.id, reached=reached, now=local_now()))

    def action_split(self) -> None:
        """Make two of one that says two things."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        self.form.keep()
        text = self.session.criterion(criterion.id).statement

        def cut(at: int | None) -> None:
            if at is None:
                return
            now, new_id = local_now(), self.interview.new_id
            try:
                session = editing.split_criterion(
                    self.session, criterion.id, text[:at], text[at:], now=now, new_id=new_id
                )
            except ValueError:
                self.say(_("Both halves need words: put the cursor inside the statement."), warning=True)
                return
            self.did(_("split criterion"), session)

        hint = _("The second one begins at the cursor; both keep the fields. Enter splits there.")
        self.app.push_screen(Cut(_("Split this criterion"), text, hint), cut)

    def action_merge(self) -> None:
        """Take another criterion into this one."""
        criterion, goal = self._criterion, self._goal
        if criterion is None or goal is None or not self.may_change():
            return
        others = criteria_rows.others(criterion, goal, self._listed.values())
        if not others:
            self.say(_("There is no other criterion."), warning=True)
            return

        def merged(other: str | None) -> None:
            if other is not None:
                session = editing.merge_criteria(self.session, criterion.id, other, now=local_now())
                self.did(_("merged criteria"), session, _("Merged: a draft again, for the client to say yes to."))

        self.app.push_screen(Pick(_("Which one goes into it?"), others), merged)

    def action_shift(self, step: int) -> None:
        """Move the criterion up or down, past the edge to the goal beside."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        if self._order is not Order.GOAL:
            self.say(_("Sorted by goal only: o."), warning=True)
            return
        session = editing.shift_criterion(self.session, criterion.id, step, now=local_now())
        self.did(_("moved criterion"), session)

    def action_delete(self) -> None:
        """Take the criterion at the cursor out of the session."""
        criterion = self._criterion
        if criterion is None or not self.may_change():
            return
        session = editing.delete_criterion(self.session, criterion.id, now=local_now())
        self.did(_("deleted criterion"), session, _("Deleted; u brings it back."))

    def action_order(self) -> None:
        """Sort by the next thing."""
        self._order = following(self._order)
        self.show_all()

    def action_only(self) -> None:
        """List the next kind alone; kinds of which there is none are passed over."""
        self._only = following(self._only)
        while self._only is not Only.ALL and not arranged(self.session, local_now().date(), only=self._only):
            self._only = following(self._only)
        self.show_all()

    # ------------------------------------------------------------ moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list's keys are letters: they hold only where nobody is typing."""
        _parameters = parameters
        return action in ("back", "list") or not self._in_form

    @property
    def _in_form(self) -> bool:
        focused = self.focused
        return focused is not None and any(isinstance(node, CriterionForm) for node in focused.ancestors)

    @on(OptionList.OptionSelected, "#criteria")
    def action_edit(self) -> None:
        """Into the form."""
        if self._criterion is None:
            return
        self.add_class("-editing")
        if not self.opened.read_only:
            self.query_one("#statement").focus()

    @on(CriterionForm.Left)
    def _to_list(self) -> None:
        self.remove_class("-editing")
        self.rows.focus()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """The footer names the keys that hold where the cursor is."""
        self.refresh_bindings()

    def action_turns(self) -> None:
        """The conversation, at the answer that the criterion came from."""
        from brasstacks.tui.screens.timeline import TimelineScreen

        criterion = self._criterion
        self.keep()
        if any(isinstance(screen, TimelineScreen) for screen in self.app.screen_stack):
            self.dismiss("")
            return
        sources = self._sources(criterion) if criterion else ()
        self.app.push_screen(TimelineScreen(self.opened, sources[0].id if sources else ""))

    def action_export(self) -> None:
        """Write the session down for somebody."""
        from brasstacks.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.session, self.opened.workspace))

    def keep(self) -> None:
        """Before the program is left: what stands in the form."""
        self.form.keep()

    def copied(self) -> Copied | None:
        """The criterion under the cursor, with the fields that are filled in."""
        criterion = self._criterion
        return Copied(_("the criterion"), as_text(criterion)) if criterion else super().copied()

    def action_back(self) -> None:
        """Out of the form, or to where one was."""
        if self.has_class("-editing") and self.has_class("-narrow"):
            self._to_list()
            return
        self.keep()
        self.dismiss("")
