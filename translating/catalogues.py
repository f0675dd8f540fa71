"""The catalogues of the program's words: `make words` brings them in step with the sources and compiles them.

A message that is new stands in each catalogue with an empty translation, one that is gone is taken out, and nothing is
guessed: a changed message is a new one.
"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "brasstacks"
TRANSLATED = ("it", "ru")

KEYWORDS = (
    {
        "_": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "Key": (4,),  # a row of the table of keys: its label
        "Command": (4,),  # a row of the table of commands: what it does
    },
    {"Command": (3,)},  # and what it takes
)
"""Where messages stand in the sources: the function, and which of its arguments."""


SAID_BY_ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "expected at least one argument",
    "ignored explicit argument %r",
    "ambiguous option: %(option)s could match %(matches)s",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
)
"""What the standard library looks up in our catalogue (`cli/speaking.py`)."""


def template() -> Catalog:
    """Every message of the sources, by file."""
    catalogue = Catalog(project="brasstacks", charset="utf-8")
    for path, message, context in _messages():
        catalogue.add(message, locations=[(path, 0)], context=context)
    for message in SAID_BY_ARGPARSE:
        catalogue.add(message, locations=[("argparse.py", 0)], flags=["python-format"])
    return catalogue


def _messages() -> Iterator[tuple[str, "str | tuple[str, ...]", "str | None"]]:
    for keywords in KEYWORDS:
        # A row of a table may have no label: to Babel that is worth a warning each.
        with redirect_stderr(io.StringIO()):
            found = sorted(extract_from_dir(SOURCES, keywords=keywords), key=lambda one: (one[0], one[1]))
        yield from ((path, message, context) for path, _line, message, _comments, context in found)


def path_of(language: str) -> Path:
    """The catalogue of a language, as people edit it."""
    return SOURCES / "locale" / language / "LC_MESSAGES" / "brasstacks.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


_IDLE = tuple(
    f'"{head}'
    for head in (
        "Project-Id",
        "Report-Msgid",
        "POT-Creation",
        "PO-Revision",
        "Last-Tr",
        "Language-Team",
        "Generated-By",
    )
)
"""What Babel heads a catalogue with, and what would differ by the day and by the machine."""


def write(language: str, catalogue: Catalog) -> None:
    """Write the catalogue of a language: no dates and no line numbers, so that only words make a difference."""
    catalogue.header_comment = f"# The words of brasstacks: {language}"
    catalogue.fuzzy = False
    text = io.BytesIO()
    write_po(text, catalogue, width=120, include_lineno=False, ignore_obsolete=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    path_of(language).write_text("".join(line for line in lines if not line.startswith(_IDLE)), encoding="utf-8")


def whole(message: Message) -> bool:
    """Whether a message is translated, in all its forms and for sure."""
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    return all(forms) and not message.fuzzy


def compile_all() -> None:
    """Write the compiled catalogues beside the others."""
    for language in TRANSLATED:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))


def main() -> None:
    """Bring every catalogue in step with the sources, say what is still to be translated, and compile."""
    for language in TRANSLATED:
        catalogue = read(language) if path_of(language).exists() else Catalog(language, project="brasstacks")
        catalogue.update(template(), no_fuzzy_matching=True)
        write(language, catalogue)
        empty = sum(not whole(message) for message in catalogue if message.id)
        print(f"{language}: {len(catalogue)} messages, {empty} to be translated")
    compile_all()


if __name__ == "__main__":
    main()
