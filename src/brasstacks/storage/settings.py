"""What a person has set for a workspace: tables of its `brasstacks.toml`, which may be missing."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, StrictBool, ValidationError

from brasstacks.storage import atomic, faults
from brasstacks.storage.workspace import Workspace


class SettingsUnreadable(Exception):  # noqa: N818 - named for what is wrong
    """The file cannot be used; says where and why, in one sentence."""


class Settings(BaseModel):
    """The settings, each with what holds when nobody set it. Keys of a later program are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    hints: StrictBool = True
    """Whether the interviewer sees the quiet hints."""


class Screen(BaseModel):
    """How the screens are shown: the table `[screen]`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["", "en", "it", "ru"] = ""
    """In which language the program itself speaks, from its next start on; empty: as the system does."""


class _File(BaseModel):
    """The whole file; other tables are other rooms' own."""

    settings: Settings = Settings()
    screen: Screen = Screen()


def load(workspace: Workspace) -> Settings:
    """The settings of a workspace.

    Raises:
        SettingsUnreadable: the file is there and cannot be used.
    """
    return _load(workspace).settings


def screen(workspace: Workspace) -> Screen:
    """How the screens of a workspace are shown.

    Raises:
        SettingsUnreadable: the file is there and cannot be used.
    """
    return _load(workspace).screen


def _load(workspace: Workspace) -> _File:
    path = workspace.settings_file
    text = ""
    try:
        text = faults.decode(atomic.read(path))
        return _File.model_validate(faults.parse(text))
    except FileNotFoundError:
        return _File()
    except OSError as error:
        raise SettingsUnreadable(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise SettingsUnreadable(f"{path}: {faults.said_by_pydantic(error, text)}") from error
    except ValueError as error:
        raise SettingsUnreadable(f"{path}: {error}") from error
