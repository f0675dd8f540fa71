"""Facets that an answer may have given though the hearing is not sure: they are not asked for first.

To ask for what was just said is the most embarrassing question of all, so a mere hint of a facet holds it back.
"""

from brasstacks.chain import Heard
from brasstacks.language import Facet, Level
from brasstacks.lookup import look

_HINTS: dict[Facet, tuple[str, ...]] = {
    Facet.WHO: ("roles",),
    Facet.THRESHOLD: ("limits", "quantifiers"),
    Facet.WHEN: ("deadlines", "months_days", "frequencies"),
    Facet.CHECK: ("checks",),
    Facet.BASELINE: ("baseline_markers", "past_time"),
    Facet.WHY: ("causes", "consequences"),
}


def perhaps_said(turn: Heard) -> frozenset[Facet]:
    """The facets of which an answer has a hint."""
    looked = look(turn.answer, turn.reading.lang)
    hinted = {facet for facet, names in _HINTS.items() if looked.has(*names)}
    if any(token.text[0].isdigit() for token in looked.tokens):
        hinted.add(Facet.THRESHOLD)
    if any(token.text[0].isupper() and not token.first and len(token.text) > 2 for token in looked.tokens):
        hinted.add(Facet.WHO)
    # What is checkable in part is nearly always something seen; a vague answer may still tell what somebody does.
    if turn.reading.level is not Level.VAGUE or looked.has("observable_verbs"):
        hinted.add(Facet.OBSERVABLE)
    return frozenset(hinted)
