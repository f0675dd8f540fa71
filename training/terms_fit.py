"""Learn which of the client's words a good interviewer asks about: write `questions/data/terms.toml` and `edges.toml`.

usage: terms_fit.py [--learnt FILE] [--score]

`--learnt` takes up what `fit.py --keep-learnt` has kept: what the hearing learns leaving one hand out at a time.
`--score` prints the measures of the next question instead, by hand: hearing and weights have seen no row of the hand.
"""

import argparse
import pickle
import textwrap
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import fit
import learn
import numpy as np
from learn import FACETS, Final, Language
from talk import Row

from brasstacks import chain, language
from brasstacks.language import _ear
from brasstacks.language.model import TEXT_LANES, TOKEN_LANES, Dense, Model
from brasstacks.language.scores import Scores
from brasstacks.questions import suggest, terms
from brasstacks.questions.stretches import Stretch, stretches
from brasstacks.questions.weighing import weigh
from brasstacks.storage.banks import Banks

DATA = Path(__file__).parent.parent / "src/brasstacks/questions/data"
C = 0.1
OFTEN, SELDOM = 12, 0.02
"""A word met so often, and at most in such a share of places first (or last) in a term, is never quoted there."""


class OutOfHand:
    """Stands in for a language's scorer: for a labelled answer, what was learned without the hand that wrote it."""

    def __init__(self, lang: str, data: Language, base, chances, finals: dict[str, dict[str, Dense]]) -> None:
        self.real = _ear(lang).scorer
        self.model = self.real.model
        stacked = np.stack([chances[lane] for lane in TOKEN_LANES], 1)
        self.finals = finals
        self.known = {}
        for at, row in enumerate(data.rows):
            scores = Scores({lane: float(base[lane][at]) for lane in TEXT_LANES}, stacked[data.slice(at)].tolist())
            self.known[row.text] = (scores, row.hand)

    def score(self, document):
        """The scores of a document; `model` is from then on what was learned without its hand."""
        real = self.real.model
        if document.text not in self.known:
            self.model = real
            return self.real.score(document)
        scores, hand = self.known[document.text]
        self.model = Model(real.about, real.table, self.finals[hand], real.choice)
        return scores


def finals_by_hand(learnt) -> dict[str, dict[str, dict[str, Dense]]]:
    """For each language and hand, the final judgement that was learned without it."""
    evidence = [e for lang in fit.LANGS for e in learnt[lang][4]]
    langs = [lang for lang in fit.LANGS for _ in learnt[lang][4]]
    rows = [row for lang in fit.LANGS for row in learnt[lang][0].rows]
    hands = np.array([row.hand for row in rows])
    levels = np.array([row.level for row in rows])
    facets = np.array([[row.facets[f] for f in FACETS] for row in rows], bool)
    final = Final(evidence, langs)
    out: dict[str, dict[str, dict[str, Dense]]] = {lang: {} for lang in fit.LANGS}
    for hand in sorted(set(hands)):
        use = hands != hand
        level = learn.fit_levels(final.matrix[use], levels[use])
        judged = {f"level.{one}": (level.intercept_[at], level.coef_[at]) for at, one in enumerate(language.Level)}
        for at, facet in enumerate(FACETS):
            model = learn.fit_facet(final.matrix[use], facets[use, at])
            judged[f"facet.{facet}"] = model.bias, model.weights
        for lang in fit.LANGS:
            exported = {name: final.export(*model, lang) for name, model in judged.items()}
            out[lang][hand] = {f"final.{name}": Dense(float(bias), of) for name, (bias, of) in exported.items()}
    return out


def right(row: Row, about: str) -> bool:
    """Whether quoted words touch a term that a good interviewer would challenge."""
    at = row.text.find(about)
    return any(a < at + len(about) and at < b for a, b in row.places(row.terms))


def laid_out(row: Row) -> list[Stretch]:
    """The stretches of an answer, as the running program would lay them out."""
    reading = language.read(row.text, lang=row.lang, question=row.question)
    weighed = weigh(row.text, row.question, reading.lang)
    return stretches(row.text, reading.lang, reading.findings, reading.facets, weighed)


class Ranking:
    """The weights, as a logistic regression over the features; each answer counts as much as another."""

    def __init__(self, pairs: list[tuple[Row, list[Stretch]]]) -> None:
        self.names = sorted({name for _, found in pairs for one in found for name in one.features})
        x = np.array([self.values(one) for _, found in pairs for one in found])
        y = np.array([right(row, one.about) for row, found in pairs for one in found])
        each = np.array([1 / len(found) for _, found in pairs for _ in found])
        mean, spread = x.mean(0), x.std(0) + 1e-9
        model = learn.LogisticRegression(C=C, max_iter=500).fit((x - mean) / spread, y, sample_weight=each)
        self.weights = dict(zip(self.names, model.coef_[0] / spread, strict=True))
        self.bias = float(model.intercept_[0] - (model.coef_[0] / spread) @ mean)

    def values(self, stretch: Stretch) -> list[float]:
        return [stretch.features.get(name, 0.0) for name in self.names]

    def data(self) -> dict:
        """As `questions.terms` reads it."""
        return {"bias": self.bias, "weights": self.weights}


def measures(rows: list[Row]) -> list[float]:
    """The measures of the next question over some answers, as the program is judged by them."""
    first = three = challenged = aimed = plain = said = 0
    for row in rows:
        bank = Banks(None).joined(f"core.{row.lang}")
        heard = chain.hear("", [chain.Asked(row.question, row.text)], lang=row.lang, extra=bank.lexicon.as_extra())
        found = suggest(heard, bank)
        given = {facet for facet in FACETS if row.facets[facet]}
        if row.terms:
            hits = [bool(one.about) and right(row, one.about) for one in found]
            challenged, first, three = challenged + 1, first + hits[0], three + any(hits)
        else:
            asks = found[0].asks_for
            plain += 1
            aimed += asks in ("counter_test", "read_back") or (asks in tuple(FACETS) and asks not in given)
        said += found[0].asks_for in given
    return [first / challenged, three / challenged, aimed / plain, said / len(rows)]


@contextmanager
def out_of_hand(learnt, finals) -> Iterator[None]:
    """Every ear hears the labelled answers by what was learned without their hands."""
    for lang in fit.LANGS:
        data, base, chances, *_ = learnt[lang]
        _ear(lang).scorer = OutOfHand(lang, data, base, chances, finals[lang])
    yield
    for lang in fit.LANGS:
        _ear(lang).scorer = _ear(lang).scorer.real


def main() -> None:
    """Fit, and write or score."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--learnt", default="")
    options.add_argument("--score", action="store_true")
    options = options.parse_args()
    learnt = pickle.loads(Path(options.learnt).read_bytes()) if options.learnt else fit.learnt()  # noqa: S301 - one's own
    finals = finals_by_hand(learnt)
    if not options.score:
        # Before the answers are laid out: what is weighed has to be what can be quoted.
        (DATA / "edges.toml").write_text(edges({lang: learnt[lang][0].rows for lang in fit.LANGS}), encoding="utf-8")
    with out_of_hand(learnt, finals):
        rows = [row for lang in fit.LANGS for row in learnt[lang][0].rows]
        pairs = [(row, found) for row in rows if (found := laid_out(row))]
        if options.score:
            show(rows, pairs)
        else:
            (DATA / "terms.toml").write_text(as_toml(Ranking(pairs), len(pairs)), encoding="utf-8")


def show(rows: list[Row], pairs: list[tuple[Row, list[Stretch]]]) -> None:
    """The measures for each hand, and their mean over the hands of a language."""
    print(f"{'':12}{'first':>8}{'three':>8}{'missing':>9}{'said':>8}")
    for lang in fit.LANGS:
        figures = []
        for hand in sorted({row.hand for row in rows if row.lang == lang}):
            ranking = Ranking([pair for pair in pairs if pair[0].hand != hand])
            with mock.patch.object(terms, "_weights", ranking.data):
                figures.append(measures([row for row in rows if row.lang == lang and row.hand == hand]))
            print(f"{lang + ' ' + hand:12}" + "".join(f"{value:8.3f}" for value in figures[-1]), flush=True)
        print(f"{lang + ' mean':12}" + "".join(f"{value:8.3f}" for value in np.mean(figures, 0)), flush=True)


def edges(rows: dict[str, list[Row]]) -> str:
    """The data file of the words that no term begins with, or ends with."""
    lines = [
        "# Words that what an interviewer asks about does not begin with (first), or does not end with (last). Counted by",
        f"# training/terms_fit.py in training/answers*.jsonl: met {OFTEN} times or more, there in {SELDOM:.0%} of them at most.",
    ]
    for lang, some in rows.items():
        met, at_edge = Counter(), {"first": Counter(), "last": Counter()}
        for row in some:
            places = row.places(row.terms)
            for token in row.document.tokens:
                met[token.norm] += 1
                at_edge["first"][token.norm] += token.start in {start for start, _ in places}
                at_edge["last"][token.norm] += token.end in {end for _, end in places}
        lines += ["", f"[{lang}]"]
        for edge, count in at_edge.items():
            words = sorted(w for w, times in met.items() if w[0].isalpha() and times >= OFTEN)
            never = " ".join(word for word in words if count[word] <= SELDOM * met[word])
            lines += [f'{edge} = """', *textwrap.wrap(never, 116), '"""']
    return "\n".join(lines) + "\n"


def as_toml(ranking: Ranking, rows: int) -> str:
    """The data file."""
    lines = [
        "# Which stretch of an answer a good interviewer asks about: log-odds. Fitted by training/terms_fit.py on the",
        f"# terms marked in training/answers*.jsonl ({rows} answers), the hearing of each answer learned from other hands.",
        f"bias = {ranking.bias:.4f}",
        "",
        "[weights]",
        *(f'"{name}" = {weight:.4f}' for name, weight in sorted(ranking.weights.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
