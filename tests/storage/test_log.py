"""The log of faults: where in the program, and never a word of what people said."""

import stat
from pathlib import Path

from brasstacks.storage import log
from conversations import NOON


def fail(words: str) -> None:
    raise ValueError(words)


def note(words: str) -> None:
    """A fault about somebody's words."""
    try:
        fail(words)
    except ValueError as error:
        log.fault(error, now=NOON)


def test_a_fault_is_noted_with_its_place_and_without_its_words(log_of_faults: Path) -> None:
    note("Anna said so")
    (line,) = log.faults()
    assert "ValueError" in line
    assert "test_log.py" in line
    assert "Anna" not in line
    assert "Anna" not in log_of_faults.read_text()


def test_the_log_is_its_owners_alone(log_of_faults: Path) -> None:
    note("x")
    assert stat.S_IMODE(log_of_faults.stat().st_mode) == 0o600
    assert stat.S_IMODE(log_of_faults.parent.stat().st_mode) == 0o700


def test_of_a_long_log_the_newer_half_stays(log_of_faults: Path) -> None:
    log_of_faults.parent.mkdir()
    lines = [f"{number} {'x' * 100}\n" for number in range(log.MOST_BYTES // 100)]
    log_of_faults.write_text("".join(lines))
    note("x")
    assert log_of_faults.stat().st_size < log.MOST_BYTES
    assert log.faults()[0] + "\n" in lines
    assert "ValueError" in log.faults()[-1]


def test_a_log_that_cannot_be_written_is_no_second_fault(log_of_faults: Path) -> None:
    log_of_faults.parent.write_text("a file in the folder's place")
    note("x")
    assert log.faults() == ()
