"""An interview: the session in hand, the question over the box, and what each event makes of them.

The screen shows this and feeds it; the moment and the ids are handed in, so that it is tested without a screen.
"""

from collections.abc import Callable
from datetime import datetime

from brasstacks import cards, chain, criteria, editing
from brasstacks.follow import Followed, follow
from brasstacks.glance import kept
from brasstacks.interview.clock import Clock
from brasstacks.interview.commands import is_name
from brasstacks.interview.hints import Left, hint, leaving
from brasstacks.interview.outcome import TAKEN, Outcome
from brasstacks.language import Level, Reading, language_of, read
from brasstacks.questions import Bank, Suggestion
from brasstacks.questions.bank import Card
from brasstacks.session import AskedAs, Goal, GoalStatus, Session, Turn
from brasstacks.words import _

OFFERED = 5
"""How many questions are worth a glance: the pane beside the chain holds no more."""


class Interview:
    """The conversation in hand."""

    def __init__(
        self, session: Session, bank: Bank, *, new_id: Callable[[str], str], now: datetime, hints: bool = True
    ) -> None:
        """Take a session up.

        Args:
            session: as it was read.
            bank: joined with the banks that it extends.
            new_id: gives an id for a prefix; asked again when the session has it already.
            now: an aware datetime.
            hints: whether the interviewer wants the quiet hints.
        """
        self.history = editing.History(session)
        self.bank = bank
        self.clock = Clock(session.session.sittings)
        self.correcting: Turn | None = None
        """The turn whose answer stands in the box to be corrected."""
        self.private = False
        """Whether the screen was blanked since the session was opened: somebody is looking, and the fit stays shut."""
        self._draw_id = new_id
        self._hints = hints
        self._left: Left | None = None
        self._own = ""
        self._picked: Suggestion | None = None
        self._asked: datetime = now
        self.followed: Followed | None = None
        self.refresh(now)

    # ------------------------------------------------------------ what the screen shows

    @property
    def session(self) -> Session:
        """The session as it is."""
        return self.history.present

    @property
    def goal(self) -> Goal | None:
        """The goal in hand."""
        return self.session.current

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The next questions, best first."""
        return self.followed.suggestions if self.followed else ()

    @property
    def question(self) -> str:
        """What stands over the box; empty before the first goal."""
        if self.correcting is not None:
            return self.correcting.question
        if self._own:
            return self._own
        return self._shown.text if self._shown else ""

    @property
    def asked_as(self) -> AskedAs:
        """Whether the question over the box counts as asked."""
        if self._own:
            return AskedAs.OWN
        if self._picked:
            return AskedAs.CHOSEN
        return AskedAs.SHOWN if self._shown else AskedAs.NONE

    @property
    def pointer(self) -> int | None:
        """Which suggestion stands over the box, from 0; None when it is the interviewer's own."""
        if self._own or not self.suggestions:
            return None
        return self.suggestions.index(self._shown) if self._shown in self.suggestions else None

    @property
    def _shown(self) -> Suggestion | None:
        return self._picked or (self.suggestions[0] if self.suggestions else None)

    @property
    def probe(self) -> str:
        """The bank's id of the question over the box."""
        return "" if self._own or self._shown is None else self._shown.probe

    @property
    def hint(self) -> str:
        """The one quiet hint for the interviewer; empty for none, and when they are switched off."""
        if not self._hints or self.correcting is not None:
            return ""
        return hint(self.session, self.followed, own_question=self._own, left=self._left, seconds=self.clock.seconds)

    def hear(self, text: str) -> Reading:
        """What is heard in the text that stands in the box."""
        silent = (*self.session.dismissed, *self.session.fuzzy)
        return read(
            text,
            lang=self.session.session.language,
            question=self.question,
            extra=self.bank.lexicon.as_extra(),
            silent=silent,
        )

    def offered_card(self, text: str) -> Card | None:
        """The calm answer that the client's words touch, in the box or else in the last answer; once a session each.

        Args:
            text: what stands in the box.
        """
        last = self.turn()
        said = text.strip() or (last.answer if last else "")
        used = {one.entry for one in self.session.cards}
        touched = cards.offered(self.bank.cards, said, self.session.session.language)
        return next((card for card in touched if card.id not in used), None)

    def heard(self, goal: Goal) -> chain.Chain:
        """A goal's chain, as heard."""
        return chain.of_goal(self.session, goal, extra=self.bank.lexicon.as_extra())

    @property
    def draft(self) -> criteria.Draft | None:
        """What has grown under the goal in hand since its last criterion; None before the first goal."""
        return None if (grown := self._unfiled) is None else criteria.draft(grown)

    @property
    def promising_draft(self) -> criteria.Draft | None:
        """The draft, once something in it could be checked, if only in part: the client reads along."""
        grown = self._unfiled
        if grown is None or all(turn.reading.level is Level.VAGUE for turn in grown.turns):
            return None
        return criteria.draft(grown)

    @property
    def _unfiled(self) -> chain.Chain | None:
        if self.goal is None or self.followed is None:
            return None
        return criteria.unfiled(self.followed.chain, kept(self.goal))

    # ------------------------------------------------------------ events

    def refresh(self, now: datetime) -> None:
        """Judge the goal in hand anew; the question over the box is the best one again."""
        goal = self.goal
        self._own, self._picked, self._asked = "", None, now
        returning = bool(self.session.session.continues)
        self.followed = (
            follow(
                self.heard(goal),
                self.bank,
                count=OFFERED,
                returning=returning,
                ended=goal.status is not GoalStatus.OPEN,
            )
            if goal is not None
            else None
        )

    def take(self, session: Session, now: datetime) -> None:
        """Have another state of the session in hand, from which nothing is undone: a session that is played again."""
        self.history = editing.History(session)
        self.correcting = None
        self.refresh(now)

    def resume(self, now: datetime) -> None:
        """Judge anew what another screen may have changed; a question that was chosen stays over the box."""
        own, picked, asked = self._own, self._picked, self._asked
        self.refresh(now)
        if own or picked:
            self._own, self._picked, self._asked = own, picked, asked

    def new_id(self, prefix: str) -> str:
        """An id that the session does not have yet."""
        taken = set(self.session.ids())
        while (drawn := self._draw_id(prefix)) in taken:
            pass
        return drawn

    def did(self, name: str, session: Session, now: datetime) -> Outcome:
        """An edit was made."""
        self.history = self.history.did(name, session)
        self.correcting = None
        self.refresh(now)
        return TAKEN

    def leave(self) -> None:
        """The goal in hand is left for another, or for good."""
        goal = self.goal
        self._left = None
        if goal is not None and goal.status is GoalStatus.OPEN and self.followed is not None:
            number = [one.id for one in self.session.goals].index(goal.id) + 1
            self._left = leaving(goal, number, self.followed, self.bank)

    def ended(self, name: str, session: Session, now: datetime) -> Outcome:
        """The goal in hand was set aside or ended: on to the next that is open, round to the first; else to none."""
        self._left = None
        at = next((n for n, goal in enumerate(session.goals) if self.goal and goal.id == self.goal.id), 0)
        following = next((one for one in (*session.goals[at:], *session.goals) if one.status is GoalStatus.OPEN), None)
        in_hand = following.id if following else ""
        return self.did(name, editing.describe(session, now=now, current_goal=in_hand), now)

    def aside(self, name: str, session: Session, message: str) -> Outcome:
        """An edit beside the conversation: the question over the box stays as it was chosen."""
        self.history = self.history.did(name, session)
        return Outcome(done=True, message=message)

    def enter(self, text: str, now: datetime, *, verbatim: bool = False) -> Outcome:
        """Enter was pressed in the box.

        Args:
            text: what stands in it; nothing for an empty one.
            now: the moment.
            verbatim: it was pasted: always the client's words, whatever it begins with.
        """
        words = text.strip()
        if not words:
            return Outcome(done=False)
        if words.startswith("?") and not verbatim and text[:1] == "?" and words.strip("? "):
            return self.ask_own(words[1:].strip())
        if self.correcting is not None:
            name = _("edited answer {number}").format(number=self.number_of(self.correcting))
            return self.did(name, editing.correct_answer(self.session, self.correcting.id, words, now=now), now)
        if self.goal is None:
            return self.add_goal(words, now)
        session = editing.answer(
            self.session,
            self.goal.id,
            words,
            now=now,
            new_id=self.new_id,
            question=self.question,
            asked_as=self.asked_as,
            probe=self.probe,
            asked=self._asked,
        )
        self._left = None
        self.did(_("answer {number}").format(number=len(self.goal.turns) + 1), session, now)
        return Outcome(done=True, message="" if verbatim else _mistakable(words))

    def add_goal(self, words: str, now: datetime) -> Outcome:
        """A goal, in the client's words."""
        self.leave()
        first = not self.session.goals
        self.did(_("new goal"), editing.add_goal(self.session, words, now=now, new_id=self.new_id), now)
        return Outcome(done=True, message=_in_another(words, self.session.session.language) if first else "")

    def choose(self, step: int) -> None:
        """Tab: the question over the box is the one that is asked; again: the next one (or, with -1, the one before)."""
        if self.correcting is not None or not self.suggestions:
            return
        if self._picked is None or self._own:
            self.pick(0 if step > 0 or self._own else len(self.suggestions) - 1)
        else:
            self.pick((self.suggestions.index(self._picked) + step) % len(self.suggestions))

    def take_another(self, step: int) -> None:
        """The question over the box gives way to the next one (or, with -1, the one before); the last to the first."""
        if self.correcting is None and self.suggestions:
            at = self.pointer
            self.pick((at + step) % len(self.suggestions) if at is not None else 0)

    def pick(self, index: int) -> None:
        """The suggestion of that index, from 0, is the one that is asked."""
        if self.correcting is None and 0 <= index < len(self.suggestions):
            self._own, self._picked = "", self.suggestions[index]

    def put(self, question: str, probe: str = "") -> None:
        """Put a question that the interviewer chose elsewhere."""
        shown = next((one for one in self.suggestions if one.probe == probe and probe), None)
        self._picked, self._own = (shown, "") if shown else (None, question)

    def ask_own(self, question: str) -> Outcome:
        """The interviewer asks in their own words."""
        if self.goal is None:
            return Outcome(done=False, message=_("First the goal: what does the client want?"))
        self.correcting = None
        self.put(question)
        return TAKEN

    def correct(self, turn: Turn) -> None:
        """An answer comes back into the box."""
        self.correcting = turn

    def leave_correction(self) -> None:
        """The answer stays as it was."""
        self.correcting = None

    def number_of(self, turn: Turn) -> int:
        """The number of a turn within its chain, from 1."""
        goal = self.session.goal_of_turn(turn.id)
        return [one.id for one in goal.turns].index(turn.id) + 1

    def turn(self, number: int | None = None) -> Turn | None:
        """The turn of that number in the chain in hand, from 1; the last one for None."""
        turns = self.goal.turns if self.goal else ()
        if number is None:
            return turns[-1] if turns else None
        return turns[number - 1] if 1 <= number <= len(turns) else None

    def go(self, number: int, now: datetime) -> Outcome:
        """Go to a goal, by its number from 1; what stands in the box goes along."""
        if not 1 <= number <= len(self.session.goals):
            return Outcome(done=False, message=_("There is no goal {number}.").format(number=number))
        goal = self.session.goals[number - 1]
        if self.goal is not None and goal.id != self.goal.id:
            self.leave()
        session = editing.select_goal(self.session, goal.id, now=now)
        self.history = editing.History(session, self.history.past, self.history.future)
        self.correcting = None
        self.refresh(now)
        return TAKEN

    def undo(self, now: datetime) -> Outcome:
        """Take the last edit back."""
        if not self.history.past:
            return Outcome(done=True, message=_("Nothing to undo."))
        name = self.history.past[-1].name
        self.history = self.history.undo()
        self.correcting = None
        self.refresh(now)
        return Outcome(done=True, message=_("Undone: {name}").format(name=name))

    def redo(self, now: datetime) -> Outcome:
        """Do again what was taken back."""
        if not self.history.future:
            return Outcome(done=True, message=_("Nothing to redo."))
        name = self.history.future[0].name
        self.history = self.history.redo()
        self.correcting = None
        self.refresh(now)
        return Outcome(done=True, message=_("Redone: {name}").format(name=name))

    def key(self, now: datetime) -> None:
        """A key was typed: the clock runs."""
        self.clock = self.clock.key(now)

    def tick(self, now: datetime) -> None:
        """A second went by."""
        self.clock = self.clock.tick(now)

    def spend(self, room: str, seconds: int) -> None:
        """So many seconds were spent in a room beside the conversation."""
        self.history = self.history.spent(room, seconds)

    @property
    def to_save(self) -> Session:
        """The session with its clock as it stands."""
        return editing.with_sittings(self.session, self.clock.sittings)


def _in_another(goal: str, language: str) -> str:
    """What is said of a first goal that is clearly in another language than the session's."""
    told = {
        "en": _("This sounds like English: /language changes the session's language."),
        "ru": _("This sounds like Russian: /language changes the session's language."),
        "it": _("This sounds like Italian: /language changes the session's language."),
    }
    heard = language_of(goal, language)
    return told.get(heard, "") if heard != language else ""


def _mistakable(words: str) -> str:
    """What is said of an answer that is a command's name as well: it was noted, and how it is taken for the command."""
    if not is_name(words):
        return ""
    return _("Noted as their answer. If you meant the command: /undo, then /{name}").format(name=words)
