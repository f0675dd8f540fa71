"""Session files as no hand and no disk should leave them: mutated from real ones, and what the program makes of each.

Each is read, or refused in one sentence that names the file; what is refused is never overwritten, and what is read is
saved and read again with every key that this program does not know.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from brasstacks.storage import faults, files
from brasstacks.storage.workspace import Workspace
from conversations import a_session

TESTS = Path(__file__).parents[1]
REAL = tuple(
    path.read_bytes()
    for path in (
        *sorted((TESTS / "storage" / "released").glob("*.toml")),
        *sorted((TESTS.parent / "sessions").glob("*.toml")),
    )
)
OTHERS = (TESTS.parent / "pyproject.toml").read_bytes()
"""Another program's TOML."""

KEYS = (
    "later", "model_config", "model_fields", "model_copy", "model_extra", "__class__", "__dict__", "__pydantic_extra__",
    "copy", "schema", "id", "session", "goals", "a b", "", "é", "value", "self", "_private",
)  # fmt: skip
VALUES = (
    '"text"', "1", "1.5", "true", "[]", "{}", "[1, [2]]", "2026-11-22", "12:00:00", "2026-11-22T10:00:00",
    "2026-11-22T10:00:00+01:00", "inf", "nan", "-0", '"\\u0000"', '"[/]"', '"""\n\n"""', "[{a = 1}, {b = 2}]",
    "9" * 30, "9" * 5000, "1e400", '{a = {b = {c = "d"}}}', "[" * 60 + "]" * 60, "[" * 3000 + "]" * 3000, "''", "= 3",
)  # fmt: skip

Mutation = Callable[[bytes, Random], bytes]


def _cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _without_a_piece(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw))
    return raw[:start] + raw[start + chance.randint(1, 200) :]


def _a_piece_twice(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw))
    end = start + chance.randint(1, 400)
    return raw[:end] + raw[start:]


def _a_byte_changed(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]


def _bytes_put_in(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw))
    piece = chance.choice(
        (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"'''", b"\n[", b"=", b"# by hand\n", b"\r", b"\x1b[31m")
    )
    return raw[:place] + piece + raw[place:]


def _a_value_changed(raw: bytes, chance: Random) -> bytes:
    lines = raw.decode("utf-8", "replace").split("\n")
    places = [number for number, line in enumerate(lines) if " = " in line]
    place = chance.choice(places) if places else 0
    lines[place] = lines[place].partition(" = ")[0] + " = " + chance.choice(VALUES)
    return "\n".join(lines).encode()


def _a_key_put_in(raw: bytes, chance: Random) -> bytes:
    lines = raw.decode("utf-8", "replace").split("\n")
    key = chance.choice(KEYS)
    lines.insert(chance.randrange(len(lines)), f'"{key}" = {chance.choice(VALUES)}')
    return "\n".join(lines).encode()


def _a_table_put_in(raw: bytes, chance: Random) -> bytes:
    heading = chance.choice(
        ("later", "goals.later", "session", "client.people", "a." * 500 + "a", "goals.turns", "notes")
    )
    form = chance.choice(("[{}]", "[[{}]]")).format(heading)
    return raw + f"\n{form}\n{chance.choice(('x = 1', 'id = 3', 'later = {}', ''))}\n".encode()


def _lines_changed_about(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _an_id_twice(raw: bytes, chance: Random) -> bytes:
    ids = [line for line in raw.split(b"\n") if line.startswith(b"id = ")]
    return raw.replace(chance.choice(ids), chance.choice(ids)) if ids else raw


def _as_windows_has_it(raw: bytes, chance: Random) -> bytes:
    return chance.choice((b"\xef\xbb\xbf", b"", b"\xff\xfe")) + raw.replace(b"\n", chance.choice((b"\r\n", b"\r")))


def _of_another_program(raw: bytes, chance: Random) -> bytes:
    return chance.choice(
        (OTHERS, raw + OTHERS, b"", b"\x00" * 4096, b"{}", b"[[session]]", b"schema_version = 99\n" + raw)
    )


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _without_a_piece, _a_piece_twice, _a_byte_changed, _bytes_put_in, _a_value_changed, _a_key_put_in,
    _a_table_put_in, _lines_changed_about, _an_id_twice, _as_windows_has_it, _of_another_program,
)  # fmt: skip


@dataclass(slots=True)
class Count:
    """What came of it."""

    files: int = 0
    read: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    """Whatever is no sentence."""
    overwrites: list[str] = field(default_factory=list)
    """Files that could not be read and were changed all the same."""
    lost: list[str] = field(default_factory=list)
    """Keys that did not survive a save."""

    def __str__(self) -> str:
        """As the soak prints it."""
        return (
            f"{self.files} files: {self.read} read, {self.refused} refused with a reason, {len(self.crashes)} crashes, "
            f"{len(self.overwrites)} overwrites, {len(self.lost)} lost keys"
        )


def mutated(chance: Random) -> bytes:
    """A real file after one to three misfortunes."""
    raw = chance.choice(REAL)
    for mutation in chance.choices(MUTATIONS, k=chance.choice((1, 1, 1, 2, 3))):
        raw = mutation(raw or b"\n", chance)
    return raw


def soak(place: Workspace, many: int, seed: int) -> Count:
    """Try so many files."""
    count, chance = Count(), Random(seed)  # noqa: S311 - mutations, no secrets
    for number in range(many):
        path = place.session_path(f"f{number % 50}")
        raw = mutated(chance)
        path.write_bytes(raw)
        count.files += 1
        try:
            _try(place, path, raw, count)
        except Exception as error:  # noqa: BLE001 - that there is none is what is counted
            count.crashes.append(f"seed {seed}, file {number}: {type(error).__name__}: {error}"[:300])
    return count


def _try(place: Workspace, path: Path, raw: bytes, count: Count) -> None:
    try:
        loaded = files.load(path)
    except files.SessionUnreadable as error:
        count.refused += 1
        said = str(error)
        if not said.startswith(f"{path}: ") or "\n" in said or len(said) > 2000:
            count.crashes.append(f"no sentence: {said[:200]!r}")
        with contextlib.suppress(files.NotSaved):
            files.save(a_session(path.stem), path, since=None, backups=place.backups_dir)
        if path.read_bytes() != raw:
            count.overwrites.append(said)
        return
    count.read += 1
    if loaded.read_only_reason:
        return
    files.save(loaded.session, path, since=loaded.stamp, backups=place.backups_dir)
    # As text: "nan" is not the same as itself.
    if files.to_toml(files.load(path).session) != files.to_toml(loaded.session):
        count.lost.append(f"{path}: not the same after a save")
    before, after = faults.parse(faults.decode(raw)), faults.parse(path.read_text("utf-8"))
    count.lost += [f"{key}: {raw[:80]!r}" for key in _gone(before, after)]


def _gone(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Keys that had a value and have none now."""
    gone = [key for key, value in before.items() if key not in after and value not in ("", [], False, {})]
    for key, value in before.items():
        there = after.get(key)
        if isinstance(value, dict) and isinstance(there, dict):
            gone += _gone(value, there)
        elif isinstance(value, list) and isinstance(there, list):
            for one, other in zip(value, there, strict=False):
                if isinstance(one, dict) and isinstance(other, dict):
                    gone += _gone(one, other)
    return gone
