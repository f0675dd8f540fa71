"""Laws: whatever is edited, in whatever order, the record stays whole."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from brasstacks import editing
from brasstacks.beside import OptionKind, Recommendation
from brasstacks.editing import WORDED, History, NewId
from brasstacks.session import GoalStatus, Session
from brasstacks.storage import files
from brasstacks.storage.pages import Pages
from made import NOON, after, talk


@dataclass(frozen=True)
class At:
    """What an edit is made of."""

    session: Session
    words: str
    id: str
    """Of what is edited."""
    new_id: NewId
    now: datetime


Edit = Callable[[At], Session]

ON_GOALS: dict[str, Edit] = {
    "answer": lambda at: editing.answer(at.session, at.id, at.words, now=at.now, new_id=at.new_id, question=at.words),
    "later": lambda at: editing.ask_later(at.session, at.id, at.words, now=at.now, new_id=at.new_id),
    "park": lambda at: editing.decide_goal(at.session, at.id, GoalStatus.PARKED, now=at.now),
    "refer": lambda at: editing.refer(at.session, at.id, at.words, at.words, now=at.now),
    "reword": lambda at: editing.reword_goal(at.session, at.id, at.words, now=at.now),
    "problem": lambda at: editing.name_problem(at.session, at.id, at.words, now=at.now),
    "option": lambda at: editing.add_option(at.session, at.id, at.words, now=at.now, new_id=at.new_id),
    "smallest": lambda at: editing.add_option(
        at.session, at.id, at.words, now=at.now, new_id=at.new_id, kind=OptionKind.SMALLEST
    ),
    "not yet": lambda at: editing.choose(at.session, at.id, now=at.now, words=at.words),
    "criterion": lambda at: editing.file_criterion(at.session, at.id, now=at.now, new_id=at.new_id, statement=at.words),
}
ON_TURNS: dict[str, Edit] = {
    "correct": lambda at: editing.correct_answer(at.session, at.id, at.words, now=at.now),
    "question": lambda at: editing.correct_question(at.session, at.id, at.words, now=at.now),
    "remark": lambda at: editing.remark(at.session, at.id, at.words, now=at.now),
    "move": lambda at: editing.move_turn(
        at.session, at.id, at.session.goals[len(at.words) % len(at.session.goals)].id, now=at.now
    ),
    "delete turn": lambda at: editing.delete_turn(at.session, at.id, now=at.now),
    "split turn": lambda at: editing.split_turn(at.session, at.id, len(at.words), now=at.now, new_id=at.new_id),
    "join turns": lambda at: editing.join_turns(at.session, at.id, now=at.now),
}
ON_CRITERIA: dict[str, Edit] = {
    "word": lambda at: editing.word_criterion(
        at.session, at.id, WORDED[len(at.words) % len(WORDED)], at.words, now=at.now
    ),
    "agree": lambda at: editing.agree(at.session, at.id, at.words, now=at.now),
    "reject": lambda at: editing.reject(at.session, at.id, at.words, now=at.now),
    "redraft": lambda at: editing.redraft(at.session, at.id, now=at.now),
    "reach": lambda at: editing.reach(at.session, at.id, now=at.now),
    "split criterion": lambda at: editing.split_criterion(
        at.session, at.id, at.words[:1], at.words[1:], now=at.now, new_id=at.new_id
    ),
    "merge": lambda at: editing.merge_criteria(at.session, at.id, _another(at), now=at.now),
    "up": lambda at: editing.shift_criterion(at.session, at.id, -1, now=at.now),
    "down": lambda at: editing.shift_criterion(at.session, at.id, 1, now=at.now),
    "delete criterion": lambda at: editing.delete_criterion(at.session, at.id, now=at.now),
}
ON_PROMISES: dict[str, Edit] = {
    "done": lambda at: editing.change_follow_up(at.session, at.id, now=at.now, done=True, due=at.words),
    "not promised": lambda at: editing.delete_follow_up(at.session, at.id, now=at.now),
}
ON_OPTIONS: dict[str, Edit] = {
    "change option": lambda at: editing.change_option(at.session, at.id, now=at.now, cost=at.words, size="too_big"),
    "choose": lambda at: editing.choose(
        at.session, at.session.goal_of_option(at.id).id, at.id, now=at.now, reason=at.words
    ),
    "delete option": lambda at: editing.delete_option(at.session, at.id, now=at.now),
}
ON_COMPLAINTS: dict[str, Edit] = {
    "put right": lambda at: editing.put_right(
        at.session, at.id, at.words, owner=at.words, due=at.words, now=at.now, new_id=at.new_id
    ),
    "decline": lambda at: editing.decline(at.session, at.id, why_not=at.words, alternative=at.words, now=at.now),
    "delete complaint": lambda at: editing.delete_complaint(at.session, at.id, now=at.now),
}
ON_DELETED: dict[str, Edit] = {"restore": lambda at: editing.restore_turn(at.session, at.id, now=at.now)}
ON_SESSIONS: dict[str, Edit] = {
    "goal": lambda at: editing.add_goal(at.session, at.words, now=at.now, new_id=at.new_id),
    "note": lambda at: editing.add_note(at.session, at.words, now=at.now, new_id=at.new_id),
    "fuzzy": lambda at: editing.mark_fuzzy(at.session, at.words, now=at.now),
    "promise": lambda at: editing.add_follow_up(
        at.session, at.words, now=at.now, new_id=at.new_id, by=at.words, due=at.words
    ),
    "wish": lambda at: editing.keep_wish(at.session, now=at.now, new_id=at.new_id, words=at.words.strip()),
    "risk": lambda at: editing.note_risk(
        at.session, at.words, entry=at.words[:1], now=at.now, new_id=at.new_id, worry=len(at.words) % 4, words=at.words
    ),
    "expectation": lambda at: editing.note_expectation(
        at.session, at.words, entry=at.words[:1], now=at.now, new_id=at.new_id, promised=at.words
    ),
    "card": lambda at: editing.use_card(at.session, "why", at.words, now=at.now, new_id=at.new_id),
    "delivery": lambda at: editing.add_delivery(at.session, at.words, now=at.now, new_id=at.new_id, perceived=at.words),
    "complaint": lambda at: editing.add_complaint(at.session, at.words, now=at.now, new_id=at.new_id),
    "sign": lambda at: editing.tick_sign(
        at.session, "debts", [None, 0.0, 1.0][len(at.words) % 3], now=at.now, new_id=at.new_id, words=at.words
    ),
    "fit": lambda at: editing.decide_fit(
        at.session, Recommendation.STRICT, now=at.now, differs=True, reason="because " + at.words
    ),
    "names": lambda at: editing.name_client(at.session, now=at.now, name=at.words),
    "bank": lambda at: editing.describe(at.session, now=at.now, language="ru", bank=at.words),
    "oneself": lambda at: editing.check_oneself(at.session, now=at.now, right=at.words),
    "close": lambda at: editing.close(at.session, now=at.now),
    "reopen": lambda at: editing.reopen(at.session, now=at.now),
}
KINDS = (
    "answer",
    *ON_GOALS,
    *ON_TURNS,
    *ON_CRITERIA,
    *ON_PROMISES,
    *ON_OPTIONS,
    *ON_COMPLAINTS,
    *ON_DELETED,
    *ON_SESSIONS,
)

EDITS = st.lists(st.tuples(st.sampled_from(KINDS), st.text(min_size=1, max_size=20), st.integers(0, 9)), max_size=24)


def _ids_of(session: Session, prefix: str) -> list[str]:
    """The ids of the goals, turns, criteria, promises, options or complaints, or with "d" of the deleted turns."""
    return {
        "g": [goal.id for goal in session.goals],
        "t": [turn.id for goal in session.goals for turn in goal.turns],
        "c": [one.id for goal in session.goals for one in goal.criteria],
        "f": [one.id for one in session.follow_ups],
        "o": [one.id for goal in session.goals for one in goal.options],
        "m": [one.id for one in session.complaints],
        "d": [one.turn.id for one in session.deleted],
    }[prefix]


def _another(at: At) -> str:
    there = _ids_of(at.session, "c")
    return there[len(at.words) % len(there)]


def edited(session: Session, kind: str, words: str, pick: int, number: int) -> Session:
    """One edit of that kind; the session itself where it cannot be made."""
    new_ids = iter([f"{number}", f"{number}b"])
    now = after(number)

    def new_id(prefix: str) -> str:
        return f"{prefix}-{next(new_ids)}"

    if kind in ON_SESSIONS:
        return ON_SESSIONS[kind](At(session, words, "", new_id, now))
    for prefix, edits in (
        ("g", ON_GOALS),
        ("t", ON_TURNS),
        ("c", ON_CRITERIA),
        ("f", ON_PROMISES),
        ("o", ON_OPTIONS),
        ("m", ON_COMPLAINTS),
        ("d", ON_DELETED),
    ):
        if kind in edits and (there := _ids_of(session, prefix)):
            try:
                return edits[kind](At(session, words, there[pick % len(there)], new_id, now))
            except ValueError:
                return session
    return session


START = editing.file_criterion(
    talk("Order", "we start on Monday", "Rob counts"),
    "g-1",
    now=NOON,
    new_id=lambda _: "c-0",
    statement="We know what runs",
    from_turns=("t-2",),
)


def through_a_file(session: Session) -> Session:
    """The session as it is read back from what is written of it."""
    return Session.model_validate(tomllib.loads(files.to_toml(session)))


@given(EDITS)
@settings(max_examples=80)
def test_any_edits_are_undone_to_the_start_and_redone_to_the_end(edits: list[tuple[str, str, int]]) -> None:
    history = History(START)
    for number, (kind, words, pick) in enumerate(edits, 10):
        history = history.did(kind, edited(history.present, kind, words, pick, number))
    end, steps = history.present, len(history.past)
    for _ in range(steps):
        history = history.undo()
    assert history.present == START
    for _ in range(steps):
        history = history.redo()
    assert history.present == end


@given(EDITS)
@settings(max_examples=80)
def test_any_edits_leave_a_session_that_is_valid_and_survives_a_save_between_any_two(
    edits: list[tuple[str, str, int]],
) -> None:
    session = START
    for number, (kind, words, pick) in enumerate(edits, 10):
        session = edited(session, kind, words, pick, number)
        assert through_a_file(session) == session


@given(EDITS)
@settings(max_examples=80)
def test_what_is_written_out_anew_after_each_edit_alone_is_to_the_letter_what_is_written_from_scratch(
    edits: list[tuple[str, str, int]],
) -> None:
    session, pages = START, Pages()
    for number, (kind, words, pick) in enumerate(edits, 10):
        session = edited(session, kind, words, pick, number)
        assert pages.of(session) == files.to_toml(session).encode()


@given(EDITS, st.integers(0, 23))
@settings(max_examples=40)
def test_edits_after_a_save_come_to_the_same_as_edits_without_one(edits: list[tuple[str, str, int]], at: int) -> None:
    kept = reopened = START
    for number, (kind, words, pick) in enumerate(edits, 10):
        if number - 10 == at:
            reopened = through_a_file(reopened)
        kept = edited(kept, kind, words, pick, number)
        reopened = edited(reopened, kind, words, pick, number)
    assert reopened == kept
