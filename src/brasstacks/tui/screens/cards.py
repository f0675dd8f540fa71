"""Calm answers, found by two or three letters while the client speaks; what stands in the box stays there."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static

from brasstacks import cards, editing
from brasstacks.questions.bank import Card
from brasstacks.tui.cells import seen
from brasstacks.tui.copying import Copied
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.ask import Small
from brasstacks.tui.widgets.fields import Field
from brasstacks.tui.widgets.footer import Foot
from brasstacks.tui.widgets.rows import Row, Rows
from brasstacks.words import _


class CardsScreen(Small[None]):
    """A field for the letters, the cards that they find, and the one under the cursor to be said."""

    CSS_PATH: ClassVar = ["ask.tcss", "cards.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("cards")]
    AUTO_FOCUS = "#letters"

    rows = query_one("#found", Rows)

    def __init__(self, opened: Opened, letters: str = "", said: str = "") -> None:
        """Prepare it.

        Args:
            opened: the session in hand.
            letters: to begin with.
            said: what the client is saying: the cards that it touches stand first while no letters are typed.
        """
        super().__init__(_("A calm answer"))
        self.opened = opened
        self._letters, self._said = letters, said

    def compose(self) -> ComposeResult:
        """Letters, cards, answer."""
        with self.framed() as frame:
            frame.border_subtitle = Content(_("↑ ↓ another · enter: it was said, and is noted"))
            yield Field("letters", self._letters, placeholder=_("two or three letters of what they say"))
            yield Rows("found", "")
            with VerticalScroll(id="answer-pane", can_focus=False):
                yield Static(id="answer", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """The cards, before a letter is typed."""
        self._find()

    @property
    def _cards(self) -> tuple[Card, ...]:
        interview = self.opened.interview
        letters, every = self.query_one("#letters", Field).value, interview.bank.cards
        if letters.strip():
            return cards.search(every, letters)
        touched = cards.offered(every, self._said, interview.session.session.language)
        return (*touched, *(card for card in every if card not in touched))

    @on(Input.Changed, "#letters")
    def _find(self) -> None:
        used = {one.entry for one in self.opened.interview.session.cards}
        found: list[Row] = [
            (Content(f"{'✓' if card.id in used else ' '} {seen(card.title)}"), card.id) for card in self._cards
        ]
        self.rows.show(found, found[0][1] if found else "")
        self._show()

    @on(OptionList.OptionHighlighted, "#found")
    def _show(self) -> None:
        card = self._card
        self.query_one("#answer", Static).update(_told(card) if card else Content.styled(_("No such card."), "$muted"))
        self.query_one("#answer-pane").scroll_home(animate=False)

    @property
    def _card(self) -> Card | None:
        return next((card for card in self._cards if card.id == self.rows.chosen), None)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_use(self) -> None:
        """It was said: that is noted in the session."""
        card = self._card
        if card is not None and not self.opened.read_only:
            interview = self.opened.interview
            session = editing.use_card(interview.session, card.id, card.title, now=local_now(), new_id=interview.new_id)
            interview.aside(_("calm answer"), session, "")
            self.opened.save()
        self.dismiss()

    def copied(self) -> Copied | None:
        """The answer under the cursor."""
        card = self._card
        return Copied(_("the calm answer"), "\n\n".join(filter(None, (card.say, card.read)))) if card else None

    def action_down(self) -> None:
        """The next card; the letters keep the cursor."""
        self.rows.action_cursor_down()

    def action_up(self) -> None:
        """The card before."""
        self.rows.action_cursor_up()


def _told(card: Card) -> Content:
    parts = [Content.styled(f"▸ {seen(card.say)}", "bold $primary")]
    if card.read:
        parts += [Content(), Content(seen(card.read))]
    if card.not_true_when:
        parts += [Content(), Content.assemble((_("Not true when") + ": ", "$warning"), seen(card.not_true_when))]
    if card.source:
        parts += [Content(), Content.styled(_("Source") + f": {seen(card.source)}", "$muted")]
    return Content("\n").join(parts)
