"""The Library, which is home: what a person does with the saved sessions."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widgets import OptionList

from brasstacks import words
from brasstacks.storage.atomic import reason
from brasstacks.storage.index import IndexUnavailable
from brasstacks.storage.reasons import SessionUnreadable
from brasstacks.storage.workspace import Summary
from brasstacks.tui import listing
from brasstacks.tui.cells import seen
from brasstacks.tui.home_palette import LibraryCommands
from brasstacks.tui.keys import bindings
from brasstacks.tui.moment import local_now
from brasstacks.tui.screens.shelf import Shelf
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.interview.outcome import Room
    from brasstacks.storage.trash import Trashed
    from brasstacks.tui.screens.due import Which


class Library(Shelf):
    """The list, and the deeds: each loads what it needs when it is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    COMMANDS: ClassVar = {LibraryCommands}

    def __init__(self) -> None:
        """Nothing was deleted yet."""
        super().__init__()
        self._deleted: Trashed | None = None

    def action_new(self) -> None:
        """Begin a session, in the language of the newest one that is no example."""
        from brasstacks.storage import shipped
        from brasstacks.tui.screens.new_session import NewSession

        held = (one for one in self._entries.values() if isinstance(one, Summary) and one.id not in shipped.examples())
        self.app.push_screen(NewSession(next((one.language for one in held), "")))

    def action_practise(self) -> None:
        """Practise with a client who is played from a saved session."""
        from brasstacks.tui.playing import choose

        entry = self._entry
        also = entry.path if isinstance(entry, Summary) else None
        choose(self.program, words.spoken(), also)

    def action_open(self) -> None:
        """Go on with the session under the cursor."""
        if (entry := self._readable()) is not None:
            self.program.open_session(entry.path)

    @on(OptionList.OptionSelected, "#list")
    def _selected(self) -> None:
        self.action_open()

    def action_room(self, name: "Room") -> None:
        """A room of the session under the cursor."""
        from brasstacks.tui.rooms import room

        if (entry := self._readable()) is not None and (opened := self.program.take_up(entry.path)) is not None:
            self.app.push_screen(room(name, opened), self._room_left)

    def _room_left(self, wanted: str | None) -> None:
        from brasstacks.tui.rooms import TO_INTERVIEW

        if wanted == TO_INTERVIEW and self.program.opened is not None:
            self.program.show_interview(self.program.opened)
            return
        self.program.let_go()
        self.action_reload()

    def action_due(self) -> None:
        """What was promised in all the sessions."""
        from brasstacks.tui.screens.due import DueScreen

        def chosen(which: "Which | None") -> None:
            if which is None:
                self.action_reload()
            elif (opened := self.program.take_up(which.path)) is not None:
                from brasstacks.tui.screens.follow_ups import FollowUpsScreen

                self.app.push_screen(FollowUpsScreen(opened, which.follow_up_id), self._room_left)

        self.app.push_screen(DueScreen(self.index), chosen)

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write the session under the cursor down for somebody."""
        entry = self._readable()
        if entry is None:
            return
        from brasstacks.storage import files
        from brasstacks.tui.screens.export import ExportScreen

        try:
            loaded = await asyncio.to_thread(files.load, entry.path)
        except SessionUnreadable as error:
            self.say(seen(str(error)), warning=True)
            return
        self.app.push_screen(ExportScreen(loaded.session, self.program.workspace))

    def action_find(self) -> None:
        """Find any word in any session."""
        from brasstacks.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.index))

    @work(exclusive=True, group="again")
    async def action_again(self) -> None:
        """Begin a session with the client of the one under the cursor; what is open there goes along."""
        if (entry := self._readable()) is None:
            return
        from brasstacks.storage import files
        from brasstacks.tui.screens.new_session import NewSession

        try:
            loaded = await asyncio.to_thread(files.load, entry.path)
        except SessionUnreadable as error:
            self.say(str(error), warning=True)
            return
        self.app.push_screen(NewSession(entry.language, loaded.session))

    @work(exclusive=True, group="trash")
    async def action_delete(self) -> None:
        """Put the session under the cursor, readable or not, in the trash."""
        if (entry := self._entry) is None:
            return
        from brasstacks.storage import trash

        try:
            self._deleted = await asyncio.to_thread(trash.delete, self.program.workspace, entry.path, now=local_now())
        except trash.InUse as error:
            self.say(str(error), warning=True)
        except OSError as error:
            self.say(f"{entry.path.name}: {reason(error)}", warning=True)
        else:
            self.say(_("{name} is in the trash; u brings it back.").format(name=entry.path.stem))
        self.action_reload()

    @work(exclusive=True, group="trash")
    async def action_undelete(self) -> None:
        """Bring the session back that was deleted last."""
        if (deleted := self._deleted) is None:
            return
        from brasstacks.storage import trash

        try:
            path = await asyncio.to_thread(trash.restore, self.program.workspace, deleted)
        except OSError as error:
            self.say(f"{deleted.id}: {reason(error)}", warning=True)
        else:
            self._deleted = None
            self.say(_("{name} is back.").format(name=path.stem))
        self.action_reload()

    def action_trash(self) -> None:
        """What was deleted."""
        from brasstacks.tui.screens.trash import TrashScreen

        self.app.push_screen(TrashScreen())

    @work(exclusive=True, group="trash")
    async def action_forget(self) -> None:
        """Forget the client of the session under the cursor, after showing what would go."""
        if (entry := self._readable()) is None:
            return
        from brasstacks.storage import forget
        from brasstacks.storage.trash import InUse
        from brasstacks.tui.screens.parting import Parting

        root, client = self.program.workspace.root, listing.party(entry.client, entry.organisation)
        try:
            plan = partial(forget.plan, self.index, entry.client, entry.organisation, now=local_now())
            found = await asyncio.to_thread(plan)
            title = _("Forget {client}").format(client=client)
            refused = "\n".join(found.open_elsewhere)
            if not await self.app.push_screen_wait(Parting(title, listing.forgetting(found, root), refused)):
                return
            await asyncio.to_thread(forget.forget, self.index, found, now=local_now())
        except (InUse, IndexUnavailable) as error:
            self.say(str(error), warning=True)
        except OSError as error:
            self.say(f"{error.filename}: {reason(error)}", warning=True)
        else:
            self._deleted = None
            self.say(_("{client} is forgotten here.").format(client=client))
        self.action_reload()

    def action_import(self) -> None:
        """Make a session of a recorded conversation."""
        from brasstacks.tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(), self._arrived)

    async def on_paste(self, event: events.Paste) -> None:
        """A conversation that is pasted here becomes a session, when the person says so."""
        from brasstacks.transcripts import pasted
        from brasstacks.tui.screens.importing import ImportScreen

        event.stop()
        if (talk := await asyncio.to_thread(pasted.conversation, event.text)) is not None:
            self.app.push_screen(ImportScreen(talk), self._arrived)
        else:
            self.say(
                _("What was pasted is no conversation: begin a session with {key}.").format(
                    key=self.program.key("library.new")
                )
            )

    def _arrived(self, path: Path | None) -> None:
        if path is not None:
            self.program.open_session(path)

    def action_leave(self) -> None:
        """Leave the program."""
        self.program.action_leave()
