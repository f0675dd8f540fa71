"""Sessions for the tests: one small one, and any at all."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, TypeVar

from hypothesis import strategies as st

from brasstacks.beside import (
    Choice,
    Complaint,
    ComplaintEnding,
    Delivery,
    Expectation,
    FitDecision,
    Option,
    OptionKind,
    Recommendation,
    Risk,
    Sign,
    Size,
    UsedCard,
)
from brasstacks.identity import SessionStatus
from brasstacks.record import Record
from brasstacks.session import (
    AskedAs,
    Client,
    Criterion,
    CriterionStatus,
    Deleted,
    FollowUp,
    Goal,
    GoalStatus,
    Header,
    Levels,
    Note,
    Parked,
    Person,
    Provenance,
    Referral,
    Result,
    SelfCheck,
    Session,
    Sitting,
    Turn,
)

R = TypeVar("R", bound=Record)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=1)))

HOSTILE = (
    "[/]",
    "[bold]x[/bold] [x] done",
    "=SUM(A1)",
    "<script>alert(1)</script>",
    "../../x",
    "\x1b[31mred\x07",
    "\u202egnirts",
    "# heading",
    "```\nfence",
    '"""quotes\\"""',
    "'''",
    "&amp; {term} %s {0}",
    "[click](http://example.com)",
    "😀 \U0001f468\u200d👩",
    "\ttab\u2028line",
)


def a_session(session_id: str = "2026-11-22-acme", *goals: Goal, **values: object) -> Session:
    """A session with the goals given."""
    header = Header(id=session_id, title="Projects", created=NOON, updated=NOON)
    return Session.model_validate({"session": header, "client": Client(name="Acme"), "goals": goals, **values})


def concrete(criterion_id: str = "c-1", **values: object) -> Criterion:
    """A criterion that a stranger could check."""
    return Criterion.model_validate(
        {
            "id": criterion_id,
            "statement": "Any manager names his projects and the state of each",
            "who": "any manager",
            "observable": "names his projects and the state of each",
            "threshold": "all of them",
            **values,
        },
    )


texts = st.text(max_size=30) | st.sampled_from(HOSTILE)
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=offsets | st.just(UTC))  # noqa: DTZ001
_NO_SURROGATES = st.characters(exclude_categories=["Cs"])
_keys = st.text(_NO_SURROGATES, min_size=1, max_size=8).map(lambda key: f"later {key}")
_values = st.recursive(
    st.text(_NO_SURROGATES, max_size=12)
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.dates(date(1, 1, 1))
    | st.times().map(lambda t: time(t.hour, t.minute, t.second, t.microsecond))
    | moments,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=5,
)
extras = st.dictionaries(_keys, _values, max_size=2)


def _ids(prefix: str) -> st.SearchStrategy[str]:
    return st.uuids().map(lambda one: f"{prefix}-{one.hex[:12]}")


def _records(record: type[R], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[R]:
    """Records with any values in their fields, and keys that nobody knows yet."""
    return st.tuples(st.fixed_dictionaries(fields), extras).map(
        lambda pair: record.model_validate({**pair[1], **pair[0]}),
    )


turns = _records(
    Turn,
    id=_ids("t"),
    asked=st.none() | moments,
    answered=st.none() | moments,
    question=texts,
    asked_as=st.sampled_from(AskedAs),
    probe=st.sampled_from(("", "result-noticed")),
    answer=texts,
    first_wording=texts,
    note=texts,
    later=st.booleans(),
    overruled=texts,
)
criteria = _records(
    Criterion,
    id=_ids("c"),
    statement=texts,
    who=texts,
    observable=texts,
    threshold=texts,
    test=texts,
    when=texts,
    check=texts,
    baseline=texts,
    why=texts,
    provenance=st.sampled_from(Provenance),
    agreed_by=texts,
    owner=texts,
    levels=st.none() | _records(Levels, fail=texts, target=texts, stretch=texts),
    agreed_at=st.none() | moments,
    result=st.sampled_from(Result),
    proposed=st.lists(st.sampled_from(("who", "when")), max_size=2, unique=True),
    from_turns=st.lists(_ids("t"), max_size=2),
    sources=st.dictionaries(
        st.sampled_from(("statement", "who")), st.lists(_ids("t"), min_size=1, max_size=2), max_size=2
    ),
    status=st.sampled_from(CriterionStatus),
    rejected_because=texts,
    reached_at=st.none() | moments,
)
options = _records(
    Option,
    id=_ids("o"),
    title=texts,
    kind=st.sampled_from(OptionKind),
    meets=st.lists(_ids("c"), max_size=2),
    how=texts,
    advantages=texts,
    drawbacks=texts,
    cost=texts,
    time=texts,
    evidence=texts,
    size=st.sampled_from(Size),
)
goals = _records(
    Goal,
    id=_ids("g"),
    statement=texts,
    problem=texts,
    status=st.sampled_from(GoalStatus),
    referral=st.none() | _records(Referral, at=moments, title=texts, text=texts),
    turns=st.lists(turns, max_size=3),
    criteria=st.lists(criteria, max_size=2),
    wish=texts,
    options=st.lists(options, max_size=2),
    choice=st.none() | _records(Choice, at=moments, option=st.just("") | _ids("o"), words=texts, reason=texts),
)
people = _records(Person, name=texts, role=texts, decides=st.booleans())
clients = _records(
    Client, name=texts, organisation=texts, consent=texts, budget=texts, people=st.lists(people, max_size=2)
)
sittings = _records(Sitting, started=moments, ended=moments)
headers = _records(
    Header,
    id=_ids("s"),
    title=texts,
    language=st.sampled_from(("en", "ru", "it")),
    bank=st.sampled_from(("", "core.en")),
    status=st.sampled_from(SessionStatus),
    created=moments,
    updated=moments,
    planned_minutes=st.integers(0, 24 * 60),
    interviewer=texts,
    offer=texts,
    current_goal=st.just("") | _ids("g"),
    price_asked=st.none() | moments,
    closed_at=st.none() | moments,
    sittings=st.lists(sittings, max_size=2),
    spent=st.dictionaries(st.sampled_from(("options", "recap")), st.integers(0, 9999)),
)
sessions = _records(
    Session,
    dismissed=st.lists(texts, max_size=2),
    fuzzy=st.lists(texts, max_size=2),
    session=headers,
    client=clients,
    goals=st.lists(goals, max_size=2),
    notes=st.lists(_records(Note, id=_ids("n"), at=moments, text=texts), max_size=2),
    parked=st.lists(_records(Parked, id=_ids("p"), at=moments, text=texts, goal=st.just("")), max_size=1),
    follow_ups=st.lists(
        _records(FollowUp, id=_ids("f"), at=moments, text=texts, by=texts, to=texts, due=texts, done=st.booleans()),
        max_size=1,
    ),
    risks=st.lists(
        _records(
            Risk,
            id=_ids("r"),
            entry=texts,
            title=texts,
            raised=st.none() | moments,
            words=texts,
            worry=st.none() | st.integers(0, 3),
            offer=texts,
            owner=texts,
        ),
        max_size=2,
    ),
    expectations=st.lists(
        _records(
            Expectation,
            id=_ids("e"),
            entry=texts,
            title=texts,
            asked=st.none() | moments,
            words=texts,
            promised=texts,
            proposal=texts,
        ),
        max_size=1,
    ),
    cards=st.lists(_records(UsedCard, id=_ids("k"), at=moments, entry=texts, title=texts), max_size=1),
    deliveries=st.lists(
        _records(Delivery, id=_ids("d"), at=moments, what=texts, perceived=texts, better=texts), max_size=1
    ),
    complaints=st.lists(
        _records(
            Complaint,
            id=_ids("m"),
            at=moments,
            words=texts,
            wish=texts,
            ending=st.sampled_from(ComplaintEnding),
            promise=st.just("") | _ids("f"),
            why_not=texts,
            alternative=texts,
        ),
        max_size=1,
    ),
    signs=st.lists(
        _records(Sign, id=_ids("s"), at=moments, sign=texts, fullness=st.floats(0, 1), words=texts), max_size=2
    ),
    fit=st.none()
    | _records(FitDecision, at=moments, recommendation=st.sampled_from(Recommendation), reason=texts, review_on=texts),
    self_check=st.none() | _records(SelfCheck, right=texts, client=texts, ours=texts),
    deleted=st.lists(_records(Deleted, at=moments, goal=_ids("g"), place=st.integers(0, 5), turn=turns), max_size=1),
)
"""Any session, keys of a later program at every level included."""
