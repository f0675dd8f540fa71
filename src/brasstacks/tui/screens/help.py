"""How a conversation goes, every key and every command."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from brasstacks.interview import COMMANDS
from brasstacks.tui.cells import fit
from brasstacks.tui.keys import KEYS, Key, bindings
from brasstacks.tui.screens.house import SIDE_PANES_FROM, House
from brasstacks.words import _

_KEY_CELLS = 16
_COMMAND_CELLS = 19
_FRAME = 5
"""Columns that the frame, its padding and the scroll bar take."""
_BETWEEN = 2
_DRAWN = {
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "pageup": "page up",
    "pagedown": "page down",
}


def places() -> dict[str, str]:
    """Where keys are bound, by its id in the table of keys."""
    return {
        "app": _("Everywhere"),
        "library": _("Library"),
        "new": _("New session"),
        "box": _("The box of the interview"),
        "interview": _("Interview"),
        "hidden": _("Hidden screen"),
        "command": _("Command line"),
        "criteria": _("Criteria: the list"),
        "form": _("Criteria: the form"),
        "rows": _("A list"),
        "choice": _("A field with a choice"),
        "export": _("Export"),
        "referral": _("Referral"),
        "help": _("Help"),
    }


def deeds() -> dict[str, str]:
    """What the keys do that the footer does not name, by the action."""
    return {
        "leave": _("leave; nothing is lost"),
        "reload": _("read the folder anew"),
        "down": _("down"),
        "up": _("up"),
        "choose(1)": _("ask the next question offered"),
        "choose(-1)": _("ask the one before"),
        "last": _("in an empty box: the last answer, to correct"),
        "newline": _("a new line"),
        "scroll(-1)": _("page up in the conversation"),
        "scroll(1)": _("page down in the conversation"),
        "hide": _("blank the screen"),
        "show": _("lift the blank"),
        "cursor_up": _("up"),
        "cursor_down": _("down"),
        "rows.last": _("the last"),
        "first": _("the first"),
        "page_up": _("a page up"),
        "page_down": _("a page down"),
        "show_overlay": _("open the choice"),
        "audience": _("for the client, or for us"),
    }


class HelpScreen(House[None]):
    """Read from the tables by which the program itself goes, so that it cannot be out of date."""

    CSS_PATH: ClassVar = ["house.tcss", "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    AUTO_FOCUS = "#pages"

    def compose(self) -> ComposeResult:
        """The conversation first, for that is what everything is for."""
        yield self.too_small()
        yield from self.title_line(_("Help"))
        with VerticalScroll(id="pages") as pages:
            pages.border_title = Content(_("How a conversation goes"))  # type: ignore[assignment]
            yield Static(id="talk", markup=False)
            with Container(id="columns"):
                yield Static(id="commands", markup=False)
                yield Static(id="keys", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_resize(self) -> None:
        """Lines are broken at the columns' width, under the words that they go on."""
        whole = max(self.size.width - _FRAME, _COMMAND_CELLS * 2)
        column = whole // 2 - _BETWEEN if self.size.width >= SIDE_PANES_FROM else whole
        for name, lines, width in (
            ("#talk", _conversation(), whole),
            ("#commands", _commands(), column),
            ("#keys", _keys(), column),
        ):
            self.query_one(name, Static).update(Content("\n").join(_hung(line, width) for line in lines))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()


Line = tuple[Content, Content]
"""What a line begins with, and what goes on under itself."""


def _hung(line: Line, width: int) -> Content:
    head, rest = line
    lines = rest.wrap(max(width - head.cell_length, 8)) if rest else [rest]
    indent = "\n" + " " * head.cell_length
    return head + Content(indent).join(one.rstrip() for one in lines)


def _conversation() -> list[Line]:
    steps = (
        _("Type what the client wants, in their words, and press Enter: that is goal 1."),
        _("A question stands over the box: put it in your own voice, note the answer, press Enter. Tab takes another."),
        _("Words that a stranger could not check are marked; the next question asks about them."),
        _("When an answer could be checked: /criterion files it as a draft, while the client talks on."),
        _("When nothing new comes: another question, /park, or /refer. Then /criteria, and /export."),
    )
    return [(Content.styled(f"{number} ", "bold $primary"), Content(step)) for number, step in enumerate(steps, 1)]


def _commands() -> list[Line]:
    how = _("Esc, or / in an empty box. The first letters are enough; /1 … /9 go to a goal.")
    lines = [
        (Content(), Content.styled(_("Commands of the interview"), "bold $primary")),
        (Content(), Content.styled(how, "$muted")),
    ]
    for command in COMMANDS:
        takes = f" {command.takes}" if command.takes else ""
        others = " · ".join(name for name in dict.fromkeys(command.names[1:]) if name != command.names[0])
        head = Content.styled(fit(f"/{command.names[0]}{takes}", _COMMAND_CELLS), "bold")
        lines.append((head, Content.assemble(_(command.does), (f"  {others}", "$muted"))))
    return lines


def _keys() -> list[Line]:
    lines: list[Line] = []
    for where, keys in groupby(KEYS, key=lambda key: key.where):
        if lines:
            lines.append((Content(), Content()))
        lines.append((Content(), Content.styled(places().get(where, where), "bold $primary")))
        for key in keys:
            does = deeds().get(f"{key.where}.{key.action}") or deeds().get(key.action) or _(key.label or key.action)
            lines.append((Content.styled(fit(_drawn(key), _KEY_CELLS), "bold"), Content(does)))
    return lines


def _drawn(key: Key) -> str:
    return ", ".join(_DRAWN.get(one, one) for one in key.keys.split(","))
