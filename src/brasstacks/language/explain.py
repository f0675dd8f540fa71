"""A reading in plain sentences, in the language of the text: what is there, what is missing, what to ask about.

The sentences are data (`texts.toml` in a language's folder); a language without them, or without one of them, is
explained in English.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from brasstacks.language.reading import Facet, Finding, Reading, Span

FALLBACK = "en"
LONGEST = 60
"""Letters of the client's words that are quoted; the rest is cut."""

Texts = Mapping[str, Mapping[str, str]]


def texts_of(folder: Path) -> Texts:
    """What a language's folder has of texts, by table. Raises tomllib.TOMLDecodeError, OSError."""
    file = folder / "texts.toml"
    if not file.is_file():
        return {}
    import tomllib  # noqa: PLC0415  (who only hears needs none)

    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: table for name, table in tables.items() if isinstance(table, dict)}


@cache
def texts(lang: str) -> Texts:
    """The texts of a language by table, English where it has none."""
    data = Path(__file__).with_name("data")
    base = texts_of(data / FALLBACK)
    mine = texts_of(data / lang) if lang.isalpha() else {}
    return {name: {**base.get(name, {}), **mine.get(name, {})} for name in (*base, *mine)}


def any_words(lang: str) -> str:
    """The reason that holds of any finding: for one of which no kind's own words are the most."""
    return texts(lang)["sentences"]["open"]


def explain(reading: Reading) -> str:
    """Say in a few sentences, one a line, what was heard in a text.

    Args:
        reading: of any text.

    Returns:
        How far a stranger could check it; each facet given with the client's words; the facets missing; then each
        finding with its reason, those worth a question first.
    """
    say, names = texts(reading.lang)["sentences"], texts(reading.lang)["facets"]
    if not reading.text.strip():
        return say["silent"]
    lines = [say[reading.level]]
    given = [
        say["given_one"].format(facet=names[facet], words=_quoted(reading.text, reading.facets[facet], say))
        for facet in Facet
        if facet in reading.facets
    ]
    if given:
        lines.append(say["given"].format(facets="; ".join(given)))
    missing = [names[facet] for facet in Facet if facet not in reading.facets]
    if missing:
        lines.append(say["missing"].format(facets="; ".join(missing)))
    marks = [finding for finding in reading.findings if not finding.challenge]
    lines.extend(_one(say["ask"], finding) for finding in reading.challenges)
    lines.extend(_one(say["mark"], finding) for finding in marks)
    return "\n".join(lines)


def _one(sentence: str, finding: Finding) -> str:
    if not finding.why:
        sentence = sentence.replace(": {why}", "")
    return sentence.format(words=_cut(finding.text), why=finding.why)


def _quoted(text: str, spans: Sequence[Span], say: Mapping[str, str]) -> str:
    return say["quote_between"].join(_cut(text[span.start : span.end]) for span in spans)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
