"""What neither a list of words nor a learned weight can know: small rules, one function each.

Their phrases stand in `rules.toml` of a language's folder; a language without them has none of these rules.
"""

from collections.abc import Mapping, Sequence

from brasstacks.language.features import Document
from brasstacks.language.lexicon import Match, Phrases, Stems

NEAR = 3
"""So many words may stand between a phrase and what it is about."""
SEEN = frozenset({"c:observable_verbs", "c:artefacts", "c:limits", "c:deadlines", "c:checks", "num", "c:number_words"})
"""Tags of words that a stranger could check: what explains a quality has one of them."""
QUALITIES = frozenset({"k:buzzword", "k:vague_quality", "k:vague_change", "k:vague_quantity", "k:vague_time"})
NUMBERS = frozenset({"num", "c:number_words"})
DATES = frozenset({"c:months_days", "c:deadlines"})


class Rules:
    """The phrases of one language's rules."""

    def __init__(self, data: Mapping[str, object], stems: Stems) -> None:
        """Take what `rules.toml` says; a table that is missing has no phrases."""
        # Those of each rule by themselves: nearly every text has none of them, which is known at a glance.
        self._phrases: dict[str, Phrases] = {}
        for name, phrases in data.items():
            if isinstance(phrases, list):
                mine = self._phrases[name] = Phrases(stems)
                for phrase in phrases:
                    mine.add(str(phrase), name)

    def _places(self, document: Document, name: str) -> list[Match]:
        phrases = self._phrases.get(name)
        return phrases.find(document.stems) if phrases else []

    def of_oneself(self, document: Document) -> set[int]:
        """The numbers that say how the speaker feels ("I'm at a five out of ten"): they limit nothing."""
        found: set[int] = set()
        for match in self._places(document, "about_oneself"):
            for at in range(match.end, min(match.end + 2 * NEAR, len(document.tokens))):
                is_number = not NUMBERS.isdisjoint(document.signatures[at][2])
                if is_number and not self._counts_something(document, at):
                    found.add(at)
        return found

    @staticmethod
    def _counts_something(document: Document, at: int) -> bool:
        after = document.signatures[at + 1 : at + 2]
        return bool(after) and not {"c:units", "c:artefacts", "c:months_days"}.isdisjoint(after[0][2])

    def explained(self, document: Document) -> set[int]:
        """Qualities that the same breath defines: "quickly, I mean before the driver leaves the bay", and quoted ones."""
        found: set[int] = set()
        for match in self._places(document, "means"):
            rest = _until_the_end(document, match.end)
            if any(not SEEN.isdisjoint(document.signatures[at][2]) for at in rest):
                found.update(_quality_before(document, match.first))
        return found

    def not_happening(self, document: Document) -> list[tuple[int, int]]:
        """What nobody does any more can be seen: "nobody asks me where his ticket is". First and last token."""
        found = []
        for match in self._places(document, "nobody"):
            for at in range(match.end, min(match.end + NEAR, len(document.tokens))):
                if "c:observable_verbs" in document.signatures[at][2] and not document.tokens[at].first:
                    found.append((match.first, at))
                    break
        return found


def is_date(document: Document, first: int, last: int) -> bool:
    """Whether a stretch says when and not how much: its numbers belong to a day, a month, a year or a time of day."""
    tags = [set(document.signatures[at][2]) for at in range(first, last + 1)]
    numbers = [at for at, one in enumerate(tags) if one & NUMBERS]
    return bool(numbers) and all(
        tags[at] & {"ntime", "nyear", *DATES} or _beside(tags, at) & {"c:months_days"} for at in numbers
    )


def _beside(tags: Sequence[set[str]], at: int) -> set[str]:
    return {tag for near in (at - 1, at + 1) if 0 <= near < len(tags) for tag in tags[near]}


def _until_the_end(document: Document, at: int) -> list[int]:
    """The tokens from one to the end of its sentence."""
    out: list[int] = []
    while at < len(document.tokens) and not (out and document.tokens[at].first):
        out.append(at)
        at += 1
    return out


def _quality_before(document: Document, at: int) -> list[int]:
    """The tokens of a quality that ends shortly before one, in its sentence."""
    found: list[int] = []
    for place in range(at - 1, max(-1, at - 1 - 2 * NEAR), -1):
        is_quality = not QUALITIES.isdisjoint(document.signatures[place][2])
        if found and not is_quality:
            break
        if is_quality:
            found.append(place)
        elif at - place > NEAR or document.tokens[place + 1].first:
            break
    return found
