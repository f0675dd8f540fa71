"""What a person has set for a workspace."""

from pathlib import Path

import pytest

from brasstacks.storage.settings import Settings, SettingsUnreadable, load, screen
from brasstacks.storage.workspace import Workspace


def loaded(folder: Path, text: str) -> Settings:
    (folder / "brasstacks.toml").write_text(text, encoding="utf-8")
    return load(Workspace(folder))


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert load(Workspace(tmp_path)) == Settings()


def test_the_hints_are_switched_off_by_one_line(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "[settings]\nhints = false\n").conversation.hints


def test_what_a_later_program_has_set_is_let_be(tmp_path: Path) -> None:
    assert loaded(tmp_path, '[settings]\ncolour = "grey"\n[other]\nx = 1\n').conversation.hints


def test_the_screens_speak_as_the_system_until_a_language_is_set(tmp_path: Path) -> None:
    assert screen(Workspace(tmp_path)).language == ""

    loaded(tmp_path, '[screen]\nlanguage = "ru"\n')

    assert screen(Workspace(tmp_path)).language == "ru"


@pytest.mark.parametrize(
    "text", ["[settings]\nhints = 3\n", "[settings\n", "settings = 1\n", '[screen]\nlanguage = "de"\n']
)
def test_a_file_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsUnreadable, match=r"brasstacks\.toml: line"):
        loaded(tmp_path, text)
