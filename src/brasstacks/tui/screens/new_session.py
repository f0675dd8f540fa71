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
from textual.widgets import Input, Label, Select, Static

from brasstacks import editing, figures, people
from brasstacks.identity import core_bank
from brasstacks.language import languages
from brasstacks.session import Client, Session
from brasstacks.storage import naming, workspace
from brasstacks.storage.atomic import reason
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.storage.settings import LONGEST, Conversation
from brasstacks.tui.cells import one_line, seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.fields import Choice, Field, as_text
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.wording import ITS_OWN_NAME
from brasstacks.words import LANGUAGES, _, spoken


def preferred_language(last: str, environ: Mapping[str, str], known: Sequence[str], screens: str = "en") -> str:
    """The language that a new conversation is most likely held in.

    Args:
        last: of the newest session; empty when there is none.
        environ: the environment, for the place's own language.
        known: those that can be heard.
        screens: the language of the screens, in which a person works where nothing else is known of them.
    """
    local = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    local = local[:2].lower()
    # A place whose language the screens do not speak says more of the clients than the screens' own.
    wanted = (last, "" if local in LANGUAGES else local, screens)
    return next((one for one in wanted if one in known), "en")


def _described(session: Session) -> dict[str, str]:
    """What the form says of a session; consent is asked anew."""
    client, header = session.client, session.session
    return {
        "client": one_line(client.name),
        "organisation": one_line(client.organisation),
        "people": one_line(people.written(client.people)).strip(),
        "title": one_line(header.title),
        "offer": one_line(header.offer),
        "bank": header.bank,
        "planned_minutes": str(header.planned_minutes),
    }


def _carried(earlier: Session) -> Content:
    """What goes along from the session before, as it will be."""
    along = editing.follow_on(earlier, earlier.id, now=earlier.session.updated, new_id=naming.new_id)
    counts = (
        (len(along.goals), _("goals"), _("goal")),
        (sum(len(goal.criteria) for goal in along.goals), _("draft criteria"), _("draft criterion")),
        (len(along.follow_ups), _("follow-ups"), _("follow-up")),
        (len(along.fuzzy), _("fuzzy terms"), _("fuzzy term")),
    )
    said = ", ".join(f"{count} {one if count == 1 else many}" for count, many, one in counts if count)
    words = _("After “{title}” ({day}). What is still open goes along: {what}.").format(
        title=earlier.session.title or earlier.client.name,
        day=figures.weekday_and_day(earlier.session.created.date()),
        what=said or _("nothing"),
    )
    return Content.styled(seen(words), "$muted")


class NewSession(House[None]):
    """A form on one page. What is wrong is said beside its field."""

    CSS_PATH: ClassVar = ["house.tcss", "new_session.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("new")]
    AUTO_FOCUS = "#client"

    def __init__(self, last_language: str = "", earlier: Session | None = None) -> None:
        """Prepare the form.

        Args:
            last_language: of the newest session; empty when there is none.
            earlier: the session that the new one follows, with the same client; None for a new client's.
        """
        super().__init__()
        self._language = preferred_language(last_language, os.environ, languages(), spoken())
        self._earlier = earlier
        self._given = _described(earlier) if earlier else {}
        """What the fields begin with."""

    def compose(self) -> ComposeResult:
        """One line a field."""
        yield self.too_small()
        yield from self.title_line(_("New session"))
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(_("Who, and in which language"))
            if self._earlier is not None:
                yield Static(_carried(self._earlier), id="carried", markup=False)
            yield from self._row(_("Client *"), self._field("client", _("who it is about; the rest can wait")))
            yield from self._row(_("Organisation"), self._field("organisation"))
            yield from self._row(_("Title"), self._field("title", _("what it is about")))
            yield from self._row(_("People"), self._field("people", _("Anna Rossi, director, decides; Marco, buyer")))
            yield from self._row(_("Our offer"), self._field("offer", _("what we offer, in a sentence")))
            yield from self._row(
                _("Consent to notes"), Field("consent", placeholder=_("as the client put it; empty: not asked"))
            )
            names = [(ITS_OWN_NAME.get(one, one), one) for one in languages()]
            yield from self._row(_("Language"), Choice("language", names, self._language))
            banks = self._banks(self._language)
            yield from self._row(_("Questions"), Choice("bank", banks, self._bank(banks)))
            yield from self._row(
                _("Minutes planned"),
                Field(
                    "planned_minutes",
                    self._given.get("planned_minutes", str(self._usual.planned_minutes)),
                    whole_numbers=True,
                ),
                last=True,
            )
            yield Static(
                _("Enter begins as soon as the client has a name. Tab goes on; space opens a choice."),
                id="hint",
                markup=False,
            )
        yield Foot()

    @property
    def _usual(self) -> Conversation:
        """How new sessions begin."""
        return self.program.preferences.settings.conversation

    def _field(self, field_id: str, placeholder: str = "") -> Field:
        return Field(field_id, self._given.get(field_id, ""), placeholder=placeholder)

    def _bank(self, banks: Sequence[tuple[str, str]]) -> str:
        """The bank of the session before, else the one that was set for the language; the first where they are gone."""
        ids = [one for _name, one in banks]
        wanted = (self._given.get("bank"), self.program.preferences.settings.banks.get(self._language))
        return next((one for one in wanted if one in ids), ids[0])

    def _row(self, name: str, field: Widget, *, last: bool = False) -> ComposeResult:
        with Horizontal(classes="row end" if last else "row"):
            yield Label(name, markup=False)
            yield field
            yield Static(id=f"{field.id}-problem", classes="problem", markup=False)

    def _banks(self, language: str) -> list[tuple[str, str]]:
        """The banks in a language that can be used, the core first."""
        found = [one for one in Banks(self.program.workspace).list() if one.bank and one.bank.language == language]
        found.sort(key=lambda one: (one.id != core_bank(language), one.id))
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
            choice.value = self._bank(banks)

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
        session_id = naming.session_id(now.date(), f"{name} {title}", self.program.workspace.ids())
        language, bank = self._language, self.query_one("#bank", Choice).selection or ""
        header: dict[str, object] = {
            "title": title,
            "offer": self._value("offer"),
            "planned_minutes": minutes,
        }
        if self._usual.interviewer:
            header["interviewer"] = self._usual.interviewer
        if self._earlier is None:
            return editing.start(session_id, self._client(name), now=now, language=language, bank=bank, **header)
        return editing.follow_on(
            self._earlier,
            session_id,
            now=now,
            new_id=naming.new_id,
            client=self._client(name),
            language=language,
            bank=bank,
            **header,
        )

    def _client(self, name: str) -> Client:
        written = self._value("people")
        as_before = self._earlier is not None and written == self._given["people"]
        return Client(
            name=name,
            organisation=self._value("organisation"),
            consent=self._value("consent"),
            people=self._earlier.client.people if self._earlier and as_before else people.parse(written),
        )

    def _value(self, field_id: str) -> str:
        return self.query_one(f"#{field_id}", Field).value.strip()

    def _minutes(self) -> int | None:
        """The minutes planned; None when no conversation lasts so long."""
        minutes = int(self._value("planned_minutes") or self._usual.planned_minutes)
        return minutes if minutes <= LONGEST else None

    def _wrong(self, field_id: str, problem: str) -> None:
        self._say_beside(field_id, problem)
        self.query_one(f"#{field_id}").focus()

    def _say_beside(self, field_id: str, problem: str) -> None:
        self.query_one(f"#{field_id}-problem", Static).update(Content(problem))

    def action_back(self) -> None:
        """Begin nothing."""
        self.dismiss()
