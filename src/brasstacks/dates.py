"""By when: the day that people mean by "by Friday", "через две недели" or "entro fine mese".

A small reader of its own: the libraries for it take half a second to begin with and miss half of what is said in
Russian and Italian. Nothing is guessed: what is not understood gives no day, and the words themselves are kept.
"""

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

FRIDAY = 4
"""What is promised for a week is promised for its last working day."""

_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)|\d+|[^\W\d_]+")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2,4}))?")
_LONGEST = 1200
"""Days, weeks or months beyond which a number is no term."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A day, and the words that say it."""

    day: date
    said: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of every language together: a word by its class gives its number."""

    classes: Mapping[str, Mapping[str, int]]
    skipped: frozenset[str]

    def number(self, name: str, word: str) -> int | None:
        return self.classes[name].get(word)

    def has(self, name: str, word: str) -> bool:
        return word in self.classes[name]


@cache
def _words() -> _Words:
    tables = tomllib.loads((files("brasstacks") / "dates.toml").read_text("utf-8"))
    classes: dict[str, dict[str, int]] = {}
    skipped: set[str] = set()
    for table in tables.values():
        for name, value in table.items():
            if name == "skipped":
                skipped.update(value)
                continue
            rows: Iterable[list[str]] = value if value and isinstance(value[0], list) else [value]
            for number, forms in enumerate(rows):
                classes.setdefault(name, {}).update(dict.fromkeys(forms, number))
    return _Words(classes, frozenset(skipped))


def understood(text: str, today: date) -> Understood | None:
    """The first day that is named in a text, never one before today unless its year is said; None when there is none.

    Args:
        text: in any of the languages; day before month where both are figures.
        today: from which it is counted.
    """
    reader = _Reader(text, today)
    return next((found for at in range(len(reader.tokens)) if (found := reader.at(at))), None)


def as_due(words: str, today: date) -> str:
    """What a record keeps of a term: the day as `2026-12-04`, else the words."""
    found = understood(words, today)
    return found.day.isoformat() if found else words.strip()


def day_of(due: str) -> date | None:
    """The day that a record keeps; None where it keeps words."""
    try:
        return date.fromisoformat(due)
    except ValueError:
        return None


class _Reader:
    """Looks for a day at one word after another."""

    def __init__(self, text: str, today: date) -> None:
        self.text, self.today, self.words = text, today, _words()
        found = [(match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        self.tokens = [token for token in found if token[0] not in self.words.skipped]

    def at(self, at: int) -> Understood | None:
        """The day that begins at a word."""
        for pattern in self._patterns:
            try:
                found = pattern(at)
            except (ValueError, OverflowError):  # the 31st of a month that has thirty days
                continue
            if found is not None:
                day, end = found
                return Understood(day, self.text[self.tokens[at][1] : self.tokens[end - 1][2]])
        return None

    @property
    def _patterns(self) -> tuple[Callable[[int], tuple[date, int] | None], ...]:
        return (
            self._figures,
            self._near,
            self._through,
            self._day_and_month,
            self._weekday,
            self._end_of,
            self._next_or_this,
            self._month,
        )

    def _word(self, at: int) -> str:
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def _has(self, name: str, at: int) -> bool:
        return self.words.has(name, self._word(at))

    def _count(self, at: int) -> int | None:
        """A number in figures or in a word."""
        word = self._word(at)
        if word.isdecimal():
            return int(word) if int(word) < _LONGEST else None
        number = self.words.number("numbers", word)
        return None if number is None else number + 1

    def _coming(self, month: int, day: int) -> date:
        this_year = date(self.today.year, month, day)
        return this_year if this_year >= self.today else date(self.today.year + 1, month, day)

    # ------------------------------------------------------------ what people say

    def _figures(self, at: int) -> tuple[date, int] | None:
        word = self._word(at)
        if iso := _ISO.fullmatch(word):
            return date(int(iso[1]), int(iso[2]), int(iso[3])), at + 1
        match = _FIGURES.fullmatch(word)
        if match is None:
            return None
        day, month = int(match[1]), int(match[2])
        if match[3]:
            return date(int(match[3]) + (2000 if len(match[3]) == 2 else 0), month, day), at + 1
        return self._coming(month, day), at + 1

    def _near(self, at: int) -> tuple[date, int] | None:
        pair = f"{self._word(at)} {self._word(at + 1)} {self._word(at + 2)}"
        if self._has("after_tomorrow", at) or pair == "day after tomorrow":
            return self.today + timedelta(days=2), at + (1 if self._has("after_tomorrow", at) else 3)
        if self._has("tomorrow", at):
            return self.today + timedelta(days=1), at + 1
        return (self.today, at + 1) if self._has("today", at) else None

    def _through(self, at: int) -> tuple[date, int] | None:
        """In two weeks; через неделю; fra un mese; two weeks from now."""
        led = self._has("through", at)
        start = at + 1 if led else at
        count = self._count(start)
        unit = start + (count is not None)
        day = self._after(1 if count is None else count, unit)
        if day is None or (not led and (self._word(unit + 1), self._word(unit + 2)) != ("from", "now")):
            return None
        return day, unit + (1 if led else 3)

    def _after(self, count: int, unit: int) -> date | None:
        """So many units from today."""
        for name, days in (("day", 1), ("week", 7), ("fortnight", 14)):
            if self._has(name, unit):
                return self.today + timedelta(days=count * days)
        if self._has("month", unit):
            return _months_on(self.today, count)
        return _months_on(self.today, 12 * count) if self._has("year", unit) else None

    def _day_and_month(self, at: int) -> tuple[date, int] | None:
        """4 December; December 4th; 4 декабря 2026 года; il primo dicembre."""
        for day_at, month_at in ((at, at + 1), (at + 1, at)):
            day, month = self._count(day_at), self.words.number("months", self._word(month_at))
            if day is None or month is None or self._word(day_at) in ("a", "an"):
                continue
            year = self._word(at + 2)
            if year.isdecimal() and len(year) == 4:
                return date(int(year), month + 1, day), at + 3
            return self._coming(month + 1, day), at + 2
        return None

    def _weekday(self, at: int) -> tuple[date, int] | None:
        """By Friday; next Monday; venerdì prossimo; в пятницу на следующей неделе. A date beside it counts before it."""
        start = at + 1 if self._has("next", at) or self._has("this", at) else at
        weekday = self.words.number("weekdays", self._word(start))
        if weekday is None:
            return None
        dated = self._figures(start + 1) or self._day_and_month(start + 1)
        if dated is not None:
            return dated
        ahead = (weekday - self.today.weekday() - 1) % 7 + 1
        end = start + 1
        for skip in (0, 1):
            if self._has("next", end + skip) and self._has("week", end + skip + 1):
                return self._monday(1) + timedelta(days=weekday), end + skip + 2
        if self._has("next", end):
            end += 1
        return self.today + timedelta(days=ahead), end

    def _end_of(self, at: int) -> tuple[date, int] | None:
        """The end of the month; до конца недели; entro fine anno."""
        if not self._has("end", at):
            return None
        later = self._has("next", at + 1)
        unit = at + 1 + (later or self._has("this", at + 1))
        found = self._last_day_of(unit, later=later)
        return (found, unit + 1) if found else None

    def _next_or_this(self, at: int) -> tuple[date, int] | None:
        """Next week; в этом месяце; la settimana prossima."""
        later, near = self._has("next", at), self._has("this", at)
        if later or near:
            found = self._last_day_of(at + 1, later=later)
            return (found, at + 2) if found else None
        if self._has("next", at + 1):
            found = self._last_day_of(at, later=True)
            return (found, at + 2) if found else None
        return None

    def _month(self, at: int) -> tuple[date, int] | None:
        """By March is before it begins; in March is before it ends."""
        month = self.words.number("months", self._word(at + 1))
        if month is None or not (self._has("by", at) or self._has("inside", at)):
            return None
        first = date(self.today.year + (month + 1 < self.today.month), month + 1, 1)
        if self._has("by", at):
            return (first if first >= self.today else _months_on(first, 12)), at + 2
        return _last_of_month(first), at + 2

    def _last_day_of(self, unit: int, *, later: bool) -> date | None:
        if self._has("week", unit):
            friday = self._monday(int(later)) + timedelta(days=FRIDAY)
            return max(friday, self.today)
        if self._has("month", unit):
            return _last_of_month(_months_on(self.today.replace(day=1), int(later)))
        return date(self.today.year + later, 12, 31) if self._has("year", unit) else None

    def _monday(self, weeks: int) -> date:
        return self.today + timedelta(days=7 * weeks - self.today.weekday())


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
