"""The installed program in a real terminal: a short session, and the terminal closed under it."""

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from brasstacks.session import Session
from brasstacks.storage import drafts, files
from brasstacks.storage.workspace import Workspace

PROGRAM = Path(sys.executable).with_name("brasstacks")
GOAL = "A higher culture of project management"
ANSWER = "Any manager names his projects and the state of each"
HALF = "and when a project st"


class Terminal:
    """The program as a person has it in front of them."""

    def __init__(self, place: Workspace, size: tuple[int, int]) -> None:
        self.child = pexpect.spawn(
            str(PROGRAM),
            ["--workspace", str(place.root)],
            dimensions=(size[1], size[0]),
            encoding="utf-8",
            timeout=30,
            env={**os.environ, "TERM": "xterm-256color", "LANGUAGE": "en"},
        )

    def sees(self, words: str) -> None:
        """Wait until a word is painted; between two cells there may be anything that colours them."""
        self.child.expect(re.escape(words))

    def types(self, keys: str) -> None:
        self.child.send(keys)


@pytest.fixture(params=[(120, 36), (80, 24)], ids=["120x36", "80x24"])
def terminal(here: Workspace, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    terminal = Terminal(here, request.param)
    yield terminal
    with contextlib.suppress(OSError, pexpect.ExceptionPexpect):  # it is gone already
        terminal.child.close(force=True)


def hold(terminal: Terminal) -> None:
    """A goal and an answer, both saved, and half of the next one in the box."""
    terminal.sees("No session yet")
    terminal.types("n")
    terminal.sees("Client")
    terminal.types("Anna\r")
    terminal.sees("What does the client want?")
    terminal.types(GOAL + "\r")
    terminal.sees("culture")
    terminal.types(ANSWER + "\r")
    terminal.sees("1 ")
    terminal.sees("saved")


def the_session(here: Workspace) -> Session:
    """The only one in the workspace."""
    (session_id,) = here.ids()
    return files.load(here.session_path(session_id)).session


def ended(terminal: Terminal) -> None:
    """Wait until the program is gone."""
    terminal.child.expect(pexpect.EOF)
    terminal.child.wait()


def half_an_answer(terminal: Terminal, here: Workspace) -> None:
    """Type it, and paint on until the draft has followed."""
    terminal.types(HALF)
    while (draft := drafts.read(here, the_session(here).id)) is None or draft.text != HALF:
        terminal.child.expect([r".", pexpect.TIMEOUT], timeout=0.1)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_signal_loses_nothing_and_the_terminal_is_as_it_was(terminal: Terminal, here: Workspace, name: str) -> None:
    before = termios.tcgetattr(terminal.child.child_fd)
    hold(terminal)
    half_an_answer(terminal, here)
    terminal.child.kill(getattr(signal, name))
    terminal.child.expect(re.escape("\x1b[?1049l"))
    ended(terminal)
    assert termios.tcgetattr(terminal.child.child_fd) == before
    session = the_session(here)
    assert session.goals[0].statement == GOAL
    assert session.goals[0].turns[0].answer == ANSWER
    draft = drafts.read(here, session.id)
    assert draft is not None
    assert draft.text == HALF


def test_a_closed_terminal_loses_nothing(terminal: Terminal, here: Workspace) -> None:
    hold(terminal)
    half_an_answer(terminal, here)
    os.close(terminal.child.child_fd)
    os.waitpid(terminal.child.pid, 0)
    session = the_session(here)
    assert session.goals[0].turns[0].answer == ANSWER
    draft = drafts.read(here, session.id)
    assert draft is not None
    assert draft.text == HALF


def test_a_program_that_hears_nothing_of_its_closed_terminal_ends_all_the_same(here: Workspace) -> None:
    # Whoever does not lead the terminal's session gets no signal when it is closed.
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [str(PROGRAM), "--workspace", str(here.root)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(theirs)
    painted = b""
    while b"No session yet" not in painted:
        painted += os.read(ours, 65536)
    os.close(ours)
    assert program.wait(60) == 0


@pytest.mark.parametrize("key", ["\x11", "\x03"], ids=["ctrl+q", "ctrl+c"])
def test_leaving_loses_nothing_and_the_terminal_is_as_it_was(terminal: Terminal, here: Workspace, key: str) -> None:
    hold(terminal)
    half_an_answer(terminal, here)
    terminal.types(key)
    terminal.child.expect(re.escape("\x1b[?1049l"))
    ended(terminal)
    session = the_session(here)
    assert session.goals[0].turns[0].answer == ANSWER
    assert drafts.read(here, session.id) is not None


def test_a_recorded_conversation_comes_in_and_its_recap_goes_out(
    terminal: Terminal, here: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Anna: What would you like?\nDan: We want order in projects.\n")
    terminal.sees("No session yet")
    terminal.types("i")
    terminal.sees("A recorded conversation")
    terminal.types(f"{path}\r")
    terminal.sees("Who asks?")
    terminal.sees("We want order in projects.")
    terminal.types("\r")
    terminal.sees("saved")
    terminal.types("/")
    terminal.types("ex")
    terminal.sees("export with a preview")
    terminal.types("port\r")
    terminal.sees("Preview")
    terminal.types("\x13")
    terminal.sees("Written to")
    (recap,) = (here.root / "exports").iterdir()
    assert the_session(here).goals[0].statement in recap.read_text()
