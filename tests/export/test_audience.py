"""The client's copy, in every format: nothing goes out that no row of the table lets out."""

import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given

from brasstacks import coverage
from brasstacks import session as record
from brasstacks.beside import Expectation, Sign
from brasstacks.export import FORMATS, Audience, Format, Options, Page, as_text, chunks
from brasstacks.export.audience import CLIENT_SEES, for_client
from brasstacks.record import Record
from brasstacks.session import (
    AskedAs,
    Client,
    CriterionStatus,
    FollowUp,
    Goal,
    GoalStatus,
    Header,
    Note,
    Person,
    Session,
    Sitting,
    Turn,
)
from brasstacks.storage.banks import Banks
from conversations import NOON, a_session, concrete, sessions

EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
PRINTED = [form.name for form in FORMATS.values() if form.prints]
LATE = datetime(2031, 7, 9, tzinfo=UTC)


def planted() -> Iterator[str]:
    """Words that stand nowhere else."""
    number = 0
    while True:
        number += 1
        yield f"zebra{number}q"


def with_secrets() -> tuple[Session, list[str]]:
    """A session with a word of its own in every place that is for us alone."""
    words = planted()
    used: list[str] = []

    def secret() -> str:
        used.append(next(words))
        return used[-1]

    told = Turn(
        id="t-1",
        question="Who?",
        answer=f'{secret()} the director, "I pick three" {secret()}',
        first_wording=secret(),
        note=secret(),
        overruled=secret(),
        probe=secret(),
        asked_as=AskedAs.OWN,
    )
    beside = Turn(id="t-2", question=secret(), answer=secret())
    later = Turn(id="t-3", question="How many?", answer=secret(), later=True)
    rejected = concrete(
        "c-2", statement=secret(), status=CriterionStatus.REJECTED, who=secret(), rejected_because=secret()
    )
    goal = Goal.model_validate(
        {
            "id": "g-1",
            "statement": "Order",
            "turns": (told, beside, later),
            "criteria": (concrete(from_turns=("t-1",), sign=secret()), rejected),
            "wish": secret(),
            "options": ({"id": "o-1", "title": "A board", "drawbacks": "it falls down", "size": "too_big"},),
            "choice": {"at": NOON, "option": "o-1", "words": "the board, then"},
            "fit": secret(),
        }
    )
    dropped = Goal(
        id="g-2",
        statement=secret(),
        problem=secret(),
        status=GoalStatus.DROPPED,
        turns=(Turn(id="t-9", answer=secret()),),
    )
    header = Header(
        id="2026-11-22-acme",
        title="Projects",
        created=NOON,
        updated=NOON,
        offer=secret(),
        bank=secret(),
        price_asked=LATE,
        sittings=(Sitting(started=LATE, ended=LATE),),
    )
    client = Client(
        name="Acme", consent=secret(), budget=secret(), people=(Person(name=secret(), role=secret(), decides=True),)
    )
    session = Session.model_validate(
        {
            "session": header,
            "client": client,
            "goals": (goal, dropped),
            "dismissed": (secret(),),
            "notes": (Note(id="n-1", at=LATE, text=secret()),),
            "signs": [{"id": "s-1", "at": LATE, "sign": "debts", "words": secret(), "text": secret()}],
            "fit": {"at": LATE, "recommendation": "strict", "reason": secret(), "review_on": secret()},
            "risks": [
                {"id": "r-1", "title": "We vanish", "raised": NOON, "words": secret(), "offer": "pay after each part"},
                {"id": "r-2", "title": secret(), "words": secret(), "offer": secret(), "owner": secret()},
            ],
            "expectations": [
                {"id": "e-1", "title": "Deadlines", "words": secret(), "promised": "we ring the day before"},
                {"id": "e-2", "title": secret(), "words": secret()},
            ],
            "cards": [{"id": "k-1", "at": LATE, "entry": "a-discount", "title": secret()}],
            "deliveries": [{"id": "d-1", "at": LATE, "what": secret(), "perceived": secret(), "better": secret()}],
            "complaints": [
                {
                    "id": "m-1",
                    "at": LATE,
                    "words": secret(),
                    "wish": secret(),
                    "why_not": secret(),
                    "alternative": secret(),
                }
            ],
            "self_check": {"right": secret(), "client": secret(), "ours": secret()},
            "deleted": [{"at": LATE, "goal": "g-1", "place": 0, "turn": {"id": "t-8", "answer": secret()}}],
        }
    )
    return session, [*used, "2031"]


def written(form: Format, session: Session, audience: Audience) -> str:
    """Everything that a file holds, what is packed inside it included."""
    return text_of(form, b"".join(chunks(form, (session,), Options(audience))))


def text_of(form: Format, raw: bytes) -> str:
    """The words of a file, those of a packed one too."""
    if form.name != "docx":
        return raw.decode()
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def the_page(session: Session) -> str:
    """What the client can expect of us."""
    return as_text(FORMATS["markdown"], session, Options(page=Page.EXPECTATIONS))


def ticked(session: Session) -> Session:
    """With the signs of a client who does not suit us, and whom we do not suit, under the core bank."""
    signs = [Sign(id=f"s-{name}", at=NOON, sign=name) for name in ("politicking", "approvals_slip", "debts")]
    header = session.session.model_copy(update={"bank": "", "price_asked": None})
    return session.model_copy(update={"session": header, "signs": tuple(signs)})


@EVERY_FORMAT
def test_nothing_that_is_for_us_alone_reaches_a_client(form: Format) -> None:
    session, secrets = with_secrets()
    text = written(form, session, Audience.CLIENT)
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "json"])
def test_what_is_for_us_alone_stands_in_our_own_copy(name: str) -> None:
    session, _secrets = with_secrets()
    text = written(FORMATS[name], session, Audience.INTERNAL)
    assert session.notes[0].text in text
    assert session.goals[0].turns[0].overruled in text
    assert session.self_check is not None
    assert session.self_check.right in text


@EVERY_FORMAT
def test_what_a_client_may_see_is_there(form: Format) -> None:
    session, _secrets = with_secrets()
    text = written(form, session, Audience.CLIENT)
    wanted = "I pick three" if form.name == "jsonl-turns" else "Any manager names his projects"
    assert wanted in text


@pytest.mark.parametrize("name", ["markdown", "html", "docx"])
def test_a_client_reads_the_options_and_what_to_expect_of_us(name: str) -> None:
    session, _secrets = with_secrets()
    text = written(FORMATS[name], session, Audience.CLIENT)
    for words in ("A board", "it falls down", "the board, then", "pay after each part", "we ring the day before"):
        assert words in text


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "json"])
def test_the_fit_stands_in_our_own_copy_alone(name: str) -> None:
    session, _secrets = with_secrets()
    assert session.fit is not None
    assert session.fit.reason in written(FORMATS[name], session, Audience.INTERNAL)
    assert session.fit.reason not in written(FORMATS[name], session, Audience.CLIENT)


def test_every_row_of_the_table_names_fields_that_there_are() -> None:
    for table, fields in CLIENT_SEES.items():
        assert set(fields) <= set(table.model_fields), table


def test_a_table_without_a_row_does_not_go_out() -> None:
    class Later(Record):
        text: str

    class Longer(Session):
        later: tuple[Later, ...] = ()

    longer = Longer.model_validate({**dict(a_session()), "later": (Later(text="zebra"),)})
    with pytest.raises(TypeError):
        for_client(longer)
    rows: dict[type[Record], tuple[str, ...]] = {**CLIENT_SEES, Longer: (*CLIENT_SEES[Session], "later")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("brasstacks.export.audience.CLIENT_SEES", rows)
        assert dict(for_client(longer))["later"] == ()


def test_tables_that_are_known_are_decided_about() -> None:
    """A new table of the record is either in the client's table or one of these, on purpose."""
    tables = {one for one in vars(record).values() if isinstance(one, type) and issubclass(one, Record)}
    named = {table.__name__ for table in tables - CLIENT_SEES.keys()}
    for_us = {"Person", "Sitting", "Note", "SelfCheck", "Deleted", "UsedCard", "Delivery", "Complaint", "Sign"}
    assert named == {"Record", "Identified", "FitDecision", *for_us}


@given(sessions)
def test_the_clients_copy_of_any_session_holds_no_key_of_a_later_program(session: Session) -> None:
    assert "later " not in json.dumps(list(_keys(for_client(session))))


def _keys(one: Record) -> Iterator[str]:
    for name, value in one:
        yield name
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Record):
                yield from _keys(inner)


def test_the_level_can_be_chosen() -> None:
    session = a_session("x", Goal(id="g-1", statement="Order", criteria=(concrete(threshold="", who=""),)))
    rows = {step: written(FORMATS["csv"], session, Audience.CLIENT) for step in (3,)}
    assert '"open"' in rows[3]
    lower = b"".join(chunks(FORMATS["csv"], (session,), Options(from_step=1))).decode()
    assert '"criterion"' in lower


def test_one_goal_goes_out_alone() -> None:
    session = a_session("x", Goal(id="g-1", statement="Order"), Goal(id="g-2", statement="Calm"))
    text = b"".join(chunks(FORMATS["markdown"], (session,), Options(goal="g-2"))).decode()
    assert "Calm" in text
    assert "Order" not in text


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", PRINTED)
def test_the_page_of_what_to_expect_is_the_clients_whoever_asks(name: str, audience: Audience) -> None:
    session, secrets = with_secrets()
    chosen = Options(audience, page=Page.EXPECTATIONS, banks=Banks())
    text = text_of(FORMATS[name], b"".join(chunks(FORMATS[name], (session,), chosen)))
    assert [secret for secret in secrets if secret in text] == []
    for words in ("What you can expect of us", "we ring the day before", "pay after each part"):
        assert words in text
    assert "Any manager names his projects" not in text


@pytest.mark.parametrize(("by", "there"), [("Anna", True), ("us", True), ("Rob", False), ("", False)])
def test_the_page_lists_what_we_ourselves_still_have_to_do(by: str, *, there: bool) -> None:
    promised = FollowUp(id="f-1", at=NOON, text="the price list", by=by, to="Rob", due="2026-12-04")
    header = Header(id="a", created=NOON, updated=NOON, interviewer="Anna Rossi")
    session = a_session(follow_ups=(promised,)).model_copy(update={"session": header})
    assert ("the price list" in the_page(session)) is there
    done = session.model_copy(update={"follow_ups": (promised.model_copy(update={"done": True}),)})
    assert "the price list" not in the_page(done)


def test_the_page_says_who_keeps_a_promise_and_by_when() -> None:
    kept = Expectation(id="e-1", title="Deadlines", promised="a call before", owner="Anna", due="2026-12-04")
    text = the_page(a_session(expectations=(kept,)))
    assert text.index("a call before") < text.index("who sees to it: Anna") < text.index("by when: 4 December 2026")


def test_how_often_we_get_in_touch_comes_first() -> None:
    other = Expectation(id="e-1", title="Deadlines", promised="a call before")
    contact = Expectation(id="e-2", entry=coverage.CONTACT, title="Contact", promised="every Friday")
    text = the_page(a_session(expectations=(other, contact)))
    assert text.index("every Friday") < text.index("a call before")


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_the_core_bank_of_each_language_has_the_expectation_that_comes_first(lang: str) -> None:
    assert coverage.CONTACT in [one.id for one in Banks().core(lang).expectations]


def test_a_page_without_a_promise_says_so() -> None:
    assert "Nothing was promised yet." in the_page(a_session())


@pytest.mark.parametrize("name", PRINTED)
def test_our_own_copy_tells_the_fit_by_its_signs_and_the_clients_has_nothing_of_it(name: str) -> None:
    session, _secrets = with_secrets()
    form, banks = FORMATS[name], Banks()
    ours = text_of(form, b"".join(chunks(form, (ticked(session),), Options(Audience.INTERNAL, banks=banks))))
    theirs = text_of(form, b"".join(chunks(form, (ticked(session),), Options(Audience.CLIENT, banks=banks))))
    group_four = next(play.title for play in banks.core("en").playbook if play.group == 4)
    for words in (group_four, "hides behind others", "they want it", "too early to tell"):
        assert words in ours
        assert words not in theirs


def test_the_square_of_the_fit_is_drawn_for_us_alone() -> None:
    session, _secrets = with_secrets()
    pages = [
        as_text(FORMATS["html"], ticked(session), Options(audience, banks=Banks())).partition("</style>")[2]
        for audience in Audience
    ]
    drawn = {audience: page.count('class="field') for audience, page in zip(Audience, pages, strict=True)}
    assert drawn == {Audience.CLIENT: 0, Audience.INTERNAL: 4}
    ours = pages[list(Audience).index(Audience.INTERNAL)]
    assert re.search(r'class="field here"[^>]*/><text class="number"[^>]*>4<', ours)


def test_a_bank_that_is_not_to_be_had_leaves_the_square_out() -> None:
    session, _secrets = with_secrets()
    header = session.session.model_copy(update={"bank": "cooking.en"})
    gone = ticked(session).model_copy(update={"session": header})
    page = as_text(FORMATS["html"], gone, Options(Audience.INTERNAL, banks=Banks()))
    assert 'class="field' not in page.partition("</style>")[2]
    assert "For us alone" in page


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_who_said_yes_stands_only_where_the_yes_is_to_these_words(form: Format) -> None:
    goal = Goal(id="g-1", statement="Order", criteria=(concrete(agreed_by="Zebra Quill", agreed_at=LATE),))
    draft = a_session("2026-11-22-acme", goal)
    assert "Zebra Quill" not in written(form, draft, Audience.CLIENT)
    agreed = concrete(agreed_by="Zebra Quill", agreed_at=LATE, status=CriterionStatus.AGREED)
    yes = draft.model_copy(update={"goals": (goal.model_copy(update={"criteria": (agreed,)}),)})
    assert ("Zebra Quill" in written(form, yes, Audience.CLIENT)) == (form.name not in ("jsonl-turns", "gherkin"))
