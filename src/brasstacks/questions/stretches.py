"""Stretches of an answer that a question could quote, and what speaks for each: what `rank` weighs.

The same functions serve the running program and the script in `training/` that fits the weights.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from brasstacks.language import Facet, Finding, Kind, Span
from brasstacks.lookup import Looked, look
from brasstacks.questions.quoting import LONGEST, quotable
from brasstacks.questions.weighing import Weighed

PEAKS = 8
"""So many of the likeliest words of an answer are looked at."""
LEAST = 0.03
"""A chance below this is no doubt, but certainty that nothing is there."""
UNKNOWN = 0.1
"""The chance of a lexicon's word in a text that was not weighed."""
CERTAIN = 1.0
"""The strength of a bank's own word: it is quoted, whatever it is."""
QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")
"""Short quotations: who takes notes puts the client's own word in quotation marks."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the client that a question could quote."""

    about: str
    """At most six words, a substring of the text."""
    span: Span
    kind: Kind
    challenge: bool
    """Whether the hearing marked something in it as worth a question."""
    features: Mapping[str, float]


Facets = Mapping[Facet, Sequence[Span]]


def stretches(text: str, lang: str, findings: Sequence[Finding], facets: Facets, weighed: Weighed) -> list[Stretch]:
    """The stretches of a text, in no order; they may overlap.

    Args:
        text: an answer, or a goal.
        lang: its language.
        findings: what was found in it.
        facets: what it gives.
        weighed: what was nearly heard in it.
    """
    looked = look(text, lang)
    if not looked.tokens:
        return []
    shared = _of_text(looked, weighed)
    found: dict[tuple[int, int], Stretch] = {}
    for began, ended, finding in _places(looked, findings, weighed):
        first, end = (began, ended) if finding and ended - began > 1 else _whole(looked, began, ended)
        span = finding.span if finding is not None and (first, end) == (began, ended) else looked.place(first, end)
        # A name is not asked back, however odd the hearing finds it.
        named = finding is None and any(span.overlaps(who) for who in facets.get(Facet.WHO, ()))
        if (first, end) in found or named:
            continue
        quoted = any(Span(*match.span(1)) == span for match in QUOTED.finditer(text))
        said = (first, end) if quoted else quotable(looked, first, end, lang, weighed.tokens)
        if said is not None and not quoted:
            said = _with_noun(looked, *said)
        if said is None and finding is not None and finding.strength >= CERTAIN:
            said = first, end
        about = cut(text, span if said == (first, end) else looked.place(*said)) if said else ""
        if about and not _is_little(about, lang):
            touched = next((one for one in findings if one.challenge and one.span.overlaps(span)), finding)
            kinds = _kinds(looked, looked.place(first, end))
            features = {**shared, **_features(looked, weighed, (first, end), finding, kinds)}
            features["length"] = min(LONGEST, len(about.split()))
            features.update({f"in.{facet}": 1.0 for facet in facets if any(span.overlaps(s) for s in facets[facet])})
            kind = touched.kind if touched else Kind(kinds[0]) if kinds else Kind.VAGUE_QUALITY
            found[first, end] = Stretch(about, span, kind, touched is not None and touched.challenge, features)
    return list(found.values())


def _places(looked: Looked, findings: Sequence[Finding], weighed: Weighed) -> Iterator[tuple[int, int, Finding | None]]:
    """The first token and the end of each stretch, with its finding when it is one."""
    for finding in sorted(findings, key=lambda one: not one.challenge):
        if at := _tokens(looked, finding.span):
            yield *at, finding
    for name, spans in looked.classes.items():
        if name.startswith("k:"):
            yield from ((*at, None) for span in spans if (at := _tokens(looked, span)))
    for match in QUOTED.finditer(looked.text):
        if len(match.group(1).split()) <= LONGEST and (at := _tokens(looked, Span(*match.span(1)))):
            yield *at, None
    yield from ((*at, None) for at in _peaks(looked, weighed.tokens))


def _with_noun(looked: Looked, first: int, end: int) -> tuple[int, int] | None:
    """An amount with the word behind it ("fewer" complaints); none for "more" before a little word ("more of a habit")."""
    place = looked.place(first, end)
    if end - first > 1 or not any(place.overlaps(span) for span in looked.classes.get(f"k:{Kind.VAGUE_QUANTITY}", ())):
        return first, end
    if end == len(looked.tokens) or looked.tokens[end].gap.strip() or looked.tokens[end].first:
        return first, end
    little = looked.classes.get("function_words", ())
    following = looked.place(end, end + 1)
    if not any(following.overlaps(word) for word in little):
        return first, end + 1
    return None if any(place.overlaps(word) for word in little) else (first, end)


def _whole(looked: Looked, first: int, end: int) -> tuple[int, int]:
    """A stretch with all of a phrase of the lexicon that it has a part of: "in general", and not "general"."""
    place = looked.place(first, end)
    phrases = [span for name, spans in looked.classes.items() if name.startswith("k:") for span in spans]
    around = [_tokens(looked, span) for span in phrases if span.overlaps(place)]
    return min([first, *(at[0] for at in around if at)]), max([end, *(at[1] for at in around if at)])


def _tokens(looked: Looked, span: Span) -> tuple[int, int] | None:
    inside = [at for at in range(len(looked.tokens)) if looked.place(at, at + 1).overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else None


def _peaks(looked: Looked, chances: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The likeliest words, each with its neighbours that are half as likely, without the little ones at the edges."""
    for peak in sorted(range(len(chances)), key=lambda at: (-chances[at], at))[:PEAKS]:
        if chances[peak] < LEAST:
            return
        first = last = peak
        while first > 0 and not looked.tokens[first].first and chances[first - 1] >= chances[peak] / 2:
            first -= 1
        while last + 1 < len(chances) and not looked.tokens[last + 1].first and chances[last + 1] >= chances[peak] / 2:
            last += 1
        while first < last and _is_little_token(looked, first):
            first += 1
        while last > first and _is_little_token(looked, last):
            last -= 1
        yield first, last + 1


def _is_little_token(looked: Looked, at: int) -> bool:
    if len(looked.tokens[at].text) == 1 and looked.tokens[at].text.isalpha():
        return True
    place = looked.place(at, at + 1)
    return any(place.overlaps(word) for word in looked.classes.get("function_words", ())) and not _kinds(looked, place)


def _kinds(looked: Looked, place: Span) -> list[str]:
    """The kinds of the lexicon's words in a stretch, in the order of the kinds."""
    return [kind for kind in Kind if any(place.overlaps(word) for word in looked.classes.get(f"k:{kind}", ()))]


def _is_little(about: str, lang: str) -> bool:
    """Whether it has little words only, and none that is vague in itself ("everything"): nobody would ask about it."""
    if len(about) == 1 and about.isalpha():
        return True
    looked = look(about, lang)
    if any(name.startswith("k:") for name in looked.classes):
        return False
    little = looked.classes.get("function_words", ())
    return all(any(word.start <= t.start < word.end for word in little) for t in looked.tokens)


def _of_text(looked: Looked, weighed: Weighed) -> dict[str, float]:
    """What all stretches of a text share."""
    top = max(weighed.tokens, default=UNKNOWN)
    return {"words": log(1 + len(looked.tokens)), "concrete": weighed.concrete, "top": odds(top)}


def _features(
    looked: Looked, weighed: Weighed, at: tuple[int, int], finding: Finding | None, kinds: Sequence[str]
) -> dict[str, float]:
    """What speaks for the words from one token up to another."""
    first, end = at
    place = looked.place(first, end)
    chances = weighed.tokens[first:end] or (UNKNOWN,)
    # A finding keeps the strength that the hearing gave it: a bank's own word is certain whatever was learned.
    peak = finding.strength if finding is not None and finding.challenge else max(chances)
    features = {"peak": odds(peak), "mean": odds(sum(chances) / len(chances) if weighed.tokens else peak)}
    features.update({f"kind.{kind}": 1.0 for kind in kinds or ("none",)})
    if any(Span(*match.span(1)).overlaps(place) for match in QUOTED.finditer(looked.text)):
        features["quoted"] = 1.0
    if any(token.text[0].isupper() and not token.first for token in looked.tokens[first:end]):
        features["capital"] = 1.0
    return features


def odds(chance: float) -> float:
    """A chance as log-odds, within bounds."""
    chance = min(0.995, max(0.002, chance))
    return log(chance / (1 - chance))


def cut(text: str, span: Span) -> str:
    """At most six words of a stretch of text, on one line, without the signs at its ends."""
    line = text[span.start : span.end].strip().partition("\n")[0]
    words = line.split()
    if len(words) > LONGEST:
        end = 0
        for word in words[:LONGEST]:
            end = line.index(word, end) + len(word)
        line = line[:end]
    return line.strip(' \t.,;:!?…«»"“”„()')
