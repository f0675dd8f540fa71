"""Which language a text is in.

Each language has a profile of its own: how likely each three letters are to follow one another in it. It is learned with
the models, or, for a language that has none, taken from the words of its lexicon. A text belongs to the likeliest.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from math import log
from pathlib import Path

from brasstacks.language import lexicon as lexicons
from brasstacks.language.tokens import composed, norms_in_turn

ENOUGH = 80
"""Words after which the language is known: more are not looked at."""
CLEARLY = 6.0
"""How much likelier (in nats, in all) another language must be than the one named, to be believed."""


class Profile:
    """The three-letter habits of one language."""

    def __init__(self, grams: Mapping[str, int]) -> None:
        """Take how often each three letters were seen."""
        self._seen = grams
        self._two: dict[str, int] = {}
        for gram, times in grams.items():
            self._two[gram[:2]] = self._two.get(gram[:2], 0) + times
        self._one = sum(grams.values())
        self._kept: dict[str, float] = {}

    def word(self, norm: str) -> float:
        """The log-likelihood of a word."""
        kept = self._kept.get(norm)
        if kept is None:
            if len(self._kept) > 20_000:
                self._kept.clear()
            edged = f"<{norm[:24]}>"
            seen, two = self._seen.get, self._two.get
            kept = self._kept[norm] = sum(
                log((seen(edged[at : at + 3], 0) + 0.1) / (two(edged[at : at + 2], 0) + 4.0))
                for at in range(len(edged) - 2)
            )
        return kept


def grams_of(words: Iterable[str]) -> dict[str, int]:
    """How often each three letters stand in words."""
    seen: dict[str, int] = {}
    for word in words:
        edged = f"<{word[:24]}>"
        for at in range(len(edged) - 2):
            gram = edged[at : at + 3]
            seen[gram] = seen.get(gram, 0) + 1
    return seen


def load(folder: Path) -> Profile:
    """The profile of a language's folder. Raises LexiconError, OSError."""
    file = folder / "profile.json"
    if file.is_file():
        return Profile(json.loads(file.read_text(encoding="utf-8")))
    return Profile(grams_of(lexicons.load(folder).words))


def likelihoods(text: str, profiles: Mapping[str, Profile]) -> dict[str, float]:
    """The log-likelihood of a text in each language; all naught when it has no word."""
    words = list(islice((norm for norm in norms_in_turn(composed(text[:4000])[0]) if norm[0].isalpha()), ENOUGH))
    return {lang: sum(map(profile.word, words)) for lang, profile in profiles.items()}
