"""The learning itself: text lanes, token lanes, and the final judgement, each with out-of-hand chances.

Every chance that a later step learns from, or that a figure is made of, comes from models that saw no row of its hand.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from talk import FACETS, LEVELS, Row
from vectors import Vectors

from brasstacks.language.features import NEAR, around, beside, counts, distinct, own
from brasstacks.language.model import TEXT_LANES, TOKEN_LANES
from brasstacks.language.scores import Scores, evidence, text_norm

DENSE_SCALE = 0.3
TEXT_C = 4.0
TOKEN_C = 0.12
FINAL_LEVEL_C = 0.003
FINAL_FACET_C = 0.003
TOKEN_DIMENSIONS = 64
"""Of a word's vector, for the findings."""


class Vocabulary:
    """Features by number; those seen fewer than `least` times are left out."""

    def __init__(self, rows: list[dict[str, float]] | list[list[str]], least: int = 2) -> None:
        seen: dict[str, int] = {}
        for row in rows:
            for name in row:
                seen[name] = seen.get(name, 0) + 1
        self.names = [name for name, times in seen.items() if times >= least]
        self.at = {name: at for at, name in enumerate(self.names)}

    def matrix(self, rows) -> csr_matrix:
        starts, columns, values = [0], [], []
        for row in rows:
            for name in row:
                at = self.at.get(name)
                if at is not None:
                    columns.append(at)
                    values.append(row[name] if isinstance(row, dict) else 1.0)
            starts.append(len(columns))
        return csr_matrix((values, columns, starts), shape=(len(rows), len(self.names)))


@dataclass
class Linear:
    """A fitted linear model."""

    bias: float
    weights: np.ndarray

    def score(self, matrix) -> np.ndarray:
        return matrix @ self.weights + self.bias


def logistic(matrix, labels, c) -> Linear:
    """A two-class logistic regression; one class only gives a constant."""
    labels = np.asarray(labels).astype(int)
    if labels.min() == labels.max():
        return Linear(6.0 if labels[0] else -6.0, np.zeros(matrix.shape[1]))
    model = LogisticRegression(C=c, solver="liblinear", intercept_scaling=3.0).fit(matrix, labels)
    return Linear(float(model.intercept_[0]), model.coef_[0])


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -50, 50)))


class Language:
    """The rows of one language as matrices: words and counts, then the columns of the vectors."""

    def __init__(self, rows: list[Row], vectors: Vectors) -> None:
        self.rows = rows
        self.vectors = vectors
        self.hands = np.array([row.hand for row in rows])
        self.levels = np.array([row.level for row in rows])
        words = []
        for row in rows:
            bag: dict[str, float] = {}
            unique = distinct(row.document)
            for norm, stem, _ in unique:
                for name in own(norm, stem):
                    bag[name] = bag.get(name, 0.0) + text_norm(len(unique))
            words.append(bag)
        self.word_names = Vocabulary(words)
        self.dense_rows = [counts(row.document) for row in rows]
        self.dense_names = Vocabulary(self.dense_rows, least=5)
        meant = np.stack([self._meant(row) for row in rows])
        self.text = hstack(
            [self.word_names.matrix(words), DENSE_SCALE * self.dense_names.matrix(self.dense_rows), csr_matrix(meant)],
            format="csr",
        )
        tokens, self.of_row = [], []
        for at, row in enumerate(rows):
            tokens.extend(token_features(row.document))
            self.of_row.extend([at] * len(row.document.tokens))
        self.of_row = np.array(self.of_row)
        self.token_names = Vocabulary(tokens)
        self.token = self.token_names.matrix(tokens)
        self.token_vectors = np.stack([vectors.of(stem) for row in rows for stem in row.document.stems])
        self.starts = np.concatenate([[0], np.cumsum([len(row.document.tokens) for row in rows])])

    def _meant(self, row: Row) -> np.ndarray:
        """The vectors of a text's distinct words, summed as the words' weights are."""
        unique = distinct(row.document)
        return text_norm(len(unique)) * sum((self.vectors.of(stem) for _, stem, _ in unique), self.vectors.naught)

    def slice(self, at: int) -> slice:
        return slice(self.starts[at], self.starts[at + 1])

    def token_labels(self, lane: str) -> tuple[np.ndarray, np.ndarray]:
        """For each token its label, and whether it is known."""
        labels, known = [], []
        for row in self.rows:
            size = len(row.document.tokens)
            name = lane.split(".")[1]
            if name == "finding":
                labels.append(row.marked(row.terms))
                known.append(np.ones(size, bool))
                continue
            has = row.facets[name]
            if has and name in (row.spans or ()):
                labels.append(row.marked(row.spans[name]))
                known.append(np.ones(size, bool))
            else:
                labels.append(np.zeros(size, bool))
                known.append(np.full(size, has is False))
        return np.concatenate(labels), np.concatenate(known)


def token_features(document) -> list[list[str]]:
    """The features of each token, as the running program adds them."""
    whole, sentences = around(document)
    signatures = document.signatures
    size = len(signatures)
    near = {offset: [beside(s, offset) for s in signatures] for offset in (0, *NEAR)}
    out = []
    for at, token in enumerate(document.tokens):
        norm, stem, _ = signatures[at]
        features = [*own(norm, stem), *near[0][at], *whole, *sentences[token.sentence]]
        for offset in NEAR:
            there = at + offset
            features += near[offset][there] if 0 <= there < size else [f"{offset} none"]
        out.append(features)
    return out


def fit_text(data: Language, train: np.ndarray, lane: str) -> Linear:
    """A text lane, learned from the rows of `train`."""
    kind, name = lane.split(".")
    if kind == "level":
        return logistic(data.text[train], data.levels[train] == LEVELS.index(name), TEXT_C)
    known = np.array([row.facets[name] is not None for row in data.rows])
    train = train & known
    return logistic(
        data.text[train], [bool(row.facets[name]) for row, t in zip(data.rows, train, strict=True) if t], TEXT_C
    )


def text_chances(raw: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """As `scores.chances`, for all rows."""
    levels = np.exp(np.minimum(50, np.stack([raw[f"level.{level}"] for level in LEVELS])))
    levels /= levels.sum(0)
    out = {f"level.{level}": levels[at] for at, level in enumerate(LEVELS)}
    for facet in FACETS:
        out[f"facet.{facet}"] = sigmoid(raw[f"facet.{facet}"])
    return out


def lane_matrix(data: Language, base: dict[str, np.ndarray], lane: str) -> csr_matrix:
    """The token features, those of the text's first judgement, and, for the findings, the word's vector."""
    parts = [data.token, csr_matrix(np.stack([base[lane] for lane in TEXT_LANES], 1)[data.of_row])]
    if lane == "token.finding":
        parts.append(csr_matrix(data.token_vectors[:, :TOKEN_DIMENSIONS]))
    return hstack(parts, format="csr")


def learn_base(data: Language) -> dict[str, np.ndarray]:
    """Out-of-hand chances of the text lanes."""
    raw = {}
    for lane in TEXT_LANES:
        column = np.zeros(len(data.rows))
        for hand in sorted(set(data.hands)):
            held = data.hands == hand
            column[held] = fit_text(data, ~held, lane).score(data.text[held])
        raw[lane] = column
    return text_chances(raw)


def fit_token(data: Language, matrix, labels, known, train: np.ndarray) -> Linear:
    """A token lane, learned from the rows of `train`."""
    use = train[data.of_row] & known
    if labels[use].min() == labels[use].max():
        return logistic(matrix[use], labels[use], TOKEN_C)
    model = LogisticRegression(C=TOKEN_C, max_iter=80).fit(matrix[use], labels[use])
    return Linear(float(model.intercept_[0]), model.coef_[0])


def guess_places(data: Language, lane: str, labels, known, chances) -> tuple[np.ndarray, np.ndarray]:
    """Labels for the rows whose facet is given without its place: the likeliest words, as many as usual."""
    name = lane.split(".")[1]
    labels, known = labels.copy(), known.copy()
    for at, row in enumerate(data.rows):
        if row.facets.get(name) and name not in (row.spans or ()):
            part = chances[data.slice(at)]
            if len(part) == 0:
                continue
            cut = max(0.5 * part.max(), min(part.max(), 0.15))
            labels[data.slice(at)] = part >= cut
            known[data.slice(at)] = True
    return labels, known


def learn_token(data: Language, base: dict[str, np.ndarray], lane: str):
    """Out-of-hand chances of a token lane, and the labels they were learned from."""
    matrix = lane_matrix(data, base, lane)
    labels, known = data.token_labels(lane)
    if lane != "token.finding":
        first = fit_token(data, matrix, labels, known, np.ones(len(data.rows), bool))
        labels, known = guess_places(data, lane, labels, known, sigmoid(first.score(matrix)))
    chances = np.zeros(len(labels))
    for hand in sorted(set(data.hands)):
        held = data.hands == hand
        model = fit_token(data, matrix, labels, known, ~held)
        chances[held[data.of_row]] = sigmoid(model.score(matrix[held[data.of_row]]))
    return chances, (labels, known)


def learn_tokens(data: Language, base: dict[str, np.ndarray]) -> tuple[dict[str, np.ndarray], dict]:
    """Out-of-hand chances of the token lanes, and the labels they were learned from."""
    chances, used = {}, {}
    for lane in TOKEN_LANES:
        chances[lane], used[lane] = learn_token(data, base, lane)
    return chances, used


def all_evidence(data: Language, base, tokens) -> list[dict[str, float]]:
    """The evidence of each row, from out-of-hand chances."""
    out = []
    stacked = np.stack([tokens[lane] for lane in TOKEN_LANES], 1)
    for at, row in enumerate(data.rows):
        scores = Scores({lane: float(base[lane][at]) for lane in TEXT_LANES}, stacked[data.slice(at)].tolist())
        out.append(evidence(row.document, scores))
    return out


class Final:
    """The final judgement: linear over the evidence, with a copy for all languages and one for each."""

    def __init__(self, evidence_rows: list[dict[str, float]], languages: list[str], own_weight: float = 0.5) -> None:
        self.names = Vocabulary(evidence_rows, least=30)
        plain = self.names.matrix(evidence_rows).toarray()
        self.mean, self.spread = plain.mean(0), plain.std(0) + 1e-9
        self.own_weight = own_weight
        self.languages = np.array(languages)
        self.known = sorted(set(languages))
        even = (plain - self.mean) / self.spread
        copies = [np.where((self.languages == lang)[:, None], even, 0) * own_weight for lang in self.known]
        place = np.stack([(self.languages == lang) * 1.0 for lang in self.known], 1)
        self.matrix = np.hstack([even, *copies, place])

    def export(self, bias: float, weights: np.ndarray, lang: str) -> tuple[float, dict[str, float]]:
        """Bias and weights of one language over the plain evidence."""
        size, at = len(self.names.names), self.known.index(lang)
        own = weights[size * (1 + at) : size * (2 + at)] * self.own_weight
        both = (weights[:size] + own) / self.spread
        bias = bias + weights[size * (1 + len(self.known)) + at] - float(both @ self.mean)
        return bias, dict(zip(self.names.names, both, strict=True))


def fit_levels(matrix, levels):
    """The level, three classes at once."""
    return LogisticRegression(C=FINAL_LEVEL_C, max_iter=300).fit(matrix, levels)


def fit_facet(matrix, given) -> Linear:
    """Whether a facet is given."""
    model = LogisticRegression(C=FINAL_FACET_C, max_iter=300).fit(matrix, given)
    return Linear(float(model.intercept_[0]), model.coef_[0])
