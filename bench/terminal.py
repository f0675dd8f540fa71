"""A program in a terminal of its own: what it paints, when, and what it costs."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """A program that runs in a pseudo-terminal. Times are in seconds of the monotonic clock."""

    def __init__(self, command: Sequence[str], *, env: Mapping[str, str], size: tuple[int, int] = (120, 36)) -> None:
        """Start it; `size` in columns and rows."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(  # noqa: S603 - the bench's own commands
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, **env, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )
        os.close(theirs)
        self._fd = ours
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._fd)

    def read(self, timeout: float) -> bytes:
        """What it paints next; nothing when it paints nothing for so long."""
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return b""
        try:
            return os.read(self._fd, 65536)
        except OSError:
            return b""

    def until(self, word: str, timeout: float = 20.0) -> float:
        """Seconds from its start until a word is painted."""
        end = time.perf_counter() + timeout
        while word.encode() not in self._seen:
            if time.perf_counter() > end:
                raise TimeoutError(f"{word!r} was not painted within {timeout} s: {self._seen[-400:]!r}")
            self._seen += self.read(0.2)
        return time.perf_counter() - self.started

    def shown(self, keys: str, word: str, timeout: float = 20.0) -> float:
        """Seconds from some keys until a word is painted that was not there before."""
        self._seen = b""
        pressed = time.perf_counter()
        os.write(self._fd, keys.encode())
        self.until(word, timeout)
        return time.perf_counter() - pressed

    def settle(self, quiet: float = 0.3, most: float = 5.0) -> None:
        """Wait until it has painted nothing for so long, at most `most` seconds: a blinking cursor never rests."""
        end = time.perf_counter() + most
        while self.read(quiet) and time.perf_counter() < end:
            pass

    def key(self, char: str, quiet: float = 0.15) -> tuple[float, float]:
        """Seconds from a key to the first byte and to the last byte that it paints."""
        while self.read(0.0):
            pass
        pressed = time.perf_counter()
        os.write(self._fd, char.encode())
        first = last = 0.0
        while chunk := self.read(quiet if first else 2.0):
            last = time.perf_counter() - pressed
            first = first or last
            del chunk
            if last > 0.4:
                break  # the cursor blinks
        return first, last

    def write(self, text: str) -> None:
        """Type something."""
        os.write(self._fd, text.encode())

    @property
    def megabytes(self) -> float:
        """Its resident memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def processor(self, seconds: float) -> float:
        """The share of a core that it uses while it is left alone for so long."""
        before, start = self._ticks(), time.perf_counter()
        end = start + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return (self._ticks() - before) / TICKS / (time.perf_counter() - start)

    def _ticks(self) -> int:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])
