"""The one box: notes of the client's words, with what is heard in them marked live."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.color import Color
from textual.message import Message
from textual.widgets import TextArea

from brasstacks.language import Finding
from brasstacks.tui.cells import seen
from brasstacks.tui.keys import bindings


class NotesBox(TextArea):
    """A text area in which Enter commits. It never decides what a text means: it posts what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("box")]

    class Answered(Message):
        """Enter was pressed."""

        def __init__(self, text: str, *, verbatim: bool) -> None:
            """Carry the text; `verbatim` when some of it was pasted."""
            super().__init__()
            self.text = text
            self.verbatim = verbatim

    class Chosen(Message):
        """Tab: the next question, or with -1 the one before."""

        def __init__(self, step: int) -> None:
            """Carry the step."""
            super().__init__()
            self.step = step

    class CommandWanted(Message):
        """The command line is asked for."""

        def __init__(self, *, by_slash: bool = False) -> None:
            """Carry whether it was by the slash in an empty box, and not by a key that closes what is open, too."""
            super().__init__()
            self.by_slash = by_slash

    class TypedBehind(Message):
        """A key that came behind the slash, before the command line had taken the place of the box."""

        def __init__(self, key: events.Key) -> None:
            """Carry the key."""
            super().__init__()
            self.key = key

    class LastWanted(Message):
        """The last answer is to come back."""

    class Pasted(Message):
        """A text was pasted."""

        def __init__(self, text: str) -> None:
            """Carry the text."""
            super().__init__()
            self.text = text

    class TurnsWanted(Message):
        """What was pasted is to come in as turns."""

    def __init__(self) -> None:
        """Make an empty box."""
        # The line of the cursor has no style of its own: it would paint over the marks.
        super().__init__(id="box", soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self.cursor_blink = False  # nothing moves by itself while a client talks
        self._findings: Sequence[Finding] = ()
        self._starts: list[int] = [0]
        self._pasted = False
        self._handed = 0
        """Characters at the beginning that were entered and not taken yet."""
        self._slashed = False
        """A slash has asked for the command line, and what is typed from now on is meant for it."""

    @property
    def verbatim(self) -> bool:
        """Whether what stands in it is the client's words, whatever it begins with."""
        return self._pasted

    def put(self, text: str, *, verbatim: bool = False) -> None:
        """Have a text stand in the box, with the cursor behind it."""
        self._pasted = verbatim
        self._handed = 0
        self.load_text(text)
        self.move_cursor(self.document.end)

    def text_as_it_stands(self, pasted: str) -> str:
        """A text that was pasted, with the ends of line that the box gives it."""
        return self.document.newline.join(pasted.splitlines())

    def add_words(self, text: str) -> None:
        """Put in what is the client's words, whatever it begins with."""
        self._pasted = True
        self.insert(text)

    def take(self, entered: str, instead: str = "") -> None:
        """Take out what was entered; what was typed since, while the program was slow, stays."""
        handed = max(self._handed - len(entered), 0)
        self.put(instead + self.text.removeprefix(entered))
        self._handed = handed

    def leave(self) -> None:
        """What was entered could not be taken, and stays to be entered again."""
        self._handed = 0

    def mark(self, findings: Sequence[Finding]) -> None:
        """Mark what is heard in the text as it stands."""
        if not findings and not self._findings:
            return
        self._findings = findings
        self._starts = [0]
        for line in self.document.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.notify_style_update()  # the lines are cached by what is typed, and marks are not typed
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line with its marks."""
        line = super().get_line(line_index)
        if not line.plain.isprintable():
            # What would steer the terminal is shown; a tab the text area spreads itself.
            line = Text("\t".join(seen(part) for part in line.plain.split("\t")), end="", no_wrap=True)
        if self._findings and line_index < len(self._starts):
            start = self._starts[line_index]
            for finding in self._findings:
                first, last = finding.span.start - start, finding.span.end - start
                if last > 0 and first < len(line):
                    line.stylize(self._style_of(finding), max(first, 0), last)
        return line

    def _style_of(self, finding: Finding) -> Style:
        name = "warning" if finding.challenge else "secondary"
        colour = Color.parse(self.app.theme_variables[name]).rich_color
        return Style(underline=True, bold=finding.challenge, color=colour)

    async def _on_key(self, event: events.Key) -> None:
        if self._slashed:
            event.stop()
            event.prevent_default()
            self.post_message(self.TypedBehind(events.Key(event.key, event.character)))
        elif event.character == "/" and not self.text:
            event.stop()
            event.prevent_default()
            self._slashed = True
            self.post_message(self.CommandWanted(by_slash=True))
        elif any(binding.action == "answer" for binding in self._bindings.key_to_bindings.get(event.key, ())):
            # Here and not by its binding, which is looked up only after the letters that were typed behind it.
            event.stop()
            event.prevent_default()
            self.action_answer()

    def on_focus(self) -> None:
        """The command line is left."""
        self._slashed = False

    async def _on_paste(self, event: events.Paste) -> None:
        # The text area's own handler follows and puts it in.
        self._pasted = True
        self.post_message(self.Pasted(event.text))

    def action_answer(self) -> None:
        """Enter."""
        text = self.text[self._handed :]
        if text.strip():
            self._handed = len(self.text)
            self.move_cursor(self.document.end)
            self.post_message(self.Answered(text, verbatim=self._pasted or text[:1].isspace()))

    def action_choose(self, step: int) -> None:
        """Tab and shift+tab."""
        self.post_message(self.Chosen(step))

    def action_command(self) -> None:
        """Esc and ctrl+o."""
        self.post_message(self.CommandWanted())

    def action_last(self) -> None:
        """In an empty box the arrow brings the last answer back; else it moves the cursor."""
        if self.text:
            self.action_cursor_up()
        else:
            self.post_message(self.LastWanted())

    def action_take_in(self) -> None:
        """What was pasted comes in turn by turn."""
        self.post_message(self.TurnsWanted())

    def action_newline(self) -> None:
        """A new line inside an answer."""
        if not self.read_only:
            self.insert("\n")
