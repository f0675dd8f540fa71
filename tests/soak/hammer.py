"""Two programs in one workspace at once: they open the same sessions, begin new ones of the same name, answer and leave.

Run as a program it is one of the two, and prints each answer once the program would show it as saved.
"""

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from brasstacks import editing
from brasstacks.session import Client
from brasstacks.storage import files, naming
from brasstacks.storage.saver import Saving
from brasstacks.storage.workspace import Refusal, Workspace
from brasstacks.tui.opened import Opened, local_now

SHARED = ("first", "second", "third")


@dataclass(slots=True)
class Count:
    """What came of it."""

    answers: int = 0
    """Shown as saved."""
    kept_out: int = 0
    """Times that a program found the other one in the session."""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """As the soak prints it."""
        return f"{self.answers} turns shown as saved, {self.kept_out} times kept out, {len(self.faults)} lost"


def soak(place: Workspace, seconds: float) -> Count:
    """Let two programs at it for so long."""
    for name in SHARED:
        _begin(place, name).close()
    command = [sys.executable, "-m", "soak.hammer", str(place.root), str(seconds)]
    two = [
        subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
        for name in ("A", "B")
    ]
    count, saved = Count(), []
    for one in two:
        out = one.communicate()[0].splitlines()
        if one.returncode:
            count.faults.append(f"a program ended with {one.returncode}")
        saved += [line for line in out if not line.startswith("-")]
        count.kept_out += out.count("-")
    count.answers = len(saved)
    entries = place.list()
    count.faults += [entry.reason for entry in entries if isinstance(entry, Refusal)]
    sessions = [files.load(entry.path).session for entry in entries if not isinstance(entry, Refusal)]
    said = {turn.answer for session in sessions for goal in session.goals for turn in goal.turns}
    count.faults += [f"saved and lost: {answer}" for answer in saved if answer not in said]
    return count


def _begin(place: Workspace, session_id: str) -> Opened:
    session = editing.start(session_id, Client(name="Anna"), now=local_now(), language="en", bank="core.en")
    session = editing.add_goal(session, "Order", now=local_now(), new_id=naming.new_id)
    return Opened.of_new(place, session)


def _work(place: Workspace, name: str, seconds: float) -> None:
    """One of the two programs."""
    chance = Random(name)  # noqa: S311 - turns, no secrets
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        if chance.random() < 0.03:
            opened = _begin(place, f"fresh-{number}")
        else:
            opened = Opened.of_file(place, place.session_path(chance.choice(SHARED)))
        if opened.read_only:
            print("-", flush=True)  # noqa: T201 - what a worker says
        for _answer in range(chance.randint(1, 3)):
            if opened.read_only:
                break
            number += 1
            opened.keep_draft(f"{name}-{number}")
            opened.interview.enter(f"{name}-{number}", local_now())
            opened.save()
            if opened.flush() and opened.state.saving is Saving.SAVED:
                print(f"{name}-{number}", flush=True)  # noqa: T201 - what a worker says
            opened.keep_draft("")
        opened.close()


if __name__ == "__main__":
    _work(Workspace(Path(sys.argv[1])), sys.argv[3], float(sys.argv[2]))
