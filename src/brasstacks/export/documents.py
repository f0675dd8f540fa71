"""Sessions as data for other programs: JSON with a schema, and the criteria alone as TOML. `brasstacks import` reads both."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel

from brasstacks.export.audience import Audience
from brasstacks.export.contents import Contents, Judged
from brasstacks.session import Session
from brasstacks.storage import toml

VERSION = 1


class Standing(BaseModel):
    """Where a criterion stands on the ladder."""

    id: str
    """The criterion's, in the session."""
    step: int
    """0 a wish, 1 something observable, 2 and who, 3 concrete, 4 contract-ready."""
    missing: tuple[str, ...]
    """What the next landing needs."""


class Exported(BaseModel):
    """One session."""

    session: Session
    """As its audience may see it."""
    criteria: tuple[Standing, ...]
    """What counts as a criterion."""
    open: tuple[Standing, ...]
    """What does not yet."""


class Document(BaseModel):
    """A file of sessions."""

    brasstacks: Literal[1]
    """The version of this form."""
    audience: Audience
    sessions: tuple[Exported, ...]


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON export, from the models themselves."""
    made = Document.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def json_of(many: Iterable[Contents]) -> Iterator[str]:
    """One JSON document; a session at a time, however many there are."""
    audience = None
    for what in many:
        if audience is None:
            audience = what.audience
            yield f'{{"brasstacks": {VERSION}, "audience": "{audience}", "sessions": [\n'
        else:
            yield ",\n"
        yield _exported(what).model_dump_json(indent=1)
    if audience is None:
        yield f'{{"brasstacks": {VERSION}, "audience": "{Audience.CLIENT}", "sessions": ['
    yield "\n]}\n"


def _exported(what: Contents) -> Exported:
    return Exported(
        session=what.session,
        criteria=tuple(_standing(one) for part in what.goals for one in part.concrete),
        open=tuple(_standing(one) for one in what.drafts),
    )


def _standing(judged: Judged) -> Standing:
    return Standing(id=judged.criterion.id, step=judged.step.step, missing=judged.step.missing)


def toml_of(many: Iterable[Contents]) -> Iterator[str]:
    """The goals with what counts as a criterion, and nothing of the conversation."""
    yield f"brasstacks = {VERSION}\n"
    for what in many:
        yield "\n" + toml.dumps({"sessions": [_criteria_alone(what)]})


def _criteria_alone(what: Contents) -> Session:
    header, client = what.session.session, what.session.client
    goals = tuple(
        part.goal.model_copy(
            update={
                "turns": (),
                "criteria": tuple(one.criterion for one in part.concrete),
            }
        )
        for part in what.goals
        if part.concrete
    )
    return Session(session=header, client=client, goals=goals)
