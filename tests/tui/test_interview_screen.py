"""The road through a live conversation: everything by keyboard, the cursor always in the one box."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.command import Hit
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from brasstacks import editing
from brasstacks.identity import SessionStatus
from brasstacks.questions import AsksFor
from brasstacks.session import AskedAs, GoalStatus, Session
from brasstacks.storage import drafts, files, workspace
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.palette import InterviewCommands
from brasstacks.tui.screens.hidden import Hidden
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.settings import SettingsScreen
from brasstacks.tui.screens.timeline import TimelineScreen
from made import NOON, empty_session, talk

CONCRETE = (
    "asked which projects he runs, every manager names the list and the state of each without having to recall it"
)
VAGUE = "there will be a higher level of project management culture"


class Room:
    """The program with a session open, driven as an interviewer drives it."""

    def __init__(self, app: Brasstacks, pilot: Pilot[int], place: Workspace) -> None:
        self.app, self.pilot, self.workspace = app, pilot, place

    @property
    def screen(self) -> InterviewScreen:
        screen = next(screen for screen in self.app.screen_stack if isinstance(screen, InterviewScreen))
        assert isinstance(screen, InterviewScreen)
        return screen

    @property
    def session(self) -> Session:
        return self.screen.interview.session

    async def type(self, text: str) -> None:
        """Have a text stand in the box, as if it was typed."""
        self.screen.box.put(text)
        await self.pilot.pause()

    async def say(self, *texts: str) -> None:
        """Type each and press Enter."""
        for text in texts:
            await self.type(text)
            await self.pilot.press("enter")
            await self.pilot.pause()

    async def do(self, line: str) -> None:
        """Esc, and again where it closed something first; the command, Enter."""
        while not self.screen.command_line.display:
            await self.pilot.press("escape")
            await self.pilot.pause()
        self.screen.command_line.line.value = line
        await self.pilot.pause()
        await self.pilot.press("enter")
        await self.pilot.pause()

    def on_disk(self) -> Session:
        """What stands in the file once everything is saved."""
        opened = self.app.opened
        assert opened is not None
        opened.save()
        assert opened.close()
        return files.load(opened.path).session


@asynccontextmanager
async def a_room(folder: Path, session: Session, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Room]:
    place = workspace.init(folder / "workspace")
    path = place.session_path(session.id)
    if not path.exists():
        files.save(session, path, since=None, backups=place.backups_dir)
    app = Brasstacks(place, path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Room(app, pilot, place)
        app.let_go()


async def test_enter_commits_the_goal_then_the_answers(tmp_path: Path) -> None:
    async with a_room(tmp_path, empty_session()) as room:
        await room.say("Projects under control", VAGUE)
        assert room.session.goals[0].statement == "Projects under control"
        assert room.session.goals[0].turns[0].answer == VAGUE
        assert room.screen.box.text == ""


async def test_what_was_entered_is_in_the_file(tmp_path: Path) -> None:
    async with a_room(tmp_path, empty_session()) as room:
        await room.say("Projects under control", VAGUE)
        assert room.on_disk().goals[0].turns[0].answer == VAGUE


async def test_the_vague_words_are_marked_while_they_are_typed(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.type(VAGUE)
        room.screen._hear()
        marked = room.screen.box.get_line(0).spans
        assert marked


async def test_facets_light_up_while_they_are_typed(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        before = str(room.screen.facets.render())
        await room.type(CONCRETE)
        room.screen._hear()
        assert "●" in str(room.screen.facets.render())
        assert "●" not in before


async def test_tab_chooses_the_question_and_the_text_stays(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.type("well")
        await room.pilot.press("tab", "tab")
        question = room.screen.interview.question
        assert room.screen.box.text == "well"
        await room.pilot.press("enter")
        turn = room.session.goals[0].turns[0]
        assert (turn.question, turn.asked_as) == (question, AskedAs.CHOSEN)


async def test_a_question_that_merely_stood_there_is_shown_with_its_mark(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        stood = room.screen.interview.question
        await room.say("well")
        await room.pilot.press("tab")
        chosen = room.screen.interview.question
        await room.say("well then")
        first, second = (str(row) for row, _id in room.screen.chain._rows)
        assert f"▹ {stood[:20]}" in first
        assert chosen[:20] in second
        assert "▹" not in second


async def test_escape_opens_the_command_line_and_the_draft_comes_back(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.type("half a sen")
        await room.pilot.press("escape")
        assert room.screen.command_line.display
        await room.pilot.press("escape")
        assert room.screen.box.display
        assert room.screen.box.has_focus
        assert room.screen.box.text == "half a sen"


async def test_a_stroke_in_an_empty_box_opens_the_command_line_and_two_are_text(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.pilot.press("slash")
        assert room.screen.command_line.display
        await room.pilot.press("slash")
        await room.pilot.pause()
        assert room.screen.box.text == "/"


@pytest.mark.parametrize("first", ["escape", "slash"])
async def test_a_command_may_be_written_with_its_slash_on_the_command_line(tmp_path: Path, first: str) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.pilot.press(first, *(["slash"] if first == "escape" else []), *"park", "enter")
        await room.pilot.pause()
        goal = room.session.goals[0]
        assert (goal.turns, goal.status) == ((), GoalStatus.PARKED)


async def test_a_command_in_the_box_is_carried_out_and_never_recorded(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.say("/note ask Rob")
        assert room.session.notes[0].text == "ask Rob"
        assert room.screen.box.text == ""
        await room.say("/note")
        assert room.screen.box.text == "/note"
        assert room.session.goals[0].turns == ()


async def test_two_strokes_begin_the_clients_words_even_before_a_commands_name(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.pilot.press("slash", "slash")
        await room.pilot.pause()
        await room.pilot.press(*"park", "enter")
        await room.pilot.pause()
        assert [turn.answer for turn in room.session.goals[0].turns] == ["/park"]


async def test_an_answer_that_is_a_commands_name_is_recorded_and_said(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.say("later")
        assert room.session.goals[0].turns[0].answer == "later"
        assert any("/later" in note.message for note in room.app._notifications)


async def test_a_sentence_on_the_command_line_goes_into_the_box_when_it_is_entered_again(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.do("a better culture of projects")
        assert room.session.dismissed == ()
        await room.pilot.press("enter")
        await room.pilot.pause()
        assert room.screen.box.has_focus
        assert room.screen.box.text == "a better culture of projects"
        assert room.session.goals[0].turns == ()


async def test_a_refused_command_gives_the_box_back_and_says_why(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", "a")) as room:
        await room.type("draft")
        before = room.session
        await room.do("move 7")
        assert not room.screen.command_line.display
        assert room.screen.box.has_focus
        assert room.screen.box.text == "draft"
        assert any("no goal 7" in note.message for note in room.app._notifications)
        assert room.session is before


async def test_after_a_refused_command_escape_opens_the_line_and_what_is_typed_takes_its_place(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", "a")) as room:
        await room.do("grow")
        await room.pilot.press("escape")
        await room.pilot.pause()
        assert room.screen.command_line.line.value == "grow"
        await room.pilot.press(*"kept", "enter")
        await room.pilot.pause()
        assert room.screen.why_pane.display
        assert room.screen.box.text == ""


async def test_a_paste_into_the_command_line_keeps_every_line(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.pilot.press("escape")
        await room.pilot.pause()
        room.app.post_message(events.Paste("note the board\nmeets on Friday\n\nin Turin"))
        await room.pilot.pause()
        assert room.screen.command_line.line.value == "note the board meets on Friday in Turin"


async def test_in_a_closed_session_it_is_said_once_that_it_is_closed(tmp_path: Path) -> None:
    async with a_room(tmp_path, editing.close(talk("Order"), now=NOON)) as room:
        await room.do("why")
        assert not any("closed" in note.message for note in room.app._notifications)
        await room.say("Rob counts the crates", "Anna checks them")
        told = [note.message for note in room.app._notifications if "session is closed" in note.message]
        assert len(told) == 1
        assert room.session.session.status is SessionStatus.CLOSED
        assert len(room.session.goals[0].turns) == 2


async def test_the_settings_open_by_their_name_in_any_language(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        for name in ("settings", "настройки", "impostazioni"):
            await room.do(name)
            assert isinstance(room.app.screen, SettingsScreen)
            await room.pilot.press("escape")
            await room.pilot.pause()


@pytest.mark.parametrize("typed", ["settings", "theme", "language", "density"])
async def test_the_palette_finds_the_settings_by_what_is_set_there(tmp_path: Path, typed: str) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        found = [hit async for hit in InterviewCommands(room.screen).search(typed) if isinstance(hit, Hit)]
        assert any(str(hit.match_display).startswith("/settings") for hit in found)


async def test_escape_closes_the_explanation_first_and_then_opens_the_command_line(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        await room.do("why")
        await room.pilot.press("escape")
        await room.pilot.pause()
        assert (room.screen.why_pane.display, room.screen.command_line.display) == (False, False)
        await room.pilot.press("escape")
        await room.pilot.pause()
        assert room.screen.command_line.display


async def test_the_explanation_is_paged_through_from_the_box_and_says_how_it_is_closed(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", *STALLING), (80, 24)) as room:
        await room.do("why")
        pane = room.screen.why_pane
        assert "esc closes" in str(pane.border_subtitle)
        assert pane.max_scroll_y > 0
        await room.pilot.press("pagedown")
        await room.pilot.pause()
        assert pane.scroll_offset.y > 0
        await room.pilot.press("pageup")
        await room.pilot.pause()
        assert pane.scroll_offset.y == 0


async def test_the_conversation_is_paged_through_from_the_box(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", *["well"] * 20), (80, 24)) as room:
        bottom = room.screen.chain.scroll_offset.y
        await room.pilot.press("pageup")
        await room.pilot.pause()
        assert room.screen.chain.scroll_offset.y < bottom
        assert room.screen.box.has_focus


async def test_the_command_line_looks_unlike_the_box(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        box = room.screen.box.styles.border.top
        await room.pilot.press("escape")
        await room.pilot.pause()
        line = room.screen.command_line
        assert line.border_title == "Command"
        assert line.styles.border.top[0] != box[0]


async def test_an_unknown_command_keeps_its_text(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.do("dance with me")
        assert room.screen.command_line.display
        assert room.screen.command_line.line.value == "dance with me"


async def test_a_command_typed_on_a_russian_keyboard_is_carried_out(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Порядок", language="ru")) as room:
        await room.say(".зфкл склад")
        assert room.session.parked[0].text == "склад"


async def test_the_arrow_in_an_empty_box_brings_the_last_answer_back(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", "wrong")) as room:
        await room.pilot.press("up")
        await room.pilot.pause()
        assert room.screen.box.text == "wrong"
        await room.say("right")
        assert [turn.answer for turn in room.session.goals[0].turns] == ["right"]


async def test_escape_leaves_a_correction_as_it_was(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", "one", "two")) as room:
        await room.type("draft")
        await room.do("edit 1")
        assert room.screen.box.text == "one"
        await room.pilot.press("escape")
        await room.pilot.pause()
        assert room.screen.box.text == "draft"
        assert room.session.goals[0].turns[0].answer == "one"


async def test_going_to_another_goal_takes_the_draft_along(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("One")) as room:
        await room.do("goal Two")
        await room.type("half a sen")
        await room.do("1")
        assert room.screen.interview.goal is room.session.goals[0]
        assert room.screen.box.text == "half a sen"


async def test_a_goal_is_parked_and_resumed(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("One")) as room:
        seen = []
        for command in ("park", "resume"):
            await room.do(command)
            seen.append(room.session.goals[0].status)
        assert seen == [GoalStatus.PARKED, GoalStatus.OPEN]


async def test_undo_brings_a_deleted_answer_back(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("One", "a", "b")) as room:
        await room.do("delete 1")
        await room.do("undo")
        assert [turn.answer for turn in room.session.goals[0].turns] == ["a", "b"]


async def test_a_criterion_is_filed_while_the_client_talks_on(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        await room.type("and another")
        await room.do("criterion")
        assert room.session.goals[0].criteria
        assert room.screen.box.text == "and another"


async def test_a_click_on_a_suggestion_chooses_it_and_the_cursor_stays_in_the_box(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        second = room.screen.interview.suggestions[1].text
        room.screen.suggestions.highlighted = 1
        room.screen.suggestions.action_select()
        await room.pilot.pause()
        assert room.screen.interview.question == second
        assert room.screen.box.has_focus


async def test_why_says_the_verdict_and_how_the_answer_was_heard(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        await room.do("why")
        assert room.screen.why_pane.display
        assert "on track" in str(room.screen.why_text.render())
        await room.pilot.press("slash", *"why", "enter")
        await room.pilot.pause()
        assert not room.screen.why_pane.display


STALLING = (
    "well, people will be more responsible",
    "just, you know, a more mature attitude to projects",
    "you are the experts, you tell us how it should be",
)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_drift_is_said_in_words_that_the_client_may_read(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_room(tmp_path, talk("Order", *STALLING), size) as room:
        line = room.screen.how if size[0] > 100 else room.screen.drift_line
        assert "3 turns, nothing new" in str(line.render())
        # Its width is fixed, so that nothing reflows: all of it has to find room, the little bars too.
        assert line.size.width >= len(str(line.render()))
        assert "stalled" not in str(line.render())
        assert room.app.focused is room.screen.box
        await room.do("why")
        assert "stalled" in str(room.screen.why_text.render())
        await room.do("fine")
        assert "nothing new" not in str(line.render())


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_hint_stands_there_only_while_nobody_types(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_room(tmp_path, talk("Order", CONCRETE), size) as room:
        line = room.screen.hint if size[0] > 100 else room.screen.also
        await room.say("? don't you think everybody should know?")
        assert "ask it open" in str(line.render())
        await room.type("yes, we")
        room.screen._heed()
        assert "ask it open" not in str(line.render())


async def test_the_hints_of_a_workspace_can_be_switched_off(tmp_path: Path) -> None:
    place = workspace.init(tmp_path / "workspace")
    (place.root / "brasstacks.toml").write_text("[settings]\nhints = false\n", encoding="utf-8")
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        await room.say("? don't you think everybody should know?")
        assert str(room.screen.hint.render()) == ""


async def test_settings_that_cannot_be_read_are_said_and_the_session_opens(tmp_path: Path) -> None:
    place = workspace.init(tmp_path / "workspace")
    (place.root / "brasstacks.toml").write_text("[settings]\nhints = 3\n", encoding="utf-8")
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        assert any("hints" in note.message for note in room.app._notifications)


async def test_what_is_to_be_read_back_stands_under_the_question(tmp_path: Path) -> None:
    said = "every manager names all nine projects and each one's status by 1 March, and Dana checks it on Fridays"
    async with a_room(tmp_path, talk("Order", said, "Rob counts nine names on the list by 1 March")) as room:
        asks = [one.asks_for for one in room.screen.interview.suggestions]
        for _step in range(asks.index(AsksFor.READ_BACK) + 1):
            await room.pilot.press("tab")
        await room.pilot.pause()
        shown = " ".join(str(row) for row, _id in room.screen.suggestions._rows)
        assert "by 1 March" in " ".join(shown.split())


async def test_a_click_on_what_was_parked_lists_it_and_escape_closes_the_list(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.do("park the new warehouse")
        await room.do("note ask Rob")
        ids = [row_id for _row, row_id in room.screen.goals._rows]
        room.screen.goals.highlighted = ids.index("kept-0")
        room.screen.goals.action_select()
        await room.pilot.pause()
        told = str(room.screen.why_text.render())
        assert "the new warehouse" in told
        assert "ask Rob" in told
        assert room.screen.box.has_focus
        await room.pilot.press("escape")
        await room.pilot.pause()
        assert room.screen.chain.display


async def test_a_question_for_later_draws_no_bar_and_is_not_called_silence(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", CONCRETE)) as room:
        before = str(room.screen.how.render())
        await room.do("later")
        assert str(room.screen.how.render()) == before
        await room.do("why")
        assert "to be filled in" in str(room.screen.why_text.render())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_told_in_passing_is_one_line_of_thought_and_covers_nothing_below(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with a_room(tmp_path, talk("Order"), size) as room:
        for number in range(3):
            room.screen.say(f"Message {number}")
        await room.pilot.pause()
        await room.pilot.pause()
        toasts = [toast for toast in room.screen.query(Toast) if toast.region]
        assert [toast._notification.message for toast in toasts] == ["Message 2"]
        for widget in (room.screen.question, room.screen.box, room.screen.facets, room.screen.also):
            assert not toasts[0].region.overlaps(widget.region)


async def test_the_palette_holds_the_commands_but_not_the_quiet_ones(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        provider = InterviewCommands(room.screen)
        offered = [hit.text async for hit in provider.discover()]
        assert "/park text" in offered
        assert "/fit" not in offered
        hits = [hit async for hit in provider.search("park")]
        best = max(hits, key=lambda hit: hit.score if isinstance(hit, Hit) else 0)
        best.command()
        await room.pilot.pause()
        assert room.screen.command_line.line.has_focus
        await room.pilot.press(*"rain", "enter")
        await room.pilot.pause()
        assert room.session.parked[0].text == "rain"


async def test_language_leads_to_where_the_language_is_changed(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", "a")) as room:
        await room.do("language")
        assert isinstance(room.app.screen, TimelineScreen)
        assert any("language" in note.message for note in room.app._notifications)


async def test_ctrl_l_blanks_the_screen_and_keys_are_ignored_until_it_returns(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        await room.pilot.press("ctrl+l")
        assert isinstance(room.app.screen, Hidden)
        await room.pilot.press("a", "enter", "escape", "ctrl+p", "ctrl+q", "slash")
        assert isinstance(room.app.screen, Hidden)
        await room.pilot.press("ctrl+l")
        await room.pilot.pause()
        assert room.screen.box.text == ""
        assert room.screen.box.has_focus


async def test_the_draft_is_kept_and_offered_again(tmp_path: Path) -> None:
    session = talk("Order")
    async with a_room(tmp_path, session) as room:
        await room.type("half a sen")
        room.screen.keep_draft()
        kept = drafts.read(room.workspace, session.id)
        assert kept is not None
        assert kept.text == "half a sen"
    async with a_room(tmp_path, session) as room:
        assert room.screen.box.text == "half a sen"


async def test_words_with_a_stroke_that_come_back_are_the_clients_still(tmp_path: Path) -> None:
    session = talk("Order")
    async with a_room(tmp_path, session) as room:
        await room.pilot.press("slash", "slash", *"park")
        assert room.screen.box.text == "/park"
        room.screen.keep_draft()
    async with a_room(tmp_path, session) as room:
        assert room.screen.box.text == "/park"
        await room.pilot.press("enter")
        await room.pilot.pause()
        assert room.screen.interview.session.parked == ()
        assert room.screen.interview.session.goals[0].turns[-1].answer == "/park"


async def test_a_command_that_was_being_typed_comes_back_to_its_line(tmp_path: Path) -> None:
    session = talk("Order")
    async with a_room(tmp_path, session) as room:
        await room.type("half")
        await room.pilot.press("ctrl+o")
        room.screen.command_line.line.value = "park the loading ba"
        await room.pilot.pause()
        room.screen.keep_draft()
    async with a_room(tmp_path, session) as room:
        assert room.screen.command_line.typed == "park the loading ba"
        await room.pilot.press("y", "enter")
        await room.pilot.pause()
        assert [one.text for one in room.screen.interview.session.parked] == ["the loading bay"]
        assert room.screen.box.text == "half"
        room.screen.keep_draft()
        kept = drafts.read(room.workspace, session.id)
        assert kept is not None
        assert kept.command == ""


async def test_an_entered_answer_leaves_no_draft(tmp_path: Path) -> None:
    session = talk("Order")
    async with a_room(tmp_path, session) as room:
        await room.type("whole")
        room.screen.keep_draft()
        await room.pilot.press("enter")
        await room.pilot.pause()
        assert drafts.read(room.workspace, session.id) is None


async def test_a_pasted_stroke_is_the_clients_words(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        room.app.post_message(events.Paste("? /why not"))
        await room.pilot.pause()
        await room.pilot.press("enter")
        await room.pilot.pause()
        assert room.session.goals[0].turns[0].answer == "? /why not"


async def test_a_second_program_reads_only(tmp_path: Path) -> None:
    session = talk("Order", "a")
    async with a_room(tmp_path, session), a_room(tmp_path, session) as second:
        assert second.screen.opened.read_only
        assert "read only" in str(second.screen.header.render())
        await second.do("note no")
        assert second.session.notes == ()


async def test_a_small_terminal_says_so_and_recovers(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order"), size=(50, 12)) as room:
        assert room.screen.query_one("#too-small").display
        assert not room.screen.query_one("#panes").display
        await room.pilot.resize_terminal(80, 24)
        await room.pilot.pause()
        assert not room.screen.query_one("#too-small").display
        assert room.screen.query_one("#panes").display


@pytest.mark.parametrize("first", ["", "escape"])
async def test_after_the_window_was_too_small_the_cursor_is_where_it_was(tmp_path: Path, first: str) -> None:
    async with a_room(tmp_path, talk("Order"), size=(80, 24)) as room:
        if first:
            await room.pilot.press(first)
        had = room.screen.command_line.line if first else room.screen.box
        assert had.has_focus
        for size in ((50, 24), (80, 10), (50, 12), (80, 24)):
            await room.pilot.resize_terminal(*size)
            await room.pilot.pause()
        assert had.has_focus
        await room.pilot.press("o", "k")
        assert (room.screen.command_line.line.value if first else room.screen.box.text) == "ok"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36)])
async def test_the_question_and_the_box_are_whole_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_room(tmp_path, talk("Order", VAGUE), size=size) as room:
        for widget in (room.screen.question, room.screen.box, room.screen.facets):
            assert room.screen.region.contains_region(widget.region)
            assert widget.region.height > 0


async def test_nothing_reflows_while_typing(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", VAGUE)) as room:
        before = room.screen.box.region, room.screen.question.region
        await room.type(VAGUE + "\n" + CONCRETE + "\n" + VAGUE * 5)
        room.screen._hear()
        await room.pilot.pause()
        assert (room.screen.box.region, room.screen.question.region) == before


async def test_what_is_typed_behind_enter_while_the_program_is_slow_is_not_lost(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order")) as room:
        for key in ("a", "enter", "b", "enter", "c"):
            room.app.post_message(events.Key(key, None if key == "enter" else key))
        await room.pilot.pause()
        await room.pilot.pause()
        assert [turn.answer for turn in room.session.goals[0].turns] == ["a", "b"]
        assert room.screen.box.text == "c"


async def test_what_is_typed_at_once_behind_the_slash_is_the_command(tmp_path: Path) -> None:
    async with a_room(tmp_path, talk("Order", VAGUE)) as room:
        for key in "/why":
            room.app.post_message(events.Key("slash" if key == "/" else key, key))
        await room.pilot.pause()
        await room.pilot.pause()
        assert room.screen.box.text == ""
        assert room.screen.command_line.typed == "why"
        await room.pilot.press("escape")
        await room.pilot.press("w")
        assert room.screen.box.text == "w"
