"""What a list says of a session that was read."""

from datetime import UTC, datetime
from pathlib import Path

from brasstacks import glance
from brasstacks.session import Session
from brasstacks.storage import files
from brasstacks.storage.workspace import Entry, Refusal, Summary


def entry_of(path: Path) -> Entry:
    """A file as a list shows it."""
    try:
        return summarise(files.load(path).session, path)
    except files.SessionUnreadable as error:
        try:
            changed = path.stat().st_mtime
        except OSError:
            changed = 0.0
        return Refusal(path.stem, path, str(error), datetime.fromtimestamp(changed, UTC))


def summarise(session: Session, path: Path) -> Summary:
    """A session as a list shows it."""
    return Summary(
        id=session.id,
        path=path,
        client=session.client.name,
        organisation=session.client.organisation,
        title=session.session.title,
        language=session.session.language,
        updated=session.session.updated,
        goals=len(session.goals),
        concrete=sum(glance.of_goal(goal, session.fuzzy).concrete for goal in session.goals),
        status=session.session.status,
        seconds=session.seconds,
    )
