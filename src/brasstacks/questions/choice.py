"""The choice of the next question: a vague word challenged, a situation met, or the emptiest rung of the ladder.

Candidates are laid out in the order in which a good interviewer would take them, then picked one by one:
nothing that was asked before, nothing that was said before, and no two alike.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from brasstacks.chain import Chain, Heard, Quote, quotes
from brasstacks.gain import Gain, gains
from brasstacks.language import Facet, Kind, Level
from brasstacks.lookup import find, look
from brasstacks.questions.asked import Memory, has_words, is_settled, norm, remember
from brasstacks.questions.bank import AsksFor, Bank, Case, Opener, Probe
from brasstacks.questions.orders import CHALLENGE, LADDER, SOLUTION, UNSURE
from brasstacks.questions.reasons import because, because_of_case
from brasstacks.questions.ripeness import TRIALS, asked_for, is_ripe
from brasstacks.questions.situations import Situation, situations
from brasstacks.questions.terms import Term, terms
from brasstacks.questions.weighing import weigh
from brasstacks.questions.wording import reads_back

LONGEST_QUESTION = 12
"""Words, the client's own included: it is read aloud from the corner of an eye."""
SURE = 0.5
"""A term of such a weight is asked about by what can be seen of it; a less likely one by what is missing anyway."""
_YES = 4
"""Words at most in a yes: "yes, write that"."""
LIKELY = 0.3
"""A term of such a weight is asked about even when the chain is nearly concrete."""
WORTH = (0.06, 0.04, 0.03)
"""From such a weight the likeliest, the second and the third term come before what is missing."""
NEAR = -1.0
"""Log-odds: a facet that the hearing was so near to hearing may have been said, and is not asked for."""
FAR = -1.5
"""Log-odds: a facet that the hearing was farther from is asked for before those between."""

PLAIN = 0.35
"""Words of less weight, of no kind that the lexicon knows, may be a plain thing ("tray"): what is missing leads."""

CHOICE = 5
"""So many questions of one source are weighed against those that stand there already."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to put next."""

    text: str
    asks_for: AsksFor
    about: str
    """The client's words that it challenges: at most 6 words of an answer or the goal, quoted in `text`; or ""."""
    because: str
    """Why this one, in a line, in the language of the conversation."""
    probe: str
    """The id of the bank's entry."""


def suggest(
    chain: Chain,
    bank: Bank,
    *,
    count: int = 3,
    returning: bool = False,
    drifting: bool = False,
    private: Collection[int] = (),
) -> tuple[Suggestion, ...]:
    """The next questions for a chain, best first; the same chain gives the same questions.

    Args:
        chain: as heard.
        bank: joined with the banks that it extends.
        count: how many at most; fewer come when the bank has no more that fit.
        returning: whether this client has been here before, for the openers.
        drifting: whether the chain is stalled or has turned to the client's self: a way back to the work goes first.
        private: the numbers of the turns whose words no question asks about, because they are about the client's self.
    """
    chooser = _Chooser(chain, bank, returning=returning, drifting=drifting, private=private)
    picked: list[Suggestion] = []
    for source in chooser.sources():
        if len(picked) >= count:
            break
        fitting = [one for one in islice(source, CHOICE) if not any(_alike(one, other, chain) for other in picked)]
        if fitting:
            # Beside each other stand questions for different things, where there are such; what the trade asks, it asks.
            asked_for = {one.asks_for for one in picked}
            other = (one for one in fitting if one.probe in bank.trade or one.asks_for not in asked_for)
            picked.append(next(other, fitting[0]))
    return tuple(picked)


def read_back(chain: Chain) -> tuple[Quote, ...]:
    """The client's words by facet, in the order of a sentence, to be read back to them."""
    return quotes(chain)


def _alike(one: Suggestion, other: Suggestion, chain: Chain) -> bool:
    """Whether two suggestions would stand beside each other as one: the same word, or the same thing asked for."""
    if one.probe == other.probe:
        return True
    if one.about and other.about:
        mine, theirs = norm(one.about), norm(other.about)
        return mine in theirs or theirs in mine
    return bool(chain.turns) and one.asks_for is other.asks_for and not (one.about or other.about)


def _nearness(chain: Chain) -> dict[AsksFor, float]:
    """For each facet how near any answer came to giving it, in log-odds; above 0 it gave it."""
    near: dict[AsksFor, float] = {}
    for turn in chain.turns:
        for facet, value in weigh(turn.answer, turn.question, turn.reading.lang).facets.items():
            wanted = AsksFor(facet.value)
            near[wanted] = max(value, near.get(wanted, value))
    return near


_INSIDE = ("emotions", "inner_state", "self_topic")


def _is_confession(turn: Heard, gain: Gain) -> bool:
    """Whether an answer tells of the speaker's feelings and adds nothing: nobody tests a criterion on that."""
    return not gain and look(turn.answer, turn.reading.lang).has(*_INSIDE)


_LATE = {AsksFor.WHY: 1, AsksFor.COST: 2, AsksFor.COUNTER_TEST: 4, AsksFor.READ_BACK: 5}
"""What comes when no facet is surely open: what for, since that is hardly ever said; the cost; what may have been said."""
_THINGS = ("roles", "groups", "artefacts", "units", "months_days")


def _may_be_plain(term: Term, lang: str) -> bool:
    """Whether a term may be a thing that everybody knows, and nothing to be asked about."""
    if term.sure or term.weight >= SURE:
        return False
    return term.weight < PLAIN or (" " not in term.about and look(term.about, lang).has(*_THINGS))


def _is_yes(turn: Heard, lang: str) -> bool:
    """Whether it is the client's yes to their own words read back: no word of it is asked about."""
    return reads_back(turn.question, lang) and len(turn.answer.split()) <= _YES


class _Chooser:
    """One choice: the chain, the bank, and what has been asked and said."""

    def __init__(self, chain: Chain, bank: Bank, *, returning: bool, drifting: bool, private: Collection[int]) -> None:
        self.chain = chain
        self.bank = bank
        self.lang = bank.language
        self.returning = returning
        self.drifting = drifting
        self.gains = gains(chain)
        self.memory: Memory = remember(chain, bank, map(bool, self.gains))
        self.asked_about = {word for _, word in self.memory.pairs}
        silent = {*private, *(n for n, turn in enumerate(chain.turns, 1) if _is_yes(turn, chain.lang))}
        self.terms = [
            term for term in terms(chain) if term.where not in silent and not is_settled(term.about, chain, self.gains)
        ]
        self.said = {AsksFor(facet.value) for facet in chain.facets}
        self.nearness = _nearness(chain)
        self.confessed = bool(chain.turns) and _is_confession(chain.turns[-1], self.gains[-1])
        self.last_asked = asked_for(chain.turns[-1], bank, chain.lang) if chain.turns else frozenset()
        self.ripe = bool(chain.turns) and not self.confessed and is_ripe(chain, bank, chain.turns)
        # It stands first once, and is not urged upon who went on to something else.
        self.newly_ripe = self.ripe and not (len(chain.turns) > 1 and is_ripe(chain, bank, chain.turns[:-1]))

    def sources(self) -> Iterator[Iterator[Suggestion]]:
        """Where the next questions come from, in the order in which a good interviewer would turn to them: one of each."""
        yield from self._in_turn() if self.chain.turns else self._beginning()
        for rung in (*self._rungs(said_too=False), *self._rungs(said_too=True)):
            yield self._of_rung(rung)

    def _in_turn(self) -> Iterator[Iterator[Suggestion]]:
        cases = situations(self.chain, self.gains[-1])
        last = len(self.chain.turns)
        # What was said earlier, or stands in the goal, is gone back to only when it was clearly empty; and what
        # was asked about once, only when there is nothing else.
        seen = max((n for n, gain in enumerate(self.gains, 1) if Facet.OBSERVABLE in gain.facets), default=0)
        fresh = [
            term
            for term in self.terms
            if term.where == last or (term.challenge and term.where >= seen)
            if norm(term.about) not in self.asked_about
        ]
        worth = [term for term, least in zip(fresh, WORTH, strict=False) if term.weight >= least]
        if self.drifting or (self._has_criterion() and self.confessed):
            yield self._ways_back()
        yield from (self._of_case(case) for case in cases if case.urgent)
        if self.newly_ripe and not any(term.where == last and term.weight >= LIKELY for term in worth[:1]):
            yield self._of_ladder()
        elif worth and _may_be_plain(worth[0], self.chain.lang):
            yield from (self._of_trade(), self._of_ladder())
        yield from (self._challenge(term) for term in worth[:1])
        yield self._of_trade()
        yield from (self._of_case(case) for case in cases if not case.urgent)
        yield from (self._challenge(term) for term in worth[1:])
        yield self._of_ladder()
        yield self._of_ladder()
        yield from (self._challenge(term) for term in self.terms if term not in worth)

    def _beginning(self) -> Iterator[Iterator[Suggestion]]:
        vague = [term for term in self.terms if term.challenge]
        yield from (self._challenge(term) for term in vague[:1])
        if vague:
            yield self._openers()
            yield self._of_case(Situation(Case.VAGUE_GOAL, "", urgent=True))
        for opener in self._openers():
            yield iter((opener,))

    def _openers(self) -> Iterator[Suggestion]:
        wanted = "returning" if self.returning else "first"
        order = {wanted: 0, "any": 1}
        fitting = [opener for opener in self.bank.openers if opener.client in order]
        for opener in sorted(fitting, key=lambda o: order[o.client]):
            yield self._opened(opener)

    def _opened(self, opener: Opener) -> Suggestion:
        return Suggestion(opener.text, AsksFor.OBSERVABLE, "", because(self.lang, "opener"), opener.id)

    def _ways_back(self) -> Iterator[Suggestion]:
        """The bank's ways back to the last instance."""
        asks_for = AsksFor.LAST_INSTANCE
        for way in self.bank.returns:
            if not self.memory.knows(way.id, way.text, asks_for, "", self.lang) and not self.memory.tired_of(asks_for):
                yield Suggestion(way.text, asks_for, "", because(self.lang, "way_back"), way.id)

    def _challenge(self, term: Term) -> Iterator[Suggestion]:
        """The questions that quote a term, the most particular first."""
        looked = look(term.about, self.chain.lang)
        ranked: list[tuple[tuple[bool, bool, int, int, int], Probe]] = []
        sure = term.weight >= SURE
        vague = not self.chain.turns or self.chain.turns[-1].reading.level is Level.VAGUE
        first = UNSURE if not sure else SOLUTION if term.kind is Kind.SOLUTION else ()
        order = first + CHALLENGE
        for at, probe in enumerate(self.bank.probes):
            if not probe.quotes or (probe.for_cases and not probe.for_kinds):
                continue
            worded = bool(find(probe.for_words, looked, self.chain.lang))
            # A question for one kind is for words that the lexicon has under it: a guess is asked about by what suits any.
            of_kind = not probe.for_kinds or (term.sure and term.kind in probe.for_kinds)
            if not worded and (probe.for_words or not of_kind):
                continue
            if self._is_said(probe.asks_for):
                continue
            particular = 0 if worded else 1 if probe.for_kinds else 2
            # Unless the word is surely empty, and all around it too, what is missing is asked for and not what is meant.
            aside = not (sure and vague) and probe.asks_for not in UNSURE
            # What the trade asks about this very word goes before all that anybody would ask.
            common = not (worded and probe.id in self.bank.trade)
            rank = (common, self._is_near(probe.asks_for) or aside, particular, order.index(probe.asks_for), at)
            ranked.append((rank, probe))
        reason = "term" if term.where else "goal_term"
        for _, probe in sorted(ranked, key=lambda pair: pair[0]):
            line = because(self.lang, reason if term.challenge else "weak_term", term.about)
            yield from self._put(probe, term.about, line)

    def _of_case(self, situation: Situation) -> Iterator[Suggestion]:
        line = because_of_case(self.lang, situation.case, situation.about)
        for probe in self.bank.probes:
            if situation.case in probe.for_cases and not self._is_said(probe.asks_for):
                yield from self._put(probe, situation.about, line)

    def _of_trade(self) -> Iterator[Suggestion]:
        """The trade's own questions whose words the client used, the last answer's first, for what is still open."""
        trade = self.bank.trade
        own = [
            probe
            for probe in self.bank.probes
            if probe.id in trade and not (probe.quotes or probe.for_cases or probe.for_kinds)
            if probe.for_words and probe.asks_for not in self.said
        ]
        heard = [(turn.answer, turn.reading.lang) for turn in reversed(self.chain.turns)] if own else []
        for text, lang in (*heard, (self.chain.goal.text, self.chain.goal.lang)):
            for probe in own:
                if has_words(text, lang, probe.for_words):
                    yield from self._put(probe, "", because(self.lang, probe.asks_for.value))

    def _of_ladder(self) -> Iterator[Suggestion]:
        """A question for each rung that is empty, lowest first; a rung that may have been met comes after."""
        for rung in self._rungs(said_too=False):
            yield from islice(self._of_rung(rung), 1)

    def _of_rung(self, rung: AsksFor) -> Iterator[Suggestion]:
        for probe in self._plain(rung):
            yield from self._put(probe, "", because(self.lang, rung.value))

    def _rungs(self, *, said_too: bool) -> Iterable[AsksFor]:
        if said_too:
            # What a word means is asked about a word alone.
            return [asks_for for asks_for in AsksFor if asks_for is not AsksFor.TERM and not self._is_said(asks_for)]
        empty = [rung for rung in LADDER if rung not in self.said]
        if self.newly_ripe:
            return (*TRIALS, *(rung for rung in empty if rung not in TRIALS))
        if any(turn.reading.facets for turn in self.chain.turns):
            empty = [rung for rung in empty if rung is not AsksFor.LAST_INSTANCE]

        def rank(rung: AsksFor) -> tuple[int, float]:
            near = self.nearness.get(rung, FAR)
            is_late = near > NEAR or rung in (AsksFor.COST, *TRIALS)
            return _LATE.get(rung, 3) if is_late else 0, max(FAR, near)

        return sorted(empty, key=rank)

    def _has_criterion(self) -> bool:
        return AsksFor.OBSERVABLE in self.said and bool({AsksFor.THRESHOLD, AsksFor.CHECK} & self.said)

    def _plain(self, asks_for: AsksFor) -> Iterator[Probe]:
        """The questions for a rung that quote nothing: those whose words were just said first, then the general."""
        last = self.chain.turns[-1] if self.chain.turns else None
        looked = look(last.answer, last.reading.lang) if last else None
        fitting = [p for p in self.bank.probes if p.asks_for is asks_for and not p.quotes and not p.for_kinds]
        for probe in fitting:
            if probe.for_words and looked and find(probe.for_words, looked, self.chain.lang):
                yield probe
        for probe in fitting:
            if not probe.for_words and not probe.for_cases:
                yield probe

    def _is_said(self, asks_for: AsksFor) -> bool:
        return asks_for in self.said or self.nearness.get(asks_for, FAR) > NEAR

    def _is_near(self, asks_for: AsksFor) -> bool:
        return self.nearness.get(asks_for, FAR) > FAR

    def _put(self, probe: Probe, about: str, line: str) -> Iterator[Suggestion]:
        """The question, unless it has been asked, is asked for in vain, or is too long to say."""
        quoted = about if probe.quotes else ""
        if probe.quotes and not quoted:
            return
        if probe.asks_for in TRIALS and (not self.ripe or probe.asks_for in self.last_asked):
            return
        text = probe.text.replace("{term}", quoted)
        if len(text.split()) > LONGEST_QUESTION or self.memory.tired_of(probe.asks_for):
            return
        if not self.memory.knows(probe.id, text, probe.asks_for, quoted, self.chain.lang):
            yield Suggestion(text, probe.asks_for, quoted, line, probe.id)
