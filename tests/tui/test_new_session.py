"""A session begins with one name and Enter; everything else can be said and nothing else must."""

import shutil

import pytest
from textual import events
from textual.widgets import Static

from brasstacks.language import languages
from brasstacks.session import Session
from brasstacks.storage import files, shipped
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.screens.new_session import NewSession, preferred_language
from brasstacks.tui.widgets.fields import Choice, Field
from made import empty_session
from roads import Road, at_home, keep


async def begin(road: Road, **fields: str) -> None:
    """Open the form and fill it in, as if it was typed."""
    await road.press("n")
    for name, value in fields.items():
        road.app.screen.query_one(f"#{name}", Field).value = value
    await road.pilot.pause()


def begun(road: Road) -> Session:
    """The session that the interview is held in."""
    assert isinstance(road.app.screen, InterviewScreen)
    return road.app.screen.opened.interview.session


def beside(road: Road, field: str) -> str:
    """What is said beside a field."""
    return str(road.app.screen.query_one(f"#{field}-problem", Static).render())


async def test_n_a_name_and_enter_lead_into_the_interview(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("n", "A", "d", "a", "enter")
        assert begun(road).client.name == "Ada"


async def test_a_new_session_is_on_disk_at_once(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        await road.press("enter")
        assert road.app.let_go()
        assert files.load(here.session_path(here.ids()[0])).session.client.name == "Ada"


async def test_the_library_is_behind_the_interview_and_not_the_form(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        await road.press("enter")
        assert [type(screen) for screen in road.app.screen_stack] == [Library, InterviewScreen]


async def test_without_a_name_nothing_begins_and_the_field_says_so(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, organisation="Acme")
        await road.press("enter")
        assert isinstance(road.app.screen, NewSession)
        assert "whose conversation" in beside(road, "client")
        assert road.app.screen.query_one("#client").has_focus


async def test_what_is_said_beside_a_field_goes_when_it_is_mended(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road)
        await road.press("enter", "A")
        assert beside(road, "client") == ""


async def test_every_field_reaches_the_record(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(
            road,
            client="Ada",
            organisation="Acme",
            title="Order",
            people="Bo, director, decides; Cy, buyer",
            offer="training",
            consent="fine with notes",
            planned_minutes="45",
        )
        await road.press("ctrl+s")
        session = begun(road)
        assert (session.client.organisation, session.session.title, session.session.offer) == (
            "Acme",
            "Order",
            "training",
        )
        assert (session.client.consent, session.session.planned_minutes) == ("fine with notes", 45)
        assert [(one.name, one.role, one.decides) for one in session.client.people] == [
            ("Bo", "director", True),
            ("Cy", "buyer", False),
        ]


async def test_tab_goes_to_the_next_field(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road)
        await road.press("tab")
        assert road.app.screen.query_one("#organisation").has_focus


@pytest.mark.parametrize("field", ["people", "planned_minutes", "language", "bank"])
async def test_enter_begins_from_any_field(here: Workspace, field: str) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        road.app.screen.query_one(f"#{field}").focus()
        await road.press("enter")
        assert begun(road).client.name == "Ada"


async def test_the_language_is_that_of_the_newest_session(here: Workspace) -> None:
    keep(here, empty_session("it"))
    async with at_home(here) as road:
        await begin(road, client="Ada")
        await road.press("enter")
        assert (begun(road).session.language, begun(road).session.bank) == ("it", "core.it")


async def test_the_examples_say_nothing_of_the_language_that_one_speaks(
    here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brasstacks.tui.screens.new_session.spoken", lambda: "it")
    for path in shipped.folder("sessions").glob("*reduktor*.toml"):
        shutil.copy(path, here.sessions_dir)
    async with at_home(here) as road:
        await begin(road, client="Ada")
        await road.press("enter")
        assert begun(road).session.language == "it"


async def test_the_banks_are_those_of_the_language(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        road.app.screen.query_one("#language", Choice).value = "ru"
        await road.settled()
        bank = road.app.screen.query_one("#bank", Choice)
        assert {str(value) for _words, value in bank._options} >= {"core.ru", "project-management.ru"}
        bank.value = "project-management.ru"
        await road.press("enter")
        assert begun(road).session.bank == "project-management.ru"


async def test_a_choice_opens_with_space_and_takes_what_is_picked(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        choice = road.app.screen.query_one("#language", Choice)
        choice.value = "en"
        choice.focus()
        await road.press("space", "down", "enter")
        assert isinstance(road.app.screen, NewSession)
        assert choice.value == "it"


async def test_a_bank_that_is_broken_is_not_offered(here: Workspace) -> None:
    (here.banks_dir / "mine.en.toml").write_text("nonsense")
    async with at_home(here) as road:
        await begin(road)
        bank = road.app.screen.query_one("#bank", Choice)
        assert "mine.en" not in {value for _words, value in bank._options}


async def test_a_bank_that_extends_none_is_said_beside_it(here: Workspace) -> None:
    (here.banks_dir / "mine.en.toml").write_text(
        'id = "mine.en"\nlanguage = "en"\ntitle = "Mine"\nextends = ["gone.en"]\n'
    )
    async with at_home(here) as road:
        await begin(road, client="Ada")
        road.app.screen.query_one("#bank", Choice).value = "mine.en"
        await road.press("enter")
        assert isinstance(road.app.screen, NewSession)
        assert "gone.en" in beside(road, "bank")


async def test_more_minutes_than_a_day_has_are_refused_beside_the_field(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada", planned_minutes="1441")
        await road.press("enter")
        assert "1440" in beside(road, "planned_minutes")


async def test_a_pasted_list_loses_no_line(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road)
        field = road.app.screen.query_one("#client", Field)
        field.post_message(events.Paste("Ada\nLovelace\n"))
        await road.settled()
        assert field.value == "Ada Lovelace"


async def test_everything_stands_on_one_screen(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road)
        assert road.app.screen.query_one("#form").max_scroll_y == 0


async def test_escape_begins_nothing(here: Workspace) -> None:
    async with at_home(here) as road:
        await begin(road, client="Ada")
        await road.press("escape")
        assert isinstance(road.app.screen, Library)
        assert here.ids() == ()


@pytest.mark.parametrize(
    ("last", "environ", "language"),
    [
        ("ru", {"LANG": "it_IT.UTF-8"}, "ru"),
        ("", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("", {}, "en"),
        ("xx", {}, "en"),
    ],
)
def test_the_language_is_the_last_one_else_english(last: str, environ: dict[str, str], language: str) -> None:
    assert preferred_language(last, environ, languages()) == language


@pytest.mark.parametrize(
    ("last", "environ", "screens", "language"),
    [
        ("", {}, "ru", "ru"),
        ("", {"LANG": "en_US.UTF-8"}, "it", "it"),
        ("", {"LANG": "fr_FR.UTF-8"}, "ru", "ru"),
        ("it", {"LANG": "en_US.UTF-8"}, "ru", "it"),
    ],
)
def test_the_first_conversation_is_in_the_language_of_the_screens(
    last: str, environ: dict[str, str], screens: str, language: str
) -> None:
    assert preferred_language(last, environ, languages(), screens) == language


async def test_an_open_choice_says_in_the_programs_words_how_it_is_left(here: Workspace) -> None:
    async with at_home(here) as road:
        await road.press("n")
        road.app.screen.query_one("#language", Choice).focus()
        await road.press("space")
        assert "leave it" in road.shown
        assert "Dismiss" not in road.shown
        await road.press("escape")
        assert isinstance(road.app.screen, NewSession)
