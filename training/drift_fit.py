"""Fit the weights of drift on the labelled chains, and say what they are worth on hands never heard.

usage: python training/drift_fit.py [--talk DIR] [--export]

Two steps. First each turn: does it gain, stall, or is it about the speaker's self? Every turn of every chain is a row;
a lexicon class, a shape or what the hearing said has a weight that all languages share and one of each language, words
have one of their language alone, and a direction among the vectors of words has one that all languages share: on export it
becomes a part of the weight of each stem. Then the chain: what the turns so far make of it (`drift/evidence.py`), fitted on the
odds that turns got from a model that never heard their hand. The figures come from the state machine itself, the chain's
weights too being fitted without the hand that is judged. `--export` writes the data files.

Needs numpy, scipy and scikit-learn, which the program does not, and the vectors that `vectors.py` writes; takes about two
minutes. Keep what it prints in `drift_report.txt`.
"""

import argparse
import base64
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from vectors import KEPT as VECTORS

from brasstacks.chain import Asked, Heard, hear
from brasstacks.drift.evidence import Chances, Evidence, Odds, numbers
from brasstacks.drift.features import see, share, text_features
from brasstacks.drift.judgement import event
from brasstacks.drift.machine import ALARMS, EARLIEST, Event, State, run
from brasstacks.drift.signals import Mark, Signals, mark
from brasstacks.drift.weights import ANY, LANES
from brasstacks.gain import Gain, gains

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src/brasstacks"
LANGUAGES = ("en", "it", "ru")
GAINS, STALLS, SELF, DRY = range(4)
"""A dry turn of a chain that is on track is an example of none of the three lanes."""
RARE = 3
"""A word's feature of fewer rows is not learned."""
FACT_WEIGHT = 2.0
"""Fact-finding talk of other trades (a doctor's visit, a user interview): few rows against many false alarms."""
TURN_C = 1.5
CHAIN_C = 0.005
OWN_SHARE = 0.5
"""How much a language's own weight of a number counts beside the one that all share."""
DIRECTIONS, SPREAD = 96, 0.15
"""So many of the main directions of the words' vectors are looked at, and how much each counts beside a word."""
KEPT = 20_000
"""Features of words kept a language, the heaviest first."""
VERDICTS = ("on_track", "stalled", "coaching")
FALSE_ALLOWED, FACTS_ALLOWED = 0.048, 0.4
"""The share of a language's on-track chains that may be warned of at its marks (8 in 170), and of fact-finding talk that
may be called coaching (to be called stalled is forgiven: it chases no goal). A model that heard only half of the
fact-finding talk is judged on the other half: with all of it, about a quarter as much is called so."""
FALSE_COSTS = 2.0
"""A share of on-track chains warned of weighs so much more than the same share of drifts noticed in time."""
MARKS = (0.4, 0.44, 0.48, 0.5, 0.52, 0.54, 0.56, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass
class Row:
    """One turn to learn from."""

    chain: dict
    target: int
    weight: float
    answer: set[str]
    question: set[str]
    numbers: dict[str, float]
    turn: Heard
    gain: Gain
    mark: Mark | None
    dont_know: bool


def hand_of(raw: dict) -> str:
    """Whose hand wrote a chain: voices 4 to 7 are one hand's in all languages, as are 8 to 12, and those after."""
    author = raw["author"]
    if is_facts(raw):  # one hand in two halves, or what it tells could never be judged
        return f"facts-{zlib.crc32(raw['id'].encode()) % 2}"
    voice = int(re.sub(r"\D", "", author))
    if voice <= 3:
        return str(voice)
    return "4to7" if voice <= 7 else "8to12" if voice <= 12 else "13to18" if voice <= 18 else str(voice)


def is_facts(raw: dict) -> bool:
    """Whether a chain is fact-finding talk of another trade."""
    return raw["author"].startswith("facts")


def targets(raw: dict) -> list[tuple[int, float]]:
    """Each turn's class and how much its label is trusted; a chain without labelled turns lends its verdict."""
    verdict, found = raw["verdict"], []
    begins = (raw["drift_turn"] or 99) - 1
    drifting = SELF if verdict == "coaching" else STALLS
    for number, turn in enumerate(raw["turns"], 1):
        if "gain" not in turn:
            if verdict == "on_track":
                found.append((GAINS, FACT_WEIGHT if is_facts(raw) else 0.7))
            else:
                found.append((drifting, 0.8) if number >= begins else (GAINS, 0.3))
        elif turn["gain"]:
            found.append((GAINS, 1.0))
        elif turn["about"] == "self":
            found.append((SELF, 1.0 if verdict == "coaching" else 0.6))
        elif verdict == "stalled":
            found.append((STALLS, 1.0))
        else:
            found.append((DRY, 1.0 if verdict == "on_track" else 0.5))
    return found


def rows_of(raw: dict) -> list[Row]:
    """The turns of a chain as rows, as the program sees them."""
    chain = hear(raw["goal"], [Asked(t["question"], t["answer"]) for t in raw["turns"]], lang=raw["lang"])
    added = gains(chain)
    return [
        Row(
            chain=raw,
            target=target,
            weight=weight,
            answer={feature for _, feature in text_features(seen.answer, "a")},
            question={feature for _, feature in text_features(seen.question, "q")},
            numbers=seen.numbers,
            turn=turn,
            gain=seen.gain,
            mark=mark(seen),
            dont_know=seen.answer.has("dont_know"),
        )
        for turn, seen, (target, weight) in zip(chain.turns, see(chain, added), targets(raw), strict=True)
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


class Kin:
    """What the stems of all languages mean, as vectors in common directions: a word that was never met is known by its kin."""

    def __init__(self) -> None:
        """Read what `vectors.py` wrote."""
        self.at: dict[str, dict[str, int]] = {}
        parts = []
        for lang in LANGUAGES:
            with np.load(VECTORS / f"{lang}.npz") as kept:
                raw = kept["vectors"].astype(np.float32)
                # A language's own middle is taken out: what is left means the same in all of them.
                parts.append(raw - raw.mean(0))
                before = sum(map(len, self.at.values()))
                self.at[lang] = {stem: before + number for number, stem in enumerate(kept["stems"].tolist())}
        whole = np.vstack(parts)
        main = whole @ np.linalg.eigh(whole.T @ whole)[1][:, ::-1][:, :DIRECTIONS]
        self.matrix = main / main.std(0) * SPREAD

    def of(self, lang: str, features: set[str]) -> np.ndarray:
        """The vectors of the stems among a text's features, summed as the features' weights are."""
        stems = sorted(self.at[lang][f[2:]] for f in features if f[1] == "=" and f[2:] in self.at[lang])
        return share(len(features)) * self.matrix[stems].sum(0)


class Turns:
    """The rows as a matrix."""

    def __init__(self, rows: list[Row], kin: Kin | None) -> None:
        """Count the features; without `kin` only what all languages share, and no words."""
        words = kin is not None
        self.rows = rows
        self.kin = kin
        self.index: dict[tuple[str, str], int] = {}
        met = Counter((row.chain["lang"], f) for row in rows for f in row.answer | row.question)
        at, column, value = [], [], []

        def put(number: int, key: tuple[str, str], amount: float) -> None:
            at.append(number)
            column.append(self.index.setdefault(key, len(self.index)))
            value.append(amount)

        for number, row in enumerate(rows):
            lang = row.chain["lang"]
            for group in (row.answer, row.question) if words else ():
                each = share(len(group))
                for feature in sorted(group):
                    if met[lang, feature] >= RARE:
                        put(number, (f"{lang} word", feature), each)
            for feature, amount in row.numbers.items():
                put(number, (ANY, feature), amount)
                if words:
                    put(number, (lang, feature), amount * OWN_SHARE)
        self.matrix = sp.csr_matrix((value, (at, column)), shape=(len(rows), len(self.index)))
        if kin is not None:
            meant = [[kin.of(row.chain["lang"], text) for text in (row.answer, row.question)] for row in rows]
            self.matrix = sp.hstack([self.matrix, np.array(meant).reshape(len(rows), -1)], format="csr")
        self.targets = np.array([row.target for row in rows])
        self.weights = np.array([row.weight for row in rows])
        self.hands = np.array([hand_of(row.chain) for row in rows])

    def fit(self, which: np.ndarray) -> np.ndarray:
        """The weights of each lane, fitted on some of the rows; the number `one` carries the intercept."""
        found = []
        for lane in range(len(LANES)):
            mine = self.targets[which] == lane
            weight = self.weights[which].copy()
            for side in (mine, ~mine):
                weight[side] *= weight.sum() / 2 / weight[side].sum()
            model = LogisticRegression(C=TURN_C, solver="liblinear", dual=True, tol=0.02, max_iter=300, random_state=1)
            model.fit(self.matrix[which], mine, sample_weight=weight)
            found.append(model.coef_[0])
            found[-1][self.index[ANY, "one"]] += model.intercept_[0] / self.rows[0].numbers["one"]
        return np.stack(found, axis=1)

    def left_out(self) -> np.ndarray:
        """The lanes of every row, by a model that never heard its hand."""
        found = np.zeros((len(self.rows), len(LANES)))
        for hand in sorted(set(self.hands)):
            out = self.hands == hand
            found[out] = self.matrix[out] @ self.fit(np.flatnonzero(~out))
        return found


def events(rows: list[Row], lanes: np.ndarray) -> dict[str, list[Event]]:
    """The turns of each chain as the machine takes them, facts included."""
    found = defaultdict(list)
    for row, (gaining, stalls, inside) in zip(rows, lanes, strict=True):
        odds = Odds.clipped(float(stalls - gaining), float(inside - gaining))
        signal = Signals(odds, row.mark, dont_know=row.dont_know, asks_inside=False)
        found[row.chain["id"]].append(event(row.turn, signal, row.gain))
    return found


class Prefixes:
    """Every beginning of every chain, as the machine would weigh it."""

    def __init__(self, raws: list[dict], heard: dict[str, list[Event]]) -> None:
        """Let the machine say which turns count after each turn."""
        self.places: list[tuple[str, int]] = []
        table, targets, weights, hands = [], [], [], []
        for raw in raws:
            counted: list[Evidence] = []

            def keep(turns: Evidence, counted: list = counted) -> Chances:
                counted.append(turns)
                return Chances(0.0, 0.0)

            row = heard[raw["id"]]
            before = 0
            for number in range(1, len(row) + 1):
                counted.clear()
                run(row[:number], keep, (1.0, 1.0))
                if not counted or counted[-1].count == before:
                    continue
                before = counted[-1].count
                self.places.append((raw["id"], before))
                self.names = list(numbers(counted[-1]))
                table.append(list(numbers(counted[-1]).values()))
                target, weight = chain_target(raw, number)
                targets.append(target)
                weights.append(weight if number > 1 else 0.0)
                hands.append(hand_of(raw))
        self.table, self.targets = np.array(table), np.array(targets)
        self.weights, self.hands = np.array(weights), np.array(hands)

    def fit(self, which: np.ndarray) -> np.ndarray:
        """The weights for `stalled` and `coaching` against on track, fitted on some of the beginnings."""
        spread = self.table.std(axis=0)
        spread[spread < 1e-6] = 1.0
        model = LogisticRegression(C=CHAIN_C, max_iter=1000)
        model.fit(self.table[which] / spread, self.targets[which], sample_weight=self.weights[which])
        weights = (model.coef_ / spread).T
        weights[self.names.index("one")] += model.intercept_
        return weights[:, 1:] - weights[:, :1]

    def chances(self, which: np.ndarray, weights: np.ndarray) -> dict[tuple[str, int], Chances]:
        """The chances of some of the beginnings."""
        scores = np.exp(self.table[which] @ weights)
        shares = scores / (1 + scores.sum(axis=1, keepdims=True))
        return {self.places[at]: Chances(*map(float, one)) for at, one in zip(which, shares, strict=True)}

    def left_out(self) -> dict[tuple[str, int], Chances]:
        """The chances of every beginning, by weights that never saw its hand."""
        found: dict[tuple[str, int], Chances] = {}
        for hand in sorted(set(self.hands)):
            out = self.hands == hand
            found |= self.chances(np.flatnonzero(out), self.fit(np.flatnonzero(~out)))
        return found


def chain_target(raw: dict, number: int) -> tuple[int, float]:
    """What a chain is after a turn, and how much that counts: a turn before it was noticed, either would do."""
    if raw["verdict"] == "on_track":
        return 0, 1.0
    late = number - raw["drift_turn"]
    if late < -1:
        return 0, 1.0
    return VERDICTS.index(raw["verdict"]), 0.2 if late == -1 else 1.0 if late <= 2 else 0.5


@dataclass
class Judged:
    """A chain as the machine judged it."""

    raw: dict
    verdict: str
    noticed: int | None
    coached: bool
    """Whether it was called coaching after any turn."""

    @property
    def false(self) -> bool:
        """Whether it was warned of a chain that is on track."""
        return self.raw["verdict"] == "on_track" and self.noticed is not None


def judged(raws: list[dict], heard: dict[str, list[Event]], chances: dict, full: tuple[float, float]) -> list[Judged]:
    """What the machine says of every chain."""
    found = []
    for raw in raws:
        standings = run(heard[raw["id"]], lambda turns, raw=raw: chances[raw["id"], turns.count], full)
        states = [standing.state for standing in standings]
        noticed = next((n for n, state in enumerate(states, 1) if state in ALARMS), None)
        verdict = "on_track" if states[-1] is State.WATCH else states[-1].value
        found.append(Judged(raw, verdict, noticed, coached=State.COACHING in states))
    return found


def measures(rows: list[Judged]) -> tuple[float, float, float, float]:
    """Macro-F1 of the verdict; shares of on-track chains warned of, of drifts noticed within a turn, and at all."""
    fine = [one for one in rows if one.raw["verdict"] == "on_track"]
    bad = [one for one in rows if one.raw["verdict"] != "on_track"]
    timely = sum(one.noticed is not None and abs(one.noticed - one.raw["drift_turn"]) <= 1 for one in bad)
    noticed = sum(one.noticed is not None for one in bad)
    gold, got = [one.raw["verdict"] for one in rows], [one.verdict for one in rows]
    score = f1_score(gold, got, average="macro", labels=VERDICTS, zero_division=0)
    return (
        score,
        sum(one.false for one in fine) / max(1, len(fine)),
        timely / max(1, len(bad)),
        noticed / max(1, len(bad)),
    )


def choose(judge: Callable[[tuple[float, float]], list[Judged]]) -> tuple[float, float]:
    """The marks at which most drifts are noticed in time and judged right, false alarms within what is allowed."""
    best = (-9.0, (0.9, 0.9))
    for stalled in MARKS:
        for coaching in MARKS:
            rows = judge((stalled, coaching))
            score, false, timely, _ = measures([one for one in rows if not is_facts(one.raw)])
            coached = [one.coached for one in rows if is_facts(one.raw)]
            facts = sum(coached) / max(1, len(coached))
            worth = score + timely - FALSE_COSTS * false
            worth -= 10 * max(0.0, false - FALSE_ALLOWED) + 5 * max(0.0, facts - FACTS_ALLOWED)
            best = max(best, (worth, (stalled, coaching)))
    return best[1]


def report(rows: list[Judged], group: Callable[[dict], str]) -> dict[str, list[float]]:
    """Print the measures of the evaluation, a line a group, and give them."""
    groups = defaultdict(list)
    for one in rows:
        groups[group(one.raw)].append(one)
    print(f"{'':10}{'chains':>8}{'F1':>8}{'false':>8}{'in time':>9}{'at all':>8}")
    found = {}
    for name, members in sorted(groups.items()):
        found[name] = [round(one, 3) for one in measures(members)]
        false = f"{sum(one.false for one in members)}/{sum(one.raw['verdict'] == 'on_track' for one in members)}"
        print(f"{name:10}{len(members):8}{found[name][0]:8.3f}{false:>8}{found[name][2]:9.3f}{found[name][3]:8.3f}")
    return found


def about(rows: int, **more: object) -> dict[str, object]:
    """Where a data file comes from."""
    return {"made by": "training/drift_fit.py", "on": datetime.now(UTC).date().isoformat(), "rows": rows, **more}


def packed(raw: bytes) -> str:
    """Bytes as `language.model.Table` unpacks them."""
    return base64.b64encode(zlib.compress(raw, 9)).decode()


def table(weights: dict[str, np.ndarray]) -> dict:
    """The words' weights in small whole numbers, the weightiest `KEPT`."""
    heavy = sorted(weights, key=lambda name: (-np.ptp(weights[name]), name))[:KEPT]
    names = sorted(heavy)
    full = np.array([weights[name] for name in names]).reshape(-1, len(LANES))
    steps = [
        float(f"{np.quantile(abs(full[:, lane]), 0.9995) / 127:.5g}") if names else 1.0 for lane in range(len(LANES))
    ]
    whole = np.clip(np.rint(full / steps), -127, 127).astype(int) + 128
    return {
        "names": packed("\n".join(names).encode()),
        "weights": packed(whole.astype(np.uint8).tobytes()),
        "steps": steps,
    }


def export_turns(turns: Turns) -> None:
    """Write the weights of each language, and those for any other."""
    weights = turns.fit(np.arange(len(turns.rows)))
    of = {key: weights[at] for key, at in turns.index.items()}
    kin, by_kin = turns.kin, weights[len(turns.index) :].reshape(2, DIRECTIONS, len(LANES))
    for lang in LANGUAGES:
        words = {feature: one for (whose, feature), one in of.items() if whose == f"{lang} word"}
        for prefix, along in zip("aq", by_kin, strict=True):
            for stem, at in kin.at[lang].items():
                feature = f"{prefix}={stem}"
                words[feature] = words.get(feature, 0.0) + kin.matrix[at] @ along
        shared = {
            feature: one + OWN_SHARE * of.get((lang, feature), 0.0)
            for (whose, feature), one in of.items()
            if whose == ANY
        }
        write(SOURCE / f"language/data/{lang}/drift.json", turns, words, shared)
    without = Turns(turns.rows, None)
    weights = without.fit(np.arange(len(turns.rows)))
    write(SOURCE / "drift/data/any.json", turns, {}, {f: weights[at] for (_, f), at in without.index.items()})


def write(file: Path, turns: Turns, words: dict[str, np.ndarray], shared: dict[str, np.ndarray]) -> None:
    """Write the weights of one language."""
    data = {
        "about": about(len(turns.rows)),
        "words": table(words),
        "numbers": {name: [round(float(one), 2) for one in shared[name]] for name in sorted(shared)},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8")
    print(file.parent.name, file.name, len(text.encode()) // 1000, "kB")


def main() -> None:
    """Fit, report, export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--talk", type=Path, action="append", default=[], help="another folder of labelled talk")
    parser.add_argument("--export", action="store_true", help="write the weights")
    asked = parser.parse_args()
    chains = load([HERE, *asked.talk], "chains*.jsonl")
    turns = Turns([row for raw in chains for row in rows_of(raw)], Kin())
    print(f"{len(chains)} chains, {len(turns.rows)} turns, {len(turns.index)} features")
    heard = events(turns.rows, turns.left_out())
    prefixes = Prefixes(chains, heard)
    chances = prefixes.left_out()
    full, rows = {ANY: choose(lambda marks: judged(chains, heard, chances, marks))}, []
    for lang in LANGUAGES:
        mine = [raw for raw in chains if raw["lang"] == lang]
        full[lang] = choose(lambda marks, mine=mine: judged(mine, heard, chances, marks))
        rows += judged(mine, heard, chances, full[lang])
    print(f"full at {full}, from turns {tuple(EARLIEST.values())} on")
    talk = [one for one in rows if not is_facts(one.raw)]
    report(rows, hand_of)
    report(talk, lambda raw: raw["lang"])
    figures = report(talk, lambda _: "all")["all"]
    if asked.export:
        export_turns(turns)
        weights = prefixes.fit(np.arange(len(prefixes.targets)))
        names = ("verdict macro-F1", "false alarms", "noticed within a turn", "noticed at all")
        data = {
            "about": about(len(prefixes.targets), **{"hands left out": dict(zip(names, figures, strict=True))}),
            "full": full,
            "weights": {
                n: [round(float(one), 4) for one in pair] for n, pair in zip(prefixes.names, weights, strict=True)
            },
        }
        file = SOURCE / "drift/data/chain.json"
        file.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
