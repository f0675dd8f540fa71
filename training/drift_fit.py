"""Fit the weights of drift on the labelled chains, and say what they are worth on authors never heard.

usage: python training/drift_fit.py [--talk DIR] [--loao] [--export]

Rows: every turn of every chain, and the answers of `answers*.jsonl` as turns without a chain. Classes: a turn serves,
stalls, or is about the speaker's self. The three languages are fitted together: a lexicon class or a shape has a weight
that all share and one of each language; words have one of their language alone.
`--loao` leaves out one author (in all languages) at a time and runs the state machine itself on what was not heard.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from brasstacks.chain import Asked, Chain, Heard
from brasstacks.drift import features as seen_features
from brasstacks.drift.machine import ALARMS, Event, State, run
from brasstacks.language import Level, Reading

HERE = Path(__file__).parent
LANGUAGES = ("en", "it", "ru")
ANY = "*"
SERVES, STALLS, SELF = range(3)
RARE = 3
"""A feature of fewer rows is not learned."""
ANSWER_WEIGHT = 0.5
FACT_WEIGHT = 3.0
"""Fact-finding talk of other trades (a doctor's visit, a user interview): few rows against many false alarms."""
C = 5.0
OWN_SHARE = 0.5
"""How much a language's own weight of a class counts beside the one that all share."""
KEPT = 14_000
"""Features of words kept a language, the heaviest first."""
VERDICTS = ("on_track", "stalled", "coaching")


@dataclass
class Row:
    """One turn to learn from."""

    chain: str
    author: str
    lang: str
    target: int
    weight: float
    answer: set[str]
    question: set[str]
    classes: dict[str, float]
    shape: dict[str, float]
    dont_know: bool


def author_of(author: str) -> str:
    """The voice behind a row: `en-1`, `it-1` and `ru-1` are left out together."""
    return author[-1] if author[:2] in LANGUAGES else author


def targets(raw: dict) -> list[tuple[int, float]]:
    """Each turn's class and how much its label is trusted; a chain without labelled turns lends its verdict."""
    verdict, found = raw["verdict"], []
    begins = (raw["drift_turn"] or 99) - 1
    drifting = SELF if verdict == "coaching" else STALLS
    calm = FACT_WEIGHT if raw["author"] == "facts-1" else 1.0
    for number, turn in enumerate(raw["turns"], 1):
        if "gain" not in turn:
            on = verdict != "on_track" and number >= begins
            found.append((drifting, 1.0) if on else (SERVES, calm if verdict == "on_track" else 0.3))
        elif turn["gain"]:
            found.append((SERVES, 1.0))
        elif turn["about"] == "self":
            found.append((SELF, 1.0 if verdict == "coaching" else 0.5))
        elif turn.get("stall") or verdict == "stalled":
            found.append((STALLS, 1.0))
        elif verdict == "coaching":
            found.append((SERVES, 0.2))
        else:
            found.append((SERVES, 1.0 if "stall" in turn else 0.5))
    return found


def bare(text: str, lang: str) -> Reading:
    """A reading that says nothing but the language, which the labels know."""
    return Reading(text, lang, Level.VAGUE, 0.0)


def chain_of(raw: dict) -> Chain:
    """A labelled chain as the program sees it."""
    lang = raw["lang"]
    turns = tuple(
        Heard(number, Asked(turn["question"], turn["answer"]), bare(turn["answer"], lang))
        for number, turn in enumerate(raw["turns"], 1)
    )
    return Chain(lang, bare(raw["goal"], lang), turns)


def rows_of(raw: dict, labels: Iterable[tuple[int, float]], name: str) -> list[Row]:
    """The turns of a chain as rows."""
    return [
        Row(
            chain=name,
            author=author_of(raw["author"]),
            lang=raw["lang"],
            target=target,
            weight=weight,
            answer={feature for _, feature in seen_features.text_features(seen.answer, "a")},
            question={feature for _, feature in seen_features.text_features(seen.question, "q")},
            classes=dict(seen_features.classes(seen)),
            shape=seen.shape,
            dont_know=seen.answer.has("dont_know"),
        )
        for seen, (target, weight) in zip(seen_features.see(chain_of(raw)), labels, strict=True)
    ]


def load(folders: Iterable[Path], pattern: str) -> list[dict]:
    """The rows of several files, each id once."""
    found: dict[str, dict] = {}
    for folder in folders:
        for file in sorted(folder.glob(pattern)):
            for line in file.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    raw = json.loads(line)
                    found.setdefault(raw["id"], raw)
    return list(found.values())


def answer_rows(raws: Iterable[dict]) -> list[Row]:
    """Answers as turns: one with facets serves, a vague one without any stalls; the others say nothing here."""
    found = []
    for raw in raws:
        vague = raw["level"] == "vague"
        if vague == bool(raw["facets"]):
            continue
        chain = {**raw, "goal": "", "turns": [{"question": raw["question"], "answer": raw["text"]}]}
        found += rows_of(chain, [(STALLS if vague else SERVES, ANSWER_WEIGHT)], "")
    return found


class Table:
    """The rows as a matrix."""

    def __init__(self, rows: list[Row], *, words: bool = True, own: bool = True) -> None:
        """Count the features; those of fewer than RARE rows are left out."""
        self.rows = rows
        self.index: dict[tuple[str, str, str], int] = {}
        met = Counter((row.lang, f) for row in rows for f in row.answer | row.question)
        at, column, value = [], [], []

        def put(number: int, key: tuple[str, str, str], amount: float) -> None:
            at.append(number)
            column.append(self.index.setdefault(key, len(self.index)))
            value.append(amount)

        for number, row in enumerate(rows):
            for group in (row.answer, row.question) if words else ():
                each = seen_features.share(len(group))
                for feature in sorted(group):
                    if met[row.lang, feature] >= RARE:
                        put(number, ("words", row.lang, feature), each)
            for part, amounts, scale in (
                ("classes", row.classes, seen_features.CLASS_WEIGHT),
                ("shape", row.shape, seen_features.SHAPE_WEIGHT),
            ):
                for feature, amount in amounts.items():
                    put(number, (part, ANY, feature), amount * scale)
                    if own:
                        put(number, (part, row.lang, feature), amount * scale * OWN_SHARE)
        self.matrix = sp.csr_matrix((value, (at, column)), shape=(len(rows), len(self.index)))
        self.targets = np.array([row.target for row in rows])
        self.weights = np.array([row.weight for row in rows])

    def fit(self, which: np.ndarray) -> LogisticRegression:
        """Fit on some of the rows."""
        model = LogisticRegression(C=C, max_iter=250, class_weight="balanced")
        return model.fit(self.matrix[which], self.targets[which], sample_weight=self.weights[which])


def events(rows: list[Row], odds: np.ndarray) -> list[Event]:
    """The turns of a chain as the machine takes them, from the raw scores of the three classes."""
    found = []
    for row, raw in zip(rows, odds, strict=True):
        stall, inside = raw[STALLS] - raw[SERVES], raw[SELF] - raw[SERVES]
        serves = 1 / (1 + np.exp(stall) + np.exp(inside))
        found.append(Event(float(stall), float(inside), float(serves), dont_know=row.dont_know))
    return found


def left_out(table: Table) -> dict[str, list[Event]]:
    """For each chain its events, judged by a model that never heard its author."""
    authors = np.array([row.author for row in table.rows])
    chains = np.array([bool(row.chain) for row in table.rows])
    found: dict[str, list[Event]] = {}
    for author in sorted({row.author for row in table.rows if row.chain}):
        model = table.fit(np.where(authors != author)[0])
        judged = np.where((authors == author) & chains)[0]
        by_chain: dict[str, list[int]] = defaultdict(list)
        for number in judged:
            by_chain[table.rows[number].chain].append(number)
        for name, numbers in by_chain.items():
            scores = model.decision_function(table.matrix[numbers])
            found[name] = events([table.rows[number] for number in numbers], scores)
    return found


def report(raws: list[dict], heard: dict[str, list[Event]], group: Callable[[dict], str]) -> None:
    """Print the measures of the evaluation, a line a group and one for all."""
    groups = defaultdict(list)
    for raw in raws:
        if raw["id"] in heard:
            groups[group(raw)].append(raw)
            groups["all"].append(raw)
    print(f"{'':10}{'chains':>8}{'F1':>8}{'false':>8}{'of':>6}{'in time':>9}")
    for name, members in sorted(groups.items()):
        gold, got, false, fine, timely, drifted = [], [], 0, 0, 0, 0
        for raw in members:
            states = [standing.state for standing in run(heard[raw["id"]])]
            noticed = next((n for n, state in enumerate(states, 1) if state in ALARMS), None)
            gold.append(raw["verdict"])
            got.append("on_track" if states[-1] is State.WATCH else states[-1].value)
            if raw["verdict"] == "on_track":
                fine += 1
                false += noticed is not None
            else:
                drifted += 1
                timely += noticed is not None and abs(noticed - raw["drift_turn"]) <= 1
        score = f1_score(gold, got, average="macro", labels=VERDICTS)
        print(f"{name:10}{len(members):8}{score:8.3f}{false:8}{fine:6}{timely / max(1, drifted):9.3f}")


def export(table: Table, shared: Table, rows: int) -> None:
    """Write the weights of each language, and those for any other."""
    weights = _differences(table)
    for lang in LANGUAGES:
        parts: dict[str, dict[str, list[int]]] = {"words": {}, "classes": {}, "shape": {}}
        words = [(key, weights[at]) for key, at in table.index.items() if key[:2] == ("words", lang)]
        words.sort(key=lambda one: (-np.abs(one[1]).max(), one[0]))
        for key, pair in sorted(words[:KEPT]):
            parts["words"][key[2]] = _hundredths(pair)
        for (part, whose, feature), at in sorted(table.index.items()):
            if part != "words" and whose == ANY:
                own = table.index.get((part, lang, feature))
                pair = weights[at] + (OWN_SHARE * weights[own] if own is not None else 0)
                parts[part][feature] = _hundredths(pair)
        _write(HERE.parent / f"src/brasstacks/language/data/{lang}/drift.json", parts, rows)
    weights = _differences(shared)
    parts = {"words": {}, "classes": {}, "shape": {}}
    for (part, _, feature), at in sorted(shared.index.items()):
        parts[part][feature] = _hundredths(weights[at])
    _write(HERE.parent / "src/brasstacks/drift/data/any.json", parts, rows)


def _differences(table: Table) -> np.ndarray:
    model = table.fit(np.arange(len(table.rows)))
    weights = np.stack([model.coef_[STALLS] - model.coef_[SERVES], model.coef_[SELF] - model.coef_[SERVES]], axis=1)
    # The shape "one" carries the intercept, so that the program needs no other constant.
    constant = np.array([model.intercept_[k] - model.intercept_[SERVES] for k in (STALLS, SELF)])
    weights[table.index["shape", ANY, "one"]] += constant / seen_features.SHAPE_WEIGHT
    return weights


def _hundredths(pair: np.ndarray) -> list[int]:
    return [round(100 * float(one)) for one in pair]


def _write(file: Path, parts: dict[str, dict[str, list[int]]], rows: int) -> None:
    about = {"made by": "training/drift_fit.py", "on": datetime.now(UTC).date().isoformat(), "rows": rows}
    text = json.dumps({"about": about, **parts}, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8")
    print(file.name, file.parent.name, len(text.encode()) // 1000, "kB", {part: len(parts[part]) for part in parts})


def main() -> None:
    """Fit, report, export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--talk", type=Path, action="append", default=[], help="another folder of labelled talk")
    parser.add_argument("--loao", action="store_true", help="leave one author out, and say how it went")
    parser.add_argument("--export", action="store_true", help="write the weights")
    asked = parser.parse_args()
    folders = [HERE, *asked.talk]
    chains = load(folders, "chains*.jsonl")
    rows = [row for raw in chains for row in rows_of(raw, targets(raw), raw["id"])]
    rows += answer_rows(load(folders, "answers*.jsonl"))
    table = Table(rows)
    print(f"{len(chains)} chains, {len(rows)} rows, {len(table.index)} features")
    if asked.loao:
        heard = left_out(table)
        report(chains, heard, lambda raw: raw["lang"])
        report(chains, heard, lambda raw: author_of(raw["author"]))
    if asked.export:
        export(table, Table(rows, words=False, own=False), len(rows))


if __name__ == "__main__":
    main()
