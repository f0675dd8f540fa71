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
from brasstacks.tui.screens.house import House
from brasstacks.words import _

_KEY_CELLS = 16
_COMMAND_CELLS = 19
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
            yield Static(_conversation(), id="talk")
            with Container(id="columns"):
                yield Static(_commands(), id="commands")
                yield Static(_keys(), id="keys")
        yield Footer(compact=True, show_command_palette=False)

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss()


def _conversation() -> Content:
    steps = (
        _("Type what the client wants, in their words, and press Enter: that is goal 1."),
        _("A question stands over the box: put it in your own voice, note the answer, press Enter. Tab takes another."),
        _("Words that a stranger could not check are marked; the next question asks about them."),
        _("When an answer could be checked: /criterion files it as a draft, while the client talks on."),
        _("When nothing new comes: another question, /park, or /refer. Then /criteria, and /export."),
    )
    rows = [Content.assemble((f"{number} ", "bold $primary"), step) for number, step in enumerate(steps, 1)]
    return Content("\n").join(rows)


def _commands() -> Content:
    rows = [
        Content.assemble(("\n" + _("Commands of the interview") + "\n", "bold $primary")),
        Content.styled(
            _("Esc, or / in an empty box; the first letters are enough; /1 … /9 go to a goal."), "$text-muted"
        ),
    ]
    for command in COMMANDS:
        takes = f" {command.takes}" if command.takes else ""
        others = " · ".join(dict.fromkeys(command.names[1:]))
        rows.append(
            Content.assemble(
                (fit(f"/{command.names[0]}{takes}", _COMMAND_CELLS), "bold"),
                _(command.does),
                (f"  {others}", "$text-muted"),
            )
        )
    return Content("\n").join(rows)


def _keys() -> Content:
    rows: list[Content] = []
    for where, keys in groupby(KEYS, key=lambda key: key.where):
        rows.append(Content.styled("\n" + places().get(where, where), "bold $primary"))
        rows += [
            Content.assemble(
                (fit(_drawn(key), _KEY_CELLS), "bold"), deeds().get(key.action) or _(key.label or key.action)
            )
            for key in keys
        ]
    return Content("\n").join(rows)


def _drawn(key: Key) -> str:
    return ", ".join(_DRAWN.get(one, one) for one in key.keys.split(","))
