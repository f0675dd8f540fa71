"""From a file on the disk to sessions of a workspace, for the command line and the screen alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from brasstacks.identity import core_bank
from brasstacks.session import Session
from brasstacks.storage import naming
from brasstacks.storage.workspace import Workspace
from brasstacks.transcripts import own
from brasstacks.transcripts.build import Choice, build, language_of
from brasstacks.transcripts.decode import LARGEST_OF_OURS
from brasstacks.transcripts.reading import read
from brasstacks.transcripts.talk import Talk
from brasstacks.words import _


def open_file(path: Path, tell: Callable[[float], None] = lambda _share: None) -> Talk | tuple[Session, ...]:
    """What is in a file: a conversation, or sessions of an export of ours.

    Args:
        path: the file.
        tell: is told the share that is done, from 0 to 1.

    Raises:
        OSError: it cannot be read.
        Unreadable: neither can be made out.
    """
    with path.open("rb") as file:
        # A byte more than is allowed is enough to say so.
        raw = file.read(LARGEST_OF_OURS + 1)
    return own.sessions(raw) or read(raw, tell)


def session_of(talk: Talk, choice: Choice, path: Path, there: Workspace, now: datetime) -> Session:
    """The session of a talk, named after its day and its file, which nobody wrote to since it was recorded.

    Args:
        talk: what was said.
        choice: what a person says of it; what they leave out is made out.
        path: the file it is from.
        there: where it is to stand.
        now: the moment.

    Raises:
        OSError: the file is gone.
    """
    began = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    return _session(talk, choice, path.stem, began, there, now)


def session_of_paste(talk: Talk, choice: Choice, there: Workspace, now: datetime) -> Session:
    """The session of a talk that was pasted, as if it were held now.

    Args:
        talk: what was said.
        choice: what a person says of it.
        there: where it is to stand.
        now: the moment.
    """
    return _session(talk, choice, _("pasted"), now, there, now)


def _session(talk: Talk, choice: Choice, title: str, began: datetime, there: Workspace, now: datetime) -> Session:
    language = choice.language or language_of(talk, choice.interviewers)
    title = choice.title or title
    whole = replace(choice, language=language, title=title, bank=choice.bank or core_bank(language))
    name = naming.session_id(began.date(), f"{choice.client} {title}", there.ids())
    return build(talk, whole, session_id=name, began=began, now=now, new_id=naming.new_id)
