"""What a conversation needs, loaded before it is asked for: the Library starts without it, and Enter is to open at once."""

from pathlib import Path

from brasstacks.interview import Interview
from brasstacks.storage import files, naming
from brasstacks.storage.banks import Banks
from brasstacks.storage.faults import BankUnreadable
from brasstacks.storage.reasons import SessionUnreadable
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.moment import local_now
from brasstacks.tui.screens import interview

__all__ = ["get_ready", "interview"]


def get_ready(workspace: Workspace, path: Path) -> None:
    """Hear a session through as it is heard when it is opened: its readings are remembered. Takes part of a second."""
    try:
        session = files.load(path).session
        bank = Banks(workspace).for_session(session.session.bank, session.session.language)
    except (SessionUnreadable, BankUnreadable):
        return  # said when it is opened
    Interview(session, bank, new_id=naming.new_id, now=local_now())
