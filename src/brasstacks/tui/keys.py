"""Every key of the program in one table. An action's id stays, whatever key it is bound to."""

from dataclasses import dataclass
from functools import cache

from textual.binding import Binding

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_SAME_KEY = dict(zip(_LATIN, _CYRILLIC, strict=True))

_STEPS = ("choose", "page", "scroll", "shift", "turn", "speed")
"""Actions of which the argument is a step forth or back."""

TYPED = frozenset(
    [
        "app",
        "box",
        "interview",
        "command",
        "search",
        "new",
        "parting",
        "ask",
        "words",
        "form",
        "fields",
        "choice",
        "values",
        "cards",
        "export",
        "import",
        "referral",
        "record",
        "settings",
    ]
)
"""Where letters are typed, or chosen by: a key of one letter would be caught, or would catch it."""

EVERYWHERE = frozenset(["app", "lists", "rows", "fields", "choice", "values"])
"""What many screens share: not what somebody asks about who is on one of them."""

_DRAWN = {
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "pageup": "page up",
    "pagedown": "page down",
}


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the table."""

    where: str
    """The screen, or the box."""
    keys: str
    """One or more, by commas. A single Latin letter is bound by its Russian neighbour on the same key as well."""
    action: str
    label: str
    """In English, and translated where it is shown. Empty: not in the footer."""
    display: str = ""
    """How the footer writes the key, where its name says too little."""

    @property
    def id(self) -> str:
        """By which it can be bound anew: `interview.hide`, `recap.room-criteria`, `box.choose-on`, `box.choose-back`."""
        name, _bracket, argument = self.action.removesuffix(")").partition("(")
        name, argument = name.rpartition(".")[2], argument.strip("'")
        if name in _STEPS:
            argument = {"1": "on", "-1": "back"}.get(argument, argument)
        return f"{self.where}.{name}-{argument}" if argument else f"{self.where}.{name}"


def _room(where: str) -> tuple[Key, ...]:
    """The keys that every room beside the conversation has."""
    return (
        Key(where, "u", "undo", ""),
        Key(where, "y", "redo", ""),
        Key(where, "left", "page(-1)", ""),
        Key(where, "right", "page(1)", "more", "→"),
        Key(where, "escape", "back", "back", "esc"),
    )


KEYS: tuple[Key, ...] = (
    Key("app", "ctrl+q", "leave", ""),
    Key("app", "ctrl+c", "copy_or_leave", ""),
    Key("app", "ctrl+p,f2", "command_palette", "palette", "^p"),
    Key("app", "ctrl+r,f4", "record", ""),
    Key("app", "f1", "help", ""),
    Key("app", "f9", "settings", ""),
    Key("library", "n", "new", "new"),
    Key("library", "p", "practise", "practise"),
    Key("library", "enter", "open", "open"),
    Key("library", "slash,full_stop", "find", "find", "/"),
    Key("library", "a", "again", ""),
    Key("library", "i", "import", ""),
    Key("library", "c", "room('criteria')", ""),
    Key("library", "t", "room('timeline')", "timeline"),
    Key("library", "e", "room('recap')", ""),
    Key("library", "f", "due", ""),
    Key("library", "x", "export", "export"),
    Key("library", "d", "delete", ""),
    Key("library", "u", "undelete", ""),
    Key("library", "w", "trash", ""),
    Key("library", "o", "forget", ""),
    Key("library", "r", "reload", ""),
    Key("library", "question_mark", "app.help", "help", "?"),
    Key("library", "s", "app.settings", ""),
    Key("library", "q", "leave", "quit"),
    Key("search", "enter", "open", "open there"),
    Key("search", "down", "down", ""),
    Key("search", "up", "up", ""),
    Key("search", "pagedown", "page(1)", ""),
    Key("search", "pageup", "page(-1)", ""),
    Key("search", "escape", "back", "back", "esc"),
    Key("trash", "enter,r", "restore", "put back"),
    Key("trash", "e", "empty", "empty"),
    Key("trash", "escape", "back", "back", "esc"),
    Key("parting", "ctrl+s", "part", "remove for good", "^s"),
    Key("parting", "escape", "back", "keep", "esc"),
    Key("settings", "escape", "back", "back", "esc"),
    Key("settings", "enter", "open_choice", ""),
    Key("new", "enter,ctrl+s", "start", "start"),
    Key("new", "escape", "back", "back", "esc"),
    Key("box", "enter", "answer", "answer"),
    Key("box", "tab", "choose(1)", "question"),
    Key("box", "shift+tab", "choose(-1)", ""),
    Key("box", "escape,ctrl+o", "command", "command", "esc"),
    Key("box", "up", "last", "last answer", "↑"),
    Key("box", "ctrl+j,f7", "newline", ""),
    Key("box", "f6", "take_in", ""),
    Key("box", "pageup", "screen.scroll(-1)", ""),
    Key("box", "pagedown", "screen.scroll(1)", ""),
    Key("interview", "ctrl+l", "hide", "hide", "^l"),
    Key("interview", "ctrl+g", "cards", ""),
    Key("hidden", "ctrl+l,f8", "show", ""),
    Key("command", "escape", "close", "back"),
    Key("command", "tab", "complete", "complete"),
    Key("practice_box", "enter", "answer", "ask"),
    Key("practice_box", "up", "last", ""),
    Key("practice", "ctrl+n", "next_wish", "next wish", "^n"),
    Key("practice", "ctrl+t", "end", "end", "^t"),
    Key("hindsight", "escape,q", "back", "back", "esc"),
    Key("clients", "enter", "choose", "practise"),
    Key("clients", "escape", "back", "back", "esc"),
    Key("replay", "space", "pause", "pause"),
    Key("replay", "right", "turn(1)", "next turn", "→"),
    Key("replay", "left", "turn(-1)", "back", "←"),
    Key("replay", "plus,equals_sign", "speed(1)", "speed", "+ -"),
    Key("replay", "minus", "speed(-1)", ""),
    Key("replay", "w", "why", "why"),
    Key("replay", "pageup", "scroll(-1)", ""),
    Key("replay", "pagedown", "scroll(1)", ""),
    Key("replay", "escape,q", "back", "end", "esc"),
    Key("criteria", "a", "add", "add"),
    Key("criteria", "enter", "edit", "edit"),
    Key("criteria", "q", "ask", "ask"),
    Key("criteria", "g", "agree", "agree"),
    Key("criteria", "r", "reject", "reject"),
    Key("criteria", "t", "turns", "turns"),
    Key("criteria", "o", "order", "order"),
    Key("criteria", "f", "only", "filter"),
    Key("criteria", "d", "delete", "delete"),
    Key("criteria", "w", "grow", ""),
    Key("criteria", "s", "split", ""),
    Key("criteria", "m", "merge", ""),
    Key("criteria", "z", "reach", ""),
    Key("criteria", "shift+up", "shift(-1)", ""),
    Key("criteria", "shift+down", "shift(1)", ""),
    Key("criteria", "u", "undo", ""),
    Key("criteria", "y", "redo", ""),
    Key("criteria", "x", "export", ""),
    Key("criteria", "escape", "back", "back", "esc"),
    Key("timeline", "enter", "open", ""),
    Key("timeline", "e", "edit", "answer"),
    Key("timeline", "w", "question", "question"),
    Key("timeline", "n", "note", "note"),
    Key("timeline", "m", "move", "move"),
    Key("timeline", "s", "split", "split"),
    Key("timeline", "o", "join", ""),
    Key("timeline", "d", "delete", "delete"),
    Key("timeline", "v", "restore", ""),
    Key("timeline", "u", "undo", ""),
    Key("timeline", "y", "redo", ""),
    Key("timeline", "g", "jump('goal')", ""),
    Key("timeline", "t", "jump('drift')", ""),
    Key("timeline", "f", "jump('open')", "fill in"),
    Key("timeline", "i", "names", ""),
    Key("timeline", "l", "language", ""),
    Key("timeline", "b", "bank", ""),
    Key("timeline", "c", "criteria", ""),
    Key("timeline", "escape", "back", "back", "esc"),
    Key("follow_ups", "a", "add", "add"),
    Key("follow_ups", "enter", "edit", "edit"),
    Key("follow_ups", "space", "done", "done"),
    Key("follow_ups", "d", "delete", "delete"),
    Key("follow_ups", "u", "undo", ""),
    Key("follow_ups", "y", "redo", ""),
    Key("follow_ups", "escape", "back", "back", "esc"),
    Key("due", "enter", "open", "open"),
    Key("due", "space", "done", "done"),
    Key("due", "escape", "back", "back", "esc"),
    Key("recap", "x", "close", "close it"),
    Key("recap", "n", "contact", "next contact"),
    Key("recap", "p", "room('follow-ups')", "promised"),
    Key("recap", "c", "room('criteria')", "criteria"),
    Key("recap", "t", "room('timeline')", "timeline"),
    Key("recap", "1", "oneself('right')", "to oneself", "1-3"),
    Key("recap", "2", "oneself('client')", ""),
    Key("recap", "3", "oneself('ours')", ""),
    Key("recap", "v", "room('review')", "your part"),
    Key("recap", "s", "room('changes')", "since last"),
    Key("recap", "e", "export", ""),
    Key("recap", "u", "undo", ""),
    Key("recap", "y", "redo", ""),
    Key("recap", "escape", "back", "back", "esc"),
    Key("options", "a", "add", "add"),
    Key("options", "enter", "edit", "edit"),
    Key("options", "c", "choose", "chosen"),
    Key("options", "t", "not_yet", "not yet"),
    Key("options", "m", "meets", "meets"),
    Key("options", "z", "resize", "size"),
    Key("options", "b", "budget", ""),
    Key("options", "n", "ready('nothing')", ""),
    Key("options", "s", "ready('smallest')", ""),
    Key("options", "d", "delete", ""),
    *_room("options"),
    Key("spoken", "enter", "edit", "note"),
    Key("spoken", "space", "raise", "said"),
    Key("spoken", "o", "offer", "offer"),
    Key("spoken", "a", "add", "own"),
    Key("spoken", "0", "worry(0)", "worry", "0-3"),
    Key("spoken", "1", "worry(1)", ""),
    Key("spoken", "2", "worry(2)", ""),
    Key("spoken", "3", "worry(3)", ""),
    Key("spoken", "d", "delete", ""),
    Key("spoken", "x", "export", "hand over"),
    *_room("spoken"),
    Key("fit", "space", "tick", "tick"),
    Key("fit", "enter", "words", "seen by"),
    Key("fit", "d", "decide", "decide"),
    Key("fit", "x", "open", ""),
    Key("fit", "ctrl+l", "hide", "hide", "^l"),
    *_room("fit"),
    Key("perceived", "a", "add", "delivered"),
    Key("perceived", "c", "complain", "complaint"),
    Key("perceived", "enter", "edit", "edit"),
    Key("perceived", "p", "promise", "put right"),
    Key("perceived", "n", "decline", "decline"),
    Key("perceived", "t", "turn", ""),
    Key("perceived", "d", "delete", ""),
    *_room("perceived"),
    Key("agenda", "enter", "enter", "go there"),
    Key("agenda", "3", "plan(30)", "30 minutes"),
    Key("agenda", "6", "plan(60)", "60"),
    Key("agenda", "9", "plan(90)", "90"),
    *_room("agenda"),
    Key("cards", "enter", "use", "said it"),
    Key("cards", "up", "up", "", "↑"),
    Key("cards", "down", "down", "", "↓"),
    Key("cards", "escape,ctrl+g", "back", "back", "esc"),
    Key("review", "f", "fit", "fit"),
    Key("review", "escape,q", "back", "back", "esc"),
    Key("changes", "escape,q", "back", "back", "esc"),
    Key("ask", "enter", "keep", "keep"),
    Key("ask", "escape", "back", "leave it", "esc"),
    Key("words", "ctrl+j,f7", "newline", ""),
    Key("form", "escape", "list", "list", "esc"),
    Key("fields", "tab", "app.focus_next", ""),
    Key("fields", "shift+tab", "app.focus_previous", ""),
    Key("lists", "j", "to('down')", ""),
    Key("lists", "k", "to('up')", ""),
    Key("lists", "g", "to('first')", ""),
    Key("lists", "G", "to('last')", ""),
    Key("lists", "ctrl+d", "to('page_down')", ""),
    Key("lists", "ctrl+u", "to('page_up')", ""),
    Key("lists", "ctrl+y", "copy", ""),
    Key("lists", "question_mark", "app.help", ""),
    Key("rows", "up", "cursor_up", ""),
    Key("rows", "down", "cursor_down", ""),
    Key("rows", "home", "first", ""),
    Key("rows", "end", "last", ""),
    Key("rows", "pageup", "page_up", ""),
    Key("rows", "pagedown", "page_down", ""),
    Key("choice", "space,down,up", "show_overlay", ""),
    Key("values", "escape", "dismiss", "leave it", "esc"),
    Key("export", "ctrl+s", "write", "write", "^s"),
    Key("export", "ctrl+t", "audience", "audience", "^t"),
    Key("export", "ctrl+y", "copy", "copy", "^y"),
    Key("export", "ctrl+o", "open", "open", "^o"),
    Key("export", "pageup", "scroll(-1)", ""),
    Key("export", "pagedown", "scroll(1)", ""),
    Key("export", "escape", "back", "back", "esc"),
    Key("import", "enter,ctrl+s", "take_in", "import"),
    Key("import", "space", "asks", "asks"),
    Key("import", "plus", "asks_too", "asks too", "+"),
    Key("import", "pageup", "scroll(-1)", ""),
    Key("import", "pagedown", "scroll(1)", ""),
    Key("import", "escape", "back", "back", "esc"),
    Key("referral", "ctrl+s", "refer", "end the goal so", "^s"),
    Key("referral", "escape", "back", "back", "esc"),
    Key("record", "enter", "do", "do it"),
    Key("record", "escape", "back", "back", "esc"),
    Key("help", "escape,q", "back", "back", "esc"),
)


BY_ID = {key.id: key for key in KEYS}


@cache
def place(key_id: str) -> int:
    """Where a key is named at the foot, by its id: in the order of the table, and last what it does everywhere."""
    own = key_id in BY_ID and BY_ID[key_id].where != "app"
    return list(BY_ID).index(key_id) if own else len(BY_ID)


@cache
def with_neighbours(keys: str) -> str:
    """Keys, by commas, each single Latin letter with its Russian neighbour; a capital letter with its capital."""
    return ",".join(one for key in keys.split(",") for one in (key, _neighbour(key)) if one)


def _neighbour(key: str) -> str:
    same = _SAME_KEY.get(key.lower(), "") if len(key) == 1 else ""
    return same.upper() if key.isupper() else same


def drawn(key: str) -> str:
    """A key as people call it: `^l` is ctrl and l."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    name = _DRAWN.get(name, name)
    if "ctrl" in modifiers:
        modifiers.remove("ctrl")
        name = f"^{name}"
    return "+".join([*modifiers, name])


_AT_ONCE = ("app", "fields")
"""Where a key is obeyed as soon as it is read: what is typed behind a tab in one go belongs to the field that it leads to."""


def bindings(where: str) -> list[Binding]:
    """The bindings of a screen or a widget."""
    return [
        Binding(
            with_neighbours(key.keys),
            key.action,
            key.label or key.action.partition("(")[0],
            show=bool(key.label),
            key_display=key.display or drawn(key.keys.partition(",")[0]),
            id=key.id,
            priority=key.where in _AT_ONCE,
        )
        for key in KEYS
        if key.where == where
    ]
