"""One row a criterion or a turn: for spreadsheets, trackers and whatever reads rows."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from brasstacks.export.audience import Audience
from brasstacks.export.contents import FIELDS, Contents, GoalPart, Judged, field
from brasstacks.export.escape import one_line, visible
from brasstacks.export.outline import missing, said
from brasstacks.labels import labels
from brasstacks.language import read

Value = str | int | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula, the wide forms of the signs included."""
BOM = "\ufeff"

_LONGEST = 250
"""Characters of a `Summary`: Jira refuses one of 255 and more, or on more than one line."""


def csv_of(many: Iterable[Contents]) -> Iterator[str]:
    """CSV by RFC 4180: one row a criterion, those that are still open too; `Summary` and `Description` as Jira has them."""
    heads: list[str] = []
    for what in many:
        for row in map(_titled, criteria(what)):
            if not heads:
                heads = list(row)
                yield _line(head.replace("_", " ") for head in heads)  # Jira advises against signs in the first row
            yield _line([cell(value) for value in row.values()])
    if not heads:
        yield _line(["Summary", "Description"])


def csv_with_mark(many: Iterable[Contents]) -> Iterator[str]:
    """The same with a byte order mark, without which some spreadsheets take UTF-8 for something else."""
    yield BOM
    yield from csv_of(many)


def _titled(row: dict[str, Value]) -> dict[str, Value]:
    """The row with a `Summary` that trackers take; of a longer one the whole stands in the `Description`."""
    whole = one_line(str(row["Summary"]))
    if len(whole) <= _LONGEST:
        return {**row, "Summary": whole}
    return {**row, "Summary": f"{whole[: _LONGEST - 1].rstrip()}…", "Description": f"{whole}\n{row['Description']}"}


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def cell(value: Value) -> str:
    """A value as a cell that no spreadsheet computes: before what would be a formula stands an apostrophe."""
    text = visible("" if value is None else str(value)).replace("\t", " ")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def criteria(what: Contents) -> Iterator[dict[str, Value]]:
    """A row for each criterion, and for each that is still open."""
    names = labels(what.session.session.language)
    for part in what.goals:
        for one in part.judged:
            yield {
                "Summary": one.criterion.statement,
                "Description": _description(one, names),
                "state": "criterion" if one in part.concrete else "open",
                **_of_session(what),
                **_of_goal(part),
                "id": one.criterion.id,
                **{name: field(one.criterion, name) for name in FIELDS},
                "provenance": one.criterion.provenance.value,
                "status": one.criterion.status.value,
                "step": one.step.step,
                "missing": " ".join(one.step.missing),
            }


def _of_session(what: Contents) -> dict[str, Value]:
    header, client = what.session.session, what.session.client
    return {
        "session": what.session.id,
        "date": f"{header.created:%Y-%m-%d}",
        "title": header.title,
        "language": header.language,
        "client": client.name,
        "organisation": client.organisation,
    }


def _of_goal(part: GoalPart) -> dict[str, Value]:
    return {"goal": part.goal.statement, "goal_id": part.goal.id, "goal_status": part.goal.status.value}


def _description(judged: Judged, names: Mapping[str, str]) -> str:
    lines = [f"{names[name]}: {value}" for name, value in judged.fields.items()]
    if not judged.agreed:
        lines.append(names["to_confirm"])
    if judged.step.missing:
        lines.append(f"{names['missing']}: {missing(judged, names)}")
    lines += [said(source, names) for source in judged.sources]
    return "\n".join(lines)


def turns(what: Contents) -> Iterator[dict[str, Value]]:
    """A row for each turn; for us alone with our remarks and its level."""
    language = what.session.session.language
    for part in what.goals:
        for number, turn in enumerate(part.goal.turns, 1):
            row: dict[str, Value] = {
                **_of_session(what),
                **_of_goal(part),
                "turn": number,
                "id": turn.id,
                "question": turn.question,
                "answer": turn.answer,
                "later": turn.later,
            }
            if what.audience is Audience.INTERNAL:
                row |= {
                    "level": read(turn.answer, lang=language, question=turn.question).level.value,
                    "asked_as": turn.asked_as.value,
                    "probe": turn.probe,
                    "answered": turn.answered.isoformat() if turn.answered else None,
                    "note": turn.note,
                    "overruled": turn.overruled,
                    "first_wording": turn.first_wording,
                }
            yield row


def jsonl_of_criteria(many: Iterable[Contents]) -> Iterator[str]:
    """JSON lines, one a criterion."""
    for what in many:
        yield from map(_json, criteria(what))


def jsonl_of_turns(many: Iterable[Contents]) -> Iterator[str]:
    """JSON lines, one a turn."""
    for what in many:
        yield from map(_json, turns(what))


def _json(row: Mapping[str, Value]) -> str:
    lowered = {name.lower(): value for name, value in row.items()}
    return json.dumps(lowered, ensure_ascii=False) + "\n"
