"""An export in the making, without a screen: what goes out, for whom, in which form, and to which file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from brasstacks.export import FORMATS, Audience, Format, Options, Page, Redactor, chunks, preview
from brasstacks.session import Session
from brasstacks.storage import atomic, files
from brasstacks.storage.banks import Banks
from brasstacks.storage.workspace import Entry, Summary, Workspace

SESSION, CLIENT, ALL = "session", "client", "all"
"""What goes out beside a goal, which is known by its id."""

Tell = Callable[[int, int], None]
"""Is told how many sessions of how many are done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person has chosen so far."""

    session: Session
    workspace: Workspace
    form: Format = field(default_factory=lambda: next(iter(FORMATS.values())))
    audience: Audience = Audience.CLIENT
    scope: str = SESSION
    """`session`, `client`, `all`, or the id of a goal."""
    redacted: bool = False
    wanted: Page = Page.RECORD
    """The page that was asked for; a format that is not printed holds the record whatever was asked."""
    others: tuple[Summary, ...] = ()
    """The sessions of the workspace, this one too, the newest first."""

    def knowing(self, entries: tuple[Entry, ...]) -> "Plan":
        """The plan once the workspace has been read; files that cannot be read go nowhere."""
        return replace(self, others=tuple(entry for entry in entries if isinstance(entry, Summary)))

    @property
    def page(self) -> Page:
        """What of a session is printed."""
        return self.wanted if self.form.prints else Page.RECORD

    @property
    def internal(self) -> bool:
        """Whether it is for us alone."""
        return self._options().internal

    @property
    def chosen(self) -> tuple[Summary, ...]:
        """The sessions that go out, where several may."""
        if self.scope == ALL:
            return self.others
        if self.scope == CLIENT:
            return self.of_this_client
        return ()

    @property
    def of_this_client(self) -> tuple[Summary, ...]:
        """The sessions of the same client."""
        name = self.session.client.name.casefold()
        return tuple(one for one in self.others if one.client.casefold() == name)

    @property
    def into_folder(self) -> bool:
        """Whether each session needs a file of its own."""
        return self.scope in (CLIENT, ALL) and not self.form.joins

    @property
    def standard_path(self) -> Path:
        """Where it goes unless the person says otherwise; what is for us alone never takes the client's name."""
        folder = self.workspace.root / "exports"
        return folder if self.into_folder else folder / f"{self._name}{self.form.suffix}"

    @property
    def _name(self) -> str:
        base = f"{self.session.session.created:%Y-%m-%d}-1" if self.redacted else self.session.id
        goals = [goal.id for goal in self.session.goals]
        extent = f"-goal-{goals.index(self.scope) + 1}" if self.scope in goals else ""
        if self.scope in (CLIENT, ALL):
            base, extent = "sessions" if self.scope == ALL or self.redacted else f"{base}-and-others", ""
        kind = "-internal" if self.internal else "" if self.page is Page.RECORD else f"-{self.page}"
        return base + extent + kind

    def _options(self) -> Options:
        goal = "" if self.scope in (SESSION, CLIENT, ALL) else self.scope
        return Options(
            audience=self.audience,
            goal=goal,
            redactor=Redactor() if self.redacted else None,
            page=self.page,
            banks=Banks(self.workspace),
        )

    def preview(self) -> str:
        """What will stand in the file; of several sessions the first. Raises Unavailable, SessionUnreadable."""
        first = files.load(self.chosen[0].path).session if self.chosen else self.session
        return preview(self.form, (first,), self._options())

    def text(self) -> str:
        """The file itself, of a form that is text. Raises as `preview`."""
        sessions = self._sessions([], lambda _done, _of: None)
        return b"".join(chunks(self.form, sessions, self._options())).decode()

    def write(self, path: Path, tell: Tell = lambda _done, _of: None) -> tuple[Path, tuple[str, ...]]:
        """Write it. Returns where it stands, and the reasons for which sessions were left out.

        Raises:
            OSError: the disk refused; what stood there stands there still.
            Unavailable: the format needs what is not installed.
        """
        options, left_out = self._options(), list[str]()
        sessions = self._sessions(left_out, tell)
        if self.into_folder:
            atomic.make_folder(path)
            for number, session in enumerate(sessions, 1):
                name = f"{session.session.created:%Y-%m-%d}-{number}" if self.redacted else session.id
                atomic.write(path / f"{name}{self.form.suffix}", chunks(self.form, (session,), options))
        else:
            atomic.make_folder(path.parent)
            atomic.write(path, chunks(self.form, sessions, options))
        return path, tuple(left_out)

    def _sessions(self, left_out: list[str], tell: Tell) -> Iterator[Session]:
        if not self.chosen:
            yield self.session
            return
        for number, one in enumerate(self.chosen, 1):
            try:
                yield files.load(one.path).session
            except files.SessionUnreadable as error:
                left_out.append(str(error))
            tell(number, len(self.chosen))
