"""Why this level: what each word and each signal adds, in names that a person can read.

The level is judged twice, each time by a sum. The words and what they are taken for give a first chance; the final sum
weighs that chance with the facets, the words to ask about and the length. Both are told, in log odds of concrete against
vague: of the first sum each word, of the second each signal but the first chance, which the words have told already.
"""

from collections.abc import Mapping

from brasstacks.language.explain import Texts
from brasstacks.language.features import Document, counts, distinct
from brasstacks.language.model import TEXT_LANES
from brasstacks.language.reading import Contribution, Level
from brasstacks.language.scores import Scorer, evidence, text_norm

HIGH, LOW = TEXT_LANES.index(f"level.{Level.CONCRETE}"), TEXT_LANES.index(f"level.{Level.VAGUE}")
LEAST = 0.005
"""A contribution nearer to naught is not told."""


def weigh(document: Document, scorer: Scorer, texts: Texts) -> tuple[Contribution, ...]:
    """The contributions to a level, the strongest first; positive is more concrete.

    Args:
        document: with at least one token.
        scorer: of its language.
        texts: of its language: the tables `seen` and `facets` name the signals.
    """
    names = {**texts["facets"], **texts["seen"]}
    model = scorer.model
    total: dict[str, float] = {}
    for signal, value in evidence(document, scorer.score(document)).items():
        weight = model.dense[f"final.level.{Level.CONCRETE}"].weights.get(signal, 0.0)
        weight -= model.dense[f"final.level.{Level.VAGUE}"].weights.get(signal, 0.0)
        name = _name(signal, names)
        total[name] = total.get(name, 0.0) + weight * value
    total.pop(names["words"], None)
    for name, weight in _of_words(document, scorer, names).items():
        total[name] = total.get(name, 0.0) + weight
    told = [Contribution(name, round(weight, 4)) for name, weight in total.items() if abs(weight) >= LEAST]
    return tuple(sorted(told, key=lambda one: (-abs(one.weight), one.what)))


def _of_words(document: Document, scorer: Scorer, names: Mapping[str, str]) -> dict[str, float]:
    """What each word, and each thing that words were taken for, adds to the first chance."""
    unique = distinct(document)
    found = {}
    for norm, stem, _ in unique:
        lanes = scorer.model.table.open(scorer.word(norm, stem))
        found[f"“{norm}”"] = (lanes[HIGH] - lanes[LOW]) * text_norm(len(unique))
    high, low = (scorer.model.dense[TEXT_LANES[lane]].weights for lane in (HIGH, LOW))
    for signal, value in counts(document).items():
        name = _name(signal, names)
        found[name] = found.get(name, 0.0) + (high.get(signal, 0.0) - low.get(signal, 0.0)) * value
    return found


def _name(signal: str, names: Mapping[str, str]) -> str:
    """What a signal is called."""
    kind, _, rest = signal.partition(".")
    if kind in ("b", "l", "m", "lm", "3", "s", "a") and rest:
        what = rest.rpartition(".")[2]
        return names["words"] if rest.startswith("level.") else names["findings"] if what == "finding" else names[what]
    if signal[0] in "#%":
        tag = signal[1:]
        return names.get(tag) or names["number" if tag[0] == "n" else "shape"]
    return names["the question" if signal[0] == "q" else "length"]
