"""The record of one discovery conversation, as it stands in its TOML file.

Everything here is immutable: a change is a function in `brasstacks.editing` that gives a new session.
Only what people said or decided is stored; levels, drift and suggestions are read again from the words.
Unknown keys are kept at every level, so that a file of a later program survives this one.
"""

from typing import Annotated, Self

from pydantic import Field, model_validator

from brasstacks.beside import (
    Choice,
    Complaint,
    Delivery,
    Expectation,
    FitDecision,
    Option,
    Risk,
    Sign,
    UsedCard,
)
from brasstacks.identity import SessionStatus
from brasstacks.plain import AskedAs, CriterionStatus, GoalStatus, Provenance, Result
from brasstacks.record import Id, Identified, Moment, Record, Words
from brasstacks.words import _

__all__ = [
    "SCHEMA_VERSION",
    "AskedAs",
    "Client",
    "Criterion",
    "CriterionStatus",
    "Deleted",
    "FollowUp",
    "Goal",
    "GoalStatus",
    "Header",
    "Levels",
    "Note",
    "Parked",
    "Person",
    "Provenance",
    "Referral",
    "Result",
    "SelfCheck",
    "Session",
    "Sitting",
    "Turn",
]

SCHEMA_VERSION = 1


class Turn(Identified):
    """One question asked and the client's answer, as noted by the interviewer."""

    asked: Moment | None = None
    answered: Moment | None = None
    question: Words = ""
    asked_as: AskedAs = AskedAs.NONE
    probe: str = ""
    answer: Words = ""
    first_wording: Words = ""
    """Kept when an answer is changed after the next one was given: it was a quotation."""
    note: Words = ""
    later: bool = False
    """Asked, to be filled in later; never counts for drift."""
    overruled: Words = ""
    """Why the interviewer overruled a warning here: the same evidence does not alarm again."""

    @property
    def counts_as_asked(self) -> bool:
        """Whether the interviewer said that this question was put to the client."""
        return bool(self.question) and self.asked_as in (AskedAs.CHOSEN, AskedAs.OWN)

    @property
    def question_put(self) -> str:
        """The question, unless it merely stood there: to nobody it is shown as one that was asked."""
        return "" if self.asked_as is AskedAs.SHOWN else self.question


class Levels(Record):
    """Three levels in place of one threshold; each may be empty."""

    fail: Words = ""
    """Below this it has failed."""
    target: Words = ""
    stretch: Words = ""
    """What would be splendid, and is promised by nobody."""


class Criterion(Identified):
    """A success criterion: a statement that a stranger could check, its fields and where it came from."""

    statement: Words
    who: Words = ""
    observable: Words = ""
    threshold: Words = ""
    test: Words = ""
    """A real yes/no test in place of a threshold."""
    levels: Levels | None = None
    when: Words = ""
    check: Words = ""
    baseline: Words = ""
    why: Words = ""
    provenance: Provenance = Provenance.CLIENT
    agreed_by: Words = ""
    agreed_at: Moment | None = None
    owner: Words = ""
    result: Result = Result.UNASKED
    proposed: tuple[str, ...] = ()
    """The fields whose words are ours and not in any answer: proposed until the client agrees."""
    from_turns: tuple[str, ...] = ()
    sources: dict[str, tuple[str, ...]] = Field(default={})
    """By field, the ids of the turns whose words stand in it."""
    status: CriterionStatus = CriterionStatus.DRAFT
    rejected_because: Words = ""
    reached_at: Moment | None = None
    """When the client said that it had come true."""
    origin: str = ""
    """Where it was carried over from: `SESSION#ID`; empty when it was filed here."""


class Referral(Record):
    """The ending "too early for us: here is what serves you now", with the text that was handed over."""

    at: Moment
    title: Words
    text: Words


class Goal(Identified):
    """What the client says they want, in their words: the head of a chain."""

    statement: Words
    problem: Words = ""
    status: GoalStatus = GoalStatus.OPEN
    referral: Referral | None = None
    turns: tuple[Turn, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    wish: Words = ""
    """The solution that was asked for in place of a goal, in the client's words; it is kept as an option."""
    options: tuple[Option, ...] = ()
    choice: Choice | None = None
    """What the client chose among the options, or "not yet"; None when nobody asked."""
    origin: str = ""
    """Where it was carried over from: `SESSION#ID`; empty when it was said here."""

    @property
    def is_wish(self) -> bool:
        """Whether its words are still those of a solution, because the problem behind it is not known."""
        return bool(self.wish) and self.statement == self.wish

    def option(self, option_id: str) -> Option:
        """The option of that id. Raises KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


class Person(Record):
    """Somebody on the client's side."""

    name: Words
    role: Words = ""
    decides: bool = False


class Client(Record):
    """Whose conversation it is."""

    name: Words
    organisation: Words = ""
    consent: Words = ""
    """Consent to notes as the client put it; empty when nobody asked."""
    budget: Words = ""
    """The most they would spend, as they said it; empty when nobody knows."""
    people: tuple[Person, ...] = ()


class Sitting(Record):
    """A stretch of time in which the conversation was held; the clock is the sum of them."""

    started: Moment
    ended: Moment

    @property
    def seconds(self) -> float:
        """Its length; a clock that was set back counts as nothing."""
        return max(0.0, (self.ended - self.started).total_seconds())


class Note(Identified):
    """A remark of the interviewer's, beside the conversation."""

    at: Moment
    text: Words


class Parked(Identified):
    """A topic set aside on purpose, to come back to."""

    at: Moment
    text: Words
    goal: str = ""


class FollowUp(Identified):
    """Something promised, or to be asked of somebody else."""

    at: Moment
    text: Words
    by: Words = ""
    """Who does it."""
    to: Words = ""
    """Whom it is promised to, or who is asked."""
    due: Words = ""
    """A day as `2026-12-04`, or the words that were said when no day could be understood in them."""
    done: bool = False
    from_turn: str = ""
    """The id of the turn that it was made from; empty for none."""
    origin: str = ""
    """Where it was carried over from: `SESSION#ID`; empty when it was promised here."""

    def key_in(self, session_id: str) -> str:
        """By which it is the same promise in every session that it was carried over into."""
        return self.origin or f"{session_id}#{self.id}"


class Deleted(Record):
    """A turn that was taken out of its chain, and the place it is restored to."""

    at: Moment
    goal: str
    place: Annotated[int, Field(ge=0)]
    """Its position in the chain, from 0."""
    turn: Turn


class SelfCheck(Record):
    """The three questions to oneself at the end of a session: for the interviewer alone."""

    right: Words = ""
    """Did I act rightly?"""
    client: Words = ""
    """Did we do all we could for the client?"""
    ours: Words = ""
    """Did we keep our own interests?"""


class Header(Record):
    """What the file says of the session as a whole."""

    id: Id
    title: Words = ""
    language: str = "en"
    bank: str = ""
    status: SessionStatus = SessionStatus.OPEN
    created: Moment
    updated: Moment
    planned_minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 60
    interviewer: Words = ""
    offer: Words = ""
    current_goal: str = ""
    continues: str = ""
    """The id of the session after which this one was begun; empty for a first one."""
    price_asked: Moment | None = None
    closed_at: Moment | None = None
    sittings: tuple[Sitting, ...] = ()
    spent: dict[str, Annotated[int, Field(ge=0)]] = Field(default={})
    """Seconds spent in each room beside the conversation, by the room's name."""


class Session(Record):
    """One discovery conversation with one client; one TOML file."""

    schema_version: int = SCHEMA_VERSION
    dismissed: tuple[Words, ...] = ()
    """Terms accepted in this session: not challenged again."""
    fuzzy: tuple[Words, ...] = ()
    """Terms known to be vague, to be resolved."""
    session: Header
    client: Client
    goals: tuple[Goal, ...] = ()
    notes: tuple[Note, ...] = ()
    parked: tuple[Parked, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    risks: tuple[Risk, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    cards: tuple[UsedCard, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    signs: tuple[Sign, ...] = ()
    fit: FitDecision | None = None
    self_check: SelfCheck | None = None
    deleted: tuple[Deleted, ...] = ()
    """Turns that can be restored."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = self.ids()
        if len(set(ids)) < len(ids):
            twice = next(one for one in ids if ids.count(one) > 1)
            raise ValueError(_("the id {id} stands twice").format(id=repr(twice)))
        return self

    def ids(self) -> list[str]:
        """Every id inside the session."""
        inside: list[Identified] = [x for g in self.goals for x in (g, *g.turns, *g.criteria, *g.options)]
        restorable = (one.turn for one in self.deleted)
        said = (*self.risks, *self.expectations, *self.cards, *self.deliveries, *self.complaints, *self.signs)
        return [x.id for x in (*inside, *restorable, *self.notes, *self.parked, *self.follow_ups, *said)]

    @property
    def id(self) -> str:
        """The session's id, which is also its file's name."""
        return self.session.id

    def goal(self, goal_id: str) -> Goal:
        """The goal of that id. Raises KeyError when there is none."""
        for goal in self.goals:
            if goal.id == goal_id:
                return goal
        raise KeyError(goal_id)

    def goal_of_turn(self, turn_id: str) -> Goal:
        """The goal under which a turn stands. Raises KeyError when there is no such turn."""
        for goal in self.goals:
            if any(turn.id == turn_id for turn in goal.turns):
                return goal
        raise KeyError(turn_id)

    def turn(self, turn_id: str) -> Turn:
        """The turn of that id. Raises KeyError when there is none."""
        return next(turn for turn in self.goal_of_turn(turn_id).turns if turn.id == turn_id)

    def goal_of_criterion(self, criterion_id: str) -> Goal:
        """The goal under which a criterion stands. Raises KeyError when there is no such criterion."""
        for goal in self.goals:
            if any(criterion.id == criterion_id for criterion in goal.criteria):
                return goal
        raise KeyError(criterion_id)

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of that id. Raises KeyError when there is none."""
        return next(one for one in self.goal_of_criterion(criterion_id).criteria if one.id == criterion_id)

    def goal_of_option(self, option_id: str) -> Goal:
        """The goal under which an option stands. Raises KeyError when there is no such option."""
        for goal in self.goals:
            if any(option.id == option_id for option in goal.options):
                return goal
        raise KeyError(option_id)

    @property
    def current(self) -> Goal | None:
        """The goal in hand: the one named, else the first that is open, else none."""
        for goal in self.goals:
            if goal.id == self.session.current_goal:
                return goal
        return next((goal for goal in self.goals if goal.status is GoalStatus.OPEN), None)

    @property
    def seconds(self) -> float:
        """How long the conversation has lasted: the sum of the sittings."""
        return sum(sitting.seconds for sitting in self.session.sittings)
