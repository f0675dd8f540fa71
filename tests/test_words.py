"""In which language the program itself speaks, and that its catalogues are whole."""

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
