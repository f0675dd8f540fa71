"""Text in, reading out: findings, facets and a level, for spoken and hastily typed language.

A language is a folder of data with a `lexicon.toml`, and learned models when it has them; each is loaded when it is first
heard. `read` keeps its latest readings: a chain is read again after each Enter, and only the new answer costs.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from brasstacks.language.explain import explain
from brasstacks.language.reading import (
    NO_WORDS,
    Contribution,
    ExtraWords,
    Facet,
    Finding,
    Kind,
    Level,
    Reading,
    Span,
)

if TYPE_CHECKING:
    from brasstacks.language.ear import Ear
    from brasstacks.language.profiles import Profile

__all__ = [
    "NO_WORDS",
    "Contribution",
    "ExtraWords",
    "Facet",
    "Finding",
    "Kind",
    "Level",
    "Reading",
    "Span",
    "detect",
    "explain",
    "language_of",
    "languages",
    "read",
    "weigh",
]

_DATA = Path(__file__).with_name("data")


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be heard."""
    return tuple(sorted(folder.name for folder in _DATA.iterdir() if (folder / "lexicon.toml").is_file()))


@cache
def _ear(lang: str) -> "Ear":
    """The ear of a language. Raises KeyError when there is none."""
    from brasstacks.language.ear import Ear  # noqa: PLC0415  (nothing is loaded before something is heard)

    if lang not in languages():
        raise KeyError(lang)
    return Ear(_DATA / lang)


@cache
def _profiles() -> Mapping[str, "Profile"]:
    from brasstacks.language import profiles  # noqa: PLC0415

    return {lang: profiles.load(_DATA / lang) for lang in languages()}


@lru_cache(maxsize=4096)
def detect(text: str) -> str:
    """The language of a text, one of `languages()`."""
    from brasstacks.language.profiles import likelihoods  # noqa: PLC0415

    found = likelihoods(text, _profiles())
    return max(found, key=lambda lang: found[lang])


def language_of(text: str, lang: str | None) -> str:
    """The language in which a text is heard: the one named, unless it is clearly in another known one."""
    from brasstacks.language.profiles import CLEARLY, likelihoods  # noqa: PLC0415

    if lang not in languages():
        return detect(text)
    found = likelihoods(text, _profiles())
    best = max(found, key=lambda one: found[one])
    return best if found[best] > found[lang] + CLEARLY else lang


@lru_cache(maxsize=4096)
def read(
    text: str,
    *,
    lang: str | None = None,
    question: str = "",
    extra: ExtraWords = NO_WORDS,
    silent: tuple[str, ...] = (),
) -> Reading:
    """Hear one text.

    Args:
        text: any string at all.
        lang: the language of the conversation; a text that is clearly in another known one is heard in its own.
        question: the question over the answer; a short answer is heard in its light.
        extra: words of a trade.
        silent: terms that were accepted: not found again.

    Returns:
        The reading; its spans are places in `text` as given.
    """
    return _ear(language_of(text, lang)).hear(text, question=question, extra=extra, silent=silent)


def weigh(
    text: str, *, lang: str | None = None, question: str = "", extra: ExtraWords = NO_WORDS
) -> tuple[Contribution, ...]:
    """Why `read` gives a text its level: what each word and signal adds, the strongest first. Takes what `read` takes."""
    return _ear(language_of(text, lang)).weigh(text, question=question, extra=extra)
