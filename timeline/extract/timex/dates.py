"""Calendar dates from what words say, completed where need be from the publication date and the clause's direction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from timeline.extract.timex import calendar, story
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.sense import Sense

_NEAR, _FAR = timedelta(days=55), timedelta(days=210)
"""Of a date without year the one this near is meant, whatever its clause tells, if the other is that far."""
_DAYS_OF_WEEK = 7
_EARLY = 3
"""Days of a week on which the weekend before is still "this weekend"."""
_MONTH = timedelta(days=31)
_LEAP = 8
"""Years within which there is a 29 February before and after any day."""
_PIVOT, _AHEAD = 30, 10
"""Two-digit years up to so many years ahead are of the publication's century: in clauses of the future, in others."""


def stated_year(sense: Sense, context: Context) -> int | None:
    """The year that a sense names, by itself or counted from the publication date."""
    if "year" in sense:
        return sense["year"]
    if "yy" in sense:
        return _full_year(sense["yy"], context)
    if sense.get("unit") != "year" or "shift" not in sense:
        return None
    told = context.told.start if context.told and sense.get("anchor") == "narrative" else None
    base = told or context.published or context.report
    return base.year + sense["shift"] if base else None


def _full_year(short: int, context: Context) -> int:
    published = context.published
    if published is None:
        return 1900 + short if short > _PIVOT else 2000 + short
    full = published.year // 100 * 100 + short
    ahead = _PIVOT if context.toward == "future" else _AHEAD
    return full if full <= published.year + ahead else full - 100


def calendar_date(sense: Sense, context: Context) -> Period | None:
    """A month or a day of a month."""
    year = stated_year(sense, context)
    if year is not None:
        found = _build(year, sense)
        return replace(found, relative=True) if found and "shift" in sense else found
    if sense.get("unit") == "month" and "shift" in sense:
        return _day_of_month(sense, context)
    if "month" not in sense:
        return _day_alone(sense, context)
    return _without_year(sense, context)


def _without_year(sense: Sense, context: Context) -> Period | None:
    """A date whose year its sentence, the publication date or, where that is unknown, the time told before tells."""
    explained = story.in_apposition(context, lambda year: _build(year, sense))
    if explained is not None:
        return explained
    narrates = context.published is None and context.floor is None
    told = story.told_year(sense, context.story) if narrates or context.entry else None
    if (
        context.year is not None
        and "shift" not in sense
        and story.is_valid(context.year, sense)
        and not _is_over(context)
    ):
        next_one = told == context.year + 1 or story.turns_year(sense, context)
        dated = _build(context.year + next_one, sense)
        if not _is_yet_to_come(dated, context):
            return dated
    if told is not None and story.is_valid(told, sense):
        return _build(told, sense)
    if context.published is None and context.floor is None:
        tail = f"-{sense['day']:02}" if "day" in sense else ""
        return calendar.unknown(f"XXXX-{sense['month']:02}{tail}", "day" if "day" in sense else "month")
    nearest = _nearest_year(sense, context)
    past = story.told_year(sense, context.story) if context.floor is None else None
    found = _build(past, sense) if past else None
    return found if found and story.is_background(found, nearest, context) else nearest


def _is_over(context: Context) -> bool:
    """Whether the year stated before can't be that of what is to come."""
    now = context.published
    return context.toward == "future" and bool(now and context.year and context.year < now.year)


def _is_yet_to_come(dated: Period | None, context: Context) -> bool:
    """Whether a date of the year stated before would lie behind the report though it is told as past.

    "(Tbilisi, 20 January 2003) They set free two whom they had seized on 26 December."
    """
    now = context.published
    if now is None or dated is None or dated.start is None or context.floor or context.toward == "future":
        return False
    return dated.start > now and (context.toward == "past" or dated.start - now >= _FAR)


def _build(year: int, sense: Sense) -> Period | None:
    """A date of a year, None where that year has no such day."""
    if not story.is_valid(year, sense):
        return None
    if "day" in sense:
        return calendar.day(date(year, sense["month"], sense["day"]))
    return calendar.day(_nth_weekday(year, sense)) if "ord" in sense else calendar.month(year, sense["month"])


def _nth_weekday(year: int, sense: Sense) -> date:
    """A feast such as the fourth Thursday of November, or the last Monday of May (-1), or a day after it."""
    last = sense["ord"] < 0
    first = calendar.add_months(date(year, sense["month"], 1), int(last))
    weeks = sense["ord"] if last else sense["ord"] - 1
    days = (sense["weekday"] - first.isoweekday()) % _DAYS_OF_WEEK + _DAYS_OF_WEEK * weeks
    return first + timedelta(days=days + sense.get("offset", 0))


def _nearest_year(sense: Sense, context: Context) -> Period | None:
    base = context.floor or context.published
    if base is None:
        return None
    reach = _LEAP if sense.get("day") == 29 and sense["month"] == 2 else 1  # noqa: PLR2004 - 29 February
    built = [_build(year, sense) for year in range(base.year - reach, base.year + reach + 1)]
    named = [period for period in built if period and _is_on(period, sense)]
    return directed(named or [period for period in built if period], sense, context)


def _is_on(period: Period, sense: Sense) -> bool:
    """Whether a day is of the weekday that stands beside it: "Monday, Oct. 26"."""
    return period.start is None or "weekday" not in sense or period.start.isoweekday() == sense["weekday"]


def _day_of_month(sense: Sense, context: Context) -> Period | None:
    """A day such as "the 12th of this month" or "of the same month"."""
    told = context.told.start if context.told and sense.get("anchor") == "narrative" else None
    base = told or context.published
    if base is None:
        return calendar.unknown("XXXX-XX-XX")
    when = calendar.add_months(base, sense["shift"])
    named: Sense = {"month": sense.get("month", when.month)}
    found = _build(when.year, {**named, "day": sense["day"]} if "day" in sense else named)
    return replace(found, relative=True) if found else None


def _day_alone(sense: Sense, context: Context) -> Period | None:
    """A day such as "the 12th", of the month at hand or one beside it."""
    base = context.floor or context.published
    told = context.story.start if context.story else None
    if context.story and context.story.precision not in ("day", "month"):
        told = None  # no month is at hand
    elsewhere = told is not None and context.floor is None and (base is None or abs(base - told) > _MONTH)
    if told and elsewhere and story.is_valid(told.year, {"month": told.month, "day": sense["day"]}):
        return calendar.day(told.replace(day=sense["day"]))
    if base is None:
        return calendar.unknown(f"XXXX-XX-{sense['day']:02}")
    near = (calendar.add_months(base.replace(day=1), count) for count in (-2, -1, 0, 1, 2))
    built = (_build(when.year, {"month": when.month, "day": sense["day"]}) for when in near)
    return directed([period for period in built if period], sense, context)


def weekday(sense: Sense, context: Context) -> Period | None:
    """A day of the week, of the week named or next to the publication date."""
    number = sense["weekday"]
    if "shift" not in sense and (explained := story.weekday_in_apposition(number, context)):
        return explained
    if context.floor and context.published and "weekday" not in sense.get("start", {}):  # "from 14 May to Thursday"
        free = weekday(sense, replace(context, floor=None))
        if free and free.start and free.start >= context.floor:
            return free
    base = context.floor or context.published
    told = context.story.start if context.story and context.story.precision == "day" else None
    if base is None and told and "shift" not in sense:  # a story goes on
        return replace(calendar.day(told + timedelta(days=(number - told.isoweekday()) % _DAYS_OF_WEEK)), relative=True)
    if base is None:
        return calendar.unknown(f"XXXX-WXX-{number}")
    if sense.get("unit") == "week" or (sense.get("shift") == 0 and context.floor is None):
        monday = base - timedelta(days=base.isoweekday() - 1)
        found = monday + timedelta(days=number - 1 + _DAYS_OF_WEEK * sense.get("shift", 0))
        return replace(calendar.day(found), relative=True)
    nearest = base + timedelta(days=(number - base.isoweekday()) % _DAYS_OF_WEEK)
    days = (nearest + timedelta(days=_DAYS_OF_WEEK * count) for count in (-2, -1, 0, 1))
    return directed([calendar.day(when) for when in days], sense, context)


def weekend(sense: Sense, context: Context) -> Period | None:
    """The weekend before or ahead, as the clause tells; None where words say which one, or it is no weekend.

    "This weekend", told as past early in a week, is the one before.
    """
    if sense["unit"] != "weekend" or context.published is None:
        return None
    over = sense.get("shift") == 0 and context.toward == "past" and context.published.isoweekday() <= _EARLY
    if over:
        sense = {"unit": "weekend"}
    if "shift" in sense:
        return None
    days = (context.published + timedelta(days=_DAYS_OF_WEEK * count) for count in (-2, -1, 0, 1))
    return directed([calendar.weekend(when) for when in days], sense, context)


def season(sense: Sense, context: Context) -> Period | None:
    """A season of a year, or the nearest."""
    return _of_year(sense, context, lambda year: calendar.season(year, sense["season"]), f"XXXX-{sense['season']}")


def quarter(sense: Sense, context: Context) -> Period | None:
    """A quarter of a year, or the nearest."""
    return _of_year(sense, context, lambda year: calendar.quarter(year, sense["quarter"]), f"XXXX-Q{sense['quarter']}")


def half(sense: Sense, context: Context) -> Period | None:
    """A half of a year."""
    return _of_year(sense, context, lambda year: calendar.half(year, sense["half"]), f"XXXX-H{sense['half']}")


def _of_year(sense: Sense, context: Context, build: Callable[[int], Period], blank: str) -> Period | None:
    year = stated_year(sense, context)
    if year is None and "shift" not in sense and not _is_over(context):
        year = context.year
    if year is not None:
        return build(year)
    if context.published is None:
        told = story.going_on(context.story, build) if context.story and "shift" not in sense else None
        if sense.get("shift") == 1 and "season" in sense and "unit" not in sense:  # "next spring they left"
            told = story.recurring(sense, context)
        return told or calendar.unknown(blank, "year")
    years = range(context.published.year - 2, context.published.year + 3)
    nearest = directed([build(year) for year in years], sense, context)
    found = story.going_on(context.story, build) if context.story and "shift" not in sense else None
    return found if found and story.is_background(found, nearest, context) else nearest


def directed(candidates: Iterable[Period], sense: Sense, context: Context) -> Period | None:
    """Of recurring dates the one that is meant, marked as found by way of the publication date."""
    known = [(period, period.start, period.end) for period in candidates if period.start and period.end]
    if context.floor:
        return next((replace(period, relative=True) for period, _, end in known if end >= context.floor), None)
    now = context.published
    if now is None:
        return None
    past = [period for period, start, _ in known if start <= now]
    ahead = [period for period, _, end in known if end >= now]
    if sense.get("shift", 0) < 0:
        over = [period for period, _, end in known if end < now]
        past = over[: len(over) + sense["shift"] + 1]
    elif sense.get("shift") == 1:
        ahead = [period for period, start, _ in known if start > now]
    elif sense.get("shift") == 0:
        past = [period for period, start, end in known if now.year in (start.year, end.year) and start <= now]
        past = past or [period for period, start, _ in known if start.year == now.year]
    return _choose(past, ahead, sense, context)


def _choose(past: list[Period], ahead: list[Period], sense: Sense, context: Context) -> Period | None:
    onward = not {"onward", "to"}.isdisjoint(sense) and context.toward == "future"
    bare = "shift" not in sense and (sense.get("signal") != "since" or onward)
    forward = sense.get("shift") == 1 or (bare and _lies_ahead(past, ahead, sense, context))
    chosen = (ahead[:1] or past[-1:]) if forward else (past[-1:] or ahead[:1])
    return replace(chosen[0], relative=True) if chosen else None


def _lies_ahead(past: list[Period], ahead: list[Period], sense: Sense, context: Context) -> bool:
    back, forth = past[-1].end if past else None, ahead[0].start if ahead else None
    if ("weekday" in sense and "month" not in sense) or not (back and forth and context.published):
        return context.toward == "future" or sense.get("signal") == "until"
    if forth - context.published <= _NEAR and context.published - back >= _FAR:
        return True
    far_ahead = context.published - back <= _NEAR and forth - context.published >= _FAR
    awaited = context.toward is None and sense.get("signal") in ("by", "until")  # "by 1 September the school is ready"
    return (context.toward == "future" or awaited) and not far_ahead
