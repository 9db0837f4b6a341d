"""Movable feasts: those counted from Easter of the Western or the Eastern church, and from the Jewish Passover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from timeline.extract.timex import calendar
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.dates import directed, stated_year
from timeline.extract.timex.sense import Sense

_CREATION = 3760
"""Years of the Jewish calendar before our era."""


def movable(sense: Sense, context: Context) -> Period | None:
    """A feast of the year named or told, else the one next to the publication date."""
    year = stated_year(sense, context)
    if year is None and "shift" not in sense:
        year = context.year
    if year is None and context.published is None and context.story and context.story.start:
        year = context.story.start.year
    if year is not None:
        return _of(year, sense)
    if context.published is None:
        return calendar.unknown("XXXX-XX-XX")
    years = range(context.published.year - 1, context.published.year + 2)
    return directed([_of(each, sense) for each in years], sense, context)


def _of(year: int, sense: Sense) -> Period:
    return calendar.day(_DAYS[sense["feast"]](year) + timedelta(days=sense.get("offset", 0)))


def _easter(year: int) -> date:
    from dateutil.easter import EASTER_WESTERN, easter

    day: date = easter(year, EASTER_WESTERN)
    return day


def _orthodox_easter(year: int) -> date:
    from dateutil.easter import EASTER_ORTHODOX, easter

    day: date = easter(year, EASTER_ORTHODOX)
    return day


def passover(year: int) -> date:
    """The first day of Passover, 15 Nisan, by Gauss's rule (Monatliche Correspondenz 5, 1802).

    Examples
    --------
    >>> passover(2020)
    datetime.date(2020, 4, 9)
    """
    jewish = year + _CREATION
    moon, leap = (12 * jewish + 17) % 19, jewish % 4
    exact = 32 + Fraction(4343, 98496) + moon * (1 + Fraction(272953, 492480)) + Fraction(leap, 4)
    exact -= Fraction(313, 98496) * jewish
    day = exact.numerator // exact.denominator
    weekday, part = (day + 3 * jewish + 5 * leap + 5) % 7, exact - day
    julian = day + _put_off(weekday, moon, part)
    return date(year, 3, 1) + timedelta(days=julian - 1 + year // 100 - year // 400 - 2)


def _put_off(weekday: int, moon: int, part: Fraction) -> int:
    """Days by which the feast is put off: it begins on no Monday, Wednesday or Friday."""
    if weekday in (2, 4, 6):
        return 1
    if weekday == 1 and moon > 6 and part >= Fraction(1367, 2160):  # noqa: PLR2004 - Gauss's bounds
        return 2
    return 1 if weekday == 0 and moon > 11 and part >= Fraction(23269, 25920) else 0  # noqa: PLR2004 - the same


_DAYS: Mapping[str, Callable[[int], date]] = {
    "easter": _easter,
    "orthodox easter": _orthodox_easter,
    "passover": passover,
}
