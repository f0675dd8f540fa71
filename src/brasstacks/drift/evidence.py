"""What the turns so far say of a chain: the chance that it has stalled, and that it is coaching.

A weighted sum of named numbers over the turns that count: the latest three, what was before them, the least of the
latest two and three (so that one good turn outweighs bad ones), how likely both of the latest two and two of the latest
three drift, the mean, the peak, a fading sum.
The weights and their source are in `drift/data/chain.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from brasstacks.drift.weights import chain_weights

CLIP = 4.0
"""No turn says more than this, in log-odds, for a drift."""
LEAST = -3.0
"""Nor less: a few good turns at the start do not drown what comes after."""
FADING = 0.8
LATE = 3
"""So many turns are looked at one by one; those before them are summed up."""


class Odds(NamedTuple):
    """What one turn says, in log-odds: that it stalls, and that it is about the self, each against a gain."""

    stall: float
    self: float

    @classmethod
    def clipped(cls, stall: float, inside: float) -> "Odds":
        """The odds, none beyond `LEAST` and `CLIP`."""
        return cls(max(LEAST, min(CLIP, stall)), max(LEAST, min(CLIP, inside)))


class Chances(NamedTuple):
    """The chances, 0 to 1, of what a chain has become; the rest is that it is on track."""

    stalled: float
    coaching: float


NOTHING = Odds(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The turns that count, taken in one by one: a turn costs the same, however long the chain."""

    count: int = 0
    late: tuple[Odds, ...] = ()
    """The latest `LATE`, oldest first."""
    first: Odds = NOTHING
    earlier: Odds = NOTHING
    """The sum of those before the latest."""
    total: Odds = NOTHING
    peak: Odds = NOTHING
    fading: Odds = NOTHING

    @classmethod
    def of(cls, turns: Iterable[Odds]) -> "Evidence":
        """The evidence of some turns in their order."""
        found = cls()
        for odds in turns:
            found = found.add(odds)
        return found

    def add(self, odds: Odds) -> "Evidence":
        """The evidence with one more turn."""
        gone = self.late[0] if len(self.late) == LATE else NOTHING
        return Evidence(
            count=self.count + 1,
            late=(*self.late, odds)[-LATE:],
            first=self.first if self.count else odds,
            earlier=Odds(self.earlier.stall + gone.stall, self.earlier.self + gone.self),
            total=Odds(self.total.stall + odds.stall, self.total.self + odds.self),
            peak=Odds(max(self.peak.stall, odds.stall), max(self.peak.self, odds.self)) if self.count else odds,
            fading=Odds(self.fading.stall * FADING + odds.stall, self.fading.self * FADING + odds.self),
        )


def numbers(evidence: Evidence) -> dict[str, float]:
    """The numbers of at least one turn, by name."""
    count, late = evidence.count, evidence.late
    found = {"one": 1.0, "turns": log(count), "third": float(count == 3)}
    for lane, name in enumerate(Odds._fields):
        odds = [one[lane] for one in late]
        found[f"{name} now"] = odds[-1]
        found[f"{name} before"] = odds[-2] if len(odds) > 1 else 0.0
        found[f"{name} two before"] = odds[-3] if len(odds) > 2 else 0.0
        found[f"{name} earlier"] = evidence.earlier[lane] / (count - LATE) if count > LATE else 0.0
        found[f"{name} least of two"] = min(odds[-2:])
        found[f"{name} least of three"] = min(odds)
        found[f"{name} mean"] = evidence.total[lane] / count
        found[f"{name} peak"] = evidence.peak[lane]
        found[f"{name} first"] = evidence.first[lane]
        found[f"{name} fading"] = evidence.fading[lane] / 2
        likely = [1 / (1 + exp(-one)) for one in odds]
        found[f"{name} both"] = 2 * likely[-1] * likely[-2] if len(odds) > 1 else 0.0
        found[f"{name} two of three"] = 2 * sorted(likely)[-2] if len(odds) > 1 else 0.0
    return found


def chances(evidence: Evidence) -> Chances:
    """What the turns that count make of the chain; nothing for none."""
    if not evidence.count:
        return Chances(0.0, 0.0)
    stalled = coaching = 0.0
    known = chain_weights().weights
    for name, value in numbers(evidence).items():
        one, other = known[name]
        stalled += one * value
        coaching += other * value
    total = 1.0 + exp(stalled) + exp(coaching)
    return Chances(exp(stalled) / total, exp(coaching) / total)
