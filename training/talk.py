"""The labelled talk: rows, checked, with the labels of their tokens."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from brasstacks.language.features import Document, see
from brasstacks.language.lexicon import Lexicon
from brasstacks.language.reading import Facet, Level
from brasstacks.language.tokens import composed

HERE = Path(__file__).parent
FACETS = tuple(Facet)
LEVELS = tuple(Level)


@dataclass
class Row:
    """One labelled answer."""

    id: str
    lang: str
    author: str
    style: str
    question: str
    text: str
    level: int
    terms: list[str]
    facets: dict[Facet, bool | None]
    """None: not known (a turn of a chain that had it already)."""
    spans: dict[Facet, list[str]] | None
    solution: bool
    document: Document = field(repr=False, default=None)  # type: ignore[assignment]

    @property
    def hand(self) -> str:
        """Whose hand wrote it: voices 4 to 7 of a language are one hand's, as are 8 to 12, 13 to 18, and 21 and 22."""
        number = int(self.author.partition("-")[2])
        for first, last in ((4, 7), (8, 12), (13, 18), (21, 22)):
            if first <= number <= last:
                return f"{first}-{last}"
        return str(number)

    def places(self, phrases: list[str]) -> list[tuple[int, int]]:
        """Where phrases first stand in the text."""
        found = []
        for phrase in phrases:
            at = self.text.find(phrase)
            if at >= 0:
                found.append((at, at + len(phrase)))
        return found

    def marked(self, phrases: list[str]) -> np.ndarray:
        """For each token, whether it lies in one of the phrases."""
        places = self.places(phrases)
        return np.array([any(a < t.end and t.start < b for a, b in places) for t in self.document.tokens], dtype=bool)


def _valid(raw: dict) -> bool:
    try:
        return (
            raw["level"] in LEVELS
            and set(raw["facets"]) <= set(FACETS)
            and all(term and term in raw["text"] for term in raw["vague_terms"])
            and all(s in raw["text"] for ss in raw.get("spans", {}).values() for s in ss)
            and bool(raw["text"].strip())
        )
    except (KeyError, TypeError):
        return False


def answers(files: list[Path]) -> list[Row]:
    """The labelled answers of several files; what does not validate is left out."""
    rows, seen = [], set()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                raw = json.loads(line)
            except json.JSONDecodeError:
                continue
            if not _valid(raw) or raw["id"] in seen:
                continue
            seen.add(raw["id"])
            rows.append(
                Row(
                    id=raw["id"],
                    lang=raw["lang"],
                    author=raw["author"],
                    style=raw["style"],
                    question=raw["question"],
                    text=composed(raw["text"])[0],
                    level=LEVELS.index(raw["level"]),
                    terms=[composed(term)[0] for term in raw["vague_terms"]],
                    facets={facet: facet in raw["facets"] for facet in FACETS},
                    spans={Facet(k): [composed(s)[0] for s in v] for k, v in raw["spans"].items()}
                    if "spans" in raw
                    else None,
                    solution=bool(raw.get("solution_first")),
                )
            )
    return rows


def look(rows: list[Row], lexicon: Lexicon) -> None:
    """Give each row its document."""
    for row in rows:
        row.document = see(row.text, row.question, lexicon)


def default_files(extra: str = "") -> list[Path]:
    """The files of answers beside this script, and of another folder."""
    return sorted(HERE.glob("answers*.jsonl")) + (sorted(Path(extra).glob("answers*.jsonl")) if extra else [])
