"""A success criterion: how complete it is, and a first draft of it in the client's own words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brasstacks import clauses, fields
from brasstacks.chain import Asked, Chain, Heard, hear, quotes
from brasstacks.language import Facet, Level, Span, detect
from brasstacks.lookup import look
from brasstacks.session import Criterion, CriterionStatus, Result

CONCRETE = 3
"""The step from which a criterion is concrete: a stranger could check it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a criterion stands on the ladder."""

    step: int
    """0 a wish, 1 something observable, 2 and who, 3 concrete, 4 contract-ready."""
    missing: tuple[str, ...]
    """What the next landing needs: below 3 what makes it concrete, at 3 what makes it contract-ready, at 4 nothing.

    Names of facets; `outcome` for what was said to be only delivered; `fuzzy` for a term still to be resolved, `confirmed` for wording that nobody of the
    client's has agreed to, be it in their own words, and `anchor` when none of who, check, when and baseline is there (any one of them will do).
    """

    @property
    def concrete(self) -> bool:
        """Whether a stranger could check it."""
        return self.step >= CONCRETE


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the client, verbatim, and the turns they came from."""

    text: str
    turns: tuple[str, ...]
    """Ids of turns, in the order of the chain; a turn without an id is left out."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A criterion as the client's own words give it: nothing in it that the client did not say."""

    statement: Piece
    fields: Mapping[Facet, Piece] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to file."""
        return bool(self.statement.text)

    @property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """By field, the ids of the turns whose words stand in it."""
        pieces = {"statement": self.statement, **{facet.value: piece for facet, piece in self.fields.items()}}
        return {name: piece.turns for name, piece in pieces.items() if piece.turns}

    @property
    def from_turns(self) -> tuple[str, ...]:
        """The ids of the turns it rests on, each once."""
        pieces = (self.statement, *self.fields.values())
        return tuple(dict.fromkeys(turn for piece in pieces for turn in piece.turns))


def ladder(criterion: Criterion, fuzzy: Sequence[str] = ()) -> Step:
    """How complete a criterion is.

    Args:
        criterion: as filed.
        fuzzy: the session's terms that are known to be vague and still open.
    """
    target = criterion.levels.target if criterion.levels else ""
    given = {facet for facet in Facet if _is_given(criterion, facet)}
    measured = bool(criterion.threshold or criterion.test or target)
    missing: list[str] = []
    if Facet.OBSERVABLE not in given:
        missing.append(Facet.OBSERVABLE.value)
    if not measured:
        missing.append(Facet.THRESHOLD.value)
    if given.isdisjoint((Facet.WHO, Facet.CHECK, Facet.WHEN, Facet.BASELINE)):
        missing.append("anchor")
    if criterion.result is Result.OUTPUT:
        missing.append(Result.OUTCOME.value)
    if open_fuzzy(criterion, fuzzy):
        missing.append("fuzzy")
    if missing:
        step = 0 if Facet.OBSERVABLE not in given else 2 if Facet.WHO in given else 1
        return Step(step, tuple(missing))
    wanted = (Facet.WHEN, Facet.CHECK, Facet.BASELINE, Facet.WHY)
    missing = [facet.value for facet in wanted if facet not in given]
    if criterion.status is not CriterionStatus.AGREED:
        missing.append("confirmed")
    return Step(CONCRETE if missing else CONCRETE + 1, tuple(missing))


def _is_given(criterion: Criterion, facet: Facet) -> bool:
    """Whether a field is filled; a single article, preposition or pronoun fills none."""
    text: str = getattr(criterion, facet.value)
    if not text.strip() or len(text.split()) > 1:
        return bool(text.strip())
    return fields.says_something(text, detect(f"{criterion.statement} {criterion.observable}"))


def unfiled(chain: Chain, filed: Iterable[Criterion]) -> Chain:
    """What was said behind the last turn that a criterion rests on: the next draft grows from that."""
    used = {turn for criterion in filed for turn in criterion.from_turns}
    last = max((turn.number for turn in chain.turns if turn.turn.turn_id in used), default=0)
    return replace(chain, turns=tuple(turn for turn in chain.turns if turn.number > last))


def additions(found: Draft, criterion: Criterion) -> dict[str, Piece]:
    """What a draft has for the fields that a criterion lacks, without words that stand in another field of it."""
    standing = {getattr(criterion, facet.value).casefold() for facet in Facet}
    return {
        facet.value: piece
        for facet, piece in found.fields.items()
        if not getattr(criterion, facet.value) and piece.text.casefold() not in standing
    }


def draft(chain: Chain) -> Draft:
    """A draft from what was said under a goal; of an empty chain an empty one."""
    strongest = _strongest(chain)
    if strongest is None:
        return Draft(Piece("", ()))
    statement = Piece(_strongest_sentence(strongest), _ids(strongest))
    fields: dict[Facet, Piece] = {}
    for quote in quotes(chain, strongest):
        before = fields.get(quote.facet)
        text = f"{before.text}; {quote.text}" if before else quote.text
        fields[quote.facet] = Piece(text, _ids(quote.turn))
    return Draft(statement, fields)


def reworded(found: Draft, wording: str, lang: str | None) -> tuple[Draft, tuple[str, ...]]:
    """A draft in the interviewer's wording, and the fields that are read out of it: those words are ours.

    What the wording does not say is taken from the answers, without what it says already.
    """
    own = dict(draft(hear("", [Asked("", wording)], lang=lang)).fields)
    said, spoken = wording.casefold(), lang or detect(wording)
    who = found.fields.get(Facet.WHO)
    if Facet.WHO not in own and (who is None or who.text.casefold() in said or fields.is_anybody(who.text, spoken)):
        for one in fields.roles(wording, spoken)[:1]:
            own[Facet.WHO] = Piece(wording[one.start : one.end], ())
    kept = {facet: piece for facet, piece in found.fields.items() if piece.text.casefold() not in said}
    both = {**kept, **own}
    return Draft(Piece(wording, ()), {facet: both[facet] for facet in Facet if facet in both}), tuple(
        facet.value for facet in own
    )


def smells_of_output(criterion: Criterion) -> bool:
    """Whether its words are of something that is delivered, and nobody has said yet whether anything changes by it."""
    if criterion.result is not Result.UNASKED:
        return False
    said = f"{criterion.statement}. {criterion.observable}"
    return look(said, detect(said)).has("outputs")


def open_fuzzy(criterion: Criterion, fuzzy: Sequence[str]) -> tuple[str, ...]:
    """Of the terms known to be vague, those that stand in a criterion."""
    said = (
        criterion.statement,
        criterion.who,
        criterion.observable,
        criterion.threshold,
        criterion.test,
        criterion.when,
        criterion.check,
        *((criterion.levels.fail, criterion.levels.target, criterion.levels.stretch) if criterion.levels else ()),
    )
    text = f" {' '.join(_words(' '.join(said)))} "
    return tuple(term for term in fuzzy if (words := _words(term)) and f" {' '.join(words)} " in text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold().replace("ё", "е"))


def _strongest(chain: Chain) -> Heard | None:
    """The turn whose answer a stranger could check best; of equals what is wanted, then the later one.

    Where that only says how it fails, or how it is checked, one that says what is to be seen comes before it.
    """
    order = (Level.VAGUE, Level.PARTIAL, Level.CONCRETE)
    answered = [turn for turn in chain.turns if turn.answer.strip() and not turn.turn.later]
    if not answered:
        return None

    def rank(turn: Heard) -> tuple[int, bool, float, int]:
        is_wished = fields.is_wished(_strongest_sentence(turn), turn.reading.lang)
        return order.index(turn.reading.level), is_wished, turn.reading.score, turn.number

    ranked = sorted(answered, key=rank, reverse=True)
    seen = (t for t in ranked if Facet.OBSERVABLE in t.reading.facets and t.reading.level is not Level.VAGUE)
    return ranked[0] if _is_outcome(ranked[0]) else next(filter(_is_outcome, seen), ranked[0])


def _is_outcome(turn: Heard) -> bool:
    """Whether an answer says neither how it fails nor how it is checked."""
    return not (turn.tells_check or fields.is_complaint(_strongest_sentence(turn), turn.reading.lang))


_WEIGHT = {Facet.OBSERVABLE: 3.0, Facet.THRESHOLD: 2.5, Facet.CHECK: 1.5, Facet.WHO: 1.0, Facet.WHEN: 1.0}
"""What makes a sentence a criterion: something to see, and how much of it."""


_COMPLAINT = 0.5
"""What a sentence weighs that says how it fails, beside one that says what is to be seen."""


def _strongest_sentence(turn: Heard) -> str:
    """The sentence that carries most of what can be checked, verbatim; of equals the earlier one."""
    answer, lang = turn.answer, turn.reading.lang

    def weight(sentence: Span) -> float:
        facets = turn.reading.facets.items()
        said = sum(_WEIGHT.get(facet, 0.5) for facet, spans in facets if any(sentence.overlaps(s) for s in spans))
        return said * (_COMPLAINT if fields.is_complaint(answer[sentence.start : sentence.end], lang) else 1)

    sentences = clauses.sentences(answer, lang)
    best = max(sentences, key=lambda one: (weight(one), -one.start))
    return answer[best.start : best.end].strip()


def _ids(turn: Heard) -> tuple[str, ...]:
    return (turn.turn.turn_id,) if turn.turn.turn_id else ()
