"""Too early to work together: what serves the client now, said kindly, with a text to hand over."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from brasstacks import editing
from brasstacks.tui.copying import Copied
from brasstacks.tui.keys import bindings
from brasstacks.tui.opened import Opened, local_now
from brasstacks.tui.screens.house import House
from brasstacks.tui.widgets.footer import Foot
from brasstacks.words import _


class ReferralScreen(House[None]):
    """The bank's endings at the left; the words to say and the text, which can be edited, at the right."""

    CSS_PATH = ["house.tcss", "referral.tcss"]  # noqa: RUF012 - the base class declares it so
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("referral")]
    AUTO_FOCUS = "#endings"

    endings = query_one("#endings", OptionList)
    say_it = query_one("#say", Static)
    text = query_one("#text", TextArea)

    def __init__(self, opened: Opened) -> None:
        """End the goal in hand of an open session."""
        super().__init__()
        self.opened = opened
        self._referrals = opened.interview.bank.referrals
        goal = opened.interview.goal
        self._place = f"{goal.id if goal else ''}.referral"
        self._given = ""
        """The text as it was put there, before anybody changed it."""

    def compose(self) -> ComposeResult:
        """The endings, and what belongs to the one that is highlighted."""
        goal = self.opened.interview.goal
        yield self.too_small()
        yield from self.title_line(_("Too early: what serves them now"))
        yield Static(Content(goal.statement if goal else _("No goal yet")), id="goal", markup=False)
        with Horizontal():
            yield OptionList(*[Option(Content(one.title)) for one in self._referrals], id="endings", markup=False)
            with Vertical():
                yield Static(id="say", markup=False)
                yield TextArea(id="text", soft_wrap=True, tab_behavior="focus")
        yield Foot()

    def on_mount(self) -> None:
        """Show the ending for the state of the chain, the first for none, or the one that was given already."""
        self.endings.border_title = _("Endings")
        self.say_it.border_title = _("To say")
        self.text.border_title = _("To hand over")
        self.endings.highlighted = self._fitting() if self._referrals else None
        if not self._referrals:
            self.say_it.update(Content(_("The bank has no referrals.")))
        goal = self.opened.interview.goal
        if goal is not None and goal.referral is not None:
            titles = [one.title for one in self._referrals]
            if goal.referral.title in titles:
                self.endings.highlighted = titles.index(goal.referral.title)
            self.call_after_refresh(self._put, goal.referral.text)
        if began := self.opened.written_elsewhere(self._place):
            self.call_after_refresh(self.text.load_text, began)

    def _fitting(self) -> int:
        """Which ending is meant for the state of the chain; the first when none is."""
        followed = self.opened.interview.followed
        state = followed.drift.state.value if followed else ""
        return next((at for at, one in enumerate(self._referrals) if state in one.for_states), 0)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        referral = self._referrals[event.option_index]
        goal = self.opened.interview.goal
        self.say_it.update(Content(referral.say))
        session = self.opened.interview.session
        goal_said = goal.statement if goal else ""
        self._put(referral.letter(session.client.name, goal_said, session.session.interviewer))

    def _put(self, text: str) -> None:
        self._given = text
        self.text.load_text(text)

    @on(TextArea.Changed)
    def _written(self) -> None:
        self.opened.write_elsewhere(self._place, self.text.text, was=self._given)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.text.focus()

    def action_refer(self) -> None:
        """End the goal with this text."""
        interview, index = self.opened.interview, self.endings.highlighted
        if interview.goal is None or index is None or self.opened.read_only:
            self.say(self.opened.read_only or _("There is no goal to end."), warning=True)
            return
        title = self._referrals[index].title
        session = editing.refer(interview.session, interview.goal.id, title, self.text.text, now=local_now())
        interview.ended(_("referral"), session, local_now())
        self.opened.elsewhere = "", ""
        self.opened.save()
        self.dismiss()

    def copied(self) -> Copied | None:
        """What is handed over."""
        return Copied(_("what is handed over"), self.text.text) if self.text.text.strip() else None

    def action_back(self) -> None:
        """Back to the conversation; nothing is changed."""
        self.opened.elsewhere = "", ""
        self.dismiss()
