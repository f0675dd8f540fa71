"""A word is found in whichever form it was said, and shown in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.session import FollowUp, Person, Session
from brasstacks.storage.index import Index
from brasstacks.storage.search import Hit, Query, parse, search
from brasstacks.storage.workspace import Workspace
from made import NOON
from shelves import held, keep


def hits(here: Workspace, typed: str) -> list[Hit]:
    index = Index(here)
    index.refresh()
    return list(search(index, parse(typed)).hits)


def ids_of(here: Workspace, typed: str) -> list[str]:
    return [hit.entry.id for hit in hits(here, typed)]


@pytest.mark.parametrize(
    ("language", "said", "typed"),
    [
        ("en", "the warehouses were reporting late", "warehouse report"),
        ("en", "we report to the warehouse", "warehouses reported"),
        ("ru", "отчёты лежат на складах", "отчет складом"),
        ("ru", "отчеты лежат на складе", "отчётами склады"),
        ("it", "i progetti restano fermi, manca la qualità", "progetto qualita"),
        ("it", "perché nessuno guarda", "perche guardare"),
        ("en", "сказал: отчёты опаздывают", "отчёт"),
        ("it", "the reports are late every week, and nobody on the floor knows why", "report"),
        ("ru", "в ERP висят reports", "report"),
        ("en", "Rob counted 1,200 orders", "1,200"),
        ("en", "ПОЗДНО И ДОРОГО", "поздно"),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(here: Workspace, language: str, said: str, typed: str) -> None:
    keep(here, held("a", said, language=language), held("b", "nothing of it", language=language))
    assert ids_of(here, f"{typed} ") == ["a"]


@pytest.mark.parametrize("typed", ["w", "wa", "wareh", "warehousin", "wareh* late", "WAREH"])
def test_the_last_word_may_be_a_beginning(here: Workspace, typed: str) -> None:
    keep(here, held("a", "warehousing w is late"), held("b", "nothing"))
    assert ids_of(here, typed) == ["a"]


def test_a_word_that_is_ended_is_no_beginning(here: Workspace) -> None:
    keep(here, held("a", "warehouses"))
    assert ids_of(here, "wareh ") == []


def test_all_words_stand_in_the_session_wherever(here: Workspace) -> None:
    keep(here, held("a", "pallets", "lorries"), held("b", "pallets"))
    assert ids_of(here, "pallet lorry ") == ["a"]


def test_in_quotation_marks_words_stand_side_by_side(here: Workspace) -> None:
    keep(here, held("a", "a project got stuck"), held("b", "stuck projects", "late"), held("c", "stuck", "projects"))
    assert ids_of(here, '"stuck project"') == ["b"]


def filtered(session_id: str, minutes: float = 0, **fields: object) -> Session:
    return editing.changed(held(session_id, "pallets", minutes=minutes), **fields)


DAY = 24 * 60


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("client:ross", ["rossi"]),
        ('client:"anna ros"', ["rossi"]),
        ("клиент:rossi", ["rossi"]),
        ("client:boss", ["open"]),
        ("state:closed", ["closed"]),
        ("stato:cl pallets", ["closed"]),
        ("state:unreadable", ["broken"]),
        ("lang:ru", ["russian"]),
        ("after:2026-12", ["later"]),
        ("after:2026-11-23 before:2027", ["later"]),
        ("due:2026-12-01", ["promised"]),
        ("due:2026-11", []),
        ("due:offer", ["promised"]),
        ("due:", ["promised"]),
        ("client:nobody pallets", []),
    ],
)
def test_a_filter_narrows_the_search(here: Workspace, typed: str, expected: list[str]) -> None:
    base = held("x", "pallets")
    anna = editing.changed(base.client, name="Anna Rossi")
    boss = editing.changed(base.client, people=(Person(name="Big Boss"),))
    promise = FollowUp(id="f-1", at=NOON, text="send the offer", due="by 2026-12-01")
    kept = FollowUp(id="f-1", at=NOON, text="send the offer", due="2026-11-20", done=True)
    keep(
        here,
        filtered("rossi", client=anna),
        filtered("open", client=boss, follow_ups=(kept,)),
        editing.close(filtered("closed"), now=NOON),
        held("russian", "pallets", language="ru"),
        filtered("later", 30 * DAY),
        filtered("promised", follow_ups=(promise,)),
    )
    (here.sessions_dir / "broken.toml").write_text("x")
    found = ids_of(here, typed)
    assert [one for one in found if one != "broken" or "state" in typed] == expected


def test_the_newest_is_found_first_and_as_many_as_are_asked_for(here: Workspace) -> None:
    keep(here, *(held(f"s-{number}", "pallets", minutes=number) for number in range(5)))
    index = Index(here)
    index.refresh()
    found = search(index, parse("pallets"), first=1, count=2)
    assert found.total == 5
    assert [hit.entry.id for hit in found.hits] == ["s-3", "s-2"]


def test_what_is_found_is_shown_in_its_sentence_with_its_place(here: Workspace) -> None:
    keep(here, held("a", "All is well. The pallets stand in the aisle! Nobody minds."))
    (hit,) = hits(here, "pallet aisle ")
    assert hit.words == "The pallets stand in the aisle!"
    assert [hit.words[begin:end] for begin, end in hit.marked] == ["pallets", "aisle"]
    assert (hit.kind, hit.goal, hit.place) == ("turns.answer", "g-1", "t-2")


def test_of_a_long_sentence_what_stands_around_the_word_is_shown(here: Workspace) -> None:
    keep(here, held("a", "and so on " * 100 + "a pallet " + "and so on " * 100))
    (hit,) = hits(here, "pallet")
    assert len(hit.words) <= 240
    assert [hit.words[begin:end] for begin, end in hit.marked] == ["pallet"]


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_query(typed: str) -> None:
    assert isinstance(parse(typed), Query)


@given(typed=st.text(alphabet='"*:|()^-ANDORNEAR воtx.,\x00{}+', max_size=24))
def test_whatever_is_typed_can_be_looked_for(typed: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    here = Workspace(tmp_path_factory.mktemp("any"))
    here.sessions_dir.mkdir()
    hits(here, typed)


def test_nothing_is_found_of_nothing(here: Workspace) -> None:
    keep(here, held("a", "pallets"))
    assert hits(here, "  ") == []
