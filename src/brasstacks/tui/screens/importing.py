"""A recorded conversation comes in: the file, who asks in it, and what it would become."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Label, OptionList, ProgressBar, Static

from brasstacks.session import Session
from brasstacks.storage import arrivals, atomic
from brasstacks.storage.files import NotSaved
from brasstacks.transcripts import Choice, Speaker, Talk, Unreadable, arriving, guess_interviewer, speakers
from brasstacks.tui import coming
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import local_now
from brasstacks.tui.screens.house import House, Left
from brasstacks.tui.widgets.fields import Field
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.path import PathField
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext


class ImportScreen(House[Path]):
    """Gives the file of the session that was made; of several none, for one cannot open them all."""

    CSS_PATH: ClassVar = ["house.tcss", "importing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("import")]
    AUTO_FOCUS = "#path"

    path = query_one("#path", PathField)
    client = query_one("#client", Field)
    rows = query_one("#speakers", Rows)
    paper = query_one("#paper", VerticalScroll)
    bar = query_one("#bar", ProgressBar)

    def __init__(self, pasted: Talk | None = None) -> None:
        """Prepare the screen.

        Args:
            pasted: a conversation that was pasted; None for one in a file that is still to be named.
        """
        super().__init__()
        self._pasted = pasted
        self._talk: Talk | None = None
        self._file = Path()
        """The one that was read last."""
        self._speakers: dict[str, Speaker] = {}
        """By the ids of their rows: a name can be anything."""
        self._asking: set[str] = set()
        self._made: tuple[Session, ...] = ()
        """What it would become."""

    def compose(self) -> ComposeResult:
        """The file above; below who speaks, and what it would become."""
        yield self.too_small()
        yield from self.title_line(_("Import"))
        with Vertical(id="how") as how:
            how.border_title = Content(_("A recorded conversation"))
            with Horizontal(classes="row", id="file-row"):
                yield Label(_("File"), markup=False)
                yield PathField("path", placeholder=_("vtt, srt, txt, json, or an export of brasstacks"))
            with Horizontal(classes="row"):
                yield Label(_("Client"), markup=False)
                yield Field("client", placeholder=_("else who of the others says most"))
            yield ProgressBar(id="bar", total=1.0, show_eta=False)
            yield Static(_("enter reads the file; → completes its name"), id="said", markup=False)
        with Horizontal(id="talk"):
            yield Rows("speakers", _("Who asks?"))
            with VerticalScroll(id="paper", can_focus=False) as paper:
                paper.border_title = Content(_("What it becomes"))
                yield Static(id="text", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Before a file is read there is nobody to choose from."""
        self.bar.display = False
        self.query_one("#talk").display = False
        if self._pasted is not None:
            self.query_one("#file-row").display = False
            self._show_talk(self._pasted)

    def _say_below(self, words: str, style: str) -> None:
        self.query_one("#said", Static).update(Content.styled(words, style))

    # ------------------------------------------------------------ reading

    @on(Input.Submitted, "#path")
    def _named(self) -> None:
        try:
            path = self.path.path
        except RuntimeError as error:
            self._say_below(seen(str(error)), "$error")
            return
        if path is None:
            self._say_below(_("Write here which file it is."), "$error")
            return
        self._file = path
        self._read(path)

    @on(Input.Changed, "#path")
    def _path_changed(self) -> None:
        """What was read belongs to another file."""
        self._talk, self._made = None, ()
        self.query_one("#talk").display = False
        self._say_below(_("enter reads the file; → completes its name"), "$muted")

    @work(exclusive=True, group="read")
    async def _read(self, path: Path) -> None:
        self.bar.update(progress=0.0)
        self.bar.display = True
        try:
            opened = await asyncio.to_thread(arriving.open_file, path, self._tell)
        except Unreadable as error:
            self._say_below(f"{seen(str(path))}: {seen(str(error))}", "$error")
            return
        except OSError as error:
            self._say_below(f"{seen(str(path))}: {seen(atomic.reason(error))}", "$error")
            return
        finally:
            self.bar.display = False
        if isinstance(opened, Talk):
            self._show_talk(opened)
        else:
            self._show_own(opened)

    def _tell(self, share: float) -> None:
        if not self.is_attached:
            raise Left
        self.app.call_from_thread(self.bar.update, progress=share)

    def _show_own(self, sessions: tuple[Session, ...]) -> None:
        self._made = sessions
        self.query_one("#talk").display = True
        self.rows.display = False
        self.query_one("#text", Static).update(coming.of_ours(sessions))
        count = len(sessions)
        said = ngettext("An export of brasstacks, {count} session", "An export of brasstacks, {count} sessions", count)
        self._say_below(said.format(count=count), "$success")

    def _show_talk(self, talk: Talk) -> None:
        self._talk = talk
        self._speakers = {f"s-{number}": one for number, one in enumerate(speakers(talk))}
        self._asking = set(filter(None, (guess_interviewer(talk),)))
        self.query_one("#talk").display = True
        self.rows.display = True
        words = _("{kind}, {encoding}. Who asks is a guess: space says otherwise.")
        self._say_below(words.format(kind=talk.kind, encoding=talk.encoding), "$success")
        self._show_speakers()
        self.rows.focus()

    def _show_speakers(self) -> None:
        guessed = next((key for key, one in self._speakers.items() if one.name in self._asking), "")
        rows = [(coming.speaker(one, asks=one.name in self._asking), key) for key, one in self._speakers.items()]
        self.rows.show(rows, self.rows.chosen or guessed)
        self._build()

    @work(exclusive=True, group="build")
    async def _build(self) -> None:
        """What it would become, with whoever asks now."""
        talk, path = self._talk, self._file
        if talk is None:
            return
        asking = tuple(one.name for one in self._speakers.values() if one.name in self._asking)
        choice = Choice(asking, self.client.value.strip())
        try:
            there = self.program.workspace
            if self._pasted is not None:
                made = await asyncio.to_thread(arriving.session_of_paste, talk, choice, there, local_now())
            else:
                made = await asyncio.to_thread(arriving.session_of, talk, choice, path, there, local_now())
        except OSError as error:
            self._say_below(f"{seen(str(path))}: {seen(atomic.reason(error))}", "$error")
            return
        self._made = (made,)
        self.query_one("#text", Static).update(coming.of_talk(talk, made))

    # ------------------------------------------------------------ what a person does

    def action_asks(self) -> None:
        """Whoever stands under the cursor asks, and nobody else."""
        if (one := self._under_cursor) is not None:
            self._asking = {one.name}
            self._show_speakers()

    def action_asks_too(self) -> None:
        """Whoever stands under the cursor asks as well, or no longer."""
        if (one := self._under_cursor) is not None:
            self._asking = self._asking ^ {one.name}
            self._show_speakers()

    @property
    def _under_cursor(self) -> Speaker | None:
        return self._speakers.get(self.rows.chosen) if self.focused is self.rows else None

    @on(Input.Changed, "#client")
    def _client_named(self) -> None:
        self._build()

    @on(Input.Submitted, "#client")
    @on(OptionList.OptionSelected, "#speakers")
    def _entered(self) -> None:
        self.action_take_in()

    def action_take_in(self) -> None:
        """Keep what was made of the file."""
        if self._made:
            self._keep(self._made)
        else:
            self._named()

    @work(exclusive=True, group="keep")
    async def _keep(self, sessions: tuple[Session, ...]) -> None:
        try:
            saved = await asyncio.to_thread(arrivals.take_in, sessions, self.program.workspace)
        except NotSaved as error:
            self._say_below(seen(str(error)), "$error")
        except OSError as error:
            self._say_below(seen(atomic.reason(error)), "$error")
        else:
            self.dismiss(saved[0] if len(saved) == 1 else None)

    def action_scroll(self, step: int) -> None:
        """Page through what it becomes."""
        (self.paper.scroll_page_up if step < 0 else self.paper.scroll_page_down)(animate=False)

    def action_back(self) -> None:
        """To where one was; nothing is kept."""
        self.dismiss(None)
