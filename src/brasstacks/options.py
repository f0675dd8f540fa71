"""The options under a goal, held side by side: costs against the budget, and what a fair bouquet still lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from brasstacks.beside import Option, OptionKind, Size
from brasstacks.glance import kept
from brasstacks.session import Criterion, Goal

FEWEST = 2
MOST = 5
"""More than five are not chosen from: they are put off."""

_TIMES_CHEAPER = 3
"""An option that does the same for a third of another's price makes a cannon of that one."""

_NUMBER = r"\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_SCALES = {
    1_000_000: r"m(?:ln|io|n)?\b|million|milion|млн|миллион|лимон",
    1_000: r"k\b|thousand|grand\b|mila\b|mille\b|тыс|тыщ|т\.\s*р|к\b",
}
_AMOUNT = re.compile(
    rf"(?:(?P<before>тысяч|тыс\.?)\s+)?(?P<number>{_NUMBER})\s*(?:[€$£₽]\s*)?(?:(?P<m>{_SCALES[1_000_000]})|(?P<k>{_SCALES[1_000]}))?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[\s.,'’]\d{3})+")


@dataclass(frozen=True, slots=True)
class Range:
    """A rough amount of money, in whatever it is counted; the lowest and the highest are the same where one was said."""

    low: float
    high: float


def amount(words: str) -> Range | None:
    """The range that words name; None when they name no number.

    "8 to 12 thousand", "8–12k", "от 8 до 12 тысяч", "12 000 €": of several numbers the smallest and the largest count.
    "Тысяч 60" is about 60 thousand.
    A scale behind the last number holds for the one before it, when that would otherwise be a thousand times smaller.
    """
    found = [
        (_number(match["number"]), 1e6 if match["m"] else 1e3 if match["k"] or match["before"] else 1.0)
        for match in _matches(words)
    ]
    if not found:
        return None
    last = found[-1][1]
    values = [
        number * (last if scale == 1 and number < found[-1][0] * last / 100 else scale) for number, scale in found
    ]
    return Range(min(values), max(values))


def _matches(words: str) -> Iterator[re.Match[str]]:
    return _AMOUNT.finditer(words.replace("\u00a0", " ").replace("\u202f", " "))


def _number(digits: str) -> float:
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


class Lack(StrEnum):
    """What a fair choice lacks."""

    ONE_ONLY = "one_only"
    """Who has one option has no choice."""
    TOO_MANY = "too_many"
    NO_DRAWBACKS = "no_drawbacks"
    """What has no drawback has not been looked at."""
    NONE_IN_BUDGET = "none_in_budget"
    NO_PROOF = "no_proof"
    TOO_BIG = "too_big"
    """A cannon for a sparrow: a person says so, or another option meets the same for a third of the price."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A lack, and the options that have it; of the bouquet as a whole where there are none."""

    lack: Lack
    options: tuple[Option, ...] = ()


def warnings(goal: Goal, budget: str = "") -> tuple[Warned, ...]:
    """What the options of a goal lack; nothing where there is none yet.

    Args:
        goal: with its options.
        budget: the most that the client would spend, as they said it.
    """
    real = _real(goal)
    if not goal.options:
        return ()
    found: list[Warned] = []
    if len(real) < FEWEST:
        found.append(Warned(Lack.ONE_ONLY))
    if len(real) > MOST:
        found.append(Warned(Lack.TOO_MANY))
    if real and all(inside(option, budget) is False for option in real):
        found.append(Warned(Lack.NONE_IN_BUDGET))
    for lack, those in (
        (Lack.TOO_BIG, tuple(one for one in real if too_big(one, goal))),
        (Lack.NO_DRAWBACKS, tuple(one for one in goal.options if not one.drawbacks.strip())),
        (Lack.NO_PROOF, tuple(one for one in real if not one.evidence.strip())),
    ):
        if those:
            found.append(Warned(lack, those))
    return tuple(found)


def _real(goal: Goal) -> tuple[Option, ...]:
    """All but doing nothing."""
    return tuple(one for one in goal.options if one.kind is not OptionKind.NOTHING)


def too_big(option: Option, goal: Goal) -> bool:
    """Whether an option is too big for the problem."""
    if option.size is not Size.UNJUDGED:
        return option.size is Size.TOO_BIG
    mine = amount(option.cost)
    if mine is None or not option.meets:
        return False
    return any(
        set(option.meets) <= set(other.meets) and theirs.high * _TIMES_CHEAPER <= mine.low
        for other in _real(goal)
        if other.id != option.id and (theirs := amount(other.cost)) is not None
    )


def inside(option: Option, budget: str) -> bool | None:
    """Whether the least that an option costs is inside the budget; None when either is not known."""
    cost, most = amount(option.cost), amount(budget)
    return None if cost is None or most is None else cost.low <= most.high


@dataclass(frozen=True, slots=True)
class Side:
    """An option in the comparison."""

    option: Option
    meets: tuple[bool, ...]
    """Of each criterion of the goal, in their order."""
    inside: bool | None
    too_big: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The options of a goal side by side."""

    criteria: tuple[Criterion, ...]
    """Without those that were rejected."""
    sides: tuple[Side, ...]


def compare(goal: Goal, budget: str = "") -> Comparison:
    """Hold the options of a goal side by side."""
    wanted = kept(goal)
    sides = tuple(
        Side(
            option=option,
            meets=tuple(criterion.id in option.meets for criterion in wanted),
            inside=inside(option, budget),
            too_big=too_big(option, goal),
            chosen=goal.choice is not None and goal.choice.option == option.id,
        )
        for option in goal.options
    )
    return Comparison(wanted, sides)
