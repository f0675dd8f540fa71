"""Every key of the program arrives from a plain terminal, and none is the only way to anything where it may be taken."""

import string

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key as Pressed

from brasstacks.interview import COMMANDS
from brasstacks.tui.keys import BY_ID, EVERYWHERE, KEYS, with_neighbours
from brasstacks.tui.terminals import SAME_AS, TAKEN, cannot_arrive, takers

_CHARACTERS = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "space": " ",
}

_XTERM = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
} | {f"ctrl+{letter}": chr(ord(letter) - ord("a") + 1) for letter in string.ascii_lowercase}
"""What xterm sends without the kitty protocol and without settings of anybody's, by its own manual (ctlseqs)."""

_OTHERWISE = {
    "tmux": {"home": "\x1b[1~", "end": "\x1b[4~"},
    "application cursor keys": {
        "up": "\x1bOA",
        "down": "\x1bOB",
        "right": "\x1bOC",
        "left": "\x1bOD",
        "home": "\x1bOH",
    },
    "the console of Linux": {"f1": "\x1b[[A", "f2": "\x1b[[B", "f4": "\x1b[[D", "home": "\x1b[1~", "end": "\x1b[4~"},
    "rxvt": {"home": "\x1b[7~", "end": "\x1b[8~", "f1": "\x1b[11~", "f2": "\x1b[12~", "f4": "\x1b[14~"},
    "kitty's protocol": {"escape": "\x1b[27u", "ctrl+l": "\x1b[108;5u", "ctrl+j": "\x1b[106;5u", "f2": "\x1b[Q"},
}
"""What others send in place of it."""

EVERY_KEY = sorted({one for key in KEYS for one in with_neighbours(key.keys).split(",")})


def arrived(sent: str) -> list[str]:
    """The keys that Textual makes of what a terminal sends."""
    parser = XTermParser()
    return [one.key for one in (*parser.feed(sent), *parser.feed("")) if isinstance(one, Pressed)]


def sent_for(key: str) -> str:
    return key if len(key) == 1 else _CHARACTERS.get(key) or _XTERM[key]


@pytest.mark.parametrize("key", EVERY_KEY)
def test_each_key_arrives_as_itself(key: str) -> None:
    assert arrived(sent_for(key)) == [key]


@pytest.mark.parametrize(
    ("key", "sent"), [pair for keys in _OTHERWISE.values() for pair in keys.items() if pair[0] in EVERY_KEY]
)
def test_each_key_arrives_from_other_terminals_too(key: str, sent: str) -> None:
    assert arrived(sent) == [key]


def test_what_cannot_arrive_is_bound_to_nothing() -> None:
    assert [one for one in EVERY_KEY if cannot_arrive(one) and one.isascii()] == []
    assert not set(EVERY_KEY) & set(SAME_AS)


@pytest.mark.parametrize(("key", "other"), [("ctrl+h", "backspace"), ("ctrl+i", "tab"), ("ctrl+m", "enter")])
def test_what_arrives_as_another_key_is_told_apart_from_it(key: str, other: str) -> None:
    assert SAME_AS[key] == other
    assert arrived(_XTERM[key]) == [other]


@pytest.mark.parametrize("who", TAKEN)
def test_nothing_depends_on_a_key_that_may_be_taken(who: str) -> None:
    commands = {command.id for command in COMMANDS}
    for key in KEYS:
        if not all(who in takers(one) for one in key.keys.split(",")):
            continue
        by_command = key.where in ("box", "interview") and key.action in {*commands, "cards"}
        # What many screens share is in no palette.
        assert by_command or key.where not in EVERYWHERE - {"app"}, key.id


@pytest.mark.parametrize("who", TAKEN)
@pytest.mark.parametrize("action", ["app.command_palette", "hidden.show", "box.newline", "app.record", "box.command"])
def test_the_ways_to_all_the_others_have_a_key_that_nobody_takes(action: str, who: str) -> None:
    assert any(who not in takers(one) for one in BY_ID[action].keys.split(","))


@pytest.mark.parametrize("who", TAKEN)
def test_one_can_always_leave(who: str) -> None:
    leave = [*BY_ID["app.leave"].keys.split(","), *BY_ID["app.copy_or_leave"].keys.split(",")]
    assert any(who not in takers(one) for one in leave)
