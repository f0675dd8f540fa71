"""Learned weights, and their sums.

Every model is linear. Features that several models weigh share one row, a *lane* for each model; the rows of a word are
added once and kept, so a reading is a few additions a word. A row is packed into one integer with 32 bits a lane:
adding two integers adds all lanes at once, at a price of some forty nanoseconds.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import mul
from pathlib import Path
from struct import iter_unpack, unpack
from typing import Any

from brasstacks.language.reading import Facet, Level

_HALF = 1 << 31


class Table:
    """Rows of small whole weights by the feature's name; a lane's weight is its number times the lane's step."""

    def __init__(self, names: Sequence[str], weights: bytes, steps: Sequence[float]) -> None:
        """Take `len(names)` rows of `len(steps)` bytes each: 128 is naught."""
        self.steps = tuple(steps)
        self.lanes = len(self.steps)
        self._row = dict(zip(names, range(len(names)), strict=True))
        self._open: dict[str, int] = {}
        self._weights = weights
        self._naught = int.from_bytes(self._spread(bytes([128]) * self.lanes), "little")
        self._offset = sum(_HALF << 32 * lane for lane in range(self.lanes))
        self._format = f"<{self.lanes}I"

    def _spread(self, row: bytes) -> bytearray:
        wide = bytearray(4 * self.lanes)
        wide[::4] = row
        return wide

    def row(self, name: str) -> int:
        """The packed row of a feature; 0 when the table does not have it."""
        packed = self._open.get(name)
        if packed is None:
            at = self._row.get(name)
            if at is None:
                return 0
            row = self._spread(self._weights[at * self.lanes : (at + 1) * self.lanes])
            packed = self._open[name] = int.from_bytes(row, "little") - self._naught
        return packed

    def sum(self, names: Iterable[str]) -> int:
        """The packed sum of the rows of several features."""
        return sum(map(self.row, filter(self._row.__contains__, names)))

    def open(self, packed: int, first: int = 0) -> list[float]:
        """The lanes of a packed sum from `first` on, each times its step."""
        lanes = unpack(self._format, (packed + self._offset).to_bytes(4 * self.lanes, "little"))
        return [(lane - _HALF) * step for lane, step in zip(lanes[first:], self.steps[first:], strict=True)]

    def last(self, packed: int, first: int) -> int:
        """The lanes of a packed sum from `first` on, packed: a shorter number, quicker to add."""
        return ((packed + self._offset) >> 32 * first) - (self._offset >> 32 * first)

    def whole(self, packed: Sequence[int], first: int) -> Iterator[tuple[int, ...]]:
        """The lanes of several sums of what `last` gives, as whole numbers of steps."""
        lanes = self.lanes - first
        offset, size = self._offset >> 32 * first, 4 * lanes
        # A lane above its offset of 2³¹, with the top bit turned, is the lane in two's complement.
        wide = b"".join([((one + offset) ^ offset).to_bytes(size, "little") for one in packed])
        return iter_unpack(f"<{lanes}i", wide)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Table":
        """Read a table that stands in a JSON file: `names` and `weights` deflated and in base 64, `steps`."""
        names, weights = (zlib.decompress(base64.b64decode(data[part])) for part in ("names", "weights"))
        return cls(names.decode("utf-8").split("\n"), weights, data["steps"])


@dataclass(frozen=True)
class Dense:
    """A linear model over few, named numbers."""

    bias: float
    weights: Mapping[str, float]

    def score(self, values: Mapping[str, float]) -> float:
        """The sum of the weighted numbers and the bias."""
        weights = map(self.weights.get, values, repeat(0.0))
        return sum(map(mul, values.values(), weights), self.bias)


TEXT_LANES = (*(f"level.{level}" for level in Level), *(f"facet.{facet}" for facet in Facet))
"""What the words of a text say of it as a whole."""
TOKEN_LANES = ("token.finding", *(f"token.{facet}" for facet in Facet))
"""What a token's own word and its neighbours say of the token."""
LANES = TEXT_LANES + TOKEN_LANES


@dataclass(frozen=True)
class Model:
    """All that was learned of one language."""

    about: Mapping[str, Any]
    table: Table
    """Lanes: `LANES`."""
    dense: Mapping[str, Dense]
    choice: Mapping[str, float]
    """Thresholds chosen by leaving hands out."""


FINAL_LANES = (*(f"final.level.{level}" for level in Level), *(f"final.facet.{facet}" for facet in Facet))
"""What the signals together say of a text in the end."""
DENSE_LANES = LANES + FINAL_LANES


def load(folder: Path) -> Model | None:
    """The model in a language's folder, from its `model.json` and its `weights.bin`; None when there is none."""
    file = folder / "model.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    names, rows, signals, weights = unpacked((folder / "weights.bin").read_bytes())
    table = Table(names.decode("utf-8").split("\n"), rows, data["steps"])
    return Model(data["about"], table, _dense(signals.decode("utf-8").split("\n"), weights), data["choice"])


def _dense(signals: Sequence[str], weights: bytes) -> dict[str, Dense]:
    # For each lane its bias, then a weight for each signal; half-precision numbers.
    size = len(signals) + 1
    numbers = unpack(f"<{size * len(DENSE_LANES)}e", weights)
    dense = {}
    for at, lane in enumerate(DENSE_LANES):
        bias, *mine = numbers[at * size : (at + 1) * size]
        dense[lane] = Dense(bias, {name: weight for name, weight in zip(signals, mine, strict=True) if weight})
    return dense


def packed(parts: Iterable[bytes]) -> bytes:
    """Several byte strings in one, each deflated."""
    return b"".join(zlib.compress(part, 9) for part in parts)


def unpacked(data: bytes) -> list[bytes]:
    """What `packed` put together. Raises zlib.error."""
    parts = []
    while data:
        stream = zlib.decompressobj()
        parts.append(stream.decompress(data))
        data = stream.unused_data
    return parts
