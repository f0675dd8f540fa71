"""The measures: the same as those by which the program is judged."""

import numpy as np

Places = list[tuple[int, int]]


def f1(labels: np.ndarray, got: np.ndarray) -> float:
    """F1 of a yes/no judgement; 0 when nothing is right."""
    right = (labels & got).sum()
    return float(2 * right / (labels.sum() + got.sum())) if right else 0.0


def macro(labels: np.ndarray, got: np.ndarray, classes: int = 3) -> float:
    """The mean F1 of the classes."""
    return float(np.mean([f1(labels == one, got == one) for one in range(classes)]))


def findings(gold: list[Places], got: list[Places]) -> tuple[float, float, float]:
    """Precision, recall and F1: a span is right when half of it lies in a term; a term is found when a right one touches it."""
    right = marked = hit = total = 0
    for want, have in zip(gold, got, strict=True):
        good = [s for s in have if 2 * sum(any(a <= i < b for a, b in want) for i in range(*s)) >= s[1] - s[0]]
        right, marked = right + len(good), marked + len(have)
        hit += sum(any(w[0] < s[1] and s[0] < w[1] for s in good) for w in want)
        total += len(want)
    p, r = (right / marked if marked else 0.0), (hit / total if total else 0.0)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)
