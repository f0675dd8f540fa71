"""Too early to work together: an ending with a text to hand over."""

from pathlib import Path

import pytest

from brasstacks.export import FORMATS, as_text
from brasstacks.session import GoalStatus
from brasstacks.storage import drafts, files, workspace
from brasstacks.tui import views
from brasstacks.tui.app import Brasstacks
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.referral import ReferralScreen
from made import talk

GOALS = {"en": "A higher culture", "ru": "Более высокая культура", "it": "Una cultura più alta"}


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
async def test_a_goal_ends_with_a_text_that_was_edited_saved_and_goes_out(tmp_path: Path, lang: str) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk(GOALS[lang], "it just has to get better", language=lang)
    path = place.session_path(session.id)
    files.save(session, path, since=None, backups=place.backups_dir)
    app = Brasstacks(place, path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        app.screen._run_line("refer")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReferralScreen)
        assert GOALS[lang] in screen.text.text
        assert "Anna" in screen.text.text
        screen.text.text += "\nOne line of my own."
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert "No goal is open" in str(app.screen.query_one("#goals-line").render())
        assert "/recap" in str(views.empty_chain(app.screen.interview))
        app.let_go()
    kept = files.load(path).session
    (goal,) = kept.goals
    assert goal.status is GoalStatus.REFERRED
    assert goal.referral is not None
    assert goal.referral.text.endswith("One line of my own.")
    assert "One line of my own." in as_text(FORMATS["markdown"], kept)


async def test_going_back_changes_nothing(tmp_path: Path) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk("A higher culture", "it just has to get better")
    path = place.session_path(session.id)
    files.save(session, path, since=None, backups=place.backups_dir)
    app = Brasstacks(place, path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        app.screen._run_line("refer")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.session.goals[0].status is GoalStatus.OPEN
        app.let_go()


ABOUT_ONESELF = {
    "en": (
        "I feel that I'm not good enough for this role, to be honest.",
        "Lost. I'm afraid I'll never be the leader that I wanted to be.",
        "I've just realised it's about me. I have always doubted myself.",
    ),
    "ru": (
        "Честно говоря, мне кажется, я сам не справляюсь. Дело во мне.",
        "Тревогу. Боюсь, что никогда не стану тем руководителем, каким хотел быть.",
        "Я только сейчас понял, что всю жизнь сомневаюсь в себе.",
    ),
    "it": (
        "Sinceramente non mi sento all'altezza. Il problema sono io.",
        "Ansia. Ho paura di non diventare mai la persona che volevo essere.",
        "Adesso capisco che dubito di me stesso da sempre.",
    ),
}


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
async def test_a_chain_about_the_person_is_offered_the_ending_for_the_person(tmp_path: Path, lang: str) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk(GOALS[lang], *ABOUT_ONESELF[lang], language=lang)
    path = place.session_path(session.id)
    files.save(session, path, since=None, backups=place.backups_dir)
    app = Brasstacks(place, path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        referrals = app.screen.interview.bank.referrals
        app.screen._run_line("refer")
        await pilot.pause()
        assert isinstance(app.screen, ReferralScreen)
        highlighted = app.screen.endings.highlighted
        assert highlighted is not None
        assert referrals[highlighted].id == "a-coach-for-the-person"
        app.let_go()


async def test_a_text_that_was_being_written_comes_back_and_is_given_up_with_the_screen(tmp_path: Path) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk("A higher culture", "it just has to get better")
    path = place.session_path(session.id)
    files.save(session, path, since=None, backups=place.backups_dir)
    for words in ("first words", "first words, then more"):
        app = Brasstacks(place, path)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            room = app.screen
            assert isinstance(room, InterviewScreen)
            room._run_line("refer")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReferralScreen)
            await pilot.pause()
            if words != "first words":
                assert screen.text.text == "first words"
            screen.text.text = words
            await pilot.pause()
            room.keep_draft()
            kept = drafts.read(place, session.id)
            assert kept is not None
            assert kept.form_text == words
            if words != "first words":
                await pilot.press("escape")
                room.keep_draft()
                assert drafts.read(place, session.id) is None
            app.let_go()
