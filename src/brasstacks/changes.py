"""What changed since last time: two sessions of one client side by side."""

from dataclasses import dataclass

from brasstacks import criteria
from brasstacks.glance import Open
from brasstacks.language import detect
from brasstacks.lookup import look
from brasstacks.recap import open_items
from brasstacks.session import Criterion, CriterionStatus, FollowUp, Session

ALIKE = 0.5
"""Two criteria that share so much of the shorter one's words are one criterion, worded anew."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A criterion then and now."""

    before: Criterion
    now: Criterion
    step_before: int
    step_now: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one session to a later one."""

    before: Session
    now: Session
    added: tuple[Criterion, ...]
    sharpened: tuple[Pair, ...]
    """Those that stand higher on the ladder now."""
    weakened: tuple[Pair, ...]
    """Those that stand lower."""
    same: tuple[Pair, ...]
    reached: tuple[Criterion, ...]
    """Those that the client says have come true, and had not then."""
    dropped: tuple[Criterion, ...]
    """Those that stood then and do not stand now, or were rejected since."""
    carried: tuple[Open, ...]
    """What was open then and is open now."""
    closed: tuple[Open, ...]
    """What was open then and is not any more."""
    unkept: tuple[FollowUp, ...]
    """What was promised then and is not done."""


def compare(before: Session, now: Session) -> Changes:
    """Compare two sessions of a client.

    A criterion is the same one when it has the same id or says much the same words; one that the later session
    says nothing of counts as dropped only when its goal was talked about again.
    """
    then, left = _standing(before), _standing(now)
    pairs: list[Pair] = []
    gone: list[Criterion] = []
    for criterion in then:
        match = _match(criterion, left)
        if match is None:
            gone.append(criterion)
            continue
        left.remove(match)
        steps = (criteria.ladder(criterion, before.fuzzy).step, criteria.ladder(match, now.fuzzy).step)
        pairs.append(Pair(criterion, match, *steps))
    rejected = [one for goal in now.goals for one in goal.criteria if one.status is CriterionStatus.REJECTED]
    talked = [goal.statement for goal in now.goals]
    dropped = [
        one
        for one in gone
        if _match(one, rejected) or any(_alike(before.goal_of_criterion(one.id).statement, said) for said in talked)
    ]
    open_then, open_now = open_items(before), open_items(now)
    words_now = {(one.waits, _key(one.words)) for one in open_now}
    return Changes(
        before=before,
        now=now,
        added=tuple(left),
        sharpened=tuple(pair for pair in pairs if pair.step_now > pair.step_before),
        weakened=tuple(pair for pair in pairs if pair.step_now < pair.step_before),
        same=tuple(pair for pair in pairs if pair.step_now == pair.step_before),
        reached=tuple(pair.now for pair in pairs if pair.now.reached_at and not pair.before.reached_at),
        dropped=tuple(dropped),
        carried=tuple(one for one in open_then if (one.waits, _key(one.words)) in words_now),
        closed=tuple(one for one in open_then if (one.waits, _key(one.words)) not in words_now),
        unkept=tuple(one for one in before.follow_ups if not one.done),
    )


def is_earlier(candidate: Session, session: Session) -> bool:
    """Whether a session is an earlier one of the same client."""
    return (
        candidate.id != session.id
        and candidate.session.created < session.session.created
        and _key(candidate.client.name) == _key(session.client.name)
        and _key(candidate.client.organisation) == _key(session.client.organisation)
    )


def _standing(session: Session) -> list[Criterion]:
    return [one for goal in session.goals for one in goal.criteria if one.status is not CriterionStatus.REJECTED]


def _match(criterion: Criterion, others: list[Criterion]) -> Criterion | None:
    """The same criterion among others: by its id, else the one that says most of its words."""
    for other in others:
        if other.id == criterion.id:
            return other
    close = [(share, other) for other in others if (share := _share(criterion.statement, other.statement)) >= ALIKE]
    return max(close, key=lambda pair: pair[0])[1] if close else None


def _alike(one: str, other: str) -> bool:
    return _share(one, other) >= ALIKE


def _share(one: str, other: str) -> float:
    """How much of the shorter text's words the two have in common, 0 to 1."""
    mine, theirs = _stems(one), _stems(other)
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else float(_key(one) == _key(other))


def _stems(text: str) -> frozenset[str]:
    looked = look(text, detect(text))
    little = looked.classes.get("function_words", ())
    return frozenset(
        stem
        for at, stem in enumerate(looked.stems)
        if not any(looked.place(at, at + 1).overlaps(span) for span in little)
    )


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
