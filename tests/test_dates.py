"""By when, as people say it in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.dates import as_due, day_of, understood

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("by Friday", "2026-12-04"),
        ("send the list by Wednesday", "2026-12-02"),
        ("next Monday", "2026-11-30"),
        ("on Monday next week", "2026-11-30"),
        ("Tuesday of next week", "2026-12-01"),
        ("from Saturday 5 December", "2026-12-05"),
        ("Friday, the 4th of December", "2026-12-04"),
        ("next Monday, 7 December", "2026-12-07"),
        ("on Tuesday 2026-12-15", "2026-12-15"),
        ("с субботы 5 декабря", "2026-12-05"),
        ("в среду, 16.12", "2026-12-16"),
        ("da sabato 5 dicembre", "2026-12-05"),
        ("entro venerdì 11/12", "2026-12-11"),
        ("tomorrow", "2026-11-28"),
        ("the day after tomorrow", "2026-11-29"),
        ("in two weeks", "2026-12-11"),
        ("in a week", "2026-12-04"),
        ("two weeks from now", "2026-12-11"),
        ("within 10 days", "2026-12-07"),
        ("in a fortnight", "2026-12-11"),
        ("by the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of the week", "2026-11-27"),
        ("next week", "2026-12-04"),
        ("4 December", "2026-12-04"),
        ("December 4th, 2027", "2027-12-04"),
        ("the 4th of December", "2026-12-04"),
        ("1 March", "2027-03-01"),
        ("by March", "2027-03-01"),
        ("in March", "2027-03-31"),
        ("2026-12-04", "2026-12-04"),
        ("4/12", "2026-12-04"),
        ("через две недели", "2026-12-11"),
        ("через неделю", "2026-12-04"),
        ("через 3 дня", "2026-11-30"),
        ("через пару дней", "2026-11-29"),
        ("через месяц", "2026-12-27"),
        ("пришлю к пятнице", "2026-12-04"),
        ("в понедельник", "2026-11-30"),
        ("до среды", "2026-12-02"),
        ("в пятницу на следующей неделе", "2026-12-04"),
        ("до конца месяца", "2026-11-30"),
        ("к концу года", "2026-12-31"),
        ("на следующей неделе", "2026-12-04"),
        ("послезавтра", "2026-11-29"),
        ("4 декабря", "2026-12-04"),
        ("до 4.12.2026", "2026-12-04"),
        ("к марту", "2027-03-01"),
        ("entro venerdì", "2026-12-04"),
        ("lunedì prossimo", "2026-11-30"),
        ("tra due settimane", "2026-12-11"),
        ("fra un mese", "2026-12-27"),
        ("entro quindici giorni", "2026-12-12"),
        ("entro fine mese", "2026-11-30"),
        ("entro la fine dell'anno", "2026-12-31"),
        ("la settimana prossima", "2026-12-04"),
        ("dopodomani", "2026-11-29"),
        ("il primo dicembre", "2026-12-01"),
        ("il 4 dicembre", "2026-12-04"),
        ("a marzo", "2027-03-31"),
    ],
)
def test_a_day_is_understood(said: str, day: str) -> None:
    assert as_due(said, FRIDAY) == day


@pytest.mark.parametrize(
    "said",
    [
        "",
        "soon",
        "when they have time",
        "two people",
        "we may go on",
        "in good time",
        "31.02",
        "как-нибудь",
        "presto",
        "9" * 40,
        "in 1000000 weeks",
    ],
)
def test_what_names_no_day_keeps_its_words(said: str) -> None:
    assert as_due(said, FRIDAY) == said


def test_the_words_that_say_the_day_are_given_with_it() -> None:
    found = understood("Anna sends us the price list by Friday, she said", FRIDAY)
    assert found is not None
    assert found.said == "Friday"


def test_a_friday_said_on_a_friday_is_the_next_one() -> None:
    found = understood("Friday", FRIDAY)
    assert found is not None
    assert found.day == date(2026, 12, 4)


@given(st.text(), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_text_is_read_without_a_fault(text: str, today: date) -> None:
    due = as_due(text, today)
    assert day_of(due) is not None or due == text.strip()


@given(st.text(alphabet="0123456789 ./-", max_size=14), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_figures_are_read_without_a_fault(text: str, today: date) -> None:
    understood(text, today)


@given(
    st.sampled_from(["in {} days", "через {} недель", "tra {} mesi"]),
    st.integers(1, 1100),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
)
def test_a_term_that_is_counted_lies_ahead(words: str, count: int, today: date) -> None:
    found = understood(words.format(count), today)
    assert found is not None
    assert found.day > today
