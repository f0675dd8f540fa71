"""`replay`: a session turn by turn through the same judgements as on the day, and its criteria in the end."""

import argparse

from brasstacks import chain
from brasstacks.cli.chains import show_chain
from brasstacks.cli.common import load, workspace_of
from brasstacks.cli.page import Page
from brasstacks.cli.views import INDENT, criterion_line, show_head
from brasstacks.export import FORMATS, as_text
from brasstacks.labels import labels
from brasstacks.questions import Bank
from brasstacks.session import Goal, GoalStatus, Session
from brasstacks.storage import workspace
from brasstacks.storage.banks import Banks, BankUnreadable
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _


def replay(arguments: argparse.Namespace) -> None:
    """`brasstacks replay`."""
    if not arguments.plain:
        from brasstacks.cli import playing  # noqa: PLC0415 - the screen is another matter

        playing.replay(arguments)
        return
    loaded = load(arguments, arguments.session)
    session = loaded.session
    page = Page()
    show_head(page, session)
    bank = _bank(session, workspace_of(arguments), workspace.of_session(loaded.path), page)
    extra = bank.lexicon.as_extra()
    for number, goal in enumerate(session.goals, 1):
        show_chain(page, f"{number}. {goal.statement}", chain.of_goal(session, goal, extra=extra), bank)
        _show_ending(page, session, goal)
    page.rule()
    page.markdown(as_text(FORMATS["markdown"], session))


def _show_ending(page: Page, session: Session, goal: Goal) -> None:
    """What a goal came to: its criteria, and how it was decided."""
    for criterion in goal.criteria:
        page.say(criterion_line(criterion, session), indent=INDENT, lead=" ▸")
    if goal.status is not GoalStatus.OPEN:
        title = goal.referral.title if goal.referral else ""
        standing = labels(session.session.language)[f"goal_{goal.status}"]
        page.say(": ".join(filter(None, (standing, title))), "bold", indent=INDENT, lead=" ▸")
    if goal.criteria or goal.status is not GoalStatus.OPEN:
        page.say()


def _bank(session: Session, meant: Workspace, own: Workspace, page: Page) -> Bank:
    """The session's bank, from the workspace meant or its own; the core bank when it is not to be had, and why."""
    header = session.session
    reasons = []
    for there in dict.fromkeys((meant, own)):
        try:
            return Banks(there).for_session(header.bank, header.language)
        except BankUnreadable as error:
            reasons.append(str(error))
    core = Banks(meant).core(header.language)
    page.say(_("{why}; {id} stands in for it").format(why=reasons[0], id=core.id), "yellow")
    page.say()
    return core
