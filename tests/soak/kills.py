"""A script types a conversation into the installed program, which is killed at random moments.

What the screen had shown as saved must be in the file; what it had shown in the box a second before must be in the
draft, or an answer already; and the draft must stand in the box when the session is opened again.
"""

import contextlib
import os
import re
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pexpect

from brasstacks.session import Session
from brasstacks.storage import drafts, files
from brasstacks.storage.workspace import Workspace

PROGRAM = Path(sys.executable).with_name("brasstacks")
ROUNDS_A_SESSION = 8
PATIENCE = 60.0
"""Seconds that a program is given to show something on a machine that is busy."""
DRAFT_FOLLOWS = 1.0
"""Seconds, as promised."""
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_HEADER = re.compile(r"saving|NOT SAVED|saved")


@dataclass(slots=True)
class Count:
    """What came of it."""

    kills: int = 0
    answers: int = 0
    """That the screen had shown as saved."""
    drafts: int = 0
    """That had to be there after a kill."""
    faults: list[str] = field(default_factory=list)
    """What was lost or broken, in a sentence each."""

    def __str__(self) -> str:
        """As the soak prints it."""
        return f"{self.kills} kills, {self.answers} turns shown as saved, {self.drafts} drafts, {len(self.faults)} lost"


class Screen:
    """The program in a terminal, and everything that it painted."""

    def __init__(self, place: Workspace, *arguments: str) -> None:
        self.child = pexpect.spawn(
            str(PROGRAM),
            ["--workspace", str(place.root), *arguments],
            dimensions=(36, 120),
            encoding="utf-8",
            codec_errors="replace",
            env={**os.environ, "TERM": "xterm-256color", "LANGUAGE": "en"},
        )
        self.child.delaybeforesend = None
        self.painted = ""
        self.killed = 0.0
        """When."""

    def pump(self, seconds: float) -> None:
        """Take in what it paints for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with contextlib.suppress(pexpect.TIMEOUT):
                self.painted += self.child.read_nonblocking(65536, timeout=left)

    def until(self, words: str, since: int = 0, *, before: float | None = None) -> bool:
        """Wait until words are painted; no longer than until a moment. Returns whether they are."""
        end = before or time.monotonic() + PATIENCE
        while words not in self.painted[since:]:
            if time.monotonic() >= end:
                return False
            self.pump(min(0.02, max(end - time.monotonic(), 0.001)))
        return True

    def until_kept(self, word: str, since: int, *, before: float) -> bool:
        """Wait until an answer that begins with a word stands in the chain, or a goal among the goals.

        In the box it stands right behind the frame; in the chain it is set in or marked, and a goal has its number before it.
        """
        kept = re.compile(rf"[ \d▏] {word}")
        while not kept.search(_COLOUR.sub("", self.painted[since:])):
            if time.monotonic() >= before:
                return False
            self.pump(min(0.02, max(before - time.monotonic(), 0.001)))
        return True

    @property
    def says_saved(self) -> bool:
        """Whether that is what the header said last."""
        said = _HEADER.findall(self.painted)
        return bool(said) and said[-1] == "saved"

    def kill(self) -> None:
        self.killed = time.monotonic()
        os.kill(self.child.pid, signal.SIGKILL)
        self.child.wait()
        self.child.close()


@dataclass(slots=True)
class Typist:
    """Types rounds of one workspace, each ended by a kill, and checks what is left after each."""

    place: Workspace
    chance: Random
    count: Count = field(default_factory=Count)
    saved: list[str] = field(default_factory=list)
    """Answers of the session in hand that were shown as saved."""
    session_id: str = ""
    _number: int = 0
    _box: str = ""
    """What stood in the box before this answer was begun: the draft that came back."""
    _words: list[tuple[str, float]] = field(default_factory=list)
    """What was seen in the box of the answer that is being typed, and when."""

    def round(self) -> None:
        """Open, type, be killed, look."""
        if self.count.kills % ROUNDS_A_SESSION == 0:
            self.session_id, self.saved = "", []
        screen = self._open()
        try:
            killed_at = time.monotonic() + self.chance.choice((self.chance.uniform(0.05, 4.0), 1e9))
            while time.monotonic() < killed_at and self._answer(screen, killed_at):
                pass
        finally:
            screen.kill()
        self.count.kills += 1
        self._look(screen.killed)

    # ------------------------------------------------------------ typing

    def _open(self) -> Screen:
        if not self.session_id:
            return self._begin()
        screen = Screen(self.place, "open", self.session_id)
        if not screen.until("saved"):
            raise TimeoutError(f"the interview was not shown: {screen.painted[-400:]!r}")
        draft = self._draft()
        if draft is not None and not draft.stands_in(self._session()):
            self.count.drafts += 1
            if not screen.until(draft.text.split()[-1]):
                self.count.faults.append(f"the draft {draft.text!r} was not offered")
        self._box = draft.text if draft is not None and not draft.stands_in(self._session()) else ""
        return screen

    def _begin(self) -> Screen:
        before = set(self.place.ids())
        screen = Screen(self.place)
        if not screen.until("quit"):
            raise TimeoutError(f"the Library was not shown: {screen.painted[-400:]!r}")
        since = len(screen.painted)
        screen.child.send("n")
        if not screen.until("Consent to notes", since):
            raise TimeoutError(f"the form was not shown: {screen.painted[-400:]!r}")
        screen.child.send(f"Client{self.count.kills}\r")
        if not screen.until("What does the client want?", since):
            raise TimeoutError(f"the session was not begun: {screen.painted[-400:]!r}")
        end = time.monotonic() + PATIENCE
        while not (fresh := set(self.place.ids()) - before) and time.monotonic() < end:
            screen.pump(0.02)
        (self.session_id,) = fresh
        self._box = ""
        return screen

    def _answer(self, screen: Screen, killed_at: float) -> bool:
        """Type an answer and enter it. Returns whether there is time for more."""
        since = len(screen.painted)
        self._words = []
        for _word in range(self.chance.randint(1, 5)):
            self._number += 1
            word = f"w{self._number:05d}"
            screen.child.send(f"{word} ")
            if not screen.until(word, since, before=min(killed_at, time.monotonic() + PATIENCE)):
                return False
            self._words.append((word, time.monotonic()))
            screen.pump(self.chance.uniform(0, 0.4))
            if time.monotonic() >= killed_at:
                return False
        entered = len(screen.painted)
        screen.child.send("\r")
        if killed_at > 1e8 and self.chance.random() < 0.5:
            # Every other kill falls into the saving itself.
            screen.pump(self.chance.uniform(0, 0.08))
            return False
        answer = (self._box + "".join(f"{word} " for word, _seen in self._words)).strip()
        if not screen.until_kept(answer.split()[0], entered, before=min(killed_at, time.monotonic() + PATIENCE)):
            return False
        screen.pump(0.1)
        end = min(killed_at, time.monotonic() + PATIENCE)
        while not screen.says_saved and time.monotonic() < end:
            screen.pump(0.02)
        if not screen.says_saved:
            return False
        self.saved.append(answer)
        self._box = ""
        self.count.answers += 1
        self._words = []
        return True

    # ------------------------------------------------------------ looking

    def _session(self) -> Session:
        return files.load(self.place.session_path(self.session_id)).session

    def _draft(self) -> drafts.Draft | None:
        return drafts.read(self.place, self.session_id)

    def _look(self, killed: float) -> None:
        try:
            session = self._session()
        except files.SessionUnreadable as error:
            self.count.faults.append(str(error))
            return
        said = [goal.statement for goal in session.goals] + [one.answer for goal in session.goals for one in goal.turns]
        self.count.faults += [f"saved and lost: {answer}" for answer in self.saved if answer not in said]
        draft = self._draft()
        kept = " ".join([*said, draft.text if draft else ""])
        lost = [word for word, seen in self._words if killed - seen > DRAFT_FOLLOWS and word not in kept]
        self.count.faults += [f"typed and lost: {word} ({draft}, {said[-1:]})" for word in lost]


def soak(place: Workspace, kills: int, seed: int) -> Count:
    """Kill the program so often in one workspace."""
    typist = Typist(place, Random(seed))  # noqa: S311 - moments, no secrets
    for _round in range(kills):
        typist.round()
    return typist.count
