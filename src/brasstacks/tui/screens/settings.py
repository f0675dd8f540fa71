"""The settings of the workspace: each with what it does, written as soon as it is changed."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from brasstacks.identity import core_bank
from brasstacks.language import languages
from brasstacks.storage import settings
from brasstacks.storage.banks import Banks
from brasstacks.storage.settings import LONGEST, NotSet
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.preferences import Preferences
from brasstacks.tui.screens.house import House
from brasstacks.tui.theme import THEMES
from brasstacks.tui.widgets.fields import Choice, Field
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.wording import ITS_OWN_NAME
from brasstacks.words import _

_PLACES = {
    "theme": ("screen", "theme"),
    "density": ("screen", "density"),
    "language": ("screen", "language"),
    "hints": ("settings", "hints"),
    "planned_minutes": ("settings", "planned_minutes"),
    "interviewer": ("settings", "interviewer"),
}
"""The table and the name of each setting in the file, by the id of its field."""

_BANK = "bank-"
"""Before the language, in the ids of the fields of the banks."""


class SettingsScreen(House[None]):
    """What is set goes to the file at once; everything else in it stays as it was written."""

    CSS_PATH: ClassVar = ["house.tcss", "settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings")]
    AUTO_FOCUS = "#theme"

    def compose(self) -> ComposeResult:
        """A line for each setting; below, what the file says that could not be taken."""
        yield self.too_small()
        yield from self.title_line(_("Settings"))
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(_("Of this workspace"))
            for name, field, does in self._fields():
                with Horizontal(classes="row"):
                    yield Label(name, markup=False)
                    yield field
                    yield Static(does, classes="does", markup=False)
        yield Static(id="said", markup=False)
        yield Foot()

    def _fields(self) -> Iterator[tuple[str, Widget, str]]:
        now = self.program.preferences
        talk, screen = now.settings.conversation, now.settings.screen
        themes = [(theme.name, theme.name) for theme in THEMES]
        yield _("Theme"), Choice("theme", themes, now.theme), _("the colours, at once")
        densities = [(_("comfortable"), "comfortable"), (_("compact"), "compact")]
        yield _("Density"), Choice("density", densities, screen.density), _("compact: no empty lines")
        spoken = [(_("as the system has it"), "auto"), *((ITS_OWN_NAME[one], one) for one in ("en", "ru", "it"))]
        does = _("of the program, at the next start")
        yield _("Language"), Choice("language", spoken, screen.language or "auto"), does
        hints = [(_("shown"), "on"), (_("not shown"), "")]
        does = _("a word when your questions coach")
        yield _("Quiet hints"), Choice("hints", hints, "on" if talk.hints else ""), does
        minutes = Field("planned_minutes", str(talk.planned_minutes), whole_numbers=True)
        yield _("Minutes planned"), minutes, _("of a new session; 0: no limit")
        yield _("Interviewer"), Field("interviewer", talk.interviewer), _("your name, in every new session")
        for language in languages():
            name = _("Bank, {language}").format(language=ITS_OWN_NAME.get(language, language))
            banks = self._banks(language)
            chosen = now.settings.banks.get(language, "")
            chosen = chosen if chosen in [bank for _title, bank in banks] else banks[0][1]
            yield name, Choice(f"{_BANK}{language}", banks, chosen), _("the questions of a new session")

    def _banks(self, language: str) -> Sequence[tuple[str, str]]:
        """The banks of a language that can be used, the core first."""
        ids = [one.id for one in Banks(self.program.workspace).list() if one.bank and one.bank.language == language]
        return [(one, one) for one in sorted(ids, key=lambda one: (one != core_bank(language), one))] or [("", "")]

    def on_mount(self) -> None:
        """Say where the settings stand, and what of the file could not be taken: here for as long as one looks."""
        self.app.clear_notifications()
        self._say_of_file()

    # ------------------------------------------------------------ what a person does

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        if event.select.id is not None and isinstance(event.value, str):
            self._set(event.select.id, event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self._take(event.input)
        self.focus_next()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Leaving a field hands its value over."""
        if isinstance(event.widget, Field):
            self._take(event.widget)

    def _take(self, field: Input) -> None:
        if field.id is not None:
            self._set(field.id, field.value.strip())

    def _set(self, field: str, value: str) -> None:
        if field == "planned_minutes" and not (value and int(value) <= LONGEST):
            self._say_below(_("between 0 and {most}").format(most=LONGEST), "$error")
            return
        if value == self._as_set(field):
            return
        table, name = ("banks", field.removeprefix(_BANK)) if field.startswith(_BANK) else _PLACES[field]
        typed: str | int | bool = value
        if field == "hints":
            typed = bool(value)
        elif field == "planned_minutes":
            typed = int(value)
        try:
            now = settings.put(self.program.workspace, table, name, typed)
        except NotSet as error:
            self._say_below(seen(str(error)), "$error")
            return
        self.program.prefer(Preferences.taken(now))
        self._say_of_file()

    def _as_set(self, field: str) -> str:
        """What holds now."""
        now = self.program.preferences
        if field == "theme":
            return now.theme
        if field.startswith(_BANK):
            language = field.removeprefix(_BANK)
            return now.settings.banks.get(language, core_bank(language))
        conversation, screen = now.settings.conversation, now.settings.screen
        held = getattr(conversation if hasattr(conversation, field) else screen, field)
        if isinstance(held, bool):
            return "on" if held else ""
        return str(held) or ("auto" if field == "language" else "")

    def _say_of_file(self) -> None:
        now, path = self.program.preferences, self.program.workspace.settings_file
        if now.problems:
            self._say_below(seen("\n".join(now.problems)), "$warning")
            return
        words = _(
            "Kept in {path}, where everything else stays as you wrote it. "
            'Keys: "{id}" = "…" under [keys]; brasstacks keys lists the ids.'
        )
        self._say_below(words.format(path=seen(str(path)), id="interview.hide"), "$muted")

    def _say_below(self, words: str, style: str) -> None:
        self.query_one("#said", Static).update(Content.styled(words, style))

    def action_open_choice(self) -> None:
        """Enter opens a choice here: nothing is to be begun by it."""
        if isinstance(self.focused, Choice):
            self.focused.action_show_overlay()

    def action_back(self) -> None:
        """To where one was; what stands in a field is taken first."""
        if isinstance(self.focused, Field):
            self._take(self.focused)
        self.dismiss()
