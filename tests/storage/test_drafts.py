"""What stands in the box outlives the program."""

import stat

import pytest

from brasstacks.storage import drafts
from brasstacks.storage.drafts import Draft
from brasstacks.storage.workspace import Workspace
from conversations import HOSTILE


@pytest.mark.parametrize("text", [*HOSTILE, "two\nlines"])
def test_a_draft_is_read_as_it_was_typed(here: Workspace, text: str) -> None:
    draft = Draft(text, goal="g-1", question="How will you know?", probe="result-noticed")
    drafts.write(here, "x", draft)
    assert drafts.read(here, "x") == draft


@pytest.mark.parametrize(
    "draft",
    [
        Draft("/park at six", verbatim=True),
        Draft("", command="park the warehou"),
        Draft("", form="c-1.who", form_text="the shift lea"),
    ],
)
def test_whatever_was_being_written_is_read_as_it_stood(here: Workspace, draft: Draft) -> None:
    drafts.write(here, "x", draft)
    assert drafts.read(here, "x") == draft


def test_a_draft_is_read_by_its_owner_alone(here: Workspace) -> None:
    drafts.write(here, "x", Draft("words"))
    assert stat.S_IMODE((here.drafts_dir / "x.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(here.drafts_dir.stat().st_mode) == 0o700


def test_a_draft_that_became_an_answer_is_gone(here: Workspace) -> None:
    drafts.write(here, "x", Draft("words"))
    drafts.clear(here, "x")
    drafts.clear(here, "x")
    assert drafts.read(here, "x") is None


def test_an_empty_box_is_no_draft(here: Workspace) -> None:
    drafts.write(here, "x", Draft(""))
    assert drafts.read(here, "x") is None


def test_a_draft_that_cannot_be_read_is_none(here: Workspace) -> None:
    drafts.write(here, "x", Draft("words"))
    (here.drafts_dir / "x.toml").write_bytes(b"\xff = =")
    assert drafts.read(here, "x") is None


def test_each_session_has_its_own_draft(here: Workspace) -> None:
    drafts.write(here, "x", Draft("one"))
    assert drafts.read(here, "y") is None
