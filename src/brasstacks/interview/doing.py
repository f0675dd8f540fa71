"""What each command does to an interview: one small function a command."""

from collections.abc import Callable
from datetime import datetime

from brasstacks.interview import beside, of_goals, of_turns
from brasstacks.interview.commands import Line
from brasstacks.interview.outcome import Effect, Outcome
from brasstacks.interview.state import Interview
from brasstacks.interview.typed import Typed, refused
from brasstacks.words import _


def run(interview: Interview, line: Line, now: datetime, *, selected: str = "") -> Outcome:
    """Carry out a command line.

    Args:
        interview: changed by it.
        line: as parsed.
        now: the moment.
        selected: the words that are selected in the box.
    """
    if line.goal is not None:
        return interview.go(line.goal, now)
    if line.command is None:
        return Outcome(done=False, message=_("There is no command “{word}”.").format(word=line.word))
    if (effect := _OPENS.get(line.command.id)) is not None:
        return Outcome(done=True, effect=effect)
    return _DOES[line.command.id](interview, Typed(line.argument, now, selected))


def changes(line: Line) -> bool:
    """Whether a command line may change the session: where it can only be read, such a line is not carried out."""
    return line.command is not None and line.command.id not in _SHOW


def _card(_interview: Interview, typed: Typed) -> Outcome:
    return Outcome(done=True, effect="cards", argument=typed.words)


def _fit(interview: Interview, _typed: Typed) -> Outcome:
    if interview.private:
        return refused(_("Not now: the screen was hidden. Open the session anew."))
    return Outcome(done=True, effect="fit")


def _language(_interview: Interview, _typed: Typed) -> Outcome:
    return Outcome(done=True, message=_("Here l changes the language, b the question bank."), effect="timeline")


_OPENS: dict[str, Effect] = {
    "agenda": "agenda",
    "options": "options",
    "risks": "risks",
    "expectations": "risks",
    "perceived": "perceived",
    "why": "why",
    "kept": "kept",
    "criteria": "criteria",
    "timeline": "timeline",
    "recap": "recap",
    "review": "review",
    "follow-ups": "follow-ups",
    "changes": "changes",
    "export": "export",
    "record": "record",
    "copy": "copy",
    "hide": "hide",
    "help": "help",
    "settings": "settings",
    "library": "library",
}
"""What the screen opens, and nothing more is done."""

_SHOW = {*_OPENS, "card", "fit", "language"}
"""Commands that change nothing."""

_DOES: dict[str, Callable[[Interview, Typed], Outcome]] = {
    "goal": of_goals.goal,
    "criterion": of_goals.criterion,
    "grow": of_goals.grow,
    "park": of_goals.park,
    "resume": of_goals.resume,
    "note": beside.note,
    "fuzzy": of_turns.fuzzy,
    "accept": of_turns.accept,
    "fine": of_turns.fine,
    "back": of_turns.back,
    "ask": of_turns.ask,
    "later": of_turns.later,
    "edit": of_turns.edit,
    "question": of_turns.question,
    "move": of_turns.move,
    "delete": of_turns.delete,
    "undo": lambda interview, typed: interview.undo(typed.now),
    "redo": lambda interview, typed: interview.redo(typed.now),
    "price": beside.price,
    "follow-up": beside.follow_up,
    "problem": of_goals.problem,
    "option": of_goals.option,
    "budget": beside.budget,
    "risk": beside.risk,
    "complaint": beside.complaint,
    "decided": beside.decided,
    "card": _card,
    "fit": _fit,
    "refer": lambda _interview, _typed: Outcome(done=True, effect="refer"),
    "language": _language,
}
