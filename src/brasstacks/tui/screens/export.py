"""Export with its preview: what will stand in the file, for whom, and where."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Label, ProgressBar, Select, Static

from brasstacks.export import FORMATS, Audience, Page, Unavailable
from brasstacks.session import Session
from brasstacks.storage import atomic
from brasstacks.storage.files import SessionUnreadable
from brasstacks.storage.workspace import Workspace
from brasstacks.tui import outside
from brasstacks.tui.cells import cut, seen
from brasstacks.tui.exporting import ALL, CLIENT, SESSION, Plan
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House, Left
from brasstacks.tui.widgets.fields import Choice, as_text
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.path import PathField
from brasstacks.words import _, ngettext

LONGEST = 60_000
"""Characters of a preview: a person looks at the beginning."""


class ExportScreen(House[None]):
    """The preview is the file itself, letter for letter."""

    CSS_PATH: ClassVar = ["house.tcss", "export.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]
    AUTO_FOCUS = "#path"

    path = query_one("#path", PathField)
    paper = query_one("#paper", VerticalScroll)
    bar = query_one("#bar", ProgressBar)

    def __init__(self, session: Session, workspace: Workspace, page: Page = Page.RECORD) -> None:
        """Prepare the export.

        Args:
            session: as it stands now.
            workspace: in which the exports' folder is.
            page: what of the session is printed, unless the person says otherwise.
        """
        super().__init__()
        self._plan = Plan(session, workspace, wanted=page)
        self._overwrite: Path | None = None
        """The file that may be overwritten: the person was told that it is there."""
        self._written: Path | None = None
        """The file that was written last."""

    def compose(self) -> ComposeResult:
        """For whom, in which form and where above, the file itself below."""
        yield self.too_small()
        yield from self.title_line(_("Export"))
        with Vertical(id="how") as how:
            how.border_title = Content(_("For whom, and where"))
            with Horizontal(classes="row"):
                yield Label(_("For"), markup=False)
                yield Static(id="audience", markup=False)
            with Horizontal(classes="row"):
                yield Label(_("Format"), markup=False)
                yield Choice("format", [(name, name) for name in FORMATS], self._plan.form.name)
                yield Label(_("Page"), classes="second", markup=False)
                yield Choice("page", [(page_word(one), one.value) for one in Page], self._plan.wanted.value)
            with Horizontal(classes="row"):
                yield Label(_("What"), markup=False)
                yield Choice("scope", self._scopes(), SESSION)
                yield Label(_("Names"), classes="second", markup=False)
                yield Choice("names", [(_("as they are"), "kept"), (_("placeholders"), "redacted")], "kept")
            with Horizontal(classes="row"):
                yield Label(_("File"), markup=False)
                yield PathField("path", str(self._plan.standard_path))
            yield ProgressBar(id="bar", show_eta=False)
            yield Static(id="said", markup=False)
        with VerticalScroll(id="paper") as paper:
            paper.border_title = Content(_("Preview"))
            yield Static(id="text", markup=False)
        yield Foot()

    def _scopes(self) -> Iterator[tuple[str, str]]:
        yield _("this session"), SESSION
        for number, goal in enumerate(self._plan.session.goals, 1):
            yield f"{number} {cut(goal.statement, 60)}", goal.id
        if (count := len(self._plan.of_this_client)) > 1:
            client = cut(self._plan.session.client.name, 40)
            yield _("all {count} sessions of {client}").format(count=count, client=client), CLIENT
        if (count := len(self._plan.others)) > 1:
            yield _("all {count} sessions").format(count=count), ALL

    def on_mount(self) -> None:
        """Show what will be written."""
        self.bar.display = False
        self._show()
        self._look_around()

    @work(exclusive=True, group="around")
    async def _look_around(self) -> None:
        """What else there is to export; a slow disk keeps nobody waiting for this session."""
        self._plan = self._plan.knowing(await asyncio.to_thread(self._plan.workspace.list))
        scope = self.query_one("#scope", Choice)
        with self.prevent(Select.Changed):
            scope.set_options(as_text(self._scopes()))
            scope.value = self._plan.scope

    def _show(self) -> None:
        self.query_one("#page", Choice).disabled = not self._plan.form.prints
        for_client = not self._plan.internal
        words = (
            _("the client: no notes, no terms let pass, no warnings")
            if for_client
            else _("us alone: with notes, terms let pass and what was overruled")
        )
        glyph = "○" if for_client else "●"
        self.query_one("#audience", Static).update(
            Content.assemble((f"{glyph} ", "$primary"), (words, "bold" if for_client else "bold $warning"))
        )
        self._preview()

    @work(exclusive=True, group="preview")
    async def _preview(self) -> None:
        plan = self._plan
        try:
            text = await asyncio.to_thread(plan.preview)
        except (Unavailable, SessionUnreadable) as error:
            text = ""
            self._say_below(seen(str(error)), "$error")
        self.query_one("#text", Static).update(Content(seen(text[:LONGEST].replace("\r\n", "\n"))))
        self.paper.scroll_home(animate=False)
        more = len(plan.chosen) - 1
        words = ngettext("Preview: the first, and {count} more", "Preview: the first, and {count} more", more)
        self.paper.border_title = Content(words.format(count=more) if more > 0 else _("Preview"))

    def _say_below(self, words: str, style: str) -> None:
        self.query_one("#said", Static).update(Content.styled(words, style))

    # ------------------------------------------------------------ what a person does

    def action_audience(self) -> None:
        """For the client, or for us."""
        if self._plan.page is not Page.RECORD:
            self._say_below(_("This page is the client's; the whole record has a copy for us."), "$warning")
            return
        internal = self._plan.audience is Audience.INTERNAL
        self._change(replace(self._plan, audience=Audience.CLIENT if internal else Audience.INTERNAL))

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        value = str(event.value)
        match event.select.id:
            case "format":
                self._change(replace(self._plan, form=FORMATS[value]))
            case "names":
                self._change(replace(self._plan, redacted=value == "redacted"))
            case "page":
                self._change(replace(self._plan, wanted=Page(value)))
            case "scope":
                self._change(replace(self._plan, scope=value))

    def _change(self, plan: Plan) -> None:
        if plan == self._plan:
            return
        standard = self.path.value == str(self._plan.standard_path)
        self._plan = plan
        self._say_below("", "")
        if standard:
            # What the preview says below must not be wiped by a path that nobody typed.
            with self.prevent(Input.Changed):
                self.path.value = str(plan.standard_path)
            self._overwrite = None
        self._show()

    @on(Input.Changed, "#path")
    def _path_changed(self) -> None:
        self._overwrite = None
        self._say_below("", "")

    @on(Input.Submitted, "#path")
    def _submitted(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write the file; one that is there already only when asked again."""
        try:
            path = self.path.path
            if path is None:
                self._say_below(_("Write here where it is to go."), "$error")
                return
            if path.is_dir() and not self._plan.into_folder:
                path /= self._plan.standard_path.name
            there = any(path.iterdir()) if path.is_dir() else path.exists()
        except (OSError, RuntimeError) as error:
            self._refused(self.path.value, error)
            return
        if there and self._overwrite != path:
            self._overwrite = path
            words = _("{path} exists: press again to overwrite it.")
            if self._plan.into_folder:
                words = _("{path} holds files: press again to add these, and overwrite those of the same name.")
            self._say_below(words.format(path=seen(str(path))), "$warning")
            return
        self._write(path)

    @work(exclusive=True, group="write")
    async def _write(self, path: Path) -> None:
        self.bar.update(total=max(len(self._plan.chosen), 1), progress=0)
        self.bar.display = len(self._plan.chosen) > 1
        try:
            written, left_out = await asyncio.to_thread(self._plan.write, path, self._tell)
        except (OSError, RuntimeError, Unavailable) as error:
            self._refused(str(path), error)
            return
        finally:
            self.bar.display = False
        self._overwrite, self._written = None, written
        words = _("✓ Written to {path}").format(path=seen(str(written)))
        if left_out:
            count = len(left_out)
            said = ngettext("{count} left out: {why}", "{count} left out: {why}", count)
            words += "\n" + said.format(count=count, why=seen(left_out[0]))
        self._say_below(words, "$warning" if left_out else "$success")

    def _tell(self, done: int, _of: int) -> None:
        if not self.is_attached:
            raise Left
        self.app.call_from_thread(self.bar.update, progress=done)

    def _refused(self, path: str, error: Exception) -> None:
        why = atomic.reason(error) if isinstance(error, OSError) else str(error)
        self._say_below(f"{seen(path)}: {seen(why)}", "$error")

    def action_copy(self) -> None:
        """Copy what would stand in the file, and say by what way it went."""
        if not self._plan.form.is_text:
            self._say_below(_("This format is no text: write the file."), "$warning")
        elif self._plan.into_folder:
            self._say_below(_("Several files cannot be copied as one: write them."), "$warning")
        else:
            self._copy()

    @work(exclusive=True, group="copy")
    async def _copy(self) -> None:
        text = await asyncio.to_thread(self._plan.text)
        tool = await asyncio.to_thread(outside.copy, text)
        if tool:
            self._say_below(_("✓ Copied by {tool}").format(tool=tool), "$success")
            return
        self.app.copy_to_clipboard(text)
        self._say_below(
            _("Handed to the terminal (OSC 52), which does not say whether it took it: paste it to see."), "$warning"
        )

    def action_open(self) -> None:
        """Have the desktop open the file that was written."""
        if self._written is None:
            self._say_below(_("Write it first."), "$warning")
        elif not outside.open_file(self._written):
            words = _("There is no desktop to open it here. It stands at {path}")
            self._say_below(words.format(path=seen(str(self._written))), "$warning")

    def action_scroll(self, step: int) -> None:
        """Page through the preview; the cursor stays in the path."""
        (self.paper.scroll_page_up if step < 0 else self.paper.scroll_page_down)(animate=False)

    def action_back(self) -> None:
        """To where one was; what is being written stops after the file in hand."""
        if self.bar.display:
            self.say(_("Stopped. What was written so far stays."))
        self.dismiss()


def page_word(page: Page) -> str:
    """What of a session is printed, as the screen names it."""
    return {Page.RECORD: _("the whole record"), Page.EXPECTATIONS: _("what they can expect of us")}[page]
