"""Whom to practise with: the clients of the example conversations, and those of one's own sessions."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from brasstacks.session import Session
from brasstacks.storage import files, shipped
from brasstacks.tui import listing
from brasstacks.tui.cells import cut, fit
from brasstacks.tui.keys import bindings
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Rows
from brasstacks.words import _, ngettext

_COUNT = 12


class ClientsScreen(House[Path]):
    """Gives the file of the session that was chosen."""

    CSS_PATH: ClassVar = ["house.tcss", "clients.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("clients")]
    AUTO_FOCUS = "#clients"

    rows = query_one("#clients", Rows)

    def __init__(self, lang: str = "", also: Path | None = None) -> None:
        """Prepare the list.

        Args:
            lang: the language whose clients come first.
            also: a session of one's own, to be listed too.
        """
        super().__init__()
        self._lang = lang
        self._also = also
        self._found: dict[str, Session] = {}

    def compose(self) -> ComposeResult:
        """What it is, and the list."""
        yield self.too_small()
        yield from self.title_line(_("Practise"))
        yield Static(
            Content(
                _(
                    "The client is played from a conversation that was held: their words appear by themselves, you pick "
                    "the questions. In the end you see what you found, and what was still in them. Nothing is kept."
                )
            ),
            id="what",
        )
        yield Rows("clients", _("With whom?"))
        yield Foot()

    def on_mount(self) -> None:
        """Read the examples."""
        self._read()

    @work(exclusive=True, group="list")
    async def _read(self) -> None:
        self._found = await asyncio.to_thread(self._load)
        self._show()

    def _load(self) -> dict[str, Session]:
        """The sessions in which something was answered, by their files."""
        paths = [*examples(), *filter(None, [self._also])]
        found: dict[str, Session] = {}
        for path in paths:
            try:
                session = files.load(path).session
            except files.SessionUnreadable:
                continue
            if session.id not in {one.id for one in found.values()} and _answers(session):
                found[str(path)] = session
        return dict(sorted(found.items(), key=lambda one: one[1].session.language != self._lang))

    def on_resize(self) -> None:
        """The rows are as wide as the list."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = max(self.rows.scrollable_content_region.width - 2, 20)
        self.rows.show([(_row(session, width), path) for path, session in self._found.items()])

    @on(OptionList.OptionSelected, "#clients")
    def _selected(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """This one."""
        if self.rows.chosen:
            self.dismiss(Path(self.rows.chosen))

    def action_back(self) -> None:
        """Not now."""
        self.dismiss()


def examples() -> list[Path]:
    """The files of the example sessions."""
    return sorted(shipped.folder("sessions").glob("*.toml"))


def _answers(session: Session) -> int:
    return sum(bool(turn.answer.strip()) for goal in session.goals for turn in goal.turns)


def _row(session: Session, width: int) -> Content:
    answers = _answers(session)
    count = ngettext("{count} answer", "{count} answers", answers).format(count=answers)
    who = listing.party(session.client.name, session.client.organisation)
    room = max(width - _COUNT - 4, 8)
    title = cut(f"{who} · {session.session.title}" if session.session.title else who, room)
    return Content.assemble(
        (f"{session.session.language}  ", "$secondary"), fit(title, room), (count.rjust(_COUNT), "$muted")
    )
