"""A bank looked through: what its author would want to mend, each as a sentence with file, entry and mend."""

import re
from collections.abc import Iterator
from pathlib import Path

from brasstacks.language import Facet, Kind
from brasstacks.questions.bank import Bank, Entry, Identified
from brasstacks.storage.banks import Banks, BankUnreadable, load

LONGEST = 12
"""Words: what a person says in one breath while the other goes on thinking."""

LISTS = ("openers", "probes", "returns", "referrals", "risks", "expectations", "cards")
QUESTIONS = ("openers", "probes", "returns")
PLACEHOLDERS = {"probes": {"term"}, "returns": {"term"}, "referrals": {"client", "goal"}}
"""What may stand in braces, by list; everywhere else nothing."""

_BRACES = re.compile(r"\{([^{}]*)\}")


def check(path: Path, banks: Banks) -> list[str]:
    """What is wrong with a bank; nothing when it can be used as it is.

    Args:
        path: its file.
        banks: where those that it extends are found.
    """
    try:
        bank = load(path)
        joined = banks.join(bank)
    except BankUnreadable as error:
        said = str(error)
        return [said if said.startswith(str(path)) else f"{path}: {said}"]
    faults = (*_twice(bank), *_said_twice(bank), *_too_long(bank), *_placeholders(bank), *_left_out(bank, joined))
    return [f"{path}: {fault}" for fault in faults]


def _entries(bank: Bank, name: str) -> tuple[Identified, ...]:
    entries: tuple[Identified, ...] = getattr(bank, name)
    return entries


def _twice(bank: Bank) -> Iterator[str]:
    for name in LISTS:
        ids = [entry.id for entry in _entries(bank, name)]
        for one in dict.fromkeys(one for one in ids if ids.count(one) > 1):
            yield f'{name} "{one}": the id stands {ids.count(one)} times: give each its own'


def _said_twice(bank: Bank) -> Iterator[str]:
    first: dict[str, str] = {}
    for name in QUESTIONS:
        for entry in _entries(bank, name):
            bare = " ".join(re.findall(r"\w+", _text(entry).casefold()))
            place = f'{name} "{entry.id}"'
            if bare in first:
                yield f"{place}: asks the same as {first[bare]}: take one of them out"
            first.setdefault(bare, place)


def _text(entry: Entry) -> str:
    return str(getattr(entry, "text", ""))


def _too_long(bank: Bank) -> Iterator[str]:
    for name in QUESTIONS:
        for entry in _entries(bank, name):
            count = len(_text(entry).replace("{term}", "x").split())
            if count > LONGEST:
                yield f'{name} "{entry.id}": {count} words: say it in {LONGEST}'


def _placeholders(bank: Bank) -> Iterator[str]:
    for name in LISTS:
        known = PLACEHOLDERS.get(name, set())
        for entry in _entries(bank, name):
            for value in _texts(entry):
                for word in dict.fromkeys(_BRACES.findall(value)):
                    if word not in known:
                        there = " or ".join(f"{{{one}}}" for one in sorted(known)) or "nothing in braces"
                        yield f'{name} "{entry.id}": nothing stands in for {{{word}}} here: write {there}'


def _texts(entry: Entry) -> Iterator[str]:
    for value in dict(entry).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _left_out(bank: Bank, joined: Bank) -> Iterator[str]:
    """A bank that stands on its own has a question for whatever is heard."""
    if bank.extends:
        return
    facets = {probe.asks_for for probe in joined.probes}
    for facet in Facet:
        if facet.value not in facets:
            yield f'probes: none asks for "{facet}": add one, or extend a core bank'
    anything = any(probe.quotes and not probe.for_kinds and not probe.for_cases for probe in joined.probes)
    kinds = {kind for probe in joined.probes for kind in probe.for_kinds}
    for kind in Kind:
        if kind not in kinds and not anything:
            yield f'probes: none answers "{kind}": add one, or one with {{term}} for any'
