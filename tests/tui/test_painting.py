"""A key in the box: fewer widgets are asked what they look like, and what is painted is what Textual would paint."""

from collections.abc import Iterable

import pytest
from textual.geometry import Region
from textual.strip import Strip

from brasstacks.storage.workspace import Workspace
from brasstacks.tui.painting import Near
from brasstacks.tui.screens.interview import InterviewScreen
from made import talk
from roads import NARROW, WIDE, Road, at_home, keep

SESSION = talk("A higher culture", "they will report soon", "Rob counts 12 orders every Friday")


async def an_interview(road: Road, here: Workspace) -> InterviewScreen:
    road.app.open_session(here.session_path(SESSION.id))
    await road.settled()
    screen = road.app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


def painted(screen: InterviewScreen, region: Region) -> str:
    """What the terminal is sent when a region is painted anew."""
    compositor = screen._compositor
    compositor._dirty_regions = {region}
    update = compositor.render_partial_update()
    assert update is not None
    return update.render_segments(screen.app.console)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_whatever_is_painted_anew_looks_as_textual_paints_it(
    here: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(here, SESSION)
    async with at_home(here, size) as road:
        screen = await an_interview(road, here)
        await road.press(*"soon")
        shown = [region for region, clip in screen._compositor.visible_widgets.values() if region.overlaps(clip)]
        ours = [painted(screen, region) for region in shown]
        monkeypatch.delattr(Near, "_get_renders")
        assert ours == [painted(screen, region) for region in shown]


async def test_a_key_asks_fewer_widgets_than_there_are(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(here, SESSION)
    asked: list[int] = []
    near = Near._get_renders

    def counted(compositor: Near, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        renders = list(near(compositor, crop))
        asked.append(len(renders))
        return renders

    async with at_home(here) as road:
        screen = await an_interview(road, here)
        monkeypatch.setattr(Near, "_get_renders", counted)
        painted(screen, screen.box.region)
        assert 0 < asked[0] < len(screen._compositor.visible_widgets)
