"""Finding, deleting and forgetting from the command line."""

import json

import pytest

from brasstacks.cli import main
from brasstacks.storage import files, trash
from brasstacks.storage.workspace import Workspace
from shelves import held, keep

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _workspace(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRASSTACKS_WORKSPACE", str(here.root))
    keep(here, held("acme", "The pallets stand in the aisle.", client="Anna Rossi"), held("brill", client="Brill"))


def test_search_prints_the_sentence_and_whose_it_is(capsys: Captured) -> None:
    assert main(["search", "pallet"]) == 0
    out = capsys.readouterr().out
    assert "acme" in out
    assert "The pallets stand in the aisle." in out
    assert "brill" not in out


def test_a_search_that_finds_nothing_exits_1(capsys: Captured) -> None:
    assert main(["search", "zebra"]) == 1
    assert "0 sessions" in capsys.readouterr().out


def test_words_in_one_argument_stand_side_by_side(capsys: Captured) -> None:
    assert main(["search", "pallets aisle"]) == 1
    assert main(["search", "pallets stand"]) == 0


def test_search_gives_json(capsys: Captured) -> None:
    assert main(["search", "--json", "pallet", "client:ross"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert (hit["id"], hit["kind"]) == ("acme", "turns.answer")
    assert [hit["words"][begin:end] for begin, end in hit["marked"]] == ["pallets"]


def test_delete_list_restore_empty(here: Workspace, capsys: Captured) -> None:
    assert main(["delete", "acme", "brill"]) == 0
    assert here.ids() == ()
    assert main(["trash", "list"]) == 0
    assert "Anna Rossi" in capsys.readouterr().out
    assert main(["trash", "restore", "brill"]) == 0
    assert here.ids() == ("brill",)
    assert main(["trash", "empty"]) == 2
    shown = capsys.readouterr()
    assert "~acme.toml" in shown.out
    assert "say --yes" in shown.err
    assert main(["trash", "empty", "--yes"]) == 0
    assert trash.listed(here) == ()


def test_what_is_not_in_the_trash_is_told_with_what_is(capsys: Captured) -> None:
    main(["delete", "acme"])
    assert main(["trash", "restore", "zebra"]) == 1
    assert "there is: acme" in capsys.readouterr().err


def test_forget_shows_what_would_go_and_asks(here: Workspace, capsys: Captured) -> None:
    assert main(["forget", "anna rossi"]) == 2
    assert "sessions/acme.toml" in capsys.readouterr().out
    assert here.ids() == ("acme", "brill")
    assert main(["forget", "anna rossi", "--yes"]) == 0
    assert here.ids() == ("brill",)


def test_a_client_that_nobody_knows_is_told_with_those_that_are_near(capsys: Captured) -> None:
    assert main(["forget", "Anna"]) == 1
    assert "there is: Anna Rossi" in capsys.readouterr().err


def test_a_new_session_after_an_old_one_has_its_client_and_its_goals(here: Workspace) -> None:
    assert main(["new", "--after", "acme"]) == 0
    (name,) = set(here.ids()) - {"acme", "brill"}
    session = files.load(here.session_path(name)).session
    assert (session.client.name, session.session.continues) == ("Anna Rossi", "acme")
    assert session.goals[0].origin == "acme#g-1"


def test_a_new_session_needs_a_client_or_an_old_one(capsys: Captured) -> None:
    assert main(["new"]) == 2
    assert "--client" in capsys.readouterr().err
