"""A practice: the interview, with a client who is played from a saved session."""

import math
import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList

from brasstacks.interview.commands import is_command
from brasstacks.interview.outcome import Effect
from brasstacks.language import Facet
from brasstacks.practice import hindsight
from brasstacks.practice.speech import Speech
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.unkept import Practised
from brasstacks.tui.widgets.box import NotesBox
from brasstacks.tui.widgets.practice_box import PracticeBox
from brasstacks.words import _

EVERY = 0.05
"""Seconds between two looks at how much has been said."""

_KEPT: tuple[Effect, ...] = ("record", "export", "timeline", "recap", "review", "changes", "follow-ups", "fit")
"""Rooms that are about a record, of which a practice has none."""


class PracticeScreen(InterviewScreen):
    """The interviewer picks the questions; the client answers in the box, as if it were typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("practice")]
    BOX = PracticeBox

    them = query_one("#box", PracticeBox)

    def __init__(
        self, practised: Practised, *, speed: float = 1.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Prepare a practice.

        Args:
            practised: a rehearsal that has just begun.
            speed: how many times as fast as one reads along the client speaks; infinite for at once.
            clock: the time in seconds, from any beginning.
        """
        super().__init__(practised)
        self.rehearsal = practised.rehearsal
        self._clock = clock
        self._speed = speed
        self._speech: Speech | None = None
        self._advised: set[str] = set()
        """The goals of which it was said that they have given what a criterion needs."""

    def on_mount(self) -> None:
        """The client comes with their first wish."""
        if self.app.animation_level == "none":
            self._speed = math.inf
        self.them.hurry = self._note
        self.set_interval(EVERY, self.beat)
        self.call_after_refresh(self._ask)

    # ------------------------------------------------------------ the client

    def _ask(self) -> None:
        """Put the question over the box to the client."""
        if self._speech is not None:
            return
        outcome = self.rehearsal.ask(local_now())
        if outcome.message and outcome.done:
            self.say(outcome.message)
        self._hear_them()

    def _hear_them(self) -> None:
        """Begin to hear what the client says; when nothing is left to be said, look back."""
        saying = self.rehearsal.saying
        if saying is not None:
            self._speech = Speech(saying.text, self._clock(), self._speed)
            self.them.speaking = True
            self.show_all()
            self.beat()
        elif self.rehearsal.left:
            self.show_all()
        else:
            self.action_end()

    def beat(self) -> None:
        """Time went by: a little more is said, or it is all said and entered."""
        if self._speech is None or not self.is_current:
            return
        now = self._clock()
        if math.isinf(self._speed) or self._speech.over(now):
            self._note()
        elif (said := self._speech.said(now)) != self.box.text:
            self.box.put(said)

    def _note(self) -> None:
        """What the client says is entered, as it would be by Enter."""
        if self._speech is None:
            return
        self._speech, self.them.speaking = None, False
        outcome = self.rehearsal.note(local_now())
        self._place = ""
        self.box.put("")
        self._after(outcome)
        if (word := self._word_of_advice()) is not None:
            self.say(word)

    def _word_of_advice(self) -> str | None:
        """What is worth saying once the client has answered; None for nothing."""
        interview, goal = self.interview, self.interview.goal
        if not self.rehearsal.left:
            return _("That is all they have to say. Enter: what it looks like in hindsight.")
        if goal is None or interview.followed is None:
            return None
        if not self.rehearsal.left_under(goal.id):
            return _("That is all they know about this goal. Enter: they come to their next wish.")
        if goal.id not in self._advised and interview.followed.chain.facets.issuperset(Facet):
            self._advised.add(goal.id)
            return _("All that a criterion needs has been said: /criterion files it, ctrl+n brings their next wish.")
        return None

    # ------------------------------------------------------------ what the interviewer does

    @on(OptionList.OptionSelected)
    def _clicked_meanwhile(self) -> None:
        """What is clicked while the client speaks is done after it."""
        self._note()

    def _run_line(self, text: str) -> bool:
        self._note()
        return super()._run_line(text)

    @on(PracticeBox.Asked)
    def _asked(self) -> None:
        self._ask()

    @on(NotesBox.Chosen)
    def _another(self, event: NotesBox.Chosen) -> None:
        """Here Enter asks the question over the box: the key takes another at once."""
        event.prevent_default()
        self.interview.take_another(event.step)
        self._show_question()

    @on(NotesBox.Answered)
    def _own_words(self, event: NotesBox.Answered) -> None:
        """What is typed here is what the interviewer says: a question, with or without its mark."""
        if self.interview.correcting is not None or (not event.verbatim and is_command(event.text)):
            return
        event.prevent_default()
        question = event.text.strip().removeprefix("?").strip()
        outcome = self.interview.ask_own(question) if question else None
        if outcome is None or not outcome.done:
            self.box.leave()
            return
        self.box.take(event.text)
        self._ask()

    def action_next_wish(self) -> None:
        """Leave this goal; the client comes with their next wish."""
        if self._speech is not None:
            return
        outcome = self.rehearsal.next_wish(local_now())
        if outcome.message:
            self.say(outcome.message)
        self._hear_them()

    def action_end(self) -> None:
        """End the practice, and look back."""
        from brasstacks.tui.screens.hindsight import HindsightScreen

        self._speech, self.them.speaking = None, False
        rehearsal = self.rehearsal
        found = hindsight(self.interview.session, rehearsal.saved, self.interview.bank)
        self.app.push_screen(HindsightScreen(found, rehearsal.saved.client), self._looked_back)

    def _looked_back(self, _result: None) -> None:
        self.dismiss()

    def action_library(self) -> None:
        """Leave: what there is to be seen is seen on the way out."""
        self.action_end()

    def _open(self, effect: Effect, argument: str = "") -> None:
        if effect in _KEPT:
            self.say(_("Not in a practice: nothing of it is kept."))
        else:
            super()._open(effect, argument)

    # ------------------------------------------------------------ what is shown

    def nothing_yet(self) -> Content:
        """What to do, until the first answer."""
        if self.interview.goal is None:
            words = _("The client says what they want.")
        elif self.rehearsal.told:
            words = _("Enter asks the question below, Tab takes another.")
        else:
            words = _(
                "Now it is your turn. The question below is a good one: enter asks it. Tab takes another of those "
                "that are offered; or type your own and press enter.\n\n"
                "They answer by themselves; any key has them finish at once.\n\n"
                "Underlined is what a stranger could not check. The line below the box shows what has been said: "
                "who, seen, how much, when, checked, today, why."
            )
        return Content(words).stylize("$muted")

    def standing(self) -> str:
        """In place of "saved": that it is a practice, and how much was brought out."""
        return _("practice {told}/{whole}").format(told=self.rehearsal.told, whole=self.rehearsal.whole)
