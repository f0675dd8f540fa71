"""What the room of risks and expectations shows: what was spoken of, how to raise the rest, what was promised."""

from textual.content import Content

from brasstacks import coverage
from brasstacks.coverage import ExpectationTopic, RiskTopic
from brasstacks.questions import Bank
from brasstacks.session import Session
from brasstacks.tui.cells import fit, seen
from brasstacks.tui.widgets.rows import Row
from brasstacks.words import _

RISK, EXPECTATION = "risk-", "expectation-"
"""What the id of a row begins with; the topic's own id follows."""


RISK_FIELDS = ("words", "offer", "owner")
EXPECTATION_FIELDS = ("words", "promised", "proposal", "owner", "due")
"""What is noted on a topic, in the order of its form."""


def field_word(name: str) -> str:
    """The name of a field of a topic."""
    return {
        "words": _("They say"),
        "offer": _("We offer"),
        "promised": _("We promised"),
        "proposal": _("We propose"),
        "owner": _("Who sees to it"),
        "due": _("By when"),
    }[name]


def worry_word(worry: int | None) -> str:
    """How much a risk worries the client."""
    if worry is None:
        return _("not asked")
    return (_("not at all"), _("a little"), _("rather"), _("very much"))[worry]


def rows(session: Session, bank: Bank, width: int) -> list[Row]:
    """The risks and the expectations, each under its coverage."""
    risks, expectations = coverage.risks(session, bank), coverage.expectations(session, bank)
    found = [_heading(_("Risks"), coverage.count(risks), width)]
    for risk in risks:
        worry = risk.noted.worry if risk.noted else None
        found.append(_row(RISK, risk, "!" * (worry or 0), width))
    found += [(Content(), ""), _heading(_("Expectations"), coverage.count(expectations), width)]
    found += [_row(EXPECTATION, one, "", width) for one in expectations]
    return found


def _heading(name: str, counted: tuple[int, int], width: int) -> Row:
    done, of = counted
    return Content.styled(fit(f"{name} {done}/{of}", width), "bold $primary"), ""


def _row(kind: str, topic: RiskTopic | ExpectationTopic, beside: str, width: int) -> Row:
    glyph, style = ("●", "$success") if topic.spoken else ("○", "$muted")
    line = Content.assemble((f"{glyph} ", style), fit(topic.title, width - 6), (f" {beside:<3}", "bold $warning"))
    return line, f"{kind}{topic.id}"


def about_risk(topic: RiskTopic) -> Content:
    """A risk: how to raise it, what the client said, what we offer."""
    noted = topic.noted
    parts = _head(topic.title, topic.entry.raise_ if topic.entry else "")
    if topic.entry and topic.entry.offers:
        parts += [Content.styled(_("What we can offer"), "$primary")]
        parts += [Content(f"{number}. {seen(offer)}") for number, offer in enumerate(topic.entry.offers, 1)]
        parts.append(Content())
    parts += _said(
        (_("they say"), noted.words if noted else ""),
        (_("it worries them"), worry_word(noted.worry if noted else None)),
        (_("we offer"), noted.offer if noted else ""),
        (_("who sees to it"), noted.owner if noted else ""),
    )
    return Content("\n").join(parts)


def about_expectation(topic: ExpectationTopic) -> Content:
    """An expectation: how to ask for it, what could be promised, and what was."""
    noted = topic.noted
    parts = _head(topic.title, topic.entry.ask if topic.entry else "")
    if topic.entry:
        parts += [Content.styled(_("What we can promise"), "$primary"), Content(seen(topic.entry.promise)), Content()]
    parts += _said(
        (_("they say"), noted.words if noted else ""),
        (_("we promised"), noted.promised if noted else ""),
        (_("we propose"), noted.proposal if noted else ""),
        (_("who sees to it"), noted.owner if noted else ""),
        (_("by when"), noted.due if noted else ""),
    )
    return Content("\n").join(parts)


def _head(title: str, say: str) -> list[Content]:
    parts = [Content.styled(seen(title), "bold")]
    if say:
        parts += [Content(), Content.styled(f"▸ {seen(say)}", "bold $primary")]
    return [*parts, Content()]


def _said(*pairs: tuple[str, str]) -> list[Content]:
    return [
        Content.assemble((f"{label}: ", "$primary"), (seen(words) or "—", "" if words else "$muted"))
        for label, words in pairs
    ]
