"""What is at hand on every screen and in every question over one: moving by letters, and copying."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import BindingType
from textual.screen import Screen

from brasstacks.tui.keys import bindings
from brasstacks.tui.widgets.moving import move

if TYPE_CHECKING:
    from brasstacks.tui.app import Brasstacks
    from brasstacks.tui.copying import Copied

Result = TypeVar("Result")


class AtHand(Screen[Result]):
    """The keys of the table `lists`; a screen's own letters go before them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("lists")]

    @property
    def program(self) -> "Brasstacks":
        """The app, by its own type."""
        return cast("Brasstacks", self.app)

    async def action_to(self, way: str) -> None:
        """Move in what has the cursor."""
        await move(self, way)

    def copied(self) -> "Copied | None":
        """What is copied when nothing is selected: what the cursor stands on; None for nothing."""
        from brasstacks.tui.copying import under_cursor

        return under_cursor(self)

    def action_copy(self) -> None:
        """Copy what is selected, else what the cursor stands on."""
        self.program.copy(self.copied)
