"""How the interviewer's own question is worded: two in one, too long to be taken in, or with the answer put in the mouth."""

from functools import lru_cache

from brasstacks.language import Facet, Span
from brasstacks.lookup import Looked, find, look
from brasstacks.questions.reasons import phrases

TAKEN_IN = 20
"""Words: a longer question is not taken in at one hearing."""

_END = " \t\n?!.…»”\"')"
_PAUSE = (",", "—", "–", "-", ";", ":", ".")


def is_long(question: str) -> bool:
    """Whether it has more words than are taken in at one hearing."""
    return len(question.split()) > TAKEN_IN


def is_double(question: str, lang: str) -> bool:
    """Whether it asks two things: two question marks, or a second question word behind an "and"."""
    looked = look(question, lang)
    asked = [part for part in question.split("?")[:-1] if any(char.isalpha() for char in part)]
    return len(asked) > 1 or bool(find(phrases(lang, "double"), looked, lang))


def is_leading(question: str, lang: str) -> bool:
    """Whether it says which answer is wished for ("don't you think…", "…, right?")."""
    looked = look(question, lang)
    if find(phrases(lang, "leading"), looked, lang):
        return True
    return any(_is_tag(looked, span) for span in find(phrases(lang, "leading_end"), looked, lang))


@lru_cache(maxsize=4096)
def reads_back(question: str, lang: str) -> bool:
    """Whether it says again what the client said, for them to put right."""
    return bool(find(phrases(lang, "reads_back"), look(question, lang), lang))


@lru_cache(maxsize=4096)
def asked_facets(question: str, lang: str) -> frozenset[Facet]:
    """The facets that a question in anybody's own words asks for, by its question words ("by when", "how many")."""
    looked = look(question, lang)
    return frozenset(facet for facet in Facet if find(phrases(lang, f"asks_{facet.value}"), looked, lang))


def _is_tag(looked: Looked, span: Span) -> bool:
    """Whether these words hang behind the question: a pause before them, nothing after."""
    before, after = looked.text[: span.start].rstrip(), looked.text[span.end :]
    return before.endswith(_PAUSE) and not after.strip(_END)
