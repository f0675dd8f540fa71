"""A goal and the turns under it, as heard: what drift, questions and criteria judge.

Pure: words in, readings out. `hear` is called after each Enter with the whole chain;
`language.read` caches by text, so only the new answer costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from brasstacks import clauses, fields
from brasstacks.language import NO_WORDS, ExtraWords, Facet, Reading, Span, read
from brasstacks.lookup import look
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

    @property
    def tells_check(self) -> bool:
        """Whether it was asked how it is checked, and the answer says so: it is no outcome by itself."""
        return Facet.CHECK in self.reading.facets and look(self.question, self.reading.lang).has("checks")


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

_CLAIMS = (Facet.WHEN, Facet.BASELINE, Facet.THRESHOLD, Facet.OBSERVABLE, Facet.CHECK, Facet.WHY)
"""When chooses first, behind who; each clause goes to one of those that take a clause, and how much it was is how it is today."""
_PHRASES = (Facet.WHO, Facet.WHEN, Facet.THRESHOLD)
_PART = 2
"""Words with a content: so many make a part of a clause worth a field beside the clause itself."""


def quotes(chain: Chain, outcome: Heard | None = None) -> tuple[Quote, ...]:
    """The client's words for each facet, in the order of a sentence; of several turns the latest that gave it.

    The latest, because people correct themselves; within a turn the words stand as they were said. Words that say
    nothing of a facet's sort give none, and no words stand for two facets.

    Args:
        chain: as heard.
        outcome: the turn that says what is to be seen, where that is known: its words come first there.
    """
    found: list[Quote] = _who(chain)
    latest = chain.turns[::-1]
    for facet in _CLAIMS:
        first = [outcome] if outcome is not None and facet is Facet.OBSERVABLE else []
        for turn in (*first, *latest):
            spans = _unclaimed(turn, facet, [quote for quote in found if quote.turn is turn])
            if spans:
                found += _quoted(turn, facet, spans)
                break
    return tuple(sorted(found, key=lambda quote: SENTENCE_ORDER.index(quote.facet)))


def _quoted(turn: Heard, facet: Facet, spans: Sequence[Span]) -> list[Quote]:
    return [Quote(facet, turn.answer[span.start : span.end], span, turn) for span in spans]


def _who(chain: Chain) -> list[Quote]:
    """Who, as the latest turn says that names one; "whoever" only where no answer has anybody of a name or a role."""
    given = [
        found for turn in reversed(chain.turns) if (found := _quoted(turn, Facet.WHO, _unclaimed(turn, Facet.WHO, ())))
    ]
    for found in given:
        if named := [quote for quote in found if not fields.is_anybody(quote.text, quote.turn.reading.lang)]:
            return named
    if not given:
        return []
    for turn in reversed(chain.turns):
        if roles := fields.roles(turn.answer, turn.reading.lang):
            return _quoted(turn, Facet.WHO, roles[:1])
    return given[0]


def _unclaimed(turn: Heard, facet: Facet, claimed: Sequence[Quote]) -> list[Span]:
    """The phrases of an answer that fill a facet and stand for no other one."""
    spans: list[Span] = []
    for heard in _heard(turn, facet):
        span = fields.fitting(facet, turn.answer, heard, turn.reading.lang)
        if span is not None and facet not in _PHRASES:
            span = _left_over(turn, facet, heard, span, claimed)
        taken = [*spans, *(quote.span for quote in claimed if _is_taken(quote, facet))]
        if span is not None and not any(span.overlaps(other) for other in taken):
            spans.append(span)
    if facet in (Facet.OBSERVABLE, Facet.THRESHOLD):
        # What is to be seen, before what went wrong.
        spans = [span for span in spans if not _in_complaint(turn, span)] or spans
    return sorted(spans, key=lambda span: span.start)


def _is_taken(quote: Quote, facet: Facet) -> bool:
    """Whether another facet cannot have the words of a quote, or a part of them."""
    if facet in _PHRASES and quote.facet in _PHRASES:
        return True
    if quote.facet is not Facet.BASELINE or facet is not Facet.THRESHOLD:
        return False
    answer, lang = quote.turn.answer, quote.turn.reading.lang
    return fields.is_today(quote.text, lang) or fields.is_told(answer, quote.span, lang)


def _in_complaint(turn: Heard, span: Span) -> bool:
    """Whether words stand in a sentence that says how it fails."""
    answer, lang = turn.answer, turn.reading.lang
    around = (one for one in clauses.sentences(answer, lang) if one.overlaps(span))
    return any(fields.is_complaint(answer[one.start : one.end], lang) for one in around)


def _heard(turn: Heard, facet: Facet) -> tuple[Span, ...]:
    """The words that gave a facet; the day of what happened tells how it is today."""
    heard = turn.reading.facets.get(facet, ())
    if facet is Facet.WHEN:
        return tuple(one for one in heard if not _is_of_today(turn, one))
    if facet is not Facet.BASELINE:
        return heard
    days = turn.reading.facets.get(Facet.WHEN, ())
    return (*heard, *(day for day in days if fields.is_event(turn.answer, day, turn.reading.lang)))


def _is_of_today(turn: Heard, heard: Span) -> bool:
    """Whether words stand in a clause that tells how it is today, by what happened ("twenty calls before noon")."""
    answer, lang = turn.answer, turn.reading.lang
    around = clauses.clause(answer, heard, lang)
    is_today = any(around.overlaps(one) for one in turn.reading.facets.get(Facet.BASELINE, ()))
    return is_today and fields.is_told(answer, heard, lang)


def _left_over(turn: Heard, facet: Facet, heard: Span, clause: Span, claimed: Sequence[Quote]) -> Span | None:
    """A clause that nobody has; of one that is another facet's, the words heard, where they are worth a field."""
    lang = turn.reading.lang
    is_today = fields.is_today(turn.answer[clause.start : clause.end], lang)
    if facet is Facet.BASELINE and not is_today and turn.reading.facets.get(Facet.OBSERVABLE):
        others = [fields.fitting(Facet.OBSERVABLE, turn.answer, one, lang) for one in _heard(turn, Facet.OBSERVABLE)]
        if any(one is not None and one.overlaps(clause) for one in others):
            return _part(turn, heard, clause)
    owners = [quote.facet for quote in claimed if quote.facet not in _PHRASES and quote.span.overlaps(clause)]
    if not owners:
        return clause
    return None if Facet.BASELINE in owners and is_today else _part(turn, heard, clause)


def _part(turn: Heard, heard: Span, clause: Span) -> Span | None:
    """The words heard of a clause, where they are less than it and say something by themselves."""
    part = clauses.whole_words(turn.answer, heard)
    said = fields.words(turn.answer, turn.reading.lang).content(part)
    return part if part != clause and said >= _PART else None


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
