"""The people on the client's side, as an interviewer types them on one line.

`Anna Rossi, director, decides; Marco, buyer`: people apart by semicolons; name, role and whether they decide by commas.
"""

import re
from collections.abc import Iterable

from brasstacks.session import Person

DECIDES = frozenset({"decides", "decide", "decider", "решает", "решающий", "decisore"})
"""The words for somebody who decides, in the three languages; `decide` serves English and Italian."""


def parse(text: str) -> tuple[Person, ...]:
    """The people named in a text; of an empty one none. Never raises: what is not understood is part of the role."""
    people = (_person(part) for part in re.split(r"[;\n]", text))
    return tuple(person for person in people if person is not None)


def _person(text: str) -> Person | None:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    decides = any(part.casefold() in DECIDES for part in parts[1:])
    named = [part for position, part in enumerate(parts) if not position or part.casefold() not in DECIDES]
    if not named:
        return None
    return Person(name=named[0], role=", ".join(named[1:]), decides=decides)


def written(people: Iterable[Person]) -> str:
    """People on one line, as `parse` reads them."""
    rows = ((one.name, one.role, "decides" if one.decides else "") for one in people)
    return "; ".join(", ".join(filter(None, row)) for row in rows)
