"""Readings, chains and sessions on a page."""

from collections.abc import Iterable

from rich.text import Text

from brasstacks.chain import Chain, Heard, of_goal
from brasstacks.cli.marks import harmless, marked
from brasstacks.cli.page import Page
from brasstacks.criteria import ladder
from brasstacks.drift import Drift, State
from brasstacks.follow import follow
from brasstacks.labels import labels
from brasstacks.language import Facet, Level, Reading
from brasstacks.questions import Bank
from brasstacks.session import Criterion, GoalStatus, Session

LEVEL_GLYPH = {Level.VAGUE: "▁", Level.PARTIAL: "▄", Level.CONCRETE: "█"}
LEVEL_STYLE = {Level.VAGUE: "yellow", Level.PARTIAL: "cyan", Level.CONCRETE: "green"}
STATE_GLYPH = {State.ON_TRACK: "●", State.WATCH: "◐", State.STALLED: "■", State.COACHING: "◆"}
STATE_STYLE = {
    State.ON_TRACK: "green",
    State.WATCH: "yellow",
    State.STALLED: "bold red",
    State.COACHING: "bold magenta",
}
BARS = "▁▂▃▄▅▆▇█"
INDENT = 4


def show_reading(page: Page, reading: Reading, *, why: bool = False) -> None:
    """All that is heard in a text.

    Args:
        page: where.
        reading: of the text.
        why: whether each word's part in the level is told.
    """
    names = labels(reading.lang)
    _words(page, reading)
    page.say()
    page.say(_level(reading).append(f"  {reading.score:.2f}", "dim"))
    _facets(page, reading.facets, reading.lang)
    for finding in reading.findings:
        line = Text("~ " if finding.challenge else "· ", "yellow" if finding.challenge else "dim")
        line.append(harmless(f"«{finding.text}» "), "bold")
        line.append(f"{names[finding.kind]}: {finding.why}", "default")
        line.append("" if finding.challenge else f" ({names['mark_only']})", "dim")
        page.say(line)
    if why:
        page.say()
        for one in reading.contributions:
            page.say(f"{one.weight:+6.2f}  {one.what}", "dim")


def show_chain(page: Page, goal: str, chain: Chain, bank: Bank) -> None:
    """A chain turn by turn: question, answer with its marks, how it is going, and what to ask next.

    Args:
        page: where.
        goal: its heading; of an empty one the word for it.
        chain: as heard.
        bank: of the next questions, joined with those that it extends.
    """
    page.say(goal or labels(chain.lang)["goal"], "bold underline")
    page.say()
    for number, turn in enumerate(chain.turns, 1):
        so_far = Chain(lang=chain.lang, goal=chain.goal, turns=chain.turns[:number])
        page.say(f"{turn.number:>2}  {turn.question or '—'}", "bold")
        if turn.turn.later:
            page.say(f"… {labels(chain.lang)['later']}", "dim", indent=INDENT)
        else:
            _show_answer(page, turn, so_far, bank)
        page.say()


def _show_answer(page: Page, turn: Heard, so_far: Chain, bank: Bank) -> None:
    names, judged = labels(so_far.lang), follow(so_far, bank)
    _words(page, turn.reading, indent=INDENT)
    page.say(_level(turn.reading).append("   ").append_text(_state(judged.drift, so_far.lang)), indent=INDENT)
    _facets(page, so_far.facets, so_far.lang, indent=INDENT)
    for finding in turn.reading.challenges:
        page.say(f"«{finding.text}» {names[finding.kind]}: {finding.why}", "dim", indent=INDENT)
    if turn.turn.overruled:
        page.say(f"{names['overruled']}: {turn.turn.overruled}", "dim", indent=INDENT)
    for one in judged.suggestions[:1]:
        page.say(f"→ {one.text}", "bold cyan", indent=INDENT)
        page.say(one.because, "dim", indent=INDENT + 2)


def show_head(page: Page, session: Session) -> None:
    """Whose conversation it is, and when it was held."""
    header, client = session.session, session.client
    who = " · ".join(filter(None, (client.name, client.organisation, header.title)))
    page.say(who or session.id, "bold")
    minutes = f"{round(session.seconds / 60)} min" if session.seconds else ""
    page.say(" · ".join(filter(None, (f"{header.created:%Y-%m-%d}", header.language, minutes))), "dim")
    page.say()


def show_session(page: Page, session: Session) -> None:
    """A session as it stands: its goals, what was said, and how far each criterion has come."""
    names = labels(session.session.language)
    show_head(page, session)
    for number, goal in enumerate(session.goals, 1):
        standing = "" if goal.status is GoalStatus.OPEN else f" ({names[f'goal_{goal.status}']})"
        page.say(f"{number}. {goal.statement}{standing}", "bold")
        for turn in of_goal(session, goal).turns:
            page.say(f"{turn.number:>2}  {turn.question or '—'}", "dim")
            page.say(_answer(turn, names["later"]), indent=INDENT)
        for criterion in goal.criteria:
            page.say(_criterion(criterion, session), indent=INDENT)
        page.say()


def _answer(turn: Heard, later: str) -> Text:
    if turn.turn.later:
        return Text(f"… {later}", "dim")
    answer = Text(f"{LEVEL_GLYPH[turn.reading.level]} ", LEVEL_STYLE[turn.reading.level])
    return answer.append(harmless(turn.answer, keep="\n"), "default")


def _criterion(criterion: Criterion, session: Session) -> Text:
    names, step = labels(session.session.language), ladder(criterion, fuzzy=session.fuzzy)
    line = Text(f"{step.step}/4 ", "green" if step.concrete else "yellow")
    line.append(harmless(criterion.statement), "default")
    if step.missing:
        line.append(f"  {names['missing']}: {', '.join(names.get(one, one) for one in step.missing)}", "dim")
    return line


def _words(page: Page, reading: Reading, *, indent: int = 0) -> None:
    for line in marked(reading, page.width - indent):
        page.say(line, indent=indent)


def _facets(page: Page, given: Iterable[Facet], lang: str, *, indent: int = 0) -> None:
    names, there, line = labels(lang), frozenset(given), Text()
    for facet in Facet:
        here = facet in there
        line.append(f"{'✓' if here else '·'} {names[f'short_{facet}']}  ", "green" if here else "dim")
    page.say(line, indent=indent)


def _level(reading: Reading) -> Text:
    return Text(f"{LEVEL_GLYPH[reading.level]} {labels(reading.lang)[reading.level]}", LEVEL_STYLE[reading.level])


def _state(drift: Drift, lang: str) -> Text:
    text = Text(f"{STATE_GLYPH[drift.state]} {labels(lang)[drift.state]}  ", STATE_STYLE[drift.state])
    text.append("".join(BARS[min(gain, len(BARS) - 1)] for gain in drift.gains), "dim")
    if drift.cause:
        where = ", ".join(map(str, drift.evidence))
        text.append(f"  {drift.cause}" + (f" ({labels(lang)['turns']} {where})" if where else ""), "not bold")
    return text
