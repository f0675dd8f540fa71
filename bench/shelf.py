"""A workspace of any number of sessions, as years of work would leave it: talk in three languages, no two sessions alike.

usage: shelf.py DIR N
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from brasstacks.storage import workspace
from brasstacks.storage.workspace import Workspace

TRAINING = Path(__file__).parent.parent / "training"
SEED = 20261122
BEGINNING = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
BANKS = {"en": "core.en", "it": "core.it", "ru": "core.ru"}
TURNS = 20
"""Of an average session: half an hour of talk."""

NAMES = {
    "en": ("Anna", "Rob", "Priya", "Mike", "Ellen", "Tom"),
    "it": ("Giulia", "Marco", "Elena", "Paolo", "Chiara", "Luca"),
    "ru": ("Анна", "Ольга", "Игорь", "Марина", "Павел", "Фёдор"),
}
FIRMS = {
    "en": ("Foods", "Logistics", "Clinic", "Printing"),
    "it": ("Trasporti", "Vini", "Ceramiche", "Studio"),
    "ru": ("Склад", "Молоко", "Мебель", "Печать"),
}


def talk() -> dict[str, list[str]]:
    """What people said, by language."""
    said: dict[str, list[str]] = {lang: [] for lang in BANKS}
    for line in (TRAINING / "answers.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        said[one["lang"]].append(one["text"])
    return said


def sessions(count: int) -> Iterator[tuple[str, str]]:
    """So many sessions: the id and the text of the file."""
    chance = random.Random(SEED)  # noqa: S311 - a bench is to be the same each time
    said = talk()
    for number in range(count):
        lang = chance.choice(tuple(BANKS))
        begun = BEGINNING + timedelta(hours=9 * number)
        name = f"{begun:%Y-%m-%d}-{number}"
        yield name, "\n".join(_lines(name, lang, begun, number, said[lang], chance))


def _lines(
    name: str, lang: str, begun: datetime, number: int, said: Sequence[str], chance: random.Random
) -> Iterator[str]:
    client = f"{chance.choice(NAMES[lang])} {number % 997}"
    turns = chance.randint(TURNS // 2, TURNS * 3 // 2)
    yield "schema_version = 1\n\n[session]"
    yield f'id = "{name}"\ntitle = {json.dumps(chance.choice(said)[:40], ensure_ascii=False)}'
    yield f'language = "{lang}"\nbank = "{BANKS[lang]}"\nstatus = "{chance.choice(("open", "closed"))}"'
    yield f"created = {begun.isoformat()}\nupdated = {(begun + timedelta(minutes=turns)).isoformat()}"
    yield f"\n[[session.sittings]]\nstarted = {begun.isoformat()}"
    yield f"ended = {(begun + timedelta(minutes=turns)).isoformat()}"
    yield f'\n[client]\nname = "{client}"\norganisation = "{chance.choice(FIRMS[lang])} {number % 499}"'
    for at in range(turns):
        if at % 10 == 0:
            goal = json.dumps(chance.choice(said), ensure_ascii=False)
            yield f'\n[[goals]]\nid = "g-{at}"\nstatement = {goal}\n'
        moment = (begun + timedelta(minutes=at)).isoformat()
        question, answer = (json.dumps(chance.choice(said), ensure_ascii=False) for _ in range(2))
        yield f'[[goals.turns]]\nid = "t-{at}"\nasked = {moment}\nanswered = {moment}\nquestion = {question}'
        yield f'asked_as = "own"\nanswer = {answer[:-1]} {number if at == 0 else ""}"\n'
        if at % 10 == 9:
            yield f'[[goals.criteria]]\nid = "c-{at}"\nstatement = {answer}\nwho = "{client}"\nobservable = {question}'
            yield f'threshold = "all of them"\nfrom_turns = ["t-{at}"]\n'
    yield f'[[follow_ups]]\nid = "f-1"\nat = {begun.isoformat()}\ntext = {answer}\ndue = "{begun:%Y-%m-%d}"'
    yield f'\n[[notes]]\nid = "n-1"\nat = {begun.isoformat()}\ntext = {question}\n'


def fill(root: Path, count: int) -> Workspace:
    """Make a workspace of so many sessions."""
    place = workspace.init(root)
    for name, text in sessions(count):
        file = place.session_path(name)
        file.touch(0o600)
        file.write_text(text, "utf-8")
    return place


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
