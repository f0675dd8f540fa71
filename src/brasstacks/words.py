"""The program's own words in the language of the person who runs it (gettext); what clients said is never translated.

What stands on a screen and what a command prints is looked up when it is shown, so that the language may be chosen
after this is imported. The language of the *conversation* (questions, reasons of findings, what a client is handed) is
the session's and comes from `language/`, the banks and `labels.toml`, never from here.
"""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("en", "it", "ru")
"""English stands in the sources, the others in `locale/`."""

LOCALE = str(Path(__file__).with_name("locale"))
"""Where the catalogues stand."""

ASKED_FIRST = "BRASSTACKS_LANGUAGE"
"""The variable of the environment that wins over everything."""

_OF_THE_SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(slots=True)
class _Spoken:
    language: str
    catalogue: gettext.NullTranslations


_spoken = _Spoken("en", gettext.NullTranslations())


def chosen(environ: Mapping[str, str], set_here: str = "") -> str:
    """The language of the screens: as BRASSTACKS_LANGUAGE says, as the workspace has it, or as the system speaks.

    Args:
        environ: the environment.
        set_here: the workspace's own setting; empty when it has none.

    Returns:
        One of LANGUAGES; English where none of what is asked for is there.
    """
    system = next((value for name in _OF_THE_SYSTEM if (value := environ.get(name))), "")
    asked = (environ.get(ASKED_FIRST, ""), set_here, *system.split(":"))
    return next((code for one in asked if (code := _code(one)) in LANGUAGES), "en")


def _code(locale: str) -> str:
    """`ru` of `ru_RU.UTF-8`."""
    return locale.partition(".")[0].partition("@")[0].partition("_")[0].partition("-")[0].lower()


def speak(language: str) -> None:
    """Speak one of LANGUAGES from now on; English where its catalogue is not compiled (`make words`)."""
    wanted = [] if language == "en" else [language]
    _spoken.catalogue = gettext.translation("brasstacks", LOCALE, languages=wanted, fallback=True)
    _spoken.language = language


def spoken() -> str:
    """The language that is spoken."""
    return _spoken.language


def _(message: str) -> str:
    """A message in the language spoken."""
    return _spoken.catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that goes with a number."""
    return _spoken.catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """A message that one English word has in common with another: the context says which is meant."""
    return _spoken.catalogue.pgettext(context, message)
