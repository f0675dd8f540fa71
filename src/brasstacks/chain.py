"""A goal and the turns under it, as heard: what drift, questions and criteria judge.

Pure: words in, readings out. `hear` is called after each Enter with the whole chain;
`language.read` caches by text, so only the new answer costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from brasstacks.language import NO_WORDS, ExtraWords, Facet, Reading, read
from brasstacks.session import Goal, Session


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer, before they are heard."""

    question: str
    answer: str
    asked: bool = True
    """Whether the question counts as put to the client."""
    later: bool = False
    overruled: str = ""
    turn_id: str = ""
    probe: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn with what is heard in its answer."""

    number: int
    """From 1, in the order of the chain."""
    turn: Asked
    reading: Reading

    @property
    def question(self) -> str:
        """The question over the answer, asked or only shown."""
        return self.turn.question

    @property
    def answer(self) -> str:
        """The client's answer as noted."""
        return self.turn.answer


@dataclass(frozen=True, slots=True)
class Chain:
    """A goal and its turns, as heard."""

    lang: str
    goal: Reading
    turns: tuple[Heard, ...]

    @property
    def facets(self) -> frozenset[Facet]:
        """Every facet that any answer of the chain has given."""
        return frozenset(facet for turn in self.turns for facet in turn.reading.facets)


def hear(
    goal: str,
    turns: Sequence[Asked],
    *,
    lang: str | None = None,
    extra: ExtraWords = NO_WORDS,
    silent: Sequence[str] = (),
) -> Chain:
    """Hear a chain.

    Args:
        goal: what the client says they want; may be empty.
        turns: in the order in which they were held.
        lang: the language of the conversation; each text is heard in its own when it is clearly another.
        extra: words of the trade.
        silent: terms accepted in this session, not challenged again.
    """
    head = read(goal, lang=lang, extra=extra, silent=tuple(silent))
    heard = tuple(
        Heard(number, turn, read(turn.answer, lang=lang, question=turn.question, extra=extra, silent=tuple(silent)))
        for number, turn in enumerate(turns, 1)
    )
    return Chain(lang=lang or (heard[-1].reading.lang if heard else head.lang), goal=head, turns=heard)


def of_goal(session: Session, goal: Goal, *, extra: ExtraWords = NO_WORDS) -> Chain:
    """The chain of a goal of a session, heard with the terms that the session accepted."""
    turns = [
        Asked(
            question=turn.question,
            answer=turn.answer,
            asked=turn.counts_as_asked,
            later=turn.later,
            overruled=turn.overruled,
            turn_id=turn.id,
            probe=turn.probe,
        )
        for turn in goal.turns
    ]
    silent = (*session.dismissed, *session.fuzzy)
    return hear(goal.statement, turns, lang=session.session.language, extra=extra, silent=silent)
