"""Programs outside this one: the clipboard, and whatever opens a file. What happened is said as it is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread

_WAIT = 3.0
"""Seconds that a clipboard's program may take."""


def clipboard(environ: Mapping[str, str]) -> Sequence[str]:
    """The command that puts its input on the clipboard of this desktop; empty when there is none."""
    if sys.platform == "darwin":
        wanted = [("pbcopy",)]
    elif sys.platform == "win32":
        wanted = [("clip",)]
    else:
        wanted = [("wl-copy",)] if environ.get("WAYLAND_DISPLAY") else []
        if environ.get("DISPLAY"):
            wanted += [("xclip", "-selection", "clipboard"), ("xsel", "--input", "--clipboard")]  # type: ignore[list-item]
    return next((command for command in wanted if shutil.which(command[0])), ())


def copy(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """Put a text on the clipboard. Returns the name of the program that took it; empty when none did."""
    command = clipboard(environ)
    if not command:
        return ""
    encoding = "utf-16" if command[0] == "clip" else "utf-8"
    try:
        # Some of them stay behind to serve the text, and would hold our own output open.
        subprocess.run(  # noqa: S603 - the command is one of ours, the text is its input
            command,
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_WAIT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return command[0]


def open_file(path: Path, environ: Mapping[str, str] = os.environ) -> bool:
    """Have the desktop open a file. Returns whether there was a desktop to ask."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the person asked for it
        return True
    has_desktop = sys.platform == "darwin" or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open") if has_desktop else None
    if opener is None:
        return False
    try:
        process = subprocess.Popen(  # noqa: S603 - the path is one argument, absolute, and no option
            [opener, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    # It may stay for as long as the file is looked at; somebody has to see it end.
    Thread(target=process.wait, daemon=True).start()
    return True
