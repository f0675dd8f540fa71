"""What terminals do with keys: which never arrive as themselves, and which some programs take before they arrive."""

import re

SAME_AS = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+enter": "enter",
    "shift+enter": "enter",
    "ctrl+tab": "tab",
    "ctrl+space": "ctrl+@",
    "shift+space": "space",
    "ctrl+backspace": "backspace",
    "shift+backspace": "backspace",
    "shift+escape": "escape",
}
"""Keys for which a plain terminal sends the very bytes of another one."""

TAKEN = {
    "tmux": ("ctrl+b",),
    "screen": ("ctrl+a",),
    "VS Code": ("ctrl+p", "ctrl+r", "ctrl+g", "ctrl+o", "ctrl+l", "ctrl+e", "ctrl+f", "ctrl+j", "ctrl+k", "f1"),
    "JetBrains": ("f1", "ctrl+e", "ctrl+tab", "f12"),
    "flow control, where it is on": ("ctrl+s", "ctrl+q"),
    "GNOME Terminal": ("f1", "f10", "f11"),
    "Windows Terminal": ("f11", "ctrl+v"),
}
"""Who may take which keys for itself, by its standard settings: an action needs a second way."""

_PLAIN = re.compile(
    r"f([1-9]|1\d|20)|(shift\+)?(home|end|pageup|pagedown|insert|delete|up|down|left|right|tab)"
    r"|ctrl\+([a-gj-ln-z]|home|end|up|down|left|right|delete|pageup|pagedown|backslash|right_square_bracket|underscore)"
    r"|enter|escape|space|backspace"
)

_CHARACTERS = {"question_mark", "slash", "full_stop", "plus", "minus", "comma", "colon", "semicolon", "equals_sign"}


def is_letter(key: str) -> bool:
    """Whether a key writes a character where one types."""
    return len(key) == 1 or key in _CHARACTERS or key == "space"


def cannot_arrive(key: str) -> bool:
    """Whether a plain terminal has no bytes of its own for a key: no kitty protocol, no settings of anybody's."""
    return not (is_letter(key) or _PLAIN.fullmatch(key))


def takers(key: str) -> tuple[str, ...]:
    """Who may take a key before it arrives."""
    return tuple(who for who, keys in TAKEN.items() if key in keys)
