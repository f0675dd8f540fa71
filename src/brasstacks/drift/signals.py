"""What a turn signals: that it serves, that it stalls, or that it is about the speaker's own self.

Each signal is a sum over words, lexicon classes and the turn's shape, so it can show the words that it rests on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import exp

from brasstacks.chain import Chain, Heard
from brasstacks.drift.evidence import Odds
from brasstacks.drift.features import Seen, see, share, text_features
from brasstacks.drift.phrases import persons, unwanted
from brasstacks.drift.weights import LANES, NOTHING, Lanes, weights
from brasstacks.gain import Gain
from brasstacks.language import Kind
from brasstacks.lookup import Looked, find, look

SHOWN = 3
"""Words that a signal shows at most."""
TELLING = 4
"""Letters of a word below which it tells nothing."""
OF_THE_SELF = ("inner_state", "emotions", "biography", "self_topic")
OF_A_STALL = (*(f"k:{kind}" for kind in Kind), "dont_know")
"""Classes of words that show by themselves why: others weigh as they were learned to, and tell nobody anything."""


class Mark(StrEnum):
    """How a turn stalls, when it can be told."""

    HAND_BACK = "hand_back"
    DEFERRAL = "deferral"
    AUTHORITY = "authority"
    RESTATING = "restating"
    CIRCLING = "circling"
    UNWANTED = "unwanted"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Signals:
    """What one turn signals."""

    odds: Odds
    """Log-odds that it stalls, and that it is about the speaker's self, each against that it gains."""
    mark: Mark | None
    """The sort of stall that its words name."""
    dont_know: bool
    """Whether it says that the client does not know."""
    asks_inside: bool
    """Whether the question asks about the client's inner self."""

    @property
    def serves(self) -> float:
        """The chance, 0 to 1, that the turn serves the chain: gains, or at least does it no harm."""
        return 1.0 / (1.0 + exp(self.odds.stall) + exp(self.odds.self))


def signals(chain: Chain, added: Sequence[Gain]) -> tuple[Signals, ...]:
    """The signals of every turn of a chain, with what each added; only a turn that is new, or has another past, costs."""
    return tuple(map(_signal, see(chain, added)))


@lru_cache(maxsize=4096)
def _signal(seen: Seen) -> Signals:
    gains, stalls, inside = _words(seen.said, seen.asked, seen.lang)
    known = weights(seen.lang).numbers
    for name, value in seen.numbers.items():
        if value and name in known:
            one, two, three = known[name]
            gains += one * value
            stalls += two * value
            inside += three * value
    return Signals(
        odds=Odds.clipped(stalls - gains, inside - gains),
        mark=mark(seen),
        dont_know=seen.answer.has("dont_know"),
        asks_inside=seen.put and seen.question.has("coaching_questions"),
    )


@lru_cache(maxsize=4096)
def _words(answer: str, question: str, lang: str) -> Lanes:
    """What the words of an answer and its question say for each lane, in log-odds."""
    table = weights(lang).words
    total = NOTHING
    for text, prefix in ((answer, "a"), (question, "q")):
        features = {feature for _, feature in text_features(look(text, lang), prefix)}
        each = share(len(features))
        gains, stalls, inside = table.open(table.sum(features))
        total = (total[0] + gains * each, total[1] + stalls * each, total[2] + inside * each)
    return total


_MARKS = (
    (Mark.HAND_BACK, Kind.HAND_BACK),
    (Mark.DEFERRAL, Kind.DEFERRAL),
    (Mark.AUTHORITY, Kind.AUTHORITY),
)
_CIRCLING = 0.6
"""The share of an answer's words that the chain had before, from which it goes in circles."""


def mark(seen: Seen) -> Mark | None:
    """How a turn stalls, as its words say."""
    kinds = seen.findings
    for sort, kind in _MARKS:
        if kind in kinds or seen.answer.has(f"k:{kind}"):
            return sort
    if seen.answer.has("dont_know"):
        return Mark.DONT_KNOW
    if find(unwanted(seen.lang), seen.answer, seen.lang):
        return Mark.UNWANTED
    if Kind.RESTATING in kinds or seen.answer.has(f"k:{Kind.RESTATING}") or seen.echo >= _CIRCLING:
        return Mark.RESTATING
    return Mark.CIRCLING if seen.old >= _CIRCLING else None


def words(turn: Heard, *, inside: bool) -> tuple[str, ...]:
    """The telling words of an answer on which a signal rests, strongest first: for `stalled`, or for `coaching`."""
    looked = look(turn.answer, turn.reading.lang)
    little = looked.classes.get("function_words", ())
    telling = [span for name in (OF_THE_SELF if inside else OF_A_STALL) for span in looked.classes.get(name, ())]
    if not inside:
        telling += (finding.span for finding in turn.reading.findings)
    whose = frozenset().union(*persons(turn.reading.lang).values())
    totals = [0.0] * len(looked.tokens)
    for at, weight in _by_token(looked, turn.reading.lang, inside=inside):
        totals[at] += weight
    order = sorted((at for at, total in enumerate(totals) if total > 0), key=lambda at: (-totals[at], at))
    said = (
        looked.text[place.start : place.end]
        for at in order
        if len(looked.tokens[at].norm) >= TELLING and looked.tokens[at].norm not in whose
        for place in (looked.place(at, at + 1),)
        if any(place.overlaps(span) for span in telling) and not any(place.overlaps(span) for span in little)
    )
    return tuple(dict.fromkeys(said))[:SHOWN]


def _by_token(looked: Looked, lang: str, *, inside: bool) -> Iterator[tuple[int, float]]:
    table = weights(lang).words
    lane = LANES.index("self" if inside else "stalls")
    for at, feature in text_features(looked, "a"):
        lanes = table.open(table.row(feature))
        yield at, lanes[lane] - lanes[0]
