"""Keys are bound as a person wants them; what would lock somebody out stays as it was, and says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.widgets import Static, TextArea

from brasstacks.storage.workspace import Workspace
from brasstacks.tui.keymap import _EDITING, bind
from brasstacks.tui.keys import BY_ID, KEYS, drawn
from brasstacks.tui.saying import places
from brasstacks.tui.screens.help import HelpScreen
from brasstacks.tui.screens.hidden import Hidden
from brasstacks.tui.screens.interview import InterviewScreen
from brasstacks.tui.screens.new_session import NewSession
from brasstacks.tui.terminals import SAME_AS, cannot_arrive
from brasstacks.tui.widgets.footer import Foot
from made import talk
from roads import Road, at_home, keep


def set_keys(here: Workspace, **keys: str) -> None:
    lines = "".join(f'"{key_id.replace("__", ".")}" = "{key}"\n' for key_id, key in keys.items())
    (here.root / "brasstacks.toml").write_text(f"[keys]\n{lines}", encoding="utf-8")


def footer(road: Road) -> str:
    return road.shown.splitlines()[road.app.screen.query_one(Foot).region.y]


def test_every_action_has_an_id_of_its_own() -> None:
    assert len(BY_ID) == len(KEYS)


def test_every_action_can_be_found_by_where_it_is() -> None:
    assert {key.where for key in KEYS} <= set(places())


async def test_a_letter_that_was_set_is_the_key_on_a_russian_keyboard_too(here: Workspace) -> None:
    set_keys(here, library__new="m")
    async with at_home(here) as road:
        await road.press("ь")
        assert isinstance(road.app.screen, NewSession)


async def test_the_key_of_before_does_nothing_any_more(here: Workspace) -> None:
    set_keys(here, library__new="m")
    async with at_home(here) as road:
        await road.press("n")
        assert not isinstance(road.app.screen, NewSession)


async def test_footer_and_help_show_the_keys_as_they_are_bound(here: Workspace) -> None:
    keep(here, talk("Order", "they are late"))
    set_keys(here, library__new="m", interview__hide="ctrl+b")
    async with at_home(here) as road:
        assert "m new" in footer(road)
        await road.press("enter")
        assert "^b hide" in footer(road)
        await road.press("f1")
        assert isinstance(road.app.screen, HelpScreen)
        lines = str(road.app.screen.query_one("#keys", Static).render()).splitlines()
        assert any("^b" in line and "blank" in line for line in lines)


async def test_what_blanks_the_screen_lifts_the_blank(here: Workspace) -> None:
    keep(here, talk("Order", "they are late"))
    set_keys(here, interview__hide="ctrl+b")
    async with at_home(here) as road:
        await road.press("enter", "ctrl+b")
        assert isinstance(road.app.screen, Hidden)
        await road.press("ctrl+b")
        assert isinstance(road.app.screen, InterviewScreen)


async def test_what_cannot_be_bound_is_said_at_the_start_and_the_program_goes_on(here: Workspace) -> None:
    set_keys(here, library__new="q", nothing__such="x")
    async with at_home(here) as road:
        told = "".join(one.message for one in road.app._notifications)
        assert "library.new: q is the key of library.leave" in told
        assert "nothing.such" in told
        assert "nothing.such" in road.shown
        await road.press("n")
        assert isinstance(road.app.screen, NewSession)


@pytest.mark.parametrize(
    ("action", "key", "why"),
    [
        ("box.newline", "ctrl+q", "is the key of app.leave"),
        ("box.choose-on", "enter", "means the same on every screen"),
        ("app.leave", "a", "is typed there"),
        ("library.help", "ctrl+i", "as for tab"),
        ("criteria.add", "ctrl+enter", "as for enter"),
        ("criteria.add", "alt+1", "does not arrive"),
        ("interview.cards", "ctrl+k", "edits the text there"),
        ("interview.cards", "x", "is typed there"),
        ("criteria.add", "d", "is the key of criteria.delete"),
        ("criteria.add", "в", "does not arrive|is the key of criteria.delete"),
        ("timeline.edit", "home", "is the key of rows.first"),
        ("criteria.add", "", "no key is named"),
        ("library.nothing", "x", "there is: library.new"),
        ("nowhere.nothing", "x", "brasstacks keys lists them"),
    ],
)
def test_what_would_never_come_or_would_lock_out_is_refused_with_its_reason(action: str, key: str, why: str) -> None:
    bound = bind({action: key})
    assert not bound.changed
    assert len(bound.problems) == 1
    assert any(part in bound.problems[0] for part in why.split("|"))


def test_two_actions_can_change_places() -> None:
    bound = bind({"criteria.add": "d", "criteria.delete": "a"})
    assert not bound.problems
    assert bound.keymap == {"criteria.add": "d,в", "criteria.delete": "a,ф"}


def test_enter_and_esc_stay_whatever_else_is_wanted() -> None:
    assert bind({"library.open": "z"}).changed["library.open"] == "enter,z"
    assert bind({"help.back": "b"}).changed["help.back"] == "escape,b"


@pytest.mark.parametrize("written", ["?", "question_mark"])
def test_a_key_is_written_as_it_looks_or_as_it_is_called(written: str) -> None:
    assert bind({"criteria.add": written}).changed["criteria.add"] == "question_mark"


_KEYS_WRITTEN = st.text(max_size=12) | st.sampled_from([key.keys for key in KEYS])


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), _KEYS_WRITTEN, max_size=6))
def test_whatever_is_wanted_esc_leads_back_and_the_program_can_be_left(wanted: dict[str, str]) -> None:
    bound = bind(wanted)
    for key in KEYS:
        kept = {one for one in key.keys.split(",") if one in ("enter", "escape")}
        assert kept <= set(bound.keys_of(key).split(","))
    assert all(not cannot_arrive(one) for keys in bound.changed.values() for one in keys.split(","))


def test_what_fields_take_for_editing_is_what_textual_gives_them() -> None:
    textual = {one for binding in TextArea.BINDINGS for one in binding.key.split(",")}  # type: ignore[union-attr]
    assert {one for one in _EDITING if one.startswith("ctrl")} <= textual


def test_a_key_that_counts_as_arriving_has_bytes_in_a_plain_terminal() -> None:
    known = {key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys}
    named = [one for key in KEYS for one in key.keys.split(",") if len(one) > 1]
    characters = {"question_mark", "slash", "full_stop", "plus", "minus", "equals_sign"}
    assert {one for one in named if one not in known} <= characters
    assert not known & set(SAME_AS) - {"shift+escape"}


def test_keys_are_drawn_as_people_call_them() -> None:
    assert [drawn(one) for one in ("ctrl+l", "escape", "shift+up", "question_mark", "n")] == [
        "^l",
        "esc",
        "shift+↑",
        "?",
        "n",
    ]
