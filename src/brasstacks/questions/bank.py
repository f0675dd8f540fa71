"""A question bank: a TOML file of questions, cards, risks, expectations and playbooks in one language.

`storage` reads the file; this validates what it read and joins a bank with those it extends.
"""

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from brasstacks.language import ExtraWords, Kind


class AsksFor(StrEnum):
    """What a question asks for: a facet, or another rung of the ladder."""

    WHO = "who"
    OBSERVABLE = "observable"
    THRESHOLD = "threshold"
    WHEN = "when"
    CHECK = "check"
    BASELINE = "baseline"
    WHY = "why"
    TERM = "term"
    PROBLEM = "problem"
    OUTCOME = "outcome"
    UNIT = "unit"
    LAST_INSTANCE = "last_instance"
    COST = "cost"
    COUNTER_TEST = "counter_test"
    READ_BACK = "read_back"


class Case(StrEnum):
    """A situation with a good next question of its own."""

    VAGUE_GOAL = "vague_goal"
    DONT_KNOW = "dont_know"
    NO_UNIT = "no_unit"
    OUTPUT = "output"
    PRICE_FIRST = "price_first"
    CONTRADICTION = "contradiction"
    BOSS_QUOTED = "boss_quoted"


Said = Annotated[str, Field(min_length=1)]


class Entry(BaseModel):
    """A table of a bank: a key that is not known is a misspelling."""

    # Built when a bank is first read: the Library starts without one.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Identified(Entry):
    """An entry with an id of its own within its list."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Opener(Identified):
    """The first question under a goal."""

    text: Said
    client: Literal["first", "returning", "any"] = "any"


class Probe(Identified):
    """A question, what it asks for and when it serves."""

    text: Said
    asks_for: AsksFor
    for_kinds: tuple[Kind, ...] = ()
    for_cases: tuple[Case, ...] = ()
    for_words: tuple[Said, ...] = ()

    @property
    def quotes(self) -> bool:
        """Whether it quotes the client's word."""
        return "{term}" in self.text


class Return(Identified):
    """A way back to the last instance."""

    text: Said


class Referral(Identified):
    """An ending "too early": what to say, and a text to hand over."""

    title: Said
    say: Said
    text: Said
    for_states: tuple[Literal["stalled", "coaching"], ...] = ()
    """The states of a chain that it is meant for: there it is offered first."""

    def letter(self, client: str, goal: str, interviewer: str = "") -> str:
        """The text to hand over: the goal stands in it as a quotation, and the interviewer's name, if known, under it.

        Args:
            client: the client's name.
            goal: as it was said; its own full stop would stand beside the sentence's.
            interviewer: who signs; empty when nobody is named.
        """
        said = {"client": client, "goal": re.sub(r"(?<!\.)\.$", "", goal.strip())}
        text = re.sub(r"\{(client|goal)\}", lambda place: said[place[1]], self.text.rstrip())
        return f"{text}\n{interviewer}".rstrip() + "\n"


class Risk(Identified):
    """A risk to be spoken aloud."""

    title: Said
    raise_: Annotated[str, Field(alias="raise", min_length=1)]
    offers: tuple[Said, ...] = ()


class Expectation(Identified):
    """Something that a client expects of any service."""

    title: Said
    ask: Said
    promise: Said


class Card(Identified):
    """A calm answer to a hard question."""

    title: Said
    words: tuple[Said, ...] = ()
    say: Said
    read: str = ""
    not_true_when: str = ""
    source: str = ""


class Play(Entry):
    """The way of working with one of the four groups of fit."""

    group: Annotated[int, Field(ge=1, le=4)]
    title: Said
    signs: tuple[Said, ...] = ()
    do: tuple[Said, ...] = ()
    dont: tuple[Said, ...] = ()
    line: str = ""
    """The line that we do not cross, in a sentence."""


class Lexicon(Entry):
    """Words of the trade, written as people say them."""

    vague: tuple[Said, ...] = ()
    roles: tuple[Said, ...] = ()
    artefacts: tuple[Said, ...] = ()
    observable_verbs: tuple[Said, ...] = ()

    def as_extra(self) -> ExtraWords:
        """As the hearing takes them."""
        return ExtraWords(self.vague, self.roles, self.artefacts, self.observable_verbs)


class Bank(Entry):
    """A question bank in one language."""

    id: Annotated[str, Field(pattern=r"^[\w][\w\-]*\.[a-z]{2,3}$")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    title: Said
    extends: tuple[str, ...] = ()
    openers: tuple[Opener, ...] = ()
    probes: tuple[Probe, ...] = ()
    returns: tuple[Return, ...] = ()
    referrals: tuple[Referral, ...] = ()
    risks: tuple[Risk, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    cards: tuple[Card, ...] = ()
    playbook: tuple[Play, ...] = ()
    lexicon: Lexicon = Lexicon()
    weights: dict[str, float] = Field(default_factory=dict)
    _trade: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def trade(self) -> frozenset[str]:
        """The ids of the probes that a bank has of its own, beside those of the banks that it extends."""
        return self._trade

    def over(self, below: "Bank", **lists: object) -> "Bank":
        """This bank joined with one that it extends: with these lists of both, and knowing which probes are its own."""
        whole = self.model_copy(update=lists)
        whole._trade = (self.trade or frozenset(probe.id for probe in self.probes)) | below.trade  # noqa: SLF001 - a copy of this very bank
        return whole
