"""No word of a screen is left out of the catalogues, and no translation is cut off where English was not."""

import gettext
import re
from collections.abc import Iterator

import pytest
from test_hostile import SCREENS, full_of

from brasstacks import words
from brasstacks.interview import COMMANDS
from brasstacks.session import Session
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.keys import KEYS
from brasstacks.tui.saying import does
from roads import WIDE, at_home, keep

PLACES = re.compile(r"(\{[^}]*\}|%\(\w+\)[sr]|%[sr])")
STRANGE = {ord("a") + place: 0x561 + place for place in range(26)} | {
    ord("A") + place: 0x531 + place for place in range(26)
}
"""Every Latin letter by an Armenian one, which is as wide."""


NAMES = {
    *("brasstacks", "core", "markdown", "Markdown", "English", "Italiano", "brass-dark"),
    *("ctrl", "enter", "esc", "space", "tab", "shift", "page", "home", "end"),
    *(word for command in COMMANDS for word in command.names),
    *(key.where for key in KEYS),
}
"""What is called the same in every language: the program, its formats, banks and themes, languages, keys, commands."""


class Strange(gettext.NullTranslations):
    """A language that is English in letters which nothing else on a screen is written in."""

    def gettext(self, message: str) -> str:
        return "".join(part if PLACES.fullmatch(part) else part.translate(STRANGE) for part in PLACES.split(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the letters are the same in any context
        return self.gettext(message)


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(words._spoken, "catalogue", Strange())
        yield


def in_russian(text: str) -> Session:
    """A session full of a text, of which questions and reasons are in Cyrillic letters."""
    session = full_of(text)
    header = session.session.model_copy(update={"language": "ru", "bank": "core.ru"})
    return session.model_copy(update={"session": header})


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.usefixtures("strange")
async def test_every_word_of_a_screen_comes_from_the_catalogue(here: Workspace, screen: str) -> None:
    keep(here, in_russian("слово"))
    async with at_home(here, WIDE) as road:
        await road.press(*SCREENS[screen])
        shown = road.shown
    left = set(re.findall(r"[A-Za-z][A-Za-z-]{2,}", re.sub(r"\S*/\S*", "", shown))) - NAMES
    assert not left, shown


def test_each_key_says_what_it_does() -> None:
    assert [key for key in KEYS if not key.label and not does(key)] == []
