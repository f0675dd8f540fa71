"""How we and a client suit each other: signs moved two willingnesses, and these make a group with its way of working.

Some signs are read from the conversation, some are noted by a person; what a person noted stands before what was read.
There are no good or bad clients. The signs explain and recommend, the person decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brasstacks.beside import Recommendation
from brasstacks.chain import Chain, of_goal
from brasstacks.drift import State, judge
from brasstacks.gain import gains
from brasstacks.language import NO_WORDS, ExtraWords, Facet, Kind, Level
from brasstacks.questions import Bank
from brasstacks.questions.bank import Play
from brasstacks.session import GoalStatus, Session

THEIRS, OURS = "theirs_", "ours_"
"""What a weight of the bank begins with: whose willingness it moves."""

_FEWEST_ANSWERS = 3
"""Fewer answers say nothing about how somebody answers."""

ENOUGH_ANSWERS = 6
"""Fewer answers recommend nothing yet: a practitioner's judgement, nothing measured."""

_FOR_FROM, _FOR_FULLY = 1 / 3, 2 / 3
"""The share of good answers up to which they speak for nothing, and from which they speak fully: a practitioner's judgement."""

_FULL_AT = {Kind.HAND_BACK: 1 / 3, Kind.BUZZWORD: 1 / 2, Kind.AUTHORITY: 1 / 3}
"""The share of answers at which such a finding is a sign at its fullest: a practitioner's judgement, nothing measured."""

_SIGN_OF = {Kind.HAND_BACK: "hand_backs", Kind.BUZZWORD: "buzzwords", Kind.AUTHORITY: "politicking"}
_DRIFTED = {State.ON_TRACK: 0.0, State.WATCH: 0.5, State.STALLED: 1.0, State.COACHING: 1.0}
_DECIDERS = 3
"""So many people who decide are a sign at its fullest; one is none."""

OF_A_GROUP = {
    1: Recommendation.TOGETHER,
    2: Recommendation.STRICT,
    3: Recommendation.TRY,
    4: Recommendation.PART,
}


@dataclass(frozen=True, slots=True)
class Read:
    """How far a sign holds."""

    fullness: float
    """0 to 1."""
    count: int = 0
    of: int = 0
    """What it was read from: 6 of 9 answers; 0 of 0 when it was not counted."""
    noted: bool = False
    """Whether a person noted it."""
    words: str = ""
    """Theirs."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A sign that moved a willingness."""

    sign: str
    weight: float
    read: Read

    @property
    def by(self) -> float:
        """How far: the weight, as far as the sign holds."""
        return self.weight * self.read.fullness


@dataclass(frozen=True, slots=True)
class Willingness:
    """One of the two scales."""

    moved: tuple[Moved, ...]
    """What moved it furthest first; a sign that was looked at and does not hold moved it by nothing."""

    @property
    def total(self) -> float:
        """The sum; above nothing speaks for, below it against."""
        return sum(one.by for one in self.moved)

    @property
    def wants(self) -> bool | None:
        """Whether they (or we) want it; None when no sign is known."""
        return self.total > 0 if self.moved else None


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit of a session, explained."""

    theirs: Willingness
    ours: Willingness
    group: int | None
    """1 both want it, 2 they do and we are unsure, 3 we do and they do not, 4 neither; None when nothing is known."""
    play: Play | None
    """The bank's way of working with the group."""
    recommendation: Recommendation | None
    answers: int = 0
    """So many were given under all the goals."""

    @property
    def early(self) -> bool:
        """Whether it is too early to tell."""
        return self.answers < ENOUGH_ANSWERS


def fit(session: Session, bank: Bank) -> Fit:
    """Judge the fit.

    Args:
        session: as it stands.
        bank: joined with the banks that it extends: its weights, playbook and words of the trade.
    """
    known = signs(session, bank.lexicon.as_extra())
    theirs, ours = (_willingness(bank.weights, side, known) for side in (THEIRS, OURS))
    group = group_of(theirs.wants, ours.wants)
    play = next((one for one in bank.playbook if one.group == group), None)
    return Fit(theirs, ours, group, play, _recommend(group, session, known), _answers(session))


def _answers(session: Session) -> int:
    return sum(bool(turn.answer.strip()) and not turn.later for goal in session.goals for turn in goal.turns)


def group_of(theirs: bool | None, ours: bool | None) -> int | None:  # noqa: FBT001 - a table of two truths
    """The group of two willingnesses."""
    if theirs is None or ours is None:
        return None
    return {(True, True): 1, (True, False): 2, (False, True): 3, (False, False): 4}[theirs, ours]


def _recommend(group: int | None, session: Session, known: Mapping[str, Read]) -> Recommendation | None:
    """The group's, but for a request that is not our trade or came too early: there somebody else serves better."""
    if group is None:
        return None
    standing = [goal for goal in session.goals if goal.status is not GoalStatus.DROPPED]
    too_early = bool(standing) and all(goal.status is GoalStatus.REFERRED for goal in standing)
    fits = known.get("request_fits_offer")
    if too_early or (fits is not None and not fits.fullness):
        return Recommendation.REFER
    return OF_A_GROUP[group]


def _willingness(weights: Mapping[str, float], side: str, known: Mapping[str, Read]) -> Willingness:
    moved = [
        Moved(name, weight, known[name])
        for key, weight in weights.items()
        if key.startswith(side) and (name := key.removeprefix(side)) in known
    ]
    return Willingness(tuple(sorted(moved, key=lambda one: -abs(one.by))))


def names(bank: Bank) -> tuple[str, ...]:
    """The signs that the bank weighs, in its order."""
    bare = (key.removeprefix(THEIRS).removeprefix(OURS) for key in bank.weights)
    return tuple(dict.fromkeys(bare))


def signs(session: Session, extra: ExtraWords = NO_WORDS) -> dict[str, Read]:
    """Every sign that is known: read from the conversation, and over that what a person noted."""
    known = {**_heard([of_goal(session, goal, extra=extra) for goal in session.goals]), **_recorded(session)}
    price = session.session.price_asked
    for sign in session.signs:
        fullness = sign.fullness
        if sign.sign == "decided_before_price" and price is not None and sign.at > price:
            # It was seen only after the price was asked: the reverse of what the sign is about.
            fullness = 0.0
        known[sign.sign] = Read(fullness, noted=True, words=sign.words)
    return known


def _heard(chains: Iterable[Chain]) -> dict[str, Read]:
    """What the answers themselves show."""
    chains = tuple(chains)
    pairs = [
        (turn, gain)
        for chain in chains
        for turn, gain in zip(chain.turns, gains(chain), strict=True)
        if not turn.turn.later and turn.answer.strip()
    ]
    of = len(pairs)
    if of < _FEWEST_ANSWERS:
        return {}
    levels = [turn.reading.level for turn, _gain in pairs]
    concrete = levels.count(Level.CONCRETE)
    added = sum(bool(gain) for _turn, gain in pairs)
    found = {
        "concrete_answers": Read(_speaks_for(concrete / of), concrete, of),
        "cooperation": Read(_speaks_for(added / of), added, of),
    }
    for kind, name in _SIGN_OF.items():
        count = sum(any(finding.kind is kind for finding in turn.reading.findings) for turn, _gain in pairs)
        found[name] = Read(min(count / of / _FULL_AT[kind], 1.0), count, of)
    states = [judge(chain).state for chain in chains if chain.turns]
    drifted = sum(_DRIFTED[state] for state in states)
    found["drift"] = Read(drifted / len(states), sum(_DRIFTED[state] == 1 for state in states), len(states))
    return found


def _speaks_for(share: float) -> float:
    """How far a share of good answers speaks for somebody."""
    return min(max(share - _FOR_FROM, 0.0) / (_FOR_FULLY - _FOR_FROM), 1.0)


def _recorded(session: Session) -> dict[str, Read]:
    """What stands in the record beside the answers: who decides, and when the price was asked."""
    found: dict[str, Read] = {}
    if session.client.people:
        count = sum(person.decides for person in session.client.people)
        fullness = min(max(count - 1, 0) / (_DECIDERS - 1), 1.0)
        found["many_deciders"] = Read(fullness, count, len(session.client.people))
    price = session.session.price_asked
    if price is not None:
        before = any(
            turn.answered is not None and turn.answered < price and Facet.OBSERVABLE in heard.reading.facets
            for goal in session.goals
            for turn, heard in zip(goal.turns, of_goal(session, goal).turns, strict=True)
        )
        found["price_before_goal"] = Read(0.0 if before else 1.0)
    return found


@dataclass(frozen=True, slots=True)
class Dated:
    """The fit of one client on the day of a session."""

    session: Session
    fit: Fit


def over_time(sessions: Iterable[Session], bank: Bank) -> tuple[Dated, ...]:
    """The fit of one client over the days of their sessions, the earliest first, all by the same weights."""
    ordered = sorted(sessions, key=lambda session: session.session.created)
    return tuple(Dated(session, fit(session, bank)) for session in ordered)
