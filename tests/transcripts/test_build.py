"""From talk to a session: questions, answers, goals, and not a word lost."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brasstacks.record import clean
from brasstacks.session import AskedAs, Session
from brasstacks.transcripts import Choice, Fragment, Talk, build, read
from conversations import NOON
from made import ids

Line = tuple[str, str]


def made(lines: Sequence[Line], *, asking: str = "Anna", **choice: str) -> Session:
    fragments = tuple(Fragment(n, who, text, 10.0 * n, 10.0 * n + 9) for n, (who, text) in enumerate(lines, 1))
    talk = Talk("text", "utf-8", fragments)
    return built(talk, asking, **choice)


def built(talk: Talk, asking: str, **choice: str) -> Session:
    chosen = Choice((asking,), **{"language": "en", **choice})
    return build(talk, chosen, session_id="2026-11-22-talk", began=NOON, now=NOON, new_id=ids())


def test_a_question_and_its_answers_are_a_turn() -> None:
    session = made([("Anna", "Who noticed?"), ("Dan", "Nobody."), ("Dan", "A customer rang.")])
    (turn,) = session.goals[0].turns
    assert (turn.question, turn.answer, turn.asked_as) == ("Who noticed?", "Nobody. A customer rang.", AskedAs.OWN)
    assert turn.asked is not None
    assert (turn.asked - NOON).total_seconds() == 10


def test_a_remark_of_the_interviewers_is_no_question() -> None:
    session = made([("Anna", "Let us go on with the second part"), ("Dan", "fine")])
    assert session.goals[0].turns[0].asked_as is AskedAs.NONE


def test_a_nod_interrupts_nobody_and_is_kept_beside_the_answer() -> None:
    session = made([("Anna", "Who?"), ("Dan", "the lead"), ("Anna", "I see."), ("Dan", "on Fridays")])
    (turn,) = session.goals[0].turns
    assert turn.answer == "the lead\non Fridays"
    assert turn.note == "Anna: I see."


def test_of_several_who_answer_each_is_named() -> None:
    session = made([("Anna", "Who?"), ("Dan", "the lead"), ("Olga", "and me")])
    assert session.goals[0].turns[0].answer == "Dan: the lead\nOlga: and me"
    assert [person.name for person in session.client.people] == ["Dan", "Olga"]


def test_a_goal_is_what_the_client_wants_in_their_words() -> None:
    session = made(
        [
            ("Anna", "Hello, how are you?"),
            ("Dan", "Fine. We want our projects under control. It hurts."),
            ("Anna", "How will you know?"),
            ("Dan", "We want to see the state of each."),
            ("Anna", "What else?"),
            ("Dan", "We also need monthly reports without delays."),
            ("Anna", "When are reports late?"),
            ("Dan", "In December."),
        ]
    )
    assert [(goal.statement, len(goal.turns)) for goal in session.goals] == [
        ("We want our projects under control.", 2),
        ("We also need monthly reports without delays.", 2),
    ]
    assert session.session.current_goal == session.goals[0].id


def test_talk_that_returns_to_a_goal_is_put_under_it_again() -> None:
    session = made(
        [
            ("Anna", "What do you want?"),
            ("Dan", "We want stuck projects noticed early."),
            ("Anna", "Anything else?"),
            ("Dan", "We also want cheaper deliveries everywhere."),
            ("Anna", "Back to the stuck projects: who should have noticed?"),
            ("Dan", "The projects office."),
        ]
    )
    assert [len(goal.turns) for goal in session.goals] == [2, 1]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("ru", "Нам очень нужно повысить культуру управления"), ("it", "Vorremmo davvero più ordine nei progetti")],
)
def test_wishes_are_known_in_other_languages(lang: str, said: str) -> None:
    session = made([("Anna", "?"), ("Dan", "mah mah mah mah mah. " + said)], language=lang)
    assert session.goals[0].statement == said


def test_where_nobody_wishes_the_first_sentence_stands_for_a_goal() -> None:
    session = made([("Anna", "Well?"), ("Dan", "Yes. The projects get stuck all the time.")])
    assert session.goals[0].statement == "The projects get stuck all the time."


def test_what_one_person_says_alone_is_an_answer() -> None:
    session = made([("Dan", "We want order in projects."), ("Dan", "Every Friday.")])
    (turn,) = session.goals[0].turns
    assert (turn.question, turn.answer) == ("", "We want order in projects. Every Friday.")
    assert session.client.name == "Dan"


def test_the_clock_is_that_of_the_recording() -> None:
    assert made([("Anna", "Who?"), ("Dan", "Dan")]).seconds == 29


def test_the_language_is_that_of_the_client() -> None:
    lines = [("Anna", "Who?"), ("Dan", "Все руководители проектов вспоминают и гадают каждую пятницу")]
    assert made(lines, language="").session.language == "ru"


def test_what_was_not_understood_is_kept_with_its_line() -> None:
    talk = read(b"A heading\n\nAnna: Who?\nDan: the lead\n")
    assert "1: A heading" in built(talk, "Anna").notes[0].text


def test_ids_that_are_taken_are_not_given_twice() -> None:
    given_out = iter(["t-1", "t-1", "t-2", "g-1"])
    talk = Talk("text", "utf-8", tuple(Fragment(n, who, "Who?") for n, who in enumerate(("Anna", "Dan", "Anna"), 1)))
    session = build(
        talk, Choice(("Anna",), language="en"), session_id="x", began=NOON, now=NOON, new_id=lambda _p: next(given_out)
    )
    assert [turn.id for turn in session.goals[0].turns] == ["t-1", "t-2"]


# ---------------------------------------------------------------- nothing is lost

words = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)
says = st.lists(words, min_size=1, max_size=8).map(" ".join)
ends = st.sampled_from(["", ".", "?", "...", ", we want that"])
lines = st.lists(
    st.tuples(st.sampled_from(["Anna", "Dan", "Olga"]), st.tuples(says, ends).map("".join)), min_size=1, max_size=25
)


def counted(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\S+", clean(text)))


def kept(session: Session) -> Counter[str]:
    turns = [turn for goal in session.goals for turn in goal.turns]
    return counted([text for turn in turns for text in (turn.question, turn.answer, turn.note)])


@given(lines)
def test_every_word_that_was_said_is_in_the_session(said: list[Line]) -> None:
    assert counted([text for _who, text in said]) <= kept(made(said))


@given(lines.filter(lambda said: {who for who, _text in said} <= {"Anna", "Dan"}))
def test_no_word_is_added_but_who_nodded(said: list[Line]) -> None:
    more = kept(made(said)) - counted([text for _who, text in said])
    assert set(more) <= {"Anna:"}


def as_vtt(said: list[Line]) -> str:
    cues = [
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\n<v {who}>{text}</v>"
        for n, (who, text) in enumerate(said)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues)


def as_text(said: list[Line]) -> str:
    return "\n".join(f"{who}: {text}" for who, text in said)


@given(lines, st.sampled_from([as_vtt, as_text]))
@settings(max_examples=150)
def test_every_word_of_a_file_is_in_the_session(said: list[Line], form: object) -> None:
    assert callable(form)
    talk = read(form(said).encode())
    session = built(talk, said[0][0])
    unread = counted([line.text for line in talk.unread])
    assert counted([text for _who, text in said]) <= kept(session) + unread
