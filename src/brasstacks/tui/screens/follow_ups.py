"""What was promised in a session: by whom, to whom, by when; done with a key."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks import editing
from brasstacks.recap import promised
from brasstacks.session import FollowUp
from brasstacks.tui import promising
from brasstacks.tui.cells import short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.ask import Filled
from brasstacks.tui.screens.desk import Desk
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _


class FollowUpsScreen(Desk[None]):
    """The earliest day first; what is done stands last."""

    CSS_PATH: ClassVar = ["house.tcss", "follow_ups.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("follow_ups")]
    AUTO_FOCUS = "#promises"

    rows = query_one("#promises", Rows)

    def __init__(self, opened: Opened, follow_up_id: str = "") -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
            follow_up_id: the one on which the cursor is to stand.
        """
        super().__init__(opened)
        self._wanted = follow_up_id

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.too_small()
        yield from self.title_line(_("Promised · {client}").format(client=short(self.session.client.name, 48)))
        yield Rows("promises", _("What was promised"))
        yield Static(
            _("Nothing is promised. a adds something: what, by whom, to whom, by when."), id="none", markup=False
        )
        yield self.history_line()
        yield Foot()

    def on_mount(self) -> None:
        """Lines are cut to the width that there is."""
        self.call_after_refresh(self.show_all, self._wanted)

    def on_resize(self) -> None:
        """Lines are cut to the width that there is."""
        self.call_after_refresh(self.show_all)

    def show_all(self, chosen: str = "") -> None:
        """Show what was promised."""
        done = [one for one in self.session.follow_ups if one.done]
        every = [*promised(self.session), *done]
        today, width = local_now().date(), self.size.width - 6
        self.rows.display = bool(every)
        self.query_one("#none").display = not every
        rows = [(promising.row(one, today, width), one.id) for one in every]
        self.rows.show(rows, chosen or self.rows.chosen)
        self.show_history()

    @property
    def _chosen(self) -> FollowUp | None:
        return next((one for one in self.session.follow_ups if one.id == self.rows.chosen), None)

    def action_add(self) -> None:
        """Something else that was promised."""
        if not self.may_change():
            return

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                now = local_now()
                values = promising.fields(filled, now.date())
                session = editing.add_follow_up(self.session, now=now, new_id=self.interview.new_id, **values)
                self.did(_("follow-up"), session, chosen=session.follow_ups[-1].id)

        self.app.push_screen(promising.form(_("What was promised?"), local_now().date()), keep)

    @on(OptionList.OptionSelected, "#promises")
    def action_edit(self) -> None:
        """Correct it."""
        one = self._chosen
        if one is None or not self.may_change():
            return

        def keep(filled: Filled | None) -> None:
            if filled is not None:
                now = local_now()
                values = promising.fields(filled, now.date())
                self.did(_("edited follow-up"), editing.change_follow_up(self.session, one.id, now=now, **values))

        today = local_now().date()
        form = promising.form(_("What was promised?"), today, text=one.text, by=one.by, to=one.to, due=one.due)
        self.app.push_screen(form, keep)

    def action_done(self) -> None:
        """It is done; again: it is not."""
        one = self._chosen
        if one is None or not self.may_change():
            return
        name = _("follow-up not done") if one.done else _("follow-up done")
        session = editing.change_follow_up(self.session, one.id, now=local_now(), done=not one.done)
        self.did(name, session, chosen=one.id)

    def action_delete(self) -> None:
        """Nobody promised it."""
        one = self._chosen
        if one is None or not self.may_change():
            return
        session = editing.delete_follow_up(self.session, one.id, now=local_now())
        self.did(_("deleted follow-up"), session, _("Deleted; u brings it back."))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()
