"""Names of people and organisations taken out, each for the same placeholder wherever it stands.

A name is found whole and by each of its words, and in Russian with the endings of its cases. What is taken for a name
too often spoils a sentence; what is taken for one too seldom gives a person away: the first is the lesser harm.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from brasstacks.labels import labels
from brasstacks.record import Record
from brasstacks.session import Session

_WORD = re.compile(r"[^\W_]+")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w+")
_PLAIN = frozenset(
    {
        "id",
        "language",
        "bank",
        "probe",
        "current_goal",
        "goal",
        "from_turns",
        "meets",
        "option",
        "entry",
        "sign",
        "promise",
    }
)
"""Fields that hold ids and no words of people."""
_TELLING = frozenset({"origin"})
"""Fields that name another session, whose id may hold a name: they do not go along."""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads((files("brasstacks.export") / "redaction.toml").read_text("utf-8"))[name])


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    placeholder: str
    person: bool
    tail: str = ""
    """What stands in the name after its last word: a closing quotation mark."""

    def whole(self, words: list[str]) -> bool:
        return len(words) >= len(self.words) and all(_same(a, b) for a, b in zip(self.words, words, strict=False))

    def part(self, word: str) -> bool:
        if not self.person and not word[0].isupper():
            return False  # "foods" is no Hartley Foods
        return any(len(one) > 1 and one.casefold() not in _list("not_names") and _same(one, word) for one in self.words)


class Redactor:
    """Gives each name its placeholder, the same in every session that it is shown."""

    def __init__(self, also: Iterable[str] = ()) -> None:
        """Prepare.

        Args:
            also: names that stand in no table of a session.
        """
        self._also = tuple(also)
        self._known: dict[tuple[str, str], int] = {}
        self._sessions = 0

    @property
    def next_number(self) -> int:
        """The number that the next session gets."""
        return self._sessions + 1

    def redact(self, seen: Session, whole: Session) -> Session:
        """A session without the names; its id, which may hold one, gives way to its day and a number.

        Args:
            seen: what is to go out.
            whole: the session that it is from, whose people are known.
        """
        self._sessions += 1
        names = self._names(whole)
        bare = _redacted(seen, names)
        header = seen.session
        anonymous = f"{header.created:%Y-%m-%d}-{self._sessions}"
        return bare.model_copy(update={"session": bare.session.model_copy(update={"id": anonymous})})

    def _names(self, session: Session) -> tuple[_Name, ...]:
        words = labels(session.session.language)
        client = session.client
        people = [client.name, *(person.name for person in client.people), session.session.interviewer]
        # A client that is an organisation carries one name twice.
        if client.name.casefold() == client.organisation.casefold():
            people.remove(client.name)
        found = [self._name(client.organisation, "organisation", words["redacted_organisation"])]
        found += [self._name(one, "person", words["redacted_person"]) for one in dict.fromkeys(people)]
        for one in filter(_looks_like_a_name, _named_in_passing(session)):
            # "S. Rossi" is the Sergio Rossi that is known already.
            known = next((name for name in found if name.person and any(map(name.part, _WORD.findall(one)))), None)
            if known is None:
                found.append(self._name(one, "person", words["redacted_person"]))
            else:
                found.append(replace(known, words=tuple(_WORD.findall(one))))
        found += [self._name(one, "name", words["redacted_name"]) for one in self._also]
        return tuple(sorted((one for one in found if one.words), key=lambda name: -len(name.words)))

    def _name(self, name: str, kind: str, word: str) -> _Name:
        parts = tuple(_WORD.findall(name))
        if not parts:
            return _Name((), "", person=False)
        key = (kind, " ".join(parts).casefold())
        number = self._known.setdefault(key, sum(one == kind for one, _name in self._known) + 1)
        tail = name.rstrip()[name.rstrip().rindex(parts[-1]) + len(parts[-1]) :]
        return _Name(parts, f"[{word} {number}]", person=kind != "organisation", tail=tail)


def _named_in_passing(session: Session) -> Iterator[str]:
    for goal in session.goals:
        for one in goal.criteria:
            yield from (one.agreed_by, one.owner)
    for promised in session.follow_ups:
        yield from (promised.by, promised.to)
    yield from (risk.owner for risk in session.risks)
    yield from (expectation.owner for expectation in session.expectations)


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 3 and all(word[0].isupper() for word in words)


def _redacted(record: Session, names: tuple[_Name, ...]) -> Session:
    return type(record).model_validate(_fields(record, names))


def _fields(record: Record, names: tuple[_Name, ...]) -> dict[str, object]:
    """The fields that are known; what stands under other keys cannot be vouched for."""
    return {
        name: value if name in _PLAIN else _value(value, names)
        for name in type(record).model_fields
        if name not in _TELLING and (value := getattr(record, name)) is not None
    }


def _value(value: object, names: tuple[_Name, ...]) -> object:
    if isinstance(value, Record):
        return _fields(value, names)
    if isinstance(value, tuple):
        return tuple(_value(one, names) for one in value)
    # An enumeration is a text too, and no text of people.
    return without(value, names) if type(value) is str else value


def without(text: str, names: tuple[_Name, ...]) -> str:
    """A text without the names."""
    text = _EMAIL.sub("[@]", text)
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    out: list[str] = []
    at = index = 0
    last = ""
    while index < len(words):
        name, length = _name_at(words, index, names)
        if name is None:
            index += 1
            last = ""
            continue
        start, end = found[index].start(), found[index + length - 1].end()
        gap = text[at:start]
        # Two words of one name are one person.
        if not (name.placeholder == last and gap in (" ", ". ")):
            out += [gap, name.placeholder]
        at, last = end + (len(name.tail) if text.startswith(name.tail, end) else 0), name.placeholder
        index += length
    return "".join([*out, text[at:]])


def _name_at(words: list[str], index: int, names: tuple[_Name, ...]) -> tuple[_Name | None, int]:
    for name in names:
        if name.whole(words[index : index + len(name.words)]):
            return name, len(name.words)
    return next(((name, 1) for name in names if name.part(words[index])), (None, 1))


@lru_cache(maxsize=20_000)
def _same(name: str, word: str) -> bool:
    one, other = name.casefold().replace("ё", "е"), word.casefold().replace("ё", "е")
    if one == other:
        return True
    if not ("а" <= one[0] <= "я"):
        return False
    return not _stems(one).isdisjoint(_stems(other))


def _stems(word: str) -> set[str]:
    stems = {
        word[: len(word) - n] for n in range(4) if len(word) - n >= 2 and word[len(word) - n :] in _list("endings")
    }
    # Павел, Павла; Лев, Льва.
    if len(word) > 2 and word[-2] in "ео" and word[-1] not in "аеийоуыэюяь":
        stems |= {word[:-2] + word[-1], f"{word[:-2]}ь{word[-1]}"}
    return stems
