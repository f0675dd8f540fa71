"""Criteria as a Gherkin feature: a rule for each goal, a scenario for each criterion, in the conversation's language.

What people said stands behind a keyword on one line, where nothing of it can be a keyword, a tag or a table.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from brasstacks.export.contents import LEVELS, Contents, Judged, field
from brasstacks.export.escape import one_line
from brasstacks.export.outline import missing
from brasstacks.labels import labels

FALLBACK = "en"


@cache
def keywords(lang: str) -> tuple[str, Mapping[str, str]]:
    """The keywords of a language, and the language that they are in: English where the table has none."""
    tables = tomllib.loads((files("brasstacks.export") / "gherkin.toml").read_text("utf-8"))
    spoken = lang if lang in tables else FALLBACK
    return spoken, tables[spoken]


def write(many: Iterable[Contents]) -> Iterator[str]:
    """One feature; a file holds no second one."""
    for what in many:
        yield "\n".join(_feature(what)) + "\n"


def _feature(what: Contents) -> Iterator[str]:
    lang, words = keywords(what.session.session.language)
    names = labels(what.session.session.language)
    yield f"# language: {lang}"
    yield f"{words['feature']}: {one_line(what.title)}".rstrip()
    for part in what.goals:
        if not part.concrete:
            continue
        yield ""
        yield f"  {words['rule']}: {one_line(part.goal.statement)}".rstrip()
        for one in part.concrete:
            yield ""
            if not one.agreed:
                yield f"    # {names['to_confirm']}"
            yield f"    {words['scenario']}: {one_line(one.criterion.statement)}".rstrip()
            yield from (f"      {line}" for line in _steps(one, words, names))
    yield from _open(what, names)


def _steps(judged: Judged, words: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    one = judged.criterion
    measures = {name: field(one, name) for name in ("threshold", *LEVELS, "test", "when")}
    seen = [one.observable, *(f"{names[name]}: {text}" for name, text in measures.items() if text)]
    if one.check and one.who:
        seen.insert(1, f"{names['who']}: {one.who}")
    groups = {
        "given": [one.baseline],
        "when": [one.check or one.who],
        "then": seen,
    }
    for keyword, texts in groups.items():
        for number, text in enumerate(filter(None, map(one_line, texts))):
            yield f"{words['and' if number else keyword]} {text}"


def _open(what: Contents, names: Mapping[str, str]) -> Iterator[str]:
    drafts = [f"{one.criterion.statement}: {missing(one, names)}" for one in what.drafts]
    lines = [*(goal.statement for goal in what.unmet), *drafts, *what.parked, *what.questions_open]
    if lines:
        yield ""
        yield f"# {names['still_open']}"
        yield from (f"# - {one_line(line)}" for line in lines)
