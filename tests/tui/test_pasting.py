"""What is pasted is never lost: an answer, or a conversation turn by turn."""

import pytest
from textual import events

from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.transcripts.pasted import conversation
from brasstacks.tui.screens.importing import ImportScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from made import empty_session, talk
from roads import NARROW, WIDE, Road, at_home, keep

DIALOGUE = (
    "Olga: How will you know?\nAnna: We want order in the projects, so that nobody waits.\n"
    "Olga: Where is it seen?\nAnna: In the list on Friday.\nOlga: Who looks?\nAnna: The director."
)


async def paste(road: Road, text: str) -> None:
    road.app.post_message(events.Paste(text))
    await road.settled()


def saved(here: Workspace) -> Session:
    return files.load(here.session_path(here.ids()[0])).session


def interview(road: Road) -> InterviewScreen:
    assert isinstance(road.app.screen, InterviewScreen)
    return road.app.screen


async def test_a_paragraph_that_is_pasted_is_one_answer_with_its_lines(here: Workspace) -> None:
    keep(here, talk("Order"))
    async with at_home(here) as road:
        await road.press("enter")
        await paste(road, "first we look\n\nthen we decide")
        await road.press("enter")
    assert [turn.answer for turn in saved(here).goals[0].turns] == ["first we look\n\nthen we decide"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_conversation_that_is_pasted_is_offered_turn_by_turn(here: Workspace, size: tuple[int, int]) -> None:
    keep(here, talk("Order", "late"))
    async with at_home(here, size) as road:
        await road.press("enter")
        await paste(road, DIALOGUE)
        assert "A conversation of 3 turns? f6" in " ".join(road.shown.split())
        await road.press("f6")
        assert interview(road).box.text == ""
    assert [turn.answer for turn in saved(here).goals[0].turns] == [
        "late",
        "We want order in the projects, so that nobody waits.",
        "In the list on Friday.",
        "The director.",
    ]


async def test_enter_keeps_it_as_one_answer_all_the_same(here: Workspace) -> None:
    keep(here, talk("Order"))
    async with at_home(here) as road:
        await road.press("enter")
        await paste(road, DIALOGUE)
        await road.press("enter")
        assert "A conversation of" not in road.shown
    assert [turn.answer for turn in saved(here).goals[0].turns] == [DIALOGUE]


async def test_one_step_back_takes_all_its_turns_out(here: Workspace) -> None:
    keep(here, talk("Order"))
    async with at_home(here) as road:
        await road.press("enter")
        await paste(road, DIALOGUE)
        await road.press("f6", "slash", *"undo", "enter")
        assert not interview(road).interview.session.goals[0].turns


async def test_before_there_is_a_goal_it_brings_its_own(here: Workspace) -> None:
    keep(here, empty_session())
    async with at_home(here) as road:
        await road.press("enter")
        await paste(road, DIALOGUE)
        await road.press("f6")
        assert interview(road).interview.goal is not None
    assert "order in the projects" in saved(here).goals[0].statement


async def test_in_the_library_it_becomes_a_session(here: Workspace) -> None:
    async with at_home(here, WIDE) as road:
        await paste(road, DIALOGUE)
        assert isinstance(road.app.screen, ImportScreen)
        assert "Olga" in road.shown
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
    assert saved(here).session.interviewer == "Olga"


async def test_a_few_words_in_the_library_change_nothing(here: Workspace) -> None:
    async with at_home(here) as road:
        await paste(road, "[/x] just words")
        assert isinstance(road.app.screen, Library)


@pytest.mark.parametrize(
    "text",
    [
        "Q: how?\nA: so\nQ: and?\nA: yes, we are late",
        "— Как вы поймёте?\n— Будет видно.\n— Кому?\n— Всем.",
        (
            "1\n00:00:01,000 --> 00:00:02,000\nAnna: how?\n\n2\n00:00:03,000 --> 00:00:04,000\nBob: so\n\n"
            "3\n00:00:05,000 --> 00:00:06,000\nAnna: and?\n\n4\n00:00:07,000 --> 00:00:08,000\nBob: yes"
        ),
    ],
)
def test_names_roles_dashes_and_subtitles_are_a_conversation(text: str) -> None:
    assert conversation(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it is late\nNote: I saw\nthe rest\nand more",
        "- one\n- two\n- three\n- four",
        "Goal: order\nWho: all\nWhen: March\nWhy: late",
        "Anna: how?\nBob: so",
        "— one\n— two\n— three\n— four",
    ],
)
def test_a_list_a_form_and_a_quotation_are_none(text: str) -> None:
    assert conversation(text) is None
