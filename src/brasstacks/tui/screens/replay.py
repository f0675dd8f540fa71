"""A session played again on the interview's own screen: to be looked at, for teaching and demonstrations."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from brasstacks.interview.clock import Clock
from brasstacks.played import Play
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.conversation import Conversation
from brasstacks.tui.unkept import Unkept
from brasstacks.words import _

EVERY = 0.05
"""Seconds between two looks at how far it has come."""


class ReplayScreen(Conversation):
    """Shows what a play comes to; its keys steer the play, and nothing is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("replay")]
    AUTO_FOCUS = ""

    def __init__(self, opened: Unkept, play: Play, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare the replay.

        Args:
            opened: read only, with the session as it stands at the beginning of the play.
            play: at its beginning.
            clock: the time in seconds, from any beginning.
        """
        super().__init__(opened)
        self.play = play
        self._clock = clock
        self._looked = clock()
        self._at = -1
        """The beat whose beginning is shown."""

    def on_mount(self) -> None:
        """Time begins to pass."""
        self.box.can_focus = False
        self._looked = self._clock()
        self.set_interval(EVERY, self.beat)
        self.call_after_refresh(self._show)

    def on_screen_resume(self) -> None:
        """No time has passed while another screen was looked at."""
        self._looked = self._clock()

    def beat(self) -> None:
        """Time went by."""
        now = self._clock()
        passed, self._looked = now - self._looked, now
        if self.is_current:
            self._go(self.play.passed(passed))

    def _go(self, play: Play) -> None:
        before, self.play = self.play, play
        if play != before:
            self._show()

    def _show(self) -> None:
        """What has been entered so far, then the question and the answer that are on their way."""
        play, interview = self.play, self.interview
        if play.at != self._at:
            self._at = play.at
            interview.take(play.shown, local_now())
            interview.clock = Clock(interview.session.session.sittings)
            self.box.put("")
            self._show_why(visible=False)
            self.show_all()
        beat = play.beat
        if beat is not None and beat.turn:
            # While it is being put it is anybody's; once it is put, it is the bank's.
            interview.put(play.question, beat.probe if play.question == beat.question else "")
            self._show_question()
        if play.words != self.box.text:
            self.box.put(play.words)
            self._heed()
        self._show_header()

    def standing(self) -> str:
        """In place of "saved": how fast it is played."""
        if self.play.over:
            return _("replay: the end")
        words = _("replay {speed}×, paused") if self.play.paused else _("replay {speed}×")
        return words.format(speed=f"{self.play.speed:g}")

    def _tick(self) -> None:
        """The clock is that of the conversation, and not of who looks on."""

    # ------------------------------------------------------------ keys

    def action_pause(self) -> None:
        """Time stands still, or goes on."""
        self._go(self.play.pause())

    def action_turn(self, step: int) -> None:
        """The next turn at once, or the one before again."""
        self._go(self.play.forward() if step > 0 else self.play.back())

    def action_speed(self, step: int) -> None:
        """Twice or half as fast."""
        self._go(self.play.faster() if step > 0 else self.play.slower())

    def action_why(self) -> None:
        """The verdict at this moment, in place of the chain; time stands still meanwhile."""
        if not self.why_pane.display and not self.play.paused:
            self.action_pause()
        self._show_panel("why")

    def action_scroll(self, step: int) -> None:
        """Page through the chain."""
        pane = self.why_pane if self.why_pane.display else self.chain
        (pane.scroll_page_up if step < 0 else pane.scroll_page_down)(animate=False)

    def action_back(self) -> None:
        """End it."""
        self.dismiss()
