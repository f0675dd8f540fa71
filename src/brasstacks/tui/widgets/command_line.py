"""The command line over the box: a name in any of the three languages, completed as it is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from brasstacks.interview import Command, complete, find, parse
from brasstacks.interview.commands import bare, nearest
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.saying import command_word
from brasstacks.tui.widgets.fields import pasted_on_one_line
from brasstacks.words import _, spoken


class Line(Input):
    """Where a command is typed; of what is pasted nothing is lost."""

    def _on_paste(self, event: events.Paste) -> None:
        super()._on_paste(pasted_on_one_line(event))
        event.prevent_default()
        event.stop()


class CommandLine(Vertical):
    """Shown in place of the box, which keeps its text."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("command")]

    class Run(Message):
        """A line was entered."""

        def __init__(self, line: str) -> None:
            """Carry the line."""
            super().__init__()
            self.line = line

    class Left(Message):
        """The box is wanted back."""

        def __init__(self, text: str = "") -> None:
            """Carry a text that is to stand in the box as the client's words."""
            super().__init__()
            self.text = text

    def __init__(self, foretell: Callable[[str], str], *, id: str) -> None:  # noqa: A002 - as every widget calls it
        """Make an empty line.

        Args:
            foretell: says how a line that is being typed would be understood; empty when that goes without saying.
            id: on the screen.
        """
        super().__init__(id=id)
        self.border_title = _("Command")
        self.border_subtitle = _("esc closes · // begins a client's text with a slash")
        self._foretell = foretell
        self._by_slash = False
        self._refused = ""
        """The line that was entered last, where it could not be done."""
        self._unknown = ""
        """The line that was entered and is no command: entered again, it goes into the box."""

    def compose(self) -> ComposeResult:
        """The line where the box was, and what may be meant below it."""
        with Horizontal(id="prompt"):
            yield Static("/", id="slash", markup=False)
            line = Line(id="line", placeholder=_("a command, not the client's words"), select_on_focus=False)
            line.cursor_blink = False
            yield line
        completions = OptionList(id="completions", markup=False)
        completions.can_focus = False
        yield completions

    @property
    def line(self) -> Input:
        """Where it is typed."""
        return self.query_one("#line", Input)

    @property
    def typed(self) -> str:
        """What stands in it; nothing while the box is there."""
        return self.line.value if self.display else ""

    @property
    def completions(self) -> OptionList:
        """What may be meant."""
        return self.query_one("#completions", OptionList)

    def open(self, *, by_slash: bool = False, begun: str = "") -> None:
        """Take the place of the box.

        Args:
            by_slash: a slash was typed to have it, so that one more makes two.
            begun: what stands in it already.
        """
        self.display = True
        self._by_slash, self._unknown = by_slash, ""
        refused, self._refused = self._refused, ""
        self.line.value = begun or ("" if by_slash else refused)
        self.line.cursor_position = len(self.line.value)
        if self.line.value != begun:
            self.line.select_all()
        self._complete(bare(self.line.value).partition(" ")[0])
        self.line.focus()

    def refuse(self) -> None:
        """What was entered could not be done: it stands there, to be mended or typed over, when the line opens next."""
        self._refused = self.typed

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == ("/" if self._by_slash else "//"):
            self.post_message(self.Left("/"))
            return
        self._complete(bare(event.value).partition(" ")[0])
        if told := self._foretell(event.value):
            self._tell(seen(told), "$secondary")

    def _complete(self, word: str) -> None:
        exact = find(word)
        commands = (exact,) if exact else complete(word)
        self.completions.clear_options()
        self.completions.add_options([Option(self._row(command), id=command.id) for command in commands])
        self.completions.highlighted = 0 if commands else None

    @staticmethod
    def _row(command: Command) -> Content:
        return Content.assemble((command_word(command).ljust(22), "bold"), (_(command.does), "$muted"))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        line = bare(event.value)
        if not line and self.completions.highlighted in (None, 0):
            self.post_message(self.Left())
            return
        if " " not in line and not line.isdecimal() and find(line) is None:
            line = self._highlighted() or line
        meant = parse(line)
        if meant.command is not None or meant.goal is not None:
            self.post_message(self.Run(line))
        elif event.value == self._unknown:
            self.post_message(self.Left(event.value.strip()))
        else:
            self._unknown = event.value
            told = _("There is no command “{word}”. Enter again: into the box, as the client's words.")
            near = nearest(meant.word)
            if near is not None:
                told = _(
                    "There is no command “{word}”: perhaps /{name}? Enter again: into the box, as the client's words."
                )
            name = near.name_in(spoken()) if near else ""
            self._tell(told.format(word=seen(meant.word), name=name), "$warning")

    def _tell(self, told: str, style: str) -> None:
        self.completions.add_option(Option(Content.styled(f"  {told}", style), disabled=True))

    def _highlighted(self) -> str:
        option = self.completions.highlighted_option
        return option.id or "" if option else ""

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_id or "")

    def _take(self, name: str) -> None:
        self.line.value = f"{name} "
        self.line.cursor_position = len(self.line.value)
        self.line.focus()

    def on_key(self, event: events.Key) -> None:
        """The arrows move among the completions."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            (self.completions.action_cursor_up if event.key == "up" else self.completions.action_cursor_down)()

    def action_complete(self) -> None:
        """Tab: the highlighted name is written out."""
        if (name := self._highlighted()) and " " not in self.line.value:
            self._take(name)

    def action_close(self) -> None:
        """Esc: back to the box."""
        self.post_message(self.Left())
