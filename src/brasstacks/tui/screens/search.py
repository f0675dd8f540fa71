"""Search: any word in any session while it is typed, with the sentence around it; Enter opens the session there."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static

from brasstacks.storage.index import Index, IndexUnavailable
from brasstacks.storage.search import Hit, Query, parse, search
from brasstacks.storage.workspace import Refusal
from brasstacks.tui import listing
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.fields import Field
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext

PAGE = 16
"""Sessions that are fetched at a time: more than a screen holds."""


class SearchScreen(House[None]):
    """The cursor stays in the line; the arrows move through what was found."""

    CSS_PATH: ClassVar = ["house.tcss", "search.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    AUTO_FOCUS = "#query"

    line = query_one("#query", Field)
    hits = query_one("#hits", Rows)

    def __init__(self, index: Index) -> None:
        """Search an index."""
        super().__init__()
        self._index = index
        self._query = Query()
        self._found: list[Hit] = []
        self._total = 0

    def compose(self) -> ComposeResult:
        """The line, and what is found."""
        yield self.too_small()
        yield from self.title_line(_("Search"))
        yield Field("query", placeholder=_("any word of any session, in any of its forms"))
        yield Rows("hits", "")
        yield Static(self._how(), id="how", markup=False)
        yield Foot()

    @staticmethod
    def _how() -> Content:
        rows = (
            (_("orders stuck"), _("both stand in the session, in whichever form")),
            (_('"stuck project"'), _("side by side")),
            ("client:acme", _("the client, the organisation or a person")),
            ("lang:ru  state:open", _("its language; open, closed or unreadable")),
            ("after:2026-11  before:2027", _("changed since or before a day, month, year")),
            (_("due:2026-12-01  due:offer"), _("promised by then or with that word, not done")),
        )
        lines = [Content.assemble((f"{typed:<27}", "bold"), (meaning, "$muted")) for typed, meaning in rows]
        return Content("\n").join(lines)

    def on_mount(self) -> None:
        """Nothing is looked for yet."""
        self.hits.display = False
        self.hits.can_focus = False

    def on_screen_resume(self) -> None:
        """What was found may have been changed since."""
        self._search()

    def on_resize(self) -> None:
        """Sentences are cut to the width."""
        self.call_after_refresh(self._show)

    @on(Input.Changed, "#query")
    def _typed(self) -> None:
        self._search()

    @work(exclusive=True, group="search")
    async def _search(self) -> None:
        query = parse(self.line.value)
        try:
            found = await asyncio.to_thread(search, self._index, query, count=PAGE)
        except IndexUnavailable as error:
            self.say(str(error), warning=True)
            return
        if query != self._query:
            self.hits.highlighted = None
        self._query, self._found, self._total = query, list(found.hits), found.total
        self._show()

    def _show(self) -> None:
        nothing = self._query.empty
        was_there, self.hits.display = self.hits.display, not nothing
        self.query_one("#how").display = nothing
        if nothing or not was_there:
            # Before the list has its place, nobody knows how wide a row is.
            if not nothing:
                self.call_after_refresh(self._show)
            return
        width = self.hits.scrollable_content_region.width - 2
        rows = [(listing.hit(one, width), one.entry.path.name) for one in self._found]
        self.hits.show(rows or [(Content.styled(_("Nothing is found."), "$muted"), "")])
        words = ngettext("{count} session", "{count} sessions", self._total)
        self.hits.border_title = Content(words.format(count=self._total))
        self.hits.border_subtitle = Content(_("enter opens it there") if rows else "")

    @on(OptionList.OptionHighlighted, "#hits")
    def _reach_for_more(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index >= len(self._found) - 5 and len(self._found) < self._total:
            self._search_more()

    @work(exclusive=True, group="more")
    async def _search_more(self) -> None:
        query, first = self._query, len(self._found)
        found = await asyncio.to_thread(search, self._index, query, first=first, count=PAGE)
        if query == self._query and first == len(self._found):
            known = {one.entry.path.name for one in self._found}
            new = [one for one in found.hits if one.entry.path.name not in known]
            self._found += new
            width = self.hits.scrollable_content_region.width - 2
            self.hits.add([(listing.hit(one, width), one.entry.path.name) for one in new])

    # ------------------------------------------------------------ what a person does

    def action_down(self) -> None:
        """The next session."""
        self.hits.action_cursor_down()

    def action_up(self) -> None:
        """The session before."""
        self.hits.action_cursor_up()

    def action_page(self, pages: int) -> None:
        """So many pages on."""
        if pages > 0:
            self.hits.action_page_down()  # type: ignore[no-untyped-call]
        else:
            self.hits.action_page_up()  # type: ignore[no-untyped-call]

    @on(Input.Submitted)
    @on(OptionList.OptionSelected, "#hits")
    def action_open(self) -> None:
        """Open the session under the cursor where it was found."""
        hit = next((one for one in self._found if one.entry.path.name == self.hits.chosen), None)
        if hit is None:
            return
        if isinstance(hit.entry, Refusal):
            self.say(seen(hit.entry.reason), warning=True)
            return
        self.program.open_session(hit.entry.path, hit.goal, hit.place)

    def action_back(self) -> None:
        """To the Library."""
        self.dismiss()
