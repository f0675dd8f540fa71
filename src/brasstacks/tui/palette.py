"""What the palette holds: whatever can be done where one is, the commands of the interview, and the sessions."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from brasstacks import figures
from brasstacks.interview import COMMANDS, Command
from brasstacks.storage.workspace import Entry, Refusal
from brasstacks.tui.cells import one_line
from brasstacks.tui.keys import BY_ID, EVERYWHERE, Key, drawn
from brasstacks.tui.saying import command_word, does, key_word, places
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.tui.app import Brasstacks
    from brasstacks.tui.screens.interview import InterviewScreen

_MOST_SESSIONS = 2000
"""The newest, of those that are matched against what is typed."""


class InterviewCommands(Provider):
    """Read from the table of commands; the quiet ones stay out, because the client may read along."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in COMMANDS:
            if not command.quiet:
                yield DiscoveryHit(command_word(command), self._begin(command), help=_(command.does))

    async def search(self, query: str) -> Hits:
        """Those of which a name or the description matches what was typed."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(" ".join((*command.names, _(command.does))))
            if score > 0 and not command.quiet:
                yield Hit(score, command_word(command), self._begin(command), help=_(command.does))

    def _begin(self, command: Command) -> "partial[None]":
        return partial(cast("InterviewScreen", self.screen).begin, command)


class HereCommands(Provider):
    """Whatever a key does where one is, by its name and with its key; and what the program does everywhere."""

    def _offered(self) -> list[tuple[str, str, Callable[[], Awaitable[bool]]]]:
        """The words, where it is, and how it is done."""
        found: dict[str, tuple[str, str, Callable[[], Awaitable[bool]]]] = {}
        for node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            key = BY_ID.get(binding.id or "")
            if key is None or not enabled or key.where in EVERYWHERE - {"app"} or key.action == "command_palette":
                continue
            words = f"{does(key)}  {self._drawn(key)}"
            found.setdefault(key.id, (words, places()[key.where], partial(self.app.run_action, binding.action, node)))
        return list(found.values())

    def _drawn(self, key: Key) -> str:
        bound = cast("Brasstacks", self.app).preferences.keys
        return ", ".join(key_word(drawn(one)) for one in bound.keys_of(key).split(","))

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for words, where, do in self._offered():
            yield DiscoveryHit(Content(words), do, text=words, help=where)

    async def search(self, query: str) -> Hits:
        """What matches by what it does, or where it is."""
        matcher = self.matcher(query)
        for words, where, do in self._offered():
            if (score := matcher.match(f"{words} {where}")) > 0:
                yield Hit(score, Content(words), do, text=words, help=where)


class SessionCommands(Provider):
    """Every session, by its client; but none while one is open, for its client may read along."""

    async def startup(self) -> None:
        """Ask the index once."""
        program = cast("Brasstacks", self.app)
        self._entries: Sequence[Entry] = ()
        if program.opened is None:
            from brasstacks.storage.index import Index, IndexUnavailable

            with suppress(IndexUnavailable):
                self._entries = await asyncio.to_thread(Index(program.workspace).page, 0, _MOST_SESSIONS)

    async def search(self, query: str) -> Hits:
        """Those of which the client, the organisation, the title or the day matches."""
        matcher = self.matcher(query)
        for entry in self._entries:
            if isinstance(entry, Refusal):
                continue
            parts = (entry.client, entry.organisation, entry.title, figures.day(entry.updated.astimezone()))
            words = one_line(" · ".join(part for part in parts if part))
            if (score := matcher.match(words)) > 0:
                do = partial(cast("Brasstacks", self.app).open_session, entry.path)
                yield Hit(score, Content(words), do, text=words, help=_("open this session"))
