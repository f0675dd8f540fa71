"""The files of many programs: who says what, and which lines nobody said."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.transcripts import Talk, Unreadable, guess_interviewer, read, speakers
from brasstacks.transcripts.talk import joined

TEAMS = """WEBVTT

NOTE recorded on Monday

0d1a/1-0
00:00:03.100 --> 00:00:05.000
<v Anna Rossi>What would you <i>like</i>?</v>

0d1a/1-1
00:00:05.200 --> 00:00:09.000 align:start
<v Dan>order &amp; calm</v>

00:00:09.000 --> 00:00:12.000
<v Dan>by <00:00:10.000>March</v>
"""
ZOOM = """WEBVTT

1
00:00:03.100 --> 00:00:05.000
Anna Rossi: What would you like?

2
00:00:05.200 --> 00:00:09.000
Dan: order & calm

3
00:00:09.000 --> 00:00:12.000
by March
"""
SRT = """1
00:00:03,100 --> 00:00:05,000
Anna Rossi: What would you like?

2
00:00:05,200 --> 00:00:09,000
Dan: order & calm
by March
"""
WORDS = "Anna Rossi: What would you like?\nDan: order & calm\nby March\n"
OTTER = "Anna Rossi  0:03 \nWhat would you like?\n\nDan  0:05 \norder & calm\nby March\n"
FIREFLIES = "Anna Rossi - 00:03\nWhat would you like?\nDan - 00:05\norder & calm by March\n"
BRACKETS = "[00:00:03] Anna Rossi: What would you like?\n[00:00:05] Dan: order & calm by March\n"
COPIED = "Anna Rossi (00:03): What would you like?\nDan (00:05): order & calm by March\n"
WHISPER = "[00:03.000 --> 00:05.000]  Anna Rossi: What would you like?\n[00:05.000 --> 00:09.000]  Dan: order & calm by March\n"
MEET = "00:00:03\n\nAnna Rossi: What would you like?\nDan: order & calm by March\n"
TURNS = json.dumps(
    {
        "segments": [
            {"speaker": "Anna Rossi", "text": "What would you like?", "start": 3.1},
            {"speaker": "Dan", "text": "order & calm by March", "start": 5.2},
        ]
    }
)


def the(text: str) -> Talk:
    return read(text.encode())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TEAMS, "vtt"),
        (ZOOM, "vtt"),
        (SRT, "srt"),
        (WORDS, "text"),
        (OTTER, "text"),
        (FIREFLIES, "text"),
        (BRACKETS, "text"),
        (COPIED, "text"),
        (WHISPER, "text"),
        (MEET, "text"),
        (TURNS, "json"),
        (SRT.replace("\n", "\r\n"), "srt"),
        (WORDS.replace("\n", "\r"), "text"),
    ],
)
def test_one_conversation_is_the_same_from_any_program(text: str, kind: str) -> None:
    talk = the(text)
    assert talk.kind == kind
    assert [(one.speaker, one.text) for one in joined(talk.fragments)] == [
        ("Anna Rossi", "What would you like?"),
        ("Dan", "order & calm by March"),
    ]


@pytest.mark.parametrize("text", [TEAMS, ZOOM, SRT, OTTER, FIREFLIES, BRACKETS, COPIED, WHISPER, TURNS])
def test_a_time_counts_from_the_beginning(text: str) -> None:
    first = the(text).fragments[0].start
    assert first is not None
    assert 3 <= first < 4


def test_a_line_that_nobody_said_is_named_by_its_number() -> None:
    assert [(one.line, one.text) for one in the(TEAMS).unread] == [(3, "NOTE recorded on Monday")]
    titled = the("Interview of Monday\n\n" + WORDS)
    assert [(one.line, one.text) for one in titled.unread] == [(1, "Interview of Monday")]


def test_a_colon_inside_a_sentence_names_nobody() -> None:
    talk = the(WORDS * 2 + "So here is the thing: we wait\nAnna Rossi: Why?\nDan: Remember: nine days\n")
    assert [one.name for one in speakers(talk)] == ["Anna Rossi", "Dan"]
    assert "So here is the thing: we wait" in [one.text for one in talk.fragments]


def test_a_guest_who_speaks_once_is_a_speaker() -> None:
    talk = the(WORDS * 2 + "Olga: yes\n")
    assert [one.name for one in speakers(talk)] == ["Anna Rossi", "Dan", "Olga"]


def test_who_asks_is_guessed_by_the_questions() -> None:
    assert guess_interviewer(the(WORDS * 2)) == "Anna Rossi"
    assert guess_interviewer(the("Dan: hello\nInterviewer: well\n" * 2)) == "Interviewer"


def test_whoever_speaks_alone_is_asked_by_nobody() -> None:
    assert guess_interviewer(the("Dan: we want order\nDan: is it late?\n")) == ""


def test_a_question_needs_no_mark() -> None:
    talk = the("Anna: how do you notice that\nDan: somebody rings\n" * 2)
    assert guess_interviewer(talk) == "Anna"


def test_two_who_speak_at_once_are_kept_in_the_order_of_their_beginnings() -> None:
    text = """WEBVTT

00:05.000 --> 00:09.000
<v Dan>second</v>

00:03.000 --> 00:06.000
<v Anna>first?</v>
"""
    talk = the(text)
    assert [one.text for one in talk.fragments] == ["first?", "second"]
    assert "1 time two people speak at once" in talk.notices[0]


def test_writing_from_right_to_left_is_kept_and_said() -> None:
    talk = the("\u200fדנה: מה תרצו?\n\u202bיוסי: סדר בפרויקטים\u202c\n" * 2)
    assert [one.name for one in speakers(talk)] == ["דנה", "יוסי"]
    assert "right to left" in talk.notices[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("just some words\nand more\n", "nobody is named"),
        ("[00:00.000 --> 00:04.000]  words\n", "nobody is named"),
        ("WEBVTT\n", "nothing is said"),
        ('{"turns": []}', "nothing is said"),
        ('{"a": 1}', "no list of turns"),
        ('{"turns": [', "line 1: not JSON"),
        ("[" * 100_000, "nobody is named|not JSON"),
    ],
)
def test_what_holds_no_conversation_is_refused_with_what_to_do(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        the(text)


def test_pairs_of_question_and_answer_are_turns() -> None:
    talk = the(json.dumps([{"question": "Who?", "answer": "Dan"}, 7]))
    assert [(one.speaker, one.text) for one in talk.fragments] == [("interviewer", "Who?"), ("client", "Dan")]
    assert [one.text for one in talk.unread] == ["7"]


def test_progress_is_told_to_the_end() -> None:
    shares: list[float] = []
    read((WORDS * 2000).encode(), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 5


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(Unreadable):
        assert read(raw).fragments


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}", f"[{text}", f"A: {text}\nB: {text}"):
        with suppress(Unreadable):
            assert the(whole).fragments
