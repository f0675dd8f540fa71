"""The Recap: what came of a session, what is left to do, and its closing."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks import coverage, editing
from brasstacks.identity import SessionStatus
from brasstacks.interview.outcome import Room
from brasstacks.recap import next_contact, recap
from brasstacks.tui import promising, recapping
from brasstacks.tui.cells import short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.rooms import room
from brasstacks.tui.screens.ask import Filled, Form, Line
from brasstacks.tui.screens.desk import Desk
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _, pgettext


class RecapScreen(Desk[None]):
    """Closing loses nothing, however early; a closed session can be taken up again."""

    CSS_PATH: ClassVar = ["house.tcss", "recap.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("recap")]
    AUTO_FOCUS = "#pages"
    ROOM = "recap"

    def compose(self) -> ComposeResult:
        """What came of it, and what is left; one under the other where there is no room."""
        yield self.too_small()
        yield from self.title_line(_("Recap · {client}").format(client=short(self.session.client.name, 48)))
        yield Static(id="state", markup=False)
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("What came of it"))
            with Container(id="columns"):
                yield Static(id="outcome", markup=False)
                yield Static(id="left", markup=False)
        yield self.history_line()
        yield Foot(self._named)

    def on_mount(self) -> None:
        """Show it."""
        self.show_all()

    def on_screen_resume(self) -> None:
        """Another screen may have changed the session."""
        self.show_all()

    def show_all(self, _chosen: str = "") -> None:
        """Show what came of the session."""
        found = recap(self.session)
        bank = self.interview.bank
        unspoken = [one.title for one in coverage.risks(self.session, bank) if not one.spoken]
        unspoken += [one.title for one in coverage.expectations(self.session, bank) if not one.spoken]
        self.query_one("#state", Static).update(recapping.state(self.session))
        self.query_one("#outcome", Static).update(recapping.outcome(self.session, found))
        self.query_one("#left", Static).update(recapping.left(self.session, found, local_now().date(), unspoken))
        self.show_history()
        self.refresh_bindings()

    def _named(self, action: str) -> str:
        """What a closed session's x does."""
        closed = self.session.session.status is SessionStatus.CLOSED
        return pgettext("key", "take up") if action == "close" and closed else ""

    # ------------------------------------------------------------ closing

    def action_close(self) -> None:
        """Close the session, after a next contact was proposed; or take it up again."""
        if not self.may_change():
            return
        if self.session.session.status is SessionStatus.CLOSED:
            self.did(_("reopened session"), editing.reopen(self.session, now=local_now()))
        elif next_contact(self.session, local_now().date()) is not None:
            self._propose_contact(then_close=True)
        else:
            self._close()

    def _close(self) -> None:
        self.did(_("closed session"), editing.close(self.session, now=local_now()), _("Closed. x takes it up again."))

    def action_contact(self) -> None:
        """Keep a day for getting in touch."""
        if self.may_change():
            self._propose_contact(then_close=False)

    def _propose_contact(self, *, then_close: bool) -> None:
        today = local_now().date()
        day = next_contact(self.session, today)
        form = promising.form(
            _("The next contact: enter keeps it, esc keeps none"),
            today,
            text=_("Get in touch"),
            by=self.session.session.interviewer,
            to=self.session.client.name,
            due=day.isoformat() if day else "",
        )

        def kept(filled: Filled | None) -> None:
            if filled is not None:
                now = local_now()
                values = promising.fields(filled, now.date())
                session = editing.add_follow_up(self.session, now=now, new_id=self.interview.new_id, **values)
                self.did(_("next contact"), session)
            if then_close:
                self._close()

        self.app.push_screen(form, kept)

    def action_oneself(self, name: str) -> None:
        """Answer one of the three questions to oneself."""
        if not self.may_change():
            return
        check = self.session.self_check or recapping.NO_CHECK

        def kept(filled: Filled) -> None:
            session = editing.check_oneself(self.session, now=local_now(), **{name: filled["text"]})
            self.did(_("answer to oneself"), session)

        line = Line("text", "", getattr(check, name), passage=True)
        self.fill_in(Form(recapping.questions()[name], [line]), kept)

    # ------------------------------------------------------------ the other rooms

    def action_room(self, name: Room) -> None:
        """Another room of the session."""
        self.app.push_screen(room(name, self.opened))

    def action_export(self) -> None:
        """Write the session down for somebody."""
        from brasstacks.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.session, self.opened.workspace))

    def action_back(self) -> None:
        """To where one was."""
        self.leave_room()
        self.dismiss()
