"""Learn from the labelled talk and write the data files of each language.

usage: fit.py [--talk FOLDER] [--lexicons FOLDER] [--keep N] [--keep-learnt FILE | --learnt FILE]

`--talk` adds a folder of labelled rows to those beside this script.
"""

import argparse
import json
import pickle
from datetime import UTC, datetime
from pathlib import Path

import learn
import numpy as np
import score
import vectors
from joblib import Parallel, delayed
from learn import FACETS, LEVELS, Final, Language
from talk import answers, default_files, look

from brasstacks.language import lexicon as lexicons
from brasstacks.language.ear import found_at
from brasstacks.language.model import DENSE_LANES, LANES, TEXT_LANES, TOKEN_LANES, packed
from brasstacks.language.profiles import grams_of
from brasstacks.language.tokens import tokens

DATA = Path(__file__).parent.parent / "src/brasstacks/language/data"
LANGS = ("en", "it", "ru")
DEAR = 3.0
"""What an answer two steps off costs, in macro-F1: trust, so that at most one in a hundred is borne."""
AS_GOOD = 0.005
"""By so much the F1 of two thresholds for the findings may differ and both be as good: less than a hand more or less moves it."""
STEPS = 127
"""How many steps a weight has each way: with half as many, the levels are heard a little worse (0.007)."""


def out_of_hand(folder: Path, rows):
    """Everything that is learned before the final judgement, out of hand."""
    look(rows, lexicons.load(folder))
    data = Language(rows, vectors.load(rows[0].lang))
    base = learn.learn_base(data)
    chances, used = learn.learn_tokens(data, base)
    return data, base, chances, used, learn.all_evidence(data, base, chances)


FREE_MARKERS = frozenset({"1", "2", "3", "13-18", "21-22"})
"""The hands that the findings' threshold is chosen on: they marked all that they heard, the others a term an answer."""
SHORT_ONLY = frozenset({"19", "20"})
"""Hands that wrote nothing but short answers: learned from, never chosen by."""


def by_hand(hands: np.ndarray, measure, among: frozenset[str] | None = None) -> float:
    """The mean of a measure over the hands, so that a hand with many voices counts once: what matters is the next one."""
    counted = sorted(set(hands) - SHORT_ONLY if among is None else set(hands) & among)
    return float(np.mean([measure(hands == one) for one in counted]))


def levels_of(shares: np.ndarray, partial: float, concrete: float) -> np.ndarray:
    """The likeliest level of each row, the levels' chances weighed."""
    return (shares * [1.0, partial, concrete]).argmax(1)


def level_choice(levels, shares, hands) -> dict[str, float]:
    """How to weigh the levels' chances, all languages together: the best macro-F1, two steps off being dear."""
    best: tuple[float, dict[str, float]] = (-1.0, {})
    for partial in (0.9, 1.0, 1.1, 1.2):  # beyond, a grounded answer without a number becomes partial
        for concrete in (0.8, 0.9, 1.0, 1.1):
            got = levels_of(shares, partial, concrete)
            worth = by_hand(hands, lambda held, got=got: score.macro(levels[held], got[held]))
            far = by_hand(hands, lambda held, got=got: float(np.mean(abs(levels[held] - got[held]) == 2)))
            worth -= DEAR * far
            if worth > best[0]:
                best = (worth, {"partial": partial, "concrete": concrete})
    return best[1]


def finding_places(data: Language, chances: np.ndarray, cut: float):
    """The places of the findings of each row at a threshold."""
    out = []
    for at, row in enumerate(data.rows):
        part = chances[data.slice(at)]
        runs = found_at(row.document, part, cut)
        out.append([(row.document.tokens[a].start, row.document.tokens[b].end) for a, b in runs])
    return out


def facet_choice(labels: np.ndarray, raw: np.ndarray, hands: np.ndarray) -> float:
    """The threshold that gives the best F1 of a facet on the mean of the hands."""
    best = (-1.0, 0.0)
    for cut in np.quantile(raw, np.linspace(0.3, 0.98, 60)):
        best = max(best, (facet_figure(labels, raw, hands, cut), float(cut)))
    return best[1]


def facet_figure(labels: np.ndarray, raw: np.ndarray, hands: np.ndarray, cut: float) -> float:
    """The F1 of a facet at a threshold, on the mean of the hands.

    The hands that mark few facets count, too: chosen without them, a "why" is heard four times as often as it is there.
    """
    return by_hand(hands, lambda held: score.f1(labels[held], raw[held] > cut))


def finding_choice(data: Language, gold, chances: np.ndarray) -> tuple[float, float]:
    """The F1 of the findings, on the mean of the hands, and the threshold that gives it.

    About its top the F1 is flat. Of the thresholds that are all but as good as the best, the lowest is taken: it finds more.
    """
    figures = []
    for cut in np.arange(0.16, 0.52, 0.02):
        got = finding_places(data, chances, cut)

        def measure(held: np.ndarray, got=got) -> float:
            at = np.flatnonzero(held)
            return score.findings([gold[one] for one in at], [got[one] for one in at])[2]

        figures.append((by_hand(data.hands, measure, FREE_MARKERS), float(cut)))
    best = max(figures)[0]
    return next(one for one in figures if one[0] >= best - AS_GOOD)


def dimensions(lane: str) -> int:
    """How much of a word's vector a lane looks at; its weights come last."""
    return vectors.DIMENSIONS if lane in TEXT_LANES else learn.TOKEN_DIMENSIONS if lane == "token.finding" else 0


def table(data: Language, models: dict[str, learn.Linear], keep: int) -> tuple[list[str], bytes, list[float]]:
    """All lanes' weights by feature, in small whole numbers; the weightiest `keep` rows."""
    names: dict[str, int] = {}
    stems = ["=" + stem for stem in data.vectors.stems]
    for name in (*data.word_names.names, *data.token_names.names, *stems):
        names.setdefault(name, len(names))
    full = np.zeros((len(names), len(LANES)))
    of_stems = np.array([names[stem] for stem in stems])
    for lane, model in models.items():
        vocabulary = data.word_names if lane in TEXT_LANES else data.token_names
        rows = np.array([names[name] for name in vocabulary.names])
        full[rows, LANES.index(lane)] = model.weights[: len(rows)]
        of_vector = model.weights[-dimensions(lane) :] if dimensions(lane) else np.zeros(0)
        full[of_stems, LANES.index(lane)] += data.vectors.matrix[:, : len(of_vector)] @ of_vector
    scale = np.array([max(1e-9, np.quantile(abs(full[full[:, at] != 0, at]), 0.9995)) for at in range(len(LANES))])
    worth = abs(full / scale).max(1)
    order = np.sort(np.argsort(-worth)[:keep])
    steps = scale / STEPS
    whole = np.clip(np.rint(full[order] / steps), -127, 127).astype(int) + 128
    listed = list(names)
    return [listed[at] for at in order], whole.astype(np.uint8).tobytes(), [float(f"{step:.5g}") for step in steps]


def learnt(lexica: Path = DATA, talk: str = ""):
    """By language, what `out_of_hand` gives."""
    rows = answers(default_files(talk))
    parts = [(lang, [row for row in rows if row.lang == lang]) for lang in LANGS]
    return dict(
        zip(LANGS, Parallel(n_jobs=2)(delayed(out_of_hand)(lexica / lang, mine) for lang, mine in parts), strict=True)
    )


def main() -> None:
    """Learn, print the figures, write the files."""
    options = argparse.ArgumentParser()
    options.add_argument("--talk", default="")
    options.add_argument("--lexicons", default=str(DATA))
    options.add_argument("--keep", type=int, default=32_000, help="features a language, the weightiest")
    options.add_argument("--keep-learnt", default="", help="a file for what was learned out of hand, to try things on")
    options.add_argument("--learnt", default="", help="such a file, to choose thresholds and write the files only")
    options = options.parse_args()
    if options.learnt:
        export(pickle.loads(Path(options.learnt).read_bytes()), options.keep)  # noqa: S301 - one's own file
        return
    found = learnt(Path(options.lexicons), options.talk)
    if options.keep_learnt:
        Path(options.keep_learnt).write_bytes(pickle.dumps(found))
    export(found, options.keep)


def final_judgement(final: Final, hands: np.ndarray, levels: np.ndarray, facets: np.ndarray, jobs: int):
    """Out-of-hand chances of the levels and scores of the facets; then the models of all rows."""
    matrix = final.matrix
    folds = [*(hands != hand for hand in sorted(set(hands))), np.ones(len(hands), bool)]
    models = Parallel(n_jobs=jobs)(
        delayed(learn.fit_levels)(matrix[use], levels[use])
        if at is None
        else delayed(learn.fit_facet)(matrix[use], facets[use, at])
        for use in folds
        for at in (None, *range(len(FACETS)))
    )
    shares, raw = np.zeros((len(levels), len(LEVELS))), np.zeros(facets.shape)
    for number, use in enumerate(folds[:-1]):
        of_level, *of_facets = models[number * (len(FACETS) + 1) :][: len(FACETS) + 1]
        shares[~use] = of_level.predict_proba(matrix[~use])
        raw[~use] = np.stack([model.score(matrix[~use]) for model in of_facets], 1)
    return shares, raw, models[-len(FACETS) - 1], models[-len(FACETS) :]


def choices(data: Language, weighed: dict[str, float], common, chances, facets, shares, raw) -> tuple[dict, dict]:
    """The thresholds of one language, and its out-of-hand figures with them.

    A facet's threshold lies midway between the language's own best and the `common` one of all languages: on a hand that
    had no part in choosing, that is better than either.
    """
    choice = dict(weighed)
    got = levels_of(shares, **weighed)
    figures = {
        "level": by_hand(data.hands, lambda held: score.macro(data.levels[held], got[held])),
        "two steps off": by_hand(data.hands, lambda held: float(np.mean(abs(data.levels - got)[held] == 2))),
    }
    gold = [row.places(row.terms) for row in data.rows]
    figures["findings"], choice["finding"] = finding_choice(data, gold, chances["token.finding"])
    for at, facet in enumerate(FACETS):
        cut = (facet_choice(facets[:, at], raw[:, at], data.hands) + common[at]) / 2
        choice[f"facet.{facet}"] = cut
        figures[f"facet {facet}"] = facet_figure(facets[:, at], raw[:, at], data.hands, cut)
    figures["facets"] = float(np.mean([figures[f"facet {facet}"] for facet in FACETS]))
    return {name: round(value, 4) for name, value in choice.items()}, figures


def learnt_from_all(data: Language, base, used) -> dict[str, learn.Linear]:
    """The lanes, learned from every row."""
    everyone = np.ones(len(data.rows), bool)
    models = {lane: learn.fit_text(data, everyone, lane) for lane in TEXT_LANES}
    for lane in TOKEN_LANES:
        labels, known = used[lane]
        models[lane] = learn.fit_token(data, learn.lane_matrix(data, base, lane), labels, known, everyone)
    return models


def signals_of(data: Language, models: dict[str, learn.Linear]) -> dict[str, tuple[float, dict[str, float]]]:
    """For each lane its bias and what it adds for each signal."""
    dense = {}
    for lane in TEXT_LANES:
        tail = models[lane].weights[len(data.word_names.names) : -dimensions(lane)] * learn.DENSE_SCALE
        dense[lane] = models[lane].bias, dict(zip(data.dense_names.names, tail, strict=True))
    for lane in TOKEN_LANES:
        tail = models[lane].weights[len(data.token_names.names) :][: len(TEXT_LANES)]
        dense[lane] = models[lane].bias, dict(zip(TEXT_LANES, tail, strict=True))
    return dense


def export(learnt, keep: int, jobs: int = 2) -> None:
    """The final judgement, the thresholds, the files."""
    langs = np.array([lang for lang in LANGS for _ in learnt[lang][4]])
    hands = np.concatenate([learnt[lang][0].hands for lang in LANGS])
    levels = np.concatenate([learnt[lang][0].levels for lang in LANGS])
    facets = np.array([[row.facets[f] for f in FACETS] for lang in LANGS for row in learnt[lang][0].rows], bool)
    final = Final([e for lang in LANGS for e in learnt[lang][4]], list(langs))
    shares, raw, of_level, of_facets = final_judgement(final, hands, levels, facets, jobs)
    weighed = level_choice(levels, shares, hands)
    common = [facet_choice(facets[:, at], raw[:, at], hands) for at in range(len(FACETS))]
    chosen = {}
    for lang in LANGS:
        data, mine = learnt[lang][0], langs == lang
        chosen[lang] = choices(data, weighed, common, learnt[lang][2], facets[mine], shares[mine], raw[mine])
        print(lang, {k: round(v, 3) for k, v in chosen[lang][1].items()}, chosen[lang][0], flush=True)
    fitted = Parallel(n_jobs=jobs)(delayed(learnt_from_all)(learnt[lang][0], *learnt[lang][1:4:2]) for lang in LANGS)
    for lang, models in zip(LANGS, fitted, strict=True):
        data, (choice, figures) = learnt[lang][0], chosen[lang]
        dense = signals_of(data, models)
        for at, level in enumerate(LEVELS):
            dense[f"final.level.{level}"] = final.export(of_level.intercept_[at], of_level.coef_[at], lang)
        for at, facet in enumerate(FACETS):
            dense[f"final.facet.{facet}"] = final.export(of_facets[at].bias, of_facets[at].weights, lang)
        names, rows, steps = table(data, models, keep)
        about = {
            "source": "training/answers*.jsonl, written and labelled for this project",
            "date": datetime.now(UTC).date().isoformat(),
            "rows": len(data.rows),
            "hands": len(set(data.hands)),
            "out_of_hand": {name: round(value, 3) for name, value in figures.items()},
        }
        folder = DATA / lang
        folder.mkdir(exist_ok=True)
        _write(folder / "model.json", {"about": about, "choice": choice, "steps": steps}, indent=1)
        signals = sorted({name for _, weights in dense.values() for name in weights})
        numbers = [[dense[lane][0], *(dense[lane][1].get(name, 0.0) for name in signals)] for lane in DENSE_LANES]
        parts = ("\n".join(names).encode(), rows, "\n".join(signals).encode(), np.array(numbers, "<f2").tobytes())
        (folder / "weights.bin").write_bytes(packed(parts))
        _write(folder / "profile.json", profile_of(data), separators=(",", ":"))
        lexicons.fold(folder)


def profile_of(data: Language) -> dict[str, int]:
    """How often each three letters stand in the words of a language."""
    texts = [text for row in data.rows for text in (row.text, row.question)]
    words = [token.norm for text in texts for token in tokens(text) if token.norm[0].isalpha()]
    return {gram: times for gram, times in sorted(grams_of(words).items()) if times > 1}


def _write(file: Path, data: dict, **how) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, **how) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
