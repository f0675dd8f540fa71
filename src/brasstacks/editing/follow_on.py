"""A session that goes on where an earlier one of the same client ended."""

from datetime import datetime

from brasstacks.editing.base import NewId, changed
from brasstacks.editing.header import start
from brasstacks.session import Client, Criterion, CriterionStatus, Goal, GoalStatus, Session


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
        changed(one, id=drawn("c"), from_turns=(), sources={}, origin=one.origin or f"{session_id}#{one.id}")
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
