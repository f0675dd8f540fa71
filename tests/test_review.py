"""The interviewer's own part, in figures."""

from brasstacks import editing
from brasstacks.language import Facet
from brasstacks.review import OWN, Without, review
from brasstacks.session import AskedAs, Session
from conversations import concrete
from made import NOON, core_bank, empty_session, ids, talk

BANK = core_bank()


def asked(*questions: str, answer: str = "yes", asked_as: AskedAs = AskedAs.OWN) -> Session:
    new_id = ids()
    session = editing.add_goal(empty_session(), "Order", now=NOON, new_id=new_id)
    for question in questions:
        session = editing.answer(session, "g-1", answer, now=NOON, new_id=new_id, question=question, asked_as=asked_as)
    return session


def test_words_are_shared_between_the_two() -> None:
    found = review(asked("one two three", answer="a"), BANK)
    assert (found.our_words, found.their_words, found.our_share) == (3, 1, 0.75)


def test_a_question_that_merely_stood_there_was_not_asked() -> None:
    assert review(asked("one two three", asked_as=AskedAs.SHOWN), BANK).asked == 0


def test_questions_are_counted_by_what_they_asked_for() -> None:
    probe = next(one for one in BANK.probes if one.asks_for.value == "check")
    session = asked("Would a blue elephant do?")
    session = editing.answer(
        session, "g-1", "no", now=NOON, new_id=lambda _: "t-9", question=probe.text, asked_as=AskedAs.OWN
    )
    assert dict(review(session, BANK).by_rung) == {OWN: 1, "check": 1}


def test_the_longest_stretch_without_anything_new() -> None:
    session = talk("Order", "hm", "well", "Rob counts 12 orders every Friday", "hm")
    assert review(session, BANK).without == Without(goal_number=1, first=1, length=2)


def test_double_and_leading_questions_are_found() -> None:
    session = asked("Who counts, and when do they do it?", "Don't you think it is slow?", "Who counts?")
    found = review(session, BANK)
    assert [one.heard.number for one in found.double] == [1]
    assert [one.heard.number for one in found.leading] == [2]


def test_what_nobody_asked_is_told_of_goals_that_are_not_done() -> None:
    session = talk("Order", "hm")
    (unasked,) = review(session, BANK).unasked
    assert Facet.CHECK in unasked.facets
    goal = editing.changed(session.goals[0], criteria=(concrete(),))
    assert review(editing.changed(session, goals=(goal,)), BANK).unasked == ()


def test_an_empty_session_has_no_share() -> None:
    assert review(empty_session(), BANK).our_share == 0


def test_a_way_back_to_the_last_instance_is_no_question_of_ones_own() -> None:
    session = asked(BANK.returns[0].text)
    assert dict(review(session, BANK).by_rung) == {"last_instance": 1}
