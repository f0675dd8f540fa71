"""How the record stands, in words: the line that stays while something is wrong, and what can be done about it."""

from typing import TYPE_CHECKING

from brasstacks.storage.saver import Saving
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.tui.opened import Opened


def trouble(opened: "Opened") -> str:
    """What is wrong, in a sentence or two; empty when all is well."""
    state = opened.state
    # Without the path, which would fill the line: it is the file in hand.
    why = state.reason.removeprefix(f"{opened.path}: ")
    if opened.read_only:
        return _("Read only: {why}").format(why=opened.read_only)
    if state.saving is Saving.TWO_VERSIONS:
        return _("Two versions: {why}. Yours goes on and is kept aside.").format(why=why)
    if state.saving is Saving.FAILED:
        where = _("It is kept aside") if state.aside else _("It stands in memory only")
        return _("Not saved: {why}. {where}, and is tried again by itself.").format(why=why, where=where)
    if opened.draft_fault:
        return _("What stands in the box could not be kept: {why}.").format(why=opened.draft_fault)
    return ""


def line(opened: "Opened") -> str:
    """The line at the top of every screen while something is wrong; empty when all is well."""
    words = trouble(opened)
    return _("⚠ {trouble} ctrl+r: what can be done").format(trouble=words) if words else ""


def deeds(opened: "Opened", *, leaving: bool) -> list[tuple[str, str]]:
    """What a person can do about it: an id and its words.

    Args:
        opened: the session in hand.
        leaving: whether they were about to leave the program.
    """
    stay = ("stay", _("Back to the conversation"))
    copy = ("copy", _("Save a copy elsewhere: to the file below"))
    if opened.held_by is not None:
        return [("take_over", _("Take the session over, if the other program is gone")), copy, stay]
    found = []
    if opened.state.saving is Saving.TWO_VERSIONS:
        found += [
            ("both", _("Keep both: mine goes on as a session of its own")),
            ("mine", _("Keep mine; theirs goes to the backups")),
            ("theirs", _("Take theirs; mine goes to the backups")),
        ]
    elif opened.state.saving is Saving.FAILED:
        found.append(("again", _("Try again now")))
    if leaving:
        found.append(
            (
                "leave",
                _("Leave; it comes back when the session is opened")
                if opened.state.safe
                else _("Leave without what is not saved"),
            )
        )
    return [*found, copy, stay]
