"""Risks spoken aloud, and what the client expects of us."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from brasstacks import coverage, editing
from brasstacks.coverage import ExpectationTopic, RiskTopic
from brasstacks.dates import as_due
from brasstacks.tui import speaking
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.ask import Filled, Form, Line, Pick
from brasstacks.tui.screens.room import RoomScreen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _


class SpokenScreen(RoomScreen):
    """Each with a sentence by which it is raised; what has not been raised stands there and is not nagged about."""

    CSS_PATH: ClassVar = ["house.tcss", "room.tcss", "spoken.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("spoken")]
    ROOM = "risks"

    def heading(self) -> str:
        """The first line."""
        return _("Risks and expectations")

    def listed(self, width: int) -> Sequence[Row]:
        """The topics."""
        return speaking.rows(self.session, self.interview.bank, width)

    def told(self, _width: int) -> Content:
        """The topic under the cursor."""
        if (risk := self._risk) is not None:
            return speaking.about_risk(risk)
        if (expectation := self._expectation) is not None:
            return speaking.about_expectation(expectation)
        return Content()

    def standing(self) -> Content:
        """What the room is for."""
        return Content.styled(_("Say it aloud before they have to. space: it was spoken of"), "$muted")

    @property
    def _risk(self) -> RiskTopic | None:
        kind, _dash, topic_id = self.rows.chosen.partition("-")
        topics = coverage.risks(self.session, self.interview.bank) if kind == "risk" else ()
        return next((one for one in topics if one.id == topic_id), None)

    @property
    def _expectation(self) -> ExpectationTopic | None:
        kind, _dash, topic_id = self.rows.chosen.partition("-")
        topics = coverage.expectations(self.session, self.interview.bank) if kind == "expectation" else ()
        return next((one for one in topics if one.id == topic_id), None)

    def _note(self, name: str, **fields: object) -> None:
        """Note fields of the topic under the cursor."""
        now, new_id = local_now(), self.interview.new_id
        if (risk := self._risk) is not None:
            if risk.noted is not None:
                session = editing.change_risk(self.session, risk.noted.id, now=now, **fields)
            else:
                session = editing.note_risk(self.session, risk.title, entry=risk.id, now=now, new_id=new_id, **fields)
            self.did(name, session)
        elif (one := self._expectation) is not None:
            if one.noted is not None:
                session = editing.change_expectation(self.session, one.noted.id, now=now, **fields)
            else:
                session = editing.note_expectation(
                    self.session, one.title, entry=one.id, now=now, new_id=new_id, **fields
                )
            self.did(name, session)

    def action_raise(self) -> None:
        """It was spoken of; again: it was not."""
        if not self.may_change():
            return
        if (risk := self._risk) is not None:
            self._note(_("risk raised"), raised=None if risk.noted and risk.noted.raised else local_now())
        elif (one := self._expectation) is not None:
            self._note(_("expectation asked"), asked=None if one.noted and one.noted.asked else local_now())

    @on(OptionList.OptionSelected, "#rows")
    def action_edit(self) -> None:
        """Note what the client said of it, and what we offer or promise."""
        risk, expectation = self._risk, self._expectation
        topic = risk or expectation
        if topic is None or not self.may_change():
            return
        names = speaking.RISK_FIELDS if risk else speaking.EXPECTATION_FIELDS
        noted = topic.noted
        lines = [Line(name, speaking.field_word(name), getattr(noted, name) if noted else "") for name in names]

        def keep(filled: Filled | None) -> None:
            if filled is None:
                return
            fields: dict[str, object] = dict(filled)
            if filled.get("due"):
                fields["due"] = as_due(filled["due"], local_now().date())
            stamp = "raised" if risk else "asked"
            if filled["words"] and not (noted and getattr(noted, stamp)):
                fields[stamp] = local_now()
            self._note(_("noted risk") if risk else _("noted expectation"), **fields)

        self.app.push_screen(Form(topic.title, lines), keep)

    def action_offer(self) -> None:
        """Offer something of the bank's; of an expectation: promise what the bank promises."""
        if not self.may_change():
            return
        if (one := self._expectation) is not None and one.entry is not None:
            self._note(_("promised"), promised=one.entry.promise)
            return
        risk = self._risk
        if risk is None or risk.entry is None or not risk.entry.offers:
            return
        offers = risk.entry.offers

        def take(index: str | None) -> None:
            if index is not None:
                self._note(_("offered"), offer=offers[int(index)])

        rows: list[Row] = [(Content(seen(offer)), str(index)) for index, offer in enumerate(offers)]
        self.app.push_screen(Pick(_("What do we offer?"), rows), take)

    def action_worry(self, worry: int) -> None:
        """How much it worries them, 0 to 3."""
        if self._risk is not None and self.may_change():
            self._note(_("worry"), worry=worry)

    def action_add(self) -> None:
        """A risk, or an expectation, of one's own: whichever the cursor stands among."""
        if not self.may_change():
            return
        expectation = self._expectation is not None
        title = _("What else do they expect?") if expectation else _("Which risk else?")

        def keep(filled: Filled | None) -> None:
            if filled is None or not filled["title"]:
                return
            add = editing.note_expectation if expectation else editing.note_risk
            session = add(self.session, filled["title"], now=local_now(), new_id=self.interview.new_id)
            added = session.expectations[-1].id if expectation else session.risks[-1].id
            kind = speaking.EXPECTATION if expectation else speaking.RISK
            self.did(_("new expectation") if expectation else _("new risk"), session, chosen=f"{kind}{added}")

        self.app.push_screen(Form(title, [Line("title", "")]), keep)

    def action_export(self) -> None:
        """Hand over what the client can expect of us, on a page of its own."""
        from brasstacks.export import Page
        from brasstacks.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.session, self.opened.workspace, Page.EXPECTATIONS))

    def action_delete(self) -> None:
        """Forget what was noted on it."""
        if not self.may_change():
            return
        risk, one = self._risk, self._expectation
        if risk is not None and risk.noted is not None:
            session = editing.delete_risk(self.session, risk.noted.id, now=local_now())
        elif one is not None and one.noted is not None:
            session = editing.delete_expectation(self.session, one.noted.id, now=local_now())
        else:
            return
        self.did(_("deleted note"), session, _("Deleted; u brings it back."))
