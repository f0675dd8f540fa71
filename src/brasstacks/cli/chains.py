"""A chain on a page, turn by turn: what was asked and why, what was answered, how it was heard, what to ask next."""

from collections.abc import Iterable
from itertools import pairwise

from rich.text import Text

from brasstacks.chain import Chain, Heard
from brasstacks.cli.harmless import harmless
from brasstacks.cli.page import Page
from brasstacks.cli.views import INDENT, level_mark, show_facets, show_words
from brasstacks.drift import Drift, State
from brasstacks.follow import Followed, follow
from brasstacks.labels import labels
from brasstacks.language import Facet, Finding
from brasstacks.questions import Bank, Suggestion

STATE_GLYPH = {State.ON_TRACK: "●", State.WATCH: "◐", State.STALLED: "■", State.COACHING: "◆"}
STATE_STYLE = {
    State.ON_TRACK: "green",
    State.WATCH: "yellow",
    State.STALLED: "bold red",
    State.COACHING: "bold magenta",
}
BARS = "▁▂▃▄▅▆▇█"
OFFERED = 5
"""How many questions the interviewer can choose from on the screen."""


def show_chain(page: Page, goal: str, chain: Chain, bank: Bank) -> None:
    """A chain turn by turn.

    A question that the program offered stands behind an arrow with its reason; what it would have asked instead of a
    question of the interviewer's own stands after the answer before.

    Args:
        page: where.
        goal: its heading; of an empty one the word for it.
        chain: as heard.
        bank: of the next questions, joined with those that it extends.
    """
    page.heading(goal or labels(chain.lang)["goal"])
    page.say()
    stages = [
        follow(Chain(lang=chain.lang, goal=chain.goal, turns=chain.turns[:number]), bank, count=OFFERED)
        for number in range(len(chain.turns) + 1)
    ]
    for before, after in pairwise(stages):
        turn = after.chain.turns[-1]
        offered = _offered(before, turn.question)
        _show_question(page, turn, offered)
        if turn.turn.later:
            page.say(f"… {labels(chain.lang)['later']}", "dim", indent=INDENT)
        else:
            _show_answer(page, turn, before, after)
        _show_next(page, after, chain)
        page.say()
    if chain.turns:
        _show_end(page, stages[-1])


def _offered(before: Followed, question: str) -> Suggestion | None:
    return next((one for one in before.suggestions if one.text == question), None)


def _show_question(page: Page, turn: Heard, offered: Suggestion | None) -> None:
    arrow = "→ " if offered else ""
    page.say(f"{arrow}{turn.question or '—'}", "bold", indent=INDENT, lead=f"{turn.number:>2}")
    if offered:
        page.say(offered.because, "dim", indent=INDENT + 2)


def _show_answer(page: Page, turn: Heard, before: Followed, after: Followed) -> None:
    lang = after.chain.lang
    show_words(page, turn.reading, indent=INDENT)
    line = level_mark(turn.reading).append("   ").append_text(_state(after.drift, lang))
    page.say(line.append_text(_gained(before.chain.facets, after.chain.facets, lang)), indent=INDENT)
    if after.drift.cause:
        page.say(after.drift.cause, "dim", indent=INDENT)
    for words, why in by_reason(turn.reading.challenges):
        page.say(Text(words).append(f": {why}", "dim"), indent=INDENT)
    if turn.turn.overruled:
        page.say(f"{labels(lang)['overruled']}: {turn.turn.overruled}", "dim", indent=INDENT)


def _show_next(page: Page, after: Followed, chain: Chain) -> None:
    """The best question, unless one of those offered was asked next."""
    number = len(after.chain.turns)
    asked = chain.turns[number].question if number < len(chain.turns) else ""
    if after.suggestions and not _offered(after, asked) and not after.chain.turns[-1].turn.later:
        best = after.suggestions[0]
        page.say(f"→ {best.text}", "cyan", indent=INDENT)
        page.say(best.because, "dim", indent=INDENT + 2)


def _show_end(page: Page, stage: Followed) -> None:
    """What the whole chain has given."""
    lang = stage.chain.lang
    show_facets(page, stage.chain.facets, lang, indent=INDENT)
    bars = "".join(BARS[min(gain, len(BARS) - 1)] for gain in stage.drift.gains)
    page.say(f"{labels(lang)['gain']}  {bars}", "dim", indent=INDENT)
    page.say()


def _gained(before: Iterable[Facet], after: Iterable[Facet], lang: str) -> Text:
    there, now = frozenset(before), frozenset(after)
    new = [labels(lang)[f"short_{facet}"] for facet in Facet if facet in now and facet not in there]
    return Text(f"   + {', '.join(new)}", "green") if new else Text()


def by_reason(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """The client's words that are challenged, those with one reason together."""
    reasons: dict[str, list[str]] = {}
    for finding in findings:
        reasons.setdefault(finding.why, []).append(harmless(f"«{finding.text}»"))
    return [(", ".join(dict.fromkeys(words)), why) for why, words in reasons.items()]


def _state(drift: Drift, lang: str) -> Text:
    return Text(f"{STATE_GLYPH[drift.state]} {labels(lang)[drift.state]}", STATE_STYLE[drift.state])
