"""Fit: signs move two willingnesses, and each says how far."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.beside import Recommendation
from brasstacks.fit import fit, group_of, names, over_time, signs
from brasstacks.session import GoalStatus, Person, Session
from brasstacks.tui import suiting
from made import NOON, after, core_bank, talk

CONCRETE = (
    "every manager names his projects and the state of each, asked on Friday",
    "Rob counts the open orders on the board every morning at eight",
    "by 1 March no order is older than two days, Anna checks it in the list",
)
FOG = ("you are the experts, you tell us", "it depends, we'll see", "management wants it by the standards")


def ticked(session: Session, *, at: float = 30, **fullness: float) -> Session:
    """A session in which a person noted signs."""
    for sign, full in fullness.items():
        session = editing.tick_sign(session, sign, full, now=after(at), new_id=partial("{1}-{0}".format, sign))
    return session


def test_nothing_said_is_no_group() -> None:
    found = fit(talk("Order"), core_bank())
    assert (found.theirs.wants, found.group, found.play, found.recommendation) == (None, None, None, None)


def test_two_answers_say_nothing_about_how_somebody_answers() -> None:
    assert "concrete_answers" not in signs(talk("Order", *CONCRETE[:2]))


def test_concrete_answers_move_both_and_say_how_many_they_were() -> None:
    found = fit(talk("Order", *CONCRETE), core_bank())
    moved = {one.sign: one for one in found.theirs.moved}
    assert moved["concrete_answers"].read.of == 3
    assert moved["concrete_answers"].by > 0
    assert found.theirs.total == pytest.approx(sum(one.by for one in found.theirs.moved))


def test_one_concrete_answer_of_nine_does_not_speak_for_them() -> None:
    found = fit(talk("Order", CONCRETE[0], *(FOG * 3)[:8]), core_bank())
    (concrete,) = [one for one in found.theirs.moved if one.sign == "concrete_answers"]
    assert (concrete.read.count, concrete.read.of, concrete.by) == (1, 9, 0)


@pytest.mark.parametrize(("answers", "early"), [(3, True), (5, True), (6, False)])
def test_after_a_few_answers_it_is_too_early_to_tell(answers: int, early: bool) -> None:  # noqa: FBT001
    session = talk("Order", *(CONCRETE * 2)[:answers])
    found = fit(session, core_bank())
    assert found.early is early
    assert ("Too early to tell" in suiting.about(found, session, 80).plain) is early


def test_a_count_stands_without_a_share_of_another_meaning() -> None:
    known = signs(talk("Order", CONCRETE[0], *(FOG * 3)[:8]))
    lines = [line.plain for line, _sign in suiting.rows(known, core_bank(), 90)]
    (concrete,) = [line for line in lines if "answers concretely" in line]
    assert "1 of 9" in concrete
    assert "%" not in concrete


def test_handing_the_work_back_speaks_against() -> None:
    found = fit(talk("Order", *FOG), core_bank())
    moved = {one.sign: one.by for one in found.theirs.moved}
    assert moved["hand_backs"] < 0
    assert moved["politicking"] < 0


def test_the_sign_that_moved_furthest_stands_first() -> None:
    found = fit(ticked(talk("Order", *CONCRETE), debts_ignored=1, openness=1), core_bank())
    by = [abs(one.by) for one in found.ours.moved]
    assert by == sorted(by, reverse=True)


@pytest.mark.parametrize(
    ("theirs", "ours", "group"), [(True, True, 1), (True, False, 2), (False, True, 3), (False, False, 4)]
)
def test_two_willingnesses_make_four_groups(theirs: bool, ours: bool, group: int) -> None:  # noqa: FBT001
    assert group_of(theirs, ours) == group


def test_debts_that_nobody_speaks_of_make_strict_rules_of_a_willing_client() -> None:
    found = fit(ticked(talk("Order", *CONCRETE), debts=1, debts_ignored=1), core_bank())
    assert (found.group, found.recommendation) == (2, Recommendation.STRICT)
    assert found.play is not None
    assert found.play.group == 2


def test_a_request_that_is_not_our_trade_is_referred() -> None:
    session = ticked(talk("Order", *CONCRETE), request_fits_offer=0)
    assert fit(session, core_bank()).recommendation is Recommendation.REFER


def test_a_conversation_that_ended_in_a_referral_is_referred() -> None:
    session = editing.decide_goal(talk("Order", *CONCRETE), "g-1", GoalStatus.REFERRED, now=NOON)
    assert fit(session, core_bank()).recommendation is Recommendation.REFER


def test_who_decided_before_the_price_was_asked_wants_it() -> None:
    before = editing.stamp_price(ticked(talk("Order"), at=5, decided_before_price=1), now=after(20))
    assert signs(before)["decided_before_price"].fullness == 1
    late = ticked(editing.stamp_price(talk("Order"), now=after(5)), at=20, decided_before_price=1)
    assert signs(late)["decided_before_price"].fullness == 0


def test_a_price_asked_before_anything_could_be_seen_came_too_soon() -> None:
    session = talk("Order", *CONCRETE)
    assert signs(editing.stamp_price(session, now=after(0.5)))["price_before_goal"].fullness == 1
    assert signs(editing.stamp_price(session, now=after(9)))["price_before_goal"].fullness == 0


def test_deciders_are_counted_among_the_people_listed() -> None:
    session = talk("Order")
    assert "many_deciders" not in signs(session)
    for count, fullness in ((1, 0), (2, 0.5), (3, 1), (5, 1)):
        people = [Person(name=str(number), decides=True) for number in range(count)]
        named = editing.name_client(session, now=NOON, people=people)
        assert signs(named)["many_deciders"].fullness == fullness


def test_what_a_person_noted_stands_before_what_was_read() -> None:
    session = ticked(talk("Order", *FOG), hand_backs=0)
    assert signs(session)["hand_backs"].fullness == 0
    assert signs(session)["hand_backs"].noted


def test_a_note_taken_back_leaves_what_was_read() -> None:
    session = talk("Order", *FOG)
    noted = ticked(session, hand_backs=0)
    back = editing.tick_sign(noted, "hand_backs", None, now=after(31), new_id=lambda p: p)
    assert signs(back) == signs(session)


def test_the_weights_are_the_banks_own() -> None:
    bank = core_bank()
    tame = bank.model_copy(update={"weights": {**bank.weights, "ours_debts_ignored": 0.0}})
    session = ticked(talk("Order", *CONCRETE), debts_ignored=1)
    assert fit(session, tame).ours.total > fit(session, bank).ours.total


@given(st.dictionaries(st.sampled_from(names(core_bank())), st.floats(0, 1), max_size=5))
def test_each_scale_is_the_sum_of_what_moved_it_and_no_more_than_its_weights(noted: dict[str, float]) -> None:
    bank = core_bank()
    found = fit(ticked(talk("Order"), **noted), bank)
    for side, scale in (("theirs_", found.theirs), ("ours_", found.ours)):
        weights = [weight for key, weight in bank.weights.items() if key.startswith(side)]
        least, most = sum(w for w in weights if w < 0), sum(w for w in weights if w > 0)
        assert least - 1e-9 <= scale.total <= most + 1e-9
        assert {one.sign for one in scale.moved} <= set(noted)


def test_who_decides_otherwise_gives_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        editing.decide_fit(talk("Order"), Recommendation.PART, now=NOON, differs=True)
    kept = editing.decide_fit(talk("Order"), Recommendation.PART, now=NOON, differs=True, reason="no hands free").fit
    assert kept is not None
    assert kept.reason == "no hands free"


def test_a_try_has_a_day_on_which_it_is_looked_at() -> None:
    with pytest.raises(ValueError, match="day"):
        editing.decide_fit(talk("Order"), Recommendation.TRY, now=NOON)


def test_the_fit_of_one_client_over_the_days_begins_with_the_first() -> None:
    first = talk("Order", *FOG)
    header = first.session.model_copy(update={"id": "later", "created": after(60 * 24)})
    second = first.model_copy(update={"session": header})
    assert [one.session.id for one in over_time([second, first], core_bank())] == [first.id, "later"]
