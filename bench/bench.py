"""How fast it is: medians, and ratios to a floor measured in the same run.

usage: bench.py [--runs N] [WHAT …]     WHAT: start open typing read judge save list
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tomli_w
from terminal import Terminal

from brasstacks import chain, editing, language
from brasstacks.follow import follow
from brasstacks.session import AskedAs, Client, Session
from brasstacks.storage import files, workspace
from brasstacks.storage.banks import Banks
from brasstacks.storage.pages import Pages
from brasstacks.storage.workspace import Workspace

HERE = Path(__file__).parent
BRASSTACKS = str(Path(sys.executable).with_name("brasstacks"))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

TALK = (
    "Well, the reports come somehow, everybody writes them as he likes, and by Friday nobody knows what is going on",
    "Rob counts the open orders every Monday at nine and writes the number on the board, last week it was forty",
    "I'd say better quality, more transparency, the usual things, you know how it is",
    "If the night shift leaves no pallet in the aisle by six, we lose no driver; today it's three or four a week",
    "It depends. We'll see when we get there, the board has not decided yet",
)
"""Talk of the length and the mixture that is typed, for sessions of any size."""

READING = 6.0
"""Seconds that a person reads the Library."""

MORE = (
    "and then the warehouse called again because of pallet {n} which nobody had written down anywhere before noon "
    "so the driver of lorry {n} waited forty minutes at the gate"
)
"""Words for texts of any length that were never heard before."""


def median(measure: Callable[[], float], runs: int) -> float:
    """The median of several measurements, after one that does not count."""
    measure()
    return statistics.median(measure() for _ in range(runs))


def row(what: str, ours: str, floor: str = "", reach: str = "", *, within: bool = True) -> None:
    """Print a row of the table."""
    print(f"{what:<46}{ours:>12}{floor:>12}  {reach:<22}{'' if within else 'NOT REACHED'}", flush=True)


def ratio(what: str, ours: float, floor: float, most: float, unit: str = "ms") -> None:
    """Print a row that is a ratio to its floor."""
    value = ours / floor
    row(what, f"{ours:.1f} {unit}", f"{floor:.1f} {unit}", f"{value:.2f}× (≤ {most}×)", within=value <= most)


def bound(what: str, ours: float, most: float, unit: str = "ms") -> None:
    """Print a row that has a bound of its own."""
    row(what, f"{ours:.2f} {unit}", "", f"≤ {most} {unit}", within=ours <= most)


def a_session(turns: int) -> Session:
    """A conversation of so many turns, a minute apart, under one goal for each twenty."""
    numbers = iter(range(10**6))

    def new_id(prefix: str) -> str:
        return f"{prefix}-{next(numbers)}"

    session = editing.start(f"2026-11-22-{turns}", Client(name="Anna"), now=NOON, language="en", bank="core.en")
    for number in range(turns):
        if number % 20 == 0:
            session = editing.add_goal(session, f"Order in the warehouse, part {number // 20}", now=NOON, new_id=new_id)
        session = editing.answer(
            session,
            session.goals[-1].id,
            TALK[number % len(TALK)],
            now=NOON + timedelta(minutes=number),
            new_id=new_id,
            question="How will you know?",
            asked_as=AskedAs.CHOSEN,
        )
    return session


@contextlib.contextmanager
def a_workspace(*turns: int) -> Iterator[Workspace]:
    """A workspace with a session of each size."""
    with tempfile.TemporaryDirectory() as folder:
        place = workspace.init(Path(folder) / "workspace")
        for size in turns:
            session = a_session(size)
            files.save(session, place.session_path(session.id), since=None, backups=place.backups_dir)
        yield place


def start(runs: int) -> None:
    """From the command to the first painted frame, memory, and the processor while nobody types."""
    floor = [sys.executable, str(HERE / "floors.py"), "static"]
    with a_workspace(60) as place:
        env = {"BRASSTACKS_WORKSPACE": str(place.root)}

        def painted(command: list[str], word: str) -> tuple[float, float]:
            with Terminal(command, env=env) as terminal:
                seconds = terminal.until(word)
                terminal.settle(1.0)
                return seconds * 1000, terminal.megabytes

        commands = {
            "floor": (floor, "brasstacks"),
            "library": ([BRASSTACKS], "Anna"),
            "interview": ([BRASSTACKS, "open", "2026-11-22-60"], "board"),
        }
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(runs + 1):
            for name, (command, word) in commands.items():
                measured = painted(command, word)
                if number:
                    seen[name].append(measured)
        times = {name: statistics.median(one[0] for one in all_) for name, all_ in seen.items()}
        sizes = {name: statistics.median(one[1] for one in all_) for name, all_ in seen.items()}
        ratio("Library: first painted frame / one Static", times["library"], times["floor"], 1.5)
        row("Interview: first painted frame", f"{times['interview']:.1f} ms")
        ratio("Library: memory / one Static", sizes["library"], sizes["floor"], 1.4, "MB")
        ratio("Interview, one language: memory / one Static", sizes["interview"], sizes["floor"], 2.0, "MB")
        with Terminal([BRASSTACKS, "open", "2026-11-22-60"], env=env) as terminal:
            terminal.until("board")
            terminal.settle(1.0)
            bound("Interview: processor while nobody types", 100 * terminal.processor(10), 1, "%")


def opening(runs: int) -> None:
    """From Enter in the Library to the first frame of a long conversation with all that stands in it."""

    def opened(place: Workspace, rest: float) -> tuple[float, float]:
        with Terminal([BRASSTACKS], env={"BRASSTACKS_WORKSPACE": str(place.root)}) as terminal:
            terminal.until("Anna")
            terminal.settle(rest, most=rest + 1)
            megabytes = terminal.megabytes
            return terminal.shown("\r", "board") * 1000, megabytes

    with a_workspace(600) as place:
        read = [opened(place, READING) for _ in range(runs + 1)][1:]
        bound("600 turns opened from a Library that was read", statistics.median(one[0] for one in read), 200)
        row("  … and what the Library holds by then", f"{statistics.median(one[1] for one in read):.1f} MB")
        row("600 turns opened at once", f"{statistics.median(opened(place, 0.5)[0] for _ in range(runs)):.1f} ms")


def typing(runs: int) -> None:
    """From a key in the box to the first byte of its echo and the last byte of the marks."""
    text = TALK[0] + " "

    def keys(terminal: Terminal) -> tuple[float, float]:
        terminal.settle(1.0)
        firsts, lasts = [], []
        for char in (text * 9)[: runs * 12]:
            first, last = terminal.key(char)
            firsts.append(first * 1000)
            lasts.append(last * 1000)
        return statistics.median(firsts), statistics.median(lasts)

    with Terminal([sys.executable, str(HERE / "floors.py"), "textarea"], env={}) as terminal:
        terminal.until("brasstacks")
        floor, _ = keys(terminal)
    with a_workspace(60, 600) as place:
        for turns in (60, 600):
            env = {"BRASSTACKS_WORKSPACE": str(place.root)}
            with Terminal([BRASSTACKS, "open", f"2026-11-22-{turns}"], env=env) as terminal:
                terminal.until("board")
                first, last = keys(terminal)
            ratio(f"echo of a key, {turns} turns / bare TextArea", first, floor, 1.3)
            bound(f"marks after a key, {turns} turns", last, 60)


def reading(runs: int) -> None:
    """Hearing unseen text, and retyping in a long answer: time at work, which others on the machine do not lengthen."""
    fresh = iter(range(10**9))

    def words(count: int) -> str:
        text = " ".join(MORE.format(n=next(fresh)) for _ in range(count // 20 + 1))
        return " ".join(text.split()[:count])

    def milliseconds(count: int) -> float:
        text = words(count)
        begun = time.process_time()
        language.read(text, lang="en")
        return (time.process_time() - begun) * 1000

    for count in (20, 200, 2000):
        bound(f"read of {count} unseen words", median(lambda c=count: milliseconds(c), runs * 5), count / 50)
    text = words(200)
    keys = []
    for end in range(len(text) - 200, len(text)):
        begun = time.process_time()
        language.read(text[:end], lang="en")
        keys.append((time.process_time() - begun) * 1000)
    bound("a key in an answer of 200 words", statistics.median(keys), 4)
    firsts = [_first_call() for _ in range(runs)]
    bound("first reading of a process, all that it loads", statistics.median(one[0] for one in firsts), 60)
    bound("  … of these, at work", statistics.median(one[1] for one in firsts), 60)
    bound("  … and what it adds to memory", statistics.median(one[2] for one in firsts), 25, "MB")


FIRST_CALL = """
import time
def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
before = resident()
begun, worked = time.perf_counter(), time.process_time()
from brasstacks import language
language.read("we need better reports", lang="en")
print((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000, resident() - before)
"""
"""What a child inherits counts in `ru_maxrss`, so what is resident now is read."""


def _first_call() -> tuple[float, float, float]:
    """Milliseconds, those at work, and megabytes of the first reading in a process of its own."""
    done = subprocess.run([sys.executable, "-c", FIRST_CALL], check=True, capture_output=True, text=True)  # noqa: S603
    milliseconds, working, megabytes = map(float, done.stdout.split())
    return milliseconds, working, megabytes


def judging(runs: int) -> None:
    """Drift and suggestions after an answer to a long chain, everything said before having been heard."""
    turns = [chain.Asked("How will you know?", TALK[at % len(TALK)] + f" ({at})") for at in range(50)]
    bank = Banks().joined("core.en")
    fresh = iter(range(10**9))

    def milliseconds() -> float:
        last = chain.Asked("And then?", f"{TALK[1]}, order {next(fresh)}")
        heard = chain.hear("Order in the warehouse", [*turns[:-1], last], lang="en")
        begun = time.perf_counter()
        follow(heard, bank)
        return (time.perf_counter() - begun) * 1000

    bound("drift and suggestions, 50 turns, after an Enter", median(milliseconds, runs * 5), 5)


def saving(runs: int) -> None:
    """Saving a session after each answer, against the least that keeps the same data safe."""
    numbers = iter(range(10**6))
    with a_workspace() as place:
        for turns in (60, 600):
            session, path = a_session(turns), place.session_path(f"2026-11-22-{turns}")
            pages = Pages()
            now = [session]
            since: list[str | None] = [None]

            def ours(
                path: Path = path, pages: Pages = pages, now: list[Session] = now, since: list[str | None] = since
            ) -> float:
                now[0] = editing.answer(
                    now[0], now[0].goals[-1].id, TALK[0], now=NOON, new_id=lambda _prefix: f"more-{next(numbers)}"
                )
                begun = time.perf_counter()
                since[0] = files.save(now[0], path, since=since[0], backups=place.backups_dir, pages=pages).stamp
                return (time.perf_counter() - begun) * 1000

            table = session.model_dump(exclude_defaults=True)

            def floor(table: dict[str, object] = table, path: Path = path) -> float:
                begun = time.perf_counter()
                raw = tomli_w.dumps(table, multiline_strings=True).encode()
                new, target = path.with_suffix(".new"), path.with_suffix(".floor")
                handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                os.write(handle, raw)
                os.fsync(handle)
                os.close(handle)
                new.replace(target)
                folder = os.open(path.parent, os.O_RDONLY)
                os.fsync(folder)
                os.close(folder)
                return (time.perf_counter() - begun) * 1000

            # One by the other: the disk is no steady one.
            times = [(ours(), floor()) for _run in range(runs * 4 + 1)][1:]
            mine, least = (statistics.median(one[which] for one in times) for which in (0, 1))
            ratio(f"saving {turns} turns / dumps, write, fsync", mine, least, 1.3)


def listing(runs: int) -> None:
    """Commands that need no screen."""

    def seconds(*command: str) -> float:
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the bench's own commands
        return (time.perf_counter() - begun) * 1000

    with a_workspace(60) as place:
        floor = median(lambda: seconds(sys.executable, "-c", "import pydantic"), runs)
        ours = median(lambda: seconds(BRASSTACKS, "--workspace", str(place.root), "list"), runs)
        ratio("brasstacks list / import pydantic", ours, floor, 1.5)
        ratio("brasstacks --help / import pydantic", median(lambda: seconds(BRASSTACKS, "--help"), runs), floor, 1.5)


PARTS = {
    "start": start,
    "open": opening,
    "typing": typing,
    "read": reading,
    "judge": judging,
    "save": saving,
    "list": listing,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("what", nargs="*", metavar="WHAT")
    args = parser.parse_args()
    if unknown := set(args.what) - set(PARTS):
        parser.error(f"{', '.join(sorted(unknown))}: one of {', '.join(PARTS)}")
    row("what", "ours", "floor", "ratio or bound")
    for name in args.what or PARTS:
        PARTS[name](args.runs)


if __name__ == "__main__":
    main()
