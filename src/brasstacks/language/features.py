"""What is seen in a text before anything is learned: the tags of its tokens, and the features that models weigh.

The same functions serve the training scripts and the running program, so that both see the same.
A token's *signature* is its word and its tags; everything that a model adds for it depends on the signature alone,
which is why it can be computed once and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from brasstacks.language.lexicon import Lexicon, Match, Phrases, labels_of, unbroken
from brasstacks.language.tokens import Token, closes_quotation, opens_quotation, tokens

LONGEST_WORD = 24
"""Letters of a word beyond this add no n-grams: a paste of 100 kB without a space stays cheap."""

Signature = tuple[str, str, tuple[str, ...]]
"""The word, its stem, its tags."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text in NFC, seen but not judged."""

    text: str
    tokens: list[Token]
    stems: list[str]
    matches: list[Match]
    signatures: list[Signature]
    question: tuple[str, ...]
    """Tags of the question: lexicon classes found in it, its length, its words."""


def see(text: str, question: str, lexicon: Lexicon, extra: Phrases | None = None) -> Document:
    """Everything that can be seen in a text and its question. `text` is in NFC."""
    row = tokens(text)
    stem_of = lexicon.stems
    stems = [lexicon.mended(stem_of(token.norm)) for token in row]
    matches = unbroken(lexicon.match(stems, extra), row)
    labels = labels_of(len(row), matches)
    asked_stems, question_tags = _question(question, lexicon)
    signatures = _signatures(text, row, stems, labels, asked_stems)
    return Document(text, row, stems, matches, signatures, question_tags)


def _signatures(
    text: str, row: Sequence[Token], stems: Sequence[str], labels: Sequence[tuple[str, ...]], asked: frozenset[str]
) -> list[Signature]:
    found: list[Signature] = []
    quoted = False
    last = len(row) - 1
    for at, token in enumerate(row):
        gap = token.gap
        after = row[at + 1].gap if at < last else text[token.end :]
        tags = list(labels[at])
        tags.extend(_shape(token.text, first=token.first))
        if gap != " " and gap.strip():
            if closes_quotation(gap.strip()):
                quoted = False
            if opens_quotation(gap):
                quoted = True
            tags.append("b" + _mark(gap))
        if after != " " and after.strip():
            tags.append("a" + _mark(after))
        if quoted:
            tags.append("quoted")
        if token.first:
            tags.append("first")
        if stems[at] in asked:
            tags.append("asked")
        found.append((token.norm, stems[at], tuple(tags)))
    return found


def _mark(gap: str) -> str:
    for char in gap:
        if char in ".!?,;:…\n":
            return char
        if char in "-–—":
            return "-"
        if char in "\"«“„”»'‘":
            return '"'
        if char in "()[]/":
            return char
    return "*"


@lru_cache(maxsize=50_000)
def _shape(word: str, *, first: bool) -> tuple[str, ...]:
    if word[0].isdigit():
        digits = sum(char.isdigit() for char in word)
        kind = (
            "time" if ":" in word else "part" if digits < len(word) else "year" if _year(word) else str(min(digits, 4))
        )
        return ("num", "n" + kind)
    if not word[0].isalpha():
        return ("sign",)
    shapes = []
    if len(word) > 1 and word.isupper():
        shapes.append("CAPS")
    elif word[0].isupper() and not first:
        shapes.append("Cap")
    if len(word) <= 2:
        shapes.append("tiny")
    return tuple(shapes)


def _year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20")


@lru_cache(maxsize=50_000)
def grams(norm: str) -> tuple[str, ...]:
    """The n-grams of 2 to 5 letters inside a word with its edges; of a number, its shape."""
    if norm[0].isdigit():
        norm = "".join("0" if char.isdigit() else char for char in norm)
    edged = f"<{norm[:LONGEST_WORD]}>"
    found = {edged[at : at + size] for size in (2, 3, 4, 5) for at in range(len(edged) - size + 1)}
    found.add(edged)
    return tuple(sorted(found))


def _question(question: str, lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    if not question:
        return frozenset(), ("q-none",)
    row = tokens(question[:2000])
    stems = [lexicon.stems(token.norm) for token in row]
    matches = unbroken(lexicon.match(stems), row)
    labels = {match.label for match in matches}
    little = {match.first for match in matches if match.label == "c:function_words"}
    content = frozenset(
        stem for at, stem in enumerate(stems) if at not in little and len(row[at].norm) > 3 and not stem.isdigit()
    )
    tags = sorted("q" + label for label in labels if label.startswith("c:") and label != "c:function_words")
    if not row:
        tags.append("q-none")
    tags.extend(sorted({"q=" + stem for stem in stems}))
    return content, tuple(tags)


def counts(document: Document) -> dict[str, float]:
    """The dense features of a text: how often each tag stands in it, how long it is, how question and answer fit."""
    tally: dict[str, int] = {}
    for _, _, tags in document.signatures:
        for tag in tags:
            tally[tag] = tally.get(tag, 0) + 1
    words = len(document.tokens)
    dense = {}
    for tag, times in tally.items():
        dense["#" + tag] = log1p(times)
        dense["%" + tag] = times / words
    dense.update(lengths(document))
    for size in (1, 3, 6, 12, 25, 50):
        dense[f"words>{size}"] = float(words > size)
    number = "num" in tally or "c:number_words" in tally
    length = "s" if words <= 4 else "m" if words <= 12 else "l"
    for tag in document.question:
        if tag.startswith("qc:") or tag == "q-none":
            dense[tag] = 1.0
            dense[f"{tag}*{length}"] = 1.0
            dense[f"{tag}*{'n' if number else 'o'}{length}"] = 1.0
    dense[f"{'n' if number else 'o'}{length}"] = 1.0
    return dense


def lengths(document: Document) -> dict[str, float]:
    """How long a text is: its words, its sentences, the words of a sentence."""
    words = len(document.tokens)
    sentences = document.tokens[-1].sentence + 1 if words else 0
    return {
        "words": log1p(words) / 3,
        "sentences": log1p(sentences),
        "pace": log1p(words / sentences) / 3 if sentences else 0.0,
    }


def distinct(document: Document) -> list[Signature]:
    """Each word once, with the signature of its first place."""
    found: dict[str, Signature] = {}
    for signature in document.signatures:
        found.setdefault(signature[0], signature)
    return list(found.values())


@lru_cache(maxsize=50_000)
def own(norm: str, stem: str) -> tuple[str, ...]:
    """What a word itself is: its n-grams and its stem."""
    return (*grams(norm), "=" + stem)


NEAR = (-3, -2, -1, 1, 2, 3)
"""The places around a token that are looked at."""


def beside(signature: Signature, offset: int) -> list[str]:
    """What a token is to another that stands `offset` places before (or, when negative, after) it; 0: to itself."""
    norm, stem, tags = signature
    seen = [f"{offset} {tag}" for tag in tags]
    if offset and abs(offset) < 3:
        seen += (f"{offset}={stem}", f"{offset}~{norm[-3:]}")
    return seen


def around(document: Document) -> tuple[list[str], list[list[str]]]:
    """What all tokens of a text share, and what those of each sentence share."""
    size = len(document.tokens)
    whole = [f"w{size.bit_length()}", *(tag for tag in document.question if tag.startswith(("qc:", "q-")))]
    count = document.tokens[-1].sentence + 1 if size else 0
    bags: list[set[str]] = [set() for _ in range(count)]
    for token, signature in zip(document.tokens, document.signatures, strict=True):
        bags[token.sentence].update(signature[2])
    sentences = [[f"S {tag}" for tag in sorted(bag)] for bag in bags]
    for at, features in enumerate(sentences):
        features.append("S-only" if count == 1 else "S-first" if at == 0 else "S-last" if at == count - 1 else "S-mid")
    return whole, sentences
