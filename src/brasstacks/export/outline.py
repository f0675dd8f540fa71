"""What a person reads of a session, section by section, before any format gives it a shape.

Markdown, HTML and DOCX print the same outline, so that none of them says more than another.
"""

from collections.abc import Iterable, Iterator, Mapping

from brasstacks.beside import Option
from brasstacks.export import expected, suited
from brasstacks.export.blocks import Block, Bullets, Card, Heading, Item, Text, joined
from brasstacks.export.contents import Contents, GoalPart, Internal, Judged, Page, Source
from brasstacks.export.days import day, due
from brasstacks.labels import labels
from brasstacks.session import FollowUp, Goal, GoalStatus, Provenance, Session, Turn


def outline(what: Contents) -> Iterator[Block]:
    """The contents as blocks, in the language of the conversation."""
    names = labels(what.session.session.language)
    if what.page is Page.EXPECTATIONS:
        yield from expected.page(what, names)
        return
    yield from _head(what, names)
    yield from _criteria(what, names)
    yield from _options(what, names)
    yield from expected.section(what.session, names)
    yield from _open(what, names)
    yield from _referrals(what, names)
    yield from _promised(what.session.follow_ups, names)
    if what.internal:
        yield from _for_us(what, what.internal, names)


def _head(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    client, header = what.session.client, what.session.session
    yield Heading(1, what.title)
    yield Text(joined(client.name, client.organisation, day(header.created, names), header.interviewer))


def _criteria(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    goals = [part for part in what.goals if part.concrete]
    yield Heading(2, names["criteria"])
    if not goals:
        yield Text(names["no_criteria"])
    for part in goals:
        yield from _goal(part, names)


def _goal(part: GoalPart, names: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(3, _titled(part.goal, names))
    if part.goal.problem and part.goal.problem != part.goal.statement:  # a wish that became its problem says it once
        yield Text(f"{names['problem']}: {part.goal.problem}")
    for one in part.concrete:
        yield _card(one, names)


def _titled(goal: Goal, names: Mapping[str, str]) -> str:
    standing = "" if goal.status is GoalStatus.OPEN else f" ({names[f'goal_{goal.status}']})"
    return goal.statement + standing


def _card(judged: Judged, names: Mapping[str, str]) -> Card:
    one = judged.criterion
    items = [Item(due(value, names) if name == "when" else value, names[name]) for name, value in judged.fields.items()]
    if one.provenance is not Provenance.CLIENT:
        items.append(Item(names[one.provenance], names["provenance"]))
    words = tuple(Item(said(source, names)) for source in judged.sources)
    return Card(
        statement=one.statement,
        standing=standing(judged, names),
        step=judged.step.step,
        items=tuple(items),
        words=Item("", names["words"], words) if words else None,
    )


def standing(judged: Judged, names: Mapping[str, str]) -> str:
    """Where a criterion stands, in words: how far up the ladder, and a draft as what it is. Only a yes has its mark."""
    draft = "" if judged.agreed else names["to_confirm"]
    if not judged.step.concrete:
        lacks = f"{names['missing']}: {missing(judged, names)}"
        return f"○ {joined(draft, lacks)}"
    reached = names["contract_ready"] if judged.contract_ready else names["concrete"]
    return f"○ {joined(draft, reached)}" if draft else f"✓ {reached}"


def missing(judged: Judged, names: Mapping[str, str]) -> str:
    """What the next landing of the ladder needs."""
    return ", ".join(names.get(name, name) for name in judged.step.missing)


def said(source: Source, names: Mapping[str, str]) -> str:
    """A question and what was answered, in the client's words where they were noted."""
    quoted = ", ".join(f"“{words}”" for words in source.quoted)
    answer = quoted or f"{source.noted} ({names['as_noted']})"
    return f"{source.question} — {answer}" if source.question else answer


def _options(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    """The options of each goal, side by side as a list, and what the client chose."""
    goals = [part.goal for part in what.goals if part.goal.options or part.goal.choice]
    if not goals:
        return
    yield Heading(2, names["options"])
    for goal in goals:
        yield Heading(3, goal.statement)
        if goal.options:
            yield Bullets(tuple(_option(one, names) for one in goal.options))
        if goal.choice is not None:
            chosen = next((one.title for one in goal.options if one.id == goal.choice.option), names["not_yet"])
            words = f"“{goal.choice.words}”" if goal.choice.words else ""
            yield Text(f"{names['chosen']}: {joined(chosen, words, goal.choice.reason)}")


def _option(one: Option, names: Mapping[str, str]) -> Item:
    inner = tuple(
        Item("; ".join(getattr(one, name).splitlines()), names[f"option_{name}"])
        for name in ("how", "advantages", "drawbacks", "cost", "time", "evidence")
        if getattr(one, name)
    )
    return Item(one.title, inner=inner)


def _open(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    groups = {
        "open_goals": [goal.statement for goal in what.unmet],
        "drafts": [f"{one.criterion.statement}: {missing(one, names)}" for one in what.drafts],
        "fuzzy_terms": [f"“{term}”" for term in what.session.fuzzy],
        "later_answers": list(what.questions_open),
        "parked": list(what.parked),
    }
    yield from _grouped(names["still_open"], groups, names)


def _grouped(title: str, groups: Mapping[str, list[str]], names: Mapping[str, str]) -> Iterator[Block]:
    if not any(groups.values()):
        return
    yield Heading(2, title)
    for name, lines in groups.items():
        if lines:
            yield Heading(3, names[name])
            yield _bullets(lines)


def _bullets(lines: Iterable[str]) -> Bullets:
    return Bullets(tuple(Item(line) for line in lines))


def _referrals(what: Contents, names: Mapping[str, str]) -> Iterator[Block]:
    referred = [part.goal for part in what.goals if part.goal.status is GoalStatus.REFERRED]
    if not referred:
        return
    yield Heading(2, names["referrals"])
    for goal in referred:
        yield Heading(3, goal.statement)
        if goal.referral is not None:
            yield Text(goal.referral.title, strong=True)
            yield Text(goal.referral.text)


def _promised(follow_ups: Iterable[FollowUp], names: Mapping[str, str]) -> Iterator[Block]:
    lines = [
        joined(one.text, one.to or one.by, due(one.due, names), names["done"] if one.done else "") for one in follow_ups
    ]
    if lines:
        yield Heading(2, names["follow_ups"])
        yield _bullets(lines)


def _for_us(what: Contents, internal: Internal, names: Mapping[str, str]) -> Iterator[Block]:
    price = what.session.session.price_asked
    groups = {
        "notes": [f"{note.at:%H:%M} {note.text}" for note in internal.notes],
        "overrulings": [line for turn in internal.turns for line in _remarks(turn, names)],
        "dismissed": [f"“{term}”" for term in internal.dismissed],
        "dropped": [goal.statement for goal in internal.dropped],
        "rejected_criteria": [joined(one.statement, one.rejected_because) for one in internal.rejected],
        "self_check": [
            f"{names[f'self_{name}']} {text}"
            for name in ("right", "client", "ours")
            if (text := getattr(internal.self_check, name, ""))
        ],
        "unanswered_risks": [joined(one.title, one.words) for one in what.session.risks if one.words or not one.offer],
        "delivered": [joined(one.what, one.perceived, one.better) for one in what.session.deliveries],
        "complaints": [joined(one.words, one.wish, one.why_not, one.alternative) for one in what.session.complaints],
        "used_cards": [one.title for one in what.session.cards],
        "signs": [suited.noted(one, names) for one in what.session.signs],
        "scales": suited.lines(internal.fit, names) if internal.fit else [],
        "fit": _decided(what.session, names),
        "price_asked": [f"{day(price, names)}, {price:%H:%M}"] if price else [],
    }
    yield from _grouped(names["internal"], groups, names)


def _decided(session: Session, names: Mapping[str, str]) -> list[str]:
    one = session.fit
    return [joined(names[f"fit_{one.recommendation}"], one.reason, due(one.review_on, names))] if one else []


def _remarks(turn: Turn, names: Mapping[str, str]) -> Iterator[str]:
    about = turn.answer or turn.question
    for name, text in (("note", turn.note), ("overruled", turn.overruled), ("changed_from", turn.first_wording)):
        if text:
            yield f"{about}: {names[name]}: {text}"
