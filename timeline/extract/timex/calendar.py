"""Stretches of the calendar: what a year, a week or the end of a month covers, and how TIMEX3 writes it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta

from timeline.model.timex import TimePrecision

ONE_DAY = timedelta(days=1)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season as TIMEX3 names it."""
_LAST_DECADE, _LAST_CENTURY = 998, 98


@dataclass(slots=True)  # not frozen: many are made
class Period:
    """A stretch of civil days with its TIMEX3 value; the ends are None where no day can be named.

    ``base`` is the day that later ones are counted from, where it isn't the last: that of a night which runs on.
    """

    value: str
    start: date | None
    end: date | None
    precision: TimePrecision
    relative: bool = False
    approximate: bool = False
    base: date | None = None

    def known(self) -> tuple[date, date] | None:
        """Both ends, where they are known."""
        return (self.start, self.end) if self.start and self.end else None


def unknown(value: str, precision: TimePrecision = "day") -> Period:
    """A period that can't be placed; ``value`` has X's for what is missing."""
    return Period(value, None, None, precision, relative=True)


def day(when: date) -> Period:
    """A civil day."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week that holds a day."""
    year, number, weekday = when.isocalendar()
    start = when - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{number:02}", start, start + timedelta(days=6), "day")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(when)
    monday = when - timedelta(days=when.isoweekday() - 1)
    return Period(f"{whole.value}-WE", monday + timedelta(days=5), monday + timedelta(days=6), "day")


def month(year: int, number: int) -> Period:
    """A month."""
    return Period(
        f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"
    )


def months(year: int, first: int, last: int, value: str) -> Period:
    """Several months of one year: a quarter, a half."""
    return Period(value, month(year, first).start, month(year, last).end, "year")


def quarter(year: int, number: int) -> Period:
    """A quarter of a year."""
    return months(year, 3 * number - 2, 3 * number, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Period:
    """A half of a year."""
    return months(year, 6 * number - 5, 6 * number, f"{year:04}-H{number}")


def season(year: int, name: str) -> Period:
    """A season of the northern hemisphere; the winter of a year begins in its December."""
    first = _SEASONS[name]
    last = month(year + 1, 2) if name == "WI" else month(year, first + 2)
    return Period(f"{year:04}-{name}", date(year, first, 1), last.end, "year")


def year(number: int) -> Period:
    """A year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Period:
    """A decade, named by the first three digits of its years."""
    number = min(max(number, 1), _LAST_DECADE)
    return Period(f"{number:03}", date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """A century, named by the first two digits of its years; its stretch counts as of decade precision."""
    number = min(max(number, 0), _LAST_CENTURY)
    first, last = date(number * 100 or MINYEAR, 1, 1), date(number * 100 + 99, 12, 31)
    return Period(f"{number:02}", first, last, "decade", approximate=True)


def in_year(when: date, year: int) -> date | None:
    """The same date of another year; None for a 29 February that it doesn't have."""
    try:
        return when.replace(year=year)
    except ValueError:
        return None


def add_months(when: date, count: int) -> date:
    """The same day of a month ``count`` months on, or that month's last day.

    Raises
    ------
    OverflowError : there is no such year.
    """
    index = when.year * 12 + when.month - 1 + count
    target = index // 12
    if not MINYEAR <= target <= 9990:  # noqa: PLR2004 - room for the stretches that begin there
        raise OverflowError(f"no year {target}")
    number = index % 12 + 1
    return date(target, number, min(when.day, monthrange(target, number)[1]))


def part(whole: Period, which: str) -> Period:
    """The START, MID or END of a period; its value and precision stay those of the whole.

    A month falls into days 1–10, 11–20 and the rest, a year into three times four months, a decade into its years 0–3,
    4–6 and 7–9.
    """
    known = whole.known()
    if known is None or known[0] == known[1] or which not in ("START", "MID", "END"):
        return whole
    start, end = _third(whole, known, which)
    return replace(whole, start=start, end=end)


def _third(whole: Period, known: tuple[date, date], which: str) -> tuple[date, date]:
    start, end = known
    if whole.precision == "month":
        cuts = (start + timedelta(days=10), start + timedelta(days=20))
    elif whole.precision == "decade" and end.year - start.year == 9:  # noqa: PLR2004 - one decade
        cuts = (date(start.year + 4, 1, 1), date(start.year + 7, 1, 1))
    elif whole.precision == "decade" and end.year - start.year >= 98:  # noqa: PLR2004 - a century, the first has 99
        cuts = (date(start.year + 33, 1, 1), date(start.year + 66, 1, 1))
    elif len(whole.value) == 4:  # noqa: PLR2004 - a year
        cuts = (date(start.year, 5, 1), date(start.year, 9, 1))
    else:
        third = max((end - start + ONE_DAY) // 3, ONE_DAY)
        cuts = (start + third, end - third + ONE_DAY)
    first, second = (min(max(cut, start + ONE_DAY), end) for cut in cuts)  # half a month may end before its cuts
    return {"START": (start, first - ONE_DAY), "MID": (first, max(second - ONE_DAY, first)), "END": (second, end)}[
        which
    ]


def portion(whole: Period, which: int) -> Period:
    """The first or the second half of a period that is no year: a decade, a month, a century."""
    known = whole.known()
    if known is None or known[0] == known[1]:  # a day has no half that is a day
        return whole
    start, end = known
    if whole.precision == "decade":
        years = (end.year - start.year + 1) // 2
        middle = date(start.year + years, 1, 1)
    else:
        middle = start + (end - start + ONE_DAY) / 2
    return replace(whole, end=middle - ONE_DAY) if which == 1 else replace(whole, start=middle)
