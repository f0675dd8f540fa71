"""What goes out: to a client only what a client may see, and what people said as they said it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brasstacks.export import FORMATS, Audience, Options, as_text
from brasstacks.export.audience import quotations
from brasstacks.export.escape import inline
from brasstacks.session import (
    AskedAs,
    CriterionStatus,
    FollowUp,
    Goal,
    GoalStatus,
    Note,
    Parked,
    Provenance,
    Referral,
    Session,
    Turn,
)
from conversations import HOSTILE, NOON, a_session, concrete, sessions

RENDER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def client(session: Session) -> str:
    return as_text(FORMATS["markdown"], session)


def internal(session: Session) -> str:
    return as_text(FORMATS["markdown"], session, Options(Audience.INTERNAL))


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second rank."""
    return text.partition(f"\n## {heading}")[2].partition("\n## ")[0]


def a_goal(**values: object) -> Goal:
    return Goal.model_validate({"id": "g-1", "statement": "A higher culture", **values})


# ---------------------------------------------------------------- criteria and what is open


def test_only_what_a_stranger_could_check_stands_among_the_criteria() -> None:
    criteria = (concrete("c-1"), concrete("c-2", statement="People care", threshold=""))
    text = client(a_session("x", a_goal(criteria=criteria)))
    assert "Any manager names" in section(text, "Success criteria")
    assert "People care" not in section(text, "Success criteria")
    assert "People care: how much is enough" in section(text, "Still open")


def test_a_criterion_with_a_term_still_to_be_pinned_down_is_open() -> None:
    goal = a_goal(criteria=(concrete(statement="Names them in good time"),))
    text = client(a_session("x", goal, fuzzy=("in good time",)))
    assert "in good time" not in section(text, "Success criteria")
    assert "“in good time”" in section(text, "Still open")


def test_a_session_without_a_criterion_says_so() -> None:
    text = client(a_session("x", a_goal()))
    assert "No criteria yet." in text
    assert "- A higher culture" in section(text, "Still open")


def test_a_goal_with_a_criterion_is_not_open() -> None:
    assert section(client(a_session("x", a_goal(criteria=(concrete(),)))), "Still open") == ""


def test_what_we_proposed_is_not_passed_off_as_the_clients() -> None:
    text = client(a_session("x", a_goal(criteria=(concrete(provenance=Provenance.PROPOSED),))))
    assert "whose wording: proposed by us" in text


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("asked_as", [AskedAs.SHOWN, AskedAs.CHOSEN])
def test_a_question_that_merely_stood_there_is_not_passed_off_as_asked(audience: Audience, asked_as: AskedAs) -> None:
    said = Turn(id="t-1", question="Who sees it first?", asked_as=asked_as, answer="the director")
    goal = a_goal(turns=(said,), criteria=(concrete(from_turns=("t-1",)),))
    text = as_text(FORMATS["markdown"], a_session("x", goal), Options(audience))
    assert "the director" in text
    assert ("Who sees it first?" in text) is (asked_as is AskedAs.CHOSEN)


def test_parked_topics_and_answers_to_come_are_open() -> None:
    goal = a_goal(turns=(Turn(id="t-1", question="What happened on Monday?", later=True),))
    parked = (Parked(id="p-1", at=NOON, text="Tablets for drivers"),)
    open_part = section(client(a_session("x", goal, parked=parked)), "Still open")
    assert "- What happened on Monday?" in open_part
    assert "- Tablets for drivers" in open_part


def test_what_was_promised_is_told() -> None:
    promised = (FollowUp(id="f-1", at=NOON, text="Call Dan", to="Mike", due="Thursday"),)
    assert "- Call Dan · Mike · Thursday" in client(a_session("x", follow_ups=promised))


def test_a_referral_hands_its_text_over() -> None:
    referral = Referral(at=NOON, title="A course first", text="Dear Ann,\n\nhere is one.")
    part = section(
        client(a_session("x", a_goal(status=GoalStatus.REFERRED, referral=referral))), "What serves you better"
    )
    assert "### A higher culture\n\n**A course first**\n\nDear Ann,\n\nhere is one." in part


# ---------------------------------------------------------------- the client's words


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('rang twice, "I think so" she said', ("I think so",)),
        ("«долго», и ещё „совсем“", ("долго", "совсем")),
        ("“one” and “two”", ("one", "two")),
        ("no quotation at all", ()),
        ('half a "quotation', ()),
        ("don't and won't", ()),
        ('""', ()),
    ],
)
def test_only_what_stands_in_quotation_marks_was_said_in_these_words(answer: str, said: tuple[str, ...]) -> None:
    assert quotations(answer) == said


def test_a_criterion_is_printed_with_the_words_that_it_came_from() -> None:
    turns = (
        Turn(id="t-1", question="Who notices?", answer='the director, "I pick three"'),
        Turn(id="t-2", question="When?", answer="from March"),
        Turn(id="t-3", question="And else?", answer="weather was fine"),
    )
    text = client(a_session("x", a_goal(turns=turns, criteria=(concrete(from_turns=("t-1", "t-2")),))))
    assert "Who notices? — “I pick three”" in text
    assert "the director" not in text
    assert "When? — from March (as noted)" in text
    assert "weather" not in text


# ---------------------------------------------------------------- who may see what

SECRET = "zebra"  # noqa: S105 - a word that stands nowhere else


def with_secret(place: str) -> Session:
    turn = Turn(id="t-1", question="Who?", answer="the director")
    goal = a_goal(turns=(turn,), criteria=(concrete(from_turns=("t-1",)),))
    note = Note(id="n-1", at=NOON, text=SECRET)
    dropped = Goal(id="g-2", statement=SECRET, status=GoalStatus.DROPPED)
    rejected = concrete("c-2", statement=SECRET, status=CriterionStatus.REJECTED)
    changed = {
        "notes": lambda: a_session("x", goal, notes=(note,)),
        "dismissed": lambda: a_session("x", goal, dismissed=(SECRET,)),
        "remark": lambda: a_session("x", _with_turn(goal, note=SECRET)),
        "overruled": lambda: a_session("x", _with_turn(goal, overruled=SECRET)),
        "first wording": lambda: a_session("x", _with_turn(goal, first_wording=SECRET)),
        "dropped goal": lambda: a_session("x", goal, dropped),
        "rejected": lambda: a_session("x", goal.model_copy(update={"criteria": (*goal.criteria, rejected)})),
    }
    return changed[place]()


def _with_turn(goal: Goal, **values: object) -> Goal:
    return goal.model_copy(update={"turns": tuple(turn.model_copy(update=values) for turn in goal.turns)})


@pytest.mark.parametrize(
    "place",
    ["notes", "dismissed", "remark", "overruled", "first wording", "dropped goal", "rejected"],
)
def test_what_is_for_us_alone_is_not_shown_to_a_client(place: str) -> None:
    assert SECRET not in client(with_secret(place))
    assert SECRET in section(internal(with_secret(place)), "For us alone")


def test_that_the_price_was_asked_is_for_us_alone() -> None:
    session = a_session("x")
    asked = session.model_copy(update={"session": session.session.model_copy(update={"price_asked": NOON})})
    assert "price" not in client(asked).lower()
    assert "The price was asked" in internal(asked)


def test_keys_of_a_later_program_do_not_go_out() -> None:
    assert SECRET not in internal(a_session("x", a_goal(fit=SECRET), omens=SECRET))


# ---------------------------------------------------------------- text stays text


def shown(markdown: str) -> str:
    """What a reader of the rendered page reads, without the page's own breaks."""
    return html.unescape(re.sub(r"<[^>]*>", "", RENDER.render(markdown))).strip()


@pytest.mark.parametrize("text", [*HOSTILE, "1. one", "10) ten", "- x", "+ x", "> x", "===", "a_b_c", "**b**", "~~s~~"])
def test_what_people_wrote_is_shown_letter_for_letter(text: str) -> None:
    page = RENDER.render(f"- {inline(text)}")
    assert re.fullmatch(r"<ul>\n<li>[^<]*</li>\n</ul>\n", page)


def test_an_ampersand_that_is_no_character_reference_stays_as_it_is() -> None:
    assert inline("Paws & Co, R&D") == "Paws & Co, R&amp;D"


@given(st.text(max_size=60))
def test_no_text_becomes_anything_but_text(text: str) -> None:
    for before in ("", "- ", "**bold** "):
        page = RENDER.render(f"{before}{inline(text)}")
        assert set(re.findall(r"<(\w+)", page)) <= {"p", "ul", "li", "strong"}


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_escaping_loses_no_letter(text: str) -> None:
    assert shown(inline(text)) == text


@given(sessions, st.sampled_from(Audience))
def test_any_session_can_be_written_down_for_anybody(session: Session, audience: Audience) -> None:
    page = RENDER.render(as_text(FORMATS["markdown"], session, Options(audience)))
    assert not set(re.findall(r"<(\w+)", page)) - {"p", "ul", "li", "strong", "h1", "h2", "h3", "br"}


@pytest.mark.parametrize("link", ["http://x.example", "see www.x.example", "<http://x>", "a@b.example", "HTTPS://X.Y"])
def test_an_address_is_no_link(link: str) -> None:
    assert "<a" not in MarkdownIt("gfm-like", {"linkify": True}).render(inline(link))


@pytest.mark.parametrize(("lang", "heading"), [("ru", "Критерии успеха"), ("it", "Criteri di successo")])
def test_a_session_is_written_down_in_its_language(lang: str, heading: str) -> None:
    session = a_session("x", a_goal(criteria=(concrete(),)))
    spoken = session.model_copy(update={"session": session.session.model_copy(update={"language": lang})})
    assert f"## {heading}" in client(spoken)
