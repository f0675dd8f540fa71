"""What stands on the screen of an interview: the goals, the chain, the question above the one box, what to ask next, how it goes."""

from contextlib import ExitStack
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from brasstacks.chain import Chain
from brasstacks.interview import parse
from brasstacks.session import Goal
from brasstacks.storage.drafts import Draft
from brasstacks.tui import looks, promising, views
from brasstacks.tui.criteria_rows import quiet_draft
from brasstacks.tui.opened import DRAFT_EVERY, Opened, local_now
from brasstacks.tui.painting import Near
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.box import NotesBox
from brasstacks.tui.widgets.command_line import CommandLine
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.panes import Line, Pane
from brasstacks.words import _

_FRAME = 2
"""Columns of a pane's border."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A conversation that was pasted into the box, as long as it stands there."""

    text: str
    goals: tuple[Goal, ...]


class Conversation(House[None]):
    """Shows an interview as it is and keeps what stands in the box; what is done there is `InterviewScreen`'s."""

    CSS_PATH: ClassVar = ["house.tcss", "conversation.tcss"]
    AUTO_FOCUS = "#box"
    BOX: ClassVar[type[NotesBox]] = NotesBox

    header = query_one("#header", Line)
    goals_line = query_one("#goals-line", Line)
    drift_line = query_one("#drift-line", Line)
    question = query_one("#question", Line)
    also = query_one("#also", Line)
    facets = query_one("#facets", Line)
    goals = query_one("#goals", Pane)
    middle = query_one("#middle", Vertical)
    chain = query_one("#chain", Pane)
    suggestions = query_one("#suggestions", Pane)
    draft = query_one("#draft", Line)
    how = query_one("#how", Line)
    hint = query_one("#hint", Line)
    why_text = query_one("#why-text", Static)
    why_pane = query_one("#why", VerticalScroll)
    box = query_one("#box", NotesBox)
    command_line = query_one("#command", CommandLine)

    def __init__(self, opened: Opened, goal: str = "", place: str = "") -> None:
        """Show an open session.

        Args:
            opened: the session.
            goal: the id of the goal to go to; empty for the one that was in hand.
            place: the id of the turn to show until the next answer; empty for the last.
        """
        super().__init__()
        self._compositor = Near()
        self._goal, self._place = goal, place
        self.opened = opened
        self.interview = opened.interview
        self._draft_kept: tuple[object, ...] = ()
        self._aside = ""
        """What stood in the box before an answer came back to be corrected."""
        self._pasted: Pasted | None = None
        self._unpainted = ExitStack()
        """Until something stands in the panes, nothing is painted: else it would be three times."""
        self._steps = len(opened.interview.history.past)
        """The edits that were made when it was shown last."""
        self._told_of_closed = False
        self._to_show = False
        """Whether all is to be shown when the layout is known."""
        self._width = 0
        """Cells of the middle for which its lines were cut."""

    def compose(self) -> ComposeResult:
        """The panes: at the sides when there is room, in a line each when there is not."""
        yield self.too_small()
        yield Line(id="header")
        with Horizontal(id="lines"):
            yield Line(id="goals-line")
            yield Line(id="drift-line")
        with Horizontal(id="panes"):
            yield Pane("goals", _("Goals"))
            with Vertical(id="middle"):
                yield Pane("chain", "")
                with VerticalScroll(id="why"):
                    yield Static(id="why-text", markup=False)
                yield Line(id="question")
                yield self.BOX()
                yield CommandLine(self._foretell, id="command")
                yield Line(id="also")
                yield Line(id="facets")
            with Vertical(id="right"):
                yield Pane("suggestions", _("Ask next"))
                yield Line(id="draft")
                yield Line(id="how")
                yield Line(id="hint")
        yield Foot()

    def on_mount(self) -> None:
        """Take the session up where it was left."""
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self._unpainted.enter_context(self.app.batch_update())
        self.why_pane.display = self.command_line.display = False
        self.why_pane.border_subtitle = _("esc closes · page up, page down")
        self.chain.can_focus = self.why_pane.can_focus = False
        self.box.read_only = bool(self.opened.read_only)
        if self.opened.notice:
            self.say(self.opened.notice, warning=True)
        if (draft := self.opened.draft()) is not None:
            self._take_draft_up(draft)
        else:
            self._go_to_goal(self._goal)
        self.set_interval(1, self._tick)
        self.set_interval(DRAFT_EVERY, self.keep_draft)
        self._show_soon()

    def _take_draft_up(self, draft: Draft) -> None:
        self._go_to_goal(draft.goal)
        turns = self.interview.goal.turns if self.interview.goal else ()
        corrected = next((turn for turn in turns if turn.id == draft.corrects), None)
        if corrected is not None and not self.opened.read_only:
            self.interview.correct(corrected)
            self._aside = draft.before
        if draft.form_text:
            self.say(_("What was being written in a form is back there."))
        if draft.text:
            self.box.put(draft.text, verbatim=draft.verbatim)
            self.say(_("What stood in the box is back."))
        if draft.command and not self.opened.read_only:
            self.box.display = False
            self.command_line.open(begun=draft.command)

    def _go_to_goal(self, goal: str) -> None:
        ids = [one.id for one in self.interview.session.goals]
        if goal in ids and (self.interview.goal is None or goal != self.interview.goal.id):
            self.interview.go(ids.index(goal) + 1, local_now())

    def _foretell(self, text: str) -> str:
        line = parse(text)
        if line.command is None or line.command.id != "follow-up" or not line.argument:
            return ""
        return promising.foretold(line.argument, local_now().date())

    # ------------------------------------------------------------ showing

    def on_resize(self) -> None:
        """Lines are cut to the width that there is."""
        self._show_soon()

    def on_screen_resume(self) -> None:
        """Another screen may have changed the session."""
        self.interview.resume(local_now())
        self._show_soon()
        (self.command_line.line if self.command_line.display else self.box).focus()

    def on_screen_suspend(self) -> None:
        """What is shown over it is painted, whatever stood here yet."""
        self._unpainted.close()

    def _laid_out(self, _screen: Screen[object]) -> None:
        # Which panes stand beside the middle is known after one layout, how wide that makes it only after the next.
        if self._width and self.middle.size.width != self._width:
            self._show_soon()

    def _show_soon(self) -> None:
        """Show all once, however many reasons there are for it, when the layout is known."""
        if not self._to_show:
            self._to_show = True
            self.call_after_refresh(self._show_now)

    def _show_now(self) -> None:
        self._to_show = False
        try:
            self.show_all()
        finally:
            self._unpainted.close()

    def show_all(self) -> None:
        """Show the interview as it is."""
        self._steps = len(self.interview.history.past)
        if self not in self.app.screen_stack or not self.is_mounted or not self.middle.size.width:
            return
        self._width = self.middle.size.width
        self._show_header()
        # A chain that comes back from behind an explanation has no width before the screen is laid out anew.
        width = self.chain.scrollable_content_region.width or self.middle.size.width - _FRAME
        interview = self.interview
        self.chain.retitle(views.chain_title(interview, width))
        self.chain.border_subtitle = views.problem_line(interview, width)
        rows = views.chain_rows(interview, width) or [(self.nothing_yet(), "")]
        self.chain.show(rows, apart=self._airy)
        self._show_place()
        self.goals.show(views.goal_rows(interview, self.goals.scrollable_content_region.width))
        self.goals_line.say(views.goals_line(interview))
        self.drift_line.say(views.drift_line(interview.followed))
        self.how.say(views.drift_line(interview.followed))
        self.draft.say(quiet_draft(interview.promising_draft, interview.goal))
        self._show_question()
        self._hear()

    @property
    def _airy(self) -> bool:
        """Whether there is room for empty lines, and they are liked."""
        return self.has_class("-tall") and not self.has_class("-compact")

    def _show_place(self) -> None:
        """The turn that was gone to, until something new is said; else the last."""
        turns = self.interview.goal.turns if self.interview.goal else ()
        at = next((number for number, turn in enumerate(turns) if turn.id == self._place), None)
        self.chain.highlighted = at
        if at is None:
            self.chain.scroll_end(animate=False)
        else:
            self.chain.scroll_to_highlight(top=True)

    def _show_question(self) -> None:
        self.question.say(views.question_line(self.interview, self.question.scrollable_content_region.width))
        width = self.suggestions.scrollable_content_region.width
        broad = self.has_class("-broad")
        self.suggestions.show(views.suggestion_rows(self.interview, width, reasons=broad), apart=self._airy)
        self._show_hint()

    def _show_hint(self) -> None:
        """The quiet hint, never while somebody types; else the calm answer that the client's words touch.

        In its own corner, or in place of the other questions.
        """
        if self._pasted is not None and self._pasted.text in self.box.text:
            count = sum(len(goal.turns) for goal in self._pasted.goals)
            key = self.program.key("box.take_in")
            for line in (self.also, self.hint):
                line.say(views.pasted_line(count, key, (line.size.width - 2) * line.size.height))
            return
        hint = "" if self.box.text.strip() else self.interview.hint
        card = None if hint else self.interview.offered_card(self.box.text)
        width = self.also.size.width
        self.hint.say(views.hint_line(hint) if hint else views.card_line(card, self.hint.size.width - 2))
        if hint:
            self.also.say(views.hint_line(hint))
        else:
            self.also.say(views.card_line(card, width) if card else views.also_line(self.interview, width))

    def _show_header(self) -> None:
        width, standing = self.header.size.width, self.standing()
        self.header.say(views.header(self.interview, self.opened.state, self.opened.read_only, width, standing))

    def nothing_yet(self) -> Content:
        """What stands in place of a chain that has not begun: what to do."""
        return views.empty_chain(self.interview)

    def standing(self) -> str:
        """What the header says in place of how the record stands; empty where there is a record."""
        return ""

    def _hear(self) -> None:
        """Mark what is heard in the box, and light the facets that it gives."""
        text = self.box.text
        reading = self.interview.hear(text)
        self.box.mark(reading.findings)
        earlier = self.interview.followed.chain.facets if self.interview.followed else frozenset()
        now = reading.facets if text.strip() and self.interview.goal is not None else ()
        self.facets.say(looks.facet_line(earlier, now))

    def _heed(self) -> None:
        """What was typed is heard; what is said beside it may have to go, or to come."""
        self._hear()
        self._show_hint()

    def _tick(self) -> None:
        self.interview.tick(local_now())
        self._show_header()

    def _show_panel(self, effect: Literal["why", "kept"]) -> None:
        if effect == "why":
            self._show_why(visible=not self.why_pane.display)
        else:
            self._show_beside(_("Kept beside the conversation"), views.kept(self.interview))

    def _show_why(self, *, visible: bool) -> None:
        if visible:
            chain: Chain | None = self.interview.followed.chain if self.interview.followed else None
            from brasstacks.language import explain

            last = chain.turns[-1] if chain and chain.turns else None
            waits = last is not None and last.turn.later
            explained = _("A question to be filled in.") if waits else explain(last.reading) if last else ""
            self._show_beside(_("Why"), views.why(self.interview, explained))
        else:
            self.why_pane.display, self.chain.display = False, True

    def _show_beside(self, title: str, what: Content) -> None:
        """Show something in place of the chain, until esc or the next answer."""
        self.why_pane.border_title = title
        self.why_text.update(what)
        self.why_pane.display, self.chain.display = True, False
        self.why_pane.scroll_home(animate=False)

    # ------------------------------------------------------------ the record

    def keep(self) -> None:
        """Before the session is left: its clock, and what is not saved yet."""
        self.interview.tick(local_now())
        if self.interview.clock.sittings != self.interview.session.session.sittings:
            self.opened.save()

    def keep_draft(self) -> bool:
        """Keep what stands in the box, when it is another text than the one that was kept. Returns whether it is kept."""
        corrected = self.interview.correcting
        corrects, command = corrected.id if corrected else "", self.command_line.typed
        draft = (self.box.text, corrects, self._aside, self.box.verbatim, command, self.opened.elsewhere)
        fault = self.opened.draft_fault
        kept = self._draft_kept == draft or self.opened.keep_draft(
            self.box.text, corrects=corrects, before=self._aside, verbatim=self.box.verbatim, command=command
        )
        if kept:
            self._draft_kept, self.opened.draft_fault = draft, ""
        if self.opened.draft_fault != fault:
            super().show_saving()
        return kept

    def show_saving(self) -> None:
        """The header says it too; what was saved needs no draft any more."""
        if self in self.app.screen_stack and self.is_mounted:
            super().show_saving()
            self._show_header()
            self.keep_draft()
