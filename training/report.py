"""Figures for the page beside this: learning curves, and what each group of features and each list of the lexicon gains.

usage: report.py [--lexicons FOLDER] [--langs LANGS] [--held HANDS] curve | groups | kinds

All figures leave one hand out at a time: the rows of whoever wrote the rows that are judged were not learned from.
To be quick they are of the first step alone (the level and the facets from the words and counts of a text, the findings
from each word and its neighbours), so they lie a little below those of `fit.py`; and they are the mean of a few hands,
those that wrote and labelled most like a stranger: `--held`, by default 1,2,3.
"""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

import learn
import numpy as np
import score
import vectors
from fit import DATA, LANGS, SHORT_ONLY, finding_places
from learn import FACETS, LEVELS, Language, logistic, sigmoid
from scipy.sparse import csr_matrix, diags, hstack
from talk import answers, default_files, look

from brasstacks.language import lexicon as lexicons

CUT = 0.34
"""The threshold of the findings here; that of the facets is `FACET_CUT`."""
FACET_CUT = -0.4

Kept = np.ndarray | None
"""Which columns of a matrix are looked at; None: all."""


def loaded(folder: Path, langs: Iterable[str]) -> dict[str, Language]:
    """The talk of some languages, as matrices."""
    rows = answers(default_files())
    out = {}
    for lang in langs:
        mine = [row for row in rows if row.lang == lang]
        look(mine, lexicons.load(folder / lang))
        out[lang] = Language(mine, vectors.load(lang))
    return out


def _models(matrix: csr_matrix, labels: np.ndarray, use: np.ndarray, c: float, columns: Kept):
    """A judgement learned from the rows of `use`; gives the score of the rows that it is asked about."""
    known = matrix if columns is None else matrix[:, columns]
    model = logistic(known[use], labels[use], c)
    return lambda rows, seen=None: model.score((known if seen is None else known @ diags(seen.astype(float)))[rows])


class Judge:
    """What was learned from the others than one hand, for one language."""

    def __init__(
        self, data: Language, use: np.ndarray, held: np.ndarray, text: Kept = None, token: Kept = None
    ) -> None:
        self.data, self.at = data, np.flatnonzero(held)
        self.tokens = np.flatnonzero(held[data.of_row])
        self.levels = [_models(data.text, data.levels == at, use, learn.TEXT_C, text) for at in range(len(LEVELS))]
        self.given = {facet: np.array([bool(row.facets[facet]) for row in data.rows]) for facet in FACETS}
        self.facets = {facet: _models(data.text, self.given[facet], use, learn.TEXT_C, text) for facet in FACETS}
        labels, _ = data.token_labels("token.finding")
        self.finding = _models(_token_matrix(data), labels, use[data.of_row], learn.TOKEN_C, token)

    def figures(self, text: Kept = None, token: Kept = None) -> list[float]:
        """Level macro-F1, facets macro-F1 and findings F1 of the hand, columns that are not seen counting nothing."""
        got = np.argmax([model(self.at, text) for model in self.levels], 0)
        facets = [score.f1(self.given[f][self.at], self.facets[f](self.at, text) > FACET_CUT) for f in FACETS]
        chances = np.zeros(len(self.data.of_row))
        chances[self.tokens] = sigmoid(self.finding(self.tokens, token))
        places = finding_places(self.data, chances, CUT)
        gold = [self.data.rows[at].places(self.data.rows[at].terms) for at in self.at]
        findings = score.findings(gold, [places[at] for at in self.at])[2]
        return [score.macro(self.data.levels[self.at], got), float(np.mean(facets)), findings]


FIGURES = ("level", "facets", "findings")


def _token_matrix(data: Language) -> csr_matrix:
    return hstack([data.token, csr_matrix(data.token_vectors[:, : learn.TOKEN_DIMENSIONS])], format="csr")


def measured(data: Language, hands: Iterable[str], train: Callable[[np.ndarray], np.ndarray], **columns) -> list[float]:
    """The figures, on the mean of some hands, each judged by what was learned from `train` of the others."""
    found = [Judge(data, train(data.hands != one), data.hands == one, **columns).figures() for one in hands]
    return [float(value) for value in np.mean(found, 0)]


def heading(width: int, langs: Iterable[str]) -> None:
    """The names of the columns."""
    print(f"{'':{width}}" + "".join(f"{lang + ' ' + name:>12}" for lang in langs for name in FIGURES), flush=True)


def in_order(hand: str) -> tuple[bool, int]:
    """Hands by number, those that wrote nothing but short answers last."""
    return hand in SHORT_ONLY, int(hand.partition("-")[0])


def curve(parts: dict[str, Language], held: list[str]) -> None:
    """By the share of rows, and by the number of hands that were learned from."""
    heading(32, parts)
    for share in (0.125, 0.25, 0.5, 1.0):
        line = []
        for data in parts.values():
            keep = np.random.default_rng(1).random(len(data.rows)) < share
            line += measured(data, held, lambda use, keep=keep: use & keep)
        print(f"{share:>6.1%} of the rows of all others " + "".join(f"{value:12.3f}" for value in line), flush=True)
    for count in (1, 2, 3, 4, 5):
        line = []
        for data in parts.values():

            def some(use: np.ndarray, hands=data.hands, count=count) -> np.ndarray:
                return use & np.isin(hands, sorted(set(hands[use]), key=in_order)[:count])

            line += measured(data, held, some)
        name = f"{count} other hand{'s' if count > 1 else ''}, all their rows"
        print(f"{name:32}" + "".join(f"{value:12.3f}" for value in line), flush=True)


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


def names_of(data: Language) -> tuple[list[str], list[str]]:
    """The names of a text's features and of a token's."""
    return [*data.word_names.names, *data.dense_names.names], data.token_names.names


def seen(data: Language, leave_out: Callable[[str], bool]) -> dict[str, np.ndarray]:
    """Which columns of both matrices are not left out."""
    text, token = names_of(data)
    return {
        "text": columns(text, vectors.DIMENSIONS, leave_out),
        "token": columns(token, learn.TOKEN_DIMENSIONS, leave_out),
    }


def groups(parts: dict[str, Language], held: list[str]) -> None:
    """What is lost when a group of features is left out, all else learned anew."""
    heading(40, parts)
    whole = [value for data in parts.values() for value in measured(data, held, lambda use: use)]
    print(f"{'all':40}" + "".join(f"{value:12.3f}" for value in whole), flush=True)
    named = [names_of(data) for data in parts.values()]
    found = {group_of_text(name) for text, _ in named for name in (*text, "vectors")}
    found |= {group_of_token(name) for _, token in named for name in token}
    for one in sorted(found):

        def leave_out(name: str, one=one) -> bool:
            return one in (group_of_text(name), group_of_token(name))

        line = [v for data in parts.values() for v in measured(data, held, lambda use: use, **seen(data, leave_out))]
        print(f"{'without ' + one:40}" + differences(line, whole), flush=True)


def differences(line: list[float], whole: list[float]) -> str:
    """How far figures lie from others."""
    return "".join(f"{value - base:+12.3f}" for value, base in zip(line, whole, strict=True))


def kinds(parts: dict[str, Language], held: list[str]) -> None:
    """What is lost when one list of the lexicon falls silent, nothing being learned anew."""
    heading(28, parts)
    judges = {lang: [Judge(data, data.hands != one, data.hands == one) for one in held] for lang, data in parts.items()}

    def line(**left_out) -> list[float]:
        return [
            float(value)
            for lang, data in parts.items()
            for value in np.mean([judge.figures(**seen(data, **left_out)) for judge in judges[lang]], 0)
        ]

    whole = line(leave_out=lambda _: False)
    print(f"{'all':28}" + "".join(f"{value:12.3f}" for value in whole), flush=True)
    labels = {name.split(" ")[-1] for data in parts.values() for name in data.token_names.names}
    for one in sorted(label for label in labels if label[:2] in ("k:", "c:")):
        ends = (" " + one, "#" + one, "%" + one, "q" + one)
        print(
            f"{'without ' + one:28}" + differences(line(leave_out=lambda name, e=ends: name.endswith(e)), whole),
            flush=True,
        )


def main() -> None:
    """Print what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["curve", "groups", "kinds"])
    options.add_argument("--lexicons", default=str(DATA))
    options.add_argument("--langs", default=",".join(LANGS), help="the languages that are measured")
    options.add_argument("--held", default="1,2,3", help="the hands that are judged")
    options = options.parse_args()
    parts, held = loaded(Path(options.lexicons), options.langs.split(",")), options.held.split(",")
    {"curve": curve, "groups": groups, "kinds": kinds}[options.what](parts, held)


if __name__ == "__main__":
    main()
