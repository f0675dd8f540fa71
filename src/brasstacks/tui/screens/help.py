"""How a conversation goes, every key and every command."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.interview import COMMANDS
from brasstacks.tui.cells import fit
from brasstacks.tui.keymap import Bound
from brasstacks.tui.keys import KEYS, bindings, drawn
from brasstacks.tui.saying import command_word, does, key_word, places
from brasstacks.tui.screens.house import SIDE_PANES_FROM, House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _, spoken

_KEY_CELLS = 16
_COMMAND_CELLS = 23
_FRAME = 7
"""Columns that the frame, its padding and the scroll bar take."""
_BETWEEN = 2
_TALKING = {"box", "command", "interview"}
"""Where commands are as near as keys."""


class HelpScreen(House[None]):
    """Read from the tables by which the program itself goes, so that it cannot be out of date."""

    CSS_PATH: ClassVar = ["house.tcss", "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    AUTO_FOCUS = "#pages"

    def __init__(self, here: Sequence[str] = ()) -> None:
        """Prepare the help.

        Args:
            here: where one was, by the table of keys, the innermost first: its keys stand before the others.
        """
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """The conversation first, for that is what everything is for."""
        yield self.too_small()
        yield from self.title_line(_("Help"))
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("How a conversation goes"))
            yield Static(id="talk", markup=False)
            with Container(id="columns"):
                parts = ("commands", "keys") if set(self._here) & _TALKING or not self._here else ("keys", "commands")
                for part in parts:
                    yield Static(id=part, markup=False)
        yield Foot()

    def on_resize(self) -> None:
        """Lines are broken at the columns' width, under the words that they go on."""
        whole = max(self.size.width - _FRAME, _COMMAND_CELLS * 2)
        column = whole // 2 - _BETWEEN if self.size.width >= SIDE_PANES_FROM else whole
        for name, lines, width in (
            ("#talk", _conversation(), whole),
            ("#commands", _commands(), column),
            ("#keys", _keys(self.program.preferences.keys, self._here), column),
        ):
            self.query_one(name, Static).update(Content("\n").join(_hung(*line, width=width) for line in lines))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()


Line = tuple[Content, Content, Content]
"""What a line begins with, what goes on under itself, and what stands beside it where there is room, else below."""


def _hung(head: Content, rest: Content, beside: Content, *, width: int) -> Content:
    room = max(width - head.cell_length, 8)
    lines = [one.rstrip() for one in rest.wrap(room)] if rest else [rest]
    if beside and lines[-1].cell_length + 2 + beside.cell_length <= room:
        lines[-1] = Content.assemble(lines[-1], "  ", beside)
    elif beside:
        lines += beside.wrap(room)
    return head + Content("\n" + " " * head.cell_length).join(lines)


def _line(head: Content, rest: str, style: str = "", beside: str = "") -> Line:
    return head, Content.styled(rest, style), Content.styled(beside, "$muted") if beside else Content()


def _conversation() -> list[Line]:
    steps = (
        _("Type what the client wants, in their words; Enter makes it goal 1."),
        _("Ask the question over the box, note the answer, Enter. Tab: another."),
        _("What a stranger could not check is marked, and asked about next."),
        _("An answer could be checked? /criterion files it while they talk on."),
        _("Nothing new comes? /back, /park or /refer. Then /criteria, /export."),
    )
    return [_line(Content.styled(f"{number} ", "bold $primary"), step) for number, step in enumerate(steps, 1)]


def _commands() -> list[Line]:
    how = _("Esc, or / in an empty box. The first letters are enough; /1 … /9 go to a goal.")
    lines = [
        _line(Content(), _("Commands of the interview"), "bold $primary"),
        _line(Content(), how, "$muted"),
        _line(
            Content(),
            _("Questions: ▸ you asked it (Tab); ▹ it merely stood there, and does not count as asked."),
            "$muted",
        ),
    ]
    for command in COMMANDS:
        others = " · ".join(name for name in dict.fromkeys(command.names) if name != command.name_in(spoken()))
        head = Content.styled(fit(command_word(command), _COMMAND_CELLS), "bold")
        lines.append(_line(head, _(command.does), beside=others))
    return lines


def _keys(bound: Bound, here: Sequence[str]) -> list[Line]:
    lines: list[Line] = []
    groups = [(where, list(keys)) for where, keys in groupby(KEYS, key=lambda key: key.where)]
    groups.sort(key=lambda group: here.index(group[0]) if group[0] in here else len(here))
    for where, keys in groups:
        if lines:
            lines.append(_line(Content(), ""))
        lines.append(_line(Content(), places().get(where, where), "bold $primary"))
        for key in keys:
            keys_now = ", ".join(key_word(drawn(one)) for one in bound.keys_of(key).split(","))
            lines.append(_line(Content.styled(fit(keys_now, _KEY_CELLS), "bold"), does(key)))
    return lines
