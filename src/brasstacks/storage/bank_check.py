"""A bank looked through: what its author would want to mend, each as a sentence with file, entry and mend."""

import re
from collections.abc import Iterator
from pathlib import Path

from brasstacks.language import Facet, Kind
from brasstacks.questions.bank import Bank, Entry, Identified
from brasstacks.storage.banks import Banks, BankUnreadable, load
from brasstacks.words import _

LONGEST = 12
"""Words: what a person says in one breath while the other goes on thinking."""

LISTS = ("openers", "probes", "returns", "referrals", "risks", "expectations", "cards")
QUESTIONS = ("openers", "probes", "returns")
SCALES = ("theirs_", "ours_")
"""What the name of a weight begins with: the willingness that it moves."""
PLACEHOLDERS = {"probes": {"term"}, "returns": {"term"}, "referrals": {"client", "goal"}}
"""What may stand in braces, by list; everywhere else nothing."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_QUOTED_TERM = re.compile(r"[«“\"]\{term\}[»”\"]")


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
    looked_at = (
        _twice(bank),
        _said_twice(bank),
        _too_long(bank),
        _placeholders(bank),
        _unquoted(bank),
        _rooms(bank),
        _left_out(bank, joined),
    )
    return [f"{path}: {fault}" for faults in looked_at for fault in faults]


def _entries(bank: Bank, name: str) -> tuple[Identified, ...]:
    entries: tuple[Identified, ...] = getattr(bank, name)
    return entries


def _twice(bank: Bank) -> Iterator[str]:
    for name in LISTS:
        ids = [entry.id for entry in _entries(bank, name)]
        for one in dict.fromkeys(one for one in ids if ids.count(one) > 1):
            yield _('{name} "{id}": the id stands {count} times: give each its own').format(
                name=name, id=one, count=ids.count(one)
            )
    groups = [play.group for play in bank.playbook]
    for group in sorted({one for one in groups if groups.count(one) > 1}):
        yield _("playbook: group {group} stands {count} times: join them into one").format(
            group=group, count=groups.count(group)
        )


def _said_twice(bank: Bank) -> Iterator[str]:
    first: dict[str, str] = {}
    for name in QUESTIONS:
        for entry in _entries(bank, name):
            bare = " ".join(re.findall(r"\w+", _text(entry).casefold()))
            place = f'{name} "{entry.id}"'
            if bare in first:
                yield _("{place}: asks the same as {other}: take one of them out").format(
                    place=place, other=first[bare]
                )
            first.setdefault(bare, place)


def _text(entry: Entry) -> str:
    return str(getattr(entry, "text", ""))


def _too_long(bank: Bank) -> Iterator[str]:
    for name in QUESTIONS:
        for entry in _entries(bank, name):
            count = len(_text(entry).replace("{term}", "x").split())
            if count > LONGEST:
                yield _('{name} "{id}": {count} words: say it in {longest}').format(
                    name=name, id=entry.id, count=count, longest=LONGEST
                )


def _placeholders(bank: Bank) -> Iterator[str]:
    for name in LISTS:
        known = PLACEHOLDERS.get(name, set())
        for entry in _entries(bank, name):
            for value in _texts(entry):
                for word in dict.fromkeys(_BRACES.findall(value)):
                    if word not in known:
                        there = " / ".join(f"{{{one}}}" for one in sorted(known)) or _("nothing in braces")
                        yield _('{name} "{id}": nothing stands in for {{{word}}} here: write {there}').format(
                            name=name, id=entry.id, word=word, there=there
                        )


def _unquoted(bank: Bank) -> Iterator[str]:
    """The client's word comes in whatever form it was said in: in quotation marks every form is right."""
    for name in ("probes", "returns"):
        for entry in _entries(bank, name):
            if "{term}" in _text(entry) and not _QUOTED_TERM.search(_text(entry)):
                yield _(
                    '{name} "{id}": the client\'s word stands in quotation marks: write «{{term}}» or "{{term}}"'
                ).format(name=name, id=entry.id)


def _rooms(bank: Bank) -> Iterator[str]:
    """What is said beside the questions: that it can be found, stood by and traced."""
    for risk in bank.risks:
        if not risk.offers:
            yield _('risks "{id}": offers: nothing: say what you can offer against it').format(id=risk.id)
    for card in bank.cards:
        if not card.words:
            yield _('cards "{id}": words: none: give words of the client by which it is found').format(id=card.id)
        if not card.not_true_when:
            yield _('cards "{id}": not_true_when: empty: say honestly when it does not hold').format(id=card.id)
        if not card.source and any(char.isdigit() for char in card.say + card.read):
            yield _('cards "{id}": source: empty, and a figure is named: say where it comes from').format(id=card.id)
    for sign in bank.weights:
        if not sign.startswith(SCALES):
            yield _('weights "{sign}": moves neither scale: begin its name with {known}').format(
                sign=sign, known=" / ".join(SCALES)
            )


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
            yield _('probes: none asks for "{facet}": add one, or extend a core bank').format(facet=facet)
    anything = any(probe.quotes and not probe.for_kinds and not probe.for_cases for probe in joined.probes)
    kinds = {kind for probe in joined.probes for kind in probe.for_kinds}
    for kind in Kind:
        if kind not in kinds and not anything:
            yield _('probes: none answers "{kind}": add one, or one with {{term}} for any').format(kind=kind)
