"""Fit: for internal eyes alone. The signs explain and recommend, the person decides."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from brasstacks import editing
from brasstacks.beside import Recommendation
from brasstacks.fit import Dated, Fit, fit, over_time, signs
from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Summary, Workspace
from brasstacks.tui import suiting
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.ask import Filled, Form, Line, Pick
from brasstacks.tui.screens.room import RoomScreen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _

_TICKS: tuple[float | None, ...] = (None, 1.0, 0.5, 0.0)
"""What space goes through: not noted, it holds, half, it does not."""


class FitScreen(RoomScreen):
    """The signs at the left; what they come to at the right."""

    CSS_PATH: ClassVar = ["house.tcss", "room.tcss", "fit.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("fit")]

    def __init__(self, opened: Opened) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
        """
        super().__init__(opened)
        self._dated: tuple[Dated, ...] = ()

    def heading(self) -> str:
        """The first line."""
        return _("Fit, for your eyes only")

    def on_mount(self) -> None:
        """The client's other sessions are read in a thread."""
        self._look_back()

    @work(exclusive=True)
    async def _look_back(self) -> None:
        others = await asyncio.to_thread(_others, self.opened.workspace, self.session)
        if others:
            self._dated = over_time((*others, self.session), self.interview.bank)
            self.show_all()

    @property
    def _fit(self) -> Fit:
        return fit(self.session, self.interview.bank)

    def listed(self, width: int) -> Sequence[Row]:
        """The signs."""
        known = signs(self.session, self.interview.bank.lexicon.as_extra())
        return suiting.rows(known, self.interview.bank, width)

    def told(self, width: int) -> Content:
        """What they come to."""
        parts = [suiting.about(self._fit, self.session, width)]
        if self._dated:
            parts.append(suiting.dated(self._dated))
        return Content("\n\n").join(parts)

    def standing(self) -> Content:
        """How to read it."""
        return Content.styled(_("◌ read from the conversation  ◉ noted by you  ○ not known"), "$muted")

    def action_tick(self) -> None:
        """Note how far the sign holds: fully, half, not at all, nothing noted."""
        sign = self.rows.chosen
        if not sign or not self.may_change():
            return
        noted = next((one.fullness for one in self.session.signs if one.sign == sign), None)
        at = _TICKS.index(noted) if noted in _TICKS else 0
        self._tick(sign, _TICKS[(at + 1) % len(_TICKS)], None)

    def _tick(self, sign: str, fullness: float | None, words: str | None) -> None:
        new_id = self.interview.new_id
        session = editing.tick_sign(self.session, sign, fullness, now=local_now(), new_id=new_id, words=words)
        # By a name that says nothing: other rooms show what was done last.
        self.did(_("own note"), session)

    @on(OptionList.OptionSelected, "#rows")
    def action_words(self) -> None:
        """What a sign was seen by."""
        sign = self.rows.chosen
        if not sign or not self.may_change():
            return
        noted = next((one for one in self.session.signs if one.sign == sign), None)

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                self._tick(sign, noted.fullness if noted else 1.0, filled["words"])

        line = Line("words", "", noted.words if noted else "", passage=True)
        self.app.push_screen(Form(_("Seen by: {sign}").format(sign=suiting.sign_word(sign)), [line]), keep)

    def action_decide(self) -> None:
        """Decide; otherwise than recommended with a reason, a try with a day."""
        if not self.may_change():
            return
        recommended = self._fit.recommendation
        rows: list[Row] = [(Content(suiting.recommendation_word(one)), one.value) for one in Recommendation]
        chosen = recommended.value if recommended else ""
        title = _("What do you decide? The cursor stands on what the signs say.")
        self.app.push_screen(Pick(title, rows, chosen), self._because)

    def _because(self, decided: str | None) -> None:
        if decided is None:
            return
        recommendation, recommended = Recommendation(decided), self._fit.recommendation
        differs = recommended is not None and recommendation is not recommended
        tries = recommendation is Recommendation.TRY
        lines = [Line("reason", _("Because"))]
        if tries:
            lines.append(Line("review_on", _("Looked at on")))

        def wrong(filled: Filled) -> str:
            if differs and not filled["reason"]:
                return _("The signs say otherwise: why do you decide so?")
            return _("On which day do you look at it?") if tries and not filled["review_on"] else ""

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                session = editing.decide_fit(
                    self.session, recommendation, now=local_now(), differs=differs, **dict(filled)
                )
                self.did(_("own note"), session)

        self.app.push_screen(Form(suiting.recommendation_word(recommendation), lines, wrong=wrong), keep)

    def action_open(self) -> None:
        """Leave it open after all."""
        if self.session.fit is not None and self.may_change():
            self.did(_("own note"), editing.leave_fit_open(self.session, now=local_now()))

    def action_hide(self) -> None:
        """Somebody is looking: the screen goes blank, and behind it the conversation and not this room."""
        from brasstacks.tui.screens.hidden import Hidden

        self.interview.private = True
        self.dismiss()
        self.app.push_screen(Hidden())


def _others(workspace: Workspace, session: Session) -> list[Session]:
    """The other sessions of the same client; files that cannot be read are passed over."""
    own = session.client.name.casefold()
    found: list[Session] = []
    for entry in workspace.list():
        if isinstance(entry, Summary) and entry.client.casefold() == own and entry.id != session.id:
            try:
                found.append(files.load(entry.path).session)
            except files.SessionUnreadable:
                continue
    return found
