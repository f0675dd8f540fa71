"""The clipboard and the desktop: what took a text is named, and nothing is claimed that did not happen."""

import os
from pathlib import Path

import pytest

from brasstacks.tui import outside

LINUX = pytest.mark.skipif("sys.platform != 'linux'", reason="the programs of a Linux desktop")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the only programs stand."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)


@LINUX
def test_the_desktops_own_program_takes_the_text(tools: Path) -> None:
    program(tools, "xclip", f'while read -r line; do echo "$line"; done > {tools}/taken; echo "$@" > {tools}/how')
    assert outside.copy("a ‘b’\n", {"DISPLAY": ":0"}) == "xclip"
    assert (tools / "taken").read_text() == "a ‘b’\n"
    assert (tools / "how").read_text() == "-selection clipboard\n"


@LINUX
def test_wayland_comes_before_x(tools: Path) -> None:
    program(tools, "xclip", "exit 0")
    program(tools, "wl-copy", "exit 0")
    assert outside.clipboard({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ("wl-copy",)
    assert outside.clipboard({"DISPLAY": ":0"})[0] == "xclip"


@LINUX
def test_without_a_desktop_no_program_is_asked(tools: Path) -> None:
    program(tools, "xclip", "exit 0")
    assert outside.copy("a", {}) == ""


@LINUX
def test_a_program_that_fails_took_nothing(tools: Path) -> None:
    program(tools, "xclip", "exit 1")
    assert outside.copy("a", {"DISPLAY": ":0"}) == ""


@LINUX
def test_a_file_is_opened_where_there_is_a_desktop(tools: Path) -> None:
    os.mkfifo(tools / "opened")
    program(tools, "xdg-open", f'echo "$1" > {tools}/opened')
    assert not outside.open_file(Path("/x.md"), {})
    assert outside.open_file(Path("/x y.md"), {"DISPLAY": ":0"})
    assert (tools / "opened").read_text() == "/x y.md\n"
