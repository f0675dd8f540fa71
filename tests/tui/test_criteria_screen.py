"""The criteria by goal: filed from what was said, filled in field by field, undone with the rest."""

from brasstacks import editing
from brasstacks.session import AskedAs, Criterion, CriterionStatus, Provenance, Session
from brasstacks.storage import drafts, files
from brasstacks.storage.drafts import Draft
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.opened import Opened
from brasstacks.tui.screens.criteria import CriteriaScreen
from brasstacks.tui.screens.export import ExportScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.timeline import TimelineScreen
from brasstacks.tui.widgets.criterion_form import CriterionForm, field_word, labels
from brasstacks.tui.widgets.fields import Choice, Field, Passage
from made import NOON, empty_session, ids, talk
from roads import NARROW, WIDE, Road, at_home, keep

ANSWER = "every manager names his projects and the state of each"


def with_criterion(**fields: object) -> Session:
    """A session with one goal, one answer and one criterion of it."""
    session = talk("Order in the projects", ANSWER)
    goal = session.goals[0]
    values = {"statement": "Managers know their projects", "from_turns": (goal.turns[0].id,), **fields}
    return editing.file_criterion(session, goal.id, now=NOON, new_id=lambda _prefix: "c-1", **values)


def desk(road: Road) -> CriteriaScreen:
    assert isinstance(road.app.screen, CriteriaScreen)
    return road.app.screen


def criteria(road: Road) -> tuple[Criterion, ...]:
    return desk(road).interview.session.goals[0].criteria


async def fill(road: Road, name: str, value: str) -> None:
    """Type into a field of the form, without leaving it."""
    field = desk(road).query_one(f"#{name}")
    field.focus()
    await road.pilot.pause()
    if isinstance(field, Passage):
        field.text = value
    elif isinstance(field, Field):
        field.value = value
    await road.pilot.pause()


async def test_the_form_shows_the_step_what_is_missing_and_the_words_it_came_from(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.patiently("c")
        for words in ("a wish", "still missing: what would be seen", "Question 1?", ANSWER):
            assert words in road.shown


async def test_leaving_a_field_changes_the_criterion(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "every manager")
        await road.press("tab")
        assert criteria(road)[0].who == "every manager"


async def test_what_was_being_written_when_the_program_was_killed_stands_in_its_field_again(here: Workspace) -> None:
    session = with_criterion()
    keep(here, session)
    drafts.write(here, session.id, Draft("", form="c-1.who", form_text="every mana"))
    async with at_home(here, WIDE) as road:
        await road.press("c")
        assert desk(road).query_one("#who", Field).value == "every mana"
        await fill(road, "who", "every manager")
        opened = desk(road).opened
        opened.keep_elsewhere()
        draft = drafts.read(here, session.id)
        assert draft is not None
        assert draft.form_text == "every manager"
        await road.press("tab")
        assert criteria(road)[0].who == "every manager"
        opened.keep_elsewhere()
        assert drafts.read(here, session.id) is None


async def test_enter_in_a_field_changes_the_criterion_and_goes_on(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "every manager")
        await road.press("enter")
        assert criteria(road)[0].who == "every manager"
        assert desk(road).query_one("#observable").has_focus


async def test_what_was_changed_is_on_disk_after_leaving(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here) as road:
        await road.press("c", "enter")
        await fill(road, "statement", "Two\nlines")
        await road.press("escape", "escape")
        assert isinstance(road.app.screen, Library)
        saved = files.load(here.session_path(here.ids()[0])).session
        assert saved.goals[0].criteria[0].statement == "Two\nlines"


async def test_the_step_follows_what_is_filled_in(here: Workspace) -> None:
    keep(here, with_criterion(observable="names them", threshold="all"))
    async with at_home(here, WIDE) as road:
        await road.press("c")
        assert "██▁▁" not in road.shown
        await fill(road, "who", "every manager")
        await road.press("tab")
        assert "███▁ concrete" in road.shown


async def test_a_field_that_was_only_visited_leaves_no_step_to_undo(here: Workspace) -> None:
    keep(here, with_criterion(who="two\nlines \x1b[31m"))
    async with at_home(here, WIDE) as road:
        await road.press("c", "enter", "tab", "tab", "tab", "escape")
        assert desk(road).interview.history.past == ()
        assert criteria(road)[0].who == "two\nlines \x1b[31m"


async def test_what_was_typed_goes_to_the_criterion_it_was_typed_into(here: Workspace) -> None:
    session = with_criterion()
    session = editing.file_criterion(
        session, session.goals[0].id, now=NOON, new_id=lambda _prefix: "c-2", statement="Another"
    )
    keep(here, session)
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "the second")
        await road.pilot.click("#criteria", offset=(5, 2))
        await road.settled()
        assert [one.who for one in criteria(road)] == ["", "the second"]
        assert desk(road).query_one("#who", Field).value == ""


async def test_a_choice_changes_whose_words_and_the_status(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        desk(road).query_one("#provenance", Choice).value = Provenance.PROPOSED.value
        desk(road).query_one("#status", Choice).value = CriterionStatus.AGREED.value
        await road.settled()
        assert (criteria(road)[0].provenance, criteria(road)[0].status) == (
            Provenance.PROPOSED,
            CriterionStatus.AGREED,
        )


async def test_moving_between_criteria_changes_none(here: Workspace) -> None:
    session = with_criterion(provenance=Provenance.PROPOSED, status=CriterionStatus.REJECTED, who="a")
    session = editing.file_criterion(
        session, session.goals[0].id, now=NOON, new_id=lambda _prefix: "c-2", statement="Another"
    )
    keep(here, session)
    async with at_home(here, WIDE) as road:
        await road.press("c", "up", "down", "up", "up", "down")
        assert desk(road).interview.history.past == ()


async def test_a_criterion_keeps_its_statement(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "statement", "  ")
        await road.press("escape")
        assert criteria(road)[0].statement == "Managers know their projects"
        assert desk(road).query_one("#statement", Passage).text == "Managers know their projects"


async def test_a_files_a_draft_from_the_answers(here: Workspace) -> None:
    keep(here, talk("Order", ANSWER))
    async with at_home(here) as road:
        await road.press("c", "a")
        assert criteria(road)[0].statement == ANSWER
        assert desk(road).rows.chosen == criteria(road)[0].id


async def test_a_draft_is_filed_under_the_goal_at_the_cursor_and_the_goal_in_hand_stays(here: Workspace) -> None:
    session = talk("First", ANSWER)
    numbered = ids()
    session = editing.add_goal(session, "Second", now=NOON, new_id=lambda prefix: "2" + numbered(prefix))
    keep(here, session)
    async with at_home(here) as road:
        await road.press("c", "up", "a")
        assert len(criteria(road)) == 1
        current = desk(road).interview.goal
        assert current is not None
        assert current.statement == "Second"


async def test_without_an_answer_there_is_nothing_to_file(here: Workspace) -> None:
    keep(here, talk("Order"))
    async with at_home(here) as road:
        await road.press("c", "a")
        assert criteria(road) == ()


async def test_d_deletes_and_u_brings_it_back(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here) as road:
        await road.press("c", "d")
        assert criteria(road) == ()
        await road.press("u")
        assert len(criteria(road)) == 1


async def test_letters_in_the_form_are_text_and_in_the_list_are_keys(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        desk(road).query_one("#status", Choice).focus()
        await road.press("d", "a")
        assert len(criteria(road)) == 1


async def test_where_there_is_no_room_the_form_takes_the_place_of_the_list(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, NARROW) as road:
        await road.press("c")
        assert not desk(road).query_one("#right").display
        await road.press("enter")
        assert not desk(road).query_one("#left").display
        assert desk(road).query_one("#statement").has_focus
        await road.press("escape")
        assert desk(road).rows.has_focus


async def test_x_leads_to_the_export(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here) as road:
        await road.press("c", "x")
        assert isinstance(road.app.screen, ExportScreen)


async def test_a_session_that_is_open_elsewhere_can_only_be_read(here: Workspace) -> None:
    keep(here, with_criterion())
    elsewhere = Opened.of_file(here, here.session_path(here.ids()[0]))
    async with at_home(here, WIDE) as road:
        await road.press("c", "d", "a", "u", "enter")
        assert "Read only: open in another brasstacks" in road.shown
        assert desk(road).query_one(CriterionForm).disabled
        assert len(criteria(road)) == 1
    elsewhere.close()


async def test_without_a_goal_the_screen_says_where_criteria_come_from(here: Workspace) -> None:
    keep(here, empty_session())
    async with at_home(here) as road:
        await road.press("c", "a", "d", "enter")
        assert "No goal yet" in road.shown


async def test_leaving_the_program_keeps_what_stands_in_the_form(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "every manager")
        await road.press("ctrl+q")
    assert files.load(here.session_path(here.ids()[0])).session.goals[0].criteria[0].who == "every manager"


def two() -> Session:
    """A session with two criteria: one of the client's, one of ours."""
    session = with_criterion()
    return editing.file_criterion(
        session,
        session.goals[0].id,
        now=NOON,
        new_id=lambda _prefix: "c-2",
        statement="Stock is counted. Calls are short",
        provenance=Provenance.PROPOSED,
    )


async def test_a_yes_is_somebodys_and_has_its_moment(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c", "g")
        road.app.screen.query_one("#who", Field).value = ""
        await road.press("enter")
        assert "A yes is somebody's" in road.shown
        road.app.screen.query_one("#who", Field).value = "Anna"
        await road.press("enter")
        one = criteria(road)[0]
        assert (one.status, one.agreed_by, one.agreed_at is None) == (CriterionStatus.AGREED, "Anna", False)
        assert "u undo: agreed criterion" in road.shown


async def test_a_name_typed_stands_in_place_of_the_one_proposed(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c", "g")
        proposed = road.app.screen.query_one("#who", Field).value
        await road.press("enter", "u", "g", "N", "o", "r", "a", "enter")
        assert (bool(proposed), criteria(road)[0].agreed_by) == (True, "Nora")


async def test_other_words_make_an_agreed_one_a_draft_again(here: Workspace) -> None:
    keep(here, with_criterion(status=CriterionStatus.AGREED, agreed_by="Anna"))
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "every manager")
        await road.press("tab")
        assert criteria(road)[0].status is CriterionStatus.DRAFT


async def test_words_of_the_client_are_linked_and_ours_are_marked(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c")
        await fill(road, "who", "every manager")
        await road.press("enter")
        await fill(road, "when", "by May")
        await road.press("enter")
        one = criteria(road)[0]
        assert (one.sources["who"], one.proposed) == (one.from_turns, ("when",))
        assert "By when ◇" in road.shown


async def test_a_rejection_has_its_reason(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c", "r", "enter")
        assert "somebody will ask why" in road.shown
        await road.press(*"gone", "enter")
        assert (criteria(road)[0].status, criteria(road)[0].rejected_because) == (CriterionStatus.REJECTED, "gone")
        await road.press("r")
        assert criteria(road)[0].status is CriterionStatus.DRAFT


async def test_a_criterion_is_split_merged_and_moved(here: Workspace) -> None:
    keep(here, two())
    async with at_home(here, WIDE) as road:
        await road.press("c", "s", "enter")
        assert [one.statement for one in criteria(road)][1:] == ["Stock is counted.", "Calls are short"]
        await road.press("shift+up")
        assert criteria(road)[0].statement == "Stock is counted."
        await road.press("m", "end", "enter")
        assert criteria(road)[0].statement == "Stock is counted.; Calls are short"


async def test_the_list_is_sorted_and_filtered(here: Workspace) -> None:
    keep(here, two())
    async with at_home(here, WIDE) as road:
        await road.press("c", "o")
        assert "Criteria by step" in road.shown
        await road.press("o", "o", "o", "o")
        assert "Criteria by goal" in road.shown
        while "our words, not agreed" not in road.shown:
            await road.press("f")
        assert "Managers know" not in road.shown


async def test_the_question_that_is_lacking_is_asked_on_the_spot(here: Workspace) -> None:
    keep(here, with_criterion(observable="names them", threshold="all", who="Rob", when="May", baseline="no", why="x"))
    async with at_home(here, WIDE) as road:
        await road.press("c", "q")
        screen = road.app.screen
        assert isinstance(screen, InterviewScreen)
        probe = next(one for one in screen.interview.bank.probes if one.text == screen.interview.question)
        assert probe.asks_for == "check"
        assert screen.interview.asked_as in (AskedAs.OWN, AskedAs.CHOSEN)


async def test_the_draft_that_grows_is_shown_and_a_criterion_grows_by_it(here: Workspace) -> None:
    session = with_criterion()
    session = editing.answer(session, "g-1", "Rob checks the log every Friday", now=NOON, new_id=lambda _: "t-9")
    keep(here, session)
    async with at_home(here, WIDE) as road:
        await road.press("c", "home")
        assert "Draft: Rob checks the log every Friday" in road.shown
        await road.press("w")
        assert "t-9" in criteria(road)[0].from_turns


async def test_the_turn_that_a_criterion_came_from_is_opened(here: Workspace) -> None:
    session = editing.answer(with_criterion(), "g-1", "later", now=NOON, new_id=lambda _: "t-9")
    session = editing.change_criterion(session, "c-1", now=NOON, from_turns=("t-9",))
    keep(here, session)
    async with at_home(here, WIDE) as road:
        await road.press("c", "t")
        screen = road.app.screen
        assert isinstance(screen, TimelineScreen)
        assert screen.rows.chosen == "t-9"


async def test_by_friday_is_shown_as_a_day(here: Workspace) -> None:
    keep(here, with_criterion(when="by 4 December 2026"))
    async with at_home(here, WIDE) as road:
        await road.press("c")
        assert "by when: Fri 4 Dec 2026" in road.shown


async def test_an_edit_is_named_by_the_fields_own_name(here: Workspace) -> None:
    keep(here, with_criterion())
    async with at_home(here, WIDE) as road:
        await road.press("c", "enter")
        await fill(road, "when", "by the end of the year")
        await road.press("escape")
        assert "u undo: edited criterion: by when" in road.shown


def test_every_field_of_the_form_has_a_name() -> None:
    for name in ("statement", "result", "provenance", "status", *labels()):
        assert field_word(name).strip() == field_word(name) != ""
