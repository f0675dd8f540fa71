"""The pages that people read: what stands in them, and a person who does what they say, line by line."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from brasstacks.cli import main, parser
from brasstacks.storage import workspace

ROOT = Path(__file__).parents[1]

TALK = """WEBVTT

00:01.000 --> 00:04.000
<v Anna Rossi>What would you like to change?</v>

00:04.000 --> 00:09.000
<v Dan>We want projects under control.</v>
"""

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")

_DONE = {"git", "mkdir", "cp", "ls", "chmod"}
"""Programs that a page may use, and that are run."""
_NOT_DONE = {"pip", "python3", "duckdb"}
"""Programs that a page may use, and that are not run: they fetch, or are not everybody's."""
_SHOWN = ("screen:", "playing:")
"""Commands that want a terminal: they are read by the parser, and not run."""


@dataclass(frozen=True)
class Page:
    """A document in Markdown."""

    path: Path

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def prose(self) -> str:
        """The page without its fenced blocks."""
        return _FENCE.sub("", self.text)

    def blocks(self, kind: str) -> list[str]:
        """The fenced blocks of a kind; those in a list without its indentation."""
        return ["\n".join(map(str.strip, block.split("\n"))) for one, block in _FENCE.findall(self.text) if one == kind]

    def kinds(self) -> set[str]:
        """The kinds of its fenced blocks."""
        return {one for one, _block in _FENCE.findall(self.text)}

    def lines(self) -> Iterator[str]:
        """What is to be typed into a shell, in the order of the page."""
        for block in self.blocks("sh"):
            yield from filter(None, block.splitlines())

    def links(self) -> list[str]:
        """Where it leads, pictures included."""
        return _LINK.findall(self.prose)

    def code(self) -> list[str]:
        """What stands in the text as code."""
        return _CODE.findall(self.prose)

    def anchors(self) -> set[str]:
        """What a link can name behind `#`, as the usual renderers make it of a heading."""
        return {
            re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
            for heading in _HEADING.findall(self.prose)
        }


PAGES = [Page(path) for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))]


@dataclass(frozen=True)
class Reader:
    """Somebody who types what a page says, in a workspace with the examples."""

    patch: pytest.MonkeyPatch

    def types(self, line: str) -> None:
        """Do what a line says.

        Raises:
            AssertionError: it is no command that a page may have, or it fails.
            WrongUsage: the program has no such command or argument.
        """
        words = shlex.split(line, comments=True)
        if not words:
            return
        if {"|", ">", ">>"} & set(words):
            subprocess.run(["bash", "-euo", "pipefail", "-c", line], check=True, capture_output=True)
            return
        program, *arguments = words
        program = Path(program).name
        if program == "brasstacks":
            self._runs(arguments)
        elif program == "make":
            assert set(arguments) <= targets(), line
        elif program == "cd":
            self.patch.chdir(arguments[0])
        elif program in _DONE:
            subprocess.run(words, check=True, capture_output=True)
        else:
            assert program in _NOT_DONE, line

    def _runs(self, arguments: list[str]) -> None:
        parsed = parser().parse_args(arguments)
        on_screen = parsed.run.startswith(_SHOWN) or (parsed.run == "replay:replay" and not parsed.plain)
        if not on_screen:
            assert main(arguments) == 0, arguments


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def at_a_desk(root: Path, patch: pytest.MonkeyPatch) -> Reader:
    """A reader who stands in a new workspace with the examples and a recorded conversation."""
    place = workspace.init(root / "my-clients")
    for path in (ROOT / "sessions").glob("*.toml"):
        shutil.copy(path, place.sessions_dir)
        (place.sessions_dir / path.name).chmod(0o600)
    (place.root / "talk.vtt").write_text(TALK)
    program = root / "bin" / "brasstacks"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m brasstacks "$@"\n')
    program.chmod(0o700)
    patch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    patch.setenv("HOME", str(root))
    patch.delenv("BRASSTACKS_WORKSPACE", raising=False)
    for name, value in {"NAME": "Ruth", "EMAIL": "ruth@example.org"}.items():
        patch.setenv(f"GIT_AUTHOR_{name}", value)
        patch.setenv(f"GIT_COMMITTER_{name}", value)
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.chdir(place.root)
    return Reader(patch)
