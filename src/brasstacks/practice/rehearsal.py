"""A rehearsal: an interview in which nobody types the answers, because the client is played.

The interviewer picks the questions; `ask` says what the client answers, `note` takes it down as if it had been typed.
"""

from collections.abc import Callable
from datetime import datetime

from brasstacks.interview import Interview, Outcome
from brasstacks.practice.client import Said, answer, begun, untold, wish
from brasstacks.questions import Bank
from brasstacks.session import GoalStatus, Session
from brasstacks.words import _


class Rehearsal:
    """The interview of a rehearsal, and what the played client is saying in it."""

    def __init__(
        self, saved: Session, bank: Bank, *, new_id: Callable[[str], str], now: datetime, hints: bool = True
    ) -> None:
        """Begin with nothing said.

        Args:
            saved: the session that the client is played from; it is read and never changed.
            bank: joined with the banks that it extends.
            new_id: gives an id for a prefix, for what the interviewer files.
            now: an aware datetime.
            hints: whether the interviewer wants the quiet hints.
        """
        self.saved = saved
        self.saying: Said | None = None
        """What the client is saying and is not noted yet."""
        self._draw_id = new_id
        self.interview = Interview(begun(saved), bank, new_id=self._id_of, now=now, hints=hints)

    def _id_of(self, prefix: str) -> str:
        """What the client says keeps the id that it has in the saved session: so it is known what was said."""
        if self.saying is not None:
            return self.saying.id
        taken = set(self.saved.ids())
        while (drawn := self._draw_id(prefix)) in taken:
            pass
        return drawn

    @property
    def left(self) -> int:
        """How many answers of the saved session were not given yet."""
        return sum(self.left_under(goal.id) for goal in self.saved.goals)

    def left_under(self, goal_id: str) -> int:
        """How many answers of a goal were not given yet."""
        return len(untold(self.saved, self.interview.session, goal_id))

    @property
    def whole(self) -> int:
        """How many answers there are in the saved session."""
        return sum(bool(turn.answer.strip()) for goal in self.saved.goals for turn in goal.turns)

    @property
    def told(self) -> int:
        """How many of them were given."""
        return self.whole - self.left

    def ask(self, now: datetime) -> Outcome:
        """Put the question over the box to the client: they answer, or come with their next wish when all is said here.

        Returns:
            Not done when the client has nothing more to say at all; else what they say stands in `saying`, or, when they
            have gone back to a goal of which there is more to say, nothing.
        """
        interview = self.interview
        interview.leave_correction()
        goal = interview.goal
        if goal is not None and goal.status is GoalStatus.OPEN:
            if interview.pointer is not None:
                interview.pick(interview.pointer)
            question, probe = interview.question, interview.probe
            self.saying = answer(self.saved, interview.session, goal.id, question, probe, interview.bank)
            if self.saying is not None:
                past = _("They answered past the question; it happens. Ask on.") if self.saying.past else ""
                return Outcome(done=True, message=past)
        return self.next_wish(now)

    def next_wish(self, now: datetime) -> Outcome:
        """Have the client come with their next wish, or go back to an open goal of which there is more to say."""
        session = self.interview.session
        self.saying = wish(self.saved, session)
        if self.saying is not None:
            return Outcome(done=True)
        for number, goal in enumerate(session.goals, 1):
            if goal.status is GoalStatus.OPEN and untold(self.saved, session, goal.id):
                self.interview.go(number, now)
                return Outcome(done=True, message=_("There is more to ask about goal {number}.").format(number=number))
        return Outcome(done=False, message=_("The client has said everything."))

    def note(self, now: datetime) -> Outcome:
        """Take down what the client is saying, as if it had been typed and entered."""
        said = self.saying
        if said is None:
            return Outcome(done=False)
        if said.is_goal:
            outcome = self.interview.add_goal(said.text, now)
        else:
            outcome = self.interview.enter(said.text, now, verbatim=True)
        self.saying = None
        return Outcome(done=outcome.done)
