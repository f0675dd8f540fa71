"""The example sessions, played turn by turn: what a visitor without a terminal sees first."""

from pathlib import Path

import pytest

from brasstacks import criteria, editing
from brasstacks.beside import ComplaintEnding, Recommendation
from brasstacks.cli import main
from brasstacks.cli.chains import by_reason
from brasstacks.fit import fit, over_time
from brasstacks.language import Finding, Kind, Span
from brasstacks.options import Lack, warnings
from brasstacks.session import AskedAs, GoalStatus, Session
from brasstacks.storage import files, shipped
from brasstacks.storage.banks import Banks
from made import after, core_bank, empty_session, ids, talk

SAMPLES = sorted(shipped.folder("sessions").glob("*.toml"))
RETURNS = [path for path in SAMPLES if files.load(path).session.session.continues]
FIRST_MEETINGS = [path for path in SAMPLES if path not in RETURNS]


def played(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    assert main(["replay", "--plain", str(path)]) == 0
    return capsys.readouterr().out


def flat(text: str) -> str:
    return " ".join(text.split())


def saved(folder: Path, session: Session) -> Path:
    path = folder / f"{session.id}.toml"
    path.write_text(files.to_toml(session), "utf-8")
    return path


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_every_language_has_an_example_session(lang: str) -> None:
    assert lang in {files.load(path).session.session.language for path in SAMPLES}


def test_each_language_has_a_first_meeting_and_a_return() -> None:
    held = [files.load(path).session.session for path in SAMPLES]
    assert {(one.language, bool(one.continues)) for one in held} == {
        (language, again) for language in ("en", "it", "ru") for again in (False, True)
    }


def test_what_an_example_continues_is_an_example() -> None:
    held = [files.load(path).session for path in SAMPLES]
    assert {one.session.continues for one in held if one.session.continues} <= {one.id for one in held}


def test_the_fit_of_one_client_goes_down_over_three_examples_and_ends_kindly() -> None:
    held = [files.load(path).session for path in SAMPLES]
    client = [one for one in held if one.client.organisation == "Завод «Северный редуктор»"]
    found = over_time(client, Banks().joined("project-management.ru"))
    totals = [one.fit.theirs.total + one.fit.ours.total for one in found]
    assert totals == sorted(totals, reverse=True)
    assert [one.fit.group for one in found] == [1, 1, 4]
    assert found[-1].fit.recommendation is Recommendation.REFER
    assert found[-1].session.goals[0].referral is not None


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_an_example_of_a_return_brings_complaints_to_both_endings_and_a_wish_to_its_problem(path: Path) -> None:
    session = files.load(path).session
    assert session.deliveries
    assert {one.ending for one in session.complaints} == {ComplaintEnding.PROMISED, ComplaintEnding.DECLINED}
    goal = session.goals[-1]
    assert goal.wish
    assert goal.statement == goal.problem
    assert goal.choice is not None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_goes_through_every_room(path: Path) -> None:
    session = files.load(path).session
    goal = next(goal for goal in session.goals if goal.options)
    assert 2 <= len(goal.options) <= 6
    assert Lack.ONE_ONLY not in [one.lack for one in warnings(goal, session.client.budget)]
    assert all((session.risks, session.expectations, session.cards, session.signs, session.self_check))
    assert session.fit is not None
    recommended = fit(session, Banks().joined(session.session.bank)).recommendation
    assert session.fit.recommendation is recommended or session.fit.reason


@pytest.mark.parametrize("path", FIRST_MEETINGS, ids=lambda path: path.stem)
def test_an_example_shows_what_can_become_of_a_goal(path: Path) -> None:
    session = files.load(path).session
    steps = [criteria.ladder(one, fuzzy=session.fuzzy).step for goal in session.goals for one in goal.criteria]
    assert max(steps) == 4
    assert 3 in steps
    assert any(goal.status is GoalStatus.REFERRED and goal.referral for goal in session.goals)
    assert session.parked


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_asks_the_questions_of_its_bank_as_they_stand(path: Path) -> None:
    session = files.load(path).session
    bank = Banks().joined(session.session.bank)
    texts = {entry.id: entry.text for questions in (bank.openers, bank.probes) for entry in questions}
    chosen = [turn for goal in session.goals for turn in goal.turns if turn.probe]
    assert chosen
    for turn in chosen:
        before, _, behind = texts[turn.probe].partition("{term}")
        assert turn.question.startswith(before)
        assert turn.question.endswith(behind)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_can_be_read_and_is_named_as_its_file(path: Path) -> None:
    assert files.load(path).session.id == path.stem


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_example_is_written_as_the_program_writes_it(path: Path) -> None:
    assert files.to_toml(files.load(path).session) == path.read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_question_and_every_answer_is_played(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = flat(played(capsys, path))
    for goal in files.load(path).session.goals:
        assert flat(goal.statement) in out
        for turn in goal.turns:
            assert flat(turn.question) in out


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_in_the_end_the_criteria_are_exported(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = flat(played(capsys, path).partition("─")[2])
    assert flat(files.load(path).session.session.title) in out
    for goal in files.load(path).session.goals:
        for criterion in goal.criteria:
            assert flat(criterion.statement) in out


def test_a_replay_keeps_to_eighty_columns_on_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, played(capsys, SAMPLES[0]).splitlines())) <= 80


def test_a_bank_that_is_not_to_be_had_is_told_and_the_core_stands_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.toml"
    text = SAMPLES[0].read_text("utf-8")
    bank = files.load(SAMPLES[0]).session.session.bank
    path.write_text(text.replace(f'bank = "{bank}"', 'bank = "cooking.en"'), "utf-8")
    assert "stands in for it" in flat(played(capsys, path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_line_of_a_replay_ends_in_spaces(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [line for line in played(capsys, path).splitlines() if line.endswith(" ")] == []


def test_a_question_that_was_offered_stands_behind_an_arrow_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opener, now, new_id = core_bank().openers[0], after(1), ids()
    session = editing.add_goal(empty_session(), "Less paper", now=now, new_id=new_id)
    for question, asked_as in ((opener.text, AskedAs.CHOSEN), ("And on a rainy day?", AskedAs.OWN)):
        session = editing.answer(
            session,
            session.goals[0].id,
            "the foreman signs on the phone",
            now=now,
            new_id=new_id,
            question=question,
            asked_as=asked_as,
            asked=now,
        )
    lines = played(capsys, saved(tmp_path, session)).splitlines()
    place = lines.index(f" 1  → {opener.text}")
    assert lines[place + 1].strip().startswith("because")
    assert " 2  And on a rainy day?" in lines


def test_words_with_one_reason_stand_together() -> None:
    found = [("synergy", "a fashionable word"), ("soon", "when is not said"), ("mindset", "a fashionable word")]
    findings = [
        Finding(Span(0, 1), words, Kind.BUZZWORD, challenge=True, why=why, strength=1.0) for words, why in found
    ]
    assert by_reason(findings) == [("«synergy», «mindset»", "a fashionable word"), ("«soon»", "when is not said")]


def test_what_became_of_a_goal_stands_under_its_chain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = talk("Order on the dock", "somehow")
    goal = session.goals[0].id
    parked = editing.decide_goal(session, goal, GoalStatus.PARKED, now=after(9))
    referred = editing.refer(session, goal, "A good book", "Dear Anna", now=after(9))
    assert "▸ set aside" in flat(played(capsys, saved(tmp_path, parked)))
    assert "▸ too early for us: A good book" in flat(played(capsys, saved(tmp_path, referred)))


@pytest.mark.parametrize(
    "text", ["[red]x[/red]", "# *x* `y` _z_ <b>&amp;", "1. [a](http://b.example) ![c](d)", "a\x1b[31mb"]
)
def test_words_of_a_client_are_played_letter_for_letter(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = talk(text, text)
    session = editing.file_criterion(
        session,
        session.goals[0].id,
        now=after(9),
        new_id=ids(),
        statement=text,
        observable=text,
        threshold=text,
        who=text,
    )
    shown = text.replace("\x1b", "␛")
    assert flat(played(capsys, saved(tmp_path, session))).count(shown) >= 5
