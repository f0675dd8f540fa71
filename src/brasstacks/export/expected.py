"""What the client can expect of us: a part of the record, and a page of its own to be handed over."""

from collections.abc import Iterable, Iterator, Mapping

from brasstacks import coverage
from brasstacks.beside import Expectation, Risk
from brasstacks.export.blocks import Block, Bullets, Heading, Item, Text, joined
from brasstacks.export.contents import Contents
from brasstacks.export.days import day, due
from brasstacks.session import Session


def section(session: Session, names: Mapping[str, str]) -> Iterator[Block]:
    """What was promised on each expectation, and offered against each risk; nothing when there is neither."""
    groups = {
        "expectations": [
            Item(joined(one.promised, one.proposal, one.owner, due(one.due, names)), one.title)
            for one in _promised(session.expectations)
        ],
        "risks": [Item(joined(one.offer, one.owner), one.title) for one in _offered(session.risks)],
    }
    if any(groups.values()):
        yield Heading(2, names["expect_of_us"])
    yield from _lists(groups, 3, names)


def page(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    """The page: each promise with who keeps it and by when, who gets in touch, what was offered against each risk."""
    session = what.session
    client, header = session.client, session.session
    promised = _promised(session.expectations)
    yield Heading(1, names["expect_of_us"])
    yield Text(joined(client.name, client.organisation, day(header.updated, names), header.interviewer))
    groups = {
        "in_touch": [line for one in promised if one.entry == coverage.CONTACT for line in _kept(one, names)],
        "expectations": [Item("", one.title, _kept(one, names)) for one in promised if one.entry != coverage.CONTACT],
        "with_a_day": [Item(joined(one.text, one.by, due(one.due, names))) for one in what.ours],
        "risks": [
            Item("", one.title, (Item(one.offer), *_lines({"sees_to_it": one.owner}, names)))
            for one in _offered(session.risks)
        ],
    }
    if not any(groups.values()):
        yield Text(names["nothing_promised"])
    yield from _lists(groups, 2, names)


def _promised(expectations: Iterable[Expectation]) -> list[Expectation]:
    return [one for one in expectations if one.promised.strip() or one.proposal.strip()]


def _offered(risks: Iterable[Risk]) -> list[Risk]:
    return [one for one in risks if one.raised and one.offer.strip()]


def _kept(one: Expectation, names: Mapping[str, str]) -> tuple[Item, ...]:
    """A promise, what we add to it of ourselves, who keeps it and by when."""
    promise = (Item(one.promised),) if one.promised.strip() else ()
    beside = {"of_ourselves": one.proposal, "sees_to_it": one.owner, "when": due(one.due, names)}
    return (*promise, *_lines(beside, names))


def _lines(values: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Item]:
    return (Item(value, names[name]) for name, value in values.items() if value.strip())


def _lists(groups: Mapping[str, list[Item]], rank: int, names: Mapping[str, str]) -> Iterator[Block]:
    for name, items in groups.items():
        if items:
            yield Heading(rank, names[name])
            yield Bullets(tuple(items))
