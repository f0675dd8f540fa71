"""How fast the library is with ever more sessions; for each size the same rows, so that what grows is seen.

usage: library.py [--runs N] [SIZE …]     SIZE: 10 100 1000 10000
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import shelf
from terminal import Terminal

from brasstacks.storage import files
from brasstacks.storage.index import Index
from brasstacks.storage.search import parse, search
from brasstacks.storage.workspace import Workspace

BRASSTACKS = str(Path(sys.executable).with_name("brasstacks"))
SIZES = (10, 100, 1000, 10000)
QUERIES = (
    "order",
    "the customer order",
    "wa",
    "заказчик неделя",
    "qualità",
    "client:anna order",
    "after:2018 state:open",
)


def row(what: str, size: int, value: str, reach: str = "", *, within: bool = True) -> None:
    """Print a row of the table."""
    print(f"{what:<44}{size:>7}{value:>14}  {reach:<16}{'' if within else 'NOT REACHED'}", flush=True)


def cold(place: Workspace, size: int) -> None:
    """The index made anew, against the parsing of the files alone; processor time, so that neighbours count less."""
    paths = sorted(place.sessions_dir.glob("*.toml"))
    index = Index(place)
    index.discard()
    begun = time.process_time()
    for path in paths:
        files.load(path)
    floor = time.process_time() - begun
    begun = time.process_time()
    index.refresh()
    ours = time.process_time() - begun
    row("index made anew", size, f"{ours:.2f} s", f"{1000 * ours / size:.2f} ms each")
    row("  … / parsing the files alone", size, f"{ours / floor:.2f}×", "≤ 1.5×", within=ours / floor <= 1.5)
    row("  … its size", size, f"{index.path.stat().st_size / 1e6:.1f} MB")
    begun = time.process_time()
    index.refresh()
    row("looked through again, nothing changed", size, f"{(time.process_time() - begun) * 1000:.1f} ms")


def searches(place: Workspace, size: int, runs: int) -> None:
    """The slowest of several searches, each by its median."""
    index = Index(place)

    def milliseconds(query: str) -> float:
        begun = time.process_time()
        search(index, parse(query))
        return (time.process_time() - begun) * 1000

    each = {query: statistics.median(milliseconds(query) for _run in range(runs)) for query in QUERIES}
    slowest = max(each, key=lambda query: each[query])
    row(f"slowest search ({slowest})", size, f"{each[slowest]:.1f} ms", "≤ 30 ms", within=each[slowest] <= 30)


def frames(places: Sequence[tuple[int, Workspace]], runs: int) -> None:
    """The first frame with a session in it, the index being there, and the memory then; sizes by turns."""
    seen: dict[int, list[tuple[float, float]]] = {size: [] for size, _place in places}
    for run in range(runs + 1):
        for size, place in places:
            (newest,) = Index(place).page(0, 1)
            env = {"BRASSTACKS_WORKSPACE": str(place.root)}
            with Terminal([BRASSTACKS], env=env) as terminal:
                seconds = terminal.until(f"{newest.updated.astimezone():%Y-%m-%d}", timeout=60)
                terminal.settle(1.0)
                if run:
                    seen[size].append((seconds * 1000, terminal.megabytes))
    first = statistics.median(one[0] for one in seen[places[0][0]])
    for size, all_ in seen.items():
        time_, memory = (statistics.median(one[which] for one in all_) for which in (0, 1))
        ratio = time_ / first
        row("Library: first frame", size, f"{time_:.0f} ms", f"{ratio:.2f}× (≤ 1.3×)", within=ratio <= 1.3)
        row("  … memory", size, f"{memory:.1f} MB", "≤ 120 MB", within=memory <= 120)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", default=SIZES)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        places = [(size, shelf.fill(Path(folder) / str(size), size)) for size in args.sizes]
        for size, place in places:
            cold(place, size)
            searches(place, size, args.runs)
        frames(places, args.runs)


if __name__ == "__main__":
    main()
