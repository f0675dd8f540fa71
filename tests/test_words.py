"""In which language the program itself speaks, and that its catalogues are whole."""

import ast
from pathlib import Path

import pytest

from brasstacks import words


@pytest.mark.parametrize(
    ("environ", "set_here", "language"),
    [
        ({}, "", "en"),
        ({"LANG": "C.UTF-8"}, "", "en"),
        ({"LANG": "ru_RU.UTF-8"}, "", "ru"),
        ({"LANG": "it_CH@euro"}, "", "it"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "it_IT.UTF-8"}, "", "it"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "de:it:ru"}, "", "it"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "en:ru"}, "", "en"),
        ({"LANG": "de_DE.UTF-8"}, "", "en"),
        ({"LANG": "ru_RU.UTF-8"}, "it", "it"),
        ({"LANG": "ru_RU.UTF-8", "BRASSTACKS_LANGUAGE": "en"}, "it", "en"),
        ({"LANG": "ru_RU.UTF-8", "BRASSTACKS_LANGUAGE": "de"}, "it", "it"),
    ],
)
def test_who_is_asked_first_has_the_word(environ: dict[str, str], set_here: str, language: str) -> None:
    assert words.chosen(environ, set_here) == language


@pytest.mark.parametrize(("language", "said"), [("en", "back"), ("ru", "назад"), ("it", "indietro")])
def test_what_was_imported_in_english_is_said_in_the_language_spoken(language: str, said: str) -> None:
    words.speak(language)

    assert words.spoken() == language
    assert words._("back") == said


def test_no_message_hides_inside_another_text() -> None:
    """Babel finds no message within the braces of a text, and nobody would miss its translation."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in Path(words.__file__).parent.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
    ]
    assert hidden == []
