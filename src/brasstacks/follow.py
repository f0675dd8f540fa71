"""A chain judged as a whole: how it is going, and what to ask next. The screen and the command line call this."""

from dataclasses import dataclass, replace

from brasstacks import drift
from brasstacks.chain import Chain
from brasstacks.questions import Bank, Suggestion, suggest


@dataclass(frozen=True, slots=True)
class Followed:
    """A chain with the judgement on it."""

    chain: Chain
    drift: drift.Drift
    suggestions: tuple[Suggestion, ...]


def follow(chain: Chain, bank: Bank, *, count: int = 3, returning: bool = False, ended: bool = False) -> Followed:
    """Judge a chain and choose the next questions.

    Args:
        chain: as heard.
        bank: joined with the banks that it extends.
        count: how many questions at most.
        returning: whether this client has been here before.
        ended: whether the goal was parked, referred or dropped: nothing is asked of it and nothing warned of.
    """
    judged = drift.judge(chain)
    if ended:
        quiet = replace(
            judged, state=drift.State.ON_TRACK, evidence=(), cause="", neutral="", interviewer_coaches=False
        )
        return Followed(chain, quiet, suggestions=())
    drifting = judged.state in (drift.State.STALLED, drift.State.COACHING)
    # Nobody asks on about the client's self: its words are left alone.
    private = judged.evidence if judged.state is drift.State.COACHING else ()
    found = suggest(chain, bank, count=count, returning=returning, drifting=drifting, private=private)
    return Followed(chain=chain, drift=judged, suggestions=found)
