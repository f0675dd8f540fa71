"""Banks: which there are, how one extends another, and what is wrong with one."""

import os
from pathlib import Path

import pytest

from brasstacks.storage import bank_new
from brasstacks.storage.bank_check import check
from brasstacks.storage.banks import Banks, BankUnreadable, load
from brasstacks.storage.workspace import Workspace

HEAD = 'id = "{id}"\nlanguage = "en"\ntitle = "{id}"\nextends = [{extends}]\n'


def opener(name: str, text: str) -> str:
    return f'[[openers]]\nid = "{name}"\ntext = "{text}"\n'


def probe(name: str, text: str, **more: str) -> str:
    values = {"asks_for": '"who"', **more}
    lines = "".join(f"{key} = {value}\n" for key, value in values.items())
    return f'[[probes]]\nid = "{name}"\ntext = "{text}"\n{lines}'


@pytest.fixture
def shelf(tmp_path: Path, here: Workspace) -> Banks:
    """Banks with nothing shipped but what a test puts there."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    return Banks(here, folder)


def put(folder: Path, bank_id: str, body: str = "", extends: str = "") -> Path:
    path = folder / f"{bank_id}.toml"
    path.write_text(HEAD.format(id=bank_id, extends=extends) + body, encoding="utf-8")
    return path


def own_dir(shelf: Banks) -> Path:
    assert shelf.workspace is not None
    return shelf.workspace.banks_dir


# ---------------------------------------------------------------- which there are


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_every_language_has_its_core_bank(lang: str) -> None:
    assert Banks().joined(f"core.{lang}").language == lang


def test_every_shipped_bank_can_be_used_as_it_is() -> None:
    banks = Banks()
    assert [sentence for path in banks.paths().values() for sentence in check(path, banks)] == []


def test_a_bank_of_ones_own_wins_over_the_shipped_one_and_is_listed_once(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en", opener("a", "Theirs?"))
    put(own_dir(shelf), "core.en", opener("a", "Mine?"))
    (found,) = shelf.list()
    assert found.own
    assert shelf.one("core.en").openers[0].text == "Mine?"


def test_a_bank_that_cannot_be_read_says_why_and_hides_no_other(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en")
    put(shelf.shipped_dir, "bad.en", "[[openers]]\n")
    assert [(found.id, found.bank is None) for found in shelf.list()] == [("bad.en", True), ("core.en", False)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_or_a_device_among_the_banks_is_not_waited_for(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en")
    os.mkfifo(own_dir(shelf) / "pipe.en.toml")
    (own_dir(shelf) / "zero.en.toml").symlink_to("/dev/zero")
    problems = {found.id: found.problem for found in shelf.list()}
    assert "is no ordinary file" in problems["pipe.en"]
    assert "is no ordinary file" in problems["zero.en"]
    assert not problems["core.en"]


def test_an_unknown_bank_is_told_with_those_that_exist(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en")
    with pytest.raises(BankUnreadable, match=r"there are: core\.en"):
        shelf.one("cooking.en")


def test_a_session_that_names_no_bank_has_the_core_bank_of_its_language() -> None:
    assert Banks().for_session("", "it").id == "core.it"


def test_a_language_without_a_core_bank_has_the_english_one() -> None:
    assert Banks().core("fr").id == "core.en"


# ---------------------------------------------------------------- joining


def test_a_bank_has_its_own_questions_before_those_that_it_extends(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en", opener("core", "Core?"))
    put(shelf.shipped_dir, "trade.en", opener("trade", "Trade?"), extends='"core.en"')
    assert [one.id for one in shelf.joined("trade.en").openers] == ["trade", "core"]


def test_an_entry_of_the_same_id_stands_in_for_the_one_extended(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en", opener("a", "Core?"))
    put(shelf.shipped_dir, "trade.en", opener("a", "Trade?"), extends='"core.en"')
    assert [one.text for one in shelf.joined("trade.en").openers] == ["Trade?"]


def test_words_of_the_trade_are_added_and_ones_own_weights_win(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en", '[lexicon]\nroles = ["boss"]\n[weights]\ndebt = 1.0\nlate = 1.0\n')
    body = '[lexicon]\nroles = ["picker", "boss"]\n[weights]\ndebt = 2.0\n'
    put(shelf.shipped_dir, "trade.en", body, extends='"core.en"')
    joined = shelf.joined("trade.en")
    assert joined.lexicon.roles == ("picker", "boss")
    assert joined.weights == {"debt": 2.0, "late": 1.0}


def test_a_bank_reached_by_two_ways_is_joined_once(shelf: Banks) -> None:
    put(shelf.shipped_dir, "core.en", opener("core", "Core?"))
    put(shelf.shipped_dir, "a.en", extends='"core.en"')
    put(shelf.shipped_dir, "b.en", extends='"a.en", "core.en"')
    assert [one.id for one in shelf.joined("b.en").openers] == ["core"]


def test_banks_that_extend_one_another_in_a_circle_are_refused(shelf: Banks) -> None:
    put(shelf.shipped_dir, "a.en", extends='"b.en"')
    put(shelf.shipped_dir, "b.en", extends='"a.en"')
    with pytest.raises(BankUnreadable, match=r"a\.en → b\.en → a\.en"):
        shelf.joined("a.en")


def test_a_bank_that_extends_one_that_is_not_there_says_so(shelf: Banks) -> None:
    put(shelf.shipped_dir, "a.en", extends='"core.xx"')
    with pytest.raises(BankUnreadable, match=r"a\.en: extends: core\.xx: no such bank"):
        shelf.joined("a.en")


# ---------------------------------------------------------------- faults


def refused(path: Path) -> str:
    with pytest.raises(BankUnreadable) as error:
        load(path)
    return str(error.value)


def test_a_misspelt_key_is_told_with_its_entry_and_line(shelf: Banks) -> None:
    path = put(shelf.shipped_dir, "a.en", probe("one", "Who?") + probe("two", "Whose?", for_kind='["hedge"]'))
    line = path.read_text().splitlines().index('for_kind = ["hedge"]') + 1
    assert refused(path).startswith(f'{path}: line {line}: probes.2 ("two").for_kind: is not a known key here')


def test_a_thing_that_cannot_be_asked_for_is_told_with_those_that_can(shelf: Banks) -> None:
    said = refused(put(shelf.shipped_dir, "a.en", probe("one", "Who?", asks_for='"whom"')))
    assert "probes.1 (\"one\").asks_for: is 'whom': write 'who', 'observable'" in said


def test_an_entry_without_its_id_is_told_by_its_number(shelf: Banks) -> None:
    assert "openers.1.id: is missing: add it" in refused(put(shelf.shipped_dir, "a.en", '[[openers]]\ntext = "x"\n'))


def test_a_bank_whose_file_has_another_name_is_told(shelf: Banks) -> None:
    path = put(shelf.shipped_dir, "a.en").rename(shelf.shipped_dir / "b.en.toml")
    assert 'write id = "b.en" or rename the file to a.en.toml' in refused(path)


# ---------------------------------------------------------------- looked through


def checked(shelf: Banks, body: str, extends: str = '"core.en"') -> list[str]:
    put(shelf.shipped_dir, "core.en")
    path = put(own_dir(shelf), "mine.en", body, extends=extends)
    return [sentence.removeprefix(f"{path}: ") for sentence in check(path, shelf)]


def test_nothing_is_said_of_a_bank_that_can_be_used(shelf: Banks) -> None:
    assert checked(shelf, probe("one", "«{term}»: who does it?")) == []


def test_an_id_that_stands_twice_is_told(shelf: Banks) -> None:
    assert checked(shelf, probe("one", "Who?") + probe("one", "Whose?")) == [
        'probes "one": the id stands 2 times: give each its own',
    ]


def test_a_question_asked_twice_is_told(shelf: Banks) -> None:
    assert checked(shelf, opener("one", "Who is it?") + probe("two", "who is it")) == [
        'probes "two": asks the same as openers "one": take one of them out',
    ]


def test_a_question_too_long_for_a_breath_is_told(shelf: Banks) -> None:
    twelve = " ".join(["word"] * 11)
    assert checked(shelf, probe("one", f"«{{term}}» {twelve}?")) == []
    assert checked(shelf, probe("one", f"«{{term}}» {twelve} more?")) == ['probes "one": 13 words: say it in 12']


def test_a_placeholder_that_nothing_stands_in_for_is_told(shelf: Banks) -> None:
    assert checked(shelf, probe("one", "Who is {name}?")) == [
        'probes "one": nothing stands in for {name} here: write {term}',
    ]


def test_a_bank_that_stands_alone_needs_a_question_for_every_facet_and_kind(shelf: Banks) -> None:
    said = checked(shelf, probe("one", "«{term}»: who?", for_kinds='["hedge"]'), extends="")
    assert 'probes: none asks for "baseline": add one, or extend a core bank' in said
    assert any('none answers "buzzword"' in sentence for sentence in said)
    assert not any('"hedge"' in sentence or '"who"' in sentence for sentence in said)


def test_what_is_wrong_with_a_bank_it_extends_is_told_with_the_file(shelf: Banks) -> None:
    path = put(own_dir(shelf), "mine.en", extends='"none.en"')
    (sentence,) = check(path, shelf)
    assert sentence.startswith(f"{path}: mine.en: extends: none.en: no such bank")


def card(name: str, **more: str) -> str:
    values = {"title": '"Why?"', "words": '["why"]', "say": '"So."', "not_true_when": '"Never."', **more}
    return f'[[cards]]\nid = "{name}"\n' + "".join(f"{key} = {value}\n" for key, value in values.items())


def test_a_clients_word_outside_quotation_marks_is_told(shelf: Banks) -> None:
    assert checked(shelf, probe("one", "Who does {term}?")) == [
        'probes "one": the client\'s word stands in quotation marks: write «{term}» or "{term}"',
    ]


def test_a_card_that_nobody_finds_is_told(shelf: Banks) -> None:
    assert checked(shelf, card("one", words="[]")) == [
        'cards "one": words: none: give words of the client by which it is found',
    ]


def test_a_card_that_claims_to_be_always_true_is_told(shelf: Banks) -> None:
    assert checked(shelf, card("one", not_true_when='""')) == [
        'cards "one": not_true_when: empty: say honestly when it does not hold',
    ]


def test_a_figure_without_a_source_is_told(shelf: Banks) -> None:
    assert checked(shelf, card("one", read='"It is 27 per cent."')) == [
        'cards "one": source: empty, and a figure is named: say where it comes from',
    ]
    assert checked(shelf, card("one", read='"It is 27 per cent."', source='"Our own books"')) == []


def test_a_risk_without_anything_offered_is_told(shelf: Banks) -> None:
    assert checked(shelf, '[[risks]]\nid = "one"\ntitle = "We vanish"\nraise = "What if?"\n') == [
        'risks "one": offers: nothing: say what you can offer against it',
    ]


def test_a_weight_that_moves_neither_willingness_is_told(shelf: Banks) -> None:
    assert checked(shelf, "[weights]\ndebts = -1.0\nours_debts = -1.0\n") == [
        'weights "debts": moves neither scale: begin its name with theirs_ / ours_',
    ]


def test_a_group_of_fit_that_stands_twice_is_told(shelf: Banks) -> None:
    play = '[[playbook]]\ngroup = 2\ntitle = "Rules"\n'
    assert checked(shelf, play * 2) == ["playbook: group 2 stands 2 times: join them into one"]


# ---------------------------------------------------------------- a new one


@pytest.mark.parametrize("name", ["logistics", 'Хлеб "и" \\ соль', "../../x", "🙂", "line\nend"])
def test_a_new_bank_passes_the_check(here: Workspace, name: str) -> None:
    path = bank_new.new(name, "ru", here)
    assert path.parent == here.banks_dir
    assert check(path, Banks(here)) == []
    assert Banks(here).joined(path.stem).openers


def test_a_new_bank_of_a_language_without_a_core_extends_nothing(here: Workspace) -> None:
    assert load(bank_new.new("logistics", "fr", here)).extends == ()


def test_a_bank_that_is_there_is_not_begun_again(here: Workspace) -> None:
    bank_new.new("logistics", "en", here)
    with pytest.raises(FileExistsError, match="choose another"):
        bank_new.new("logistics", "en", here)


@pytest.mark.parametrize("lang", ["english", "EN", "e", "../x", "ру"])
def test_a_language_has_two_or_three_small_letters(here: Workspace, lang: str) -> None:
    with pytest.raises(ValueError, match="no such language"):
        bank_new.new("logistics", lang, here)


def test_a_bank_has_its_like_in_another_language_else_that_languages_core(here: Workspace) -> None:
    banks = Banks(here)
    assert banks.its_like("project-management.en", "ru") == "project-management.ru"
    assert banks.its_like("restaurant.it", "en") == "core.en"
    assert banks.its_like("", "it") == "core.it"
