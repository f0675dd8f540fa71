"""The learned weights of drift, written by `training/drift_fit.py`.

`language/data/<lang>/drift.json`: what a word, or a number of the turn, says for each of `LANES`; `drift/data/any.json`:
the same without words, for a language that has none; `drift/data/chain.json`: what the turns so far say of the chain.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from brasstacks.language.model import Table

LANES = ("gains", "stalls", "self")
"""What a turn may do: gain, stall, or be about the speaker's own self. Each is weighed against the two others."""
Lanes = tuple[float, float, float]
NOTHING: Lanes = (0.0, 0.0, 0.0)
ANY = "*"
"""Any language that has no marks of its own."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language, in log-odds."""

    words: Table
    numbers: Mapping[str, Lanes]


@dataclass(frozen=True, slots=True)
class ChainWeights:
    """What the turns so far say of a chain: for `stalled` and for `coaching`, each against on track."""

    weights: Mapping[str, tuple[float, float]]
    """In log-odds."""
    marks: Mapping[str, tuple[float, float]]
    """By language, and for any other under `ANY`."""

    def full(self, lang: str) -> tuple[float, float]:
        """The chances, 0 to 1, from which a chain in a language is called so."""
        return self.marks.get(lang, self.marks[ANY])


@lru_cache(maxsize=16)
def weights(lang: str) -> Weights:
    """The weights of a language, or those that hold for any."""
    file = files("brasstacks.language") / "data" / lang / "drift.json"
    if not lang.isalpha() or not file.is_file():
        file = _folder() / "any.json"
    data = _load(file)
    return Weights(Table.from_json(data["words"]), {name: (a, b, c) for name, (a, b, c) in data["numbers"].items()})


@lru_cache(maxsize=1)
def chain_weights() -> ChainWeights:
    """The weights of the chain, which all languages share, and the marks of each."""
    data = _load(_folder() / "chain.json")
    pairs = ({name: (a, b) for name, (a, b) in data[table].items()} for table in ("weights", "full"))
    return ChainWeights(*pairs)


def _folder() -> Traversable:
    return files("brasstacks.drift") / "data"


def _load(file: Traversable) -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data
