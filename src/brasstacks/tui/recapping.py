"""What the Recap shows, as content."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from brasstacks import criteria, figures
from brasstacks.identity import SessionStatus
from brasstacks.recap import Recap, next_contact
from brasstacks.session import GoalStatus, SelfCheck, Session
from brasstacks.tui import glyphs, looks, promising
from brasstacks.tui.cells import seen
from brasstacks.tui.wording import STEP_BARS, missing_words, step_style, step_word, still_open
from brasstacks.words import _

NO_CHECK = SelfCheck()


def questions() -> dict[str, str]:
    """The three questions to oneself, by the field that keeps the answer."""
    return {
        "right": _("Did I act rightly?"),
        "client": _("Did we do all we could for the client?"),
        "ours": _("Did we keep our own interests?"),
    }


def outcome(session: Session, recap: Recap) -> Content:
    """The goals with their endings, and the criteria by step, the highest first."""
    parts = [_heading(_("Goals")), *_goals(session)]
    parts += [Content(), _heading(_("Criteria"))]
    for step in range(len(recap.by_step) - 1, -1, -1):
        for standing in recap.by_step[step]:
            bars, style = STEP_BARS[step], step_style(standing.step)
            beside = _beside(standing.step)
            parts.append(Content.assemble((f"{bars} ", style), seen(standing.criterion.statement), (beside, "$muted")))
    parts += [
        Content.assemble(("×    ", "$muted"), (seen(f"{one.statement} ({one.rejected_because})"), "$muted"))
        for one in recap.rejected
    ]
    if not any(recap.by_step) and not recap.rejected:
        parts.append(Content.styled(_("None yet: /criterion files one from what was said."), "$muted"))
    return Content("\n").join(parts)


def _beside(step: criteria.Step) -> str:
    missing = missing_words(step.missing)
    word = step_word(step.step)
    return "   " + (_("{step}: lacks {missing}").format(step=word, missing=missing) if missing else word)


def _goals(session: Session) -> Iterable[Content]:
    if not session.goals:
        yield Content.styled(_("No goal yet."), "$muted")
    for number, goal in enumerate(session.goals, 1):
        concrete, kept = looks.criteria_count(goal, session.fuzzy)
        ended = "" if goal.status is GoalStatus.OPEN else f" · {glyphs.goal_status_word(goal.status)}"
        if goal.referral is not None and goal.status is GoalStatus.REFERRED:
            ended += f": {goal.referral.title}"
        glyph = looks.goal_glyph(goal, session.fuzzy)
        count = f"   {concrete}/{kept}{ended}"
        yield Content.assemble((f"{glyph} ", "$primary"), f"{number} {seen(goal.statement)}", (seen(count), "$muted"))


def left(session: Session, recap: Recap, today: date, unspoken: Iterable[str] = ()) -> Content:
    """What is open, what was promised, when to get in touch, and the questions to oneself."""
    parts = [_heading(_("Still open"))]
    parts += [Content(f"○ {seen(still_open(one))}") for one in recap.open]
    parts += [Content(f"‖ {seen(topic.text)}") for topic in session.parked]
    if not recap.open and not session.parked:
        parts.append(Content.styled(_("Nothing is open."), "$muted"))
    if titles := " · ".join(unspoken):
        parts.append(Content.assemble((_("Not spoken of") + ": ", "$muted"), (seen(titles), "$muted")))
    parts += [Content(), _heading(_("Promised"))]
    every = (*recap.promised, *recap.done)
    parts.append(promising.sections(every, today) if every else Content.styled(_("Nothing yet: p, a."), "$muted"))
    if (day := next_contact(session, today)) is not None:
        words = _("Clients need attention: n keeps {day} for getting in touch.").format(
            day=figures.weekday_and_day(day)
        )
        parts.append(Content.styled(words, "$secondary"))
    parts += [Content(), _heading(_("To oneself, for your eyes only"))]
    check = session.self_check or NO_CHECK
    for number, (name, question) in enumerate(questions().items(), 1):
        answer = getattr(check, name)
        parts.append(Content.assemble((f"{number} {question} ", "$foreground"), (seen(answer), "bold")))
    return Content("\n").join(parts)


def state(session: Session) -> Content:
    """Whether the session is still being held, on one line."""
    clock = glyphs.clock(session.seconds, session.session.planned_minutes)
    if session.session.status is SessionStatus.CLOSED:
        when = session.session.closed_at
        day = figures.weekday_and_day(when.date()) if when else "—"
        words = _("Closed {day} · {clock} · x takes it up again").format(day=day, clock=clock)
        return Content.styled(words, "$success")
    return Content.styled(_("Open · {clock} · x closes it; nothing is lost by that").format(clock=clock), "$secondary")


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $primary")
