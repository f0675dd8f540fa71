"""Drafts that grow from what is said, promises, and the rooms that the command line opens."""

from typing import get_args

import pytest

from brasstacks import editing
from brasstacks.interview import Interview, parse, run
from brasstacks.interview.outcome import Room
from made import NOON, after, core_bank, empty_session, ids


def begun(*texts: str) -> Interview:
    """An interview into which these texts were entered."""
    interview = Interview(empty_session(), core_bank(), new_id=ids(), now=NOON)
    for number, text in enumerate(texts, 1):
        interview.enter(text, after(number))
    return interview


def test_a_second_criterion_is_drafted_from_what_was_said_since_the_first() -> None:
    interview = begun("Order", "Rob counts them every Friday", "Sue signs the book by May")
    assert run(interview, parse("criterion"), after(5)).done
    refused = run(interview, parse("criterion"), after(6))
    assert not refused.done
    interview.enter("Ann rings every client on Monday", after(7))
    assert run(interview, parse("criterion"), after(8)).done
    first, second = interview.session.goals[0].criteria
    assert set(first.from_turns).isdisjoint(second.from_turns)
    assert second.statement == "Ann rings every client on Monday"


def test_beside_the_conversation_no_draft_stands_until_something_in_it_could_be_checked() -> None:
    interview = begun("Order", "well, it just has to get better")
    assert interview.promising_draft is None
    assert interview.draft is not None  # who asks for it by /criterion is given it
    interview.enter("Rob counts them every Friday", after(5))
    assert interview.promising_draft == interview.draft


def test_a_draft_grows_by_what_was_said_since_and_names_the_turn() -> None:
    interview = begun("Order", "the book lies open")
    run(interview, parse("criterion"), after(5))
    interview.enter("Rob looks every Friday", after(6))
    assert run(interview, parse("grow"), after(7)).done
    (one,) = interview.session.goals[0].criteria
    turn = interview.session.goals[0].turns[-1].id
    assert turn in one.from_turns
    assert all(turn in ids for ids in one.sources.values() if ids != one.sources["statement"])
    assert one.proposed == ()


def test_nothing_grows_on_what_the_client_has_agreed_to() -> None:
    interview = begun("Order", "the book lies open")
    run(interview, parse("criterion"), after(5))
    session = editing.agree(interview.session, interview.session.goals[0].criteria[0].id, "Ann", now=after(6))
    interview.did("agreed", session, after(6))
    interview.enter("Rob looks every Friday", after(7))
    assert not run(interview, parse("grow"), after(8)).done


def test_a_promise_is_kept_with_who_and_its_day() -> None:
    interview = begun("Order")
    run(interview, parse("follow-up Anna > us: the list in two weeks"), after(0))
    (one,) = interview.session.follow_ups
    assert (one.text, one.by, one.to, one.due) == ("the list in two weeks", "Anna", "us", "2026-12-06")


@pytest.mark.parametrize("line", ["timeline", "лента", "riepilogo", "обещания", "cambiamenti", "самопроверка"])
def test_the_rooms_open_by_name_in_three_languages(line: str) -> None:
    outcome = run(begun("Order"), parse(line), after(0))
    assert outcome.effect in get_args(Room)
