"""The learned weights: what a word, a class or a shape says for `stalled` and for `coaching` against a turn that serves.

One file a language (`language/data/<lang>/drift.json`, written by `training/drift_fit.py`), and one for a language that
has none (`drift/data/any.json`: the lexicon's classes and the shape alone). Weights are log-odds, in hundredths.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Pair = tuple[int, int]
"""For stalled, for coaching: hundredths of log-odds."""
_NOTHING: Pair = (0, 0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language."""

    words: Mapping[str, Pair]
    classes: Mapping[str, Pair]
    shape: Mapping[str, Pair]

    def word(self, feature: str) -> Pair:
        """What a feature of the text says; nothing when it was never met."""
        return self.words.get(feature, _NOTHING)


@lru_cache(maxsize=16)
def weights(lang: str) -> Weights:
    """The weights of a language, or those that hold for any."""
    file = files("brasstacks.language") / "data" / lang / "drift.json"
    if not lang.isalpha() or not file.is_file():
        file = files("brasstacks.drift") / "data" / "any.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(*({name: (pair[0], pair[1]) for name, pair in data[part].items()} for part in _PARTS))


_PARTS = ("words", "classes", "shape")
