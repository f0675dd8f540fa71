"""Figures for the page beside this: learning curves, and what each group of features gains.

usage: report.py [--lexicons FOLDER] curve | groups | kinds

All figures leave one hand out at a time: the rows of whoever wrote the rows that are judged were not learned from.
To be quick they are of the first step alone (the level and the facets from the words and counts of a text, the findings
from each word and its neighbours), so they lie a little below those of `fit.py`.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import learn
import numpy as np
import score
import vectors
from fit import DATA, LANGS, finding_places
from learn import FACETS, LEVELS, Language, logistic, sigmoid
from scipy.sparse import csr_matrix, hstack
from talk import answers, default_files, look

from brasstacks.language import lexicon as lexicons


def loaded(folder: Path) -> dict[str, Language]:
    """The talk of each language, as matrices."""
    rows = answers(default_files())
    out = {}
    for lang in LANGS:
        mine = [row for row in rows if row.lang == lang]
        look(mine, lexicons.load(folder / lang))
        out[lang] = Language(mine, vectors.load(lang))
    return out


def level_figure(data: Language, hands: np.ndarray, train: Callable[[np.ndarray], np.ndarray], columns=None) -> float:
    """Level macro-F1, each hand judged by what was learned from `train` of the others."""
    matrix = data.text if columns is None else data.text[:, columns]
    got = np.zeros(len(data.rows), int)
    for one in sorted(set(hands)):
        held, use = hands == one, train(hands != one)
        shares = [
            logistic(matrix[use], data.levels[use] == at, learn.TEXT_C).score(matrix[held]) for at in range(len(LEVELS))
        ]
        got[held] = np.argmax(shares, 0)
    return score.macro(data.levels, got)


def facets_figure(data: Language, hands: np.ndarray, train, columns=None) -> float:
    """Facets macro-F1, in the same way; each facet at even chances."""
    matrix = data.text if columns is None else data.text[:, columns]
    figures = []
    for facet in FACETS:
        gold = np.array([bool(row.facets[facet]) for row in data.rows])
        raw = np.zeros(len(gold))
        for one in sorted(set(hands)):
            held, use = hands == one, train(hands != one)
            raw[held] = logistic(matrix[use], gold[use], learn.TEXT_C).score(matrix[held])
        figures.append(score.f1(gold, raw > -0.4))
    return float(np.mean(figures))


def findings_figure(data: Language, hands: np.ndarray, train, columns=None) -> float:
    """Findings F1, in the same way; at one threshold."""
    matrix = hstack([data.token, csr_matrix(data.token_vectors[:, : learn.TOKEN_DIMENSIONS])], format="csr")
    matrix = matrix if columns is None else matrix[:, columns]
    labels, _ = data.token_labels("token.finding")
    chances = np.zeros(len(labels))
    for one in sorted(set(hands)):
        held, use = (hands == one)[data.of_row], train(hands != one)[data.of_row]
        chances[held] = sigmoid(logistic(matrix[use], labels[use], learn.TOKEN_C).score(matrix[held]))
    gold = [row.places(row.terms) for row in data.rows]
    return score.findings(gold, finding_places(data, chances, 0.34))[2]


FIGURES = {"level": level_figure, "facets": facets_figure, "findings": findings_figure}


def curve(parts: dict[str, Language]) -> None:
    """By the share of rows, and by the number of hands that were learned from."""
    print(f"{'':32}" + "".join(f"{lang + ' ' + name:>12}" for lang in LANGS for name in FIGURES))
    for share in (0.125, 0.25, 0.5, 1.0):
        line = []
        for lang in LANGS:
            data = parts[lang]
            hands = data.hands
            keep = np.random.default_rng(1).random(len(data.rows)) < share
            line += [figure(data, hands, lambda use, keep=keep: use & keep) for figure in FIGURES.values()]
        print(f"{share:>6.1%} of the rows of all others " + "".join(f"{value:12.3f}" for value in line), flush=True)
    for count in (1, 2, 3, 4, 5):
        line = []
        for lang in LANGS:
            data = parts[lang]
            hands = data.hands

            def some(use: np.ndarray, hands=hands, count=count) -> np.ndarray:
                return use & np.isin(hands, sorted(set(hands[use]))[:count])

            line += [figure(data, hands, some) for figure in FIGURES.values()]
        print(
            f"{count} other hand{'s' if count > 1 else ''}, all their rows   "
            + "".join(f"{value:12.3f}" for value in line),
            flush=True,
        )


def group_of_token(name: str) -> str:
    """The group of a token's feature."""
    tag = name.split(" ", 1)[-1] if " " in name else name
    if name == "vectors":
        return "vectors of the words"
    if "=" in name and not name.startswith("q"):
        return "stems, the word's and its neighbours'"
    if " " not in name:
        return (
            "letters inside words and endings" if name[0] != "w" and not name.startswith("q") else "question and length"
        )
    if name.startswith("S"):
        return "the sentence it stands in"
    return "lexicon" if tag.startswith(("k:", "c:")) else "shapes, marks, place"


def group_of_text(name: str) -> str:
    """The group of a text's feature."""
    if name == "vectors":
        return "vectors of the words"
    if name.startswith("="):
        return "stems, the word's and its neighbours'"
    if name.startswith(("#k:", "%k:", "#c:", "%c:")):
        return "lexicon"
    if name.startswith("qc:") or name == "q-none":
        return "question and length"
    if name.startswith(("#", "%", "words")) or name in ("sentences", "pace"):
        return "shapes, marks, place"
    return "letters inside words and endings"


def columns(names, dimensions: int, leave_out) -> np.ndarray:
    """Which columns of a matrix are kept; those of the vectors come after the named ones."""
    return np.array([not leave_out(name) for name in (*names, *["vectors"] * dimensions)])


def without(parts: dict[str, Language], leave_out: Callable[[str], bool]) -> list[float]:
    """All figures when the features that `leave_out` names are not there."""
    line = []
    for lang in LANGS:
        data = parts[lang]
        hands = data.hands
        text = columns((*data.word_names.names, *data.dense_names.names), vectors.DIMENSIONS, leave_out)
        token = columns(data.token_names.names, learn.TOKEN_DIMENSIONS, leave_out)
        for name, figure in FIGURES.items():
            line.append(figure(data, hands, lambda use: use, token if name == "findings" else text))
    return line


def groups(parts: dict[str, Language]) -> None:
    """What is lost when a group of features is left out."""
    whole = without(parts, lambda _: False)
    print(f"{'':40}" + "".join(f"{lang + ' ' + name:>12}" for lang in LANGS for name in FIGURES))
    print(f"{'all':40}" + "".join(f"{value:12.3f}" for value in whole), flush=True)
    text = {
        group_of_text(name)
        for data in parts.values()
        for name in (*data.word_names.names, *data.dense_names.names, "vectors")
    }
    token = {group_of_token(name) for data in parts.values() for name in data.token_names.names}
    for one in sorted(text | token):
        line = without(parts, lambda name, one=one: one in (group_of_text(name), group_of_token(name)))
        print(
            f"{'without ' + one:40}"
            + "".join(f"{value - base:+12.3f}" for value, base in zip(line, whole, strict=True)),
            flush=True,
        )


def kinds(parts: dict[str, Language]) -> None:
    """What is lost when one list of the lexicon is left out."""
    whole = without(parts, lambda _: False)
    print(f"{'':28}" + "".join(f"{lang + ' ' + name:>12}" for lang in LANGS for name in FIGURES))
    found = sorted(
        {
            label
            for data in parts.values()
            for name in data.token_names.names
            for label in [name.split(" ")[-1]]
            if label[:2] in ("k:", "c:")
        }
    )
    for one in found:
        line = without(parts, lambda name, one=one: name.endswith((" " + one, "#" + one, "%" + one, "q" + one)))
        print(
            f"{'without ' + one:28}"
            + "".join(f"{value - base:+12.4f}" for value, base in zip(line, whole, strict=True)),
            flush=True,
        )


def main() -> None:
    """Print what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["curve", "groups", "kinds"])
    options.add_argument("--lexicons", default=str(DATA))
    options = options.parse_args()
    {"curve": curve, "groups": groups, "kinds": kinds}[options.what](loaded(Path(options.lexicons)))


if __name__ == "__main__":
    main()
