"""Days and numbers as the language of the screens writes them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import figures, words


@pytest.mark.parametrize(
    ("language", "day", "moment", "in_words", "number"),
    [
        ("en", "2026-05-04", "2026-05-04 09:30", "Mon 4 May 2026", "-1,234.5"),
        ("ru", "04.05.2026", "04.05.2026 09:30", "пн, 4 мая 2026", "-1\u00a0234,5"),
        ("it", "04/05/2026", "04/05/2026 09:30", "lun 4 maggio 2026", "-1.234,5"),
    ],
)
def test_a_day_and_a_number_are_written_as_one_is_used_to(
    language: str, day: str, moment: str, in_words: str, number: str
) -> None:
    words.speak(language)
    when = datetime(2026, 5, 4, 9, 30).astimezone()

    assert figures.day(when) == day
    assert figures.moment(when) == moment
    assert figures.weekday_and_day(when.date()) == in_words
    assert figures.number(-1234.5, 1) == number


@given(st.sampled_from(words.LANGUAGES), st.dates())
def test_a_day_in_figures_takes_ten_cells(language: str, day: date) -> None:
    words.speak(language)

    assert len(figures.day(day)) == 10


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_two_days_of_a_year_are_written_alike(language: str) -> None:
    words.speak(language)
    days = [date(2028, 1, 1) + timedelta(days=count) for count in range(366)]

    assert len({figures.weekday_and_day(day) for day in days}) == 366
