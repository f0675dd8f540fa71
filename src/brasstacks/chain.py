"""A goal and the turns under it, as heard: what drift, questions and criteria judge.

Pure: words in, readings out. `hear` is called after each Enter with the whole chain;
`language.read` caches by text, so only the new answer costs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brasstacks.language import NO_WORDS, ExtraWords, Facet, Reading, Span, read
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
    silent: tuple[str, ...] = ()
    """Terms accepted in this session, not challenged again."""

    @property
    def facets(self) -> frozenset[Facet]:
        """Every facet that any answer of the chain has given."""
        return frozenset(facet for turn in self.turns for facet in turn.reading.facets)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the client that give a facet: `turn.answer[span.start:span.end]`."""

    facet: Facet
    text: str
    span: Span
    turn: Heard


SENTENCE_ORDER = (
    Facet.WHO,
    Facet.OBSERVABLE,
    Facet.THRESHOLD,
    Facet.WHEN,
    Facet.CHECK,
    Facet.BASELINE,
    Facet.WHY,
)
"""The facets in the order in which a criterion is said: who does what, how much, by when; seen how; today; what for."""

_CLAUSE_END = re.compile(r"[.!?…;:\n]+(?=\s|$)|,(?=\s)|\s[—–-]+(?=\s)|[()]")
_WORD = re.compile(r"\S+")
_LONGEST_CLAUSE = 14
"""Words: a clause that is longer is a breathless sentence, and the bare words serve better."""


def clause(text: str, span: Span) -> Span:
    """The clause around some words: to the nearest comma, stop, dash or bracket on either side."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, span.start)), default=0)
    ending = _CLAUSE_END.search(text, span.end)
    wide = _trimmed(text, Span(start, ending.start() if ending else len(text)))
    if len(text[wide.start : wide.end].split()) > _LONGEST_CLAUSE:
        return whole_words(text, span)
    return wide


def whole_words(text: str, span: Span) -> Span:
    """The words that a span touches, without the signs at either end."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1 : end].isalnum():
        end += 1
    return _trimmed(text, Span(start, end))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n.,;:!?…—–-()":
        start += 1
    while end > start and text[end - 1] in " \t\n.,;:!?…—–-()":
        end -= 1
    return Span(start, end)


def quotes(chain: Chain) -> tuple[Quote, ...]:
    """The client's words for each facet, in the order of a sentence; of several turns the latest that gave it.

    The latest, because people correct themselves; within a turn the clauses stand as they were said.
    """
    found: list[Quote] = []
    for facet in SENTENCE_ORDER:
        turn = next((t for t in reversed(chain.turns) if t.reading.facets.get(facet)), None)
        if turn is None:
            continue
        widen = whole_words if facet in (Facet.WHO, Facet.WHEN) else clause
        spans: list[Span] = []
        for span in turn.reading.facets[facet]:
            wide = widen(turn.answer, span)
            if wide.start < wide.end and not any(wide.overlaps(other) for other in spans):
                spans.append(wide)
        found += [Quote(facet, turn.answer[s.start : s.end], s, turn) for s in sorted(spans, key=lambda s: s.start)]
    return tuple(found)


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
    spoken = lang or (heard[-1].reading.lang if heard else head.lang)
    return Chain(lang=spoken, goal=head, turns=heard, silent=tuple(silent))


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
