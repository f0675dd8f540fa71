"""What stands in the box, kept beside the session until it is an answer."""

import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from brasstacks.session import clean
from brasstacks.storage import atomic, toml
from brasstacks.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What the interviewer was typing."""

    text: str
    goal: str = ""
    """The id of the goal in hand; empty before the first."""
    question: str = ""
    """The question that stood over the box."""
    probe: str = ""
    """The id of its entry in the bank."""


def _path(workspace: Workspace, session_id: str) -> Path:
    return workspace.drafts_dir / f"{session_id}.toml"


def write(workspace: Workspace, session_id: str, draft: Draft) -> None:
    """Keep a draft; it outlives the program, though perhaps not a power cut. Raises OSError."""
    atomic.make_folder(workspace.drafts_dir)
    text = toml.dumps({name: clean(value) for name, value in asdict(draft).items()})
    atomic.write(_path(workspace, session_id), text.encode(), durable=False)


def read(workspace: Workspace, session_id: str) -> Draft | None:
    """The draft of a session; None when there is none, or none that can be read."""
    try:
        table = tomllib.loads(_path(workspace, session_id).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    draft = Draft(**{field.name: str(table.get(field.name, "")) for field in fields(Draft)})
    return draft if draft.text else None


def clear(workspace: Workspace, session_id: str) -> None:
    """Forget the draft, once its text stands in the session."""
    with suppress(OSError):
        _path(workspace, session_id).unlink(missing_ok=True)
