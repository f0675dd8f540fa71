"""What a rehearsal looks like in hindsight: what was found, what was missed, when drift could be seen, how it was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from brasstacks.chain import Chain, of_goal
from brasstacks.criteria import draft, ladder
from brasstacks.drift import Drift, State, judge
from brasstacks.glance import kept
from brasstacks.interview.hints import Hint, of_question
from brasstacks.language import Facet, Kind
from brasstacks.practice.client import fit, untold
from brasstacks.questions import Bank
from brasstacks.questions.asked import asks_for, norm
from brasstacks.questions.wording import asked_facets
from brasstacks.session import Criterion, Goal, Session

_TERMS = (Kind.BUZZWORD, Kind.VAGUE_QUALITY, Kind.VAGUE_CHANGE, Kind.VAGUE_QUANTITY, Kind.VAGUE_TIME, Kind.SOLUTION)
"""Kinds of finding that are words, and not whole ways of answering: a word can be quoted back."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a stranger could not check, and that no later question took up."""

    text: str
    number: int
    """Of the answer it stands in, from 1; 0 for the goal itself."""


@dataclass(frozen=True, slots=True)
class Untold:
    """An answer of the saved session that was not brought out, and the question that brought it there."""

    answer: str
    question: str
    """Empty when none is on record."""


@dataclass(frozen=True, slots=True)
class Turned:
    """When a chain began to drift."""

    number: int
    """The first turn, from 1, after which it was stalled or coaching."""
    state: State
    evidence: tuple[int, ...]
    """The turns, from 1, that this rested on then."""
    after: int
    """How many answers were asked for after it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the interviewer's that a quiet hint would have been given for."""

    number: int
    hint: Hint
    question: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A goal of the rehearsal against the same goal of the saved session."""

    number: int
    """From 1, in the rehearsal."""
    goal: Goal
    found: tuple[Facet, ...]
    missed: tuple[Facet, ...]
    """What the saved session found and the rehearsal did not."""
    unasked: tuple[Facet, ...]
    """Of those missed, what was never asked for."""
    step: int
    """The step of the ladder that the best criterion, filed or ready to be filed, reached: 0 to 4."""
    step_then: int
    """The same in the saved session."""
    words: tuple[Word, ...]
    untold: tuple[Untold, ...]
    past: tuple[int, ...]
    """The turns, from 1, in which the client answered past the question."""
    turned: Turned | None
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Hindsight:
    """A rehearsal against the session that the client was played from."""

    goals: tuple[Looked, ...]
    not_brought: tuple[str, ...]
    """The goals that the client did not come to."""
    told: int
    """Answers that were brought out."""
    whole: int
    """Answers of the saved session."""


def hindsight(held: Session, saved: Session, bank: Bank) -> Hindsight:
    """Lay a rehearsal beside the session that the client was played from.

    Args:
        held: the session of the rehearsal, as it was left.
        saved: the session that the client was played from.
        bank: joined with the banks that it extends.
    """
    theirs = {goal.id: goal for goal in saved.goals}
    looked = (
        _look(number, goal, theirs[goal.id], held, saved, bank)
        for number, goal in enumerate(held.goals, 1)
        if goal.id in theirs
    )
    brought = {goal.id for goal in held.goals}
    whole = sum(bool(turn.answer.strip()) for goal in saved.goals for turn in goal.turns)
    left = sum(len(untold(saved, held, goal.id)) for goal in saved.goals)
    return Hindsight(
        goals=tuple(looked),
        not_brought=tuple(
            goal.statement for goal in saved.goals if goal.id not in brought and untold(saved, held, goal.id)
        ),
        told=whole - left,
        whole=whole,
    )


def _look(number: int, goal: Goal, then: Goal, held: Session, saved: Session, bank: Bank) -> Looked:
    extra, lang = bank.lexicon.as_extra(), saved.session.language
    chain, chain_then = of_goal(held, goal, extra=extra), of_goal(saved, then, extra=extra)
    missed = tuple(facet for facet in Facet if facet in chain_then.facets - chain.facets)
    asked = _asked_for(chain, bank, lang)
    left = untold(saved, held, goal.id)
    return Looked(
        number=number,
        goal=goal,
        found=tuple(facet for facet in Facet if facet in chain.facets),
        missed=missed,
        unasked=tuple(facet for facet in missed if facet not in asked),
        step=_step(chain, goal, held.fuzzy),
        step_then=_step(chain_then, then, saved.fuzzy),
        words=_words(chain),
        untold=tuple(Untold(turn.answer, turn.question) for turn in then.turns if turn.id in left),
        past=_past(chain, chain_then, bank, lang),
        turned=_turned(chain, judge(chain)),
        asked=tuple(
            Asked(turn.number, hint, turn.question)
            for turn in chain.turns
            if turn.turn.asked and not turn.turn.probe and (hint := of_question(turn.question, lang)) is not None
        ),
    )


def _asked_for(chain: Chain, bank: Bank, lang: str) -> frozenset[str]:
    """The facets that any question of a chain asked for."""
    asked: set[str] = set()
    for turn in chain.turns:
        wanted = asks_for(turn.question, turn.turn.probe, bank, lang)
        asked |= {wanted.value} if wanted else {facet.value for facet in asked_facets(turn.question, lang)}
    return frozenset(asked)


def _step(chain: Chain, goal: Goal, fuzzy: Sequence[str]) -> int:
    """The step that the best of what was filed, or could be filed as it was said, has reached."""
    steps = [ladder(one, fuzzy).step for one in kept(goal)]
    if found := draft(chain):
        fields = {facet.value: piece.text for facet, piece in found.fields.items()}
        steps.append(ladder(Criterion(id="draft", statement=found.statement.text, **fields), fuzzy).step)
    return max(steps, default=0)


def _words(chain: Chain) -> tuple[Word, ...]:
    """The words that no later question took up; each once, at its first place."""
    found: dict[str, Word] = {}
    readings = [(0, chain.goal), *((turn.number, turn.reading) for turn in chain.turns)]
    for number, reading in readings:
        later = [norm(turn.question) for turn in chain.turns if turn.number > number]
        # What was said last could not be taken up any more.
        for finding in reading.challenges if later else ():
            word = norm(finding.text)
            if finding.kind in _TERMS and not any(word in question for question in later):
                found.setdefault(word, Word(finding.text, number))
    return tuple(found.values())


def _past(chain: Chain, then: Chain, bank: Bank, lang: str) -> tuple[int, ...]:
    said = {turn.turn.turn_id: turn for turn in then.turns}
    return tuple(
        turn.number
        for turn in chain.turns
        if turn.turn.turn_id in said and not fit(said[turn.turn.turn_id], turn.question, turn.turn.probe, bank, lang)
    )


def _turned(chain: Chain, drift: Drift) -> Turned | None:
    at = drift.noticed_at
    if at is None:
        return None
    # What it rested on at that moment: what was said later may rest on other turns, or have brought it back.
    then = judge(Chain(chain.lang, chain.goal, chain.turns[:at], chain.silent))
    return Turned(at, then.state, then.evidence, len(chain.turns) - at)
