"""What the turns so far say of a chain: the chance that it has stalled, and that it is coaching.

A weighted sum of named numbers over the turns that count: the latest three, what was before them, the least of the
latest two and three (so that one good turn outweighs bad ones), the mean, the peak, a fading sum.
The weights and their source are in `drift/data/chain.json`.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from brasstacks.drift.weights import chain_weights

CLIP = 4.0
"""No turn says more than this, in log-odds, either way."""
FADING = 0.8


class Odds(NamedTuple):
    """What one turn says, in log-odds: that it stalls, and that it is about the self, each against a gain."""

    stall: float
    self: float

    @classmethod
    def clipped(cls, stall: float, inside: float) -> "Odds":
        """The odds, none beyond `CLIP`."""
        return cls(max(-CLIP, min(CLIP, stall)), max(-CLIP, min(CLIP, inside)))


class Chances(NamedTuple):
    """The chances, 0 to 1, of what a chain has become; the rest is that it is on track."""

    stalled: float
    coaching: float


def numbers(turns: Sequence[Odds]) -> dict[str, float]:
    """The numbers of at least one turn, by name."""
    found = {"one": 1.0, "turns": log(len(turns)), "third": float(len(turns) == 3)}
    for name, odds in zip(Odds._fields, zip(*turns, strict=True), strict=True):
        late, rest = odds[-3:], odds[:-3]
        fading = 0.0
        for one in odds:
            fading = fading * FADING + one
        found[f"{name} now"] = late[-1]
        found[f"{name} before"] = late[-2] if len(late) > 1 else 0.0
        found[f"{name} two before"] = late[-3] if len(late) > 2 else 0.0
        found[f"{name} earlier"] = sum(rest) / len(rest) if rest else 0.0
        found[f"{name} least of two"] = min(late[-2:])
        found[f"{name} least of three"] = min(late)
        found[f"{name} mean"] = sum(odds) / len(odds)
        found[f"{name} peak"] = max(odds)
        found[f"{name} first"] = odds[0]
        found[f"{name} fading"] = fading / 2
    return found


def chances(turns: Sequence[Odds]) -> Chances:
    """What the turns that count, in their order, make of the chain; nothing for none."""
    if not turns:
        return Chances(0.0, 0.0)
    stalled = coaching = 0.0
    known = chain_weights().weights
    for name, value in numbers(turns).items():
        one, other = known[name]
        stalled += one * value
        coaching += other * value
    total = 1.0 + exp(stalled) + exp(coaching)
    return Chances(exp(stalled) / total, exp(coaching) / total)
