"""In which language the program itself speaks, and that its catalogues are whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from translating import catalogues

from brasstacks import words
from brasstacks.cli import main
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.saying import key_word


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


PLACES = re.compile(r"\{\{|\}\}|\{\w*[^}]*\}|%\(\w+\)[sr]|%[sr]")


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_every_message_of_the_sources_is_translated_and_no_other(language: str) -> None:
    known = catalogues.read(language)
    wanted = {(message.context, message.id) for message in catalogues.template() if message.id}
    there = {(message.context, message.id) for message in known if message.id and catalogues.whole(message)}

    assert wanted - there == set(), "make words, and translate"
    assert there - wanted == set(), "make words"


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_a_translation_has_the_places_of_its_message(language: str) -> None:
    wrong = [
        message.id
        for message in catalogues.read(language)
        if message.id
        for said in forms(message.string)
        if sorted(PLACES.findall(said)) not in [sorted(PLACES.findall(one)) for one in forms(message.id)]
    ]

    assert wrong == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_a_translation_begins_and_ends_as_its_message(language: str) -> None:
    wrong = [
        message.id
        for message in catalogues.read(language)
        if message.id
        for one, said in [(forms(message.id)[0], forms(message.string)[0])]
        if message.context is None
        if (one[0].isspace(), one[-1].isspace(), one[-1] == ":")
        != (said[0].isspace(), said[-1].isspace(), said[-1] == ":")
    ]

    assert wrong == []


def test_a_number_has_its_form_in_each_language() -> None:
    said = {}
    for language in words.LANGUAGES:
        words.speak(language)
        said[language] = [
            words.ngettext("{count} session", "{count} sessions", count).format(count=count)
            for count in (1, 2, 5, 11, 21, 112)
        ]

    assert said == {
        "en": ["1 session", "2 sessions", "5 sessions", "11 sessions", "21 sessions", "112 sessions"],
        "it": ["1 sessione", "2 sessioni", "5 sessioni", "11 sessioni", "21 sessioni", "112 sessioni"],
        "ru": ["1 сессия", "2 сессии", "5 сессий", "11 сессий", "21 сессия", "112 сессий"],
    }


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    looked_up = {"_", "ngettext", "pgettext"}
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in catalogues.SOURCES.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in looked_up
        if any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args)
    ]

    assert wrong == []


def test_no_message_is_looked_up_when_a_module_is_loaded() -> None:
    """The language is chosen after that."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in catalogues.SOURCES.rglob("*.py")
        for call in at_import(ast.parse(path.read_text("utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext", "pgettext"}
    ]

    assert wrong == []


def at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that are made when a module is loaded."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call):
            yield node
        yield from at_import(node)


def forms(said: object) -> tuple[str, ...]:
    """A message or a translation in all its forms."""
    return (said,) if isinstance(said, str) else tuple(said) if isinstance(said, tuple | list) else ()


@pytest.mark.parametrize(
    ("language", "does", "usage"),
    [
        ("ru", "начать сессию", "вызов: brasstacks new"),
        ("it", "comincia una sessione", "uso: brasstacks new"),
        ("en", "begin a session", "usage: brasstacks new"),
    ],
)
def test_a_command_helps_in_the_language_of_the_workspace(
    language: str,
    does: str,
    usage: str,
    here: Workspace,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(words.ASKED_FIRST)
    (here.root / "brasstacks.toml").write_text(f'[screen]\nlanguage = "{language}"\n')

    with pytest.raises(SystemExit):
        main(["--workspace", str(here.root), "new", "--help"])

    said = capsys.readouterr().out
    assert does in said
    assert said.startswith(usage)


def test_a_fault_of_a_file_is_said_in_the_language_spoken(
    here: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(words.ASKED_FIRST, "it")
    (here.sessions_dir / "x.toml").write_text("schema_version = 1\n[session\n")

    assert main(["--workspace", str(here.root), "show", "x"]) == 1
    assert "riga 2, colonna 9: non è TOML" in capsys.readouterr().err


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_heading_of_a_column_is_no_wider_than_the_column(language: str) -> None:
    words.speak(language)
    headings = [one for one in catalogues.template() if one.id and (one.context or "").endswith(" cells")]

    assert headings != []
    for one in headings:
        context, message = str(one.context), str(one.id)
        assert len(words.pgettext(context, message)) <= int(context.partition(" ")[0])


@pytest.mark.parametrize(
    ("language", "called"), [("en", "enter space ^s"), ("it", "invio spazio ^s"), ("ru", "enter пробел ^s")]
)
def test_a_key_is_called_as_the_texts_call_it(language: str, called: str) -> None:
    words.speak(language)
    assert " ".join(map(key_word, ("enter", "space", "^s"))) == called
