"""The rooms beside the conversation: reached from it at any time, saved in its file, and the box keeps its words."""

from datetime import timedelta

import pytest

from brasstacks import editing, words
from brasstacks.beside import ComplaintEnding, OptionKind, Size
from brasstacks.interview.clock import Clock
from brasstacks.session import Session, Sitting
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.ask import Form, Pick
from brasstacks.tui.screens.cards import CardsScreen
from brasstacks.tui.screens.fit import FitScreen
from brasstacks.tui.screens.hidden import Hidden
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.options import OptionsScreen
from brasstacks.tui.screens.perceived import PerceivedScreen
from brasstacks.tui.screens.spoken import SpokenScreen
from brasstacks.tui.widgets.fields import Field, Passage
from brasstacks.words import _
from made import NOON, talk
from roads import NARROW, WIDE, Road, at_home, keep

TALK = talk("Order in the projects", "every manager names his projects on Friday", "Rob counts them", "by 1 March")


def session(road: Road) -> Session:
    """The session in hand."""
    assert road.app.opened is not None
    return road.app.opened.interview.session


async def go(road: Road, command: str) -> None:
    """From the conversation by a command."""
    await road.press("escape", *command, "enter")


async def fill(road: Road, **values: str) -> None:
    """Fill the lines of a form in, and keep them."""
    assert isinstance(road.app.screen, Form)
    for name, value in values.items():
        field = road.app.screen.query_one(f"#{name}")
        if isinstance(field, Passage):
            field.text = value
        elif isinstance(field, Field):
            field.value = value
    await road.settled()
    road.app.screen.action_keep()
    await road.settled()


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("command", ["options", "risks", "expectations", "perceived", "agenda", "fit"])
async def test_every_room_is_reached_and_left_with_the_words_still_in_the_box(
    here: Workspace, command: str, size: tuple[int, int]
) -> None:
    keep(here, TALK)
    async with at_home(here, size) as road:
        await road.press("enter", *"well")
        await go(road, command)
        assert not isinstance(road.app.screen, InterviewScreen)
        await road.press("escape")
        assert isinstance(road.app.screen, InterviewScreen)
        assert road.app.screen.box.text == "well"


async def test_an_option_is_added_judged_and_chosen_and_stands_in_the_file(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "options")
        await road.press("a")
        await fill(road, title="A board on the wall", cost="1-2 thousand", advantages="cheap; quick")
        assert "One option only" not in road.shown
        await road.press("z", "z", "z")
        await road.press("c")
        await fill(road, words="let's start with that", reason="it costs nothing")
        option = session(road).goals[0].options[0]
        choice = session(road).goals[0].choice
        assert (option.advantages, option.size) == ("cheap\nquick", Size.TOO_BIG)
        assert choice is not None
        assert (choice.option, choice.words) == (option.id, "let's start with that")
        await road.press("escape")
    assert files.load(here.session_path(TALK.id)).session.goals[0].options == (option,)


async def test_on_a_goal_the_warnings_stand_under_the_comparison(here: Workspace) -> None:
    keep(here, editing.add_option(TALK, "g-1", "A board", now=NOON, new_id=lambda _: "o-1"))
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "options")
        for words in ("One option only", "Drawbacks missing: A board", "No proof that it works: A board"):
            assert words in road.shown


async def test_doing_nothing_and_the_smallest_thing_are_added_with_one_key_and_once(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "options")
        await road.press("n", "s", "n")
        assert [one.kind for one in session(road).goals[0].options] == [OptionKind.NOTHING, OptionKind.SMALLEST]
        await road.press("u")
        assert len(session(road).goals[0].options) == 1


async def test_not_yet_is_recorded_with_its_reason(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter")
        await go(road, "options")
        await road.press("t")
        await fill(road, words="let me ask the board", reason="they meet in May")
        choice = session(road).goals[0].choice
        assert choice is not None
        assert choice.option == ""
        assert "not yet: they meet in May" in road.shown
        await road.press("t")
        await fill(road, words="let me ask the board", reason="")
        assert "not yet: let me ask" in road.shown


async def test_a_risk_is_raised_weighed_and_offered_for(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "risks")
        assert "Risks 0/7" in road.shown
        await road.press("space", "3", "o")
        assert isinstance(road.app.screen, Pick)
        await road.press("enter")
        risk = session(road).risks[0]
        assert risk.raised is not None
        assert (risk.entry, risk.worry) == ("vanish-after-prepayment", 3)
        assert risk.offer.startswith("a small first payment")
        assert "Risks 1/7" in road.shown


async def test_what_the_client_says_of_a_risk_raises_it(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "risks")
        await road.press("down", "enter")
        await fill(road, words="it happened to us twice", owner="Ruth")
        assert session(road).risks[0].raised is not None
        await road.press("d")
        assert session(road).risks == ()


async def test_a_risk_and_an_expectation_of_ones_own_stand_last_among_theirs(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "risks")
        assert isinstance(road.app.screen, SpokenScreen)
        await road.press("a")
        await fill(road, title="The move in May")
        assert road.app.screen.rows.chosen == f"risk-{session(road).risks[0].id}"
        await road.press("end", "a")
        await fill(road, title="Someone who speaks Polish")
        assert session(road).expectations[0].title == "Someone who speaks Polish"


async def test_two_letters_find_a_card_that_is_noted_while_the_draft_stays(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter", *"hm")
        await road.press("ctrl+g", *"disc")
        assert isinstance(road.app.screen, CardsScreen)
        assert "What can you do about the price?" in road.shown
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
        assert road.app.screen.box.text == "hm"
        assert [one.entry for one in session(road).cards] == ["a-discount"]


async def test_a_card_comes_with_the_letters_of_its_command(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter", "escape", *"card", "space", *"exp", "enter")
        assert isinstance(road.app.screen, CardsScreen)
        assert "Why is it so expensive?" in road.shown
        await road.press("escape")
        assert session(road).cards == ()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_clients_words_offer_a_card_once(here: Workspace, size: tuple[int, int]) -> None:
    keep(here, TALK)
    async with at_home(here, size) as road:
        await road.press("enter")
        assert isinstance(road.app.screen, InterviewScreen)
        road.app.screen.box.put("that is expensive for us")
        road.app.screen.show_all()
        await road.settled()
        assert "^g Why is it so expensive?" in road.shown
        await road.press("ctrl+g", "enter")
        assert "^g Why is it so expensive?" not in road.shown


async def test_fit_is_in_no_list_of_the_conversation(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter", "escape", *"fi")
        assert "/fit" not in road.shown
        await road.press("escape")
        assert "Fit" not in road.shown


async def test_after_the_privacy_key_the_fit_stays_shut(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter", "ctrl+l", "ctrl+l")
        await go(road, "fit")
        assert isinstance(road.app.screen, InterviewScreen)
        assert not road.app.screen.command_line.display


async def test_the_privacy_key_on_the_fit_leaves_the_conversation_behind_it(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter")
        await go(road, "fit")
        assert isinstance(road.app.screen, FitScreen)
        await road.press("ctrl+l")
        assert isinstance(road.app.screen, Hidden)
        await road.press("ctrl+l")
        assert isinstance(road.app.screen, InterviewScreen)


async def test_a_sign_is_ticked_moves_the_scale_and_is_called_nothing_elsewhere(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "fit")
        await road.press("end", "space")
        assert session(road).signs[0].sign == "debts_ignored"
        assert "-2.5" in road.shown
        await road.press("escape")
        await go(road, "options")
        assert "debts" not in road.shown
        assert "own note" in road.shown


async def test_deciding_otherwise_than_the_signs_needs_a_reason(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "fit")
        await road.press("d", "down", "down", "down", "enter")
        await fill(road, reason="")
        assert "why do you decide so" in road.shown
        await fill(road, reason="no hands free")
        decided = session(road).fit
        assert decided is not None
        assert decided.reason == "no hands free"


async def test_a_complaint_is_put_right_with_a_name_and_a_day_or_not_at_all(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "perceived")
        await road.press("c")
        await fill(road, words="the list came two days late", wish="ring me before")
        await road.press("p")
        await fill(road, owner="Ruth", due="")
        assert "Each of these lines is needed" in road.shown
        await fill(road, due="2026-12-01")
        complaint = session(road).complaints[0]
        assert complaint.ending is ComplaintEnding.PROMISED
        assert session(road).follow_ups[0].by == "Ruth"


async def test_a_complaint_with_facts_becomes_an_answer_in_the_chain(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "perceived")
        assert isinstance(road.app.screen, PerceivedScreen)
        await road.press("c")
        await fill(road, words="Rob gets the list at nine and needs it at seven")
        assert "There are facts in it" in road.shown
        await road.press("t")
        turn = session(road).goals[0].turns[-1]
        assert turn.answer == "Rob gets the list at nine and needs it at seven"
        assert turn.counts_as_asked


async def test_the_agenda_goes_to_its_rooms_and_plans_another_length(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "agenda")
        assert "60 minutes: 3 goals" in road.shown
        await road.press("9")
        assert session(road).session.planned_minutes == 90
        await road.press("down", "enter")
        assert isinstance(road.app.screen, OptionsScreen)


async def test_a_solution_is_marked_kept_as_an_option_and_its_problem_becomes_the_goal(here: Workspace) -> None:
    keep(here, talk("We need a CRM"))
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        assert "a solution: /option" in road.shown
        await go(road, "option")
        assert "which problem is behind it?" in road.shown
        await road.press(*"calls", "space", *"get", "space", *"lost", "enter")
        await go(road, "problem")
        goal = session(road).goals[0]
        assert (goal.statement, goal.wish) == ("calls get lost", "We need a CRM")
        assert "option: We need a CRM" in road.shown


async def test_what_was_not_raised_is_named_once_at_the_end(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("e")
        assert "Not spoken of: We take the money and vanish" in road.shown


async def test_time_in_a_room_is_kept_under_its_name(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here) as road:
        await road.press("enter", "x")
        await go(road, "options")
        interview = road.app.opened.interview if road.app.opened else None
        assert interview is not None
        began = interview.clock.sittings[-1].started
        interview.clock = Clock(
            (Sitting(started=began, ended=began + timedelta(minutes=4)),), began + timedelta(minutes=4)
        )
        await road.press("escape")
        assert session(road).session.spent["options"] >= 230


async def test_an_expectation_is_promised_in_the_words_of_the_bank(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "risks")
        await road.press("end", "o")
        assert session(road).expectations[0].promised.startswith("One of us, whom you know by name")


async def test_the_fit_of_one_client_is_shown_over_the_days_of_the_sessions(here: Workspace) -> None:
    header = TALK.session.model_copy(update={"id": "2026-10-01-acme", "title": "The first time"})
    keep(here, TALK, TALK.model_copy(update={"session": header}))
    async with at_home(here, (120, 60)) as road:
        await road.press("enter")
        await go(road, "fit")
        assert "Over the sessions" in road.shown
        assert "The first time" in road.shown


async def test_a_session_that_is_held_elsewhere_is_read_and_not_changed(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        assert road.app.opened is not None
        road.app.opened.read_only = "held elsewhere"
        for command, keys in (
            ("options", ("n", "c")),
            ("risks", ("space", "3")),
            ("perceived", ("c",)),
            ("fit", ("space",)),
        ):
            await go(road, command)
            await road.press(*keys, "escape")
        assert session(road) == TALK


async def test_what_they_can_expect_is_handed_over_from_its_room_on_a_page_of_its_own(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "expectations")
        screen = road.app.screen
        assert isinstance(screen, SpokenScreen)
        screen.show_all("expectation-cost-known-before")
        await road.press("o", "enter")
        await fill(road, words="no surprises", owner="Anna", due="by 4 December 2031")
        assert session(road).expectations[0].due == "2031-12-04"
        await road.press("x")
        await road.app.workers.wait_for_complete()
        await road.settled()
        assert "What you can expect of us" in road.shown
        assert "4 December 2031" in road.shown
        assert "no surprises" not in road.shown
        await road.press("ctrl+t")
        assert "the client's" in road.shown
        await road.press("ctrl+s")
        await road.app.workers.wait_for_complete()
        assert (here.root / "exports" / f"{TALK.id}-expectations.md").is_file()


@pytest.mark.parametrize("command", ["options", "risks", "perceived", "agenda", "criteria", "timeline", "recap"])
@pytest.mark.parametrize("language", ["en", "ru", "it"])
async def test_no_key_at_the_foot_is_named_by_half_and_the_ways_out_and_to_the_others_always(
    here: Workspace, command: str, language: str
) -> None:
    words.speak(language)
    keep(here, TALK)
    async with at_home(here, NARROW) as road:
        await road.press("enter")
        await go(road, command)
        screen = road.app.screen
        labels = [_(one.binding.description) for one in screen.active_bindings.values() if one.binding.show]
        foot = road.shown.splitlines()[-1].rstrip()
        assert _("back") in foot
        assert "^p" in foot
        assert any(foot.endswith(f" {label}") for label in labels)


async def test_the_options_begin_at_the_goal_in_hand(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, WIDE) as road:
        await road.press("enter")
        await go(road, "goal Fewer calls")
        await go(road, "options")
        assert isinstance(road.app.screen, OptionsScreen)
        assert road.app.screen.rows.chosen == f"goal-{session(road).goals[1].id}"


async def test_the_eye_meets_the_group_and_the_advice_before_the_square(here: Workspace) -> None:
    keep(here, TALK)
    async with at_home(here, NARROW) as road:
        await road.press("enter")
        await go(road, "fit")
        shown = road.shown
        assert shown.index("Too early to tell") < shown.index("we want")
