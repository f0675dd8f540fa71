"""The palette's own entries in the interview: its commands, by name and by what they do."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from brasstacks.interview import COMMANDS, Command
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.tui.screens.interview import InterviewScreen


class InterviewCommands(Provider):
    """Read from the table of commands; the quiet ones stay out, because the client may read along."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in COMMANDS:
            if not command.quiet:
                yield DiscoveryHit(_name(command), self._begin(command), help=_(command.does))

    async def search(self, query: str) -> Hits:
        """Those of which a name or the description matches what was typed."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(" ".join((*command.names, _(command.does))))
            if score > 0 and not command.quiet:
                yield Hit(score, _name(command), self._begin(command), help=_(command.does))

    def _begin(self, command: Command) -> "partial[None]":
        return partial(cast("InterviewScreen", self.screen).begin, command)


def _name(command: Command) -> str:
    return f"/{command.names[0]} {command.takes}".rstrip()
