"""The form of one criterion: every field, its step on the ladder, and the words it came from."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Select, Static, TextArea

from brasstacks import editing, figures
from brasstacks.arrange import is_ours
from brasstacks.criteria import Step
from brasstacks.session import Criterion, CriterionStatus, Provenance, Result, Turn
from brasstacks.tui.cells import one_line, seen
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened
from brasstacks.tui.widgets.fields import Choice, Field, Passage
from brasstacks.tui.wording import (
    STEP_BARS,
    criterion_status_word,
    missing_words,
    provenance_word,
    result_word,
    step_style,
    step_word,
)
from brasstacks.words import _

UNASKED = "unasked"
"""A choice needs a value for what nobody has asked yet."""

Change = Callable[[str, str, str], bool]
"""Takes a criterion's id, a field and its new value; says whether it was taken."""


def labels() -> dict[str, str]:
    """The fields of one line, in the order of the form."""
    return {
        "who": _("Who"),
        "observable": _("Seen or heard"),
        "threshold": _("How much"),
        "test": _("or a yes/no test"),
        "fail": _("or levels: fail"),
        "target": _("          target"),
        "stretch": _("          stretch"),
        "when": _("By when"),
        "check": _("How checked"),
        "baseline": _("Today"),
        "why": _("Why it matters"),
        "owner": _("Owner"),
        "agreed_by": _("Agreed by"),
    }


def field_word(name: str) -> str:
    """A field of the form by its own name, where no label stands beside it."""
    named = {
        "statement": _("the statement"),
        "test": _("a yes/no test"),
        "fail": _("level: fail"),
        "target": _("level: target"),
        "stretch": _("level: stretch"),
        "result": _("whether it is delivered"),
        "provenance": _("whose words"),
        "status": _("status"),
    }
    return named.get(name) or labels()[name].lower()


def as_text(criterion: Criterion) -> str:
    """A criterion with the fields that are filled in, a line each."""
    fields = [(label.strip(), str(getattr(criterion, name, "") or "")) for name, label in labels().items()]
    return "\n".join([criterion.statement, *(f"{label}: {value}" for label, value in fields if value)])


class CriterionForm(VerticalScroll):
    """Leaving a field, or Enter in it, hands its value over."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    class Left(Message):
        """The list is wanted back."""

    def __init__(self, change: Change, opened: Opened) -> None:
        """Make an empty form.

        Args:
            change: called with what was changed.
            opened: keeps what is being written, until it is handed over.
        """
        super().__init__(id="form", can_focus=False)
        self._change, self._opened = change, opened
        self._criterion: Criterion | None = None
        self._shown: dict[str, str] = {}
        """What stood in each field when it was shown: only what differs from it was typed."""

    def compose(self) -> ComposeResult:
        """The statement, the ladder, the fields, the choices, the quotations."""
        yield Passage("statement")
        yield Static(id="ladder", markup=False)
        yield Static(id="ask-next", markup=False)
        for name, label in labels().items():
            with Horizontal(classes="row"):
                yield Label(label, id=f"label-{name}", markup=False)
                yield Field(name)
        with Horizontal(classes="row"):
            yield Label(_("Is it delivered?"), markup=False)
            yield Choice("result", [(result_word(one), one.value or UNASKED) for one in Result], UNASKED)
        with Horizontal(classes="row"):
            yield Label(_("Whose words"), markup=False)
            yield Choice("provenance", [(provenance_word(one), one.value) for one in Provenance], Provenance.CLIENT)
        with Horizontal(classes="row"):
            yield Label(_("Status"), markup=False)
            statuses = [(criterion_status_word(one), one.value) for one in CriterionStatus]
            yield Choice("status", statuses, CriterionStatus.DRAFT)
        yield Static(id="quotes", markup=False)

    # ------------------------------------------------------------ showing

    def show(self, criterion: Criterion, step: Step, turns: Sequence[Turn], question: str, due: date | None) -> None:
        """Show a criterion; what was typed into the one before is handed over first.

        Args:
            criterion: as it is filed.
            step: its place on the ladder.
            turns: those it came from.
            question: the one that would get what it lacks; empty for none.
            due: the day that its `when` names; None when it names none.
        """
        self.keep()
        if self._criterion is None or self._criterion.id != criterion.id:
            self.scroll_home(animate=False)
        self._criterion = criterion
        self._put("statement", seen(criterion.statement))
        if began := self._opened.written_elsewhere(f"{criterion.id}.statement"):
            self._write("statement", began)
        for name, label in labels().items():
            self._put(name, one_line(editing.word(criterion, name)))
            ours = f"{label} ◇" if name in criterion.proposed else label
            self.query_one(f"#label-{name}", Label).update(ours)
            if began := self._opened.written_elsewhere(f"{criterion.id}.{name}"):
                self._write(name, began)
        with self.prevent(Select.Changed):
            for name in ("result", "provenance", "status"):
                value = getattr(criterion, name).value or UNASKED
                self._shown[name] = value
                self.query_one(f"#{name}", Choice).value = value
        self.query_one("#ladder", Static).update(_ladder(criterion, step, due))
        ask_next = self.query_one("#ask-next", Static)
        ask_next.update(Content.assemble((f"▸ {seen(question)}", "bold $primary"), (_("   q asks it now"), "$muted")))
        ask_next.display = bool(question)
        self.query_one("#quotes", Static).update(_quotes(criterion, turns))

    def _put(self, name: str, value: str) -> None:
        self._shown[name] = value
        self._write(name, value)

    def _write(self, name: str, value: str) -> None:
        field = self.query_one(f"#{name}")
        if isinstance(field, Passage) and field.text != value:
            field.load_text(value)
        elif isinstance(field, Field) and field.value != value:
            field.value = value
            field.cursor_position = 0

    # ------------------------------------------------------------ handing over

    def keep(self) -> None:
        """Hand over what was typed."""
        if self._criterion is None or self.disabled:
            return
        criterion_id = self._criterion.id
        for name in ("statement", *labels()):
            value = self._typed(name)
            if value == self._shown[name]:
                continue
            before, self._shown[name] = self._shown[name], value
            self._opened.elsewhere = "", ""
            if not self._change(criterion_id, name, value.strip()):
                self._put(name, before)

    def _typed(self, name: str) -> str:
        field = self.query_one(f"#{name}")
        return field.text if isinstance(field, Passage) else field.value if isinstance(field, Field) else ""

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _writing(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        name = event.control.id or ""
        if self._criterion is not None and name in self._shown:
            place = f"{self._criterion.id}.{name}"
            self._opened.write_elsewhere(place, self._typed(name), was=self._shown[name])

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """A field was left."""
        self.keep()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.keep()
        self.screen.focus_next()

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        event.stop()
        name, value = event.select.id or "", event.select.value
        if self._criterion is None or not isinstance(value, str) or value == self._shown.get(name):
            return
        self._shown[name] = value
        self._change(self._criterion.id, name, "" if value == UNASKED else value)

    def action_list(self) -> None:
        """Back to the list."""
        self.keep()
        self.post_message(self.Left())


def _ladder(criterion: Criterion, step: Step, due: date | None) -> Content:
    missing = missing_words(step.missing)
    lacks = _("still missing: {missing}").format(missing=missing) if missing else _("nothing is missing")
    parts = [
        (f"{STEP_BARS[step.step]} {step_word(step.step)}", f"bold {step_style(step)}"),
        (f"   {lacks}", "$muted"),
    ]
    if due is not None:
        parts.append((_("\nby when: {day}").format(day=figures.weekday_and_day(due)), "$secondary"))
    if is_ours(criterion):
        parts.append((_("\n◇ our words, until the client agrees: g"), "$warning"))
    if criterion.status is CriterionStatus.AGREED and criterion.agreed_at:
        who, day = seen(criterion.agreed_by), figures.weekday_and_day(criterion.agreed_at.date())
        parts.append((_("\n✓ agreed: {who}, {day}").format(who=who, day=day), "$success"))
    if criterion.status is CriterionStatus.REJECTED:
        parts.append((_("\n× rejected: {why}").format(why=seen(criterion.rejected_because)), "$warning"))
    if criterion.reached_at:
        parts.append(
            (_("\n★ reached: {day}").format(day=figures.weekday_and_day(criterion.reached_at.date())), "$success")
        )
    return Content.assemble(*parts)


def _quotes(criterion: Criterion, turns: Sequence[Turn]) -> Content:
    if not turns:
        return Content.styled(_("It rests on no answer."), "$muted")
    parts = [Content.styled(_("Where it came from: t opens the conversation there"), "$primary")]
    names = {"statement": _("statement"), **labels()}
    for turn in turns:
        question = seen(turn.question) or _("(no question)")
        fields = [names[name].strip() for name, ids in criterion.sources.items() if turn.id in ids and name in names]
        given = f"   → {', '.join(fields)}" if fields else ""
        parts.append(Content.assemble((question, "$muted"), (given, "$secondary"), "\n", seen(turn.answer.strip())))
    return Content("\n").join(parts)
