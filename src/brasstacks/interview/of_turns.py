"""Commands about the turns of the chain in hand and the words that were said in them."""

import re

from brasstacks import editing
from brasstacks.interview.outcome import TAKEN, Outcome
from brasstacks.interview.state import Interview
from brasstacks.interview.typed import Typed, needs_goal, needs_words, refused
from brasstacks.session import Goal, Turn
from brasstacks.words import _


def back(interview: Interview, _typed: Typed) -> Outcome:
    """Ask for the last instance, in words that were not used yet."""
    if not interview.bank.returns:
        return refused(_("The bank has no way back to the last instance."))
    asked = {turn.question for turn in interview.goal.turns} if interview.goal else set()
    fresh = [way for way in interview.bank.returns if way.text not in asked] or list(interview.bank.returns)
    interview.put(fresh[0].text, fresh[0].id)
    return TAKEN


def ask(interview: Interview, typed: Typed) -> Outcome:
    """Somebody else knows the answer: the question waits, and a follow-up names them."""
    if not typed.words:
        return refused(_("Whom? Write the name after the command."))
    goal, session = interview.goal, interview.session
    if goal is None:
        return needs_goal()
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


def later(interview: Interview, typed: Typed) -> Outcome:
    """The question over the box was asked; its answer is filled in later."""
    goal = interview.goal
    if goal is None or not interview.question:
        return needs_goal()
    session = editing.ask_later(
        interview.session, goal.id, interview.question, now=typed.now, new_id=interview.new_id, probe=interview.probe
    )
    return interview.did(_("question for later"), session, typed.now)


def edit(interview: Interview, typed: Typed) -> Outcome:
    """Have an answer back in the box."""
    turn = _turn_meant(interview, typed)
    if turn is None:
        return _no_such_answer()
    interview.correct(turn)
    return Outcome(done=True, effect="edit")


def question(interview: Interview, typed: Typed) -> Outcome:
    """Correct the wording of a question."""
    turn = _turn_meant(interview, typed)
    words = re.sub(r"^\d+\s*", "", typed.argument)
    if turn is None:
        return _no_such_answer()
    if not words:
        return needs_words()
    session = editing.correct_question(interview.session, turn.id, words, now=typed.now)
    name = _("edited question {number}").format(number=interview.number_of(turn))
    return interview.did(name, session, typed.now)


def move(interview: Interview, typed: Typed) -> Outcome:
    """Move an answer to another goal."""
    numbers = [int(number) for number in re.findall(r"\d+", typed.argument)]
    if not 1 <= len(numbers) <= 2:
        return refused(_("To which goal? Write its number after the command."))
    turn = interview.turn(numbers[0] if len(numbers) == 2 else None)
    goals = interview.session.goals
    if turn is None:
        return _no_such_answer()
    if not 1 <= numbers[-1] <= len(goals):
        return refused(_("There is no goal {number}.").format(number=numbers[-1]))
    target: Goal = goals[numbers[-1] - 1]
    session = editing.move_turn(interview.session, turn.id, target.id, now=typed.now)
    name = _("moved answer {number}").format(number=interview.number_of(turn))
    interview.did(name, session, typed.now)
    return Outcome(done=True, message=_("Moved to “{goal}”.").format(goal=target.statement))


def delete(interview: Interview, typed: Typed) -> Outcome:
    """Take an answer out of its chain."""
    turn = _turn_meant(interview, typed) if typed.number is not None else None
    if turn is None:
        return _no_such_answer()
    name = _("deleted answer {number}").format(number=interview.number_of(turn))
    interview.did(name, editing.delete_turn(interview.session, turn.id, now=typed.now), typed.now)
    return Outcome(done=True, message=_("Deleted; /undo brings it back."))


def fine(interview: Interview, typed: Typed) -> Outcome:
    """Overrule the warning at each of its turns."""
    drift = interview.followed.drift if interview.followed else None
    goal = interview.goal
    if goal is None or drift is None or not drift.evidence:
        return refused(_("There is no warning to overrule."))
    session = interview.session
    for number in drift.evidence:
        why = typed.words or _("fine")
        session = editing.overrule(session, goal.turns[number - 1].id, why, now=typed.now)
    return interview.did(_("overruled warning"), session, typed.now)


def fuzzy(interview: Interview, typed: Typed) -> Outcome:
    """Keep a term as known to be vague."""
    if not typed.words:
        return needs_words()
    session = editing.mark_fuzzy(interview.session, typed.words, now=typed.now)
    return interview.did(_("fuzzy term"), session, typed.now)


def accept(interview: Interview, typed: Typed) -> Outcome:
    """A term is clear to both and not challenged again."""
    if not typed.words:
        return needs_words()
    session = editing.dismiss(interview.session, typed.words, now=typed.now)
    return interview.did(_("accepted term"), session, typed.now)


def _turn_meant(interview: Interview, typed: Typed) -> Turn | None:
    return interview.turn(typed.number)


def _no_such_answer() -> Outcome:
    return refused(_("There is no answer of that number here."))
