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
    """Run them one after the other."""
    began, faults = time.monotonic(), []
    with ThreadPoolExecutor(TYPISTS) as pool:
        counts = list(pool.map(_kills, range(TYPISTS)))
    killed = kills.Count(
        sum(one.kills for one in counts),
        sum(one.answers for one in counts),
        sum(one.drafts for one in counts),
        [fault for one in counts for fault in one.faults],
    )
    faults += killed.faults
    _say("kills", str(killed), began)
    hammered = hammer.soak(_fresh(), SECONDS)
    faults += hammered.faults
    _say("two programs", str(hammered), began)
    fuzzed = fuzz.soak(_fresh(), FILES, 1)
    faults += [*fuzzed.crashes, *fuzzed.overwrites, *fuzzed.lost]
    _say("bad files", str(fuzzed), began)
    for fault in faults:
        sys.stdout.write(f"  {fault}\n")
    return 1 if faults else 0


def _say(what: str, came_of_it: str, began: float) -> None:
    sys.stdout.write(f"{what}: {came_of_it} (after {time.monotonic() - began:.0f} s)\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
