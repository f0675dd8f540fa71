"""What stands in the box, kept beside the session until it is an answer."""

import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from brasstacks.record import clean
from brasstacks.session import Session
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
    corrects: str = ""
    """The id of the turn of which the answer was being corrected; empty for a new answer."""
    before: str = ""
    """What stood in the box before that."""
    verbatim: bool = False
    """Whether it is the client's words, whatever it begins with."""
    command: str = ""
    """What stood in the command line."""
    form: str = ""
    """Where else something was being written, such as `c-1.who`; empty when nothing was."""
    form_text: str = ""
    """What was being written there."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be kept."""
        return not (self.text.strip() or self.before.strip() or self.command.strip() or self.form_text.strip())

    def stands_in(self, session: Session) -> bool:
        """Whether it was entered and saved before it could be cleared: the program was ended between the two."""
        words = self.text.strip()
        if self.corrects:
            return any(
                turn.id == self.corrects and turn.answer == words for goal in session.goals for turn in goal.turns
            )
        if not self.goal:
            return any(goal.statement.startswith(words) for goal in session.goals)
        turns = next((goal.turns for goal in session.goals if goal.id == self.goal), ())
        return bool(turns) and turns[-1].question == self.question and turns[-1].answer.startswith(words)


def path_of(workspace: Workspace, session_id: str) -> Path:
    """Where the draft of a session stands."""
    return workspace.drafts_dir / f"{session_id}.toml"


def write(workspace: Workspace, session_id: str, draft: Draft) -> None:
    """Keep a draft; it outlives the program, though perhaps not a power cut. Raises OSError."""
    workspace.make_hidden(workspace.drafts_dir)
    text = toml.dumps({name: clean(one) if isinstance(one, str) else one for name, one in asdict(draft).items()})
    atomic.write(path_of(workspace, session_id), text.encode(), durable=False)


def read(workspace: Workspace, session_id: str) -> Draft | None:
    """The draft of a session; None when there is none, or none that can be read."""
    try:
        table = tomllib.loads(atomic.read(path_of(workspace, session_id)).decode())
    except (OSError, ValueError, RecursionError):
        return None
    texts = {field.name: str(table.get(field.name, "")) for field in fields(Draft) if field.name != "verbatim"}
    draft = Draft(verbatim=table.get("verbatim") is True, **texts)
    return None if draft.empty else draft


def clear(workspace: Workspace, session_id: str) -> None:
    """Forget the draft, once its text stands in the session."""
    with suppress(OSError):
        path_of(workspace, session_id).unlink(missing_ok=True)
