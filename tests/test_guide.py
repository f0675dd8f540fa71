"""The guide for interviewers: its conversations are judged as it says, and its slogans pass for no answer."""

import re
from collections.abc import Sequence
from itertools import takewhile

import pytest

from brasstacks import drift
from brasstacks.chain import Asked, hear
from brasstacks.interview import commands
from brasstacks.language import Kind, Level, read
from pages import ROOT, Page

GUIDE = Page(ROOT / "docs" / "guide.md")


def talk_after(words: str) -> list[tuple[str, str]]:
    """The questions and answers of the first conversation at the margin behind these words."""
    lines = GUIDE.text.partition(words)[2].partition("\n> ")[2].splitlines()
    said = [line.removeprefix("> ") for line in takewhile(lambda line: line.startswith((">", "**")), lines)]
    texts = [re.sub(r"^\*\*\w+\*\* ", "", line) for line in said if line != ">"]
    return list(zip(texts[::2], texts[1::2], strict=True))


def state_after(talk: Sequence[tuple[str, str]]) -> drift.State:
    return drift.judge(hear("", [Asked(question, answer) for question, answer in talk], lang="en")).state


def test_the_five_questions_of_the_guide_come_to_something_that_can_be_checked() -> None:
    talk = talk_after("### How it goes")
    assert len(talk) == 5
    assert state_after(talk) is drift.State.ON_TRACK
    assert read(talk[0][1], question=talk[0][0]).level is Level.VAGUE
    assert read(talk[-1][1], question=talk[-1][0]).level is Level.CONCRETE


@pytest.mark.parametrize(
    ("words", "state"), [("**Stalled**", drift.State.STALLED), ("**Coaching**", drift.State.COACHING)]
)
def test_a_conversation_that_should_end_is_noticed_by_its_end(words: str, state: drift.State) -> None:
    assert state_after(talk_after(words)) is state


def test_no_clever_answer_of_the_guide_is_heard_as_concrete() -> None:
    table = GUIDE.text.partition("| it sounds like |")[2].partition("\n\n")[0]
    clever = re.findall(r'^\| "([^"]+)" \|', table, re.MULTILINE)
    assert len(clever) == 8
    assert not [words for words in clever if read(words, lang="en").level is Level.CONCRETE]


def test_a_wish_for_a_thing_is_marked_as_one() -> None:
    (wish,) = re.findall(r"^> \*\*Nora\*\* (We also need .+)$", GUIDE.text, re.MULTILINE)
    assert Kind.SOLUTION in {one.kind for one in read(wish).findings}


def test_every_room_of_the_conversation_is_told_of() -> None:
    told = {commands.parse(code).word for code in GUIDE.code() if code.startswith("/")}
    rooms = {"criteria", "options", "risks", "perceived", "agenda", "fit", "recap", "timeline", "review", "changes"}
    assert {*rooms, "export", "refer", "follow-ups"} <= told
    assert all(commands.find(name) for name in rooms)
