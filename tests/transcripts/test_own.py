"""What brasstacks wrote, brasstacks reads again."""

import pytest
from hypothesis import given, settings

from brasstacks.export import FORMATS, Audience, Options, chunks
from brasstacks.export.audience import for_client
from brasstacks.record import Record
from brasstacks.session import Goal, Session, Turn
from brasstacks.storage import files
from brasstacks.transcripts import Unreadable, own
from conversations import a_session, concrete, sessions


def bare(session: Session) -> Session:
    """Without keys of a later program, whose values JSON cannot always tell apart."""
    return Session.model_validate(_known(session))


def _known(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_known(one) for one in value)
    if isinstance(value, Record):
        return {name: _known(getattr(value, name)) for name in type(value).model_fields}
    return value


@given(sessions)
@settings(max_examples=60)
def test_our_own_copy_as_json_comes_back_whole(session: Session) -> None:
    known = bare(session)
    raw = b"".join(chunks(FORMATS["json"], (known, known), Options(Audience.INTERNAL)))
    assert own.sessions(raw) == (known, known)


@given(sessions)
@settings(max_examples=40)
def test_the_clients_copy_as_json_comes_back_as_the_client_sees_it(session: Session) -> None:
    raw = b"".join(chunks(FORMATS["json"], (session,), Options()))
    assert own.sessions(raw) == (for_client(session),)


@given(sessions)
@settings(max_examples=40)
def test_the_criteria_as_toml_come_back(session: Session) -> None:
    known = bare(session)
    (back,) = own.sessions(b"".join(chunks(FORMATS["toml"], (known,), Options(Audience.INTERNAL, from_step=0)))) or ()
    assert [one for goal in back.goals for one in goal.criteria] == [
        one for goal in known.goals if goal.status != "dropped" for one in goal.criteria if one.status != "rejected"
    ]


def test_a_sessions_own_file_comes_in_as_it_is() -> None:
    session = a_session("x", Goal(id="g-1", statement="Order", turns=(Turn(id="t-1", answer="soon"),)))
    assert own.sessions(files.to_toml(session).encode()) == (session,)


@pytest.mark.parametrize(
    "raw", [b"Anna: hi\nDan: yes\n", b'[{"speaker": "A", "text": "b"}]', b'{"turns": []}', b"a = 1\n"]
)
def test_what_is_somebody_elses_is_left_to_others(raw: bytes) -> None:
    assert own.sessions(raw) is None


def test_a_large_file_of_somebody_elses_is_not_taken_apart() -> None:
    assert own.sessions(b"a" * 20_000_000) is None


def test_what_is_wrong_in_a_file_of_ours_is_named_by_its_place() -> None:
    raw = b"".join(
        chunks(FORMATS["toml"], (a_session("x", Goal(id="g-1", statement="o", criteria=(concrete(),))),), Options())
    )
    with pytest.raises(Unreadable, match="status: is 'lost': write 'open'"):
        own.sessions(raw.replace(b'status = "open"', b'status = "lost"'))


def test_a_form_of_a_later_program_is_not_guessed_at() -> None:
    with pytest.raises(Unreadable, match="newer brasstacks"):
        own.sessions(b'{"brasstacks": 2, "sessions": []}')
