"""`make soak`: every fault many times. Prints what came of each; exit 1 when anything was lost, broke or was overwritten."""

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from brasstacks.storage import workspace
from soak import fuzz, hammer, kills

KILLS, FILES, SECONDS = 201, 10_000, 60
TYPISTS = 3
"""At once: a typist mostly waits."""


def _fresh() -> workspace.Workspace:
    return workspace.init(Path(tempfile.mkdtemp(prefix="brasstacks-soak-")) / "workspace")


def _kills(seed: int) -> kills.Count:
    return kills.soak(_fresh(), KILLS // TYPISTS, seed)


def main() -> int:
    """Run them one after the other, and print a table of what came of each."""
    began, faults = time.monotonic(), []
    rows: list[tuple[str, str, float]] = []

    def done(what: str, came_of_it: str) -> None:
        rows.append((what, came_of_it, time.monotonic() - began))
        _say(*rows[-1])

    with ThreadPoolExecutor(TYPISTS) as pool:
        counts = list(pool.map(_kills, range(TYPISTS)))
    killed = kills.Count(
        sum(one.kills for one in counts),
        sum(one.answers for one in counts),
        sum(one.drafts for one in counts),
        [fault for one in counts for fault in one.faults],
    )
    faults += killed.faults
    done("kills", str(killed))
    hammered = hammer.soak(_fresh(), SECONDS)
    faults += hammered.faults
    done("two programs", str(hammered))
    fuzzed = fuzz.soak(_fresh(), FILES, 1)
    faults += [*fuzzed.crashes, *fuzzed.overwrites, *fuzzed.lost]
    done("bad files", str(fuzzed))
    if killed.kills < KILLS or not killed.answers or not hammered.answers or fuzzed.files < FILES:
        faults.append("less was tried than was to be: nothing is proved")
    sys.stdout.write("\n")
    for row in rows:
        _say(*row)
    _say("all", f"{len(faults)} faults", time.monotonic() - began)
    for fault in faults:
        sys.stdout.write(f"  {fault}\n")
    return 1 if faults else 0


def _say(what: str, came_of_it: str, seconds: float) -> None:
    sys.stdout.write(f"{what:<14}{came_of_it:<90}after {seconds:4.0f} s\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
