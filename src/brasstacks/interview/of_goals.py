"""Commands about a goal: what is behind it, what comes of it, and setting it aside."""

from brasstacks import criteria, editing
from brasstacks.glance import kept
from brasstacks.interview.outcome import Outcome
from brasstacks.interview.state import Interview
from brasstacks.interview.typed import Typed, needs_goal, needs_words, refused
from brasstacks.language import Kind
from brasstacks.questions import AsksFor
from brasstacks.session import CriterionStatus, GoalStatus, Provenance
from brasstacks.words import _


def goal(interview: Interview, typed: Typed) -> Outcome:
    """Add a goal in the client's words."""
    return interview.add_goal(typed.words, typed.now) if typed.words else needs_words()


def problem(interview: Interview, typed: Typed) -> Outcome:
    """Keep what hurts behind the goal in hand."""
    if interview.goal is None:
        return needs_goal()
    said = [turn.answer for turn in interview.goal.turns if turn.answer.strip()]
    words = typed.words or (said[-1] if said else "")
    if not words:
        return needs_words()
    was_wish = interview.goal.is_wish
    session = editing.name_problem(interview.session, interview.goal.id, words, now=typed.now)
    if was_wish:
        interview.did(_("problem"), session, typed.now)
        return Outcome(
            done=True,
            message=_("The goal is the problem now: “{words}”. The wish stays an option.").format(words=words),
        )
    return interview.aside(_("problem"), session, _("The problem: “{words}”").format(words=words))


def option(interview: Interview, typed: Typed) -> Outcome:
    """Keep a wish as an option; alone: the goal in hand is one."""
    if interview.goal is None and not typed.words:
        return needs_words()
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


def park(interview: Interview, typed: Typed) -> Outcome:
    """Set a topic aside, or the goal in hand."""
    now = typed.now
    if typed.words:
        session = editing.park_topic(interview.session, typed.words, now=now, new_id=interview.new_id)
        return interview.aside(_("parked topic"), session, _("Parked: {words}").format(words=typed.words))
    if interview.goal is None:
        return needs_goal()
    parked = interview.goal
    session = editing.decide_goal(interview.session, parked.id, GoalStatus.PARKED, now=now)
    interview.ended(_("parked goal"), session, now)
    return Outcome(done=True, message=_("Parked: {words}").format(words=parked.statement))


def resume(interview: Interview, typed: Typed) -> Outcome:
    """Take up again what was parked."""
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
        return refused(_("Nothing is parked."))
    told = _("Parked: {those}. /resume and a goal's number, or a topic's words.")
    return refused(told.format(those=" · ".join(parked)))


def _resume_topic(interview: Interview, typed: Typed) -> Outcome:
    words = typed.argument.casefold()
    topic = next((one for one in interview.session.parked if words in one.text.casefold()), None)
    if topic is None:
        return refused(_("No topic of these words is parked."))
    interview.leave()
    session = editing.take_topic_up(interview.session, topic.id, now=typed.now, new_id=interview.new_id)
    interview.did(_("new goal"), session, typed.now)
    return Outcome(done=True, message=_("A goal now: {words}").format(words=topic.text))


def criterion(interview: Interview, typed: Typed) -> Outcome:
    """File what has grown under the goal as a draft; with words, in those."""
    goal, draft = interview.goal, interview.draft
    if goal is None or draft is None:
        return needs_goal()
    fields: dict[str, object] = {"from_turns": draft.from_turns}
    if typed.argument:
        # The interviewer's wording stays proposed until the client has agreed to it.
        draft, ours = criteria.reworded(draft, typed.argument, interview.session.session.language)
        fields |= {"provenance": Provenance.PROPOSED, "proposed": ours}
    elif not draft and goal.criteria:
        return refused(_("Nothing new since the last criterion. /criterion TEXT files one in your words."))
    elif not draft:
        return refused(_("Nothing to file yet: the client has not said anything under this goal."))
    fields |= {facet.value: piece.text for facet, piece in draft.fields.items()}
    fields |= {"statement": draft.statement.text, "sources": draft.sources}
    session = editing.file_criterion(interview.session, goal.id, now=typed.now, new_id=interview.new_id, **fields)
    return interview.aside(
        _("filed criterion"), session, _("Filed as a draft: {statement}").format(statement=fields["statement"])
    )


def grow(interview: Interview, typed: Typed) -> Outcome:
    """Add what was said since to the last draft."""
    goal, fresh = interview.goal, interview.draft
    if goal is None or fresh is None:
        return needs_goal()
    # Other words would take the client's yes away from one that was agreed.
    standing = [one for one in kept(goal) if one.status is CriterionStatus.DRAFT]
    if not standing:
        return refused(_("No draft stands under this goal: /criterion files one."))
    new = criteria.additions(fresh, standing[-1])
    if not new:
        return refused(_("Nothing was said since that the criterion lacks."))
    session = interview.session
    for name, piece in new.items():
        session = editing.word_criterion(session, standing[-1].id, name, piece.text, now=typed.now)
    words = "; ".join(piece.text for piece in new.values())
    return interview.aside(_("grew criterion"), session, _("Added to the criterion: {words}").format(words=words))
