"""The trash: what was deleted, to be put back or removed for good."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList

from brasstacks.storage import trash
from brasstacks.storage.atomic import reason
from brasstacks.storage.trash import Trashed
from brasstacks.tui import listing
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.screens.parting import Parting
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext


class TrashScreen(House[None]):
    """What was deleted last stands first."""

    CSS_PATH: ClassVar = ["house.tcss", "trash.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("trash")]
    AUTO_FOCUS = "#trashed"

    rows = query_one("#trashed", Rows)

    def __init__(self) -> None:
        """Nothing is read before it is shown."""
        super().__init__()
        self._trashed: tuple[Trashed, ...] = ()

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.too_small()
        yield from self.title_line(_("Trash"))
        yield Rows("trashed", _("Deleted"))
        yield Foot()

    def on_mount(self) -> None:
        """Look what there is; that something came here needs no more telling."""
        self.app.clear_notifications()
        self._read()

    def on_resize(self) -> None:
        """The rows are as wide as the list."""
        self.call_after_refresh(self._show)

    @work(exclusive=True, group="list")
    async def _read(self) -> None:
        self._trashed = await asyncio.to_thread(trash.listed, self.program.workspace)
        self._show()

    def _show(self) -> None:
        width = self.rows.scrollable_content_region.width - 2
        rows = [(listing.trashed(one, width), one.path.name) for one in self._trashed]
        self.rows.show(rows or [(Content.styled(_("The trash is empty."), "$muted"), "")])

    # ------------------------------------------------------------ what a person does

    @on(OptionList.OptionSelected, "#trashed")
    @work(exclusive=True, group="trash")
    async def action_restore(self) -> None:
        """Put the session under the cursor back."""
        one = next((one for one in self._trashed if one.path.name == self.rows.chosen), None)
        if one is None:
            return
        try:
            path = await asyncio.to_thread(trash.restore, self.program.workspace, one)
        except OSError as error:
            self.say(f"{one.id}: {reason(error)}", warning=True)
        else:
            self.say(_("{name} is back.").format(name=path.stem))
        self._read()

    @work(exclusive=True, group="trash")
    async def action_empty(self) -> None:
        """Remove all of it for good, after showing what would go."""
        if not (going := self._trashed):
            return
        workspace = self.program.workspace
        files = [path for one in going for path in trash.files_of(workspace, one)]
        count = ngettext("{count} session goes for good:", "{count} sessions go for good:", len(going))
        head = Content.styled(count.format(count=len(going)), "$primary")
        shown = Content("\n").join([head, *listing.going(files, workspace.root)])
        if not await self.app.push_screen_wait(Parting(_("Empty the trash"), shown)):
            return
        try:
            await asyncio.to_thread(trash.empty, workspace, going)
        except OSError as error:
            self.say(f"{error.filename}: {reason(error)}", warning=True)
        self._read()

    def action_back(self) -> None:
        """To the Library."""
        self.dismiss()
