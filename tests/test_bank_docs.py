"""The page on banks, followed word for word: its example is a bank, its commands run, its tables are complete."""

import re
from pathlib import Path

import pytest

from brasstacks.chain import of_goal
from brasstacks.follow import follow
from brasstacks.language import Kind
from brasstacks.questions.bank import AsksFor, Case
from brasstacks.storage.bank_check import check
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Workspace
from made import talk
from pages import ROOT, Page, at_a_desk

PAGE = Page(ROOT / "docs" / "banks.md")


def first_cells(head: str) -> list[str]:
    table = PAGE.text.partition(f"| {head} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which somebody has done what the page says, and put its example in place of what was begun."""
    reader = at_a_desk(tmp_path, monkeypatch)
    (example,) = PAGE.blocks("toml")
    for line in PAGE.lines():
        reader.types(line)
        if "bank new" in line:
            Path("question_banks/bakery.en.toml").write_text(example, "utf-8")
    return Workspace(Path.cwd())


def test_whoever_follows_the_page_has_a_bank_and_a_session_with_it(followed: Workspace) -> None:
    assert check(followed.banks_dir / "bakery.en.toml", Banks(followed)) == []
    (session_id,) = [one for one in followed.ids() if "corner-shops" in one]
    assert 'bank = "bakery.en"' in followed.session_path(session_id).read_text("utf-8")


def test_the_example_asks_what_only_its_trade_would_ask(followed: Workspace) -> None:
    bank = Banks(followed).joined("bakery.en")
    session = talk("Less waste", "the rolls should be fresher, simply better quality")
    heard = of_goal(session, session.goals[0], extra=bank.lexicon.as_extra())
    asked = [one.probe for one in follow(heard, bank, count=5).suggestions]
    assert "ba-fresh-until-when" in asked


def test_the_example_shows_every_list_that_a_trade_may_want(followed: Workspace) -> None:
    bank = Banks(followed).one("bakery.en")
    assert all((bank.openers, bank.probes, bank.returns, bank.referrals, bank.risks, bank.cards))
    assert all((bank.lexicon.vague, bank.lexicon.roles, bank.lexicon.artefacts, bank.lexicon.observable_verbs))


def test_the_tables_have_every_word_that_a_bank_knows() -> None:
    assert first_cells("asks_for") == [one.value for one in AsksFor]
    assert sorted(first_cells("kind")) == sorted(one.value for one in Kind)
    assert first_cells("case") == [one.value for one in Case]


def test_the_questions_in_the_tables_are_those_of_the_core_bank() -> None:
    core = Banks().one("core.en")
    table = PAGE.text.partition("| asks_for |")[2].partition("\n\n")[0]
    examples = dict(re.findall(r"^\| `(\w+)` \|.*\| (.+\?) \|$", table, re.MULTILINE))
    asked = {entry.text: entry.asks_for.value for entry in core.probes}
    assert {name: asked.get(text) for name, text in examples.items()} == {one.value: one.value for one in AsksFor}
