"""What the program calls things on its screens: the ladder, what is missing on it, what is still open."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from brasstacks.identity import SessionStatus
from brasstacks.plain import CriterionStatus, Open, Provenance, Result, Waits
from brasstacks.words import _

if TYPE_CHECKING:
    from brasstacks.criteria import Step  # the Library's first frame calls no step by its name

STEP_BARS = ("▁▁▁▁", "█▁▁▁", "██▁▁", "███▁", "████")
"""How far up the ladder, by step."""


ITS_OWN_NAME = {"en": "English", "it": "Italiano", "ru": "Русский"}
"""A language is listed as those call it who speak it."""


def step_word(step: int) -> str:
    """A step of the ladder, 0 to 4, in a word or two."""
    return (_("a wish"), _("something to see"), _("seen, and who"), _("concrete"), _("contract-ready"))[step]


def step_style(step: "Step") -> str:
    """Its colour, beside its bars and its word."""
    return "$success" if step.concrete else "$warning" if step.step == 0 else "$secondary"


def missing_words(missing: Iterable[str]) -> str:
    """What a criterion lacks for the next landing, on one line; empty when it lacks nothing."""
    words = {
        "observable": _("what would be seen or heard"),
        "threshold": _("how much, or a yes/no test"),
        "anchor": _("one of: who, when, how checked, today"),
        "outcome": _("what changes by it, for it is only delivered"),
        "fuzzy": _("a fuzzy term is still in it"),
        "when": _("by when"),
        "check": _("how it is checked"),
        "baseline": _("how it is today"),
        "why": _("why it matters"),
        "confirmed": _("the client's yes to the wording"),
    }
    return "; ".join(words.get(name, name) for name in missing)


def provenance_word(provenance: Provenance) -> str:
    """Whose words a criterion is."""
    return {
        Provenance.CLIENT: _("the client's words"),
        Provenance.PROPOSED: _("proposed by us"),
        Provenance.AGREED: _("worded together"),
    }[provenance]


def criterion_status_word(status: CriterionStatus) -> str:
    """What became of a criterion."""
    return {
        CriterionStatus.DRAFT: _("draft"),
        CriterionStatus.AGREED: _("agreed"),
        CriterionStatus.REJECTED: _("rejected"),
    }[status]


def result_word(result: Result) -> str:
    """Whether a criterion names what is delivered or what changes by it."""
    return {
        Result.UNASKED: _("not asked yet"),
        Result.OUTPUT: _("delivered: what changes by it is still to be said"),
        Result.OUTCOME: _("it is what changes"),
    }[result]


def session_state(status: SessionStatus) -> str:
    """Whether a session is still being held: a glyph and its word."""
    return _("○ closed") if status is SessionStatus.CLOSED else _("● open")


def still_open(what: Open | None) -> str:
    """The next thing that is open, in a sentence."""
    if what is None:
        return _("Nothing is open.")
    sentence = {
        Waits.ANSWER: _("Fill in the answer to: {words}"),
        Waits.GOAL: _("Ask what the client wants."),
        Waits.FIRST_QUESTION: _("Ask the first question under: {words}"),
        Waits.CRITERION: _("File a criterion under: {words}"),
        Waits.FIELDS: _("“{words}” lacks: {missing}"),
        Waits.FUZZY: _("Resolve the fuzzy term “{words}”."),
        Waits.PROMISE: _("Promised: {words}"),
    }[what.waits]
    return sentence.format(words=what.words, missing=missing_words(what.missing))


def kind_word(kind: str) -> str:
    """Where in a session a text stands, by its table and field; the field's own name for one that is not known here."""
    known = {
        "client.name": _("client"),
        "client.organisation": _("organisation"),
        "client.consent": _("consent to notes"),
        "people.name": _("people"),
        "people.role": _("people"),
        "session.title": _("title"),
        "session.offer": _("our offer"),
        "session.interviewer": _("interviewer"),
        "session.fuzzy": _("fuzzy term"),
        "session.dismissed": _("accepted term"),
        "goals.statement": _("goal"),
        "goals.problem": _("problem"),
        "turns.question": _("question"),
        "turns.answer": _("answer"),
        "turns.first_wording": _("first wording"),
        "turns.note": _("remark"),
        "turns.overruled": _("overruled"),
        "notes.text": _("note"),
        "parked.text": _("parked"),
        "follow_ups.text": _("follow-up"),
    }
    table, _dot, field = kind.partition(".")
    return known.get(kind) or (_("criterion") if table == "criteria" else field.replace("_", " "))
