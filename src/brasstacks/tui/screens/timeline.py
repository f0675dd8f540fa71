"""The Timeline: a session reviewed from the first turn to the last, and put right; every verdict follows at once."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks import editing, figures, language, people
from brasstacks.session import Goal, Session
from brasstacks.storage.banks import Banks
from brasstacks.timeline import Moment, Timeline, jump, timeline
from brasstacks.tui import reviewing
from brasstacks.tui.cells import short
from brasstacks.tui.copying import Copied
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.ask import Cut, Filled, Form, Line, Pick
from brasstacks.tui.screens.desk import Desk
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Row, Rows
from brasstacks.tui.wording import ITS_OWN_NAME
from brasstacks.words import _


class TimelineScreen(Desk[None]):
    """Everything on it is read again from the words after each edit."""

    CSS_PATH: ClassVar = ["house.tcss", "timeline.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("timeline")]
    AUTO_FOCUS = "#turns"

    rows = query_one("#turns", Rows)
    one = query_one("#one", VerticalScroll)

    def __init__(self, opened: Opened, turn_id: str = "") -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
            turn_id: the turn at which to open it; the first one for none.
        """
        super().__init__(opened)
        self._first = turn_id
        self._line = Timeline((), ())

    def compose(self) -> ComposeResult:
        """The conversation; beside it the turn under the cursor, or in its place where there is no room."""
        yield self.too_small()
        yield from self.title_line(_("Timeline · {client}").format(client=short(self.session.client.name, 48)))
        with Horizontal(id="over"):
            yield Static(id="spark", markup=False)
            yield Static(id="summary", markup=False)
        with Horizontal(id="desk"):
            yield Rows("turns", _("The conversation"))
            with VerticalScroll(id="one", can_focus=False) as one:
                one.border_title = Content(_("This turn, as it is heard today"))
                yield Static(id="one-text", markup=False)
        yield self.history_line()
        yield Foot()

    def on_mount(self) -> None:
        """Hear the session before any key can ask for a place in it; lines are cut to the width that there is."""
        self._hear()
        self.call_after_refresh(self.show_all, self._first)

    def on_resize(self) -> None:
        """Lines are cut to the width that there is."""
        self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """Another screen may have changed the session."""
        if self._line.moments:
            self.call_after_refresh(self.show_all)

    # ------------------------------------------------------------ showing

    def _hear(self) -> None:
        self._line = timeline(self.session, extra=self.interview.bank.lexicon.as_extra())

    def show_all(self, chosen: str = "") -> None:
        """Hear and show the whole session."""
        self._hear()
        width = self.rows.scrollable_content_region.width - 2
        if width < 1:
            return
        rows = reviewing.rows(self._line, self.session, width) or [(self._nothing_yet(), "")]
        self.rows.show(
            rows, chosen or self.rows.chosen or (self._line.moments[0].turn.id if self._line.moments else "")
        )
        self.query_one("#summary", Static).update(reviewing.summary(self._line, self.session))
        self.show_history()
        self._show_one()

    @on(OptionList.OptionHighlighted, "#turns")
    def _show_one(self) -> None:
        at = self._line.place(self.rows.chosen)
        self.query_one("#spark", Static).update(reviewing.spark(self._line, self.size.width // 2, at))
        text = self.query_one("#one-text", Static)
        if at is not None:
            moment = self._line.moments[at]
            text.update(reviewing.about_turn(moment, self._line.drifts[moment.goal_number - 1]))
        elif (goal := self._goal) is not None:
            drift = self._line.drifts[self.session.goals.index(goal)]
            text.update(reviewing.about_goal(goal.statement, goal.problem, drift))
        else:
            text.update(_("Nothing has been said yet."))
        self.one.scroll_home(animate=False)

    @staticmethod
    def _nothing_yet() -> Content:
        return Content.styled(_("No goal yet: esc goes back to the conversation, where the client says it."), "$muted")

    @property
    def _moment(self) -> Moment | None:
        """The turn under the cursor."""
        at = self._line.place(self.rows.chosen)
        return None if at is None else self._line.moments[at]

    @property
    def _goal(self) -> Goal | None:
        """The goal of which the heading is under the cursor."""
        goal_id = reviewing.goal_of_row(self.rows.chosen)
        return next((goal for goal in self.session.goals if goal.id == goal_id), None)

    def copied(self) -> Copied | None:
        """The answer under the cursor, or the goal."""
        if (moment := self._moment) is not None:
            return Copied(_("the answer"), moment.turn.answer) if moment.turn.answer else None
        return Copied(_("the goal"), self._goal.statement) if self._goal else None

    # ------------------------------------------------------------ moving

    def action_jump(self, kind: str) -> None:
        """To the next goal, warning or open question."""
        at = self._line.place(self.rows.chosen)
        place = jump(self._line.moments, -1 if at is None else at, kind)
        if place is None:
            self.say({"drift": _("No chain stalled or drifted."), "open": _("No answer is open.")}.get(kind, ""))
            return
        self.show_all(self._line.moments[place].turn.id)

    @on(OptionList.OptionSelected, "#turns")
    def action_open(self) -> None:
        """The turn alone where there is no room beside; the answer to be edited where there is."""
        if self.has_class("-narrow") and not self.has_class("-reading"):
            self.add_class("-reading")
            self.one.can_focus = True
            self.call_after_refresh(self.one.focus)
        else:
            self.action_edit()

    async def action_to(self, way: str) -> None:
        """Move in the list; with a turn alone, to the one before or after it."""
        if self.has_class("-reading") and way in ("down", "up"):
            (self.rows.action_cursor_down if way == "down" else self.rows.action_cursor_up)()
        else:
            await super().action_to(way)

    def action_back(self) -> None:
        """Out of the turn, or to where one was."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
            self.one.can_focus = False
            self.rows.focus()
            return
        self.dismiss()

    def action_criteria(self) -> None:
        """The criteria of the session."""
        from brasstacks.tui.screens.criteria import CriteriaScreen

        if any(isinstance(screen, CriteriaScreen) for screen in self.app.screen_stack):
            self.dismiss()
        else:
            self.app.push_screen(CriteriaScreen(self.opened))

    # ------------------------------------------------------------ a turn

    def _one_text(self, title: str, text: str, keep: Callable[[str], None], wrong: str = "") -> None:
        """Have one text edited; where `wrong` says why, it cannot be left empty."""

        def refused(filled: Filled) -> str:
            return wrong if wrong and not filled["text"] else ""

        form = Form(title, [Line("text", "", text, passage=True)], wrong=refused)
        self.fill_in(form, lambda filled: keep(filled["text"]))

    def _change(self, name: str, edit: Callable[[Session], Session], chosen: str = "", message: str = "") -> None:
        self.did(name, edit(self.session), message, chosen=chosen)

    def action_edit(self) -> None:
        """Correct the answer, fill it in, or correct the words of the goal."""
        moment, goal = self._moment, self._goal
        if not self.may_change():
            return
        if moment is not None:
            number, turn = moment.label, moment.turn
            name = _("filled in answer {number}") if moment.is_open else _("edited answer {number}")

            def keep(text: str) -> None:
                edit = partial(editing.correct_answer, turn_id=turn.id, text=text, now=local_now())
                self._change(name.format(number=number), edit)

            wrong = _("An answer has words; d takes the whole turn out.")
            self._one_text(_("Answer {number}").format(number=number), turn.answer, keep, wrong)
        elif goal is not None:

            def reword(text: str) -> None:
                edit = partial(editing.reword_goal, goal_id=goal.id, statement=text, now=local_now())
                self._change(_("edited goal {number}").format(number=self.session.goals.index(goal) + 1), edit)

            self._one_text(_("What the client wants"), goal.statement, reword, _("A goal has words."))

    def action_question(self) -> None:
        """Correct the question to what was really asked."""
        if (moment := self._moment) is None or not self.may_change():
            return

        def keep(text: str) -> None:
            if text != moment.turn.question:
                edit = partial(editing.correct_question, turn_id=moment.turn.id, question=text, now=local_now())
                self._change(_("edited question {number}").format(number=moment.label), edit)

        self._one_text(_("Question {number}, as it was asked").format(number=moment.label), moment.turn.question, keep)

    def action_note(self) -> None:
        """A remark beside the turn, or what hurts behind the goal."""
        moment, goal = self._moment, self._goal
        if not self.may_change():
            return
        if moment is not None:

            def keep(text: str) -> None:
                edit = partial(editing.remark, turn_id=moment.turn.id, note=text, now=local_now())
                self._change(_("edited note {number}").format(number=moment.label), edit)

            self._one_text(_("Your note beside {number}").format(number=moment.label), moment.turn.note, keep)
        elif goal is not None:

            def problem(text: str) -> None:
                edit = partial(editing.name_problem, goal_id=goal.id, problem=text, now=local_now())
                self._change(_("edited problem"), edit)

            self._one_text(_("What hurts behind this goal"), goal.problem, problem)

    def action_move(self) -> None:
        """Move the turn to another goal."""
        moment = self._moment
        if moment is None or not self.may_change():
            return
        rows: list[Row] = [
            (Content(short(f"{number} {goal.statement}", 70)), goal.id)
            for number, goal in enumerate(self.session.goals, 1)
            if goal.id != moment.goal.id
        ]
        if not rows:
            self.say(_("There is no other goal."), warning=True)
            return

        def moved(goal_id: str | None) -> None:
            if goal_id is not None:
                edit = partial(editing.move_turn, turn_id=moment.turn.id, goal_id=goal_id, now=local_now())
                self._change(_("moved answer {number}").format(number=moment.label), edit)

        self.app.push_screen(Pick(_("To which goal?"), rows), moved)

    def action_split(self) -> None:
        """Make two turns of one."""
        moment = self._moment
        if moment is None or not self.may_change():
            return

        def cut(at: int | None) -> None:
            if at is None:
                return
            try:
                session = editing.split_turn(
                    self.session, moment.turn.id, at, now=local_now(), new_id=self.interview.new_id
                )
            except ValueError:
                self.say(_("Both halves need words: put the cursor inside the answer."), warning=True)
                return
            self.did(_("split answer {number}").format(number=moment.label), session)

        hint = _("The second turn begins at the cursor; Enter splits there.")
        self.app.push_screen(Cut(_("Split answer {number}").format(number=moment.label), moment.turn.answer, hint), cut)

    def action_join(self) -> None:
        """Make one turn of this one and the next of its goal."""
        moment = self._moment
        if moment is None or not self.may_change():
            return
        try:
            session = editing.join_turns(self.session, moment.turn.id, now=local_now())
        except ValueError:
            self.say(_("No answer follows it under this goal."), warning=True)
            return
        self.did(_("joined answer {number} with the next").format(number=moment.label), session)

    def action_delete(self) -> None:
        """Take the turn out; it can be restored."""
        if (moment := self._moment) is None or not self.may_change():
            return
        edit = partial(editing.delete_turn, turn_id=moment.turn.id, now=local_now())
        name = _("deleted answer {number}").format(number=moment.label)
        self._change(name, edit, message=_("Deleted; v brings it back, on another day too."))

    def action_restore(self) -> None:
        """Bring a deleted turn back."""
        if not self.may_change():
            return
        if not self.session.deleted:
            self.say(_("Nothing was deleted."))
            return
        rows: list[Row] = [
            (Content(short(f"{figures.moment(one.at)}  {one.turn.answer or one.turn.question}", 70)), one.turn.id)
            for one in reversed(self.session.deleted)
        ]

        def restored(turn_id: str | None) -> None:
            if turn_id is not None:
                edit = partial(editing.restore_turn, turn_id=turn_id, now=local_now())
                self._change(_("restored answer"), edit, turn_id)

        self.app.push_screen(Pick(_("Which one comes back?"), rows), restored)

    # ------------------------------------------------------------ the session

    def action_names(self) -> None:
        """Correct names and the title."""
        if not self.may_change():
            return
        client, header = self.session.client, self.session.session
        persons = people.written(client.people)
        lines = [
            Line("title", _("Title"), header.title),
            Line("client", _("Client"), client.name),
            Line("organisation", _("Organisation"), client.organisation),
            Line("people", _("People"), persons),
            Line("consent", _("Consent"), client.consent),
            Line("interviewer", _("Interviewer"), header.interviewer),
            Line("offer", _("Our offer"), header.offer),
        ]

        def wrong(filled: Filled) -> str:
            return "" if filled["client"] else _("The client needs a name.")

        def keep(filled: Filled) -> None:
            named = people.parse(filled["people"]) if filled["people"] != persons else client.people
            session = editing.name_client(
                self.session,
                now=local_now(),
                name=filled["client"],
                organisation=filled["organisation"],
                consent=filled["consent"],
                people=named,
            )
            header = {name: filled[name] for name in ("title", "interviewer", "offer")}
            self.did(_("edited names"), editing.describe(session, now=local_now(), **header))

        self.fill_in(Form(_("Names"), lines, wrong=wrong), keep)

    def action_language(self) -> None:
        """Change the language of the questions, and the bank to its like; each text is heard in its own as before."""
        if not self.may_change():
            return
        rows: list[Row] = [(Content(ITS_OWN_NAME.get(lang, lang)), lang) for lang in language.languages()]

        def chosen(lang: str | None) -> None:
            if lang is not None and lang != self.session.session.language:
                bank = Banks(self.opened.workspace).its_like(self.session.session.bank, lang)
                edit = partial(editing.describe, now=local_now(), language=lang, bank=bank)
                self._change(_("changed language"), edit)

        self.app.push_screen(Pick(_("Language"), rows, self.session.session.language), chosen)

    def action_bank(self) -> None:
        """Change the question bank; its words of the trade are heard at once."""
        if not self.may_change():
            return
        found = Banks(self.opened.workspace).list()
        rows: list[Row] = [(Content(short(f"{one.id}  {one.bank.title}", 70)), one.id) for one in found if one.bank]

        def chosen(bank: str | None) -> None:
            if bank is not None:
                self._change(_("changed bank"), partial(editing.describe, now=local_now(), bank=bank))

        self.app.push_screen(Pick(_("Question bank"), rows, self.session.session.bank), chosen)
