"""Days in what people are handed: with the name of the month, in the language of the conversation."""

from datetime import date

import pytest

from brasstacks.export import FORMATS, as_text
from brasstacks.export.days import day, due
from brasstacks.labels import labels
from brasstacks.session import FollowUp
from made import NOON, talk


@pytest.mark.parametrize(
    ("lang", "written"), [("en", "27 November 2026"), ("ru", "27 ноября 2026"), ("it", "27 novembre 2026")]
)
def test_a_day_is_written_out(lang: str, written: str) -> None:
    assert day(date(2026, 11, 27), labels(lang)) == written


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_every_month_has_its_name(lang: str) -> None:
    assert len({day(date(2026, month, 1), labels(lang)) for month in range(1, 13)}) == 12


def test_words_in_place_of_a_day_stay_as_they_are() -> None:
    assert due("когда решат", labels("ru")) == "когда решат"


@pytest.mark.parametrize("lang", ["ru", "it"])
def test_no_document_for_people_has_a_day_in_figures(lang: str) -> None:
    promised = FollowUp(id="f-1", at=NOON, text="la lista", by="Anna", due="2026-12-04")
    session = talk("Più ordine", "si deve vedere", language=lang).model_copy(update={"follow_ups": (promised,)})
    for name in ("markdown", "html"):
        text = as_text(FORMATS[name], session)
        assert day(date(2026, 12, 4), labels(lang)) in text
        assert "2026-12-04" not in text
