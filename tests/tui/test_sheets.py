"""A screen looks the same whichever screens were shown before it: the sheets of all of them stay in force."""

import re
from pathlib import Path

import pytest
from textual.css.parse import parse
from textual.widget import Widget

from brasstacks.storage import workspace
from brasstacks.tui import screens
from brasstacks.tui.screens.cards import CardsScreen
from brasstacks.tui.screens.export import ExportScreen
from brasstacks.tui.screens.help import HelpScreen
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.record import RecordScreen
from brasstacks.tui.screens.referral import ReferralScreen
from brasstacks.tui.screens.trash import TrashScreen
from brasstacks.tui.widgets.criterion_form import CriterionForm
from brasstacks.tui.widgets.fields import Field
from made import talk
from roads import Road, at_home, keep

FOLDER = Path(screens.__file__).parent
SHEETS = sorted(path for path in FOLDER.glob("*.tcss") if path.name != "house.tcss")
"""Those of the house are every screen's."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_rule_of_a_sheet_names_the_screen_that_it_is_for(sheet: Path) -> None:
    source = (FOLDER / f"{sheet.stem}.py").read_text(encoding="utf-8")
    classes = set(re.findall(r"^class (\w+)\(", source, re.MULTILINE))
    # Which colour it is does not matter here, and only a theme knows it.
    rules_of_it = re.sub(r"\$[\w-]+", "red", sheet.read_text(encoding="utf-8"))
    for rules in parse("", rules_of_it, (str(sheet), "")):
        for selectors in rules.selector_set:
            assert selectors.selectors[0].name in classes, rules.selectors


def _regions(screen: Widget) -> dict[str, object]:
    return {widget.id: widget.region for widget in screen.query(Widget) if widget.id}


ROOMS = ("criteria", "timeline", "recap", "follow-ups", "review", "changes", "agenda", "options", "risks", "perceived")


async def _interview(road: Road, path: Path) -> InterviewScreen:
    assert road.app.open_session(path)
    await road.settled()
    screen = road.app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_interview_stands_as_it_stood_after_any_other_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk("Order", "every manager names his projects by 1 March")
    keep(place, session)
    async with at_home(place, size) as road:
        interview = await _interview(road, place.session_path(session.id))
        before = _regions(interview)
        opened = interview.opened
        for name in (*ROOMS, "fit"):
            interview._run_line(name)
            await road.settled()
            road.app.pop_screen()
            await road.settled()
            assert (name, _regions(interview)) == (name, before)
        for other in (
            ExportScreen(opened.interview.session, place),
            HelpScreen(),
            CardsScreen(opened),
            ReferralScreen(opened),
            RecordScreen(opened),
            TrashScreen(),
        ):
            road.app.push_screen(other)
            await road.settled()
            road.app.pop_screen()
            await road.settled()
            assert (type(other), _regions(interview)) == (type(other), before)


async def test_every_field_of_the_criterion_form_has_a_line_to_write_in(tmp_path: Path) -> None:
    place = workspace.init(tmp_path / "workspace")
    session = talk("Order", "every manager names his projects by 1 March")
    keep(place, session)
    async with at_home(place, (120, 36)) as road:
        interview = await _interview(road, place.session_path(session.id))
        interview._run_line("criterion")
        interview._run_line("criteria")
        await road.settled()
        await road.press("enter")
        form = road.app.screen.query_one(CriterionForm)
        fields = list(form.query(Field))
        assert len(fields) > 5
        for field in fields:
            # A frame around the line would leave no line inside it.
            assert (field.id, field.content_size.height) == (field.id, 1)
