"""The choice of the next question."""

from dataclasses import dataclass

from brasstacks.chain import Chain
from brasstacks.questions.bank import AsksFor, Bank


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to put next."""

    text: str
    asks_for: AsksFor
    about: str
    """The client's words that it challenges: at most 6 words of an answer or the goal, quoted in `text`; or ""."""
    because: str
    """Why this one, in a line, in the language of the conversation."""
    probe: str
    """The id of the bank's entry."""


def suggest(chain: Chain, bank: Bank, *, count: int = 3, returning: bool = False) -> tuple[Suggestion, ...]:
    """The next questions for a chain, best first; the same chain gives the same questions."""
    openers = [Suggestion(o.text, AsksFor.OBSERVABLE, "", "", o.id) for o in bank.openers]
    probes = [Suggestion(p.text, p.asks_for, "", "", p.id) for p in bank.probes if not p.quotes]
    return tuple((openers + probes)[:count])
