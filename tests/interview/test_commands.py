"""A command line means the same in three languages and on two keyboards."""

import pytest

from brasstacks.interview.commands import COMMANDS, bare, complete, find, is_command, is_name, nearest, parse


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_name_of_a_command_finds_it(command: object) -> None:
    assert {find(name) for name in command.names} == {command}  # type: ignore[attr-defined]


def test_no_two_commands_share_a_name() -> None:
    names = [(language, command.names[language]) for command in COMMANDS for language in range(3)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("line", ["/park", "park", "/отложить", "/parcheggia", ".зфкл", "зфкл", "/PARK"])
def test_park_is_park_however_it_is_typed(line: str) -> None:
    command = parse(line).command
    assert command is not None
    assert command.id == "park"


def test_what_follows_the_name_is_its_argument() -> None:
    assert parse("/note ask about Rob ").argument == "ask about Rob"


def test_a_number_goes_to_a_goal() -> None:
    assert parse("/3").goal == 3


def test_the_beginning_of_one_name_only_is_enough() -> None:
    command = parse("/crite").command
    assert command is None  # criterion and criteria begin so
    command = parse("/criterio").command
    assert command is not None


def test_an_unknown_name_is_no_command() -> None:
    assert parse("/dance").command is None


def test_nothing_typed_offers_every_command_but_the_quiet_ones() -> None:
    assert complete("") == tuple(one for one in COMMANDS if not one.quiet)


def test_a_dot_and_a_word_is_a_command_only_when_the_word_is_one() -> None:
    assert is_command(".зфкл")
    assert not is_command(".вот так")
    assert not is_command(".park")


def test_a_slash_and_a_word_is_a_command_and_a_slash_alone_is_none() -> None:
    assert is_command("/park")
    assert is_command("/park the budget")
    assert not is_command("/ park")
    assert not is_command("park")


def test_a_bare_name_is_known_for_one_but_not_inside_a_sentence() -> None:
    assert is_name(" Park ")
    assert not is_name("park it")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("critria", "criteria"),
        ("рекомендвать", "refer"),
        ("направить", "refer"),
        ("коуч", "refer"),
        ("восприятие", "perceived"),
        ("riepilgo", "recap"),
    ],
)
def test_a_name_that_there_is_not_is_offered_the_nearest(typed: str, meant: str) -> None:
    near = nearest(typed)
    assert near is not None
    assert near.id == meant
    assert find(typed) is None


@pytest.mark.parametrize("typed", ["xyzzy", "", "fitt", "decidd"])
def test_what_is_near_to_nothing_or_to_a_quiet_command_is_offered_none(typed: str) -> None:
    near = nearest(typed)
    assert near is None or not near.quiet


@pytest.mark.parametrize("line", ["/отл", ".отл", "/.отл"])
def test_a_dot_stands_for_the_slash_in_the_command_line_too(line: str) -> None:
    assert [command.id for command in complete(bare(line))] == ["park"]
