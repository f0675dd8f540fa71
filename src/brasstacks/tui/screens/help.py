"""How a conversation goes, every key and every command."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from brasstacks.interview import COMMANDS
from brasstacks.tui.cells import fit
from brasstacks.tui.keys import KEYS, Key, bindings
from brasstacks.tui.screens.house import SIDE_PANES_FROM, House
from brasstacks.tui.widgets.footer import Foot
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
    "slash": "/",
    "full_stop": ".",
    "pageup": "page up",
    "pagedown": "page down",
}


def places() -> dict[str, str]:
    """Where keys are bound, by its id in the table of keys."""
    return {
        "app": _("Everywhere"),
        "library": _("Library"),
        "search": _("Search"),
        "trash": _("Trash"),
        "parting": _("Before something goes for good"),
        "new": _("New session"),
        "box": _("The box of the interview"),
        "interview": _("Interview"),
        "hidden": _("Hidden screen"),
        "command": _("Command line"),
        "practice_box": _("The box of a practice"),
        "practice": _("Practice"),
        "hindsight": _("Practice: in hindsight"),
        "clients": _("Practice: with whom"),
        "replay": _("Replay"),
        "criteria": _("Criteria: the list"),
        "timeline": _("Timeline"),
        "follow_ups": _("What was promised"),
        "due": _("Promised in all sessions"),
        "recap": _("Recap"),
        "agenda": _("Agenda"),
        "options": _("Options"),
        "spoken": _("Risks and expectations"),
        "perceived": _("Done and perceived"),
        "cards": _("Calm answers"),
        "fit": _("Fit"),
        "review": _("Your own part"),
        "changes": _("Since last time"),
        "ask": _("A question over a screen"),
        "words": _("A text in it"),
        "form": _("Criteria: the form"),
        "rows": _("A list"),
        "choice": _("A field with a choice"),
        "values": _("The values of such a field"),
        "export": _("Export"),
        "import": _("Import"),
        "referral": _("Referral"),
        "record": _("The record"),
        "help": _("Help"),
    }


def deeds() -> dict[str, str]:
    """What the keys do that the footer does not name, by the action."""
    return {
        "leave": _("leave; nothing is lost"),
        "record": _("how the record stands, and what can be done"),
        "reload": _("read the folder anew"),
        "again": _("a new session with the same client; what is open goes along"),
        "find": _("find any word in any session"),
        "library.room('criteria')": _("its criteria"),
        "library.practise": _("practise with a played client"),
        "practice_box.last": _("in an empty box: the last answer, to correct"),
        "practice_box.answer": _("ask the question over the box"),
        "practice.next_wish": _("leave this goal: they come to their next wish"),
        "practice.end": _("end the practice, and look back"),
        "replay.pause": _("stop the time, or let it go on"),
        "replay.turn(1)": _("the next turn at once"),
        "replay.turn(-1)": _("a turn back"),
        "replay.speed(1)": _("twice as fast"),
        "replay.speed(-1)": _("half as fast"),
        "replay.why": _("the verdict at this moment"),
        "replay.scroll(-1)": _("page up in the conversation"),
        "replay.scroll(1)": _("page down in the conversation"),
        "library.delete": _("put it in the trash"),
        "undelete": _("take back the last deletion"),
        "trash": _("what was deleted"),
        "forget": _("forget its client: see first what would go"),
        "page(1)": _("a page down"),
        "page(-1)": _("a page up"),
        "down": _("down"),
        "up": _("up"),
        "choose(1)": _("ask the next question offered"),
        "choose(-1)": _("ask the one before"),
        "last": _("in an empty box: the last answer, to correct"),
        "newline": _("a new line"),
        "scroll(-1)": _("page up in the preview"),
        "scroll(1)": _("page down in the preview"),
        "screen.scroll(-1)": _("page up in the conversation, or in what /why says"),
        "screen.scroll(1)": _("page down in the conversation, or in what /why says"),
        "hide": _("blank the screen"),
        "show": _("lift the blank"),
        "cursor_up": _("up"),
        "cursor_down": _("down"),
        "rows.last": _("the last"),
        "first": _("the first"),
        "page_up": _("a page up"),
        "page_down": _("a page down"),
        "show_overlay": _("open the choice"),
        "criteria.ask": _("ask what it lacks, now"),
        "criteria.agree": _("the client said yes; again: back to draft"),
        "criteria.reject": _("it does not count; again: back to draft"),
        "criteria.turns": _("the conversation, where it came from"),
        "criteria.order": _("sort by goal, step, state, owner, due"),
        "criteria.only": _("only those of a kind"),
        "criteria.grow": _("add what was said since to the last one"),
        "criteria.split": _("two criteria of one"),
        "criteria.merge": _("take another one into it"),
        "criteria.reach": _("it has come true"),
        "shift(-1)": _("move it up"),
        "shift(1)": _("move it down"),
        "criteria.export": _("export"),
        "timeline.open": _("the turn alone, where there is no room beside"),
        "timeline.edit": _("correct the answer, or the goal"),
        "timeline.question": _("correct the question to what was asked"),
        "timeline.note": _("your note; on a goal: what hurts"),
        "timeline.move": _("to another goal"),
        "timeline.split": _("two turns of one"),
        "timeline.join": _("one turn of this and the next"),
        "done": _("done; again: not done"),
        "oneself('right')": _("Did I act rightly?"),
        "oneself('client')": _("Did we do all we could for the client?"),
        "oneself('ours')": _("Did we keep our own interests?"),
        "recap.close": _("close the session; again: take it up"),
        "recap.contact": _("when to get in touch next"),
        "recap.export": _("export"),
        "restore": _("bring a deleted turn back"),
        "undo": _("take the last edit back"),
        "redo": _("do again what was taken back"),
        "jump('goal')": _("to the next goal"),
        "jump('drift')": _("to where a chain stalled or drifted"),
        "jump('open')": _("to the next answer that is open"),
        "names": _("correct names and the title"),
        "language": _("change the language"),
        "bank": _("change the question bank"),
        "cards": _("a calm answer, by two or three letters"),
        "ready('nothing')": _("do nothing, as an option"),
        "ready('smallest')": _("the smallest thing that could work"),
        "options.choose": _("the client chose it; on a goal: not yet"),
        "options.meets": _("which criteria it meets"),
        "options.budget": _("the most they would spend"),
        "options.resize": _("its size against the problem"),
        "spoken.raise": _("it was spoken of; again: it was not"),
        "spoken.offer": _("offer or promise what the bank has"),
        "spoken.export": _("hand over what they can expect of us"),
        "worry(0)": _("it does not worry them"),
        "worry(1)": _("it worries them a little"),
        "worry(2)": _("it rather worries them"),
        "worry(3)": _("it worries them very much"),
        "fit.tick": _("it holds, half, it does not, not noted"),
        "fit.words": _("what it was seen by"),
        "fit.open": _("leave it open after all"),
        "perceived.turn": _("the complaint becomes an answer in the chain"),
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
            pages.border_title = Content(_("How a conversation goes"))
            yield Static(id="talk", markup=False)
            with Container(id="columns"):
                yield Static(id="commands", markup=False)
                yield Static(id="keys", markup=False)
        yield Foot()

    def on_resize(self) -> None:
        """Lines are broken at the columns' width, under the words that they go on."""
        whole = max(self.size.width - _FRAME, _COMMAND_CELLS * 2)
        column = whole // 2 - _BETWEEN if self.size.width >= SIDE_PANES_FROM else whole
        for name, lines, width in (
            ("#talk", _conversation(), whole),
            ("#commands", _commands(), column),
            ("#keys", _keys(), column),
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
        takes = f" {command.takes}" if command.takes else ""
        others = " · ".join(name for name in dict.fromkeys(command.names[1:]) if name != command.names[0])
        head = Content.styled(fit(f"/{command.names[0]}{takes}", _COMMAND_CELLS), "bold")
        lines.append(_line(head, _(command.does), beside=others))
    return lines


def _keys() -> list[Line]:
    lines: list[Line] = []
    for where, keys in groupby(KEYS, key=lambda key: key.where):
        if lines:
            lines.append(_line(Content(), ""))
        lines.append(_line(Content(), places().get(where, where), "bold $primary"))
        for key in keys:
            does = deeds().get(f"{key.where}.{key.action}") or deeds().get(key.action) or _(key.label or key.action)
            lines.append(_line(Content.styled(fit(_drawn(key), _KEY_CELLS), "bold"), does))
    return lines


def _drawn(key: Key) -> str:
    return ", ".join(_DRAWN.get(one, one) for one in key.keys.split(","))
