"""What a person has set, as the program goes by it, and what of it could not be taken."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from brasstacks.storage.workspace import Workspace
from brasstacks.tui.keymap import Bound, bind
from brasstacks.tui.theme import THEMES
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.storage.settings import Settings


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings of a workspace, taken as far as they can be."""

    chosen: "Settings | None" = None
    """What the file says; None where there is none, and nothing is loaded that reads one."""
    keys: Bound = field(default_factory=Bound)
    fault: str = ""
    """Why the file cannot be used, and nothing may be written to it; empty when it can."""

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """As the file of a workspace has it; with one that cannot be used everything is as it comes."""
        if not os.path.lexists(workspace.settings_file):
            return cls()
        from brasstacks.storage import settings

        try:
            return cls.taken(settings.load(workspace))
        except settings.SettingsUnreadable as error:
            return cls(fault=str(error))

    @classmethod
    def taken(cls, wanted: "Settings") -> Self:
        """These settings, with the keys as far as they can be bound."""
        return cls(wanted, bind(wanted.keys) if wanted.keys else Bound())

    @property
    def settings(self) -> "Settings":
        """What the file says, or how everything comes."""
        from brasstacks.storage.settings import Settings

        return self.chosen or Settings()

    @property
    def theme(self) -> str:
        """The name of the theme; the first one where there is none of the name that was set."""
        names = [theme.name for theme in THEMES]
        return self.chosen.screen.theme if self.chosen and self.chosen.screen.theme in names else names[0]

    @property
    def compact(self) -> bool:
        """Whether lines stand close together."""
        return self.chosen is not None and self.chosen.screen.density == "compact"

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be taken, a sentence each."""
        return tuple(self._problems())

    def _problems(self) -> Iterator[str]:
        if self.fault:
            yield self.fault
        if self.chosen and (theme := self.chosen.screen.theme) not in ("", self.theme):
            names = ", ".join(one.name for one in THEMES)
            yield _("theme: there is no {theme}; there is: {names}").format(theme=theme, names=names)
        yield from self.keys.problems
