"""What a person has set for a workspace: the table `[settings]` of its `brasstacks.toml`, which may be missing."""

from pydantic import BaseModel, ConfigDict, StrictBool, ValidationError

from brasstacks.storage import faults
from brasstacks.storage.workspace import Workspace

FILE = "brasstacks.toml"


class SettingsUnreadable(Exception):  # noqa: N818 - named for what is wrong
    """The file cannot be used; says where and why, in one sentence."""


class Settings(BaseModel):
    """The settings, each with what holds when nobody set it. Keys of a later program are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    hints: StrictBool = True
    """Whether the interviewer sees the quiet hints."""


class _File(BaseModel):
    """The whole file; other tables are other rooms' own."""

    settings: Settings = Settings()


def load(workspace: Workspace) -> Settings:
    """The settings of a workspace.

    Raises:
        SettingsUnreadable: the file is there and cannot be used.
    """
    path = workspace.root / FILE
    text = ""
    try:
        text = faults.decode(path.read_bytes())
        return _File.model_validate(faults.parse(text)).settings
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsUnreadable(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise SettingsUnreadable(f"{path}: {faults.said_by_pydantic(error, text)}") from error
    except ValueError as error:
        raise SettingsUnreadable(f"{path}: {error}") from error
