"""What has been asked in a chain already, so that nothing is asked a second time in other words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from brasstacks.chain import Chain
from brasstacks.lookup import find, lexicon, look
from brasstacks.questions.bank import AsksFor, Bank

SAME_WORDS = 0.6
"""Two questions that share so much of the shorter one's words are one question."""
ENOUGH = 2
"""So often in a row, without a gain, one thing is asked for; not a third time."""

_QUOTED = re.compile(r"[«“\"„]([^«»“”\"„]+)[»”\"“]")


def quoted(text: str) -> frozenset[str]:
    """The words of the client that a question quotes, as `norm` gives them."""
    return frozenset(norm(words) for words in _QUOTED.findall(text))


@lru_cache(maxsize=8192)
def gist(text: str, lang: str) -> frozenset[str]:
    """The words that make a question what it is: its stems, without the client's words and the little ones."""
    words = content(text, lang)
    return words if len(words) > 1 else frozenset(look(_QUOTED.sub(" ", text), lang).stems)


@lru_cache(maxsize=8192)
def content(text: str, lang: str) -> frozenset[str]:
    """The stems of a question without the client's words and the little ones; of a short one it may be none."""
    looked = look(_QUOTED.sub(" ", text), lang)
    is_little = lexicon(lang).stems.is_little
    return frozenset(stem for token, stem in zip(looked.tokens, looked.stems, strict=True) if not is_little(token.norm))


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two gists are of one question."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= SAME_WORDS and (shorter > 1 or one == other)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a chain has been asked."""

    probes: frozenset[str]
    gists: tuple[frozenset[str], ...]
    pairs: frozenset[tuple[AsksFor, str]]
    """What was asked for, about which word of the client (as `norm` gives it)."""
    in_vain: tuple[AsksFor, ...]
    """What the last questions asked for, newest first, back to the last turn that gained something."""

    def knows(self, probe: str, text: str, asks_for: AsksFor, about: str, lang: str) -> bool:
        """Whether this has been asked, be it in other words."""
        if probe in self.probes or (about and (asks_for, norm(about)) in self.pairs):
            return True
        mine = gist(text, lang)
        return any(same(mine, other) for other in self.gists)

    def tired_of(self, asks_for: AsksFor) -> bool:
        """Whether this has been asked for often enough without a gain."""
        return sum(one is asks_for for one in self.in_vain) >= ENOUGH


def norm(words: str) -> str:
    """A client's word as it is compared."""
    return " ".join(words.casefold().replace("ё", "е").split())


@lru_cache(maxsize=4096)
def has_words(text: str, lang: str, words: tuple[str, ...]) -> bool:
    """Whether a text has any of some words; kept, because every text of a chain is asked after each answer."""
    return bool(find(words, look(text, lang), lang))


def is_settled(about: str, chain: Chain, gained: Iterable[object]) -> bool:
    """Whether a word was asked about often enough: once, when the answer came to something, or else twice.

    Args:
        about: the client's word.
        chain: as heard; every question that was put and has the word asked about it.
        gained: for each turn, what it added.
    """
    asked = [
        bool(gain)
        for turn, gain in zip(chain.turns, gained, strict=True)
        if turn.question and turn.turn.asked and has_words(turn.question, chain.lang, (about,))
    ]
    return any(asked) or len(asked) >= ENOUGH


def remember(chain: Chain, bank: Bank, gained: Iterable[bool]) -> Memory:
    """What a chain has been asked.

    Args:
        chain: as heard; a question that was only shown does not count.
        bank: for the probes' ids and what they ask for.
        gained: for each turn, whether it added something.
    """
    index = _index(bank)
    asks = index.by_probe
    probes: set[str] = set()
    gists: list[frozenset[str]] = []
    pairs: set[tuple[AsksFor, str]] = set()
    in_vain: list[AsksFor] = []
    for turn, gain in zip(chain.turns, gained, strict=True):
        if gain:
            in_vain.clear()
        if not turn.question or not turn.turn.asked:
            continue
        mine = gist(turn.question, chain.lang)
        gists.append(mine)
        asks_for = asks.get(turn.turn.probe) or index.asks_for(turn.question, chain.lang)
        if turn.turn.probe:
            probes.add(turn.turn.probe)
        if asks_for is None:
            continue
        pairs.update((asks_for, word) for word in quoted(turn.question))
        if not gain:
            in_vain.insert(0, asks_for)
    return Memory(frozenset(probes), tuple(dict.fromkeys(gists)), frozenset(pairs), tuple(in_vain))


def asks_for(question: str, probe: str, bank: Bank, lang: str) -> AsksFor | None:
    """What a question asks for: by its id, or as a question of the bank in other words; None for one's very own.

    Args:
        question: as it was put.
        probe: the bank's id of it; empty for none.
        bank: joined with the banks that it extends.
        lang: the language of the conversation.
    """
    if any(opener.id == probe for opener in bank.openers):
        return AsksFor.OBSERVABLE
    index = _index(bank)
    return index.by_probe.get(probe) or index.asks_for(question, lang)


class _Index:
    """What the questions of a bank ask for, and what was found of the interviewer's own that are like them."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.by_probe = {probe.id: probe.asks_for for probe in bank.probes}
        self.by_probe |= {way.id: AsksFor.LAST_INSTANCE for way in bank.returns}
        self._texts = [(probe.text, probe.asks_for) for probe in bank.probes]
        self._texts += [(way.text, AsksFor.LAST_INSTANCE) for way in bank.returns]
        self._found: dict[tuple[str, str], AsksFor | None] = {}

    def asks_for(self, question: str, lang: str) -> AsksFor | None:
        """What the interviewer's own question asks for, when it is like one of the bank's."""
        key = (question, lang)
        if key not in self._found:
            mine = gist(question, lang)
            like = (asks for text, asks in self._texts if same(mine, gist(text.replace("{term}", " "), lang)))
            self._found[key] = next(like, None)
        return self._found[key]


_INDEXES: dict[int, _Index] = {}
"""By the identity of the bank, which its index keeps alive; a bank is immutable, but cannot be hashed."""


def _index(bank: Bank) -> _Index:
    known = _INDEXES.get(id(bank))
    if known is None:
        if len(_INDEXES) >= 8:
            _INDEXES.clear()
        known = _INDEXES[id(bank)] = _Index(bank)
    return known
