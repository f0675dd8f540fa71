"""Every change to a session, as a function from a session to a session; and the undo history.

Pure: the moment (`now`) and fresh ids (`new_id`) are handed in. Each function validates what it builds,
so that any sequence of edits leaves a session that can be saved. An id that is not there raises KeyError.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self, TypeVar

from brasstacks.session import (
    AskedAs,
    Client,
    Criterion,
    CriterionStatus,
    FollowUp,
    Goal,
    GoalStatus,
    Header,
    Identified,
    Note,
    Parked,
    Record,
    Referral,
    Session,
    SessionStatus,
    Sitting,
    Turn,
)

NewId = Callable[[str], str]
"""Gives a fresh id for a prefix: `new_id("g")` -> `"g-7m2x"`."""


R = TypeVar("R", bound=Record)
Named = TypeVar("Named", bound=Identified)


def changed(record: R, **values: object) -> R:
    """A copy of a record with some values changed, validated as if it were read from a file."""
    return type(record).model_validate({**dict(record), **values})


def _replaced(records: tuple[Named, ...], record_id: str, new: Callable[[Named], Named | None]) -> tuple[Named, ...]:
    """The records with the one of that id replaced, or left out where `new` gives None."""
    found = False
    kept: list[Named] = []
    for record in records:
        if record.id != record_id:
            kept.append(record)
            continue
        found = True
        if (one := new(record)) is not None:
            kept.append(one)
    if not found:
        raise KeyError(record_id)
    return tuple(kept)


def _saved(session: Session, now: datetime, header: Header | None = None, **values: object) -> Session:
    """The session with some tables changed and the moment noted."""
    return changed(session, session=changed(header or session.session, updated=now), **values)


def _with_goal(session: Session, goal_id: str, now: datetime, **values: object) -> Session:
    goals = _replaced(session.goals, goal_id, lambda goal: changed(goal, **values))
    return _saved(session, now, goals=goals)


def _with_turn(session: Session, turn_id: str, now: datetime, **values: object) -> Session:
    goal = session.goal_of_turn(turn_id)
    turns = _replaced(goal.turns, turn_id, lambda turn: changed(turn, **values))
    return _with_goal(session, goal.id, now, turns=turns)


# ---------------------------------------------------------------- the session


def start(
    session_id: str,
    client: Client,
    *,
    now: datetime,
    language: str,
    bank: str,
    **header: object,
) -> Session:
    """A new session.

    Args:
        session_id: also the file's name.
        client: whose conversation it is.
        now: an aware datetime.
        language: of the questions; each text is read in its own language.
        bank: the id of the question bank.
        header: further fields of the session's header (title, planned_minutes, offer, interviewer).
    """
    values = {"id": session_id, "created": now, "updated": now, "language": language, "bank": bank, **header}
    return Session(session=Header.model_validate(values), client=client)


def follow_on(
    earlier: Session, session_id: str, *, now: datetime, new_id: NewId, client: Client | None = None, **header: object
) -> Session:
    """A new session for the same client: what is still open is carried over, with where it comes from.

    Goals that were neither dropped nor referred and have nothing agreed, their drafts, the promises that are not kept and
    the fuzzy terms go along; what was said stays where it was said. Consent is asked anew.

    Args:
        earlier: the session that it follows.
        session_id: also the file's name.
        now: an aware datetime.
        new_id: gives a fresh id.
        client: as they are described now; None for as they were.
        header: fields of the header that differ.
    """
    drawn = _Drawn(new_id)
    goals = [_carried(goal, earlier.id, drawn) for goal in earlier.goals if _is_open(goal)]
    promised = [
        changed(one, id=drawn("f"), from_turn="", origin=one.origin or f"{earlier.id}#{one.id}")
        for one in earlier.follow_ups
        if not one.done
    ]
    kept = {name: getattr(earlier.session, name) for name in _OF_THE_CLIENT}
    fresh = start(
        session_id,
        client or changed(earlier.client, consent=""),
        now=now,
        **{**kept, "continues": earlier.id, **header},
    )
    current = goals[0].id if goals else ""
    described = changed(fresh.session, current_goal=current)
    return changed(fresh, session=described, goals=tuple(goals), follow_ups=tuple(promised), fuzzy=earlier.fuzzy)


_OF_THE_CLIENT = ("language", "bank", "title", "offer", "interviewer", "planned_minutes")
"""Fields of the header that hold for the next conversation as well."""


def _is_open(goal: Goal) -> bool:
    undecided = goal.status in (GoalStatus.OPEN, GoalStatus.PARKED)
    return undecided and (bool(_drafts(goal)) or all(one.status is CriterionStatus.REJECTED for one in goal.criteria))


def _drafts(goal: Goal) -> list[Criterion]:
    return [one for one in goal.criteria if one.status is CriterionStatus.DRAFT]


def _carried(goal: Goal, session_id: str, drawn: NewId) -> Goal:
    """A goal without what was said under it: the origin says where that stands."""
    drafts = [
        changed(one, id=drawn("c"), from_turns=(), origin=one.origin or f"{session_id}#{one.id}")
        for one in _drafts(goal)
    ]
    origin = goal.origin or f"{session_id}#{goal.id}"
    return changed(goal, id=drawn("g"), turns=(), criteria=tuple(drafts), origin=origin)


class _Drawn:
    """Ids of which none is given twice."""

    def __init__(self, new_id: NewId) -> None:
        self._new_id, self._given = new_id, set[str]()

    def __call__(self, prefix: str) -> str:
        while (drawn := self._new_id(prefix)) in self._given:
            pass
        self._given.add(drawn)
        return drawn


def describe(session: Session, *, now: datetime, **header: object) -> Session:
    """Change fields of the session's header: title, language, bank, planned_minutes, offer, interviewer."""
    return _saved(session, now, changed(session.session, **header))


def close(session: Session, *, now: datetime) -> Session:
    """Close the session; nothing is lost by it."""
    return describe(session, now=now, status=SessionStatus.CLOSED)


def reopen(session: Session, *, now: datetime) -> Session:
    """Take a closed session up again."""
    return describe(session, now=now, status=SessionStatus.OPEN)


def stamp_price(session: Session, *, now: datetime) -> Session:
    """Note the moment at which the client first asked the price."""
    return describe(session, now=now, price_asked=session.session.price_asked or now)


def with_sittings(session: Session, sittings: Iterable[Sitting]) -> Session:
    """The session with its clock set; no moment of change, for the clock is not an edit."""
    return changed(session, session=changed(session.session, sittings=tuple(sittings)))


# ---------------------------------------------------------------- goals


def add_goal(session: Session, statement: str, *, now: datetime, new_id: NewId) -> Session:
    """Add a goal in the client's words, and take it in hand."""
    goal = Goal(id=new_id("g"), statement=statement)
    header = changed(session.session, current_goal=goal.id)
    return _saved(session, now, header, goals=(*session.goals, goal))


def select_goal(session: Session, goal_id: str, *, now: datetime) -> Session:
    """Take a goal in hand."""
    session.goal(goal_id)
    return describe(session, now=now, current_goal=goal_id)


def reword_goal(session: Session, goal_id: str, statement: str, *, now: datetime) -> Session:
    """Correct the words of a goal."""
    return _with_goal(session, goal_id, now, statement=statement)


def name_problem(session: Session, goal_id: str, problem: str, *, now: datetime) -> Session:
    """Note what hurts behind a goal."""
    return _with_goal(session, goal_id, now, problem=problem)


def decide_goal(session: Session, goal_id: str, status: GoalStatus, *, now: datetime) -> Session:
    """Park, refer, drop or resume a goal. A goal taken up again is the goal in hand."""
    session = _with_goal(session, goal_id, now, status=status)
    return select_goal(session, goal_id, now=now) if status is GoalStatus.OPEN else session


def refer(session: Session, goal_id: str, title: str, text: str, *, now: datetime) -> Session:
    """End a goal with what serves the client now, and the text that is handed over."""
    referral = Referral(at=now, title=title, text=text)
    return _with_goal(session, goal_id, now, status=GoalStatus.REFERRED, referral=referral)


# ---------------------------------------------------------------- turns


def answer(
    session: Session,
    goal_id: str,
    text: str,
    *,
    now: datetime,
    new_id: NewId,
    question: str = "",
    asked_as: AskedAs = AskedAs.NONE,
    probe: str = "",
    asked: datetime | None = None,
) -> Session:
    """Commit what the client said under a goal; a goal that was parked is open again.

    Args:
        session: the session.
        goal_id: the goal in hand.
        text: as noted by the interviewer.
        now: the moment of the answer.
        new_id: gives a fresh id.
        question: what stood over the box; empty when nothing did.
        asked_as: whether somebody said that it was asked.
        probe: the bank's id of the question.
        asked: the moment from which the question stood there.
    """
    turn = Turn(
        id=new_id("t"), asked=asked, answered=now, question=question, asked_as=asked_as, probe=probe, answer=text
    )
    return _with_new_turn(session, goal_id, turn, now)


def ask_later(
    session: Session, goal_id: str, question: str, *, now: datetime, new_id: NewId, probe: str = ""
) -> Session:
    """Note a question that was asked and whose answer will be filled in later."""
    turn = Turn(id=new_id("t"), asked=now, question=question, asked_as=AskedAs.CHOSEN, probe=probe, later=True)
    return _with_new_turn(session, goal_id, turn, now)


def _with_new_turn(session: Session, goal_id: str, turn: Turn, now: datetime) -> Session:
    goal = session.goal(goal_id)
    status = GoalStatus.OPEN if goal.status is GoalStatus.PARKED else goal.status
    session = _with_goal(session, goal_id, now, turns=(*goal.turns, turn), status=status)
    return select_goal(session, goal_id, now=now)


def correct_answer(session: Session, turn_id: str, text: str, *, now: datetime) -> Session:
    """Change an answer. Its first wording is kept once the next one was given, for it was a quotation."""
    goal = session.goal_of_turn(turn_id)
    turn = next(turn for turn in goal.turns if turn.id == turn_id)
    values: dict[str, object] = {"answer": text}
    if turn.later:
        values |= {"later": False, "answered": now}
    elif not turn.first_wording and turn.answer != text and not _is_last_answer(session, turn):
        values["first_wording"] = turn.answer
    return _with_turn(session, turn_id, now, **values)


def _is_last_answer(session: Session, turn: Turn) -> bool:
    moments = [t.answered for goal in session.goals for t in goal.turns if t.answered is not None]
    return turn.answered is None or not moments or turn.answered >= max(moments)


def correct_question(session: Session, turn_id: str, question: str, *, now: datetime) -> Session:
    """Change a question to what was really asked: from then on it is the interviewer's own."""
    return _with_turn(session, turn_id, now, question=question, asked_as=AskedAs.OWN, probe="")


def remark(session: Session, turn_id: str, note: str, *, now: datetime) -> Session:
    """Put the interviewer's own remark beside a turn."""
    return _with_turn(session, turn_id, now, note=note)


def overrule(session: Session, turn_id: str, why: str, *, now: datetime) -> Session:
    """Overrule a warning at a turn: the same evidence does not alarm again."""
    return _with_turn(session, turn_id, now, overruled=why)


def move_turn(session: Session, turn_id: str, goal_id: str, *, now: datetime) -> Session:
    """Move a turn to the end of another goal's chain."""
    source = session.goal_of_turn(turn_id)
    target = session.goal(goal_id)
    if source.id == target.id:
        return session
    turn = next(turn for turn in source.turns if turn.id == turn_id)
    session = delete_turn(session, turn_id, now=now)
    return _with_goal(session, goal_id, now, turns=(*target.turns, turn))


def delete_turn(session: Session, turn_id: str, *, now: datetime) -> Session:
    """Take a turn out of its chain."""
    goal = session.goal_of_turn(turn_id)
    return _with_goal(session, goal.id, now, turns=_replaced(goal.turns, turn_id, lambda _: None))


# ---------------------------------------------------------------- words


def dismiss(session: Session, term: str, *, now: datetime) -> Session:
    """Accept a term in this session: it is not challenged again."""
    return _saved(session, now, dismissed=_with_term(session.dismissed, term))


def mark_fuzzy(session: Session, term: str, *, now: datetime) -> Session:
    """Note a term as known to be vague and to be resolved."""
    return _saved(session, now, fuzzy=_with_term(session.fuzzy, term))


def resolve_fuzzy(session: Session, term: str, *, now: datetime) -> Session:
    """A fuzzy term has been resolved."""
    return _saved(session, now, fuzzy=tuple(t for t in session.fuzzy if t.casefold() != term.casefold()))


def _with_term(terms: tuple[str, ...], term: str) -> tuple[str, ...]:
    return terms if term.casefold() in {t.casefold() for t in terms} else (*terms, term)


# ---------------------------------------------------------------- what stands beside the conversation


def add_note(session: Session, text: str, *, now: datetime, new_id: NewId) -> Session:
    """Keep a remark of the interviewer's."""
    return _saved(session, now, notes=(*session.notes, Note(id=new_id("n"), at=now, text=text)))


def park_topic(session: Session, text: str, *, now: datetime, new_id: NewId) -> Session:
    """Set a topic aside on purpose, to come back to."""
    parked = Parked(id=new_id("p"), at=now, text=text, goal=session.session.current_goal)
    return _saved(session, now, parked=(*session.parked, parked))


def add_follow_up(session: Session, text: str, *, now: datetime, new_id: NewId, **fields: object) -> Session:
    """Keep something that was promised, or is to be asked of somebody else.

    Args:
        session: the session.
        text: what it is.
        now: the moment.
        new_id: gives a fresh id.
        fields: further fields of `FollowUp`: by, to, due, from_turn.
    """
    made = FollowUp.model_validate({"id": new_id("f"), "at": now, "text": text, **fields})
    return _saved(session, now, follow_ups=(*session.follow_ups, made))


# ---------------------------------------------------------------- criteria


def file_criterion(session: Session, goal_id: str, *, now: datetime, new_id: NewId, **fields: object) -> Session:
    """File a criterion under a goal.

    Args:
        session: the session.
        goal_id: the goal.
        now: the moment.
        new_id: gives a fresh id.
        fields: the fields of `Criterion` without its id; `statement` is required.
    """
    goal = session.goal(goal_id)
    criterion = Criterion.model_validate({"id": new_id("c"), **fields})
    return _with_goal(session, goal_id, now, criteria=(*goal.criteria, criterion))


def change_criterion(session: Session, criterion_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of a criterion."""
    goal = goal_of_criterion(session, criterion_id)
    criteria = _replaced(goal.criteria, criterion_id, lambda criterion: changed(criterion, **fields))
    return _with_goal(session, goal.id, now, criteria=criteria)


def delete_criterion(session: Session, criterion_id: str, *, now: datetime) -> Session:
    """Take a criterion out of the session."""
    goal = goal_of_criterion(session, criterion_id)
    return _with_goal(session, goal.id, now, criteria=_replaced(goal.criteria, criterion_id, lambda _: None))


def goal_of_criterion(session: Session, criterion_id: str) -> Goal:
    """The goal under which a criterion stands. Raises KeyError when there is no such criterion."""
    for goal in session.goals:
        if any(criterion.id == criterion_id for criterion in goal.criteria):
            return goal
    raise KeyError(criterion_id)


# ---------------------------------------------------------------- undo and redo


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be taken back: its name, and the session on its other side."""

    name: str
    session: Session


@dataclass(frozen=True, slots=True)
class History:
    """The session as it is, with every edit since it was opened. The clock is no edit and is never taken back."""

    present: Session
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = field(default=())

    def did(self, name: str, session: Session) -> Self:
        """After an edit; what was undone before it cannot be redone any more. An edit of nothing leaves no step."""
        if session == self.present:
            return self
        return type(self)(session, (*self.past, Step(name, self.present)))

    def undo(self) -> Self:
        """Before the last edit; itself when there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        back = _with_clock_of(step.session, self.present)
        return type(self)(back, self.past[:-1], (Step(step.name, self.present), *self.future))

    def redo(self) -> Self:
        """After the edit that was last undone; itself when there is none."""
        if not self.future:
            return self
        step = self.future[0]
        forth = _with_clock_of(step.session, self.present)
        return type(self)(forth, (*self.past, Step(step.name, self.present)), self.future[1:])

    def ticked(self, sittings: Iterable[Sitting]) -> Self:
        """With the clock set."""
        return type(self)(with_sittings(self.present, sittings), self.past, self.future)


def _with_clock_of(session: Session, other: Session) -> Session:
    return with_sittings(session, other.session.sittings)
