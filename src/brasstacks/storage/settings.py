"""What a person has set for a workspace: its `brasstacks.toml`, which may be missing. All settings are here."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, ValidationError

from brasstacks.storage import atomic, faults
from brasstacks.storage.workspace import Workspace

LONGEST = 24 * 60
"""Minutes that a conversation can be planned for, as the record has it."""


class SettingsUnreadable(Exception):  # noqa: N818 - named for what is wrong
    """The file cannot be used; says where and why, in one sentence."""


class NotSet(Exception):  # noqa: N818 - named for what is the case
    """A setting could not be written; says why, in one sentence. What stood in the file stands there still."""


class _Table(BaseModel):
    """A table of the file. Keys of a later program are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Conversation(_Table):
    """The table `[settings]`: how conversations are held."""

    hints: StrictBool = True
    """Whether the interviewer sees the quiet hints."""
    planned_minutes: Annotated[StrictInt, Field(ge=0, le=LONGEST)] = 60
    """Of a new session."""
    interviewer: str = ""
    """Who asks, in a new session."""


class Look(_Table):
    """The table `[screen]`."""

    language: Literal["", "auto", "en", "it", "ru"] = ""
    """In which language the program itself speaks, from its next start on; empty or `auto`: as the system does."""
    theme: str = ""
    """The name of one; empty: the program's own."""
    density: Literal["comfortable", "compact"] = "comfortable"
    """Whether there is air between the lines."""


def _flat(table: object) -> object:
    """`interview.hide = "…"` without quotation marks is a table in a table to TOML, and means the same."""
    return dict(_dotted(table, "")) if isinstance(table, Mapping) else table


def _dotted(table: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _dotted(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


class Settings(_Table):
    """The whole file, each setting with what holds when nobody set it."""

    conversation: Conversation = Field(Conversation(), alias="settings")
    screen: Look = Look()
    banks: Mapping[str, str] = {}
    """The bank that a new session begins with, by the language of the conversation."""
    keys: Annotated[Mapping[str, str], BeforeValidator(_flat)] = {}
    """Keys, by commas, by the ids of actions."""


def load(workspace: Workspace) -> Settings:
    """The settings of a workspace.

    Raises:
        SettingsUnreadable: the file is there and cannot be used.
    """
    path = workspace.settings_file
    try:
        return _read(path)[1]
    except (OSError, ValueError) as error:
        raise SettingsUnreadable(f"{path}: {_why(error)}") from error


def screen(workspace: Workspace) -> Look:
    """How the screens of a workspace are shown.

    Raises:
        SettingsUnreadable: the file is there and cannot be used.
    """
    return load(workspace).screen


def put(workspace: Workspace, table: str, name: str, value: str | int | bool) -> Settings:  # noqa: FBT001 - a value as TOML has it
    """Write one setting; everything else in the file, comments too, stays as it was written.

    Args:
        workspace: whose settings they are.
        table: `settings`, `screen`, `banks` or `keys`.
        name: of the setting in it.
        value: what it is to be.

    Returns:
        The settings as they are now.

    Raises:
        NotSet: the file cannot be read or written; it is left as it is.
    """
    import tomlkit  # noqa: PLC0415 - needed only when something is set

    path = workspace.settings_file
    try:
        text, settings = _read(path)
        document = tomlkit.parse(text)
        document.setdefault(table, tomlkit.table())[name] = value
        changed = tomlkit.dumps(document)
        wanted = faults.parse(text)
        wanted.setdefault(table, {})[name] = value
        if faults.parse(changed) != wanted:
            raise NotSet(f"{path}: write {name} = {value!r} under [{table}] by hand")
        settings = Settings.model_validate(wanted)
        atomic.write(path, changed.encode())
    except (OSError, ValueError) as error:
        raise NotSet(f"{path}: {_why(error)}") from error
    return settings


def _read(path: Path) -> tuple[str, Settings]:
    """The text of the file, and what it says; nothing of a file that is not there. Raises OSError, ValueError."""
    try:
        raw = atomic.read(path)
    except FileNotFoundError:
        return "", Settings()
    text = faults.decode(raw)
    try:
        return text, Settings.model_validate(faults.parse(text))
    except ValidationError as error:
        raise ValueError(faults.said_by_pydantic(error, text)) from error


def _why(error: OSError | ValueError) -> str:
    return atomic.reason(error) if isinstance(error, OSError) else str(error)
