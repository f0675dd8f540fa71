"""What changed since the client's last session."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.changes import compare, is_earlier
from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Summary, Workspace
from brasstacks.tui import since
from brasstacks.tui.cells import short
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _


class ChangesScreen(House[None]):
    """The session in hand beside the newest earlier one of the same client, which is read in a thread."""

    CSS_PATH: ClassVar = ["house.tcss", "changes.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("changes")]
    AUTO_FOCUS = "#pages"

    def __init__(self, opened: Opened) -> None:
        """Prepare the screen.

        Args:
            opened: the session in hand; whoever opened it releases it.
        """
        super().__init__()
        self.opened = opened

    def compose(self) -> ComposeResult:
        """The criteria, and what was open; one under the other where there is no room."""
        client = self.opened.interview.session.client
        yield self.too_small()
        yield from self.title_line(_("Since last time · {client}").format(client=short(client.name, 48)))
        yield Static(id="days", markup=False)
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("What changed"))
            with Container(id="columns"):
                yield Static(id="criteria", markup=False)
                yield Static(id="items", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Look for the session before."""
        self._find()

    @work(exclusive=True)
    async def _find(self) -> None:
        session = self.opened.interview.session
        before = await asyncio.to_thread(_last_before, self.opened.workspace, session)
        if before is None:
            self.query_one("#criteria", Static).update(_("This is the first session of this client here."))
            return
        changes = compare(before, session)
        self.query_one("#days", Static).update(since.head(changes))
        self.query_one("#criteria", Static).update(since.criteria(changes))
        self.query_one("#items", Static).update(since.items(changes, local_now().date()))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()


def _last_before(workspace: Workspace, session: Session) -> Session | None:
    """The newest earlier session of the same client; files that cannot be read are passed over."""
    own = session.client.name.casefold()
    paths: list[Path] = [
        entry.path for entry in workspace.list() if isinstance(entry, Summary) and entry.client.casefold() == own
    ]
    earlier: list[Session] = []
    for path in paths:
        try:
            candidate = files.load(path).session
        except files.SessionUnreadable:
            continue
        if is_earlier(candidate, session):
            earlier.append(candidate)
    return max(earlier, key=lambda one: one.session.created, default=None)
