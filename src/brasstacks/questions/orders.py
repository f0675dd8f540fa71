"""In which order things are asked for."""

from brasstacks.questions.bank import AsksFor

LADDER = (
    AsksFor.LAST_INSTANCE,
    AsksFor.OBSERVABLE,
    AsksFor.WHO,
    AsksFor.THRESHOLD,
    AsksFor.CHECK,
    AsksFor.BASELINE,
    AsksFor.WHEN,
    AsksFor.COST,
    AsksFor.WHY,
    AsksFor.COUNTER_TEST,
    AsksFor.READ_BACK,
)
"""From the last instance to the reading back; what has been said is passed over."""

CHALLENGE = (
    AsksFor.OBSERVABLE,
    AsksFor.TERM,
    AsksFor.PROBLEM,
    AsksFor.OUTCOME,
    AsksFor.THRESHOLD,
    AsksFor.WHO,
    AsksFor.CHECK,
    AsksFor.WHEN,
    AsksFor.LAST_INSTANCE,
    AsksFor.UNIT,
    AsksFor.WHY,
    AsksFor.BASELINE,
    AsksFor.COST,
    AsksFor.COUNTER_TEST,
    AsksFor.READ_BACK,
)
"""Of several questions that fit a vague word: what can be seen, then what is meant, then how much."""

UNSURE = (
    AsksFor.OBSERVABLE,
    AsksFor.CHECK,
    AsksFor.THRESHOLD,
    AsksFor.WHO,
    AsksFor.WHEN,
    AsksFor.BASELINE,
    AsksFor.WHY,
)
"""Of a word that may be clear enough: a question that serves even then, because it asks for what is missing."""

SOLUTION = (AsksFor.PROBLEM, AsksFor.OUTCOME, AsksFor.LAST_INSTANCE)
"""A solution is asked back to its problem first."""
