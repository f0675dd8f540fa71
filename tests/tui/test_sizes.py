"""At any size lines are as wide as their place; columns stand under one another whatever script a name is written in."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len

from brasstacks import editing
from brasstacks.session import Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.interview import InterviewScreen
from made import NOON, talk
from roads import NARROW, WIDE, at_home, keep

BROAD = (200, 60)

WORDS = {
    "Chinese": "山田太郎株式会社の報告書をもっと早く正確に作りたいという話",
    "a family of emoji": "👨‍👩‍👧‍👦 the whole family 👨‍👩‍👧‍👦 of projects 🇮🇹 🏳️‍🌈 under control",
    "combining accents": "cafe\u0301 A\u030angstro\u0308m e\u0301te\u0301 re\u0301union a\u0300 la fin",
    "Hebrew": "פרויקטים תחת שליטה מלאה של המנהלים בכל יום שישי",
    "Arabic": "مشاريع تحت السيطرة الكاملة كل يوم جمعة في الاجتماع",
}

LISTS: dict[str, Sequence[str]] = {
    "library": (),
    "search": ("slash", "g", "o"),
    "due": ("f",),
    "criteria": ("c",),
    "timeline": ("t",),
    "promised": ("e", "p"),
    "interview": ("enter",),
    "options": ("enter", "escape", *"options", "enter"),
    "risks": ("enter", "escape", *"risks", "enter", "end"),
    "perceived": ("enter", "escape", *"perceived", "enter"),
    "trash": ("d", "w"),
}


def written_in(words: str) -> Session:
    """A session with these words wherever a list shows some."""
    fresh = iter(f"x-{number}" for number in range(100))

    def new_id(_prefix: str) -> str:
        return next(fresh)

    session = talk(words, f"go {words}", words)
    session = editing.name_client(session, now=NOON, name=words, organisation=words)
    goal = session.goals[0].id
    session = editing.file_criterion(session, goal, now=NOON, new_id=new_id, statement=words, owner=words)
    session = editing.add_option(session, goal, words, now=NOON, new_id=new_id)
    session = editing.note_risk(session, words, now=NOON, new_id=new_id, words=words)
    session = editing.add_delivery(session, words, now=NOON, new_id=new_id, perceived=words)
    return editing.add_follow_up(session, words, now=NOON, new_id=new_id, by=words, to=words, due="2026-11-20")


@pytest.mark.parametrize("keys", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
async def test_frames_stay_whole_and_columns_aligned(here: Workspace, words: str, keys: Sequence[str]) -> None:
    keep(here, written_in(words))
    async with at_home(here) as road:
        await road.patiently(*keys)
        lines = road.shown.splitlines()
        assert {cell_len(line) for line in lines} == {NARROW[0]}
        framed = [line for line in lines if line.startswith(("│", "┃"))]
        assert framed
        assert [
            line for line in framed if not line.endswith(("│", "┃", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█", " "))
        ] == []


@pytest.mark.parametrize("size", [NARROW, WIDE, BROAD])
async def test_an_interview_that_is_opened_uses_the_width_that_there_is(here: Workspace, size: tuple[int, int]) -> None:
    keep(here, talk("Order", " ".join(["and so it went on"] * 20)))
    async with at_home(here, size) as road:
        await road.patiently("enter")
        screen = road.app.screen
        assert isinstance(screen, InterviewScreen)
        inside = screen.chain.scrollable_content_region
        lines = [line[inside.x : inside.right].rstrip() for line in road.shown.splitlines()]
        longest = max(len(line) for line in lines if "and so it went on" in line)
        assert longest > inside.width - 12


async def test_a_window_that_changes_its_size_keeps_the_draft_the_cursor_and_the_place(here: Workspace) -> None:
    keep(here, talk("Order", *(f"answer {number}" for number in range(30))))
    async with at_home(here, BROAD) as road:
        await road.patiently("enter", *"well")
        for size in (NARROW, WIDE, (40, 10), BROAD, NARROW):
            await road.pilot.resize_terminal(*size)
            await road.turns()
        screen = road.app.screen
        assert isinstance(screen, InterviewScreen)
        assert screen.box.text == "well"
        assert screen.box.has_focus
        assert "answer 29" in road.shown
        assert {cell_len(line) for line in road.shown.splitlines()} == {NARROW[0]}


async def test_comfortable_sets_turns_apart_where_there_is_room_and_compact_does_not(here: Workspace) -> None:
    keep(here, talk("Order", "one thing", "another thing"))
    gaps = []
    for density in ("comfortable", "compact"):
        (here.root / "brasstacks.toml").write_text(f'[screen]\ndensity = "{density}"\n', encoding="utf-8")
        async with at_home(here, WIDE) as road:
            await road.patiently("enter")
            rows = road.shown.splitlines()
            first, second = (next(at for at, row in enumerate(rows) if words in row) for words in ("one th", "another"))
            gaps.append(second - first)
    assert gaps == [3, 2]
