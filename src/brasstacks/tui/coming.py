"""What stands on the screen of a conversation that is coming in: as content, in which people's words are no markup."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from brasstacks.session import Session
from brasstacks.transcripts import Speaker, Talk
from brasstacks.tui.cells import cut, seen
from brasstacks.words import _, ngettext

_NAME, _TEXT = 18, 160
"""Cells of a speaker's name, and of a question or an answer, before they are cut."""


def speaker(one: Speaker, *, asks: bool) -> Content:
    """A row of the list of those who speak."""
    words = ngettext("{count} word", "{count} words", one.words).format(count=one.words)
    asked = ngettext("{count} question", "{count} questions", one.questions).format(count=one.questions)
    mark = ("● ", "$primary") if asks else ("○ ", "$muted")
    role = _("asks") if asks else _("answers")
    return Content.assemble(
        mark, (cut(one.name, _NAME), "bold" if asks else ""), "\n  ", (f"{role} · {words} · {asked}", "$muted")
    )


def of_ours(sessions: Sequence[Session]) -> Content:
    """Sessions that come back from an export of ours."""
    lines = [
        Content.assemble((cut(one.id, 60), "bold"), "\n", cut(one.session.title or one.client.name, 60), "\n")
        for one in sessions
    ]
    return Content("\n").join([*lines, Content.styled(_("enter imports them"), "$muted")])


def of_talk(talk: Talk, made: Session) -> Content:
    """The goals proposed with their turns, and above them whatever was odd about the file."""
    return Content("\n").join([*_odd(talk), *_goals(made)])


def _odd(talk: Talk) -> Iterator[Content]:
    for notice in talk.notices:
        yield Content.styled(notice, "$warning")
    if talk.unread:
        yield Content.styled(_("Not understood, and kept in the notes:"), "$warning")
    for line in talk.unread[:20]:
        yield Content.assemble((f"{line.line:>5} ", "$muted"), cut(line.text, _TEXT))
    if talk.notices or talk.unread:
        yield Content()


def _goals(made: Session) -> Iterator[Content]:
    for number, goal in enumerate(made.goals, 1):
        count = len(goal.turns)
        turns = ngettext("{count} turn", "{count} turns", count).format(count=count)
        yield Content.assemble((f"{number} ", "$primary"), (seen(goal.statement), "bold"), (f"  {turns}", "$muted"))
        for turn in goal.turns[:40]:
            if turn.question:
                yield Content.assemble("  ", (cut(turn.question, _TEXT), "" if turn.counts_as_asked else "$muted"))
            if turn.answer:
                yield Content.assemble("    ", (cut(turn.answer, _TEXT), "italic"))
        yield Content()
