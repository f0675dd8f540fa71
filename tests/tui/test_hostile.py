"""Whatever a client is called or says, every screen shows it as text and steers no terminal by it."""

from collections.abc import Sequence

import pytest

from brasstacks import editing
from brasstacks.beside import Recommendation
from brasstacks.session import AskedAs, Client, Person, Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.widgets.fields import Field
from conversations import HOSTILE
from made import NOON, ids
from roads import NARROW, WIDE, at_home, keep

WORST = (
    *HOSTILE,
    "[/nope]",
    "[@click=app.leave]x[/]",
    "$primary",
    "\x00\x7f\x9b31m",
    "文" * 200,
    "x" * 400,
    "a\nb\r\nc",
)

SCREENS: dict[str, Sequence[str]] = {
    "library": (),
    "interview": ("enter",),
    "why": ("enter", "slash", "w", "h", "y", "enter"),
    "criteria": ("c",),
    "criterion": ("c", "enter", "tab", "escape", "d", "u"),
    "goal": ("c", "up"),
    "agree": ("c", "g", "enter"),
    "reject": ("c", "r", "enter"),
    "split criterion": ("c", "s"),
    "merge": ("c", "m"),
    "sorted": ("c", "o", "o", "o", "o", "f"),
    "timeline": ("t", "t", "f"),
    "turn": ("t", "enter"),
    "edit": ("t", "e", "enter", "u", "y"),
    "split turn": ("t", "s"),
    "names": ("t", "i"),
    "delete turn": ("t", "d", "v"),
    "recap": ("e", "1", "escape", "end"),
    "promises": ("e", "p", "space", "enter"),
    "own part": ("e", "v"),
    "since": ("e", "s"),
    "due": ("f",),
    "options": ("enter", "slash", *"options", "enter", "down"),
    "options of a goal": ("enter", "slash", *"options", "enter"),
    "risks": ("enter", "slash", *"risks", "enter", "end"),
    "a risk": ("enter", "slash", *"risks", "enter", "enter"),
    "perceived": ("enter", "slash", *"perceived", "enter"),
    "complaint": ("enter", "slash", *"perceived", "enter", "down"),
    "fit": ("enter", "slash", *"fit", "enter"),
    "agenda": ("enter", "slash", *"agenda", "enter"),
    "cards": ("enter", "ctrl+g"),
    "export": ("x", "ctrl+t"),
    "new session": ("n",),
    "settings": ("s",),
    "palette": ("ctrl+p", "a"),
    "record": ("enter", "ctrl+r"),
    "help": ("question_mark",),
    "search": ("slash", "g", "-"),
    "again": ("a",),
    "trash": ("d", "w"),
}
"""Each screen by the keys that lead to it from the Library."""


def full_of(text: str) -> Session:
    """A session that has a text wherever a person's words can stand."""
    new_id = ids()
    client = Client(name=text, organisation=text, consent=text, people=(Person(name=text, role=text),))
    session = editing.start(
        "2026-11-22-x", client, now=NOON, language="en", bank="core.en", title=text, offer=text, interviewer=text
    )
    session = editing.add_goal(session, text, now=NOON, new_id=new_id)
    goal = session.goals[0].id
    session = editing.name_problem(session, goal, text, now=NOON)
    for _turn in range(2):
        session = editing.answer(
            session, goal, text, now=NOON, new_id=new_id, question=text, asked_as=AskedAs.OWN, probe="x"
        )
    turn = session.goals[0].turns[0].id
    session = editing.overrule(session, turn, text, now=NOON)
    session = editing.remark(session, turn, text, now=NOON)
    words = ("who", "observable", "threshold", "test", "when", "check", "baseline", "why", "owner", "agreed_by")
    session = editing.file_criterion(
        session, goal, now=NOON, new_id=new_id, statement=text, from_turns=(turn,), **dict.fromkeys(words, text)
    )
    session = beside(session, goal, text)
    session = editing.park_topic(session, text, now=NOON, new_id=new_id)
    session = editing.word_criterion(session, session.goals[0].criteria[0].id, "target", text, now=NOON)
    session = editing.reject(session, session.goals[0].criteria[0].id, text, now=NOON)
    session = editing.file_criterion(session, goal, now=NOON, new_id=new_id, statement=text, owner=text)
    session = editing.add_follow_up(session, text, now=NOON, new_id=new_id, by=text, to=text, due=text)
    session = editing.check_oneself(session, now=NOON, right=text, client=text, ours=text)
    session = editing.add_note(session, text, now=NOON, new_id=new_id)
    return editing.mark_fuzzy(editing.dismiss(session, text, now=NOON), text, now=NOON)


def beside(session: Session, goal: str, text: str) -> Session:
    """The session with a text wherever one can stand beside the conversation."""
    new_id = map("x-{}".format, range(100)).__next__

    def fresh(_prefix: str) -> str:
        return new_id()

    fields = dict.fromkeys(("how", "advantages", "drawbacks", "cost", "time", "evidence"), text)
    session = editing.add_option(session, goal, text, now=NOON, new_id=fresh)
    option = session.goals[0].options[0].id
    session = editing.change_option(session, option, now=NOON, **fields)
    session = editing.choose(session, goal, option, now=NOON, words=text, reason=text)
    session = editing.note_risk(session, text, now=NOON, new_id=fresh, words=text, offer=text, owner=text)
    session = editing.note_risk(session, text, entry="key-people-leave", now=NOON, new_id=fresh, words=text)
    session = editing.note_expectation(session, text, now=NOON, new_id=fresh, words=text, promised=text, proposal=text)
    session = editing.add_delivery(session, text, now=NOON, new_id=fresh, perceived=text, better=text)
    session = editing.add_complaint(session, text, now=NOON, new_id=fresh, wish=text)
    session = editing.put_right(
        session, session.complaints[0].id, "x" + text, owner=text + "x", due=text + "x", now=NOON, new_id=fresh
    )
    session = editing.tick_sign(session, "debts", 1.0, now=NOON, new_id=fresh, words=text)
    session = editing.use_card(session, "a-discount", text, now=NOON, new_id=fresh)
    session = editing.decide_fit(
        session, Recommendation.TRY, now=NOON, differs=True, reason="x" + text, review_on="x" + text
    )
    return editing.name_client(session, now=NOON, budget=text)


def steers(char: str) -> bool:
    """Whether a terminal would obey a character."""
    return char != "\n" and (ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or 0x202A <= ord(char) <= 0x202E)


TOGETHER = tuple(" ".join(WORST[first::4]) for first in range(4))
"""The texts a few at a time: each alone on every screen takes ten minutes."""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", TOGETHER, ids=range(len(TOGETHER)))
async def test_hostile_texts_are_shown_as_text(here: Workspace, text: str, screen: str) -> None:
    await shows_as_text(here, text, screen, NARROW if TOGETHER.index(text) % 2 else WIDE)


@pytest.mark.exhaustive
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
async def test_each_hostile_text_is_shown_as_text(here: Workspace, text: str, screen: str) -> None:
    await shows_as_text(here, text, screen, NARROW if len(text) % 2 else WIDE)


async def shows_as_text(here: Workspace, text: str, screen: str, size: tuple[int, int]) -> None:
    keep(here, full_of(text))
    async with at_home(here, size) as road:
        await road.press(*SCREENS[screen])
        assert [char for char in road.shown if steers(char)] == []


@pytest.mark.parametrize("text", ["[bold]x[/bold] [x] done", "[/]", "[@click=app.leave]x[/]", "$primary"])
@pytest.mark.parametrize(
    "screen", ["library", "criteria", "timeline", "recap", "promises", "due", "export", "interview"]
)
async def test_markup_loses_no_letter(here: Workspace, text: str, screen: str) -> None:
    keep(here, full_of(text))
    async with at_home(here, WIDE) as road:
        await road.press(*SCREENS[screen])
        shown = road.shown.replace("\\", "")
        assert text.replace("_", "") in shown.replace("_", "")


@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
async def test_a_file_with_a_hostile_reason_is_a_row(here: Workspace, text: str) -> None:
    (here.sessions_dir / "broken.toml").write_bytes(f'schema_version = 1\n[session]\nid = """{text}"""\n'.encode())
    async with at_home(here) as road:
        await road.press("enter")
        assert [char for char in road.shown if steers(char)] == []
        assert "broken.toml" in road.shown


@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
async def test_a_hostile_name_begins_a_session_inside_the_workspace(here: Workspace, text: str) -> None:
    async with at_home(here) as road:
        await road.press("n")
        for name in ("client", "organisation", "title", "people", "offer", "consent"):
            road.app.screen.query_one(f"#{name}", Field).value = text
        await road.press("enter")
        assert [char for char in road.shown if steers(char)] == []
        assert len(here.ids()) == 1
