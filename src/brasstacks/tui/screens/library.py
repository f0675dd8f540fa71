"""The Library, which is home: the saved sessions, and the one under the cursor at a glance."""

import asyncio
import threading
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Footer, OptionList, Static

from brasstacks.recap import is_due
from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.atomic import reason
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.workspace import Entry, Refusal, Summary
from brasstacks.tui import listing
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.moment import local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext

if TYPE_CHECKING:
    from brasstacks.interview.state import Room
    from brasstacks.storage.trash import Trashed
    from brasstacks.tui.screens.due import Which


PAGE = 200
"""Sessions that are listed at first, and each time the cursor comes to the end of them: search finds the others sooner."""

AHEAD = 20
"""Rows before the end of the list at which more are fetched."""

MANY = 50
"""Files from which it is told how many have been read."""

TELL_EVERY = 25


class Library(House[None]):
    """Lists what the workspace holds; reads it in a thread, so that a slow disk freezes nothing."""

    CSS_PATH: ClassVar = ["house.tcss", "library.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = "#list"

    class Reading(Message):
        """How many of how many files are read; posted from the thread that reads them."""

        def __init__(self, done: int, whole: int) -> None:
            """Carry the numbers."""
            super().__init__()
            self.done, self.whole = done, whole

    rows = query_one("#list", Rows)
    progress = query_one("#reading", Static)
    preview = query_one("#preview-text", Static)

    def __init__(self) -> None:
        """Nothing is read before it is shown."""
        super().__init__()
        self._entries: dict[str, Entry] = {}
        self._total = 0
        self._owing: tuple[Summary, ...] = ()
        """The sessions in which something is promised."""
        self._looked = False
        """Whether the disk has said what there is."""
        self._deleted: Trashed | None = None
        self._cache: dict[Entry, Session] = {}

    def compose(self) -> ComposeResult:
        """The list, and what the cursor stands on."""
        yield self.too_small()
        yield from self.title_line(_("Library"))
        with Vertical(id="shelf"):
            with Vertical(id="sessions") as sessions:
                sessions.border_title = Content(_("Sessions"))
                yield Static(id="heading", markup=False)
                yield Rows("list", "")
            with VerticalScroll(id="preview", can_focus=False) as preview:
                preview.border_title = Content(_("At a glance"))
                yield Static(id="preview-text", markup=False)
        with Vertical(id="welcome"):
            yield Static(self._welcome())
        yield Static(id="reading", markup=False)
        yield Footer(show_command_palette=False)

    @cached_property
    def index(self) -> Index:
        """What the workspace holds."""
        return Index(self.program.workspace)

    def _welcome(self) -> Content:
        return Content.assemble(
            (_("No session yet. Press n to begin one."), "bold $primary"),
            "\n\n",
            _(
                "You talk with a client and note what they say. brasstacks marks what a stranger could not check, "
                "offers the next question about the client's own word, and keeps the success criteria "
                "that come out of it, each with the answers it rests on."
            ),
            "\n\n",
            (
                _("Sessions are kept in {folder}").format(folder=seen(str(self.program.workspace.sessions_dir))),
                "$muted",
            ),
        )

    def on_mount(self) -> None:
        """Until the disk has answered there is neither a list nor its absence to show."""
        self.query_one("#welcome").display = self.progress.display = False

    # ------------------------------------------------------------ reading

    def on_screen_resume(self) -> None:
        """Whatever was done meanwhile stands on disk."""
        self.action_reload()

    def on_resize(self) -> None:
        """The columns are as wide as the list."""
        self.call_after_refresh(self._show_rows)

    def action_reload(self) -> None:
        """Read the workspace anew."""
        self._read()

    @work(exclusive=True, group="list")
    async def _read(self) -> None:
        """What the index knows at once, then what the files say: only those that changed are read."""
        stopped = threading.Event()
        try:
            await self._load_page()
            refresh = partial(self.index.refresh, tell=self._tell_reading, stop=stopped.is_set)
            changed = await asyncio.to_thread(refresh)
            self._looked = True
            if changed or not self._entries:
                await self._load_page()
        except IndexUnavailable as error:
            self.say(str(error), warning=True)
        finally:
            stopped.set()
            self.progress.display = False

    async def _load_page(self) -> None:
        """Show as many of the newest sessions as were shown, or a page of them."""
        count = max(PAGE, len(self._entries))
        self._total = await asyncio.to_thread(self.index.count)
        self._owing = await asyncio.to_thread(self.index.owing)
        entries = await asyncio.to_thread(self.index.page, 0, count)
        self._entries = {entry.path.name: entry for entry in entries}
        self._cache.clear()
        self._show_rows()

    def _tell_reading(self, done: int, whole: int) -> None:
        if whole >= MANY and (done % TELL_EVERY == 0 or done == whole):
            self.post_message(self.Reading(done, whole))

    @on(Reading)
    async def _hear_of_reading(self, event: Reading) -> None:
        self.progress.display = event.done < event.whole
        self.progress.update(listing.progress(event.done, event.whole, self.size.width), layout=False)
        if len(self._entries) < PAGE:
            await self._load_page()

    @on(OptionList.OptionHighlighted, "#list")
    def _reach_for_more(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index >= len(self._entries) - AHEAD and len(self._entries) < self._total:
            self._load_more()

    @work(exclusive=True, group="more")
    async def _load_more(self) -> None:
        entries = await asyncio.to_thread(self.index.page, len(self._entries), PAGE)
        new = {entry.path.name: entry for entry in entries if entry.path.name not in self._entries}
        self._entries |= new
        self.rows.add([(listing.row(entry, self._width), name) for name, entry in new.items()])

    @property
    def _width(self) -> int:
        """The cells of a row."""
        return self.rows.scrollable_content_region.width - 2

    def _show_rows(self) -> None:
        shelf, empty = self.query_one("#shelf"), not self._entries and self._looked
        was_there, shelf.display = shelf.display, not empty
        self.query_one("#welcome").display = empty
        if empty or not was_there:
            # Before the list has its place, nobody knows how wide a row is.
            if not empty:
                self.call_after_refresh(self._show_rows)
            return
        self.query_one("#heading", Static).update(listing.heading(self._width), layout=False)
        rows = [(listing.row(entry, self._width), name) for name, entry in self._entries.items()]
        self.rows.show(rows, self.rows.chosen)
        if self.focused is None:
            self.rows.focus()
        title = ngettext("{count} session", "{count} sessions", self._total).format(count=self._total)
        self.query_one("#sessions").border_title = Content(title)
        self._show_due()
        self._show_preview()

    def _show_due(self) -> None:
        """How much of what was promised is due, in the first line."""
        today = local_now().date()
        due = sum(is_due(one, today) for entry in self._owing for one in entry.promised)
        words = ngettext("{count} promise is due: f", "{count} promises are due: f", due).format(count=due)
        self.show_title(_("Library"), f"! {words}" if due else "")

    @on(OptionList.OptionHighlighted, "#list")
    def _show_preview(self) -> None:
        entry = self._entry
        if isinstance(entry, Refusal):
            self.preview.update(listing.refusal(entry))
        elif entry is not None and entry in self._cache:
            self._show_session(self._cache[entry])
        elif entry is not None:
            self._load(entry)

    @property
    def _entry(self) -> Entry | None:
        """What the cursor stands on."""
        return self._entries.get(self.rows.chosen)

    @work(exclusive=True, group="preview")
    async def _load(self, entry: Summary) -> None:
        try:
            loaded = await asyncio.to_thread(files.load, entry.path)
        except files.SessionUnreadable as error:
            self.preview.update(Content(seen(str(error))))
            return
        self._cache[entry] = loaded.session
        if self._entry == entry:
            self._show_session(loaded.session)

    def _show_session(self, session: Session) -> None:
        pane = self.query_one("#preview").scrollable_content_region
        self.preview.update(listing.preview(session, max(pane.width, 20), max(pane.height, 4)))

    # ------------------------------------------------------------ what a person does

    def action_down(self) -> None:
        """The next session."""
        self.rows.action_cursor_down()

    def action_up(self) -> None:
        """The session before."""
        self.rows.action_cursor_up()

    def action_new(self) -> None:
        """Begin a session, in the language of the newest one."""
        from brasstacks.tui.screens.new_session import NewSession

        newest = next((entry.language for entry in self._entries.values() if isinstance(entry, Summary)), "")
        self.app.push_screen(NewSession(newest))

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
        from brasstacks.tui.screens.export import ExportScreen

        try:
            loaded = await asyncio.to_thread(files.load, entry.path)
        except files.SessionUnreadable as error:
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
        from brasstacks.tui.screens.new_session import NewSession

        try:
            loaded = await asyncio.to_thread(files.load, entry.path)
        except files.SessionUnreadable as error:
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

    def _arrived(self, path: Path | None) -> None:
        if path is not None:
            self.program.open_session(path)

    def action_help(self) -> None:
        """Keys and commands."""
        from brasstacks.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the program."""
        self.program.action_leave()

    def _readable(self) -> Summary | None:
        """The session under the cursor; says why when it is a file that cannot be read."""
        entry = self._entry
        if isinstance(entry, Refusal):
            self.say(seen(entry.reason), warning=True)
            return None
        return entry
