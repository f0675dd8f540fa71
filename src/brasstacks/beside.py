"""The tables that stand beside the chains: options, risks, expectations, cards, what was delivered, signs of fit."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from brasstacks.record import Identified, Moment, Record, Words


class OptionKind(StrEnum):
    """What sort of option it is."""

    OURS = ""
    WISH = "wish"
    """The client asked for it before the problem was known."""
    NOTHING = "nothing"
    """Do nothing: what every other option is held against."""
    SMALLEST = "smallest"
    """The smallest thing that could work."""


class Size(StrEnum):
    """How big an option is against the problem, as a person judges it."""

    UNJUDGED = ""
    SMALL = "small"
    FITS = "fits"
    TOO_BIG = "too_big"
    """A cannon for a sparrow."""


class Option(Identified):
    """One way of reaching a goal."""

    title: Words
    kind: OptionKind = OptionKind.OURS
    meets: tuple[str, ...] = ()
    """The ids of the criteria that it meets."""
    how: Words = ""
    """How it meets them."""
    advantages: Words = ""
    """One a line."""
    drawbacks: Words = ""
    """One a line."""
    cost: Words = ""
    """A rough range as said: "8 to 12 thousand"."""
    time: Words = ""
    """A rough range as said: "4-6 weeks"."""
    evidence: Words = ""
    """Where it was done before."""
    size: Size = Size.UNJUDGED


class Choice(Record):
    """What the client chose, with their words."""

    at: Moment
    option: str = ""
    """The id of the option; empty for "not yet"."""
    words: Words = ""
    reason: Words = ""


class Risk(Identified):
    """A risk that was spoken of, or is to be."""

    entry: str = ""
    """The id of the bank's risk; empty for one's own."""
    title: Words
    raised: Moment | None = None
    words: Words = ""
    """What the client said of it."""
    worry: Annotated[int, Field(ge=0, le=3)] | None = None
    """How much it worries them: 0 not at all, 3 very much; None when nobody asked."""
    offer: Words = ""
    owner: Words = ""


class Expectation(Identified):
    """Something that the client expects of us, and what was promised on it."""

    entry: str = ""
    """The id of the bank's expectation; empty for one's own."""
    title: Words
    asked: Moment | None = None
    words: Words = ""
    promised: Words = ""
    proposal: Words = ""
    """What we propose by ourselves: clients expect initiative."""
    owner: Words = ""
    """Who of us keeps the promise."""
    due: Words = ""
    """A day as `2026-12-04`, or a term as it was said."""


class UsedCard(Identified):
    """A calm answer that was given."""

    at: Moment
    entry: str
    """The id of the bank's card."""
    title: Words = ""


class Delivery(Identified):
    """Something that was done for a returning client, and how it was perceived: two things to look after."""

    at: Moment
    what: Words
    perceived: Words = ""
    """In the client's words; empty when nobody asked."""
    better: Words = ""
    """What would make it perceived better."""


class ComplaintEnding(StrEnum):
    """What became of a complaint."""

    OPEN = ""
    PROMISED = "promised"
    """What they ask for is reasonable: it is done."""
    DECLINED = "declined"
    """It is not: they were told why not, and what we can do."""


class Complaint(Identified):
    """What a client is dissatisfied with."""

    at: Moment
    words: Words
    wish: Words = ""
    """Their answer to "what could we do to put it right?"."""
    ending: ComplaintEnding = ComplaintEnding.OPEN
    promise: str = ""
    """The id of the promise among the follow-ups."""
    why_not: Words = ""
    alternative: Words = ""


class Sign(Identified):
    """A sign of fit that a person noted."""

    at: Moment
    sign: str
    """Its name in the bank's weights, without `theirs_` and `ours_`."""
    fullness: Annotated[float, Field(ge=0, le=1)] = 1.0
    """How far it holds: 0 not at all (it was looked at and is not so), 1 fully."""
    words: Words = ""


class Recommendation(StrEnum):
    """What to do with a client."""

    TOGETHER = "together"
    STRICT = "strict"
    TRY = "try"
    PART = "part"
    REFER = "refer"


class FitDecision(Record):
    """What a person decided about the fit; they may differ from what the signs say, with a reason."""

    at: Moment
    recommendation: Recommendation
    reason: Words = ""
    review_on: Words = ""
    """The day on which a try is looked at, as `2026-12-04` or as it was said."""
