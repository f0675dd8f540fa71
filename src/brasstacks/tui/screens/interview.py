"""The interview: what the interviewer does on its screen, and what comes of it."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList, TextArea

from brasstacks import editing
from brasstacks.identity import SessionStatus
from brasstacks.interview import Command, Outcome, changes, parse, run
from brasstacks.interview.commands import is_command
from brasstacks.interview.outcome import Effect
from brasstacks.storage import naming
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.palette import InterviewCommands
from brasstacks.tui.screens.conversation import Conversation, Pasted
from brasstacks.tui.widgets.box import NotesBox
from brasstacks.tui.widgets.command_line import CommandLine
from brasstacks.words import _, spoken

if TYPE_CHECKING:
    from brasstacks.tui.copying import Copied

_FEWEST_LINES = 4
"""Of a text that can be a conversation; a shorter one is not looked at."""

MARK_AFTER = 0.03
"""Seconds after a key until its text is heard: the echo goes first."""


class InterviewScreen(Conversation):
    """Feeds an interview: it asks the core what everything means."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("interview")]
    COMMANDS: ClassVar = {InterviewCommands}

    def on_key(self) -> None:
        """Any key keeps the clock running."""
        self.interview.key(local_now())

    @on(TextArea.Changed, "#box")
    def _typed(self) -> None:
        self.interview.key(local_now())
        self.set_timer(MARK_AFTER, self._heed)

    @on(NotesBox.Answered)
    def _answered(self, event: NotesBox.Answered) -> None:
        if self.opened.read_only:
            self.box.leave()
            self.say(_("Read only: {why}").format(why=self.opened.read_only), warning=True)
            return
        if not event.verbatim and is_command(event.text):
            if self._run_line(event.text):
                self.box.take(event.text)
            else:
                self.box.leave()
            return
        was_correcting = self.interview.correcting is not None
        own_question = not event.verbatim and event.text.startswith("?")
        outcome = self.interview.enter(event.text, local_now(), verbatim=event.verbatim)
        if outcome.done:
            self._place = ""
            self.box.take(event.text, self._aside if was_correcting and not own_question else "")
            self._aside = ""
        else:
            self.box.leave()
        self._after(outcome)

    @on(NotesBox.Chosen)
    def _chose(self, event: NotesBox.Chosen) -> None:
        self.interview.choose(event.step)
        self._show_question()

    @on(NotesBox.Pasted)
    async def _look_at_pasted(self, event: NotesBox.Pasted) -> None:
        """A conversation can come in turn by turn; that is offered, and typing goes on."""
        if len(event.text.splitlines()) < _FEWEST_LINES:
            return
        from brasstacks.transcripts import pasted

        text, language = self.box.text_as_it_stands(event.text), self.interview.session.session.language
        if (talk := await asyncio.to_thread(pasted.conversation, text)) is not None:
            goals = pasted.goals_of(talk, language, now=local_now(), new_id=naming.new_id)
            self._pasted = Pasted(text, goals)
            self._show_hint()

    @on(NotesBox.TurnsWanted)
    def _turns_wanted(self) -> None:
        pasted, self._pasted = self._pasted, None
        if pasted is None or pasted.text not in self.box.text:
            self.say(_("Paste a conversation first: a line for each who speaks, with the name before it."))
        elif self.opened.read_only:
            self.say(_("Read only: {why}").format(why=self.opened.read_only), warning=True)
        else:
            interview, now = self.interview, local_now()
            goal = interview.goal.id if interview.goal else ""
            session = editing.take_in(interview.session, goal, pasted.goals, now=now)
            outcome = interview.did(_("pasted conversation"), session, now)
            self.box.put(self.box.text.replace(pasted.text, "", 1).strip())
            self._after(outcome)

    @on(NotesBox.LastWanted)
    def _last_wanted(self) -> None:
        if self.interview.turn() is not None:
            self._run_line("edit")

    @on(NotesBox.CommandWanted)
    def _command_wanted(self, event: NotesBox.CommandWanted) -> None:
        """The command line; but the key that closes things closes first what is open."""
        if self.why_pane.display and not event.by_slash:
            self._show_why(visible=False)
            self.show_all()
        elif self.interview.correcting is not None and not event.by_slash:
            self.interview.leave_correction()
            self.box.put(self._aside)
            self._aside = ""
            self._show_question()
        else:
            self.box.display = False
            self.command_line.open(by_slash=event.by_slash)

    @on(NotesBox.TypedBehind)
    def _typed_behind(self, event: NotesBox.TypedBehind) -> None:
        self.command_line.line.post_message(event.key)

    @on(CommandLine.Left)
    def _command_left(self, event: CommandLine.Left) -> None:
        self._back_to_box()
        if event.text:
            self.box.add_words(event.text)

    def _back_to_box(self) -> None:
        self.command_line.display = False
        self.box.display = True
        self.box.focus()

    @on(CommandLine.Run)
    def _command_entered(self, event: CommandLine.Run) -> None:
        self._run_line(event.line)

    def begin(self, command: Command) -> None:
        """Carry a command out from the palette; one that takes words is begun on the command line."""
        if command.takes:
            self.box.display = False
            self.command_line.open(begun=f"{command.name_in(spoken())} ")
        else:
            self._run_line(command.names[0])

    def _run_line(self, text: str) -> bool:
        """Carry out a command line: done or not, the box is back. Returns whether it was taken."""
        line = parse(text)
        if self.opened.read_only and changes(line):
            outcome = Outcome(done=False, message=_("Read only: {why}").format(why=self.opened.read_only))
        else:
            outcome = run(self.interview, line, local_now(), selected=self.box.selected_text)
        if not outcome.done:
            self.command_line.refuse()
        self._back_to_box()
        self._after(outcome)
        return outcome.done

    def _after(self, outcome: Outcome) -> None:
        """Show what an event came to, and have it saved."""
        if outcome.message:
            self.say(outcome.message, warning=not outcome.done)
        if len(self.interview.history.past) > self._steps:
            self._say_of_closed()
        if outcome.done and outcome.effect in ("", "edit"):
            self.opened.save()
            self.keep_draft()
        if outcome.effect:
            self._open(outcome.effect, outcome.argument)
        elif outcome.done:
            self._show_why(visible=False)
        self.show_all()

    def _say_of_closed(self) -> None:
        """What is added to a closed session is kept, and it stays closed: said once."""
        if not self._told_of_closed and self.interview.session.session.status is SessionStatus.CLOSED:
            self._told_of_closed = True
            self.say(_("This session is closed; what you add is kept. x in the Recap takes it up again."), warning=True)

    def _open(self, effect: Effect, argument: str = "") -> None:
        match effect:
            case "edit":
                self._aside = self.box.text
                self.box.put(self.interview.correcting.answer if self.interview.correcting else "")
            case "why" | "kept":
                self._show_panel(effect)
            case "copy" | "hide" | "library":
                {"copy": self.action_copy, "hide": self.action_hide, "library": self.action_library}[effect]()
            case "settings":
                self.program.action_settings()
            case "cards":
                self.action_cards(argument)
            case "record":
                self.program.action_record()
            case "export":
                from brasstacks.tui.screens.export import ExportScreen

                self.app.push_screen(ExportScreen(self.interview.session, self.opened.workspace))
            case "refer":
                from brasstacks.tui.screens.referral import ReferralScreen

                self.app.push_screen(ReferralScreen(self.opened))
            case "help":
                # Of the box, to which the cursor goes back first.
                self.set_focus(self.box)
                self.program.action_help()
            case _:
                from brasstacks.tui.rooms import room

                self.app.push_screen(room(effect, self.opened))

    # ------------------------------------------------------------ the mouse

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        what, _dash, which = (event.option_id or "").partition("-")
        event.option_list.highlighted = None
        match what:
            case "goal":
                self._after(self.interview.go(int(which), local_now()))
            case "turn":
                self._run_line(f"edit {which}")
            case "suggestion":
                self.interview.pick(int(which))
                self._show_question()
            case "kept":
                self._run_line("kept")
            case "room":
                self._run_line(which)
        self.box.focus()

    # ------------------------------------------------------------ keys

    def copied(self) -> "Copied | None":
        """What stands in the box, else the last answer."""
        from brasstacks.tui.copying import Copied

        last = self.interview.turn()
        if self.box.text.strip():
            return Copied(_("what stands in the box"), self.box.text)
        return Copied(_("the last answer"), last.answer) if last and last.answer else None

    def action_hide(self) -> None:
        """Blank the screen."""
        from brasstacks.tui.screens.hidden import Hidden

        self.interview.private = True
        self.app.push_screen(Hidden())

    def action_cards(self, letters: str = "") -> None:
        """A calm answer; what stands in the box stays there, and its words may have touched one."""
        from brasstacks.tui.screens.cards import CardsScreen

        last = self.interview.turn()
        said = self.box.text.strip() or (last.answer if last else "")
        self.app.push_screen(CardsScreen(self.opened, letters, said))

    def action_scroll(self, step: int) -> None:
        """Page through the chain, or what stands in its place; the cursor stays in the box."""
        pane = self.why_pane if self.why_pane.display else self.chain
        (pane.scroll_page_up if step < 0 else pane.scroll_page_down)(animate=False)

    def action_library(self) -> None:
        """Save, let the session go, and back to the Library."""
        self.keep()
        saved = self.opened.flush()
        if self.keep_draft() and saved and self.program.let_go():
            self.dismiss()
        else:
            self.program.action_record()
