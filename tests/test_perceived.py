"""A dissatisfied client: what is reasonable is promised with a name and a day, what is not is declined with an alternative."""

import pytest

from brasstacks import editing
from brasstacks.beside import ComplaintEnding
from brasstacks.session import Session
from made import NOON, empty_session, ids


def complained() -> Session:
    return editing.add_complaint(
        empty_session(), "the list came two days late", wish="ring me before", now=NOON, new_id=lambda _: "m-1"
    )


def test_a_promise_stands_among_the_promises_with_who_and_when() -> None:
    session = editing.put_right(
        complained(), "m-1", "Ring before", owner="Ruth", due="2026-12-01", now=NOON, new_id=ids()
    )
    complaint, promise = session.complaints[0], session.follow_ups[0]
    assert complaint.ending is ComplaintEnding.PROMISED
    assert complaint.promise == promise.id
    assert (promise.text, promise.by, promise.to, promise.due) == ("Ring before", "Ruth", "Anna", "2026-12-01")


@pytest.mark.parametrize("missing", ["text", "owner", "due"])
def test_a_promise_without_words_somebody_or_a_day_puts_nothing_right(missing: str) -> None:
    values = {"text": "Ring before", "owner": "Ruth", "due": "2026-12-01"} | {missing: " "}
    with pytest.raises(ValueError, match="promise"):
        editing.put_right(complained(), "m-1", now=NOON, new_id=ids(), **values)


@pytest.mark.parametrize("missing", ["why_not", "alternative"])
def test_who_is_told_no_hears_why_and_what_else(missing: str) -> None:
    values = {"why_not": "the night is not ours", "alternative": "a call at seven"} | {missing: ""}
    with pytest.raises(ValueError, match="no"):
        editing.decline(complained(), "m-1", now=NOON, **values)


def test_a_declined_complaint_keeps_both() -> None:
    one = editing.decline(
        complained(), "m-1", why_not="the night is not ours", alternative="a call at seven", now=NOON
    ).complaints[0]
    assert (one.ending, one.why_not, one.alternative) == (
        ComplaintEnding.DECLINED,
        "the night is not ours",
        "a call at seven",
    )


def test_a_complaint_taken_out_leaves_what_was_promised_on_it() -> None:
    session = editing.put_right(complained(), "m-1", "Ring", owner="Ruth", due="today", now=NOON, new_id=ids())
    session = editing.delete_complaint(session, "m-1", now=NOON)
    assert (len(session.complaints), len(session.follow_ups)) == (0, 1)
