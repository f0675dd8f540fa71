"""The end of a session: what came of it, what was promised, the questions to oneself, and its closing."""

from brasstacks import editing
from brasstacks.identity import SessionStatus
from brasstacks.session import FollowUp, Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.screens.follow_ups import FollowUpsScreen
from brasstacks.tui.screens.library import Library
from brasstacks.tui.widgets.fields import Field
from made import NOON, after, talk
from roads import WIDE, Road, at_home, keep


def held(**promise: str) -> Session:
    """A session with an answer, a criterion, and a promise when one is given."""
    session = talk("Order", "Rob counts them every Friday")
    session = editing.file_criterion(session, "g-1", now=NOON, new_id=lambda _: "c-1", statement="Rob counts")
    if promise:
        session = editing.add_follow_up(session, "send the list", now=NOON, new_id=lambda _: "f-1", **promise)
    return session


def on_disk(here: Workspace) -> Session:
    return files.load(here.session_path(here.ids()[0])).session


def promises(road: Road) -> tuple[FollowUp, ...]:
    assert road.app.opened is not None
    return road.app.opened.interview.session.follow_ups


async def fill(road: Road, name: str, value: str) -> None:
    road.app.screen.query_one(f"#{name}", Field).value = value
    await road.pilot.pause()


async def test_the_recap_tells_what_came_of_it_and_what_is_left(here: Workspace) -> None:
    keep(here, held(due="2026-12-04"))
    async with at_home(here, WIDE) as road:
        await road.press("e")
        for words in ("1 Order", "Rob counts", "a wish", "Still open", "Fri 4 Dec 2026", "Did I act rightly?"):
            assert words in road.shown


async def test_closing_proposes_a_next_contact_and_keeps_everything(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "x")
        assert "The next contact" in road.shown
        await road.press("enter", "escape")
        session = on_disk(here)
        assert session.session.status is SessionStatus.CLOSED
        assert [(one.text, one.to) for one in session.follow_ups] == [("Get in touch", "Anna")]
        assert session.goals == held().goals


async def test_no_contact_is_kept_with_esc_and_the_session_is_closed(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here) as road:
        await road.press("e", "x", "escape", "escape")
        assert (on_disk(here).session.status, on_disk(here).follow_ups) == (SessionStatus.CLOSED, ())


async def test_a_closed_session_is_taken_up_again(here: Workspace) -> None:
    keep(here, editing.close(held(due="2026-12-04"), now=after(9)))
    async with at_home(here, WIDE) as road:
        await road.press("e")
        assert "Closed Sun 22 Nov 2026" in road.shown
        assert "x take up" in road.shown
        await road.press("x", "escape")
        assert on_disk(here).session.status is SessionStatus.OPEN


async def test_the_foot_says_what_x_does_as_things_stand(here: Workspace) -> None:
    keep(here, held(due="2026-12-04"))
    async with at_home(here, WIDE) as road:
        await road.press("e")
        assert "x close it" in road.shown
        await road.press("x")
        assert "x take up" in road.shown
        assert "x close it" not in road.shown


async def test_answers_to_oneself_are_kept_and_undone(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "2", *"mostly", "enter")
        assert "Did we do all we could for the client? mostly" in road.shown
        assert "u undo: answer to oneself" in road.shown
        await road.press("u")
        assert "mostly" not in road.shown.replace("undo", "")


async def test_a_promise_shows_its_day_before_it_is_kept(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "p", "a")
        await fill(road, "text", "send the list")
        assert "no day" in road.shown
        await fill(road, "due", "4 декабря 2026")
        assert "by when: Fri 4 Dec 2026" in road.shown
        await road.press("enter")
        assert [(one.text, one.due) for one in promises(road)] == [("send the list", "2026-12-04")]


async def test_a_term_without_a_day_is_kept_as_it_was_said(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "p", "a")
        await fill(road, "text", "send the list")
        await fill(road, "due", "when Rob is back")
        assert "kept as said" in road.shown
        await road.press("enter")
        assert promises(road)[0].due == "when Rob is back"


async def test_a_promise_without_words_is_refused_with_the_reason(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "p", "a", "enter")
        assert "What was promised? A few words." in road.shown
        assert promises(road) == ()


async def test_a_promise_is_done_edited_deleted_and_brought_back(here: Workspace) -> None:
    keep(here, held(due="2026-12-04"))
    async with at_home(here, WIDE) as road:
        await road.press("e", "p", "space")
        assert promises(road)[0].done
        await road.press("space", "enter")
        await fill(road, "by", "Rob")
        await road.press("enter")
        assert (promises(road)[0].done, promises(road)[0].by) == (False, "Rob")
        await road.press("d")
        assert promises(road) == ()
        await road.press("u")
        assert promises(road)[0].by == "Rob"


async def test_what_is_due_stands_on_the_library_and_is_done_with_a_key(here: Workspace) -> None:
    keep(here, held(due="2026-11-23"))
    async with at_home(here, WIDE) as road:
        assert "1 promise is due" in road.shown
        await road.press("f")
        assert "! Mon 23 Nov 2026" in road.shown
        await road.press("space", "escape")
        assert on_disk(here).follow_ups[0].done
        assert isinstance(road.app.screen, Library)
        assert "due" not in road.shown


async def test_enter_on_a_promise_opens_those_of_its_session(here: Workspace) -> None:
    keep(here, held(due="2026-11-23"))
    async with at_home(here) as road:
        await road.press("f", "enter")
        assert isinstance(road.app.screen, FollowUpsScreen)
        assert road.app.screen.rows.chosen == "f-1"
        await road.press("escape")
        assert isinstance(road.app.screen, Library)


async def test_a_promise_typed_as_a_command_tells_its_day_while_it_is_typed(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("enter", "slash", *"follow-up", "space", *"Rob", "colon", "space", *"list", "space")
        await road.press(*"2026-12-04")
        assert "by when: Fri 4 Dec 2026 · Rob" in road.shown
        await road.press("enter")
        assert [(one.text, one.by, one.due) for one in promises(road)] == [("list 2026-12-04", "Rob", "2026-12-04")]


async def test_ones_own_part_is_told_and_goes_into_no_file(here: Workspace) -> None:
    keep(here, held())
    async with at_home(here, WIDE) as road:
        await road.press("e", "v")
        for words in ("Who talked", "What you asked for", "in no export"):
            assert words in road.shown


async def test_two_sessions_of_a_client_stand_side_by_side(here: Workspace) -> None:
    earlier = held(due="2026-11-23")
    later = editing.changed(held(), session=editing.changed(held().session, id="2026-11-29-acme", created=after(9000)))
    fields = {"observable": "counts them", "threshold": "all", "who": "Rob"}
    later = editing.change_criterion(later, "c-1", now=after(9001), **fields)
    keep(here, earlier, later)
    async with at_home(here, WIDE) as road:
        await road.press("e", "s")
        for words in ("Sharpened", "▁▁▁▁ → ███▁", "Promised last time", "send the list"):
            assert words in road.shown
