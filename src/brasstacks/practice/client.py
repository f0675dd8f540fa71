"""The played client: a saved session and what was asked in, what the client says out.

What was said already stands in the session in hand under the ids that it has in the saved one: an answer that is taken back
can be given again, and no other is ever given twice.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from brasstacks.chain import Heard, of_goal
from brasstacks.language import Facet
from brasstacks.questions import AsksFor, Bank
from brasstacks.questions.asked import asks_for, content, gist, quoted, same
from brasstacks.questions.wording import asked_facets, reads_back
from brasstacks.session import Client, Header, Session

_GIVES: dict[AsksFor, frozenset[Facet]] = {
    **{AsksFor(facet.value): frozenset({facet}) for facet in Facet},
    AsksFor.TERM: frozenset({Facet.OBSERVABLE}),
    AsksFor.OUTCOME: frozenset({Facet.OBSERVABLE}),
    AsksFor.UNIT: frozenset({Facet.THRESHOLD}),
    AsksFor.PROBLEM: frozenset({Facet.BASELINE, Facet.WHY}),
    AsksFor.LAST_INSTANCE: frozenset({Facet.BASELINE}),
    AsksFor.COST: frozenset({Facet.WHY}),
    AsksFor.COUNTER_TEST: frozenset(),
    AsksFor.READ_BACK: frozenset(),
}
"""The facets by which an answer is known to give what a question asks for."""

_WORD, _WORDS = 0.1, 4
"""What a word in common weighs within a rank, and of how many words it is counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the client says next."""

    id: str
    """Of the goal or the turn of the saved session."""
    text: str
    is_goal: bool
    past: bool = False
    """Whether it answers past the question: nothing of what is left to say fits it."""


def begun(saved: Session) -> Session:
    """The session of a rehearsal before the first word: the same client, language and bank, and nothing said."""
    header = saved.session
    return Session(
        session=Header(
            id=header.id,
            title=header.title,
            language=header.language,
            bank=header.bank,
            created=header.created,
            updated=header.created,
            planned_minutes=header.planned_minutes,
        ),
        client=Client(name=saved.client.name, organisation=saved.client.organisation),
    )


def untold(saved: Session, held: Session, goal_id: str) -> tuple[str, ...]:
    """The ids of the turns of a goal of the saved session whose answers were not given yet, in their order."""
    given = _given(held)
    goals = (goal for goal in saved.goals if goal.id == goal_id)
    return tuple(turn.id for goal in goals for turn in goal.turns if turn.answer.strip() and turn.id not in given)


def wish(saved: Session, held: Session) -> Said | None:
    """The next goal that the client comes with; one of which nothing was said is left out. None after the last."""
    brought = {goal.id for goal in held.goals}
    for goal in saved.goals:
        if goal.id not in brought and untold(saved, held, goal.id):
            return Said(goal.id, goal.statement, is_goal=True)
    return None


def answer(saved: Session, held: Session, goal_id: str, question: str, probe: str, bank: Bank) -> Said | None:
    """What the client answers: what fits the question best, of equals what was said first.

    Where nothing fits, they go on with what they said next, as clients do. None when all was said under this goal.

    Args:
        saved: the session that the client is played from.
        held: the session of the rehearsal.
        goal_id: the goal in hand.
        question: as it was put.
        probe: the bank's id of it; empty for one's own.
        bank: joined with the banks that it extends.
    """
    left = untold(saved, held, goal_id)
    if not left:
        return None
    goal = saved.goal(goal_id)
    heard = {turn.turn.turn_id: turn for turn in of_goal(saved, goal, extra=bank.lexicon.as_extra()).turns}
    lang = saved.session.language
    ranks = {turn_id: fit(heard[turn_id], question, probe, bank, lang) for turn_id in left}
    for turn_id in left[1:]:
        if _reads_back(heard[turn_id], bank, lang):
            # A yes to what was read back makes no sense before the rest has been said.
            ranks[turn_id] = 0
    best = max(left, key=lambda turn_id: ranks[turn_id])
    return Said(best, heard[best].answer, is_goal=False, past=not ranks[best])


def fit(then: Heard, question: str, probe: str, bank: Bank, lang: str) -> float:
    """How well what was said then answers a question put now.

    Returns:
        4 it is the same question, 3 it asked for the same or about the same word, above 2 it asked for some of the same
        facets, above 1 the answer gives some of them, 1 it is about the same thing, 0 nothing of these. Within a rank the
        more of what is asked for and the less else, and the more words in common, the better.
    """
    said_then = gist(then.question, lang) | gist(then.answer, lang)
    mine = content(question, lang) or gist(question, lang)
    shared = len(mine & said_then)
    if rank := _rank(then, question, probe, bank, lang):
        return rank + _WORD * min(shared, _WORDS)
    return float(shared > 0 and 2 * shared >= len(mine))


def _rank(then: Heard, question: str, probe: str, bank: Bank, lang: str) -> float:
    asks, asked = asks_for(question, probe, bank, lang), asks_for(then.question, then.turn.probe, bank, lang)
    if (probe and probe == then.turn.probe) or same(gist(question, lang), gist(then.question, lang)):
        return 4.0
    if (asks and asks is asked) or quoted(question) & quoted(then.question):
        return 3.0
    wanted, wanted_then = _wanted(asks, question, lang), _wanted(asked, then.question, lang)
    return next(
        (
            rank + _alike(wanted, those)
            for rank, those in ((2, wanted_then), (1, then.reading.facets.keys()))
            if wanted & those
        ),
        0.0,
    )


def _wanted(asks: AsksFor | None, question: str, lang: str) -> frozenset[Facet]:
    """The facets that a question is after: by what it asks for in the bank, and by its own words."""
    return (_GIVES[asks] if asks else frozenset()) | asked_facets(question, lang)


def _alike(some: AbstractSet[Facet], others: AbstractSet[Facet]) -> float:
    """How alike two sets are, 0 to 1 (Jaccard)."""
    return len(some & others) / len(some | others)


def _reads_back(then: Heard, bank: Bank, lang: str) -> bool:
    asks = asks_for(then.question, then.turn.probe, bank, lang)
    return asks is AsksFor.READ_BACK or reads_back(then.question, lang)


def _given(held: Session) -> set[str]:
    """The ids of what was said; an answer that was deleted was said all the same."""
    turns = [turn.id for goal in held.goals for turn in goal.turns]
    return {*turns, *(one.turn.id for one in held.deleted)}
