"""What hangs on the story told so far: "the following spring", "that September", years before our era."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.extract.timex import again, calendar
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.sense import Sense

_WEEK = 7
_FAR = timedelta(days=210)
"""A date without year this far before the day or month told is of the next year: "in December … in March"."""
_TURNS = timedelta(days=60)
"""One this far before the day or month of its sentence that it goes on from is of the next year."""
_AGO = timedelta(days=300)
"""One this far ahead is of the year before: "in January … in December"."""
_SHORT = timedelta(days=200)
"""A season, a quarter or the end of a year, which dates can lie behind; a year is longer."""
_NEWS, _RECENT = timedelta(days=21), timedelta(days=92)
"""A date without year this near to the report is of its news; one up to that near, unless it is close to the story."""
_CLOSE, _BEFORE = timedelta(days=60), timedelta(days=31)
"""One this shortly after or before a day told is of the same happening: "on 5 June 2023 … on 7 June"."""
_ANTIQUITY = 1000
"""Years before this one may be told by three digits alone once the story has come there."""
_LONG_AGO = 60
"""Days behind which nobody counts the days from the report."""


def recurring(sense: Sense, context: Context) -> Period | None:
    """The season, month or weekday around, after or before the time told; None where nothing was told."""
    told = context.told or (calendar.day(context.published) if context.published else None)
    known = told.known() if told else None
    if known is None:
        return None
    near = list(_near(sense, known[0]))
    if sense["shift"] == 1:
        found = next((period for period in near if period.start and period.start > known[1]), None)
    elif sense["shift"] == -1:
        found = next((period for period in reversed(near) if period.end and period.end < known[0]), None)
    else:
        found = _around(near, known[0])
    return replace(found, relative=True) if found else None


def is_next_of_story(sense: Sense, context: Context) -> bool:
    """Whether "next spring", told as past of an older story, is the spring after it and not the one that is to come."""
    told, now = context.story, context.published
    if sense.get("shift") != 1 or "unit" in sense or {"season", "month"}.isdisjoint(sense) or "day" in sense:
        return False
    older = told is not None and told.end is not None and now is not None and now - told.end > _RECENT
    return older and context.dwelt and context.toward == "past"


def nth_day(sense: Sense, context: Context) -> Period:
    """Say what "the second day of the search" is: the day told beside it, else counted from the first that was told."""
    told = context.told.start if context.told and context.told.precision == "day" else None
    if context.first is None or (told and context.here):
        when = told or context.published
    else:
        when = context.first + timedelta(days=sense["ord"] - 1)
        when = min(when, context.published) if context.published else when
    return replace(calendar.day(when), relative=True) if when else calendar.unknown("XXXX-XX-XX")


def _near(sense: Sense, when: date) -> Iterable[Period]:
    """What recurs, from before a time until well after it."""
    if "weekday" in sense:
        first = when - timedelta(days=when.isoweekday() - sense["weekday"] + _WEEK)
        return (calendar.day(first + timedelta(days=_WEEK * count)) for count in range(56))
    years = range(when.year - 2, when.year + 12)
    if "season" in sense:
        return (calendar.season(year, sense["season"]) for year in years)
    return (calendar.month(year, sense["month"]) for year in years)


def _around(near: Iterable[Period], when: date) -> Period | None:
    """The one that holds a day, else the one of its year or week."""
    known = [(period, period.start, period.end) for period in near if period.start and period.end]
    holds = next((period for period, start, end in known if start <= when <= end), None)
    if holds is not None:
        return holds
    week = next((period for period, start, end in known if start == end and _same_week(start, when)), None)
    return week or next((period for period, start, _ in known if start.year == when.year), None)


def _same_week(first: date, second: date) -> bool:
    return first.isocalendar()[:2] == second.isocalendar()[:2]


def told_year(sense: Sense, told: Period | None) -> int | None:
    """The year of a date without one: the story's, or the next if it lies long before what was told."""
    if told is None or told.start is None:
        return None
    year = told.start.year
    if not is_valid(year, sense):
        return year
    behind = told.start - date(year, sense["month"], sense.get("day", 1))
    dated = told.precision in ("day", "month")
    if dated and -behind >= _AGO:
        return year - 1
    return year + 1 if (behind >= _FAR if dated else _is_nearer_behind(told, sense, behind)) else year


def turns_year(sense: Sense, context: Context) -> bool:
    """Whether a date that goes on from one of another year, told in its sentence, is of the year behind that.

    "In August of last year, and on 30 March …", but "in May 2019 and on 3 April".
    """
    told, now = context.told, context.published
    if not (context.goes_on and context.here and told and told.start and told.precision in ("day", "month")):
        return False
    year = told.start.year
    if year != context.year or not (is_valid(year, sense) and is_valid(year + 1, sense)):
        return False
    on = sense["month"], sense.get("day", 1)
    return told.start - date(year, *on) >= _TURNS and not (now and date(year + 1, *on) > now)


def _is_nearer_behind(told: Period, sense: Sense, before: timedelta) -> bool:
    """Whether a date lies nearer behind a season or the end of a year than before it: "in late 1941 … in February"."""
    known = told.known()
    if known is None or known[1] - known[0] > _SHORT or not is_valid(known[0].year + 1, sense):
        return False
    return date(known[0].year + 1, sense["month"], sense.get("day", 1)) - known[1] < before


def nearest_to(told: Period, near: Sequence[Period]) -> Period | None:
    """What the story comes to next of what recurs each year; what lies shortly before it, it may go back to."""
    known = told.known()
    if known is None:
        return None
    inside = next((period for period in near if _holds(told, period)), None)
    return inside or next((one for one in near if one.start and one.start > known[0] - _FAR), None)


def is_valid(year: int, sense: Sense) -> bool:
    """Whether a year has the day or month that a sense names."""
    try:
        date(year, sense["month"], sense.get("day", 1))
    except (ValueError, KeyError):
        return False
    return True


def going_on(story: Period, build: Callable[[int], Period]) -> Period | None:
    """The season of the story's year, or of another that the story is in or nearer to: "in January … in winter"."""
    if story.start is None or story.end is None:
        return None
    before, now, after = (build(story.start.year + years) for years in (-1, 0, 1))
    if story.end - story.start > _SHORT or not (before.end and now.start and now.end and after.start):
        return now
    if before.end >= story.start:
        return before
    dated = story.precision in ("day", "month")
    turns = story.start - now.start >= _FAR if dated else after.start - story.end < story.start - now.end
    return after if turns else now


def in_apposition(context: Context, build: Callable[[int], Period | None]) -> Period | None:
    """The day or month within a longer time that is named right before it: "last summer, on 29 July"."""
    told = context.told
    if told is None or told.start is None or told.end is None or not context.apposed:
        return None
    if told.precision == "day":
        same = build(told.start.year)
        return replace(told, relative=True) if again.is_the_day(told, same) else None
    built = (build(year) for year in (told.start.year, told.end.year))
    found = next((period for period in built if period and _holds(told, period)), None)
    return replace(found, relative=told.relative) if found and found.value != told.value else None


def weekday_in_apposition(number: int, context: Context) -> Period | None:
    """The weekday within a week or weekend that is named right before it: "last week, on Wednesday"."""
    told = context.told
    if told is None or told.start is None or told.end is None or not context.apposed:
        return None
    when = told.start + timedelta(days=(number - told.start.isoweekday()) % _WEEK)
    inside = told.start < told.end and told.end - told.start < timedelta(days=_WEEK) and when <= told.end
    return replace(calendar.day(when), relative=True) if inside and told.precision == "day" else None


def _holds(whole: Period, part: Period) -> bool:
    if not (whole.start and whole.end and part.start and part.end):
        return False
    return whole.start <= part.start and part.end <= whole.end


def is_background(found: Period, nearest: Period | None, context: Context) -> bool:
    """Whether a date belongs to the older story that a text is with, and not to the days of its report.

    Parameters
    ----------
    found : the date in the story's year.
    nearest : the date next to the publication.
    """
    now, told = context.published, context.story
    if now is None or told is None or context.toward == "future":
        return False
    if found.start is None or found.start > now or nearest is None or nearest.start is None:
        return False
    dated = told.precision in ("day", "month")
    close = dated and _is_close(told, found)
    ahead = nearest.start > now and context.toward == "past"
    if ahead and close:  # what is to come can't have happened
        return True
    kept = found.value == told.value and not told.relative  # an anniversary: "On 24 April 1915 … On 24 April"
    if kept or not (context.dwelt or context.headed):
        return False
    away = abs(now - nearest.start)
    if (context.headed and _holds(told, found)) or (close and (away > _NEWS or not context.news)):
        return True
    return (dated or (context.scene and told.precision != "decade")) and (ahead or away > _RECENT)


def _is_close(told: Period, found: Period) -> bool:
    if _holds(told, found):
        return True
    return bool(told.start and found.start and -_BEFORE <= found.start - told.start <= _CLOSE)


def is_after_another(when: date, sense: Sense, context: Context) -> bool:
    """Whether "38 years later" would lie ahead though nothing tells of the future: it follows something undated.

    As does "three days later" with a verb of the past.
    """
    if context.published is None or when <= context.published or sense["way"] != 1:
        return False
    years = sense["unit"] == "year" and sense.get("anchor") == "narrative"
    return context.toward == "past" or (years and context.toward != "future")


def is_behind(told: Period, sense: Sense, context: Context) -> bool:
    """Whether "three days later" is behind a month or a year of the past, on a day that nobody can tell."""
    now, known = context.published, told.known()
    return bool(now and known and sense.get("way") == 1 and known[1] < now and context.beside)


def before_our_era(sense: Sense) -> Period | None:
    """A year, decade or century before our era, which the calendar of days does not reach; None where none is named."""
    if "ord" in sense:
        return calendar.unknown(f"BC{sense['ord'] - 1:02}", "decade")
    if "decade" in sense:
        return calendar.unknown(f"BC{sense['decade']:03}", "decade")
    year = sense.get("n", sense.get("year"))
    return None if year is None else _before(int(year), _part(sense))


def in_told_era(sense: Sense, year: int) -> Period | None:
    """What hangs on a year told before our era: "the following year", "in August", "in 479"; None for all else."""
    if sense.get("era") == "told":
        return _before(sense["year"], _part(sense))
    if not {"year", "yy", "era", "hijri_month", "solar_month"}.isdisjoint(sense):
        return None
    at_hand = "anchor" not in sense and sense.get("shift") == 0  # "the end of the year"
    if sense.get("unit") == "year" and (sense.get("anchor") == "narrative" or at_hand):
        return _before(year - int(sense.get("shift", sense.get("way", 0) * sense.get("n", 0))), _part(sense))
    if "decade" in sense and sense["decade"] < _ANTIQUITY // 10:
        return before_our_era(sense)
    on = sense.get("shift", 0) if sense.get("anchor") == "narrative" else 0  # "the following spring"
    return _before(year - on, _part(sense)) if {"month", "season"} & set(sense) and "unit" not in sense else None


def _part(sense: Sense) -> str:
    if "season" in sense:
        return f"-{sense['season']}"
    day = f"-{sense['day']:02}" if "day" in sense else ""
    return f"-{sense['month']:02}{day}" if "month" in sense else ""


def _before(year: int, part: str) -> Period | None:
    return calendar.unknown(f"BC{year:04}{part}", "year") if year > 0 else None


def year_of_antiquity(sense: Sense, context: Context) -> Period | None:
    """A year of three digits in a story that has come to the first millennium; None in any other."""
    told = context.told.start if context.told else None
    return calendar.year(sense["year"]) if told and told.year < _ANTIQUITY and context.published is None else None


def is_long_ago(sense: Sense, context: Context) -> bool:
    """Whether "a day ago" stands beside a day of long ago: it is counted from it where "before" is the same word."""
    counted = "anchor" not in sense and sense.get("way") == -1 and sense["unit"] in ("day", "week")
    return counted and _days_since_told(context) > _LONG_AGO


def is_next_day(sense: Sense, context: Context) -> bool:
    """Whether "the next morning" stands in the sentence of a day that was before the report."""
    return sense.get("unit") == "day" and context.toward != "future" and _days_since_told(context) > 0


def _days_since_told(context: Context) -> int:
    """Days from the day that the same sentence told to the report, 0 where it told none or nothing is to count to."""
    told, now = context.told, context.published
    if not context.here or told is None or told.precision != "day" or told.end is None or now is None:
        return 0
    return (now - told.end).days
