"""A session that is open: the interview, its file, its lock and what stands in its box."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from brasstacks.interview import Interview
from brasstacks.session import Session
from brasstacks.storage import drafts, files, lock, naming, settings
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.storage.saver import Saver, State
from brasstacks.storage.workspace import Workspace


def local_now() -> datetime:
    """The moment, with the offset of the place."""
    return datetime.now().astimezone()


class Opened:
    """One session in hand. Whoever holds it releases it with `close`."""

    def __init__(self, workspace: Workspace, path: Path, session: Session, since: str | None) -> None:
        """See `of_file` and `of_new`."""
        self.workspace = workspace
        self.path = path
        self.tell: Callable[[State], None] = lambda _state: None
        """Hears, from the saver's thread, how the record stands."""
        self._since = since
        self._saver: Saver | None = None
        self._held = lock.acquire(workspace, session.id, now=local_now())
        self.read_only = "" if isinstance(self._held, lock.Held) else str(self._held)
        """Why nothing can be changed; empty when it can."""
        self._bank = session.session.bank, session.session.language
        bank = Banks(workspace).for_session(*self._bank)
        self.notice = ""
        """What is to be said once the session stands there; empty for nothing."""
        try:
            hints = settings.load(workspace).hints
        except settings.SettingsUnreadable as error:
            hints, self.notice = True, str(error)
        self.interview = Interview(session, bank, new_id=naming.new_id, now=local_now(), hints=hints)

    @classmethod
    def of_file(cls, workspace: Workspace, path: Path) -> "Opened":
        """Open a saved session.

        Raises:
            SessionUnreadable: the file cannot be read.
            BankUnreadable: its bank cannot be read.
        """
        loaded = files.load(path)
        opened = cls(workspace, path, loaded.session, loaded.stamp)
        opened.read_only = opened.read_only or loaded.read_only_reason
        return opened

    @classmethod
    def of_new(cls, workspace: Workspace, session: Session) -> "Opened":
        """Open a session that is not on disk yet, and save it. Raises BankUnreadable."""
        opened = cls(workspace, workspace.session_path(session.id), session, None)
        opened.save()
        return opened

    @property
    def state(self) -> State | None:
        """How the record stands; None while nothing was changed."""
        return self._saver.state if self._saver else None

    def save(self) -> None:
        """Have the session saved in the background."""
        if self.read_only:
            return
        self._follow_bank()
        if self._saver is None:
            self._saver = Saver(
                self.path,
                since=self._since,
                backups=self.workspace.backups_dir,
                clock=local_now,
                tell=self._told,
            )
        self._saver.put(self.interview.to_save)

    def _follow_bank(self) -> None:
        """After an edit, or its undoing, that named another bank or language; one that cannot be read is not taken."""
        wanted = self.interview.session.session.bank, self.interview.session.session.language
        if wanted != self._bank:
            self._bank = wanted
            with suppress(BankUnreadable):
                self.interview.bank = Banks(self.workspace).for_session(*wanted)

    def _told(self, state: State) -> None:
        self.tell(state)

    def draft(self) -> drafts.Draft | None:
        """What stood in the box when the session was last left."""
        return drafts.read(self.workspace, self.interview.session.id)

    def keep_draft(self, text: str) -> None:
        """Keep what stands in the box; nothing for an empty one. Raises OSError."""
        if self.read_only:
            return
        if not text.strip():
            drafts.clear(self.workspace, self.interview.session.id)
            return
        goal = self.interview.goal
        draft = drafts.Draft(text, goal.id if goal else "", self.interview.question, self.interview.probe)
        drafts.write(self.workspace, self.interview.session.id, draft)

    def close(self) -> bool:
        """Save what waits and let the session go. Returns whether all is saved."""
        saved = self._saver.close() if self._saver else True
        if isinstance(self._held, lock.Held):
            self._held.release()
        return saved
