"""A few of each fault that `make soak` injects by the hundred."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from brasstacks.storage import faults
from brasstacks.storage.workspace import Workspace
from soak import fuzz, hammer, kills


def test_a_program_that_is_killed_while_somebody_types_loses_nothing_that_it_said_was_saved(here: Workspace) -> None:
    count = kills.soak(here, 10, seed=Random().randrange(10**6))  # noqa: S311 - another moment each time
    assert count.kills == 10
    assert count.faults == []


def test_two_programs_in_one_workspace_lose_nothing(here: Workspace) -> None:
    count = hammer.soak(here, 3)
    assert count.answers > 0
    assert count.faults == []


def test_a_spoilt_file_is_read_or_refused_in_a_sentence_and_never_overwritten(here: Workspace) -> None:
    count = fuzz.soak(here, 300, seed=7)
    assert (count.crashes, count.overwrites, count.lost) == ([], [], [])
    assert count.read > 10
    assert count.refused > 10


@given(st.binary(max_size=300))
def test_any_bytes_are_tables_or_a_reason(raw: bytes) -> None:
    try:
        tables = faults.parse(faults.decode(raw))
    except ValueError:
        return
    assert isinstance(tables, dict)
