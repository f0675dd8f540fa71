"""The Library's list: the saved sessions, read in threads, and the one under the cursor at a glance."""

import asyncio
import threading
from functools import cached_property, partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import OptionList, Static

from brasstacks.plain import Glance
from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.workspace import Entry, Refusal, Summary
from brasstacks.tui import listing
from brasstacks.tui.cells import seen
from brasstacks.tui.moment import local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext

PAGE = 200
"""Sessions that are listed at first, and each time the cursor comes to the end of them: search finds the others sooner."""

AHEAD = 20
"""Rows before the end of the list at which more are fetched."""

MANY = 50
"""Files from which it is told how many have been read."""

TELL_EVERY = 25

READY_AFTER = 3.0
"""Seconds from the first list until what a conversation needs is loaded: the person is reading, and nothing else is read."""


class Shelf(House[None]):
    """Lists what the workspace holds; reads it in threads, so that a slow disk freezes nothing."""

    CSS_PATH: ClassVar = ["house.tcss", "library.tcss"]
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
        self._due = 0
        """How much of what was promised is due."""
        self._looked = False
        """Whether the disk has said what there is."""
        self._cache: dict[Summary, Glance] = {}

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
        yield Foot()

    @cached_property
    def index(self) -> Index:
        """What the workspace holds."""
        return Index(self.program.workspace)

    def _welcome(self) -> Content:
        return Content.assemble(
            (_("No session yet. Three ways to begin:"), "bold $primary"),
            "\n\n",
            *_way("p", _("practise: a client who is played from an example answers your questions")),
            *_way("n", _("new: your own conversation begins")),
            *_way("i", _("import: a conversation that was recorded")),
            "\n",
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
        self.set_timer(READY_AFTER, self._get_ready)

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
            # When the program is left while files are read, the line may be gone already.
            self.query("#reading").set(display=False)

    async def _load_page(self) -> None:
        """Show as many of the newest sessions as were shown, or a page of them."""
        count = max(PAGE, len(self._entries))
        self._total = await asyncio.to_thread(self.index.count)
        self._due = await asyncio.to_thread(self.index.due, local_now().date())
        entries = await asyncio.to_thread(self.index.page, 0, count)
        self._entries = {entry.path.name: entry for entry in entries}
        self._cache.clear()
        self._show_rows()

    @work(thread=True, group="ready")
    def _get_ready(self) -> None:
        """The session under the cursor is the likeliest to be opened."""
        if isinstance(entry := self._entry, Summary) and self.program.opened is None:
            from brasstacks.tui.ready import get_ready

            get_ready(self.program.workspace, entry.path)

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
        words = ngettext("{count} promise is due: f", "{count} promises are due: f", self._due)
        self.show_title(_("Library"), f"! {words.format(count=self._due)}" if self._due else "")

    @on(OptionList.OptionHighlighted, "#list")
    def _show_preview(self) -> None:
        entry = self._entry
        if isinstance(entry, Refusal):
            self.preview.update(listing.refusal(entry))
            self.query_one("#sessions").border_subtitle = Content()
        elif entry is not None and entry in self._cache:
            self._show_glance(entry, self._cache[entry])
        elif entry is not None:
            self._load(entry)

    @property
    def _entry(self) -> Entry | None:
        """What the cursor stands on."""
        return self._entries.get(self.rows.chosen)

    @work(exclusive=True, group="preview")
    async def _load(self, entry: Summary) -> None:
        found = await asyncio.to_thread(self.index.glance, entry.path)
        if found is None:
            return
        self._cache[entry] = found
        if self._entry == entry:
            self._show_glance(entry, found)

    def _show_glance(self, entry: Summary, found: Glance) -> None:
        pane = self.query_one("#preview").scrollable_content_region
        self.preview.update(listing.preview(entry, found, max(pane.width, 20), max(pane.height, 4)))
        words = listing.goes_on(entry, found, local_now().date(), self.program.key("library.open"))
        self.query_one("#sessions").border_subtitle = Content(words)

    def _readable(self) -> Summary | None:
        """The session under the cursor; says why when it is a file that cannot be read."""
        entry = self._entry
        if isinstance(entry, Refusal):
            self.say(seen(entry.reason), warning=True)
            return None
        return entry


def _way(key: str, words: str) -> tuple[tuple[str, str], str]:
    """A key, and what it begins."""
    return (f"  {key}  ", "bold $secondary"), f"{words}\n"
