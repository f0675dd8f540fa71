"""The installed program in a real terminal: a whole practice, a replay, and what is said where there is no terminal."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from made import talk
from roads import keep

PROGRAM = Path(sys.executable).with_name("brasstacks")
SAID = (
    "there will be a higher level of culture",
    "any customer rings, and whoever picks up names which of their orders leave tonight",
)
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "LANGUAGE": "en"}


@pytest.fixture
def session(here: Workspace) -> Path:
    """A session that was held."""
    keep(here, talk("A higher culture", *SAID))
    (session_id,) = here.ids()
    return here.session_path(session_id)


class Terminal:
    """A command as a person has it in front of them."""

    def __init__(self, place: Workspace, size: tuple[int, int], *arguments: str) -> None:
        self.child = pexpect.spawn(
            str(PROGRAM),
            ["--workspace", str(place.root), *arguments],
            dimensions=(size[1], size[0]),
            encoding="utf-8",
            timeout=30,
            env=ENVIRONMENT,
        )

    def sees(self, words: str) -> None:
        self.child.expect(re.escape(words))

    def types(self, keys: str) -> None:
        self.child.send(keys)

    def ends(self) -> int | None:
        """Wait until it is over; its exit status."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


@contextlib.contextmanager
def running(place: Workspace, size: tuple[int, int], *arguments: str) -> Iterator[Terminal]:
    terminal = Terminal(place, size, *arguments)
    try:
        yield terminal
    finally:
        with contextlib.suppress(OSError, pexpect.ExceptionPexpect):  # it is gone already
            terminal.child.close(force=True)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["120x36", "80x24"])
def test_a_whole_practice_from_the_wish_to_what_it_looks_like_in_hindsight(
    here: Workspace, session: Path, size: tuple[int, int]
) -> None:
    before = session.read_bytes()
    with running(here, size, "practice", session.stem) as terminal:
        terminal.sees("practice 0/2")
        terminal.types("x")  # the client finishes at once
        terminal.sees("Now it is your turn")
        terminal.types("\t\r")
        terminal.types("x")
        terminal.sees("1/2")
        terminal.types("Who names what?\r")
        terminal.types("x")
        terminal.sees("2/2")
        terminal.types("\r")
        terminal.sees("In hindsight")
        terminal.sees("You brought out 2 of 2 answers.")
        terminal.types("\x1b")
        assert terminal.ends() == 0
    assert session.read_bytes() == before
    assert [path.stem for path in here.sessions_dir.iterdir()] == [session.stem]


def test_a_replay_plays_by_itself_to_its_end(here: Workspace, session: Path) -> None:
    before = session.read_bytes()
    with running(here, (120, 36), "replay", session.stem, "--speed", "64") as terminal:
        terminal.sees("replay 64×")
        terminal.sees("A higher culture")
        terminal.sees("Question 2?")
        terminal.sees("replay: the end")
        terminal.types("q")
        assert terminal.ends() == 0
    assert session.read_bytes() == before


def piped(*arguments: str) -> tuple[int, str]:
    """A command without a terminal: its exit status and what stands on standard error."""
    done = subprocess.run(
        [str(PROGRAM), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    return done.returncode, done.stderr


def test_without_a_terminal_a_practice_says_in_a_line_that_it_needs_one() -> None:
    assert piped("practice") == (2, "brasstacks: a practice needs a terminal: it is a conversation\n")


def test_without_a_terminal_a_replay_says_how_it_is_had_as_text(session: Path) -> None:
    code, said = piped("replay", str(session))
    assert code == 2
    assert said.count("\n") == 1
    assert "replay --plain" in said


@pytest.mark.parametrize("speed", ["0", "-1", "fast", "nan"])
def test_a_speed_that_is_none_is_said_in_a_line(here: Workspace, session: Path, speed: str) -> None:
    with running(here, (80, 24), "practice", session.stem, "--speed", speed) as terminal:
        terminal.sees("a number above 0, or instant")
        assert terminal.ends() == 2


def test_a_session_without_an_answer_has_no_client_to_play(here: Workspace) -> None:
    keep(here, talk("A higher culture"))
    (session_id,) = here.ids()
    with running(here, (80, 24), "practice", session_id) as terminal:
        terminal.sees("it has no client to play")
        assert terminal.ends() == 1
    assert files.load(here.session_path(session_id)).session.goals
