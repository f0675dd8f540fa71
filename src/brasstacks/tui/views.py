"""What the interview screen shows, as content: pure functions from the state to lines."""

from textual.content import Content

from brasstacks import coverage
from brasstacks.chain import Heard
from brasstacks.drift import State
from brasstacks.follow import Followed
from brasstacks.interview import Interview
from brasstacks.language import Kind
from brasstacks.questions import AsksFor, read_back
from brasstacks.questions.bank import Card
from brasstacks.session import AskedAs, Goal, GoalStatus, Turn
from brasstacks.storage.saver import Saving
from brasstacks.storage.saver import State as SaveState
from brasstacks.tui import glyphs, looks
from brasstacks.tui.cells import cut, seen
from brasstacks.tui.widgets.panes import Row
from brasstacks.words import _, ngettext

MOST_GOALS = 9
"""Goals that a single figure reaches: `/1` to `/9`."""


def header(interview: Interview, saved: SaveState, read_only: str, width: int, standing: str = "") -> Content:
    """The first line: whose session, its language, the clock, and whether it is saved, or what is said in place of it."""
    session = interview.session
    clock = glyphs.clock(interview.clock.seconds, session.session.planned_minutes)
    if standing:
        state, style = standing, "bold $secondary"
    elif read_only:
        state, style = _("read only"), "bold $warning"
    elif saved.saving is Saving.SAVED:
        state, style = _("saved"), "$success"
    elif saved.saving is Saving.UNDER_WAY:
        state, style = _("saving"), "$muted"
    else:
        state, style = _("NOT SAVED"), "bold $error"
    right = f"{session.session.language}   {clock}   "
    who = session.client.organisation or session.client.name
    title = f"{who} · {session.session.title}" if session.session.title else who
    left = " brasstacks   "
    room = width - len(left) - len(right) - len(state) - 2
    title = cut(title, room - 1)
    gap = " " * max(room - Content(title).cell_length, 0)
    return Content.assemble((left, "bold $primary"), (title, "bold"), gap, (right, "$muted"), (state, style), " ")


def goal_rows(interview: Interview, width: int) -> list[Row]:
    """The goals with how far they are, and the rooms of the session."""
    session, current = interview.session, interview.goal
    rows: list[Row] = []
    for number, goal in enumerate(session.goals, 1):
        concrete, filed = looks.criteria_count(goal, session.fuzzy)
        count = f"{concrete}/{filed}" if filed else ""
        words = cut(goal.statement, width - 6 - len(count))
        gap = " " * max(width - 5 - Content(words).cell_length - len(count), 1)
        style = "bold" if current is not None and goal.id == current.id else ""
        glyph = looks.goal_glyph(goal, session.fuzzy)
        line = Content.assemble((f"{glyph} ", "$primary"), (f"{number} {words}", style), gap, (count, "$muted"))
        rows.append((line, f"goal-{number}"))
    if not session.goals:
        rows.append((Content(_("none yet")).stylize("$muted"), ""))
    rows.append((Content(""), ""))
    rows.append((Content(_("Then")).stylize("$muted"), ""))
    filed = sum(looks.criteria_count(goal, session.fuzzy)[1] for goal in session.goals)
    rows.append((_room(_("Criteria"), filed, width), "room-criteria"))
    rows.append((_room(_("Options"), sum(len(goal.options) for goal in session.goals), width), "room-options"))
    risks = coverage.count(coverage.risks(session, interview.bank))
    expectations = coverage.count(coverage.expectations(session, interview.bank))
    rows.append((_room(_("Risks"), f"{risks[0]}/{risks[1]}", width), "room-risks"))
    rows.append((_room(_("Expectations"), f"{expectations[0]}/{expectations[1]}", width), "room-expectations"))
    if session.deliveries or session.complaints or session.session.continues:
        done = len(session.deliveries) + len(session.complaints)
        rows.append((_room(_("Done and perceived"), done, width), "room-perceived"))
    rows.append((_room(_("Calm answers"), len(session.cards), width), "room-card"))
    rows.append((_room(_("Agenda"), None, width), "room-agenda"))
    rows.append((_room(_("Timeline"), None, width), "room-timeline"))
    rows.append((_room(_("Promised"), len(session.follow_ups), width), "room-follow-ups"))
    rows.append((_room(_("Recap"), None, width), "room-recap"))
    rows.append((_room(_("Export"), None, width), "room-export"))
    for number, (label, many) in enumerate(
        (
            (_("parked"), len(session.parked)),
            (_("notes"), len(session.notes)),
            (_("fuzzy terms"), len(session.fuzzy)),
        )
    ):
        if many:
            rows.append((_room(label, many, width).stylize("$muted"), f"kept-{number}"))
    return rows


def _room(label: str, count: int | str | None, width: int) -> Content:
    right = "" if count is None else str(count)
    return Content(f"  {label}".ljust(width - 2 - len(right)) + right)


def goals_line(interview: Interview) -> Content:
    """The goals in one line, for a narrow screen."""
    goals, current = interview.session.goals, interview.goal
    if not goals:
        return Content.assemble((" " + _("No goal yet"), "$muted"))
    glyphs = " ".join(
        f"{looks.goal_glyph(goal, interview.session.fuzzy)}{index}" for index, goal in enumerate(goals, 1)
    )
    if current is None:
        return Content.assemble((f" {glyphs} ", "$primary"), (" " + _("No goal is open"), "$muted"))
    number = [goal.id for goal in goals].index(current.id) + 1
    of = ngettext("goal {number} of {count}", "goal {number} of {count}", len(goals))
    words = of.format(number=number, count=len(goals))
    return Content.assemble((f" {glyphs} ", "$primary"), (f" {words}", "$muted"))


def chain_rows(interview: Interview, width: int) -> list[Row]:
    """The turns of the goal in hand: the question, the answer with its marks, and the level."""
    goal, followed = interview.goal, interview.followed
    if goal is None or followed is None:
        return []
    evidence = followed.drift.evidence if followed.drift.state is not State.ON_TRACK else ()
    return [
        (_turn(turn, heard, width, evident=heard.number in evidence), f"turn-{heard.number}")
        for turn, heard in zip(goal.turns, followed.chain.turns, strict=True)
    ]


def _turn(turn: Turn, heard: Heard, width: int, *, evident: bool) -> Content:
    level = heard.reading.level
    tag = _("to fill in") if turn.later else f"{looks.LEVEL_GLYPHS[level]} {looks.level_word(level)}"
    tag_style = "$muted" if turn.later else looks.LEVEL_STYLES[level]
    lead = f"{heard.number:>2} "
    room = max(width - len(lead) - Content(tag).cell_length - 2, 8)
    style = "$muted italic" if turn.counts_as_asked else "$muted"
    question, *rest = Content(looks.question(turn)).wrap(room) or [Content("")]
    gap = " " * max(room - question.cell_length + 1, 1)
    first = Content.assemble(
        (lead, "bold $warning" if evident else "$muted"), question.stylize(style), gap, (tag, tag_style)
    )
    more = [Content.assemble("   ", line.stylize(style)) for line in rest]
    bar = "▏" if evident else " "
    answer = looks.marked(turn.answer, heard.reading.findings) if turn.answer else Content("…").stylize("$muted")
    lines = [Content.assemble((f" {bar} ", "$warning"), line) for line in answer.wrap(max(width - 4, 8))]
    return Content("\n").join([first, *more, *lines])


def empty_chain(interview: Interview) -> Content:
    """What stands in place of a chain that has not begun."""
    if interview.goal is None and interview.session.goals:
        words = _(
            "No goal is open. Type what else the client wants, and press enter.\n\n"
            "/1 shows the first goal again, /recap what came of it all."
        )
        return Content.styled(words, "$muted")
    if interview.goal is None:
        return Content(
            _(
                "Type what the client says they want, in their own words, and press enter.\n\n"
                "That is the first goal. Then the next question stands above the box:\n"
                "ask it, type what you hear, press enter again."
            )
        ).stylize("$muted")
    return Content(_("Ask the question below, and type what the client answers.")).stylize("$muted")


def question_line(interview: Interview, width: int) -> Content:
    """The question above the box, on two lines at any size."""
    if interview.correcting is not None:
        number = interview.number_of(interview.correcting)
        head = _("Correcting answer {number}: enter keeps it, esc leaves it as it was").format(number=number)
        return Content.assemble((f"✎ {head}", "bold $warning"), "\n  ", (seen(interview.question), "$muted"))
    if interview.goal is None:
        return Content.assemble(("  " + _("What does the client want?"), "bold $primary"))
    if interview.goal.status is not GoalStatus.OPEN and not interview.question:
        ended = glyphs.goal_status_word(interview.goal.status)
        words = _("This goal is {status}: /resume takes it up again.").format(status=ended)
        return Content.assemble(("  " + words, "$muted"))
    glyph = {AskedAs.CHOSEN: "▸", AskedAs.OWN: "?", AskedAs.SHOWN: looks.STOOD_THERE, AskedAs.NONE: " "}[
        interview.asked_as
    ]
    lines = Content(seen(interview.question)).wrap(max(width - 2, 8))
    return Content.assemble((f"{glyph} ", "$primary"), Content("\n  ").join(lines).stylize("bold $primary"))


def suggestion_rows(interview: Interview, width: int, *, reasons: bool = False) -> list[Row]:
    """The questions that could be asked next.

    Args:
        interview: as it is.
        width: cells.
        reasons: whether each has its because; else the one that is chosen.
    """
    rows: list[Row] = []
    for index, suggestion in enumerate(interview.suggestions):
        chosen = index == interview.pointer
        glyph = ("▸" if interview.asked_as is AskedAs.CHOSEN else looks.STOOD_THERE) if chosen else " "
        lines = Content(seen(suggestion.text)).wrap(max(width - 4, 8))
        text = Content("\n  ").join(lines)
        row = Content.assemble((f"{glyph} ", "$primary"), text.stylize("bold" if chosen else ""))
        if suggestion.because and (chosen or reasons):
            because = Content("\n  ").join(Content(seen(suggestion.because)).wrap(max(width - 4, 8)))
            row = Content.assemble(row, "\n  ", because.stylize("$muted italic"))
        if chosen and suggestion.asks_for is AsksFor.READ_BACK:
            row = Content("\n").join([row, *_read_back(interview, max(width - 4, 8))])
        rows.append((row, f"suggestion-{index}"))
    return rows


def _read_back(interview: Interview, width: int) -> list[Content]:
    """The client's words by facet, in the order of a sentence, to be read aloud."""
    if interview.followed is None:
        return []
    lines: list[Content] = []
    for quote in read_back(interview.followed.chain):
        words = Content("\n    ").join(Content(seen(quote.text)).wrap(max(width - 2, 8)))
        lines.append(Content.assemble((f"  {looks.facet_word(quote.facet)}\n    ", "$muted"), words))
    return lines


def also_line(interview: Interview, width: int) -> Content:
    """The other questions in one line, for a narrow screen; over a read-back what is to be read aloud."""
    pointer, followed = interview.pointer, interview.followed
    if pointer is not None and followed and interview.suggestions[pointer].asks_for is AsksFor.READ_BACK:
        words = " · ".join(quote.text for quote in read_back(followed.chain))
        return Content(cut(f"  {seen(words)}", width)).stylize("$foreground")
    others = [one.text for index, one in enumerate(interview.suggestions) if index != interview.pointer]
    if not others:
        return Content("")
    return Content(cut("  " + _("tab: {others}").format(others="  ·  ".join(others)), width)).stylize("$muted")


def hint_line(hint: str) -> Content:
    """A quiet hint for the interviewer."""
    return Content.assemble(("◦ ", "$secondary"), (seen(hint), "$muted italic")) if hint else Content("")


def pasted_line(turns: int, key: str, width: int) -> Content:
    """That a conversation was pasted, and the key by which it comes in turn by turn."""
    words = ngettext(
        "A conversation of {count} turn? {key} takes it in so; enter keeps it as one answer",
        "A conversation of {count} turns? {key} takes it in so; enter keeps it as one answer",
        turns,
    )
    return Content.styled(cut(f" ⎘ {words.format(count=turns, key=key)}", width), "$secondary")


def drift_line(followed: Followed | None) -> Content:
    """How the chain is going, in words that the client may read along; a question to be filled in draws no bar."""
    if followed is None:
        return Content("")
    drift = followed.drift
    gains = [gain for gain, turn in zip(drift.gains, followed.chain.turns, strict=True) if not turn.turn.later]
    if not gains:
        return Content("")
    words = drift.neutral or (_("each answer adds") if gains[-1] else _("listening"))
    style = "$success" if drift.state is State.ON_TRACK else "$warning"
    spark = looks.sparkline(gains)
    return Content.assemble((f" {looks.STATE_GLYPHS[drift.state]} ", style), words, ("  " + spark, "$secondary"))


def why(interview: Interview, explained: str) -> Content:
    """The verdict with its turns, the exits, and how the last answer was heard."""
    followed = interview.followed
    if followed is None:
        return Content(_("Nothing has been said yet."))
    drift = followed.drift
    parts: list[Content | str | tuple[str, str]] = [
        (f"{looks.STATE_GLYPHS[drift.state]} {looks.state_word(drift.state)}\n", "bold $primary")
    ]
    if drift.cause:
        parts.append(f"{seen(drift.cause)}\n")
    if drift.evidence:
        parts.append((_("ways out: /back · /park · /ask NAME · /refer · /fine WHY") + "\n", "$muted"))
    if drift.interviewer_coaches:
        parts.append((_("The last two questions were about the person, not the work.") + "\n", "$warning"))
    if explained:
        parts.extend(["\n", (_("The last answer") + "\n", "bold"), seen(explained), "\n"])
    return Content.assemble(*parts)


def kept(interview: Interview) -> Content:
    """What was kept beside the conversation: goals and topics set aside, notes, and terms known to be vague."""
    session = interview.session
    goals = [
        f"{number} {goal.statement}" for number, goal in enumerate(session.goals, 1) if goal.status is GoalStatus.PARKED
    ]
    parts: list[Content | tuple[str, str]] = []
    for title, those in (
        (_("Parked: /resume and a goal's number, or a topic's words"), [*goals, *(one.text for one in session.parked)]),
        (_("Notes"), [one.text for one in session.notes]),
        (_("Fuzzy terms"), list(session.fuzzy)),
    ):
        lines = [f"· {seen(one)}\n" for one in those] or ["· " + _("none") + "\n"]
        parts += [(f"{title}\n", "bold $primary"), *((line, "" if those else "$muted") for line in lines)]
    return Content.assemble(*parts)


def problem_line(interview: Interview, width: int) -> Content:
    """The problem behind the goal in hand, or that none is known; of a solution, what it is kept as."""
    goal, followed = interview.goal, interview.followed
    if goal is None or followed is None:
        return Content()
    if goal.problem:
        words = (
            _("option: {wish}").format(wish=goal.wish)
            if goal.wish
            else _("problem: {words}").format(words=goal.problem)
        )
        return Content.styled(cut(words, width - 4), "$muted")
    if goal.is_wish:
        return Content.styled(cut(_("kept as an option · which problem is behind it?"), width - 4), "$secondary")
    if any(finding.kind is Kind.SOLUTION for finding in followed.chain.goal.findings):
        return Content.styled(cut(_("a solution: /option keeps it as one · which problem?"), width - 4), "$secondary")
    return Content.styled(cut(_("the problem behind it is not known yet"), width - 4), "$muted")


def card_line(card: Card | None, width: int) -> Content:
    """A calm answer at hand, on one line; empty for none."""
    return Content.styled(cut(f" ▤ ^g {card.title}", width), "$secondary") if card else Content()


def chain_title(interview: Interview, width: int) -> str:
    """The heading of the chain: the goal with its number, in the client's words."""
    goal: Goal | None = interview.goal
    if goal is None:
        return _("No goal is open") if interview.session.goals else _("A new conversation")
    number = [one.id for one in interview.session.goals].index(goal.id) + 1
    status = "" if goal.status is GoalStatus.OPEN else f" ({glyphs.goal_status_word(goal.status)})"
    return f"{number}  {cut(goal.statement, width - 8 - len(status))}{status}"
