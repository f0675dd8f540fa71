"""What was promised in all the sessions, the earliest day first; done with a key."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks import editing
from brasstacks.recap import due_day
from brasstacks.session import FollowUp
from brasstacks.storage.banks import BankUnreadable
from brasstacks.storage.files import SessionUnreadable
from brasstacks.storage.index import Index
from brasstacks.storage.workspace import Summary
from brasstacks.tui import promising
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _


@dataclass(frozen=True, slots=True)
class Which:
    """A promise of a session."""

    path: Path
    follow_up_id: str


class DueScreen(House[Which | None]):
    """Reads the workspace in a thread; gives the promise of which the session is to be opened."""

    CSS_PATH: ClassVar = ["house.tcss", "due.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("due")]
    AUTO_FOCUS = "#promises"

    rows = query_one("#promises", Rows)

    def __init__(self, index: Index) -> None:
        """Nothing is read before it is shown.

        Args:
            index: what the workspace holds.
        """
        super().__init__()
        self._index = index
        self._found: list[tuple[Summary, FollowUp]] = []

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.too_small()
        yield from self.title_line(_("Promised"))
        yield Rows("promises", _("In all sessions, the earliest day first"))
        yield Static(_("Nothing is promised in any session."), id="none", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Until the disk has answered there is neither a list nor its absence to show."""
        self.query_one("#none").display = False
        self._read()

    def on_resize(self) -> None:
        """Lines are cut to the width that there is."""
        self.call_after_refresh(self._show)

    @work(exclusive=True)
    async def _read(self) -> None:
        await asyncio.to_thread(self._index.refresh)
        owing = await asyncio.to_thread(self._index.owing)
        self._found = sorted(owing, key=lambda pair: (due_day(pair[1]) is None, due_day(pair[1]) or pair[1].at.date()))
        self._show()
        self.query_one("#none").display = not self._found
        self.rows.display = bool(self._found)

    def _show(self) -> None:
        today, width = local_now().date(), self.size.width - 6
        rows = [
            (promising.row(one, today, width, before=f"{entry.client}: "), str(at))
            for at, (entry, one) in enumerate(self._found)
        ]
        self.rows.show(rows, self.rows.chosen)

    @property
    def _chosen(self) -> tuple[Summary, FollowUp] | None:
        return self._found[int(self.rows.chosen)] if self.rows.chosen else None

    @on(OptionList.OptionSelected, "#promises")
    def action_open(self) -> None:
        """The session's own promises."""
        if (chosen := self._chosen) is not None:
            self.dismiss(Which(chosen[0].path, chosen[1].id))

    def action_done(self) -> None:
        """It is done: said in its session, and saved there."""
        if (chosen := self._chosen) is None:
            return
        entry, one = chosen
        try:
            opened = Opened.of_file(self.program.workspace, entry.path)
        except (SessionUnreadable, BankUnreadable) as error:
            self.say(str(error), warning=True)
            return
        if opened.read_only:
            self.say(_("Read only: {why}").format(why=opened.read_only), warning=True)
            opened.close()
            return
        session = editing.change_follow_up(opened.interview.session, one.id, now=local_now(), done=True)
        opened.interview.aside(_("follow-up done"), session, "")
        opened.save()
        if opened.close():
            self.say(_("Done: {words}").format(words=one.text))
        else:
            self.say(_("It could not be saved."), warning=True)
        self._read()

    def action_back(self) -> None:
        """To the Library."""
        self.dismiss(None)
