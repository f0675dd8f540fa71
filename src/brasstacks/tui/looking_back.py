"""A practice in hindsight, as content: kindly and briefly, with the numbers of the turns."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from brasstacks.interview.hints import Hint
from brasstacks.language import Facet
from brasstacks.practice import Hindsight
from brasstacks.practice.hindsight import Looked, Turned
from brasstacks.tui import looks
from brasstacks.tui.cells import cut, seen
from brasstacks.words import _, ngettext

MOST = 4
"""Lines of one kind under a goal: who reads a list of twelve learns nothing from it."""


def told(found: Hindsight, width: int) -> Content:
    """Everything, one under the other.

    Args:
        found: what there is to be said.
        width: cells of a line.
    """
    words = ngettext(
        "You brought out {told} of {whole} answer.", "You brought out {told} of {whole} answers.", found.whole
    )
    lines: list[Content] = [Content.styled(words.format(told=found.told, whole=found.whole), "bold")]
    for one in found.goals:
        lines += [Content(), *_goal(one, width)]
    if found.not_brought:
        lines += [Content(), Content.styled(_("They did not come to"), "bold $primary")]
        lines += _listed((seen(goal) for goal in found.not_brought), width)
    lines += [Content(), Content.styled(_closing(found), "italic")]
    return Content("\n").join(lines)


def _goal(one: Looked, width: int) -> Iterable[Content]:
    yield Content.styled(f"{one.number}  {cut(one.goal.statement, width - 4)}", "bold $primary")
    yield from _pair(_("found"), _facets(one.found), "$success", width)
    if ungiven := tuple(facet for facet in one.missed if facet not in one.unasked):
        yield from _pair(_("asked for, and still in them"), _facets(ungiven), "$warning", width)
    if one.unasked:
        yield from _pair(_("never asked for"), _facets(one.unasked), "$warning", width)
    yield from _pair(_("criterion"), _step(one), "", width)
    if one.turned is not None:
        yield from _pair(_("drift"), _turned(one.turned), "$warning", width)
        if after := one.turned.after:
            more = ngettext("you asked on for {count} question", "you asked on for {count} questions", after)
            yield from _pair(_("after that"), more.format(count=after), "$muted", width)
    if one.past:
        yield from _pair(_("answered past you"), _numbers(one.past), "$muted", width)
    if one.words:
        yield Content.styled(_("Words that were let pass"), "$muted")
        yield from _listed((_word(word.text, word.number) for word in one.words), width)
    if one.untold:
        yield Content.styled(_("Not brought out, and the question that would have"), "$muted")
        for answer in one.untold[:MOST]:
            yield from _wrapped("  ▸ ", seen(answer.question or _("(no question is on record)")), "", width)
            yield from _wrapped("    ", seen(cut(answer.answer, 2 * (width - 6))), "$muted", width)
        yield from _more(len(one.untold))
    for question in one.asked:
        number = _("question {number}").format(number=question.number)
        yield from _wrapped("  ◦ ", f"{number}: {_manner(question.hint)}", "$secondary", width)


def _facets(facets: Sequence[Facet]) -> str:
    return " · ".join(looks.facet_word(facet) for facet in facets) or _("nothing yet")


def _step(one: Looked) -> str:
    if one.step >= one.step_then:
        return _("as far as in the saved conversation: step {step} of 4").format(step=one.step)
    words = _("step {step} of 4; the saved conversation came to {then}")
    return words.format(step=one.step, then=one.step_then)


def _turned(turned: Turned) -> str:
    words = _("“{state}” could be seen at answer {number}; it rests on {numbers}")
    numbers = _numbers(turned.evidence or (turned.number,))
    return words.format(state=looks.state_word(turned.state), number=turned.number, numbers=numbers)


def _numbers(numbers: Sequence[int]) -> str:
    """Answers by their numbers, as they stand in the chain."""
    return ", ".join(map(str, numbers))


def _word(text: str, number: int) -> str:
    place = _("answer {number}").format(number=number) if number else _("the goal")
    return _("“{word}” ({place})").format(word=seen(text), place=place)


def _manner(hint: Hint) -> str:
    return {
        Hint.LEADING: _("the answer was in the question; asked open, it would have been theirs"),
        Hint.DOUBLE: _("two questions in one; the second is the one that gets answered"),
        Hint.LONG: _("a long one; the shorter, the clearer the answer"),
    }[hint]


def _closing(found: Hindsight) -> str:
    if any(one.turned is not None and one.turned.after for one in found.goals):
        return _("Next time: when two answers bring nothing, /back asks for the last time it happened.")
    if any(one.unasked for one in found.goals):
        return _("Next time: glance at the line below the box; what is dark there was not said yet.")
    if any(one.words for one in found.goals):
        return _("Next time: say the underlined word back to them; people answer best to their own words.")
    if found.told < found.whole:
        return _("Next time: stay a little longer; there was more to hear.")
    return _("Nothing was left unheard.")


def _pair(label: str, words: str, style: str, width: int) -> Iterable[Content]:
    return _wrapped(f"  {label}: ", words, style, width)


def _wrapped(lead: str, words: str, style: str, width: int) -> Iterable[Content]:
    """A lead, and words beside it that are broken under themselves."""
    margin = Content(lead).cell_length
    for number, line in enumerate(Content(words).wrap(max(width - margin, 8)) or [Content()]):
        yield Content.assemble((lead if not number else " " * margin, "$muted"), line.stylize(style))


def _listed(words: Iterable[str], width: int) -> Iterable[Content]:
    every = tuple(words)
    for one in every[:MOST]:
        yield from _wrapped("  · ", one, "", width)
    yield from _more(len(every))


def _more(count: int) -> Iterable[Content]:
    if (rest := count - MOST) > 0:
        yield Content.styled(
            "    " + ngettext("and {count} more", "and {count} more", rest).format(count=rest), "$muted"
        )
