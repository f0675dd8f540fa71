"""A letter that ends a goal: the goal quoted, the client addressed, the interviewer under it."""

import pytest

from brasstacks.questions.bank import Referral


def letter(goal: str, client: str = "Anna", interviewer: str = "") -> str:
    text = "Dear {client}, you asked about “{goal}”, and more.\n\nWith kind regards,\n"
    return Referral(id="r", title="t", say="s", text=text).letter(client, goal, interviewer)


@pytest.mark.parametrize(
    ("goal", "quoted"),
    [
        ("We keep a campsite.", "“We keep a campsite”, and"),
        ("We keep a campsite", "“We keep a campsite”, and"),
        ("Shall we?", "“Shall we?”, and"),
        ("We keep...", "“We keep...”, and"),
    ],
)
def test_a_goal_in_a_letter_leaves_its_full_stop_to_the_sentence(goal: str, quoted: str) -> None:
    assert quoted in letter(goal)


def test_what_people_said_is_never_a_place_of_the_letter() -> None:
    assert "Dear {goal}, you asked about “a {client} form”" in letter("a {client} form", client="{goal}")


def test_a_letter_is_signed_by_whom_it_is_known_to_be_from() -> None:
    assert letter("Order", interviewer="Carla Neri").endswith("With kind regards,\nCarla Neri\n")
    assert letter("Order").endswith("With kind regards,\n")
