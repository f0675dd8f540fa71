"""In which language the commands and the screens speak: settled before anything is said."""

import gettext
import os
from argparse import ArgumentError, ArgumentParser
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from brasstacks import words


def settle(argv: Sequence[str] | None) -> None:
    """Speak as the environment or the workspace meant by the arguments says."""
    words.speak(words.chosen(os.environ, _set_here(argv)))
    # What argparse says of its own is looked up in the domain that is bound, and in the environment's language.
    gettext.bindtextdomain("brasstacks", words.LOCALE)
    gettext.textdomain("brasstacks")
    os.environ["LANGUAGE"] = words.spoken()


def _set_here(argv: Sequence[str] | None) -> str:
    """The workspace's own setting; a file that cannot be used is complained of by what needs it."""
    if words.ASKED_FIRST in os.environ:
        return ""
    from brasstacks.storage import workspace  # noqa: PLC0415 - not needed where the environment says it

    early = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--workspace", type=Path)
    try:
        named = early.parse_known_args(argv)[0].workspace
    except ArgumentError:
        return ""
    there = workspace.find(named, os.environ, Path.cwd())
    if not there.settings_file.exists():
        return ""
    from brasstacks.storage import settings  # noqa: PLC0415 - nor where nothing is set

    with suppress(settings.SettingsUnreadable):
        return settings.screen(there).language
    return ""
