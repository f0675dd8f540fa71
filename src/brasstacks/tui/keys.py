"""Every key of the program in one table. An action's id stays, whatever key it is bound to."""

from dataclasses import dataclass

from textual.binding import Binding

from brasstacks.words import _

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_SAME_KEY = dict(zip(_LATIN, _CYRILLIC, strict=True))


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the table."""

    where: str
    """The screen, or the box."""
    keys: str
    """One or more, by commas. A single Latin letter is bound by its Russian neighbour on the same key as well."""
    action: str
    label: str
    """In English: the key of its translation. Empty: not in the footer."""
    display: str = ""
    """How the footer writes the key, where its name says too little."""

    @property
    def id(self) -> str:
        """By which it can be bound anew: `interview.tab`."""
        return f"{self.where}.{self.action.partition('(')[0]}"


KEYS: tuple[Key, ...] = (
    Key("app", "ctrl+q", "leave", ""),
    Key("app", "ctrl+c", "leave", ""),
    Key("app", "ctrl+p", "command_palette", "palette", "^p"),
    Key("app", "ctrl+r", "record", ""),
    Key("library", "n", "new", "new"),
    Key("library", "enter", "open", "open"),
    Key("library", "slash,full_stop", "find", "find", "/"),
    Key("library", "a", "again", "again"),
    Key("library", "c", "criteria", "criteria"),
    Key("library", "x", "export", "export"),
    Key("library", "d", "delete", "delete"),
    Key("library", "u", "undelete", ""),
    Key("library", "t", "trash", "trash"),
    Key("library", "f", "forget", ""),
    Key("library", "r", "reload", ""),
    Key("library", "question_mark", "help", "help", "?"),
    Key("library", "j", "down", ""),
    Key("library", "k", "up", ""),
    Key("library", "q", "leave", "quit"),
    Key("search", "enter", "open", "open there"),
    Key("search", "down", "down", ""),
    Key("search", "up", "up", ""),
    Key("search", "pagedown", "page(1)", ""),
    Key("search", "pageup", "page(-1)", ""),
    Key("search", "escape", "back", "back", "esc"),
    Key("trash", "enter,r", "restore", "put back"),
    Key("trash", "e", "empty", "empty"),
    Key("trash", "j", "down", ""),
    Key("trash", "k", "up", ""),
    Key("trash", "escape", "back", "back", "esc"),
    Key("parting", "ctrl+s", "part", "remove for good", "^s"),
    Key("parting", "escape", "back", "keep", "esc"),
    Key("new", "enter,ctrl+s", "start", "start"),
    Key("new", "escape", "back", "back", "esc"),
    Key("box", "enter", "answer", "answer"),
    Key("box", "tab", "choose(1)", "question"),
    Key("box", "shift+tab", "choose(-1)", ""),
    Key("box", "escape,ctrl+o", "command", "command", "esc"),
    Key("box", "up", "last", "last answer", "↑"),
    Key("box", "ctrl+j", "newline", ""),
    Key("interview", "ctrl+l", "hide", "hide", "^l"),
    Key("interview", "pageup", "scroll(-1)", ""),
    Key("interview", "pagedown", "scroll(1)", ""),
    Key("hidden", "ctrl+l", "show", ""),
    Key("command", "escape", "close", "back"),
    Key("command", "tab", "complete", "complete"),
    Key("criteria", "a", "add", "add"),
    Key("criteria", "enter", "edit", "edit"),
    Key("criteria", "d", "delete", "delete"),
    Key("criteria", "u", "undo", "undo"),
    Key("criteria", "x", "export", "export"),
    Key("criteria", "j", "down", ""),
    Key("criteria", "k", "up", ""),
    Key("criteria", "escape", "back", "back", "esc"),
    Key("form", "escape", "list", "list", "esc"),
    Key("rows", "up", "cursor_up", ""),
    Key("rows", "down", "cursor_down", ""),
    Key("rows", "home", "first", ""),
    Key("rows", "end", "last", ""),
    Key("rows", "pageup", "page_up", ""),
    Key("rows", "pagedown", "page_down", ""),
    Key("choice", "space,down,up", "show_overlay", ""),
    Key("export", "ctrl+s", "write", "write", "^s"),
    Key("export", "ctrl+t", "audience", "audience", "^t"),
    Key("export", "pageup", "scroll(-1)", ""),
    Key("export", "pagedown", "scroll(1)", ""),
    Key("export", "escape", "back", "back", "esc"),
    Key("referral", "ctrl+s", "refer", "end the goal so", "^s"),
    Key("referral", "escape", "back", "back", "esc"),
    Key("record", "enter", "do", "do it"),
    Key("record", "escape", "back", "back", "esc"),
    Key("help", "escape,q", "back", "back", "esc"),
)


def _with_neighbours(keys: str) -> str:
    both = [one for key in keys.split(",") for one in (key, _SAME_KEY.get(key)) if one]
    return ",".join(both)


def bindings(where: str) -> list[Binding]:
    """The bindings of a screen or a widget."""
    return [
        Binding(
            _with_neighbours(key.keys),
            key.action,
            _(key.label) if key.label else key.action.partition("(")[0],
            show=bool(key.label),
            key_display=key.display or key.keys.partition(",")[0],
            id=key.id,
            priority=key.where == "app",
        )
        for key in KEYS
        if key.where == where
    ]
