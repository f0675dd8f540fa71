"""The palette's own entries in the Library: the ways to begin."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.tui.screens.library import Library


class LibraryCommands(Provider):
    """What has a key of its own stands here too, for who looks for it by its name."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, does, run in self._entries():
            yield DiscoveryHit(name, run, help=does)

    async def search(self, query: str) -> Hits:
        """Those of which the name or the description matches what was typed."""
        matcher = self.matcher(query)
        for name, does, run in self._entries():
            if (score := matcher.match(f"{name} {does}")) > 0:
                yield Hit(score, name, run, help=does)

    def _entries(self) -> tuple[tuple[str, str, "partial[None]"], ...]:
        library = cast("Library", self.screen)
        return (
            (
                _("Practise"),
                _("a client who is played from an example answers your questions"),
                partial(library.action_practise),
            ),
            (_("New session"), _("your own conversation begins"), partial(library.action_new)),
            (_("Import"), _("a conversation that was recorded"), partial(library.action_import)),
        )
