"""One language's ear: a text in, a reading out, from its folder of data alone."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from brasstacks.language import by_words, rules
from brasstacks.language import lexicon as lexicons
from brasstacks.language import model as models
from brasstacks.language.explain import any_words, texts
from brasstacks.language.features import Document, see
from brasstacks.language.lexicon import Lexicon, Phrases
from brasstacks.language.reading import NO_WORDS, Contribution, ExtraWords, Facet, Finding, Kind, Level, Reading, Span
from brasstacks.language.scores import FACETS, LEVELS, Scorer, Scores, chances, evidence
from brasstacks.language.tokens import composed
from brasstacks.language.weighing import weigh


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of a document, before its findings have names."""

    level: Level
    score: float
    facets: Mapping[Facet, tuple[Span, ...]]
    findings: Sequence[float]
    """For each token the chance that it is part of a finding."""
    cut: float
    """The chance from which it is."""


_NOWHERE: frozenset[int] = frozenset()


class Ear:
    """Hears texts of one language."""

    def __init__(self, folder: Path) -> None:
        """Load a language's folder: its lexicon, and its model when it has one. Raises LexiconError, OSError."""
        self.folder = folder
        self.lexicon: Lexicon = lexicons.shared(folder)
        self.rules = rules.Rules(self.lexicon.rules, self.lexicon.stems)
        model = models.load(folder)
        self.scorer = None if model is None else Scorer(model)
        self._quiet = {f"k:{kind}": words for kind, words in self.lexicon.kinds.items() if not words.challenge}
        self._extras: dict[ExtraWords, Phrases] = {}

    def hear(
        self, text: str, *, question: str = "", extra: ExtraWords = NO_WORDS, silent: tuple[str, ...] = ()
    ) -> Reading:
        """Hear one text of this language."""
        whole, places = composed(text)
        trade = self._extra(extra)
        document = see(whole, composed(question)[0], self.lexicon, trade)
        if not document.tokens:
            return Reading(text=text, lang=self.lexicon.language, level=Level.VAGUE, score=0.0)
        judged = self._by_words(document) if self.scorer is None else _by_model(document, self.scorer)
        judged = self._ruled(document, judged)
        chances = list(judged.findings)
        for match in trade.find(document.stems) if trade else ():
            if match.label.startswith("k:"):  # a term that the bank's writer wants to hear about
                chances[match.first : match.end] = [1.0] * (match.end - match.first)
        findings = self._findings(document, chances, judged.cut, silent)
        reading = Reading(text, self.lexicon.language, judged.level, judged.score, tuple(findings), judged.facets)
        return reading if places is None else _placed(reading, text, places)

    def weigh(self, text: str, *, question: str = "", extra: ExtraWords = NO_WORDS) -> tuple[Contribution, ...]:
        """What each word and each signal adds to the level of a text; nothing without a learned model."""
        document = see(composed(text)[0], composed(question)[0], self.lexicon, self._extra(extra))
        if self.scorer is None or not document.tokens:
            return ()
        return weigh(document, self.scorer, texts(self.lexicon.language))

    def _ruled(self, document: Document, judged: "Judged") -> "Judged":
        """With what the rules know: who counts himself, what was explained, what nobody does, what is a date."""
        facets = dict(judged.facets)
        oneself = self.rules.of_oneself(document)
        for facet in (Facet.THRESHOLD, Facet.BASELINE):
            spans = [span for span in facets.pop(facet, ()) if not _limits_nothing(document, span, facet, oneself)]
            if spans:
                facets[facet] = tuple(spans)
        unhappened = self.rules.not_happening(document)
        if unhappened and Facet.OBSERVABLE not in facets:
            facets[Facet.OBSERVABLE] = tuple(_span(document, first, last) for first, last in unhappened)
        explained = self.rules.explained(document)
        findings = [0.0 if at in explained else chance for at, chance in enumerate(judged.findings)]
        return replace(judged, facets=facets, findings=findings)

    def _by_words(self, document: Document) -> "Judged":
        """Without a learned model."""
        challenged = frozenset(f"k:{kind}" for kind, words in self.lexicon.kinds.items() if words.challenge)
        marked, facets = by_words.likely(document, challenged), by_words.facets(document)
        level = by_words.level(facets, marked)
        return Judged(level, by_words.SCORES[level], facets, marked, 0.5)

    def _extra(self, extra: ExtraWords) -> Phrases | None:
        if extra == NO_WORDS:
            return None
        phrases = self._extras.get(extra)
        if phrases is None:
            phrases = Phrases(self.lexicon.stems)
            for words, label in (
                (extra.vague, f"k:{Kind.BUZZWORD}"),
                (extra.roles, "c:roles"),
                (extra.artefacts, "c:artefacts"),
                (extra.observable_verbs, "c:observable_verbs"),
            ):
                for word in words:
                    phrases.add(word, label)
            self._extras[extra] = phrases
        return phrases

    def _findings(
        self, document: Document, chances: Sequence[float], cut: float, silent: tuple[str, ...]
    ) -> list[Finding]:
        column = list(chances)
        for at in self._silenced(document, silent):
            column[at] = 0.0
        found = []
        for a, b in found_at(document, column, cut):
            start, end = document.tokens[a].start, document.tokens[b].end
            kind = self._kind(document, a, b)
            found.append(
                Finding(
                    Span(start, end),
                    document.text[start:end],
                    kind,
                    challenge=True,
                    why=self._why(document, a, b, kind),
                    strength=round(max(column[a : b + 1]), 4),
                )
            )
        return sorted([*found, *self._marks(document, found, silent)], key=lambda one: one.span.start)

    def _marks(self, document: Document, found: Sequence[Finding], silent: tuple[str, ...]) -> list[Finding]:
        """What the lexicon marks without a question (a hedge, a sweeping word), where nothing is challenged."""
        silenced = set(self._silenced(document, silent)) if silent else _NOWHERE
        marks: list[Finding] = []
        quiet = [match for match in document.matches if match.label in self._quiet]
        for match in sorted(quiet, key=lambda match: (match.first, -match.end)):
            words = self._quiet[match.label]
            if silenced.issuperset(range(match.first, match.end)):
                continue
            span = _span(document, match.first, match.end - 1)
            if not any(span.overlaps(one.span) for one in (*found, *marks)):
                text = document.text[span.start : span.end]
                marks.append(Finding(span, text, Kind(match.label[2:]), challenge=False, why=words.why, strength=0.0))
        return marks

    def _silenced(self, document: Document, silent: tuple[str, ...]) -> list[int]:
        if not silent:
            return []
        phrases = Phrases(self.lexicon.stems)
        for term in silent:
            phrases.add(term, "silent")
        return [at for match in phrases.find(document.stems) for at in range(match.first, match.end)]

    def _kind(self, document: Document, first: int, last: int) -> Kind:
        votes: dict[str, int] = {}
        for match in document.matches:
            if match.label.startswith("k:") and match.first <= last and first < match.end:
                votes[match.label] = votes.get(match.label, 0) + match.end - match.first
        if not votes:
            return Kind.VAGUE_QUALITY
        best = max(votes.values())
        return Kind(min(label for label, count in votes.items() if count == best)[2:])

    def _why(self, document: Document, first: int, last: int, kind: Kind) -> str:
        """The reason of a kind where its own words carry the finding; else one that holds of any words.

        They carry it when they are more than half of what is said in it, or half of it and its last word ("culture" in
        "a higher culture", and not "more" in "more an inner thing").
        """
        own = {
            at
            for match in document.matches
            if match.label == f"k:{kind}" and first <= match.first and match.end <= last + 1
            for at in range(match.first, match.end)
        }
        said = [at for at in range(first, last + 1) if at in own or not _is_little(document, at)]
        carried = len(own.intersection(said))
        words = self.lexicon.kinds.get(kind)
        if words and (2 * carried > len(said) or (2 * carried == len(said) and last in own)):
            return words.why
        return any_words(self.lexicon.language)


def _by_model(document: Document, scorer: Scorer) -> "Judged":
    """By what was learned."""
    scores = scorer.score(document)
    values = evidence(document, scores)
    level, score = _level(values, scorer.model)
    findings = [row[0] for row in scores.tokens]
    return Judged(
        level, score, _facets(document, scores, values, scorer.model), findings, scorer.model.choice["finding"]
    )


def _level(values: Mapping[str, float], model: models.Model) -> tuple[Level, float]:
    raw = {f"level.{level}": model.dense[f"final.level.{level}"].score(values) for level in LEVELS}
    raw.update({f"facet.{facet}": 0.0 for facet in FACETS})
    share = chances(raw)
    vague, partial, concrete = (share[f"level.{level}"] for level in LEVELS)
    weighed = (vague, partial * model.choice["partial"], concrete * model.choice["concrete"])
    return LEVELS[weighed.index(max(weighed))], concrete + partial / 2


def _facets(
    document: Document, scores: Scores, values: Mapping[str, float], model: models.Model
) -> dict[Facet, tuple[Span, ...]]:
    found = {}
    columns = list(zip(*scores.tokens, strict=True))
    for lane, facet in enumerate(FACETS, 1):
        if model.dense[f"final.facet.{facet}"].score(values) <= model.choice[f"facet.{facet}"]:
            continue
        column = columns[lane]
        top = max(column)
        cut = max(top / 2, min(top, 0.3))
        runs = stretches(document, [chance >= cut for chance in column])
        # Little words alone say nothing; where there is nothing else, they are all that there is.
        runs = [core for run in runs if (core := _core(document, *run))] or runs
        found[facet] = tuple(_span(document, a, b) for a, b in runs)
    return found


def found_at(document: Document, chances: Sequence[float], cut: float) -> list[tuple[int, int]]:
    """The first and last token of each finding: runs of likely tokens, without the little words at their edges."""
    runs = stretches(document, [chance >= cut for chance in chances])
    return [core for run in runs if (core := _core(document, *run))]


_START = attrgetter("start")


def _limits_nothing(document: Document, span: Span, facet: Facet, oneself: set[int]) -> bool:
    """Whether a span counts the speaker himself, or is a date that was taken for a limit."""
    first = bisect_left(document.tokens, span.start, key=_START)
    inside = range(first, bisect_left(document.tokens, span.end, lo=first, key=_START))
    if not oneself.isdisjoint(inside):
        return True
    return facet is Facet.THRESHOLD and rules.is_date(document, inside[0], inside[-1])


def _span(document: Document, first: int, last: int) -> Span:
    return Span(document.tokens[first].start, document.tokens[last].end)


def _core(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """A run of tokens without the little words and signs at its edges; None when nothing remains."""
    while first <= last and _is_little(document, first):
        first += 1
    while last >= first and _is_little(document, last):
        last -= 1
    return (first, last) if first <= last else None


def _is_little(document: Document, at: int) -> bool:
    tags = document.signatures[at][2]
    if "sign" in tags or "c:fillers" in tags:
        return True
    return "c:function_words" in tags and not any(tag.startswith("k:") for tag in tags)


def stretches(document: Document, marked: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and last token of each run of marked tokens, none across the end of a sentence."""
    found: list[tuple[int, int]] = []
    for at, mark in enumerate(marked):
        if not mark:
            continue
        if found and found[-1][1] == at - 1 and not document.tokens[at].first:
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return found


def _placed(reading: Reading, text: str, places: Sequence[int]) -> Reading:
    """The reading with its spans in the text as given."""

    def place(span: Span) -> Span:
        return Span(places[span.start], places[span.end])

    findings = []
    for finding in reading.findings:
        span = place(finding.span)
        findings.append(
            Finding(span, text[span.start : span.end], finding.kind, finding.challenge, finding.why, finding.strength)
        )
    facets = {facet: tuple(place(span) for span in spans) for facet, spans in reading.facets.items()}
    return Reading(text, reading.lang, reading.level, reading.score, tuple(findings), facets, reading.contributions)
