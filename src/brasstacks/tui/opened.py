"""A session that is open: the interview, its file, its lock and what stands in its box."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from brasstacks.interview import Interview
from brasstacks.session import Session
from brasstacks.storage import aside, atomic, drafts, files, lock, naming, settings
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.storage.drafts import Draft
from brasstacks.storage.saver import Saver, Saving, State
from brasstacks.storage.workspace import Workspace
from brasstacks.tui.moment import local_now

__all__ = ["Opened", "local_now"]

DRAFT_EVERY = 0.5
"""Seconds between two looks at what is being typed: a draft follows within one."""

LAST_TRY = 5.0
"""Seconds that leaving waits for a disk that hangs."""


@contextmanager
def _let_go_on_fault(held: lock.Held | lock.HeldBy) -> Iterator[lock.Held | lock.HeldBy]:
    try:
        yield held
    except BaseException:
        if isinstance(held, lock.Held):
            held.release()
        raise


def _reserve(workspace: Workspace, session: Session) -> tuple[Session, lock.Held]:
    """The session under an id that nobody has, and its lock."""
    while True:
        held = lock.acquire(workspace, session.id, now=local_now())
        if isinstance(held, lock.Held):
            if not os.path.lexists(workspace.session_path(session.id)):
                return session, held
            held.release()
        header = session.session.model_copy(update={"id": naming.another(session.id)})
        session = session.model_copy(update={"session": header})


class Opened:
    """One session in hand. Whoever holds it releases it with `close`."""

    elsewhere = "", ""
    """Where in a form something is being written, and what; empty when nothing is."""

    def __init__(
        self, workspace: Workspace, path: Path, session: Session, since: str | None, held: lock.Held | lock.HeldBy
    ) -> None:
        """See `of_file` and `of_new`."""
        self.workspace = workspace
        self.path = path
        self.key = path.stem
        """By which its lock, its draft and what is kept aside are known: a file copied by hand is another session."""
        self._take_elsewhere_up()
        self.tell: Callable[[State], None] = lambda _state: None
        """Hears, from the saver's thread, how the record stands."""
        self.held_by = held if isinstance(held, lock.HeldBy) else None
        """Who else has it open; None when it is ours."""
        self.read_only = str(self.held_by or "")
        """Why nothing can be changed; empty when it can."""
        self.lock_warning = held.warning if isinstance(held, lock.Held) else ""
        """Why nothing keeps a second program out; empty when something does."""
        self.draft_fault = ""
        """Why what stands in the box could not be kept; empty when it could."""
        self._held = held
        kept = None if self.held_by else aside.read(workspace, self.key)
        if kept is not None:
            session, since = kept.session, kept.over
        self._bank = session.session.bank, session.session.language
        bank = Banks(workspace).for_session(*self._bank)
        self.notice = ""
        """What is to be said once the session stands there; empty for nothing."""
        try:
            hints = settings.load(workspace).conversation.hints
        except settings.SettingsUnreadable as error:
            hints, self.notice = True, str(error)
        self.interview = Interview(session, bank, new_id=naming.new_id, now=local_now(), hints=hints)
        self._saver = Saver(
            workspace, path, session, since=since, was_aside=kept is not None, clock=local_now, tell=self._told
        )
        if self.held_by:
            return
        for file in (path, drafts.path_of(workspace, self.key), aside.path_of(workspace, self.key)):
            atomic.sweep(file)
        if kept is not None:
            self.save()

    @classmethod
    def of_file(cls, workspace: Workspace, path: Path) -> "Opened":
        """Open a saved session; what could not be saved when it was last open is taken up again.

        Raises:
            SessionUnreadable: the file cannot be read.
            BankUnreadable: its bank cannot be read.
        """
        # First the lock: whoever had the session may have saved it until this moment.
        with _let_go_on_fault(lock.acquire(workspace, path.stem, now=local_now())) as held:
            loaded = files.load(path)
            opened = cls(workspace, path, loaded.session, loaded.stamp, held)
        opened.read_only = opened.read_only or loaded.read_only_reason
        return opened

    @classmethod
    def of_new(cls, workspace: Workspace, session: Session) -> "Opened":
        """Open a session that is not on disk yet, and save it; another that took its id meanwhile keeps it.

        Raises:
            BankUnreadable: its bank cannot be read.
        """
        session, held = _reserve(workspace, session)
        with _let_go_on_fault(held):
            opened = cls(workspace, workspace.session_path(session.id), session, None, held)
        opened.save()
        return opened

    # ------------------------------------------------------------ saving

    @property
    def state(self) -> State:
        """How the record stands."""
        return self._saver.state

    def save(self) -> None:
        """Have the session saved in the background."""
        if not self.read_only:
            self._follow_bank()
            self._saver.put(self.interview.to_save)

    def look(self) -> None:
        """Have it looked whether another program changed the file."""
        if not self.read_only:
            self._saver.look()

    def flush(self) -> bool:
        """Wait a while until all is saved. Returns whether it is."""
        return self._saver.flush(LAST_TRY)

    def _follow_bank(self) -> None:
        """After an edit, or its undoing, that named another bank or language; one that cannot be read is not taken."""
        wanted = self.interview.session.session.bank, self.interview.session.session.language
        if wanted != self._bank:
            self._bank = wanted
            with suppress(BankUnreadable):
                self.interview.bank = Banks(self.workspace).for_session(*wanted)

    def _told(self, state: State) -> None:
        self.tell(state)

    # ------------------------------------------------------------ when there are two versions

    def keep_mine(self) -> None:
        """Ours replaces theirs, which is kept among the backups. Raises OSError."""
        theirs = atomic.read(self.path)
        files.back_up(self.path, theirs, self.workspace.backups_dir)
        self._saver.go_over(files.stamp_of(theirs))

    def take_theirs(self) -> Path:
        """Theirs stays, ours is kept among the backups; to be opened anew. Raises OSError.

        Returns:
            The file to open.
        """
        ours = files.to_toml(self.interview.to_save).encode("utf-8", "replace")
        files.back_up(self.path, ours, self.workspace.backups_dir)
        self._give_up()
        return self.path

    def keep_both(self) -> Path:
        """Ours goes on as a session of its own; to be opened anew. Raises NotSaved, OSError.

        Returns:
            Its file.
        """
        backups = self.workspace.backups_dir
        beside = files.save_beside(self.interview.to_save, self.path, now=local_now(), backups=backups).path
        if (draft := self.draft()) is not None:
            drafts.write(self.workspace, beside.stem, draft)
            drafts.clear(self.workspace, self.key)
        self._give_up()
        return beside

    def _give_up(self) -> None:
        self._saver.abandon(LAST_TRY)
        aside.drop(self.workspace, self.key)
        self._release()

    def is_free(self) -> bool:
        """Whether whoever held the session has let it go, or is gone."""
        held = lock.acquire(self.workspace, self.key, now=local_now())
        if isinstance(held, lock.HeldBy):
            return False
        held.release()
        return True

    def copy_to(self, path: Path) -> None:
        """Write the session as it stands to another file, and have nobody else read it. Raises OSError."""
        atomic.write(path, files.to_toml(self.interview.to_save).encode("utf-8", "replace"))

    # ------------------------------------------------------------ the draft

    def draft(self) -> Draft | None:
        """What stood in the box when the session was last left; not what was entered and saved since."""
        draft = drafts.read(self.workspace, self.key)
        if draft is not None and draft.stands_in(self.interview.session):
            draft = replace(draft, text=draft.before, before="", corrects="", verbatim=False)
        return None if draft is None or draft.empty else draft

    def keep_draft(
        self, text: str, *, corrects: str = "", before: str = "", verbatim: bool = False, command: str = ""
    ) -> bool:
        """Keep what stands in the box, the command line and any form; nothing when all of them are empty.

        Until an answer is on disk, the draft that it was typed as is its only copy there, and stays.

        Args:
            text: what stands in the box.
            corrects: the id of the turn that is being corrected; empty for a new answer.
            before: what stood in the box before that.
            verbatim: whether it is the client's words, whatever it begins with.
            command: what stands in the command line.

        Returns:
            Whether it is kept; otherwise to be called again.
        """
        if self.read_only:
            return True
        if self.state.saving is Saving.UNDER_WAY or not (text.strip() or self.state.safe):
            return False
        try:
            self._keep_draft(Draft(text, corrects=corrects, before=before, verbatim=verbatim, command=command))
        except OSError as error:
            self.draft_fault = atomic.reason(error)
            return False
        self.draft_fault = ""
        return True

    def _keep_draft(self, typed: Draft) -> None:
        place, text = self.elsewhere
        draft = replace(typed, form=place, form_text=text)
        if draft.empty:
            drafts.clear(self.workspace, self.key)
            return
        goal, interview = self.interview.goal, self.interview
        draft = replace(draft, goal=goal.id if goal else "", question=interview.question, probe=interview.probe)
        drafts.write(self.workspace, self.key, draft)

    def write_elsewhere(self, place: str, text: str, *, was: str) -> None:
        """Something is being written in a form: kept with the draft until it is handed over or given up.

        Args:
            place: which field, such as `c-1.who`.
            text: what stands in it.
            was: what stood in it before; when it is that again, there is nothing to keep.
        """
        if text != was:
            self.elsewhere = place, text
        elif self.elsewhere[0] == place:
            self.elsewhere = "", ""

    def _take_elsewhere_up(self) -> None:
        draft = drafts.read(self.workspace, self.key)
        if draft is not None:
            self.elsewhere = draft.form, draft.form_text
        self._elsewhere_kept = self.elsewhere

    def keep_elsewhere(self) -> None:
        """Keep what is being written in a form beside what was kept of the box."""
        if self.read_only or self.elsewhere == self._elsewhere_kept:
            return
        place, text = self.elsewhere
        draft = replace(drafts.read(self.workspace, self.key) or Draft(""), form=place, form_text=text)
        with suppress(OSError):
            if draft.empty:
                drafts.clear(self.workspace, self.key)
            else:
                drafts.write(self.workspace, self.key, draft)
            self._elsewhere_kept = self.elsewhere

    def written_elsewhere(self, place: str) -> str:
        """What was being written in a field when the program ended; empty for nothing."""
        return self.elsewhere[1] if self.elsewhere[0] == place else ""

    # ------------------------------------------------------------ leaving

    def close(self, *, timeout: float = LAST_TRY) -> bool:
        """Save what waits, for so many seconds, and let the session go. Returns whether all is saved."""
        saved = self._saver.close(timeout)
        self._release()
        return saved

    def _release(self) -> None:
        self._saver.abandon(0)
        if isinstance(self._held, lock.Held):
            self._held.release()
