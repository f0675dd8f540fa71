"""The record as Markdown: what a stranger could check, by goal; and apart from it what is still open."""

from collections.abc import Iterable, Iterator, Mapping

from brasstacks.export.contents import Audience, Contents, GoalPart, Internal, Judged, Source, contents
from brasstacks.export.escape import block, inline
from brasstacks.labels import labels
from brasstacks.session import Goal, GoalStatus, Provenance, Session, Turn

FIELDS = ("who", "observable", "threshold", "test", "when", "check", "baseline", "why", "owner", "agreed_by")
CONTRACT_READY = 4


def write(session: Session, audience: Audience) -> str:
    """A session for an audience."""
    what, names = contents(session, audience), labels(session.session.language)
    parts = [_head(session), _criteria(what, names), _open(what, names), _referrals(what, names)]
    if session.follow_ups:
        promised = (
            _joined(one.text, one.to or one.by, one.due, names["done"] if one.done else "")
            for one in session.follow_ups
        )
        parts.append(f"## {names['follow_ups']}\n\n{_list(promised)}")
    if what.internal:
        parts.append(_for_us(what.internal, session, names))
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(session: Session) -> str:
    client = session.client
    title = inline(session.session.title or client.name or session.id)
    day = f"{session.session.created:%Y-%m-%d}"
    return f"# {title}\n\n{_joined(client.name, client.organisation, day, session.session.interviewer)}"


def _joined(*texts: str) -> str:
    """Texts of people on one line, without those that are empty."""
    return " · ".join(filter(None, map(inline, texts)))


def _bold(text: str) -> str:
    shown = inline(text)
    return f"**{shown}**" if shown else "—"


def _list(lines: Iterable[str], indent: int = 0) -> str:
    return "\n".join(f"{' ' * indent}- {line}" for line in lines)


def _criteria(what: Contents, names: Mapping[str, str]) -> str:
    goals = [part for part in what.goals if part.concrete]
    sections = [f"## {names['criteria']}"]
    if not goals:
        sections.append(names["no_criteria"])
    for part in goals:
        sections.append(f"### {_goal(part.goal, names)}")
        if part.goal.problem:
            sections.append(f"{names['problem']}: {inline(part.goal.problem)}")
        sections += [_criterion(one, names) for one in part.concrete]
    return "\n\n".join(sections)


def _goal(goal: Goal, names: Mapping[str, str]) -> str:
    standing = "" if goal.status is GoalStatus.OPEN else f" ({names[f'goal_{goal.status}']})"
    return inline(goal.statement) + standing


def _criterion(judged: Judged, names: Mapping[str, str]) -> str:
    one = judged.criterion
    lines = [_bold(one.statement), ""]
    lines += [f"- {names[name]}: {inline(value)}" for name in FIELDS if (value := getattr(one, name))]
    if one.provenance is not Provenance.CLIENT:
        lines.append(f"- {names['provenance']}: {names[one.provenance]}")
    lines.append(f"- ✓ {names['contract_ready' if judged.step.step >= CONTRACT_READY else 'concrete']}")
    if judged.sources:
        lines.append(f"- {names['words']}:")
        lines += [f"  - {_source(source, names)}" for source in judged.sources]
    return "\n".join(lines)


def _source(source: Source, names: Mapping[str, str]) -> str:
    said = ", ".join(f"“{inline(words)}”" for words in source.quoted)
    answer = said or f"{inline(source.noted)} ({names['as_noted']})"
    return f"{inline(source.question)} — {answer}" if source.question else answer


def _open(what: Contents, names: Mapping[str, str]) -> str:
    session = what.session
    unmet = [part for part in what.goals if not part.concrete and part.goal.status is GoalStatus.OPEN]
    drafts = [one for part in what.goals for one in part.drafts]
    parked_goals = [part.goal.statement for part in what.goals if part.goal.status is GoalStatus.PARKED]
    groups = {
        "open_goals": [inline(part.goal.statement) for part in unmet],
        "drafts": [f"{inline(one.criterion.statement)}: {_missing(one, names)}" for one in drafts],
        "fuzzy_terms": [f"“{inline(term)}”" for term in session.fuzzy],
        "later_answers": list(_later(what.goals)),
        "parked": [inline(text) for text in (*parked_goals, *(topic.text for topic in session.parked))],
    }
    filled = [f"### {names[name]}\n\n{_list(lines)}" for name, lines in groups.items() if lines]
    return "\n\n".join([f"## {names['still_open']}", *filled]) if filled else ""


def _missing(judged: Judged, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(name, name) for name in judged.step.missing)


def _later(parts: Iterable[GoalPart]) -> Iterator[str]:
    for part in parts:
        for turn in part.later:
            yield inline(turn.question or part.goal.statement)


def _referrals(what: Contents, names: Mapping[str, str]) -> str:
    referred = [part.goal for part in what.goals if part.goal.status is GoalStatus.REFERRED]
    if not referred:
        return ""
    sections = [f"## {names['referrals']}"]
    for goal in referred:
        sections.append(f"### {inline(goal.statement)}")
        if goal.referral is not None:
            sections += [_bold(goal.referral.title), block(goal.referral.text)]
    return "\n\n".join(sections)


def _for_us(internal: Internal, session: Session, names: Mapping[str, str]) -> str:
    price = session.session.price_asked
    groups = {
        "notes": [f"{note.at:%H:%M} {inline(note.text)}" for note in internal.notes],
        "overrulings": [line for turn in internal.turns for line in _remarks(turn, names)],
        "dismissed": [f"“{inline(term)}”" for term in internal.dismissed],
        "dropped": [inline(goal.statement) for goal in internal.dropped],
        "rejected_criteria": [inline(one.statement) for one in internal.rejected],
        "price_asked": [f"{price:%Y-%m-%d %H:%M}"] if price else [],
    }
    filled = [f"### {names[name]}\n\n{_list(lines)}" for name, lines in groups.items() if lines]
    return "\n\n".join([f"## {names['internal']}", *filled])


def _remarks(turn: Turn, names: Mapping[str, str]) -> Iterator[str]:
    about = inline(turn.answer or turn.question)
    for name, text in (("note", turn.note), ("overruled", turn.overruled), ("changed_from", turn.first_wording)):
        if text:
            yield f"{about}: {names[name]}: {inline(text)}"
