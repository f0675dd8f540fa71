"""The table `[keys]` of `brasstacks.toml`: which keys a person wants, what of it can be, and why the rest cannot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brasstacks.tui.keys import BY_ID, KEYS, TYPED, Key, with_neighbours
from brasstacks.tui.terminals import SAME_AS, cannot_arrive, is_letter
from brasstacks.words import _

ALWAYS = ("enter", "escape")
"""They mean the same on every screen, and stay where they are: the one goes on, the other goes back."""

_AROUND = {
    "box": ("interview",),
    "command": ("interview",),
    "form": ("criteria",),
    "words": ("ask",),
    "rows": tuple(
        dict.fromkeys(
            key.where for key in KEYS if key.where not in {*TYPED, "rows", "help", "hidden", "review", "changes"}
        )
    ),
}
"""On which screens a part of a screen can have the cursor: its keys go before theirs."""

_EDITING = frozenset(
    [
        "ctrl+a",
        "ctrl+e",
        "ctrl+w",
        "ctrl+u",
        "ctrl+k",
        "ctrl+d",
        "ctrl+x",
        "ctrl+c",
        "ctrl+v",
        "ctrl+z",
        "ctrl+y",
        "left",
        "right",
        "home",
        "end",
        "backspace",
        "delete",
        "tab",
        "shift+tab",
    ]
)
"""What a field takes for the editing of its text."""

_CALLED = {"?": "question_mark", "/": "slash", ".": "full_stop", "+": "plus", "-": "minus", " ": "space"} | {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
}


@dataclass(frozen=True, slots=True)
class Bound:
    """The keys as they are bound."""

    changed: Mapping[str, str] = field(default_factory=dict)
    """The keys, by commas, of the actions that have others than in the table, by their ids."""
    problems: tuple[str, ...] = ()
    """What could not be, and why, a sentence each."""

    def keys_of(self, key: Key) -> str:
        """The keys of an action, by commas."""
        return self.changed.get(key.id, key.keys)

    @property
    def keymap(self) -> dict[str, str]:
        """As Textual takes it: with the Russian neighbours."""
        return {key_id: with_neighbours(keys) for key_id, keys in self.changed.items()}


def bind(wanted: Mapping[str, str]) -> Bound:
    """Bind keys as a person wants them; what would lock them out, or could never come, stays as it was.

    Args:
        wanted: keys, by commas, by the ids of actions.
    """
    changed: dict[str, str] = {}
    problems: list[str] = []
    for key_id, keys in wanted.items():
        key = BY_ID.get(key_id)
        why = _unknown(key_id) if key is None else _wrong(key, _listed(keys))
        if key is None or why:
            problems.append(f"{key_id}: {why}")
            continue
        kept = [one for one in key.keys.split(",") if one in ALWAYS]
        changed[key_id] = ",".join(dict.fromkeys([*kept, *_listed(keys)]))
    while clash := _clash(changed):
        key_id, keys, other = clash
        del changed[key_id]
        words = _("{id}: {keys} is the key of {other} there, and {id} keeps its own")
        problems.append(words.format(id=key_id, keys=keys, other=other))
    # The blank is lifted by whatever laid it, or whoever laid it stands before a dead screen.
    if "interview.hide" in changed and "hidden.show" not in changed:
        lifts = [BY_ID["hidden.show"].keys, changed["interview.hide"]]
        changed["hidden.show"] = ",".join(dict.fromkeys(",".join(lifts).split(",")))
    return Bound(changed, tuple(problems))


def _listed(keys: str) -> list[str]:
    return [_called(one.strip()) for one in keys.split(",") if one.strip()]


def _called(key: str) -> str:
    """A key by the name that it arrives under."""
    *modifiers, name = key.lower().split("+") if len(key) > 1 else [key]
    return "+".join([*sorted(modifiers), _CALLED.get(name, name)])


def _unknown(key_id: str) -> str:
    where = key_id.partition(".")[0]
    close = ", ".join(dict.fromkeys(key.id for key in KEYS if key.where == where))
    if close:
        return _("no action is called so; there is: {ids}").format(ids=close)
    return _("no action is called so; brasstacks keys lists them")


def _wrong(key: Key, keys: Iterable[str]) -> str:
    """Why an action cannot have such keys; empty when it can."""
    keys = list(keys)
    if not keys:
        return _("no key is named: write one, or take the line out")
    return next((why for one in keys if (why := _wrong_key(key, one))), "")


def _wrong_key(key: Key, one: str) -> str:
    if one in SAME_AS:
        words = _("a terminal sends the same for {key} as for {other}: choose another key")
        return words.format(key=one, other=SAME_AS[one])
    if cannot_arrive(one):
        return _("{key} does not arrive from every terminal: choose another key").format(key=one)
    if one in ALWAYS and one not in key.keys.split(","):
        return _("{key} means the same on every screen, and is given to nothing else").format(key=one)
    if key.where in TYPED and is_letter(one) and one not in key.keys.split(","):
        return _("{key} is typed there: choose a key with ctrl, or one of F1 to F12").format(key=one)
    if key.where in TYPED - {"app", "box", "words"} and one in _EDITING and one not in key.keys.split(","):
        return _("{key} edits the text there: choose another key").format(key=one)
    return ""


def _clash(changed: Mapping[str, str]) -> tuple[str, str, str] | None:
    """The first action that wants the key of another one on its screen: its id, the keys, the other's id."""
    for key_id, keys in changed.items():
        mine = set(with_neighbours(keys).split(","))
        for other in KEYS:
            theirs = set(with_neighbours(changed.get(other.id, other.keys)).split(","))
            both = (mine & theirs) - _shared_from_the_start(key_id, other)
            if other.id != key_id and both and _meet(BY_ID[key_id].where, other.where):
                return key_id, ", ".join(one for one in keys.split(",") if one in both), other.id
    return None


def _shared_from_the_start(key_id: str, other: Key) -> set[str]:
    """Keys that both have in the table: the inner one's goes first, and that is meant so."""
    return set(BY_ID[key_id].keys.split(",")) & set(other.keys.split(","))


def _meet(one: str, other: str) -> bool:
    if "hidden" in (one, other):
        return one == other
    return one == other or "app" in (one, other) or other in _AROUND.get(one, ()) or one in _AROUND.get(other, ())
