"""The agenda of a session: its rooms, how far each is covered, and the time in each against the plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from brasstacks import coverage, criteria
from brasstacks.beside import ComplaintEnding
from brasstacks.glance import kept
from brasstacks.identity import SessionStatus
from brasstacks.questions import Bank
from brasstacks.session import GoalStatus, Session

GOALS = "goals"
"""The conversation itself; the other rooms have the names by which they are entered."""

PLANS: Mapping[int, Mapping[str, int]] = {
    30: {GOALS: 20, "risks": 4, "recap": 6},
    60: {GOALS: 34, "options": 8, "risks": 10, "recap": 8},
    90: {GOALS: 48, "options": 15, "risks": 15, "recap": 12},
}
"""Minutes a room by the length of a session: a practitioner's rule of thumb and nothing measured.

In half an hour options are not held side by side: what was agreed goes out, and they are a session of their own.
"""

MINUTES_A_GOAL = 11
"""From the first words to a criterion that a stranger could check, read back."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A room on the agenda."""

    room: str
    done: int
    of: int
    spent: float
    """Minutes."""
    planned: int
    """Minutes; 0 when a session of this length does not hold it."""

    @property
    def over(self) -> bool:
        """Whether more time went into it than was planned."""
        return bool(self.planned) and self.spent > self.planned


def plan(minutes: int) -> dict[str, int]:
    """The minutes for each room in a session of so many minutes: of the plan that fits into it, drawn out to its length."""
    base = max((length for length in PLANS if length <= minutes), default=min(PLANS))
    return {room: round(share * minutes / base) for room, share in PLANS[base].items()}


def holds(minutes: int) -> int:
    """How many goals a session of so many minutes can bring to a criterion."""
    return max(plan(minutes)[GOALS] // MINUTES_A_GOAL, 1)


def agenda(
    session: Session, bank: Bank, *, minutes: int | None = None, seconds: float | None = None
) -> tuple[Stop, ...]:
    """The rooms in the order in which an hour goes through them.

    Args:
        session: as it stands.
        bank: joined with the banks that it extends.
        minutes: the length that is planned for; None for the session's own.
        seconds: how long the conversation has lasted; None for what its sittings say.
    """
    planned = plan(session.session.planned_minutes if minutes is None else minutes)
    spent = session.session.spent
    total = session.seconds if seconds is None else seconds
    covered = {
        GOALS: _goals(session),
        "perceived": _perceived(session),
        "options": _options(session),
        "risks": _spoken(session, bank),
        "recap": (int(session.session.status is SessionStatus.CLOSED), 1),
    }
    if not covered["perceived"][1] and not session.session.continues:
        del covered["perceived"]
    beside = sum(spent.values())
    return tuple(
        Stop(
            room=room,
            done=done,
            of=of,
            spent=(max(total - beside, 0.0) if room == GOALS else spent.get(room, 0)) / 60,
            planned=planned.get(room, 0),
        )
        for room, (done, of) in covered.items()
    )


def _open_goals(session: Session) -> list[bool]:
    """Of each open goal, whether it has a concrete criterion."""
    return [
        any(criteria.ladder(one, session.fuzzy).concrete for one in kept(goal))
        for goal in session.goals
        if goal.status is GoalStatus.OPEN
    ]


def _goals(session: Session) -> tuple[int, int]:
    done = _open_goals(session)
    return sum(done), len(done)


def _options(session: Session) -> tuple[int, int]:
    """Goals on whose options the client was asked, "not yet" included."""
    standing = [goal for goal in session.goals if goal.status is GoalStatus.OPEN]
    return sum(goal.choice is not None for goal in standing), len(standing)


def _spoken(session: Session, bank: Bank) -> tuple[int, int]:
    return coverage.count((*coverage.risks(session, bank), *coverage.expectations(session, bank)))


def _perceived(session: Session) -> tuple[int, int]:
    """What was delivered and asked about, and the complaints that came to an ending."""
    asked = sum(bool(one.perceived) for one in session.deliveries)
    ended = sum(one.ending is not ComplaintEnding.OPEN for one in session.complaints)
    return asked + ended, len(session.deliveries) + len(session.complaints)
