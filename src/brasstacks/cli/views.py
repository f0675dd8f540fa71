"""Readings and sessions on a page."""

from collections.abc import Iterable

from rich.text import Text

from brasstacks import figures
from brasstacks.chain import Heard, of_goal
from brasstacks.cli.harmless import harmless
from brasstacks.cli.marks import marked
from brasstacks.cli.page import Page
from brasstacks.criteria import ladder
from brasstacks.labels import labels
from brasstacks.language import Facet, Level, Reading
from brasstacks.language.explain import any_words
from brasstacks.session import Criterion, GoalStatus, Session
from brasstacks.words import _

LEVEL_GLYPH = {Level.VAGUE: "▁", Level.PARTIAL: "▄", Level.CONCRETE: "█"}
LEVEL_STYLE = {Level.VAGUE: "yellow", Level.PARTIAL: "cyan", Level.CONCRETE: "green"}
INDENT = 4


def show_reading(page: Page, reading: Reading) -> None:
    """All that is heard in a text, with its contributions when it has them.

    Args:
        page: where.
        reading: of the text.
    """
    names = labels(reading.lang)
    show_words(page, reading)
    page.say()
    page.say(level_mark(reading).append(f"  {figures.number(reading.score, 2)}", "dim"))
    show_facets(page, reading.facets, reading.lang)
    for finding in reading.findings:
        line = Text("~ " if finding.challenge else "· ", "yellow" if finding.challenge else "dim")
        line.append(harmless(f"«{finding.text}» "), "bold")
        # Where the words of its kind do not carry it, the kind is a guess that serves the questions alone.
        kind = "" if finding.why == any_words(reading.lang) else f"{names[finding.kind]}: "
        line.append(f"{kind}{finding.why}", "default")
        line.append("" if finding.challenge else f" ({names['mark_only']})", "dim")
        page.say(line)
    if reading.contributions:
        page.say()
        for one in reading.contributions:
            page.say(f"{one.weight:+6.2f}  {one.what}", "dim")


def show_head(page: Page, session: Session) -> None:
    """Whose conversation it is, and when it was held."""
    header, client = session.session, session.client
    who = " · ".join(filter(None, (client.name, client.organisation, header.title)))
    page.say(who or session.id, "bold")
    minutes = _("{count} min").format(count=round(session.seconds / 60)) if session.seconds else ""
    page.say(" · ".join(filter(None, (figures.day(header.created), header.language, minutes))), "dim")
    page.say()


def show_session(page: Page, session: Session) -> None:
    """A session as it stands: its goals, what was said, and how far each criterion has come."""
    names = labels(session.session.language)
    show_head(page, session)
    for number, goal in enumerate(session.goals, 1):
        standing = "" if goal.status is GoalStatus.OPEN else f" ({names[f'goal_{goal.status}']})"
        page.say(f"{number}. {goal.statement}{standing}", "bold")
        for turn, noted in zip(of_goal(session, goal).turns, goal.turns, strict=True):
            page.say(f"{turn.number:>2}  {noted.question_put or '—'}", "dim")
            page.say(_answer(turn, names["later"]), indent=INDENT)
        for criterion in goal.criteria:
            page.say(criterion_line(criterion, session), indent=INDENT)
        page.say()


def _answer(turn: Heard, later: str) -> Text:
    if turn.turn.later:
        return Text(f"… {later}", "dim")
    answer = Text(f"{LEVEL_GLYPH[turn.reading.level]} ", LEVEL_STYLE[turn.reading.level])
    return answer.append(harmless(turn.answer, keep="\n"), "default")


def criterion_line(criterion: Criterion, session: Session) -> Text:
    """A criterion with its step on the ladder, and what the next one needs."""
    names, step = labels(session.session.language), ladder(criterion, fuzzy=session.fuzzy)
    line = Text(f"{step.step}/4 ", "green" if step.concrete else "yellow")
    line.append(harmless(criterion.statement), "default")
    if step.missing:
        line.append(f"  {names['missing']}: {', '.join(names.get(one, one) for one in step.missing)}", "dim")
    return line


def show_words(page: Page, reading: Reading, *, indent: int = 0) -> None:
    """A text with the marks of what is heard under its words."""
    for line in marked(reading, page.width - indent):
        page.say(line, indent=indent)


def show_facets(page: Page, given: Iterable[Facet], lang: str, *, indent: int = 0) -> None:
    """Which facets are given, and which not."""
    names, there, line = labels(lang), frozenset(given), Text()
    for facet in Facet:
        here = facet in there
        line.append(f"{'✓' if here else '·'} {names[f'short_{facet}']}  ", "green" if here else "dim")
    page.say(line, indent=indent)


def level_mark(reading: Reading) -> Text:
    """The level of an answer, as a glyph and a word."""
    return Text(f"{LEVEL_GLYPH[reading.level]} {labels(reading.lang)[reading.level]}", LEVEL_STYLE[reading.level])
