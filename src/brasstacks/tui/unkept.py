"""A session in hand that is kept nowhere: a practice, or one that is played again."""

from pathlib import Path

from brasstacks.interview import Interview
from brasstacks.practice import Rehearsal
from brasstacks.questions import Bank
from brasstacks.session import Session
from brasstacks.storage import naming, settings
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.storage.drafts import Draft
from brasstacks.storage.saver import Saving, State
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.moment import local_now
from brasstacks.tui.opened import Opened


def bank_of(workspace: Workspace, session: Session) -> Bank:
    """The session's bank; the core bank of its language where that cannot be read: nothing is asked of the record."""
    header = session.session
    try:
        return Banks(workspace).for_session(header.bank, header.language)
    except BankUnreadable:
        return Banks(workspace).core(header.language)


class Unkept(Opened):
    """What an open session is to its screens, without a file, a lock, a draft and a saver."""

    def __init__(self, workspace: Workspace, interview: Interview, *, read_only: str = "") -> None:
        # Without the one above, which takes the lock and starts the saver: there is nothing to be kept.
        self.workspace = workspace
        self.path = Path()
        self.key = ""
        self.tell = lambda _state: None
        self.held_by = None
        self.read_only = read_only
        self.lock_warning = self.draft_fault = self.notice = ""
        self.interview = interview
        self._bank = interview.session.session.bank, interview.session.session.language

    @property
    def state(self) -> State:
        """Nothing waits to be saved."""
        return State(Saving.SAVED)

    def save(self) -> None:
        """Nothing is saved."""
        self._follow_bank()

    def look(self) -> None:
        """There is no file to look at."""

    def flush(self) -> bool:
        """Nothing waits."""
        return True

    def draft(self) -> Draft | None:
        """None was kept."""
        return None

    def keep_draft(
        self,
        text: str,  # noqa: ARG002 - as the one above takes them
        *,
        corrects: str = "",  # noqa: ARG002
        before: str = "",  # noqa: ARG002
        verbatim: bool = False,  # noqa: ARG002
        command: str = "",  # noqa: ARG002
    ) -> bool:
        """None is kept, and none is missed."""
        return True

    def keep_elsewhere(self) -> None:
        """None is kept of a form either."""

    def close(self, *, timeout: float = 0.0) -> bool:  # noqa: ARG002 - as the one above takes it
        """There is nothing to let go."""
        return True


class Practised(Unkept):
    """A rehearsal in hand."""

    def __init__(self, workspace: Workspace, saved: Session) -> None:
        """Begin a rehearsal.

        Args:
            workspace: where banks and settings are.
            saved: the session that the client is played from.
        """
        try:
            hints = settings.load(workspace).conversation.hints
        except settings.SettingsUnreadable:
            hints = True
        bank = bank_of(workspace, saved)
        self.rehearsal = Rehearsal(saved, bank, new_id=naming.new_id, now=local_now(), hints=hints)
        super().__init__(workspace, self.rehearsal.interview)
