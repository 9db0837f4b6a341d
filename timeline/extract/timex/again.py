"""A day or year told before, told again: "in 1991, on the same day", "three years ago today"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.extract.timex import calendar
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.sense import Sense

_ELSE = frozenset({"way", "n", "ref", "month", "day", "weekday", "season", "feast", "whole", "every", "aside", "ord"})
"""What says more than "that day" or "today"."""


def told_again(sense: Sense, context: Context) -> Period | None:
    """What "that day", "that year" or "today" is by what stands beside it; None where nothing does."""
    if sense.get("shift", 0) != 0 or not _ELSE.isdisjoint(sense):
        return None
    is_day = sense.get("unit") == "day" or ("unit" not in sense and "part" in sense)
    if sense.get("anchor") == "narrative":
        return _of_year(sense, context) if is_day else _of_bound(sense, context)
    return _of_count(context) if is_day and "unit" in sense and "anchor" not in sense else None


def _of_year(sense: Sense, context: Context) -> Period | None:
    """The day told before in the year beside it ("in 1991, on the same day"), else that of the report."""
    told, same = _year_beside(sense, context), context.day or context.published
    return _in_year(same, told) if told and same else _of_bound(sense, context)


def _year_beside(sense: Sense, context: Context) -> int | None:
    """The year that is named with a day, or that ends right before it."""
    told = context.told
    if "year" in sense:
        return sense["year"]
    apposed = context.apposed and told is not None and told.precision == "year" and told.known() is not None
    whole = apposed and told and told.value.isdecimal()
    return told.start.year if whole and told and told.start else None


def _of_count(context: Context) -> Period | None:
    """The day of the report as many years before: "three years ago today"."""
    told, now = context.told, context.published
    counted = told is not None and told.relative and told.precision == "year" and told.value.isdecimal()
    if not (counted and context.apposed and told and told.start and now) or told.start.year >= now.year:
        return None
    return _in_year(now, told.start.year)


def _of_bound(sense: Sense, context: Context) -> Period | None:
    """What a time shortly before only bounds ("it has lasted since 2020. That year …")."""
    bound = context.bound
    if bound is None or bound.precision != sense.get("unit") or "year" in sense:
        return None
    a_night = bound.precision == "day" and bound.start != bound.end
    return None if a_night else replace(bound, relative=True)


def _in_year(when: date, year: int) -> Period | None:
    day = calendar.in_year(when, year)
    return replace(calendar.day(day), relative=True) if day else None


def is_of_today(sense: Sense, context: Context) -> bool:
    """Whether years are counted back from the day of the report named beside them: "today, three years ago"."""
    told, now = context.told, context.published
    today = told is not None and told.precision == "day" and told.start == told.end == now
    return today and context.apposed and sense.get("way") == -1 and sense["unit"] == "year" and "extra" not in sense


def is_the_day(told: Period, found: Period | None) -> bool:
    """Whether a date says again which day was just told: "exactly thirty years ago, on 27 January"."""
    return found is not None and told.precision == "day" and told.value == found.value
