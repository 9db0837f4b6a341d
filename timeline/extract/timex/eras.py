"""Dates of the Islamic calendar and of the Solar Hijri one (Iran, Afghanistan), as days of the common calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from timeline.extract.timex import calendar, story
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.dates import directed, stated_year
from timeline.extract.timex.sense import Sense

_SOLAR_EPOCH = 622
"""A year of the common era less this is the Solar Hijri year in which it begins."""
_COMMON_ERA = 1600
"""Years from this one on are of the common era, whatever month they stand beside."""
_SOLAR_DECEMBER, _SOLAR_CENTURY = 9, 1400
"""The month in which the common year ends, and up to when two-digit years reach in a text without a date."""
_ISLAMIC_EPOCH = 227_015
"""Ordinal of the first day of the Islamic calendar, as :meth:`datetime.date.toordinal` counts."""
_DAYS_OF_YEAR = 354.367
"""Mean length of an Islamic year."""


def hijri(sense: Sense, context: Context) -> Period | None:
    """A day or month of the Islamic calendar; without a year of its own the one next to the publication date."""
    year = stated_year(sense, context)
    if year and year < _COMMON_ERA:
        return _islamic(year, sense)
    if year:  # of the common era: "Ramadan 2020"
        near = _around(_islamic_year(date(year, 1, 1)), lambda number: _islamic(number, sense))
        return next((period for period in near if period.start and period.start.year == year), None)
    return _without_year(sense, context, _islamic_year, lambda number: _islamic(number, sense))


def solar(sense: Sense, context: Context) -> Period | None:
    """A day or month of the Solar Hijri calendar; without a year the one next to the publication date."""
    year = _stated_solar_year(sense, context)
    if year:
        return _solar(year, sense)
    return _without_year(sense, context, _solar_year_of, lambda number: _solar(number, sense))


def _without_year(
    sense: Sense, context: Context, year_of: Callable[[date], int], build: Callable[[int], Period | None]
) -> Period | None:
    """A date that the story places in a text without a date or an older story, the publication date in any other."""
    told = context.story
    of_story = story.nearest_to(told, _around(year_of(told.start), build)) if told and told.start else None
    base = context.floor or context.published
    if of_story and context.floor is None and (base is None or context.entry):
        return of_story
    if base is None:
        return _unplaced(sense)
    nearest = directed(_around(year_of(base), build), sense, context)
    return of_story if of_story and story.is_background(of_story, nearest, context) else nearest


def _stated_solar_year(sense: Sense, context: Context) -> int | None:
    if "yy" in sense:
        return _full_solar_year(sense["yy"], context)
    if "year" in sense and sense["year"] >= _COMMON_ERA:
        return sense["year"] - _SOLAR_EPOCH + (sense["solar_month"] <= _SOLAR_DECEMBER)
    if "year" in sense:
        return sense["year"]
    if sense.get("unit") == "year" and "shift" in sense:
        told = context.told.start if context.told and sense.get("anchor") == "narrative" else None
        base = told or context.published or context.report
        return _solar_year_of(base) + sense["shift"] if base else None
    if context.year and "shift" not in sense:
        return _solar_year_of(date(context.year, 12, 1))
    return None


def _unplaced(sense: Sense) -> Period:
    return calendar.unknown("XXXX-XX-XX", "day") if "day" in sense else calendar.unknown("XXXX-XX", "month")


def _around(year: int, build: Callable[[int], Period | None]) -> list[Period]:
    return [period for count in (-1, 0, 1, 2) if (period := build(year + count))]


def solar_year(sense: Sense, context: Context) -> Period | None:
    """A year, season or decade of the Solar Hijri calendar where it can be one, else of the common era."""
    if "tens" in sense or "decade" in sense:
        return _solar_decade(sense.get("decade", _SOLAR_CENTURY // 10 - 10 + sense.get("tens", 0)))
    number = sense["year"] if "year" in sense else _full_solar_year(sense["yy"], context)
    if "season" in sense:
        return calendar.season(number if number >= _COMMON_ERA else number + _SOLAR_EPOCH - 1, sense["season"])
    if number >= _COMMON_ERA:
        return calendar.year(number)
    return _whole_year(_solar(number, {"solar_month": 1}), _solar(number, {"solar_month": 12}))


def _solar_decade(number: int) -> Period | None:
    first, last = number * 10, number * 10 + 9
    whole = _whole_year(_solar(first, {"solar_month": 1}), _solar(last, {"solar_month": 12}))
    return replace(whole, precision="decade") if whole else None


def _full_solar_year(short: int, context: Context) -> int:
    """The last year, or the one to come, that ends so: ``88`` is 1388."""
    now = _solar_year_of(context.published) + 1 if context.published else _SOLAR_CENTURY
    return now - (now - short) % 100


def _solar_year_of(when: date) -> int:
    from persiantools.jdatetime import JalaliDate

    year: int = JalaliDate(when).year  # type: ignore[no-untyped-call] # half typed
    return year


def hijri_year(sense: Sense) -> Period | None:
    """A year or a century of the Islamic calendar."""
    if "year" in sense:
        number = sense["year"]
        return _whole_year(_islamic(number, {"hijri_month": 1}), _islamic(number, {"hijri_month": 12}))
    if "ord" not in sense:
        return None
    first = _islamic(sense["ord"] * 100 - 50, {"hijri_month": 1})  # the middle tells the century of the common era
    return calendar.century(first.start.year // 100) if first and first.start else None


def _whole_year(first: Period | None, last: Period | None) -> Period | None:
    if first is None or last is None or first.start is None or last.end is None:
        return None
    return Period(f"{first.start.isoformat()}/{last.end.isoformat()}", first.start, last.end, "year")


def _islamic_year(when: date) -> int:
    return int((when.toordinal() - _ISLAMIC_EPOCH) / _DAYS_OF_YEAR) + 1


def _islamic(year: int, sense: Sense) -> Period | None:
    """A day or month by Umm al-Qura, or, in years that it does not cover, by the arithmetic calendar."""
    from hijridate import Hijri

    number, day = sense["hijri_month"], sense.get("day", 1)
    try:
        first = Hijri(year, number, day).to_gregorian()
        length = Hijri(year, number, 1).month_length()
    except OverflowError:
        return _arithmetic(year, sense)
    except ValueError:
        return None
    return _day_or_month(date(first.year, first.month, first.day), length, sense)


def _arithmetic(year: int, sense: Sense) -> Period:
    """The Islamic calendar in which months of 30 and 29 days alternate; the moon may differ by a day or two."""
    number = sense["hijri_month"]
    length = 30 if number % 2 or (number == 12 and (11 * year + 14) % 30 < 11) else 29  # noqa: PLR2004 - leap years
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (number - 1) + 1) // 2
    return _day_or_month(date.fromordinal(_ISLAMIC_EPOCH + before + sense.get("day", 1) - 1), length, sense)


def _solar(year: int, sense: Sense) -> Period | None:
    from persiantools.jdatetime import JalaliDate

    try:
        first = JalaliDate(year, sense["solar_month"], sense.get("day", 1))  # type: ignore[no-untyped-call] # half typed
        start, length = first.to_gregorian(), JalaliDate.days_in_month(sense["solar_month"], year)
    except (ValueError, OverflowError):
        return None
    return _day_or_month(start, length, sense)


def _day_or_month(start: date, length: int, sense: Sense) -> Period:
    if "day" in sense:
        return calendar.day(start)
    end = start + timedelta(days=length - 1)
    return Period(f"{start.isoformat()}/{end.isoformat()}", start, end, "month")
