"""Learn from the labelled talk and write the data files of each language.

usage: fit.py [--talk FOLDER] [--lexicons FOLDER] [--quick]

`--talk` adds a folder of labelled rows to those beside this script.
"""

import argparse
import base64
import json
import pickle
import zlib
from datetime import UTC, datetime
from pathlib import Path

import learn
import numpy as np
import score
from joblib import Parallel, delayed
from learn import FACETS, LEVELS, Final, Language, choose, logistic
from talk import answers, default_files, look

from brasstacks.language import lexicon as lexicons
from brasstacks.language.ear import found_at
from brasstacks.language.model import LANES, TEXT_LANES, TOKEN_LANES
from brasstacks.language.profiles import grams_of
from brasstacks.language.tokens import tokens

DATA = Path(__file__).parent.parent / "src/brasstacks/language/data"
LANGS = ("en", "it", "ru")
FINAL_FACET_C = 0.001


def out_of_author(folder: Path, rows):
    """Everything that is learned before the final judgement, out of author."""
    look(rows, lexicons.load(folder))
    data = Language(rows)
    base = learn.learn_base(data)
    chances, used = learn.learn_tokens(data, base)
    return data, base, chances, used, learn.all_evidence(data, base, chances)


def hand(author: str) -> str:
    """Whose hand wrote an author's rows: voices 4 to 7 of a language are one hand's, as are 8 to 12, and 13 on."""
    lang, _, number = author.partition("-")
    if int(number) <= 3:
        return author
    return f"{lang}-{'4 to 7' if int(number) <= 7 else '8 to 12' if int(number) <= 12 else '13 to 18'}"


def by_hand(hands: np.ndarray, measure) -> float:
    """The mean of a measure over the hands, so that a hand with many voices counts once: what matters is the next one."""
    return float(np.mean([measure(hands == one) for one in sorted(set(hands))]))


def level_choice(levels, shares, hands) -> tuple[dict[str, float], np.ndarray]:
    """How to weigh the levels' chances: the best macro-F1 less the share that is two steps off."""
    best = (-1.0, {}, None)
    for partial in (0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.7):
        for concrete in (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4):
            got = (shares * [1.0, partial, concrete]).argmax(1)
            worth = by_hand(hands, lambda held, got=got: score.macro(levels[held], got[held]))
            worth -= float(np.mean(abs(levels - got) == 2))
            if worth > best[0]:
                best = (worth, {"partial": partial, "concrete": concrete}, got)
    return best[1], best[2]


def finding_places(data: Language, chances: np.ndarray, cut: float):
    """The places of the findings of each row at a threshold."""
    out = []
    for at, row in enumerate(data.rows):
        part = chances[data.slice(at)]
        runs = found_at(row.document, part, cut)
        out.append([(row.document.tokens[a].start, row.document.tokens[b].end) for a, b in runs])
    return out


def finding_choice(data: Language, gold, chances: np.ndarray, hands: np.ndarray) -> tuple[float, float]:
    """The F1 of the findings at the threshold that is best on the mean of the first three hands, and the threshold.

    The later hands mark 0.9 terms an answer, the first three 1.0 to 1.7; these marked without knowing of each other.
    """
    first = np.array(["to" not in one for one in hands])
    best = (-1.0, 0.0, 0.0)
    for cut in np.arange(0.21, 0.52, 0.02):
        got = finding_places(data, chances, cut)

        def measure(held: np.ndarray, got=got) -> float:
            at = np.flatnonzero(held)
            return score.findings([gold[one] for one in at], [got[one] for one in at])[2]

        worth = np.mean([measure(hands == one) for one in sorted(set(hands[first]))])
        best = max(best, (float(worth), float(cut), score.findings(gold, got)[2]))
    return best[2], best[1]


def packed(raw: bytes) -> str:
    """Bytes as `model.Table.from_json` unpacks them."""
    return base64.b64encode(zlib.compress(raw, 9)).decode()


def table(data: Language, models: dict[str, learn.Linear], keep: int) -> dict:
    """All lanes' weights by feature, in small whole numbers; the weightiest `keep` rows."""
    names: dict[str, int] = {}
    for name in (*data.word_names.names, *data.token_names.names):
        names.setdefault(name, len(names))
    full = np.zeros((len(names), len(LANES)))
    for lane, model in models.items():
        vocabulary = data.word_names if lane in TEXT_LANES else data.token_names
        rows = np.array([names[name] for name in vocabulary.names])
        full[rows, LANES.index(lane)] = model.weights[: len(rows)]
    scale = np.array([max(1e-9, np.quantile(abs(full[full[:, at] != 0, at]), 0.9995)) for at in range(len(LANES))])
    worth = abs(full / scale).max(1)
    order = np.sort(np.argsort(-worth)[:keep])
    steps = scale / 127
    whole = np.clip(np.rint(full[order] / steps), -127, 127).astype(int) + 128
    listed = list(names)
    return {
        "names": packed("\n".join(listed[at] for at in order).encode()),
        "weights": packed(whole.astype(np.uint8).tobytes()),
        "steps": [float(f"{step:.5g}") for step in steps],
    }


def main() -> None:
    """Learn, print the figures, write the files."""
    options = argparse.ArgumentParser()
    options.add_argument("--talk", default="")
    options.add_argument("--lexicons", default=str(DATA))
    options.add_argument("--keep", type=int, default=32_000, help="features a language, the weightiest")
    options.add_argument(
        "--keep-learnt", default="", help="a file for what was learned out of author, to try things on"
    )
    options.add_argument("--learnt", default="", help="such a file, to choose thresholds and write the files only")
    options = options.parse_args()
    if options.learnt:
        export(pickle.loads(Path(options.learnt).read_bytes()), options.keep)  # noqa: S301 - one's own file
        return
    rows = answers(default_files(options.talk))
    parts = [(lang, [row for row in rows if row.lang == lang]) for lang in LANGS]
    done = Parallel(n_jobs=2)(delayed(out_of_author)(Path(options.lexicons) / lang, mine) for lang, mine in parts)
    learnt = dict(zip(LANGS, done, strict=True))
    if options.keep_learnt:
        Path(options.keep_learnt).write_bytes(pickle.dumps(learnt))
    export(learnt, options.keep)


def export(learnt, keep) -> None:
    """The final judgement, the thresholds, the files."""
    evidence = [e for lang in LANGS for e in learnt[lang][4]]
    langs = np.array([lang for lang in LANGS for _ in learnt[lang][4]])
    authors = np.concatenate([learnt[lang][0].authors for lang in LANGS])
    levels = np.concatenate([learnt[lang][0].levels for lang in LANGS])
    facets = np.array([[row.facets[f] for f in FACETS] for lang in LANGS for row in learnt[lang][0].rows], bool)
    final = Final(evidence, list(langs))
    shares = np.zeros((len(levels), 3))
    raw = np.zeros(facets.shape)
    for author in sorted(set(authors)):
        held = authors == author
        shares[held] = learn.fit_levels(final.matrix[~held], levels[~held]).predict_proba(final.matrix[held])
        for at in range(len(FACETS)):
            raw[held, at] = logistic(final.matrix[~held], facets[~held, at], FINAL_FACET_C).score(final.matrix[held])
    level_model = learn.fit_levels(final.matrix, levels)
    facet_models = [logistic(final.matrix, facets[:, at], FINAL_FACET_C) for at in range(len(FACETS))]
    for lang in LANGS:
        data, base, chances, used, _ = learnt[lang]
        mine = langs == lang
        hands = np.array([hand(author) for author in data.authors])
        choice, got = level_choice(levels[mine], shares[mine], hands)
        figures = {
            "level": score.macro(levels[mine], got),
            "two steps off": float(np.mean(abs(levels[mine] - got) == 2)),
        }
        gold = [row.places(row.terms) for row in data.rows]
        tried = [
            (score.findings(gold, finding_places(data, chances["token.finding"], cut))[2], cut)
            for cut in np.arange(0.25, 0.5, 0.02)
        ]
        figures["findings"], cut = max(tried)
        choice["finding"] = round(float(cut), 3)
        for at, facet in enumerate(FACETS):
            cut = choose(facets[mine, at], raw[mine, at], hands)
            choice[f"facet.{facet}"] = round(cut, 4)
            figures[f"facet {facet}"] = score.f1(facets[mine, at], raw[mine, at] > cut)
        figures["facets"] = float(np.mean([figures[f"facet {facet}"] for facet in FACETS]))
        print(lang, {k: round(v, 3) for k, v in figures.items()}, choice)
        everyone = np.ones(len(data.rows), bool)
        matrix = learn.lane_matrix(data, base)
        models = {lane: learn.fit_text(data, everyone, lane) for lane in TEXT_LANES}
        for lane in TOKEN_LANES:
            labels, known = used[lane]
            models[lane] = learn.fit_token(data, matrix, labels, known, everyone)
        dense = {}
        for lane in TEXT_LANES:
            tail = models[lane].weights[len(data.word_names.names) :] * learn.DENSE_SCALE
            dense[lane] = _dense(models[lane].bias, dict(zip(data.dense_names.names, tail, strict=True)))
        for lane in TOKEN_LANES:
            tail = models[lane].weights[len(data.token_names.names) :]
            dense[lane] = _dense(models[lane].bias, dict(zip(TEXT_LANES, tail, strict=True)))
        for at, level in enumerate(LEVELS):
            dense[f"final.level.{level}"] = _dense(
                *final.export(level_model.intercept_[at], level_model.coef_[at], lang)
            )
        for at, facet in enumerate(FACETS):
            dense[f"final.facet.{facet}"] = _dense(*final.export(facet_models[at].bias, facet_models[at].weights, lang))
        about = {
            "source": "training/answers*.jsonl, written and labelled for this project",
            "date": datetime.now(UTC).date().isoformat(),
            "rows": len(data.rows),
            "authors": len(set(data.authors)),
            "out_of_author": {name: round(value, 3) for name, value in figures.items()},
        }
        whole = {"about": about, "choice": choice, "dense": dense, "table": table(data, models, keep)}
        folder = DATA / lang
        folder.mkdir(exist_ok=True)
        (folder / "model.json").write_text(json.dumps(whole, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        words = [
            token.norm
            for row in data.rows
            for text in (row.text, row.question)
            for token in tokens(text)
            if token.norm[0].isalpha()
        ]
        profile = {gram: times for gram, times in sorted(grams_of(words).items()) if times > 1}
        (folder / "profile.json").write_text(
            json.dumps(profile, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", encoding="utf-8"
        )


def _dense(bias: float, weights: dict[str, float]) -> dict:
    return {
        "bias": round(float(bias), 5),
        "weights": {n: round(float(w), 5) for n, w in weights.items() if abs(w) > 5e-6},
    }


if __name__ == "__main__":
    main()
