"""Times counted from an anchor: yesterday, last week, three years ago, two days earlier, the last four days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.extract.timex import again, calendar, story
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.sense import Sense
from timeline.extract.timex.units import CLOCK, DAYS, MONTHS, PRECISION, amounts, blank, duration, moved, stretch
from timeline.model.timex import TimePrecision

_ROUND = 5
"""Counts of years in fives and tens are taken as rounded."""
_RECENT = {"week": 34, "month": 182, "year": 1826, "decade": 10_957}
_RECENT_DAYS = 6
"""Days before the publication day that "in recent weeks" (months, years) and "in recent days" cover."""
_SEASON = timedelta(days=100)
"""Of a time up to that long the end of its year can be told; that of a year is no other than its own."""
_SEVERAL = (2, 9)
"""What "several" stands for."""
_WEEK_LONG = timedelta(days=4)


def shifted(sense: Sense, context: Context) -> Period:
    """Say what "yesterday", "last week" or "that year" is; the last is counted from the time told before."""
    same = sense.get("anchor") == "narrative" and sense["unit"] == "day" and not sense.get("shift")
    if same and sense.get("approx") and context.told:  # "in the same days"
        return replace(context.told, relative=True)
    base = _anchor(sense, context, sense["unit"])
    if base is None:
        today = sense["unit"] == "day" and sense.get("shift") == 0 and {"anchor", "at_hand"}.isdisjoint(sense)
        return calendar.unknown("PRESENT_REF") if today else blank(sense["unit"])
    if same and context.told and context.told.start == base and context.told.precision == "day":
        return replace(context.told, value=base.isoformat(), relative=True)
    return stretch(moved(base, sense["unit"], sense.get("shift", 0)), sense["unit"])


def counted(sense: Sense, context: Context) -> Period | None:
    """Say what "three days ago", "in two weeks" or "two years earlier" is."""
    unit, way = sense["unit"], sense["way"]
    base = _anchor(sense, context, unit)
    if base is None and sense.get("vague"):
        return calendar.unknown("PAST_REF" if way < 0 else "FUTURE_REF")
    if base is None:
        return blank(unit)
    if sense.get("vague"):
        ahead = way == 1 and base == context.published and context.toward == "past"
        return calendar.unknown("FUTURE_REF") if ahead else _several(base, unit, way)
    when = base
    try:
        for part, count in amounts(sense):
            when = moved(when, part, way * count)
    except (OverflowError, ValueError):  # "10,000 years ago" lies beyond the calendar of days
        return calendar.unknown("PAST_REF" if way < 0 else "FUTURE_REF")
    if story.is_after_another(when, sense, context):
        return blank(unit)
    period = stretch(when, _kept(sense, context) or sense.get("plus", sense)["unit"])
    rounded = "exact" not in sense and unit == "year" and sense["n"] >= _ROUND and sense["n"] % _ROUND == 0
    return replace(period, approximate=rounded or unit in ("decade", "century"))


def _kept(sense: Sense, context: Context) -> str | None:
    """What an exact offset keeps of what it is counted from: its day, or its month; None where it isn't exact."""
    if "exact" not in sense:
        return "day" if again.is_of_today(sense, context) else None
    return context.told.precision if context.told and hangs_on_told(sense, context) else "day"


def reported(sense: Sense, context: Context) -> Period:
    """Say what "the quarter" is: the one told before, else the last that was over, or ``n`` years before that."""
    if context.published is None:
        return blank("quarter")
    told = context.quarter.start if context.quarter else None
    if "year" in sense:
        return stretch(told.replace(year=sense["year"]), "quarter") if told else calendar.year(sense["year"])
    if sense["unit"] == "year" and "shift" in sense:  # "the same period last year"
        year = (told or context.published).year + sense["shift"]
        return stretch(told.replace(year=year), "quarter") if told else stretch(date(year, 1, 1), "year")
    base = told or moved(context.published, "quarter", -1)
    return stretch(moved(base, "year", sense.get("way", 0) * sense.get("n", 0)), "quarter")


def compared(sense: Sense, context: Context) -> Period | None:
    """Say what "a year earlier" is: a year before the quarter named or told before, else the year."""
    if "whole" in sense:
        return _same_of_year(sense["whole"], sense, context)
    if sense["unit"] != "year" or context.published is None:
        return counted(sense, context)
    if "quarter" in sense:
        year = context.published.year + int(sense["way"] * sense["n"])
        return replace(calendar.quarter(year, sense["quarter"]), relative=True)
    return reported(sense, context) if context.quarter else counted(sense, context)


def _same_of_year(unit: str, sense: Sense, context: Context) -> Period | None:
    """Say what "the same month last year" is: that of the time told before, else of the publication."""
    told = context.told
    named = told.start if told and told.precision in ("day", "month") else None
    base = named or (context.day if unit == "day" else None) or context.published
    if base is None:
        return blank(unit)
    back = sense["shift"] if "shift" in sense else sense.get("way", 0) * sense.get("n", 0)
    years = sense["year"] - base.year if "year" in sense else back
    return stretch(moved(base, "year", years), unit)


def _several(base: date, unit: str, way: int) -> Period:
    """Say what "several months later" is: a stretch from two to nine units off."""
    near, far = (moved(base, unit, way * count) for count in _SEVERAL)
    start, end = min(near, far), max(near, far)
    if unit in CLOCK:
        return replace(calendar.day(base), relative=True, approximate=True)
    precision: TimePrecision = "day" if unit not in MONTHS else "year" if unit == "month" else "decade"
    value = "PAST_REF" if way < 0 else "FUTURE_REF"
    return Period(value, start, end, precision, relative=True, approximate=True)


def trailing(sense: Sense, context: Context) -> Period:
    """Say what "the last three days" are: a duration that ends, or begins, at the anchor."""
    value = duration(sense)
    base = _anchor(sense, context, sense["unit"])
    if sense.get("vague") and sense["shift"] < 0:
        return replace(reference({"ref": "PAST_REF", "unit": sense["unit"]}, context), value=value)
    if base is None or sense.get("vague") or sense["unit"] in CLOCK:
        return calendar.unknown(value)
    away = base
    for part, count in amounts(sense):
        away = moved(away, part, sense["shift"] * count)
    start, end = (away + calendar.ONE_DAY, base) if away < base else (base, away - calendar.ONE_DAY)
    precision = PRECISION.get(sense["unit"], "day")
    return Period(value, min(start, end), end, precision, relative=True, approximate=True)


def reference(sense: Sense, context: Context) -> Period:
    """Say what "recent days" are: the week that ends at publication; weeks, months and years reach further back."""
    if sense["ref"] != "PAST_REF" or sense.get("vague") or context.published is None:
        return calendar.unknown(sense["ref"])
    unit = sense.get("unit", "day")
    start = context.published - timedelta(days=_RECENT.get(unit, _RECENT_DAYS))
    return Period("PAST_REF", start, context.published, PRECISION.get(unit, "day"), relative=True, approximate=True)


def _anchor(sense: Sense, context: Context, unit: str) -> date | None:
    """The day that is counted from."""
    if context.told is None or not hangs_on_told(sense, context):
        return context.published
    if sense.get("way") == 1 and context.toward == "future":
        return context.published
    told = context.told
    if unit in DAYS and told.precision != "day":
        return None if story.is_behind(told, sense, context) else context.published
    if context.published and sense.get("way") == -1 and _is_no_day(told, unit, context.published):
        return context.published  # "a day earlier", after what is to come was named, or a week
    return told.base or told.end if sense.get("way") == 1 and "n" in sense else told.start


def _is_no_day(told: Period, unit: str, now: date) -> bool:
    """Whether nothing is counted back from a time: it lies ahead, or is a week, from which nobody counts days."""
    week = unit == "day" and told.start and told.end and told.end - told.start >= _WEEK_LONG
    return bool(week or (told.start and told.start > now))


def hangs_on_told(sense: Sense, context: Context) -> bool:
    """Whether an expression is counted from the time told before; in a text without a date "today" never is."""
    anchor, near = sense.get("anchor"), context.beside or context.published is None
    if context.told is None:
        return False
    if anchor == "beside":  # "next year" is counted from it only where the clause is of the past
        return near and (sense.get("shift") != 1 or context.toward == "past" or story.is_next_day(sense, context))
    if context.before and anchor is None and sense.get("way") == -1 and near:
        return True  # "a day ago" of what had happened is a day before the day told
    by_story = anchor == "narrative" or story.is_long_ago(sense, context)
    return by_story or _is_told(sense, context) or _is_over(sense, context)


def _is_over(sense: Sense, context: Context) -> bool:
    """Whether "by the end of the month", told as past, is of the month told before: that of the report isn't over."""
    told, now = context.told, context.published
    if told is None or now is None or "anchor" in sense or "mod" not in sense:
        return False
    known = told.known()
    if known is None or known[1] - known[0] > _SEASON:
        return False
    at_hand = sense.get("shift") == 0 and sense.get("unit") in ("month", "year")
    return at_hand and context.dwelt and context.toward != "future" and known[1] < _first(now, sense["unit"])


def _first(when: date, unit: str) -> date:
    return stretch(when, unit).start or when


def _is_told(sense: Sense, context: Context) -> bool:
    """Whether "the end of the year", in a text without a date, hangs on the time told before; "today" never does."""
    at_hand = "at_hand" in sense or "mod" in sense or sense.get("unit") not in ("day", None)
    return context.published is None and "way" not in sense and at_hand
