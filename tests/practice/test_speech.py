"""How fast a played client speaks."""

from hypothesis import given
from hypothesis import strategies as st

from brasstacks.practice.speech import LINGER, READ_ALONG, Speech


def test_words_appear_as_fast_as_one_reads_along() -> None:
    speech = Speech("x" * 100, began=10.0)
    assert len(speech.said(11.0)) == READ_ALONG


def test_what_was_said_stands_for_a_moment_before_it_is_entered() -> None:
    speech = Speech("x" * 32, began=0.0)
    assert speech.said(1.0) == speech.text
    assert not speech.over(1.0 + LINGER / 2)
    assert speech.over(1.0 + LINGER)


def test_at_twice_the_speed_it_takes_half_the_time() -> None:
    assert Speech("x" * 64, began=0.0, speed=2.0).said(0.5) == "x" * 32


@given(st.text(max_size=60), st.lists(st.floats(0, 100), min_size=2, max_size=8))
def test_more_time_never_says_less(text: str, moments: list[float]) -> None:
    speech = Speech(text, began=0.0)
    lengths = [len(speech.said(moment)) for moment in sorted(moments)]
    assert lengths == sorted(lengths)
