"""A field for a path, which goes on writing what is there."""

import asyncio
from pathlib import Path

from textual.suggester import Suggester

from brasstacks.tui.cells import one_line
from brasstacks.tui.widgets.fields import Field


class PathField(Field):
    """A path, completed by the right arrow from what stands on the disk."""

    def __init__(self, field_id: str, value: str = "", *, placeholder: str = "") -> None:
        """Make a line for a path."""
        super().__init__(field_id, value, placeholder=placeholder)
        self.suggester = _Files()

    def on_resize(self) -> None:
        """Show the end of a long path: there stands the name of the file."""
        if self.cursor_position == len(self.value):
            self.scroll_to(x=self.max_scroll_x, animate=False, immediate=True, force=True)

    @property
    def path(self) -> Path | None:
        """The path that is written; None while nothing is. Raises RuntimeError when `~` leads nowhere."""
        return path_of(self.value)


def path_of(written: str) -> Path | None:
    """A path as a person writes it, from the home folder on where it says so; None of nothing.

    A file that is dragged into a terminal comes in quotation marks. Raises RuntimeError when `~` leads nowhere.
    """
    bare = written.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    return Path(bare).expanduser().absolute() if bare else None


class _Files(Suggester):
    """What a path begun may go on to."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first file or folder, by the alphabet, that begins so."""
        return await asyncio.to_thread(completed, value)


def completed(value: str) -> str | None:
    """A path begun as it may go on; None when nothing begins so."""
    head, slash, begun = value.rpartition("/")
    if not value.strip() or not (begun or slash):
        return None
    folder = Path(head + slash).expanduser()
    try:
        entries = sorted(folder.iterdir())
    except (OSError, RuntimeError, ValueError):
        return None
    for entry in entries:
        if entry.name.startswith(begun) and entry.name != begun and (begun or not entry.name.startswith(".")):
            whole = value + entry.name[len(begun) :] + ("/" if entry.is_dir() else "")
            # What the field could not show as it is would lead to another file.
            return whole if one_line(whole) == whole else None
    return None
