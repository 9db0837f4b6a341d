"""Units of the calendar and the clock: a day so many of them on, the unit that holds a day, lengths told in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from timeline.extract.timex import calendar
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.sense import Sense
from timeline.model.timex import TimePrecision

Stretch = Callable[[date], Period]
_UNITS: Mapping[str, Stretch] = {
    "day": calendar.day,
    "week": calendar.week,
    "weekend": calendar.weekend,
    "month": lambda when: calendar.month(when.year, when.month),
    "quarter": lambda when: calendar.quarter(when.year, (when.month + 2) // 3),
    "half": lambda when: calendar.half(when.year, 1 if when.month < 7 else 2),  # noqa: PLR2004 - July
    "year": lambda when: calendar.year(when.year),
    "decade": lambda when: calendar.decade(when.year // 10),
    "century": lambda when: calendar.century(when.year // 100),
}
DAYS: Mapping[str, int] = {"day": 1, "week": 7, "weekend": 7}
"""Days that a unit has, of those that have whole ones."""
MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Months that a longer unit has."""
_MONTH = 30
"""Days of a month of which only a part is counted."""
CLOCK = frozenset({"hour", "minute", "second"})
"""Units of a clock."""
_BLANK = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
PRECISION: Mapping[str, TimePrecision] = {
    "month": "month",
    "quarter": "year",
    "half": "year",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}
"""How finely a unit tells a time; days and weeks to the day."""
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "decade": ("year", 10)}
"""The unit in which a part of another is told, and how many of it make one."""
_LETTERS = {
    "hour": "H",
    "minute": "M",
    "second": "S",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def moved(when: date, unit: str, count: float) -> date:
    """A day so many units on (back, if negative).

    Raises
    ------
    OverflowError : the calendar ends before.
    """
    if unit in DAYS:
        return when + timedelta(days=round(count * DAYS[unit]))
    if unit in MONTHS:
        months, part = divmod(abs(count) * MONTHS[unit], 1)
        way = 1 if count > 0 else -1
        return calendar.add_months(when, way * int(months)) + timedelta(days=way * round(part * _MONTH))
    return when


def stretch(when: date, unit: str) -> Period:
    """The unit of the calendar that holds a day."""
    return replace(_UNITS.get(unit, calendar.day)(when), relative=True)


def blank(unit: str) -> Period:
    """A unit of the calendar that can't be placed."""
    return calendar.unknown(_BLANK.get(unit, "XXXX-XX-XX"), PRECISION.get(unit, "day"))


def duration(sense: Sense) -> str:
    """A length of time as TIMEX3 writes it: "P3M", "PT2H", "P2Y6M", "PXD"."""
    if sense["unit"] == "weekend":
        return "P1WE"
    unknown = bool(sense.get("vague")) and "n" not in sense
    lengths = [(sense["unit"], "X")] if unknown else [(unit, _digits(n)) for unit, n in amounts(sense)]
    dates, clocks = (
        "".join(f"{number}{_LETTERS[unit]}" for unit, number in lengths if (unit in CLOCK) is timed)
        for timed in (False, True)
    )
    return f"P{dates}T{clocks}" if clocks else f"P{dates}"


def amounts(sense: Sense) -> list[tuple[str, float]]:
    """The units that a length is told in, and how many of each: "two and a half years" are two years and six months.

    Examples
    --------
    >>> amounts({"n": 2, "extra": 0.5, "unit": "year"})
    [('year', 2.0), ('month', 6.0)]
    """
    unit, count = sense["unit"], sense.get("n", 1) + sense.get("extra", 0)
    if unit == "half":
        unit, count = "month", count * 6
    more = amounts(sense["plus"]) if "plus" in sense else []
    whole, rest = divmod(count, 1)
    smaller, times = _SMALLER.get(unit, (unit, 0))
    if not rest or not times or (rest * times) % 1:
        return [(unit, count), *more]
    return [*([(unit, whole)] if whole else []), (smaller, rest * times), *more]


def _digits(count: float) -> str:
    return f"{count:.0f}" if count % 1 == 0 else f"{count:g}"
