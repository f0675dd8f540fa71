"""What each command does to an interview: one small function a command."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from brasstacks import criteria, editing, promises
from brasstacks.glance import kept
from brasstacks.interview.commands import Line
from brasstacks.interview.state import TAKEN, Effect, Interview, Outcome
from brasstacks.language import Kind
from brasstacks.questions import AsksFor
from brasstacks.session import CriterionStatus, Goal, GoalStatus, Provenance, Turn
from brasstacks.words import _


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as it was typed."""

    argument: str
    now: datetime
    selected: str = ""
    """What was selected in the box."""

    @property
    def words(self) -> str:
        """What the command is about: what follows its name, else the selected words."""
        return self.argument or self.selected.strip()

    @property
    def number(self) -> int | None:
        """The number that it begins with."""
        found = re.match(r"\d+", self.argument)
        return int(found[0]) if found else None


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
    return _DOES[line.command.id](interview, Typed(line.argument, now, selected))


def _refused(message: str) -> Outcome:
    return Outcome(done=False, message=message)


def _needs_words() -> Outcome:
    return _refused(_("What? Write it after the command, or select words in the box."))


def _needs_goal() -> Outcome:
    return _refused(_("First the goal: what does the client want?"))


def _goal(interview: Interview, typed: Typed) -> Outcome:
    return interview.add_goal(typed.words, typed.now) if typed.words else _needs_words()


def _criterion(interview: Interview, typed: Typed) -> Outcome:
    goal, draft = interview.goal, interview.draft
    if goal is None or draft is None:
        return _needs_goal()
    fields: dict[str, object] = {"from_turns": draft.from_turns}
    if typed.argument:
        # The interviewer's wording stays proposed until the client has agreed to it.
        draft, ours = criteria.reworded(draft, typed.argument, interview.session.session.language)
        fields |= {"provenance": Provenance.PROPOSED, "proposed": ours}
    elif not draft and goal.criteria:
        return _refused(_("Nothing new since the last criterion. /criterion TEXT files one in your words."))
    elif not draft:
        return _refused(_("Nothing to file yet: the client has not said anything under this goal."))
    fields |= {facet.value: piece.text for facet, piece in draft.fields.items()}
    fields |= {"statement": draft.statement.text, "sources": draft.sources}
    session = editing.file_criterion(interview.session, goal.id, now=typed.now, new_id=interview.new_id, **fields)
    return interview.aside(
        _("filed criterion"), session, _("Filed as a draft: {statement}").format(statement=fields["statement"])
    )


def _grow(interview: Interview, typed: Typed) -> Outcome:
    goal, fresh = interview.goal, interview.draft
    if goal is None or fresh is None:
        return _needs_goal()
    # Other words would take the client's yes away from one that was agreed.
    standing = [one for one in kept(goal) if one.status is CriterionStatus.DRAFT]
    if not standing:
        return _refused(_("No draft stands under this goal: /criterion files one."))
    new = criteria.additions(fresh, standing[-1])
    if not new:
        return _refused(_("Nothing was said since that the criterion lacks."))
    session = interview.session
    for name, piece in new.items():
        session = editing.word_criterion(session, standing[-1].id, name, piece.text, now=typed.now)
    words = "; ".join(piece.text for piece in new.values())
    return interview.aside(_("grew criterion"), session, _("Added to the criterion: {words}").format(words=words))


def _park(interview: Interview, typed: Typed) -> Outcome:
    now = typed.now
    if typed.words:
        session = editing.park_topic(interview.session, typed.words, now=now, new_id=interview.new_id)
        return interview.aside(_("parked topic"), session, _("Parked: {words}").format(words=typed.words))
    if interview.goal is None:
        return _needs_goal()
    parked = interview.goal
    interview.leave()
    session = editing.decide_goal(interview.session, parked.id, GoalStatus.PARKED, now=now)
    following = next((goal for goal in session.goals if goal.status is GoalStatus.OPEN), None)
    if following is not None:
        session = editing.select_goal(session, following.id, now=now)
    interview.did(_("parked goal"), session, now)
    return Outcome(done=True, message=_("Parked: {words}").format(words=parked.statement))


def _resume(interview: Interview, typed: Typed) -> Outcome:
    session = interview.session
    aside = {number: goal for number, goal in enumerate(session.goals, 1) if goal.status is not GoalStatus.OPEN}
    if typed.number is not None:
        meant = [aside[typed.number]] if typed.number in aside else []
    elif typed.argument:
        return _resume_topic(interview, typed)
    else:
        meant = [goal for goal in aside.values() if goal is interview.goal] or list(aside.values())
    if len(meant) == 1:
        session = editing.decide_goal(session, meant[0].id, GoalStatus.OPEN, now=typed.now)
        return interview.did(_("resumed goal"), session, typed.now)
    parked = [f"{number} {goal.statement}" for number, goal in aside.items()]
    parked += [topic.text for topic in session.parked]
    if not parked:
        return _refused(_("Nothing is parked."))
    told = _("Parked: {those}. /resume and a goal's number, or a topic's words.")
    return _refused(told.format(those=" · ".join(parked)))


def _resume_topic(interview: Interview, typed: Typed) -> Outcome:
    words = typed.argument.casefold()
    topic = next((one for one in interview.session.parked if words in one.text.casefold()), None)
    if topic is None:
        return _refused(_("No topic of these words is parked."))
    interview.leave()
    session = editing.take_topic_up(interview.session, topic.id, now=typed.now, new_id=interview.new_id)
    interview.did(_("new goal"), session, typed.now)
    return Outcome(done=True, message=_("A goal now: {words}").format(words=topic.text))


def _note(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _needs_words()
    session = editing.add_note(interview.session, typed.words, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("note"), session, _("Noted."))


def _follow_up(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _needs_words()
    one = promises.parse(typed.words, typed.now.date())
    session = editing.add_follow_up(
        interview.session, one.text, now=typed.now, new_id=interview.new_id, by=one.by, to=one.to, due=one.due
    )
    kept_words = " · ".join(filter(None, (one.text, one.due, one.by)))
    return interview.aside(_("follow-up"), session, _("Kept: {words}").format(words=kept_words))


def _ask(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _refused(_("Whom? Write the name after the command."))
    goal, session = interview.goal, interview.session
    if goal is None:
        return _needs_goal()
    question, waits = interview.question or goal.statement, ""
    if interview.question:
        # Somebody else will answer what stands over the box: it waits in the chain, and leaves the list.
        session = editing.ask_later(
            session, goal.id, question, now=typed.now, new_id=interview.new_id, probe=interview.probe
        )
        waits = session.goal(goal.id).turns[-1].id
    fields = {"to": typed.words, "from_turn": waits, "by": session.session.interviewer}
    session = editing.add_follow_up(session, question, now=typed.now, new_id=interview.new_id, **fields)
    interview.did(_("follow-up"), session, typed.now)
    return Outcome(done=True, message=_("Ask {name}: {question}").format(name=typed.words, question=question))


def _fuzzy(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _needs_words()
    session = editing.mark_fuzzy(interview.session, typed.words, now=typed.now)
    return interview.did(_("fuzzy term"), session, typed.now)


def _accept(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _needs_words()
    session = editing.dismiss(interview.session, typed.words, now=typed.now)
    return interview.did(_("accepted term"), session, typed.now)


def _problem(interview: Interview, typed: Typed) -> Outcome:
    if interview.goal is None:
        return _needs_goal()
    last = interview.turn()
    words = typed.words or (last.answer if last else "")
    if not words:
        return _needs_words()
    was_wish = interview.goal.is_wish
    session = editing.name_problem(interview.session, interview.goal.id, words, now=typed.now)
    if was_wish:
        interview.did(_("problem"), session, typed.now)
        return Outcome(done=True, message=_("The goal is the problem now; the wish stays an option."))
    return interview.aside(_("problem"), session, _("Noted."))


def _option(interview: Interview, typed: Typed) -> Outcome:
    if interview.goal is None and not typed.words:
        return _needs_words()
    session = editing.keep_wish(interview.session, now=typed.now, new_id=interview.new_id, words=typed.words)
    if interview.goal is not None and typed.words:
        return interview.aside(_("new option"), session, _("Kept as an option: {words}").format(words=typed.words))
    interview.did(_("wish kept as an option"), session, typed.now)
    if interview.goal is None or not interview.goal.is_wish:
        return Outcome(done=True, message=_("Kept as an option; the goal is the problem."))
    _ask_for_problem(interview)
    return Outcome(done=True, message=_("Kept as an option. Which problem is behind it? /problem notes it."))


def _ask_for_problem(interview: Interview) -> None:
    """Put the question for the problem behind a wish over the box: one that is offered, else the bank's own."""
    offered = [one.asks_for for one in interview.suggestions]
    if AsksFor.PROBLEM in offered:
        interview.pick(offered.index(AsksFor.PROBLEM))
        return
    behind = (
        one for one in interview.bank.probes if one.asks_for is AsksFor.PROBLEM and Kind.SOLUTION in one.for_kinds
    )
    if (probe := next((one for one in behind if not one.quotes), None)) is not None:
        interview.put(probe.text)


def _budget(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return _needs_words()
    session = editing.name_client(interview.session, now=typed.now, budget=typed.words)
    return interview.aside(_("budget"), session, _("Noted."))


def _risk(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return Outcome(done=True, effect="risks")
    session = editing.note_risk(
        interview.session, typed.words, now=typed.now, new_id=interview.new_id, raised=typed.now
    )
    return interview.aside(_("new risk"), session, _("Noted."))


def _complaint(interview: Interview, typed: Typed) -> Outcome:
    if not typed.words:
        return Outcome(done=True, effect="perceived")
    session = editing.add_complaint(interview.session, typed.words, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("complaint"), session, _("Noted. /perceived brings it to an ending."))


def _decided(interview: Interview, typed: Typed) -> Outcome:
    session = editing.tick_sign(interview.session, "decided_before_price", 1.0, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("own note"), session, _("Noted."))


def _card(_interview: Interview, typed: Typed) -> Outcome:
    return Outcome(done=True, effect="cards", argument=typed.words)


def _fit(interview: Interview, _typed: Typed) -> Outcome:
    if interview.private:
        return _refused(_("Not now: the screen was hidden. Open the session anew."))
    return Outcome(done=True, effect="fit")


def _fine(interview: Interview, typed: Typed) -> Outcome:
    drift = interview.followed.drift if interview.followed else None
    goal = interview.goal
    if goal is None or drift is None or not drift.evidence:
        return _refused(_("There is no warning to overrule."))
    session = interview.session
    for number in drift.evidence:
        why = typed.words or _("fine")
        session = editing.overrule(session, goal.turns[number - 1].id, why, now=typed.now)
    return interview.did(_("overruled warning"), session, typed.now)


def _back(interview: Interview, _typed: Typed) -> Outcome:
    if not interview.bank.returns:
        return _refused(_("The bank has no way back to the last instance."))
    asked = {turn.question for turn in interview.goal.turns} if interview.goal else set()
    fresh = [way for way in interview.bank.returns if way.text not in asked] or list(interview.bank.returns)
    interview.put(fresh[0].text, fresh[0].id)
    return TAKEN


def _later(interview: Interview, typed: Typed) -> Outcome:
    goal = interview.goal
    if goal is None or not interview.question:
        return _needs_goal()
    session = editing.ask_later(
        interview.session, goal.id, interview.question, now=typed.now, new_id=interview.new_id, probe=interview.probe
    )
    return interview.did(_("question for later"), session, typed.now)


def _turn_meant(interview: Interview, typed: Typed) -> Turn | None:
    return interview.turn(typed.number)


def _no_such_answer() -> Outcome:
    return _refused(_("There is no answer of that number here."))


def _edit(interview: Interview, typed: Typed) -> Outcome:
    turn = _turn_meant(interview, typed)
    if turn is None:
        return _no_such_answer()
    interview.correct(turn)
    return Outcome(done=True, effect="edit")


def _question(interview: Interview, typed: Typed) -> Outcome:
    turn = _turn_meant(interview, typed)
    words = re.sub(r"^\d+\s*", "", typed.argument)
    if turn is None:
        return _no_such_answer()
    if not words:
        return _needs_words()
    session = editing.correct_question(interview.session, turn.id, words, now=typed.now)
    name = _("edited question {number}").format(number=interview.number_of(turn))
    return interview.did(name, session, typed.now)


def _move(interview: Interview, typed: Typed) -> Outcome:
    numbers = [int(number) for number in re.findall(r"\d+", typed.argument)]
    if not 1 <= len(numbers) <= 2:
        return _refused(_("To which goal? Write its number after the command."))
    turn = interview.turn(numbers[0] if len(numbers) == 2 else None)
    goals = interview.session.goals
    if turn is None:
        return _no_such_answer()
    if not 1 <= numbers[-1] <= len(goals):
        return _refused(_("There is no goal {number}.").format(number=numbers[-1]))
    target: Goal = goals[numbers[-1] - 1]
    session = editing.move_turn(interview.session, turn.id, target.id, now=typed.now)
    name = _("moved answer {number}").format(number=interview.number_of(turn))
    interview.did(name, session, typed.now)
    return Outcome(done=True, message=_("Moved to “{goal}”.").format(goal=target.statement))


def _delete(interview: Interview, typed: Typed) -> Outcome:
    turn = _turn_meant(interview, typed) if typed.number is not None else None
    if turn is None:
        return _no_such_answer()
    name = _("deleted answer {number}").format(number=interview.number_of(turn))
    interview.did(name, editing.delete_turn(interview.session, turn.id, now=typed.now), typed.now)
    return Outcome(done=True, message=_("Deleted; /undo brings it back."))


def _price(interview: Interview, typed: Typed) -> Outcome:
    session = editing.stamp_price(interview.session, now=typed.now)
    return interview.aside(_("price asked"), session, _("Noted: the price was asked."))


def _language(_interview: Interview, _typed: Typed) -> Outcome:
    return Outcome(done=True, message=_("Here l changes the language, b the question bank."), effect="timeline")


def _opens(effect: Effect) -> Callable[[Interview, Typed], Outcome]:
    return lambda _interview, _typed: Outcome(done=True, effect=effect)


_DOES: dict[str, Callable[[Interview, Typed], Outcome]] = {
    "goal": _goal,
    "criterion": _criterion,
    "grow": _grow,
    "park": _park,
    "resume": _resume,
    "note": _note,
    "fuzzy": _fuzzy,
    "accept": _accept,
    "fine": _fine,
    "back": _back,
    "ask": _ask,
    "later": _later,
    "edit": _edit,
    "question": _question,
    "move": _move,
    "delete": _delete,
    "undo": lambda interview, typed: interview.undo(typed.now),
    "redo": lambda interview, typed: interview.redo(typed.now),
    "price": _price,
    "follow-up": _follow_up,
    "problem": _problem,
    "option": _option,
    "budget": _budget,
    "risk": _risk,
    "complaint": _complaint,
    "decided": _decided,
    "card": _card,
    "fit": _fit,
    "agenda": _opens("agenda"),
    "options": _opens("options"),
    "risks": _opens("risks"),
    "expectations": _opens("risks"),
    "perceived": _opens("perceived"),
    "refer": _opens("refer"),
    "why": _opens("why"),
    "kept": _opens("kept"),
    "criteria": _opens("criteria"),
    "timeline": _opens("timeline"),
    "language": _language,
    "recap": _opens("recap"),
    "review": _opens("review"),
    "follow-ups": _opens("follow-ups"),
    "changes": _opens("changes"),
    "export": _opens("export"),
    "record": _opens("record"),
    "copy": _opens("copy"),
    "hide": _opens("hide"),
    "help": _opens("help"),
    "library": _opens("library"),
}
