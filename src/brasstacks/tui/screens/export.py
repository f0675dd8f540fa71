"""Export with its preview: what will stand in the file, for whom, and where."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Footer, Input, Label, Select, Static

from brasstacks.export import FORMATS, Audience
from brasstacks.session import Session
from brasstacks.storage import atomic
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.fields import Choice, Field
from brasstacks.words import _


class ExportScreen(House[None]):
    """The preview is the file itself, letter for letter."""

    CSS_PATH: ClassVar = ["house.tcss", "export.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]
    AUTO_FOCUS = "#path"

    path = query_one("#path", Field)
    paper = query_one("#paper", VerticalScroll)

    def __init__(self, session: Session, workspace: Workspace) -> None:
        """Prepare the export.

        Args:
            session: as it stands now.
            workspace: in which the exports' folder is.
        """
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._audience = Audience.CLIENT
        self._format = next(iter(FORMATS.values()))
        self._overwrite: Path | None = None
        """The file that may be overwritten: the person was told that it is there."""

    def compose(self) -> ComposeResult:
        """For whom and where above, the file itself below."""
        yield self.too_small()
        yield from self.title_line(_("Export"))
        with Vertical(id="how") as how:
            how.border_title = Content(_("For whom, and where"))
            with Horizontal(classes="row"):
                yield Label(_("For"), markup=False)
                yield Static(id="audience", markup=False)
            if len(FORMATS) > 1:
                with Horizontal(classes="row"):
                    yield Label(_("Format"), markup=False)
                    yield Choice("format", [(name, name) for name in FORMATS], self._format.name)
            with Horizontal(classes="row"):
                yield Label(_("File"), markup=False)
                yield Field("path", str(self._standard_path()))
            yield Static(id="said", markup=False)
        with VerticalScroll(id="paper") as paper:
            paper.border_title = Content(_("Preview"))
            yield Static(id="text", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show what will be written."""
        self._show()

    @property
    def _written(self) -> str:
        return self._format.write(self._session, self._audience)

    def _standard_path(self) -> Path:
        """Where it goes unless the person says otherwise; what is for us alone never takes the client's name."""
        ours = "-internal" if self._audience is Audience.INTERNAL else ""
        return self._workspace.root / "exports" / f"{self._session.id}{ours}{self._format.suffix}"

    def _show(self) -> None:
        for_client = self._audience is Audience.CLIENT
        words = (
            _("the client: no notes, no terms let pass, no warnings")
            if for_client
            else _("us alone: with notes, terms let pass and what was overruled")
        )
        glyph = "○" if for_client else "●"
        self.query_one("#audience", Static).update(
            Content.assemble((f"{glyph} ", "$primary"), (words, "bold" if for_client else "bold $warning"))
        )
        self.query_one("#text", Static).update(Content(seen(self._written)))

    def _say_below(self, words: str, style: str) -> None:
        self.query_one("#said", Static).update(Content.styled(words, style))

    # ------------------------------------------------------------ what a person does

    def action_audience(self) -> None:
        """For the client, or for us."""
        self._change(audience=Audience.INTERNAL if self._audience is Audience.CLIENT else Audience.CLIENT)

    @on(Select.Changed, "#format")
    def _format_chosen(self, event: Select.Changed) -> None:
        self._change(format_name=str(event.value))

    def _change(self, *, audience: Audience | None = None, format_name: str = "") -> None:
        standard = self.path.value == str(self._standard_path())
        self._audience = audience or self._audience
        self._format = FORMATS.get(format_name, self._format)
        if standard:
            self.path.value = str(self._standard_path())
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
        if not self.path.value.strip():
            self._say_below(_("Write here where it is to go."), "$error")
            return
        path = Path(self.path.value.strip()).expanduser().absolute()
        try:
            if path.is_dir():
                path /= self._standard_path().name
            if path.exists() and self._overwrite != path:
                self._overwrite = path
                words = _("{path} exists: press again to overwrite it.")
                self._say_below(words.format(path=seen(str(path))), "$warning")
                return
            atomic.make_folder(path.parent)
            atomic.write(path, self._written.encode("utf-8", "replace"))
        except (OSError, RuntimeError) as error:
            why = atomic.reason(error) if isinstance(error, OSError) else str(error)
            self._say_below(f"{seen(str(path))}: {seen(why)}", "$error")
            return
        self._overwrite = None
        self._say_below(_("✓ Written to {path}").format(path=seen(str(path))), "$success")

    def action_scroll(self, step: int) -> None:
        """Page through the preview; the cursor stays in the path."""
        (self.paper.scroll_page_up if step < 0 else self.paper.scroll_page_down)(animate=False)

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()
