"""Done and perceived: what was delivered and how it was taken; complaints, each brought to an ending."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from brasstacks import editing
from brasstacks.beside import Complaint, ComplaintEnding, Delivery
from brasstacks.dates import as_due
from brasstacks.labels import labels
from brasstacks.language import Facet, read
from brasstacks.session import AskedAs
from brasstacks.tui import promising
from brasstacks.tui.cells import fit, seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.ask import Filled, Form, Line
from brasstacks.tui.screens.room import RoomScreen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _

_FACTS = {Facet.OBSERVABLE, Facet.THRESHOLD, Facet.BASELINE}
"""What makes a complaint good material for a criterion."""
_ENDING_GLYPHS = {ComplaintEnding.OPEN: "!", ComplaintEnding.PROMISED: "✓", ComplaintEnding.DECLINED: "↷"}


class PerceivedScreen(RoomScreen):
    """Work is done, and it is perceived: two things to look after."""

    CSS_PATH: ClassVar = ["house.tcss", "room.tcss", "perceived.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("perceived")]
    ROOM = "perceived"

    def heading(self) -> str:
        """The first line."""
        return _("Done and perceived")

    def listed(self, width: int) -> Sequence[Row]:
        """What was delivered, then the complaints."""
        session = self.session
        rows: list[Row] = [(Content.styled(fit(_("Delivered"), width), "bold $primary"), "")]
        for one in session.deliveries:
            glyph = "●" if one.perceived else "○"
            rows.append((Content.assemble((f"{glyph} ", "$primary"), fit(one.what, width - 2)), one.id))
        rows += [(Content(), ""), (Content.styled(fit(_("Complaints"), width), "bold $primary"), "")]
        for complaint in session.complaints:
            glyph = _ENDING_GLYPHS[complaint.ending]
            style = "bold $warning" if complaint.ending is ComplaintEnding.OPEN else "$success"
            rows.append((Content.assemble((f"{glyph} ", style), fit(complaint.words, width - 2)), complaint.id))
        return rows

    def told(self, _width: int) -> Content:
        """What is under the cursor."""
        if (delivery := self._delivery) is not None:
            return _about_delivery(delivery)
        if (complaint := self._complaint) is not None:
            return self._about_complaint(complaint)
        return Content.styled(_("a: something that was delivered. c: a complaint, in the client's words."), "$muted")

    def standing(self) -> Content:
        """The question that the room is about."""
        return Content.styled(_("How was it taken? What would make it better?"), "$muted")

    @property
    def _delivery(self) -> Delivery | None:
        return next((one for one in self.session.deliveries if one.id == self.rows.chosen), None)

    @property
    def _complaint(self) -> Complaint | None:
        return next((one for one in self.session.complaints if one.id == self.rows.chosen), None)

    def _about_complaint(self, one: Complaint) -> Content:
        parts = [
            Content.styled(f"“{seen(one.words)}”", "bold"),
            Content(),
            Content.styled(f"▸ {self._put_right_question()}", "bold $primary"),
            Content(seen(one.wish) or "—"),
            Content(),
        ]
        if _FACTS & read(one.words, lang=self.session.session.language).facets.keys():
            parts.append(
                Content.styled(_("There are facts in it: t takes it into the chain, for a criterion."), "$secondary")
            )
        promise = next((kept for kept in self.session.follow_ups if kept.id == one.promise), None)
        if one.ending is ComplaintEnding.PROMISED and promise is not None:
            parts.append(promising.sections([promise], local_now().date()))
        elif one.ending is ComplaintEnding.DECLINED:
            parts.append(Content.assemble((_("why not") + ": ", "$primary"), seen(one.why_not)))
            parts.append(Content.assemble((_("in its place") + ": ", "$primary"), seen(one.alternative)))
        else:
            parts.append(
                Content.styled(_("p: reasonable, it is done. n: not reasonable: why not, and what else."), "$warning")
            )
        return Content("\n").join(parts)

    def _put_right_question(self) -> str:
        return labels(self.session.session.language)["put_right"]

    # ------------------------------------------------------------ edits

    def action_add(self) -> None:
        """Something that was delivered."""
        if self.may_change():
            self.app.push_screen(_delivery_form(None), self._keep_delivery)

    def _keep_delivery(self, filled: Filled | None) -> None:
        if filled is not None:
            session = editing.add_delivery(self.session, now=local_now(), new_id=self.interview.new_id, **filled)
            self.did(_("delivered"), session, chosen=session.deliveries[-1].id)

    def action_complain(self) -> None:
        """A complaint."""
        if self.may_change():
            self.app.push_screen(self._complaint_form(None), self._keep_complaint)

    def _keep_complaint(self, filled: Filled | None) -> None:
        if filled is not None:
            session = editing.add_complaint(self.session, now=local_now(), new_id=self.interview.new_id, **filled)
            self.did(_("complaint"), session, chosen=session.complaints[-1].id)

    def _complaint_form(self, one: Complaint | None) -> Form:
        lines = [
            Line("words", _("They say"), one.words if one else "", passage=True),
            Line("wish", _("Put right by"), one.wish if one else ""),
        ]
        return Form(self._put_right_question(), lines, wrong=_needs("words"))

    @on(OptionList.OptionSelected, "#rows")
    def action_edit(self) -> None:
        """Correct what is under the cursor."""
        if not self.may_change():
            return
        delivery, complaint = self._delivery, self._complaint

        def keep(filled: Filled | None) -> None:
            if filled is None:
                return
            if delivery is not None:
                session = editing.change_delivery(self.session, delivery.id, now=local_now(), **filled)
            elif complaint is not None:
                session = editing.change_complaint(self.session, complaint.id, now=local_now(), **filled)
            else:
                return
            self.did(_("edited"), session)

        if delivery is not None:
            self.app.push_screen(_delivery_form(delivery), keep)
        elif complaint is not None:
            self.app.push_screen(self._complaint_form(complaint), keep)

    def action_promise(self) -> None:
        """Reasonable: it is promised, with who and by when."""
        one = self._complaint
        if one is None or not self.may_change():
            return
        lines = [
            Line("text", _("What we do"), one.wish),
            Line("owner", _("Who sees to it"), self.session.session.interviewer),
            Line("due", _("By when")),
        ]

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                now = local_now()
                due = as_due(filled["due"], now.date())
                session = editing.put_right(
                    self.session,
                    one.id,
                    filled["text"],
                    owner=filled["owner"],
                    due=due,
                    now=now,
                    new_id=self.interview.new_id,
                )
                self.did(_("put right"), session)

        self.app.push_screen(Form(_("It is put right"), lines, wrong=_needs("text", "owner", "due")), keep)

    def action_decline(self) -> None:
        """Not reasonable: why not, and what can be done in its place."""
        one = self._complaint
        if one is None or not self.may_change():
            return
        lines = [
            Line("why_not", _("Why not"), one.why_not),
            Line("alternative", _("In its place"), one.alternative),
        ]

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                self.did(_("declined"), editing.decline(self.session, one.id, now=local_now(), **filled))

        self.app.push_screen(Form(_("It cannot be done"), lines, wrong=_needs("why_not", "alternative")), keep)

    def action_turn(self) -> None:
        """Complaints with facts are good material: it becomes an answer under the goal in hand."""
        one, goal = self._complaint, self.session.current
        if one is None or not self.may_change():
            return
        if goal is None:
            self.say(_("First the goal: what does the client want?"), warning=True)
            return
        session = editing.answer(
            self.session,
            goal.id,
            one.words,
            now=local_now(),
            new_id=self.interview.new_id,
            question=self._put_right_question(),
            asked_as=AskedAs.OWN,
        )
        self.did(_("complaint into the chain"), session, _("It stands under: {goal}").format(goal=goal.statement))

    def action_delete(self) -> None:
        """It was not so."""
        delivery, complaint = self._delivery, self._complaint
        if not self.may_change():
            return
        if delivery is not None:
            session = editing.delete_delivery(self.session, delivery.id, now=local_now())
        elif complaint is not None:
            session = editing.delete_complaint(self.session, complaint.id, now=local_now())
        else:
            return
        self.did(_("deleted"), session, _("Deleted; u brings it back."))


def _needs(*names: str) -> Callable[[Filled], str]:
    def wrong(filled: Filled) -> str:
        return "" if all(filled[name] for name in names) else _("Each of these lines is needed.")

    return wrong


def _delivery_form(one: Delivery | None) -> Form:
    lines = [
        Line("what", _("What was done"), one.what if one else ""),
        Line("perceived", _("How taken"), one.perceived if one else ""),
        Line("better", _("Better if"), one.better if one else ""),
    ]
    return Form(_("Done, and perceived"), lines, wrong=_needs("what"))


def _about_delivery(one: Delivery) -> Content:
    return Content("\n").join(
        [
            Content.styled(seen(one.what), "bold"),
            Content(),
            Content.assemble((_("how it was taken") + ": ", "$primary"), seen(one.perceived) or _("nobody asked")),
            Content.assemble((_("would be better if") + ": ", "$primary"), seen(one.better) or "—"),
        ]
    )
