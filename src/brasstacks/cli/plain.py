"""What the commands print for people: rich, never markup; on a pipe the same words without colour."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from brasstacks.chain import Chain, Heard, of_goal
from brasstacks.cli.marks import harmless, marked
from brasstacks.criteria import ladder
from brasstacks.drift import Drift, State
from brasstacks.follow import follow
from brasstacks.labels import labels
from brasstacks.language import Facet, Level, Reading
from brasstacks.questions import Bank
from brasstacks.session import Criterion, GoalStatus, Session

LEVEL_GLYPH = {Level.VAGUE: "○", Level.PARTIAL: "◐", Level.CONCRETE: "●"}
LEVEL_STYLE = {Level.VAGUE: "yellow", Level.PARTIAL: "cyan", Level.CONCRETE: "green"}
STATE_GLYPH = {State.ON_TRACK: "●", State.WATCH: "◐", State.STALLED: "■", State.COACHING: "▲"}
STATE_STYLE = {
    State.ON_TRACK: "green",
    State.WATCH: "yellow",
    State.STALLED: "bold red",
    State.COACHING: "bold magenta",
}
BARS = " ▁▂▃▄▅▆▇█"
WIDEST = 100
"""Cells: longer lines are hard to read."""
INDENT = 4


class Page:
    """Where the commands print."""

    def __init__(self, console: Console | None = None) -> None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # a terminal that has no such letter shows a question mark
        self._console = console or Console(markup=False, highlight=False, emoji=False, soft_wrap=False)
        self.width = min(self._console.width, WIDEST)

    def say(self, text: str | Text = "", style: str = "", *, indent: int = 0) -> None:
        """A paragraph; control characters in it are shown, not obeyed."""
        shown = text if isinstance(text, Text) else Text(harmless(text, keep="\n"), style)
        for line in shown.wrap(self._console, self.width - indent) or [Text()]:
            line.rstrip()
            whole = Text(" " * indent if line else "").append_text(line)
            self._console.print(whole, no_wrap=True, overflow="ignore", crop=False)

    def rule(self) -> None:
        """A line across the page."""
        self.say("─" * self.width, "dim")
        self.say()

    def head(self, session: Session) -> None:
        """Whose conversation it is, and when it was held."""
        header, client = session.session, session.client
        who = " · ".join(filter(None, (client.name, client.organisation, header.title)))
        self.say(who or session.id, "bold")
        minutes = f"{round(session.seconds / 60)} min" if session.seconds else ""
        self.say(" · ".join(filter(None, (f"{header.created:%Y-%m-%d}", header.language, minutes))), "dim")
        self.say()

    def session(self, session: Session) -> None:
        """A session as it stands: its goals, what was said, and how far each criterion has come."""
        names = labels(session.session.language)
        self.head(session)
        for number, goal in enumerate(session.goals, 1):
            heard = of_goal(session, goal)
            standing = "" if goal.status is GoalStatus.OPEN else f" ({names[f'goal_{goal.status}']})"
            self.say(f"{number}. {goal.statement}{standing}", "bold")
            for turn in heard.turns:
                self.say(f"{turn.number:>2}  {turn.question or '—'}", "dim")
                self.say(self._answer(turn, names["later"]), indent=INDENT)
            for criterion in goal.criteria:
                self._criterion(criterion, session)
            self.say()

    @staticmethod
    def _answer(turn: Heard, later: str) -> Text:
        if turn.turn.later:
            return Text(f"… {later}", "dim")
        return Text(f"{LEVEL_GLYPH[turn.reading.level]} ", LEVEL_STYLE[turn.reading.level]).append(
            harmless(turn.answer, keep="\n"), "default"
        )

    def _criterion(self, criterion: Criterion, session: Session) -> None:
        names, step = labels(session.session.language), ladder(criterion, fuzzy=session.fuzzy)
        line = Text(f"{step.step}/4 ", "green" if step.concrete else "yellow")
        line.append(harmless(criterion.statement))
        if step.missing:
            line.append(f"  {names['missing']}: {', '.join(names.get(one, one) for one in step.missing)}", "dim")
        self.say(line, indent=INDENT)

    def table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A table of short texts."""
        table = Table(box=None, header_style="bold", pad_edge=False)
        for number, head in enumerate(heads):
            table.add_column(head, overflow="fold", no_wrap=number == 0)
        for row in rows:
            table.add_row(*(Text(harmless(cell)) for cell in row))
        self._console.print(table)

    def words(self, reading: Reading, *, indent: int = 0) -> None:
        """A text with its marks under the words."""
        for line in marked(reading, self.width - indent):
            self.say(line, indent=indent)

    def reading(self, reading: Reading, *, why: bool = False) -> None:
        """All that is heard in a text."""
        names = labels(reading.lang)
        self.words(reading)
        self.say()
        self.say(_level(reading, f"  {reading.score:.2f}"))
        self._facets(reading.facets, reading.lang, indent=0)
        for finding in reading.findings:
            line = Text("~ " if finding.challenge else "· ", "yellow" if finding.challenge else "dim")
            line.append(harmless(f"«{finding.text}» "), "bold")
            line.append(f"{names[finding.kind]}: {finding.why}")
            line.append("" if finding.challenge else f" ({names['mark_only']})", "dim")
            self.say(line)
        if why:
            self.say()
            for one in reading.contributions:
                self.say(f"{one.weight:+6.2f}  {one.what}", "dim")

    def _facets(self, given: Iterable[Facet], lang: str, *, indent: int) -> None:
        names, there = labels(lang), frozenset(given)
        line = Text()
        for facet in Facet:
            here = facet in there
            line.append(f"{'✓' if here else '·'} {names['short_' + facet]}  ", "green" if here else "dim")
        line.rstrip()
        self.say(line, indent=indent)

    def chain(self, goal: str, chain: Chain, bank: Bank) -> None:
        """A chain turn by turn: question, answer with its marks, how it is going, and what to ask next."""
        names = labels(chain.lang)
        self.say(goal or names["goal"], "bold reverse" if self._console.is_terminal else "bold")
        self.say()
        for number, turn in enumerate(chain.turns, 1):
            so_far = Chain(lang=chain.lang, goal=chain.goal, turns=chain.turns[:number])
            self._turn(turn, so_far, bank)

    def _turn(self, turn: Heard, so_far: Chain, bank: Bank) -> None:
        names = labels(so_far.lang)
        self.say(f"{turn.number:>2}  {turn.question or '—'}", "bold")
        if turn.turn.later:
            self.say(f"… {names['later']}", "dim", indent=INDENT)
            self.say()
            return
        self.words(turn.reading, indent=INDENT)
        judged = follow(so_far, bank)
        line = _level(turn.reading, "   ")
        line.append(_state(judged.drift, so_far.lang))
        self.say(line, indent=INDENT)
        self._facets(so_far.facets, so_far.lang, indent=INDENT)
        for finding in turn.reading.challenges:
            self.say(f"«{finding.text}» {names[finding.kind]}: {finding.why}", "dim", indent=INDENT)
        if turn.turn.overruled:
            self.say(f"{names['overruled']}: {turn.turn.overruled}", "dim", indent=INDENT)
        for one in judged.suggestions[:1]:
            self.say(f"→ {one.text}", "bold cyan", indent=INDENT)
            self.say(one.because, "dim", indent=INDENT + 2)
        self.say()


def _level(reading: Reading, after: str = "") -> Text:
    name = labels(reading.lang)[reading.level]
    return Text(f"{LEVEL_GLYPH[reading.level]} {name}", LEVEL_STYLE[reading.level]).append(after, "dim")


def _state(drift: Drift, lang: str) -> Text:
    text = Text(f"{STATE_GLYPH[drift.state]} {labels(lang)[drift.state]} ", STATE_STYLE[drift.state])
    text.append("".join(BARS[max(1, min(gain + 1, len(BARS) - 1))] for gain in drift.gains), "dim")
    if drift.cause:
        where = ", ".join(map(str, drift.evidence))
        text.append(f"  {drift.cause}" + (f" ({labels(lang)['turns']} {where})" if where else ""), "not bold")
    return text
