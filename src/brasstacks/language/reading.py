"""What is heard in one text: the types that `read` gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Facet(StrEnum):
    """A thing that a checkable criterion needs. A facet counts only when it is about the work."""

    WHO = "who"
    OBSERVABLE = "observable"
    THRESHOLD = "threshold"
    WHEN = "when"
    CHECK = "check"
    BASELINE = "baseline"
    WHY = "why"


class Level(StrEnum):
    """How much of an answer a stranger could check."""

    VAGUE = "vague"
    PARTIAL = "partial"
    CONCRETE = "concrete"


class Kind(StrEnum):
    """What sort of finding a marked span is."""

    BUZZWORD = "buzzword"
    VAGUE_QUALITY = "vague_quality"
    VAGUE_CHANGE = "vague_change"
    VAGUE_QUANTITY = "vague_quantity"
    VAGUE_TIME = "vague_time"
    NO_ACTOR = "no_actor"
    HEDGE = "hedge"
    SWEEPING = "sweeping"
    SOLUTION = "solution"
    HAND_BACK = "hand_back"
    DEFERRAL = "deferral"
    AUTHORITY = "authority"
    RESTATING = "restating"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text as given: `text[start:end]`, in characters."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """A marked span with its kind and a one-line reason in the language of the text."""

    span: Span
    text: str
    kind: Kind
    challenge: bool
    """Whether it is worth a question; a hedge or a sweeping word may be worth a mark only."""
    why: str
    strength: float
    """How sure the hearing is, 0 to 1: the strongest finding is asked about first."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word or shape adds to the level's score; positive is more concrete."""

    what: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program hears in one text."""

    text: str
    lang: str
    level: Level
    score: float
    """0 to 1, higher is more concrete."""
    findings: tuple[Finding, ...] = ()
    """In the order of the text; those of one kind never overlap."""
    facets: Mapping[Facet, tuple[Span, ...]] = field(default_factory=dict)
    """The facets that are there, each with the words that gave it; a facet that is absent has no key."""
    contributions: tuple[Contribution, ...] = ()
    """Why this level, strongest first."""

    @property
    def challenges(self) -> tuple[Finding, ...]:
        """The findings that are worth a question."""
        return tuple(finding for finding in self.findings if finding.challenge)


@dataclass(frozen=True, slots=True)
class ExtraWords:
    """Words of a trade that a bank adds to the lexicons, written as people say them."""

    vague: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    artefacts: tuple[str, ...] = ()
    observable_verbs: tuple[str, ...] = ()


NO_WORDS = ExtraWords()
