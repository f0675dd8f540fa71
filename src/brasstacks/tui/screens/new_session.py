"""A new session: the client's name is enough, and Enter begins."""

import os
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Input, Label, Select, Static

from brasstacks import editing, people
from brasstacks.language import languages
from brasstacks.session import Client, Session
from brasstacks.storage import naming, workspace
from brasstacks.storage.atomic import reason
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.fields import Choice, Field, as_text
from brasstacks.words import _

ITS_OWN_NAME = {"en": "English", "it": "Italiano", "ru": "Русский"}
"""A language is listed as those call it who speak it."""

PLANNED_MINUTES = 60
LONGEST = 24 * 60
"""Minutes, as the record has it."""


def preferred_language(last: str, environ: Mapping[str, str], known: Sequence[str]) -> str:
    """The language that a new conversation is most likely held in.

    Args:
        last: of the newest session; empty when there is none.
        environ: the environment, for the place's own language.
        known: those that can be heard.
    """
    local = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return next((one for one in (last, local[:2].lower()) if one in known), "en")


class NewSession(House[None]):
    """A form on one page. What is wrong is said beside its field."""

    CSS_PATH: ClassVar = ["house.tcss", "new_session.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("new")]
    AUTO_FOCUS = "#client"

    def __init__(self, last_language: str = "") -> None:
        """Prepare the form.

        Args:
            last_language: of the newest session; empty when there is none.
        """
        super().__init__()
        self._language = preferred_language(last_language, os.environ, languages())

    def compose(self) -> ComposeResult:
        """One line a field."""
        yield self.too_small()
        yield from self.title_line(_("New session"))
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(_("Who, and in which language"))
            yield from self._row(_("Client *"), Field("client", placeholder=_("who it is about; the rest can wait")))
            yield from self._row(_("Organisation"), Field("organisation"))
            yield from self._row(_("Title"), Field("title", placeholder=_("what it is about")))
            yield from self._row(
                _("People"), Field("people", placeholder=_("Anna Rossi, director, decides; Marco, buyer"))
            )
            yield from self._row(_("Our offer"), Field("offer", placeholder=_("what we offer, in a sentence")))
            yield from self._row(
                _("Consent to notes"), Field("consent", placeholder=_("as the client put it; empty: not asked"))
            )
            names = [(ITS_OWN_NAME.get(one, one), one) for one in languages()]
            yield from self._row(_("Language"), Choice("language", names, self._language))
            banks = self._banks(self._language)
            yield from self._row(_("Questions"), Choice("bank", banks, banks[0][1]))
            yield from self._row(
                _("Minutes planned"), Field("planned_minutes", str(PLANNED_MINUTES), whole_numbers=True), last=True
            )
            yield Static(
                _("Enter begins as soon as the client has a name. Tab goes on; space opens a choice."),
                id="hint",
                markup=False,
            )
        yield Footer(show_command_palette=False)

    def _row(self, name: str, field: Widget, *, last: bool = False) -> ComposeResult:
        with Horizontal(classes="row end" if last else "row"):
            yield Label(name, markup=False)
            yield field
            yield Static(id=f"{field.id}-problem", classes="problem", markup=False)

    def _banks(self, language: str) -> list[tuple[str, str]]:
        """The banks in a language that can be used, the core first."""
        found = [one for one in Banks(self.program.workspace).list() if one.bank and one.bank.language == language]
        found.sort(key=lambda one: (one.id != f"core.{language}", one.id))
        listed = [(f"{one.bank.title} ({one.id})" if one.bank else one.id, one.id) for one in found]
        return listed or [(_("none in this language"), "")]

    # ------------------------------------------------------------ what a person does

    @on(Select.Changed, "#language")
    def _language_chosen(self, event: Select.Changed) -> None:
        if isinstance(event.value, str) and event.value != self._language:
            self._language = event.value
            banks = self._banks(event.value)
            choice = self.query_one("#bank", Choice)
            choice.set_options(as_text(banks))
            choice.value = banks[0][1]

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_start()

    @on(Input.Changed)
    def _mended(self, event: Input.Changed) -> None:
        self._say_beside(event.input.id or "", "")

    def action_start(self) -> None:
        """Begin the conversation, or say what is missing."""
        if (session := self._session()) is None:
            return
        try:
            workspace.init(self.program.workspace.root)
            opened = Opened.of_new(self.program.workspace, session)
        except BankUnreadable as error:
            self._say_beside("bank", seen(str(error)))
            self.query_one("#bank").focus()
            return
        except OSError as error:
            self.say(f"{seen(str(self.program.workspace.root))}: {reason(error)}", warning=True)
            return
        # It goes before the interview comes, so that leaving the interview leads to the Library.
        self.dismiss()
        self.program.show_interview(opened)

    def _session(self) -> Session | None:
        """The session that the form describes; None when something in it is wrong."""
        minutes = self._minutes()
        if minutes is None:
            self._wrong("planned_minutes", _("between 0 and {most}").format(most=LONGEST))
        name = self._value("client")
        if not name:
            self._wrong("client", _("whose conversation is it?"))
        if minutes is None or not name:
            return None
        now = local_now()
        title = self._value("title")
        return editing.start(
            naming.session_id(now.date(), f"{name} {title}", self.program.workspace.ids()),
            Client(
                name=name,
                organisation=self._value("organisation"),
                consent=self._value("consent"),
                people=people.parse(self._value("people")),
            ),
            now=now,
            language=self._language,
            bank=self.query_one("#bank", Choice).selection or "",
            title=title,
            offer=self._value("offer"),
            planned_minutes=minutes,
        )

    def _value(self, field_id: str) -> str:
        return self.query_one(f"#{field_id}", Field).value.strip()

    def _minutes(self) -> int | None:
        """The minutes planned; None when no conversation lasts so long."""
        minutes = int(self._value("planned_minutes") or PLANNED_MINUTES)
        return minutes if minutes <= LONGEST else None

    def _wrong(self, field_id: str, problem: str) -> None:
        self._say_beside(field_id, problem)
        self.query_one(f"#{field_id}").focus()

    def _say_beside(self, field_id: str, problem: str) -> None:
        self.query_one(f"#{field_id}-problem", Static).update(Content(problem))

    def action_back(self) -> None:
        """Begin nothing."""
        self.dismiss()
