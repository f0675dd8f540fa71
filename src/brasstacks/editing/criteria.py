"""Edits of criteria: filed, worded, agreed, rejected, split, merged, put in order."""

from datetime import datetime

from brasstacks.editing.base import NewId, changed, replaced, with_goal
from brasstacks.session import Criterion, CriterionStatus, Goal, Levels, Provenance, Session

LEVELS = tuple(Levels.model_fields)
WORDED = ("statement", "who", "observable", "threshold", "test", *LEVELS, "when", "check", "baseline", "why")
"""The fields that say what the client wants: their words are the client's, or are proposed until the client agrees."""

_PLAIN = ("who", "observable", "threshold", "test", "when", "check", "baseline", "why", "owner")


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
    return with_goal(session, goal_id, now, criteria=(*goal.criteria, criterion))


def change_criterion(session: Session, criterion_id: str, *, now: datetime, **fields: object) -> Session:
    """Change fields of a criterion as they are given, for what is no wording: owner, result, provenance."""
    goal = session.goal_of_criterion(criterion_id)
    criteria = replaced(goal.criteria, criterion_id, lambda criterion: changed(criterion, **fields))
    return with_goal(session, goal.id, now, criteria=criteria)


def word_criterion(session: Session, criterion_id: str, name: str, words: str, *, now: datetime) -> Session:
    """Change the words of a field, one of `WORDED`.

    Words that stand in an answer of the goal are linked to its turn; others are ours, and marked as proposed.
    A criterion that was agreed is a draft again: the yes was to other words.
    """
    criterion = session.criterion(criterion_id)
    if word(criterion, name) == words:
        return session
    turns = _turns_that_say(session.goal_of_criterion(criterion_id), words)
    sources = {field: ids for field, ids in criterion.sources.items() if field != name}
    proposed = tuple(field for field in criterion.proposed if field != name)
    if turns:
        sources[name] = turns
    elif words:
        proposed = (*proposed, name)
    values: dict[str, object] = {
        "sources": sources,
        "proposed": proposed,
        "from_turns": tuple(dict.fromkeys((*criterion.from_turns, *turns))),
        **_as_draft_if_agreed(criterion),
    }
    if name in LEVELS:
        levels = changed(criterion.levels or Levels(), **{name: words})
        values["levels"] = levels if any(getattr(levels, one) for one in LEVELS) else None
    else:
        values[name] = words
    return change_criterion(session, criterion_id, now=now, **values)


def word(criterion: Criterion, name: str) -> str:
    """The words of a field, a level included."""
    words: str = getattr(criterion.levels or Levels(), name) if name in LEVELS else getattr(criterion, name)
    return words


def _turns_that_say(goal: Goal, words: str) -> tuple[str, ...]:
    """The turns in whose answers the words stand, part by part; none when a part stands nowhere."""
    found: list[str] = []
    for part in filter(None, map(_bare, words.split(";"))):
        turn = next((turn.id for turn in reversed(goal.turns) if part in _bare(turn.answer)), None)
        if turn is None:
            return ()
        found.append(turn)
    return tuple(dict.fromkeys(found))


def _bare(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split()).strip(' .,!?…"“”«»')


def _as_draft_if_agreed(criterion: Criterion) -> dict[str, object]:
    if criterion.status is not CriterionStatus.AGREED:
        return {}
    return {"status": CriterionStatus.DRAFT, "agreed_at": None}


def agree(session: Session, criterion_id: str, who: str, *, now: datetime) -> Session:
    """The client has said yes to the wording.

    Args:
        session: the session.
        criterion_id: the criterion.
        who: of the client's people.
        now: the moment of the yes.
    """
    return change_criterion(
        session,
        criterion_id,
        now=now,
        status=CriterionStatus.AGREED,
        agreed_by=who,
        agreed_at=now,
        rejected_because="",
    )


def reject(session: Session, criterion_id: str, why: str, *, now: datetime) -> Session:
    """A criterion that is not to count, and why; it stays in the record."""
    return change_criterion(
        session, criterion_id, now=now, status=CriterionStatus.REJECTED, rejected_because=why, agreed_at=None
    )


def redraft(session: Session, criterion_id: str, *, now: datetime) -> Session:
    """A criterion that was agreed or rejected is a draft again."""
    return change_criterion(
        session, criterion_id, now=now, status=CriterionStatus.DRAFT, rejected_because="", agreed_at=None
    )


def decide_criterion(session: Session, criterion_id: str, status: CriterionStatus, *, now: datetime) -> Session:
    """Agree, reject or make a draft again, by the name and the reason that stand there already."""
    criterion = session.criterion(criterion_id)
    if status is CriterionStatus.AGREED:
        return agree(session, criterion_id, criterion.agreed_by, now=now)
    if status is CriterionStatus.REJECTED:
        return reject(session, criterion_id, criterion.rejected_because, now=now)
    return redraft(session, criterion_id, now=now)


def reach(session: Session, criterion_id: str, *, reached: bool = True, now: datetime) -> Session:
    """The client says that it has come true; or that it has not, after all."""
    return change_criterion(session, criterion_id, now=now, reached_at=now if reached else None)


def split_criterion(
    session: Session, criterion_id: str, first: str, second: str, *, now: datetime, new_id: NewId
) -> Session:
    """Make two drafts of one that says two things; both keep its fields and the turns they came from.

    Raises:
        ValueError: one of the two statements is empty.
    """
    if not first.strip() or not second.strip():
        raise ValueError("both halves of a criterion need words")
    goal, criterion = session.goal_of_criterion(criterion_id), session.criterion(criterion_id)
    draft = changed(criterion, **_as_draft_if_agreed(criterion), reached_at=None)
    two = (changed(draft, statement=first.strip()), changed(draft, id=new_id("c"), statement=second.strip()))
    criteria = tuple(one for old in goal.criteria for one in (two if old.id == criterion_id else (old,)))
    return with_goal(session, goal.id, now, criteria=criteria)


def merge_criteria(session: Session, criterion_id: str, other_id: str, *, now: datetime) -> Session:
    """Take another criterion into this one: what differs stands side by side, and the whole is a draft.

    Raises:
        ValueError: a criterion cannot be merged with itself.
    """
    if criterion_id == other_id:
        raise ValueError("a criterion cannot be merged with itself")
    one, other = session.criterion(criterion_id), session.criterion(other_id)
    both = (one, other)
    values: dict[str, object] = {name: _joined(*(word(each, name) for each in both)) for name in ("statement", *_PLAIN)}
    levels = {name: _joined(*(word(each, name) for each in both)) for name in LEVELS}
    values |= {
        "levels": Levels(**levels) if any(levels.values()) else None,
        "proposed": tuple(dict.fromkeys((*one.proposed, *other.proposed))),
        "from_turns": tuple(dict.fromkeys((*one.from_turns, *other.from_turns))),
        "sources": {
            name: tuple(dict.fromkeys((*one.sources.get(name, ()), *other.sources.get(name, ()))))
            for name in (*one.sources, *other.sources)
        },
        "provenance": Provenance.PROPOSED
        if Provenance.PROPOSED in {one.provenance, other.provenance}
        else one.provenance,
        "status": CriterionStatus.DRAFT,
        "agreed_at": None,
        "reached_at": None,
    }
    return change_criterion(delete_criterion(session, other_id, now=now), criterion_id, now=now, **values)


def _joined(*texts: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def shift_criterion(session: Session, criterion_id: str, step: int, *, now: datetime) -> Session:
    """Move a criterion up (-1) or down (1); past the first or the last of its goal it goes to the goal beside it."""
    goal = session.goal_of_criterion(criterion_id)
    ids = [one.id for one in goal.criteria]
    place = ids.index(criterion_id)
    if 0 <= place + step < len(ids):
        criteria = list(goal.criteria)
        criteria.insert(place + step, criteria.pop(place))
        return with_goal(session, goal.id, now, criteria=tuple(criteria))
    at = session.goals.index(goal) + step
    if not 0 <= at < len(session.goals):
        return session
    criterion, target = session.criterion(criterion_id), session.goals[at]
    session = delete_criterion(session, criterion_id, now=now)
    criteria = [criterion, *target.criteria] if step > 0 else [*target.criteria, criterion]
    return with_goal(session, target.id, now, criteria=tuple(criteria))


def delete_criterion(session: Session, criterion_id: str, *, now: datetime) -> Session:
    """Take a criterion out of the session."""
    goal = session.goal_of_criterion(criterion_id)
    return with_goal(session, goal.id, now, criteria=replaced(goal.criteria, criterion_id, lambda _: None))
