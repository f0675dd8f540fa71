"""Days and numbers as the language of the screens writes them: the forms are messages of the catalogues.

What a program reads (files, JSON, names of files) keeps its own form.
"""

from datetime import date, datetime

from brasstacks.words import _, pgettext


def day(moment: date) -> str:
    """A day in figures, always ten cells wide: `2026-12-04`, `04.12.2026`, `04/12/2026`."""
    words = pgettext("a day in figures", "{year:04}-{month:02}-{day:02}")
    return words.format(year=moment.year, month=moment.month, day=moment.day)


def moment(when: datetime) -> str:
    """A day in figures and the time of day."""
    return f"{day(when)} {when:%H:%M}"


def weekday_and_day(when: date) -> str:
    """A day with its weekday and the name of its month: `Fri 4 Dec 2026`, `пт 4 декабря 2026`."""
    weekdays = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    months = (
        pgettext("of a date", "Jan"),
        pgettext("of a date", "Feb"),
        pgettext("of a date", "Mar"),
        pgettext("of a date", "Apr"),
        pgettext("of a date", "May"),
        pgettext("of a date", "Jun"),
        pgettext("of a date", "Jul"),
        pgettext("of a date", "Aug"),
        pgettext("of a date", "Sep"),
        pgettext("of a date", "Oct"),
        pgettext("of a date", "Nov"),
        pgettext("of a date", "Dec"),
    )
    return pgettext("a day in words", "{weekday} {day} {month} {year}").format(
        weekday=weekdays[when.weekday()], day=when.day, month=months[when.month - 1], year=when.year
    )


def number(value: float, decimals: int = 0) -> str:
    """A number: `1,234.5`, `1 234,5`, `1.234,5`."""
    signs = {",": pgettext("between thousands", ","), ".": pgettext("before decimals", ".")}
    return "".join(signs.get(char, char) for char in f"{value:,.{decimals}f}")
