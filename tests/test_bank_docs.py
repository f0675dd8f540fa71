"""The page on banks, followed word for word: its example is a bank, its commands run, its tables are complete."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from brasstacks.chain import of_goal
from brasstacks.cli import main
from brasstacks.follow import follow
from brasstacks.language import Kind
from brasstacks.questions.bank import AsksFor, Case
from brasstacks.storage.bank_check import check
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Workspace
from made import talk

PAGE = (Path(__file__).parents[1] / "docs" / "banks.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def commands() -> Iterator[list[str]]:
    for line in "".join(blocks("sh")).splitlines():
        program, *arguments = shlex.split(line)
        assert program == "brasstacks"
        yield arguments


def first_cells(head: str) -> list[str]:
    table = PAGE.partition(f"| {head} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


@pytest.fixture
def followed(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which somebody has done what the page says."""
    monkeypatch.chdir(here.root)
    monkeypatch.setenv("BRASSTACKS_WORKSPACE", str(here.root))
    (example,) = blocks("toml")
    for arguments in commands():
        assert main(arguments) == 0, arguments
        if arguments[:2] == ["bank", "new"]:
            (here.banks_dir / "bakery.en.toml").write_text(example, "utf-8")
    return here


def test_whoever_follows_the_page_has_a_bank_and_a_session_with_it(followed: Workspace) -> None:
    assert check(followed.banks_dir / "bakery.en.toml", Banks(followed)) == []
    (session_id,) = followed.ids()
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
    table = PAGE.partition("| asks_for |")[2].partition("\n\n")[0]
    examples = dict(re.findall(r"^\| `(\w+)` \|.*\| (.+\?) \|$", table, re.MULTILINE))
    asked = {entry.text: entry.asks_for.value for entry in core.probes}
    assert {name: asked.get(text) for name, text in examples.items()} == {one.value: one.value for one in AsksFor}
