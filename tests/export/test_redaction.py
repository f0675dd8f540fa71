"""Names taken out: of people and organisations, in their cases, each for the same placeholder."""

import pytest

from brasstacks.export import FORMATS, Audience, Options, Redactor, as_text
from brasstacks.session import Client, CriterionStatus, FollowUp, Goal, Person, Session
from conversations import NOON, a_session, concrete


def redacted(session: Session, *also: str) -> str:
    return as_text(FORMATS["json"], session, Options(redactor=Redactor(also)))


def said(text: str, language: str = "ru", **client: object) -> str:
    """What becomes of a sentence in a session with a client of that name."""
    session = a_session("2026-11-22-ermakov", Goal(id="g-1", statement=text))
    header = session.session.model_copy(update={"language": language})
    whole = session.model_copy(update={"session": header, "client": Client.model_validate({"name": "Acme", **client})})
    redactor = Redactor()
    return redactor.redact(whole, whole).goals[0].statement


@pytest.mark.parametrize(
    "form",
    ["Анна", "Анне сказали", "без Анны", "с Анной", "про анну", "Анна Петрова", "у Анны Петровой", "Петровой"],
)
def test_a_russian_name_is_found_in_all_its_cases(form: str) -> None:
    shown = said(form, people=(Person(name="Анна Петрова"),))
    assert "нн" not in shown.replace("Анн", "нн") or "[Человек" in shown
    assert "Петров" not in shown
    assert "[Человек 2]" in shown


@pytest.mark.parametrize("form", ["Павел", "Павла нет", "скажите Павлу"])
def test_a_vowel_that_falls_out_hides_nobody(form: str) -> None:
    assert "Пав" not in said(form, people=(Person(name="Павел"),))


def test_a_word_that_only_begins_like_a_name_stays() -> None:
    assert said("Яндекс и Марина", people=(Person(name="Яна"), Person(name="Мария"))) == "Яндекс и Марина"


def test_an_organisation_goes_whole_and_by_its_own_words() -> None:
    shown = said("Hartley Foods sells foods, Hartley's foods", "en", organisation="Hartley Foods")
    assert shown == "[Organisation 1] sells foods, [Organisation 1]'s foods"


def test_a_name_in_quotation_marks_leaves_none_behind() -> None:
    assert (
        said("Завод «Северный редуктор» и его склад", organisation="Завод «Северный редуктор»")
        == "[Организация 1] и его склад"
    )


def test_an_address_gives_nobody_away() -> None:
    assert said("write to dan@hartley.example", "en", name="Dan Hartley") == "write to [@]"


def test_one_person_has_one_placeholder_wherever_they_stand() -> None:
    goal = Goal(
        id="g-1",
        statement="Dan wants order",
        criteria=(concrete(agreed_by="D. Hartley", status=CriterionStatus.AGREED),),
    )
    promised = (FollowUp(id="f-1", at=NOON, text="Call Dan Hartley", to="Mike"),)
    session = a_session("2026-11-22-hartley", goal, follow_ups=promised).model_copy(
        update={"client": Client(name="Dan Hartley")}
    )
    text = redacted(session)
    assert text.count("[Person 1]") == 4
    assert "[Person 2]" in text
    assert "Dan" not in text
    assert "artley" not in text


def test_the_id_of_a_session_holds_no_name() -> None:
    text = redacted(a_session("2026-11-22-acme"))
    assert "acme" not in text.casefold()
    assert '"2026-11-22-1"' in text


def test_the_id_of_the_session_that_a_goal_was_carried_over_from_stays_behind() -> None:
    goal = Goal(id="g-1", statement="Order", origin="2026-10-01-acme#g-1")
    session = a_session("x", goal)
    text = as_text(FORMATS["json"], session, Options(Audience.INTERNAL, redactor=Redactor()))
    assert "acme" not in text.casefold()


def test_what_a_person_adds_is_taken_out_too() -> None:
    assert "Chicago" not in redacted(a_session("x", Goal(id="g-1", statement="Move to Chicago")), "Chicago")


def test_two_sessions_of_one_client_say_so() -> None:
    one, two = (a_session(f"s-{n}", Goal(id="g-1", statement=f"Acme {n}")) for n in (1, 2))
    redactor = Redactor()
    first, second = (redactor.redact(session, session) for session in (one, two))
    assert first.client.name == second.client.name
    assert first.id != second.id
