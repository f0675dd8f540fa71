"""Where the questions are: the shipped banks, and one's own, which win."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from brasstacks.identity import core_bank
from brasstacks.questions.bank import Bank, Entry, Lexicon
from brasstacks.storage import atomic, shipped
from brasstacks.storage.faults import BankUnreadable, decode, parse, said_of_bank
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _

__all__ = ["BankUnreadable", "Banks", "Found", "load"]

One = TypeVar("One", bound=Entry)


@dataclass(frozen=True, slots=True)
class Found:
    """A bank of the list, or why it is none."""

    id: str
    path: Path
    own: bool
    """Whether it is the workspace's own."""
    bank: Bank | None
    problem: str = ""
    """Why it cannot be used; empty when it can."""


@dataclass(frozen=True, slots=True)
class Banks:
    """The banks that a person can choose from."""

    workspace: Workspace | None = None
    shipped_dir: Path = field(default_factory=lambda: shipped.folder("question_banks"))

    def paths(self) -> dict[str, Path]:
        """Every bank's file by its id, which is the file's name; the workspace's own wins over the shipped one."""
        own = _in_folder(self.workspace.banks_dir) if self.workspace else {}
        return dict(sorted((_in_folder(self.shipped_dir) | own).items()))

    def list(self) -> tuple[Found, ...]:
        """Every bank once, by id; one that cannot be read says why and hides no other."""
        return tuple(self._found(bank_id, path) for bank_id, path in self.paths().items())

    def _found(self, bank_id: str, path: Path) -> Found:
        own = path.parent != self.shipped_dir
        try:
            return Found(bank_id, path, own, load(path))
        except BankUnreadable as error:
            return Found(bank_id, path, own, None, str(error))

    def one(self, bank_id: str) -> Bank:
        """A bank as its file has it.

        Raises:
            BankUnreadable: there is none of that id (lists what exists), or its file is faulty.
        """
        paths = self.paths()
        if bank_id not in paths:
            raise BankUnreadable(
                _("{bank_id}: no such bank; there are: {known}").format(bank_id=bank_id, known=", ".join(paths) or "—")
            )
        return load(paths[bank_id])

    def joined(self, bank_id: str) -> Bank:
        """A bank with those that it extends: its own entries first, then theirs.

        Raises:
            BankUnreadable: it or one that it extends is missing or faulty, or they extend one another in a circle.
        """
        return self.join(self.one(bank_id))

    def join(self, bank: Bank, above: tuple[str, ...] = ()) -> Bank:
        """A bank joined with those that it extends, which are found here. Raises BankUnreadable."""
        way = (*above, bank.id)
        whole = bank
        for below in bank.extends:
            if below in way:
                circle = " → ".join((*way[way.index(below) :], below))
                raise BankUnreadable(
                    _("{id}: extends: goes round in a circle ({circle}): take one of them out").format(
                        id=bank.id, circle=circle
                    )
                )
            try:
                further = self.one(below)
            except BankUnreadable as error:
                raise BankUnreadable(_("{id}: extends: {why}").format(id=bank.id, why=error)) from error
            whole = _both(whole, self.join(further, way))
        return whole

    def for_session(self, bank_id: str, language: str) -> Bank:
        """The joined bank of a session; the core bank of its language when it names none. Raises BankUnreadable."""
        return self.joined(bank_id or core_bank(language))

    def core(self, language: str) -> Bank:
        """The core bank of a language, or the English one where there is none. Raises BankUnreadable."""
        core = core_bank(language)
        return self.joined(core if core in self.paths() else "core.en")

    def its_like(self, bank_id: str, language: str) -> str:
        """The id of the same bank in another language; of that language's core bank where there is no such bank."""
        like = f"{bank_id.rpartition('.')[0]}.{language}"
        return like if like in self.paths() else core_bank(language)


def _in_folder(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.toml")} if folder.is_dir() else {}


def load(path: Path) -> Bank:
    """Read a bank from its file.

    Raises:
        BankUnreadable: not there, not TOML or not a bank; names file, entry and mend.
    """
    try:
        raw = atomic.read(path)
    except OSError as error:
        raise BankUnreadable(
            _("{path}: cannot be read: {why}").format(path=path, why=(error.strerror or str(error)).lower())
        ) from error
    return _parsed(path, raw)


@lru_cache(maxsize=32)
def _parsed(path: Path, raw: bytes) -> Bank:
    try:
        text = decode(raw)
        data = parse(text)
    except ValueError as error:
        raise BankUnreadable(f"{path}: {error}") from error
    try:
        bank = Bank.model_validate(data)
    except ValidationError as error:
        raise BankUnreadable(f"{path}: {said_of_bank(error, data, text)}") from error
    if bank.id != path.stem:
        raise BankUnreadable(
            _('{path}: id is "{id}": write id = "{stem}" or rename the file to {id}.toml').format(
                path=path, id=bank.id, stem=path.stem
            )
        )
    return bank


def _both(first: Bank, second: Bank) -> Bank:
    return first.over(
        second,
        openers=_joined(first.openers, second.openers),
        probes=_joined(first.probes, second.probes),
        returns=_joined(first.returns, second.returns),
        referrals=_joined(first.referrals, second.referrals),
        risks=_joined(first.risks, second.risks),
        expectations=_joined(first.expectations, second.expectations),
        cards=_joined(first.cards, second.cards),
        playbook=_joined(first.playbook, second.playbook),
        lexicon=_words(first.lexicon, second.lexicon),
        weights=second.weights | first.weights,
    )


def _joined(first: Iterable[One], second: Iterable[One]) -> tuple[One, ...]:
    """Both lists; an entry of the first stands in for one of the same id, or group of fit, in the second."""
    by_key: dict[object, One] = {}
    for entry in (*first, *second):
        by_key.setdefault(getattr(entry, "id", None) or getattr(entry, "group", None), entry)
    return tuple(by_key.values())


def _words(first: Lexicon, second: Lexicon) -> Lexicon:
    return Lexicon(
        **{
            name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name)))) for name in Lexicon.model_fields
        },
    )
