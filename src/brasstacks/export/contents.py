"""What of a session goes out, and to whom: decided once, for every format.

A format is handed contents and never a session as it stands on disk: what it does not get, it cannot give away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from brasstacks import chain, criteria, promises
from brasstacks.export.audience import Audience, for_client, quotations
from brasstacks.export.redaction import Redactor
from brasstacks.fit import Fit, fit
from brasstacks.language import Level
from brasstacks.session import Criterion, CriterionStatus, FollowUp, Goal, GoalStatus, Note, SelfCheck, Session, Turn
from brasstacks.storage.banks import Banks, BankUnreadable

LEVELS = ("fail", "target", "stretch")
FIELDS = (
    "who",
    "observable",
    "threshold",
    *LEVELS,
    "test",
    "when",
    "check",
    "baseline",
    "why",
    "owner",
    "agreed_by",
)
"""The fields of a criterion, in the order in which they are printed."""
CONTRACT_READY = 4


class Page(StrEnum):
    """What of a session is printed."""

    RECORD = "record"
    """All of it."""
    EXPECTATIONS = "expectations"
    """What the client can expect of us, alone: always the client's."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chose about an export."""

    audience: Audience = Audience.CLIENT
    from_step: int = criteria.CONCRETE
    """The step of the ladder (0 to 4) from which a criterion counts as one; the others are listed as open."""
    goal: str = ""
    """The id of the one goal that is to go out; empty for all."""
    redactor: Redactor | None = None
    """Takes names out, when they are not to go along."""
    page: Page = Page.RECORD
    banks: Banks | None = None
    """By which the fit is judged, for us alone; None leaves it out."""

    @property
    def internal(self) -> bool:
        """Whether it is for us alone; a page for the client never is."""
        return self.audience is Audience.INTERNAL and self.page is Page.RECORD


@dataclass(frozen=True, slots=True)
class Source:
    """Where a criterion comes from: a question and its answer."""

    question: str
    """As it was put to the client; empty when it merely stood over the box."""
    quoted: tuple[str, ...]
    """What stands in quotation marks: the client's words."""
    noted: str
    """The answer as the interviewer noted it, when nothing in it is quoted; else empty."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion with its place on the ladder."""

    criterion: Criterion
    step: criteria.Step
    sources: tuple[Source, ...]

    @property
    def agreed(self) -> bool:
        """Whether the client has said yes to these words."""
        return self.criterion.status is CriterionStatus.AGREED

    @property
    def contract_ready(self) -> bool:
        """Whether nothing is missing for a contract."""
        return self.step.step >= CONTRACT_READY

    @property
    def fields(self) -> dict[str, str]:
        """Its filled fields by name, in the order in which they are printed."""
        return {name: value for name in FIELDS if (value := field(self.criterion, name))}


def field(criterion: Criterion, name: str) -> str:
    """One of `FIELDS` of a criterion; empty when nobody gave it."""
    table = criterion.levels if name in LEVELS else criterion
    return getattr(table, name) if table else ""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal with what counts as a criterion, and what not yet."""

    goal: Goal
    concrete: tuple[Judged, ...]
    """From the step that was chosen."""
    drafts: tuple[Judged, ...]
    later: tuple[Turn, ...]
    """Questions that the client is still to answer."""

    @property
    def judged(self) -> tuple[Judged, ...]:
        """All of them."""
        return (*self.concrete, *self.drafts)


@dataclass(frozen=True, slots=True)
class Internal:
    """What is for us alone."""

    notes: tuple[Note, ...]
    dismissed: tuple[str, ...]
    turns: tuple[Turn, ...]
    """Those with a remark of ours, a warning overruled, or an answer that was worded otherwise at first."""
    dropped: tuple[Goal, ...]
    rejected: tuple[Criterion, ...]
    self_check: SelfCheck | None
    fit: Fit | None
    """None where it is not printed, or the session's bank is not to be had."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How concrete a goal's answers were, one after the other."""

    goal: str
    """As it was said."""
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes out of a session."""

    session: Session
    """As the audience may see it."""
    goals: tuple[GoalPart, ...]
    """Without those that were dropped."""
    internal: Internal | None
    """None for the client."""
    curves: tuple[Curve, ...] = ()
    """Only where a format draws them."""
    page: Page = Page.RECORD
    ours: tuple[FollowUp, ...] = ()
    """What we ourselves promised and have not done yet."""

    @property
    def audience(self) -> Audience:
        """For whose eyes it is."""
        return Audience.CLIENT if self.internal is None else Audience.INTERNAL

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.session.session.title or self.session.client.name or self.session.id

    @property
    def unmet(self) -> tuple[Goal, ...]:
        """Open goals without a criterion."""
        return tuple(part.goal for part in self.goals if not part.concrete and part.goal.status is GoalStatus.OPEN)

    @property
    def parked(self) -> tuple[str, ...]:
        """Goals and topics set aside."""
        goals = [part.goal.statement for part in self.goals if part.goal.status is GoalStatus.PARKED]
        return (*goals, *(topic.text for topic in self.session.parked))

    @property
    def drafts(self) -> tuple[Judged, ...]:
        """What is no criterion yet."""
        return tuple(one for part in self.goals for one in part.drafts)

    @property
    def questions_open(self) -> tuple[str, ...]:
        """Questions that the client is still to answer."""
        return tuple(turn.question or part.goal.statement for part in self.goals for turn in part.later)


def contents(whole: Session, options: Options | None = None, *, hear: bool = False, judge: bool = False) -> Contents:
    """What of a session goes out.

    Args:
        whole: the session as it stands on disk.
        options: for whom, and how much of it.
        hear: whether the answers are to be heard again for their levels.
        judge: whether our own copy is to tell the fit.

    Raises:
        KeyError: there is no goal of the id that was chosen.
    """
    chosen = options or Options()
    scoped = _scoped(whole, chosen.goal) if chosen.goal else whole
    internal = chosen.internal
    session = scoped if internal else for_client(scoped)
    if chosen.redactor is not None:
        session = chosen.redactor.redact(session, whole)
    standing = [goal for goal in session.goals if goal.status is not GoalStatus.DROPPED]
    parts = tuple(_part(session, goal, chosen.from_step) for goal in standing)
    # By the names as they stand: a placeholder is nobody's.
    ours = {one.id for one in whole.follow_ups if not one.done and promises.is_ours(one.by, whole)}
    # A client is shown the way to a criterion, and not the goals that led nowhere.
    drawn = {part.goal.id: part.goal.statement for part in parts if internal or part.concrete}
    return Contents(
        session=session,
        goals=parts,
        internal=_internal(session, _fit(whole, chosen.banks) if judge else None) if internal else None,
        curves=tuple(_curves(scoped, drawn)) if hear else (),
        page=chosen.page,
        ours=tuple(one for one in session.follow_ups if one.id in ours),
    )


def _scoped(session: Session, goal_id: str) -> Session:
    """A session of one goal only, with what was set aside under it."""
    goal = session.goal(goal_id)
    parked = tuple(topic for topic in session.parked if topic.goal == goal_id)
    return session.model_copy(update={"goals": (goal,), "parked": parked, "follow_ups": (), "notes": ()})


def _curves(whole: Session, drawn: Mapping[str, str]) -> Iterator[Curve]:
    """The levels of all answers under the goals drawn: a level tells none of their words."""
    for goal in whole.goals:
        if goal.id not in drawn:
            continue
        heard = chain.of_goal(whole, goal).turns
        levels = tuple(turn.reading.level for turn in heard if turn.answer.strip() and not turn.turn.later)
        if levels:
            yield Curve(drawn[goal.id], levels)


def _part(session: Session, goal: Goal, from_step: int) -> GoalPart:
    judged = [
        Judged(one, criteria.ladder(one, fuzzy=session.fuzzy), _sources(session, one))
        for one in goal.criteria
        if one.status is not CriterionStatus.REJECTED
    ]
    return GoalPart(
        goal=goal,
        concrete=tuple(one for one in judged if one.step.step >= from_step),
        drafts=tuple(one for one in judged if one.step.step < from_step),
        later=tuple(turn for turn in goal.turns if turn.later),
    )


def _sources(session: Session, criterion: Criterion) -> tuple[Source, ...]:
    turns = [turn for goal in session.goals for turn in goal.turns if turn.id in criterion.from_turns]
    return tuple(_source(turn) for turn in turns if turn.answer.strip())


def _source(turn: Turn) -> Source:
    quoted = quotations(turn.answer)
    return Source(turn.question_put, quoted, "" if quoted else turn.answer.strip())


def _internal(session: Session, suits: Fit | None) -> Internal:
    turns = [turn for goal in session.goals for turn in goal.turns]
    return Internal(
        notes=session.notes,
        dismissed=session.dismissed,
        turns=tuple(turn for turn in turns if turn.note or turn.overruled or turn.first_wording),
        dropped=tuple(goal for goal in session.goals if goal.status is GoalStatus.DROPPED),
        rejected=tuple(
            one for goal in session.goals for one in goal.criteria if one.status is CriterionStatus.REJECTED
        ),
        self_check=session.self_check,
        fit=suits,
    )


def _fit(whole: Session, banks: Banks | None) -> Fit | None:
    """Of the whole session, names and all: only figures of it are printed, and the bank's words."""
    if banks is None:
        return None
    try:
        return fit(whole, banks.for_session(whole.session.bank, whole.session.language))
    except BankUnreadable:
        return None
