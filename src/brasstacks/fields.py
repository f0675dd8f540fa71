"""Which words of an answer can fill a field of a criterion: whole words that say something, and nothing for nothing.

The hearing marks the words that gave a facet, sometimes only a scrap of them. Here a scrap grows to its phrase, and what
is only little words, or not of the sort that the field wants, gives no field: an empty one can be asked for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from brasstacks.clauses import clause, sentences, small, whole_words
from brasstacks.language import Facet, Span
from brasstacks.language.tokens import normal
from brasstacks.lookup import Looked, find, look

_FARTHEST = 4
"""Words: so far behind "the" or "at" stands what they belong to, at most."""
_TIMES = ("deadlines", "frequencies", "months_days")
_NOBODY = ("observable_verbs", "artefacts", "units", "months_days", "past_time", "frequencies", "deadlines", "limits")
"""Classes of words that name nobody."""


class Words:
    """A text word by word: what each is, by the lexicon."""

    def __init__(self, text: str, lang: str) -> None:
        """Look a text through."""
        self.text, self.small = text, small(lang)
        self._looked: Looked = look(text, lang)
        self.spans = [self._looked.place(at, at + 1) for at in range(len(self._looked.tokens))]
        self._norms = [token.norm.strip("'") for token in self._looked.tokens]

    def inside(self, span: Span) -> list[int]:
        """The numbers of the words that a span touches."""
        return [at for at, word in enumerate(self.spans) if word.overlaps(span)]

    def of(self, at: int, *classes: str) -> bool:
        """Whether a word stands in an entry of one of these classes."""
        return any(self.spans[at].overlaps(span) for name in classes for span in self._looked.classes.get(name, ()))

    def entries(self, span: Span, *classes: str) -> list[Span]:
        """The entries of some classes that a span touches."""
        return [one for name in classes for one in self._looked.classes.get(name, ()) if one.overlaps(span)]

    def says(self, at: int) -> bool:
        """Whether a word has a content of its own: no article, preposition, pronoun or scrap of a word."""
        norm = self._norms[at]
        if any(map(str.isdigit, norm)):
            return True
        if norm in self.small.names and self._looked.tokens[at].text[0].isupper():
            return True
        return len(norm) > 1 and norm.isalpha() and norm not in self.small.little and not self.of(at, "function_words")

    def content(self, span: Span) -> int:
        """How many words of a span have a content."""
        return sum(map(self.says, self.inside(span)))

    def is_number(self, at: int) -> bool:
        """Whether a word is a number."""
        if any(map(str.isdigit, self._norms[at])) or self._norms[at] in self.small.numbers:
            return True
        return self.says(at) and self.of(at, "number_words")

    def counts(self, at: int) -> bool:
        """Whether a word is a number, or says how much without one ("every", "nobody", "half")."""
        if self.is_number(at) or self._norms[at] in self.small.all:
            return True
        return self.says(at) and self.of(at, "quantifiers", "limits")

    def determines(self, at: int) -> bool:
        """Whether a noun is to follow: an article, "every", a number."""
        return self._norms[at] in self.small.determiners or self.counts(at) or self.of(at, "number_words")

    def names(self, at: int) -> bool:
        """Whether a word can be somebody: of a role, a name, or a noun that is no thing and no time."""
        if not self.says(at) or any(map(str.isdigit, self._norms[at])):
            return False
        if self._norms[at] in self.small.people or self.of(at, "roles", "groups"):
            return True
        return not (self.counts(at) or self.of(at, *_NOBODY))

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital; "ra" of "Sig.ra" does."""
        return self.text[whole_words(self.text, self.spans[at]).start].isupper()

    def beside(self, left: int, right: int) -> bool:
        """Whether nothing but blanks (or a title's stop) parts two words."""
        if left < 0 or right >= len(self.spans):
            return False
        gap = self.text[self.spans[left].end : self.spans[right].start]
        return not gap.strip(" \t'’") or gap == "." or (gap.strip() == "." and self._norms[left] in self.small.titles)

    def is_joint(self, at: int) -> bool:
        """Whether a word only joins a clause to the one before."""
        return self._norms[at] in self.small.joints

    def stretch(self, first: int, last: int) -> Span:
        """From one word to another."""
        return Span(self.spans[first].start, self.spans[last].end)


@lru_cache(maxsize=512)
def words(text: str, lang: str) -> Words:
    """A text word by word."""
    return Words(text, lang)


def says_something(text: str, lang: str) -> bool:
    """Whether a text is more than function words and scraps of words."""
    return words(text, lang).content(Span(0, len(text))) > 0


def is_past(text: str, lang: str) -> bool:
    """Whether a clause tells what happened: that is how it is today, and nothing that is wanted."""
    one = small(lang)
    if is_wished(text, lang):
        return False
    return re.search(one.past, re.sub(one.not_past, " ", text, flags=re.IGNORECASE), re.IGNORECASE) is not None


def is_today(text: str, lang: str) -> bool:
    """Whether a clause tells how it is today: what happened, or by a word such as "at the moment"."""
    return is_past(text, lang) or look(text, lang).has("baseline_markers")


def is_complaint(text: str, lang: str) -> bool:
    """Whether a sentence says how it fails, or what went wrong, rather than what is to be seen."""
    return is_past(text, lang) or bool(find(small(lang).failure, look(text, lang), lang))


def is_wished(text: str, lang: str) -> bool:
    """Whether a clause says what is wanted, or what would be."""
    return re.search(small(lang).wish, text, re.IGNORECASE) is not None


def is_anybody(text: str, lang: str) -> bool:
    """Whether a phrase names somebody of whom nothing is said: "whoever", "somebody"."""
    return normal(text.strip()) in small(lang).anybody


def roles(text: str, lang: str) -> list[Span]:
    """The words of a text that name somebody by a role."""
    return sorted(look(text, lang).classes.get("roles", ()), key=lambda span: span.start)


# ---------------------------------------------------------------- the phrase that a field wants


def fitting(facet: Facet, text: str, span: Span, lang: str) -> Span | None:
    """The phrase around the words heard that can fill a field; None where they say nothing of that sort."""
    row = words(text, lang)
    heard = whole_words(text, span)
    if not row.inside(heard):
        return None
    found = _PHRASES.get(facet, _clause)(row, heard, lang)
    return found if found is not None and row.content(found) else None


def _who(row: Words, heard: Span, _lang: str) -> Span | None:
    at = row.inside(heard)
    first, last = at[0], at[-1]
    if not any(map(row.names, at)):
        # "the", "two of the": somebody stands behind.
        last = next(_leads_to(row, last, lambda one: row.of(one, "roles", "groups") and row.names(one)), -1)
        if last < 0:
            return None
    while row.beside(last, last + 1) and row.is_capital(last) and row.is_capital(last + 1) and row.names(last + 1):
        last += 1
    while row.beside(first - 1, first) and row.is_capital(first) and row.is_capital(first - 1) and row.names(first - 1):
        first -= 1
    while row.names(first) and row.beside(first - 1, first) and row.counts(first - 1):
        first -= 1
    while not (row.says(first) or row.counts(first)):
        first += 1
    while not row.says(last):
        last -= 1
    found = row.stretch(first, last)
    return None if normal(row.text[found.start : found.end]) in row.small.titles else found


def _leads_to(row: Words, last: int, wanted: Callable[[int], bool]) -> Iterator[int]:
    """The word that a determiner leads to, over numbers and little words."""
    for at in range(last, last + _FARTHEST):
        leads = row.determines(at) or (at > last and not row.says(at))
        if not leads or not row.beside(at, at + 1):
            return
        if wanted(at + 1):
            yield at + 1
            return


def _when(row: Words, heard: Span, lang: str) -> Span | None:
    at = row.inside(heard)
    first, last = at[0], at[-1]
    while not any(map(row.says, range(first, last + 1))):
        if last - at[-1] >= _FARTHEST or not row.beside(last, last + 1):
            return None
        last += 1
    for entry in row.entries(row.stretch(first, last), *_TIMES):
        inside = row.inside(entry)
        first, last = min(first, inside[0]), max(last, inside[-1])
    while row.beside(last, last + 1) and row.counts(last) and row.of(last + 1, "units", "months_days"):
        last += 1
    while row.says(first) and row.beside(first - 1, first) and row.counts(first - 1):
        first -= 1
    while row.says(first) and row.beside(first - 1, first) and not row.says(first - 1):
        first -= 1
        if first and row.determines(first) and row.beside(first - 1, first) and not row.says(first - 1):
            first -= 1
    # "no later than" is no time without one.
    said = filter(row.says, range(first, last + 1))
    inside = [one for one in said if row.is_number(one) or not row.of(one, "limits")]
    is_time = any(row.of(one, *_TIMES) for one in inside)
    is_duration = any(row.of(one, "units") for one in inside)
    is_hour = any(map(row.counts, inside)) and not is_duration
    found = row.stretch(first, last)
    is_when = (is_time or is_hour) and not is_event(row.text, heard, lang) and not _is_rate(row, found, lang)
    return found if is_when else None


def _is_rate(row: Words, found: Span, lang: str) -> bool:
    """Whether a time says how many there are in it: "five customers a day"."""
    around = clause(row.text, found, lang)
    counted = any(map(row.counts, row.inside(Span(around.start, found.start))) if around.start < found.start else ())
    return counted and re.fullmatch(row.small.rate, row.text[found.start : found.end], re.IGNORECASE) is not None


def is_event(text: str, heard: Span, lang: str) -> bool:
    """Whether a time is the day of something that happened, and no deadline."""
    row = words(text, lang)
    events = row.entries(heard, "past_time")
    limits = [one for one in row.entries(heard, "deadlines") if not any(one.overlaps(event) for event in events)]
    return not limits and (is_past(_said_in(text, clause(text, heard, lang)), lang) or is_told(text, heard, lang))


def is_told(text: str, span: Span, lang: str) -> bool:
    """Whether words stand in a sentence that tells what happened."""
    return any(is_past(_said_in(text, one), lang) for one in sentences(text, lang) if one.overlaps(span))


def _said_in(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _threshold(row: Words, heard: Span, lang: str) -> Span | None:
    around = row.inside(clause(row.text, heard, lang))
    near = row.inside(heard)
    numbers = [at for at in around if row.counts(at)]
    if not numbers:
        return None
    first = last = min(numbers, key=lambda at: min(abs(at - one) for one in near))
    while row.beside(first - 1, first) and first - 1 in around and row.of(first - 1, *_MEASURES):
        first -= 1
    while (after := _measured(row, last, around)) is not None:
        last = after
    while row.beside(first - 1, first) and first - 1 in around and row.of(first - 1, *_MEASURES):
        first -= 1
    found = row.stretch(first, last)
    if rate := re.compile(rf"\s+{row.small.rate}\b", re.IGNORECASE).match(row.text, found.end):
        found = Span(found.start, rate.end())
    return found if found.overlaps(heard) else None


_MEASURES = ("limits", "quantifiers", "number_words", "deadlines", "units")


def _measured(row: Words, last: int, around: list[int]) -> int | None:
    """The word to which a measure goes on: a unit, or behind a number its noun, or over little words the next number."""
    is_number = row.counts(last) or row.of(last, "number_words")
    for at in (last + 1, last + 2, last + 3):
        if at not in around or not row.beside(at - 1, at):
            return None
        if at == last + 1 and (row.of(at, "units", "quantifiers") or row.counts(at)):
            return at
        if not is_number:
            return None
        if row.counts(at) or row.says(at):
            return at if row.counts(at) or at == last + 1 else None
    return None


def _clause(row: Words, heard: Span, lang: str) -> Span | None:
    wide = clause(row.text, heard, lang)
    inside = row.inside(wide)
    while len(inside) > 1 and row.is_joint(inside[0]):
        inside = inside[1:]
        wide = Span(row.spans[inside[0]].start, wide.end)
    enough = len(inside) > 2 or row.content(wide) > 1 or any(row.of(at, "observable_verbs") for at in inside)
    return wide if enough else None


_PHRASES: Mapping[Facet, Callable[[Words, Span, str], Span | None]] = {
    Facet.WHO: _who,
    Facet.WHEN: _when,
    Facet.THRESHOLD: _threshold,
}
