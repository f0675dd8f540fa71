"""Calm answers to hard questions, found while the client speaks."""

import re
import unicodedata
from collections.abc import Iterable

from brasstacks.keyboard import spellings
from brasstacks.language import Span
from brasstacks.lookup import find, look
from brasstacks.questions.bank import Card

_SHORT = 2
"""Letters: of a word no longer than this only its very self counts."""
_DOER = re.compile(r"[eo]rs?\b")
"""At the end of a word, of one who does or deals with a thing: English only, where stems tell too little."""
_WORD = re.compile(r"[^\W_]+")


def search(cards: Iterable[Card], letters: str) -> tuple[Card, ...]:
    """The cards of which words begin with the letters, those found by the client's words first; all for no letters.

    Args:
        cards: in the bank's order, which holds among equals.
        letters: the beginnings of one or several words, in any order, typed on either keyboard.
    """
    if not letters.strip():
        return tuple(cards)
    typed = {beginnings for spelling in spellings(letters) if (beginnings := tuple(_words(spelling)))}
    found: list[tuple[int, Card]] = []
    for card in cards:
        places = (card.words, (card.title,), (card.say,))
        rank = next((at for at, place in enumerate(places) if any(_begins(place, one) for one in typed)), None)
        if rank is not None:
            found.append((rank, card))
    return tuple(card for _rank, card in sorted(found, key=lambda pair: pair[0]))


def _begins(texts: Iterable[str], beginnings: tuple[str, ...]) -> bool:
    words = [word for text in texts for word in _words(text)]
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)


def _words(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))
    return _WORD.findall(bare)


def offered(cards: Iterable[Card], text: str, lang: str) -> tuple[Card, ...]:
    """The cards of which the client's words touch one, in any form of the word.

    Args:
        cards: in the bank's order.
        text: what the client says.
        lang: its language.
    """
    looked = look(text, lang)
    return tuple(card for card in cards if any(_meant(text, span, card) for span in find(card.words, looked, lang)))


def _meant(text: str, span: Span, card: Card) -> bool:
    """Whether words that were found are really the card's.

    So short a word as «и» is no form of «ии», and customers have nothing to do with custom work.
    """
    found = text[span.start : span.end].casefold()
    words = {word.casefold() for word in card.words}
    if len(found) <= _SHORT or found in words:
        return found in words
    doers = set(_DOER.sub("", found).split()) - set(found.split())
    return not any(doer in word.split() for doer in doers for word in words)
