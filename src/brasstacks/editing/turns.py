"""Edits of turns: a question and its answer."""

from collections.abc import Sequence
from datetime import datetime

from brasstacks.editing.base import NewId, changed, replaced, saved, with_goal, with_turn
from brasstacks.editing.goals import select_goal
from brasstacks.session import AskedAs, Criterion, Deleted, Goal, GoalStatus, Session, Turn


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


def take_in(session: Session, goal_id: str, goals: Sequence[Goal], *, now: datetime) -> Session:
    """Take a conversation in that was held elsewhere: its turns under a goal, or its goals where there is none yet.

    Args:
        session: the session.
        goal_id: the goal in hand; empty where there is none.
        goals: of the conversation, at least one; their ids are in no use in the session.
        now: the moment.
    """
    if not goal_id:
        session = saved(session, now, goals=(*session.goals, *goals))
        return select_goal(session, goals[0].id, now=now)
    turns = tuple(turn for goal in goals for turn in goal.turns)
    session = with_goal(session, goal_id, now, turns=(*session.goal(goal_id).turns, *turns))
    return select_goal(session, goal_id, now=now)


def ask_later(
    session: Session, goal_id: str, question: str, *, now: datetime, new_id: NewId, probe: str = ""
) -> Session:
    """Note a question that was asked and whose answer will be filled in later."""
    turn = Turn(id=new_id("t"), asked=now, question=question, asked_as=AskedAs.CHOSEN, probe=probe, later=True)
    return _with_new_turn(session, goal_id, turn, now)


def _with_new_turn(session: Session, goal_id: str, turn: Turn, now: datetime) -> Session:
    goal = session.goal(goal_id)
    status = GoalStatus.OPEN if goal.status is GoalStatus.PARKED else goal.status
    session = with_goal(session, goal_id, now, turns=(*goal.turns, turn), status=status)
    return select_goal(session, goal_id, now=now)


def correct_answer(session: Session, turn_id: str, text: str, *, now: datetime) -> Session:
    """Change an answer. Its first wording is kept once the next one was given, for it was a quotation."""
    turn = session.turn(turn_id)
    values: dict[str, object] = {"answer": text}
    if turn.later:
        values |= {"later": False, "answered": now}
    elif not turn.first_wording and turn.answer != text and not _is_last_answer(session, turn):
        values["first_wording"] = turn.answer
    return with_turn(session, turn_id, now, **values)


def _is_last_answer(session: Session, turn: Turn) -> bool:
    moments = [t.answered for goal in session.goals for t in goal.turns if t.answered is not None]
    return turn.answered is None or not moments or turn.answered >= max(moments)


def correct_question(session: Session, turn_id: str, question: str, *, now: datetime) -> Session:
    """Change a question to what was really asked: from then on it is the interviewer's own."""
    return with_turn(session, turn_id, now, question=question, asked_as=AskedAs.OWN, probe="")


def remark(session: Session, turn_id: str, note: str, *, now: datetime) -> Session:
    """Put the interviewer's own remark beside a turn."""
    return with_turn(session, turn_id, now, note=note)


def overrule(session: Session, turn_id: str, why: str, *, now: datetime) -> Session:
    """Overrule a warning at a turn: the same evidence does not alarm again."""
    return with_turn(session, turn_id, now, overruled=why)


def move_turn(session: Session, turn_id: str, goal_id: str, *, now: datetime) -> Session:
    """Move a turn to the end of another goal's chain."""
    source = session.goal_of_turn(turn_id)
    target = session.goal(goal_id)
    if source.id == target.id:
        return session
    turn = session.turn(turn_id)
    session = _without(session, turn_id, now)
    return with_goal(session, goal_id, now, turns=(*target.turns, turn))


def delete_turn(session: Session, turn_id: str, *, now: datetime) -> Session:
    """Take a turn out of its chain; it can be restored."""
    goal = session.goal_of_turn(turn_id)
    place = [turn.id for turn in goal.turns].index(turn_id)
    deleted = Deleted(at=now, goal=goal.id, place=place, turn=goal.turns[place])
    return saved(_without(session, turn_id, now), now, deleted=(*session.deleted, deleted))


def restore_turn(session: Session, turn_id: str, *, now: datetime) -> Session:
    """Put a deleted turn back where it was. Raises KeyError when it, or its goal, is not there."""
    deleted = next((one for one in session.deleted if one.turn.id == turn_id), None)
    if deleted is None:
        raise KeyError(turn_id)
    turns = session.goal(deleted.goal).turns
    session = saved(session, now, deleted=tuple(one for one in session.deleted if one is not deleted))
    return with_goal(session, deleted.goal, now, turns=(*turns[: deleted.place], deleted.turn, *turns[deleted.place :]))


def split_turn(session: Session, turn_id: str, at: int, *, now: datetime, new_id: NewId) -> Session:
    """Make two turns of one whose answer answered two things; criteria that rest on it rest on both.

    Args:
        session: the session.
        turn_id: the turn.
        at: the place in its answer, in characters, at which the second one begins.
        now: the moment.
        new_id: gives a fresh id.

    Raises:
        ValueError: one of the two would be empty.
    """
    goal, turn = session.goal_of_turn(turn_id), session.turn(turn_id)
    first, second = turn.answer[:at].strip(), turn.answer[at:].strip()
    if not first or not second:
        raise ValueError("both halves of an answer need words")
    following = Turn(id=new_id("t"), answered=turn.answered, answer=second)
    turns = _spread(goal.turns, turn_id, (changed(turn, answer=first), following))
    session = with_goal(session, goal.id, now, turns=turns)
    return _relinked(session, turn_id, (turn_id, following.id), now)


def join_turns(session: Session, turn_id: str, *, now: datetime) -> Session:
    """Make one turn of this one and the one that follows it in its chain; nothing of either is lost.

    Raises:
        ValueError: none follows.
    """
    goal = session.goal_of_turn(turn_id)
    place = [turn.id for turn in goal.turns].index(turn_id)
    if place + 1 >= len(goal.turns):
        raise ValueError("no turn follows this one")
    one, other = goal.turns[place : place + 2]
    first_words = ""
    if one.first_wording or other.first_wording:
        first_words = _together("\n", one.first_wording or one.answer, other.first_wording or other.answer)
    asked = one if one.question else other
    joined = changed(
        one,
        question=_together(" / ", one.question, other.question),
        asked_as=asked.asked_as,
        probe=asked.probe,
        answer=_together("\n", one.answer, other.answer),
        answered=other.answered or one.answered,
        first_wording=first_words,
        note=_together("\n", one.note, other.note),
        overruled=_together("; ", one.overruled, other.overruled),
        later=one.later and other.later,
    )
    turns = (*goal.turns[:place], joined, *goal.turns[place + 2 :])
    return _relinked(with_goal(session, goal.id, now, turns=turns), other.id, (turn_id,), now)


def _together(between: str, *texts: str) -> str:
    return between.join(dict.fromkeys(filter(None, texts)))


def _without(session: Session, turn_id: str, now: datetime) -> Session:
    goal = session.goal_of_turn(turn_id)
    return with_goal(session, goal.id, now, turns=replaced(goal.turns, turn_id, lambda _: None))


def _spread(turns: tuple[Turn, ...], turn_id: str, new: tuple[Turn, ...]) -> tuple[Turn, ...]:
    return tuple(one for turn in turns for one in (new if turn.id == turn_id else (turn,)))


def _relinked(session: Session, turn_id: str, ids: tuple[str, ...], now: datetime) -> Session:
    """With every criterion that rests on a turn resting on these instead."""

    def links(turns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for turn in turns for one in (ids if turn == turn_id else (turn,))))

    def relinked(criterion: Criterion) -> Criterion:
        sources = {name: links(turns) for name, turns in criterion.sources.items()}
        return changed(criterion, from_turns=links(criterion.from_turns), sources=sources)

    goals = tuple(changed(goal, criteria=tuple(map(relinked, goal.criteria))) for goal in session.goals)
    return saved(session, now, goals=goals)
