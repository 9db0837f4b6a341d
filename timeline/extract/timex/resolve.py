"""One resolver for all languages: what words say → the TIMEX3 value and the days that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from timeline.extract.timex import again, calendar, dates, eras, feasts, offsets, story, units
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.sense import Sense
from timeline.model.timex import TimeInterval, TimexType

_NOON, _HOURS, _MINUTES = 12, 24, 60
_AFTER_NOON = ("AF", "EV", "NI", "PM")
_DECADE = 202
"""Up to which "the nineties" are looked for in a text without a date."""
_TOLD_DAYS = 10
"""A part of day without a day belongs to the day of its sentence, or one told before so many days from publication."""


@dataclass(slots=True)  # not frozen: many are made
class Resolved:
    """An expression's type, value and modifier, and its stretch of days (None where there is none)."""

    type: TimexType
    value: str
    mod: str | None = None
    period: Period | None = None
    anaphoric: bool = False

    def interval(self, signal: str | None) -> TimeInterval | None:
        """The days as the timeline draws them; "since" leaves the end open, "until" the start."""
        known = self.period.known() if self.period else None
        if self.period is None or known is None or self.type == "SET":
            return None
        return TimeInterval(
            start=known[0],
            end=known[1],
            precision=self.period.precision,
            open_start=signal == "until",
            open_end=signal == "since",
            approximate=self.period.approximate,
            basis="relative" if self.period.relative else "stated",
        )


def resolve(sense: Sense, context: Context) -> Resolved | None:
    """What a sense stands for in its context, None where it names no possible time (31 June).

    Examples
    --------
    >>> resolve({"unit": "day", "shift": -1}, Context(published=date(2020, 7, 17))).value
    '2020-07-16'
    """
    try:
        return _resolve(sense, context)
    except (OverflowError, ValueError):
        return None  # beyond the years of the calendar


def _resolve(sense: Sense, context: Context) -> Resolved | None:
    if sense.get("every"):
        return Resolved("SET", _set_value(sense))
    if "start" in sense:
        context = replace(context, floor=_floor(sense["start"], context))
    if _is_duration(sense, context):
        period = offsets.trailing(sense, context) if "shift" in sense else None
        return Resolved("DURATION", units.duration(sense), _mod(sense), period)
    period = _period(sense, context)
    if period is None:
        return None
    period = _narrowed(period, sense, context)
    if "to" in sense:
        period = _extended(period, sense["to"], context)
    return _finished(period, sense, context)


def _is_duration(sense: Sense, context: Context) -> bool:
    counted = "ref" not in sense and ("n" in sense or "vague" in sense) and "unit" in sense
    return counted and ("way" not in sense or (bool(sense.get("unless_past")) and context.toward == "past"))


def _floor(start: Sense, context: Context) -> date | None:
    first, told = _period(start, context), context.told
    if first is None or first.start is None:
        return None
    known = told.start if told and context.here else None  # the first end, which was read before
    return known if known and (known.month, known.day) == (first.start.month, first.start.day) else first.start


def _weekday(sense: Sense, context: Context) -> Period | None:
    """A weekday; beside a deictic word ("today, Friday") it only repeats what that says."""
    if sense.get("unit") == "day" and "shift" in sense:
        known = offsets.shifted(sense, context)
        return known if known.start else calendar.unknown(f"XXXX-WXX-{sense['weekday']}")
    return dates.weekday(sense, context)


def _decade(sense: Sense, context: Context) -> int:
    """The decade of "the nineties": of the century named, else the last one that has begun."""
    if "ord" in sense:
        return (sense["ord"] - 1) * 10 + sense["tens"]
    if sense.get("unit") == "century" and context.published:
        return (context.published.year // 100 + sense.get("shift", 0)) * 10 + sense["tens"]
    now = context.published.year // 10 if context.published else _DECADE
    if context.year:  # "in 1918 … by the middle of the twenties"
        now = min(now, context.year // 100 * 10 + 9)
    return now - (now - sense["tens"]) % 10


def _of_era(sense: Sense, context: Context) -> Period | None:
    if sense["era"] == "told":
        return story.year_of_antiquity(sense, context)
    if sense["era"] == "AD":
        ours: dict[str, Any] = {"year": int(sense["n"])} if "n" in sense else {}
        ours |= {name: value for name, value in sense.items() if name not in ("era", "n")}
        return _period(cast("Sense", ours), context)
    return eras.hijri_year(sense) if sense["era"] == "AH" else story.before_our_era(sense)


def _day_at_hand(context: Context) -> Period | None:
    """The day of "in the evening": the one told before, else the publication day."""
    told = _told_day(context)
    if told is not None:
        return units.stretch(told, "day")
    return units.stretch(context.published, "day") if context.published else units.blank("day")


def _morning_after(sense: Sense, context: Context) -> Period | None:
    """The day of "in the morning" behind a night told before: the one into which that night ran on."""
    told, night = context.told, _told_day(context)
    if sense["part"] != "MO" or told is None or night is None or told.end != night + calendar.ONE_DAY:
        return None
    return units.stretch(told.end, "day")


def _told_day(context: Context) -> date | None:
    told = context.told
    if told is None or told.precision != "day" or told.start is None or told.end is None:
        return None
    ahead = context.toward == "future" and not context.under
    if context.published and (told.end < context.published if ahead else told.start > context.published):
        return None
    near = context.here or context.published is None or abs((context.published - told.end).days) <= _TOLD_DAYS
    return told.start if near else None


_RECURRING = frozenset({"season", "month", "weekday"})
_READERS: tuple[tuple[str, Callable[[Sense, Context], Period | None]], ...] = (
    ("ref", offsets.reference),
    ("reported", offsets.reported),
    ("aside", offsets.compared),
    ("way", offsets.counted),
    ("feast", feasts.movable),
    ("hijri_month", eras.hijri),
    ("solar_month", eras.solar),
    ("solar", eras.solar_year),
    ("era", _of_era),
    ("day", dates.calendar_date),
    ("month", dates.calendar_date),
    ("season", dates.season),
    ("quarter", dates.quarter),
    ("decade", lambda sense, _: calendar.decade(sense["decade"])),
    ("tens", lambda sense, context: calendar.decade(_decade(sense, context))),
    ("century", lambda sense, _: calendar.century(sense["century"])),
    ("ord", lambda sense, _: calendar.century(sense["ord"] - 1)),
    ("year", lambda sense, _: calendar.year(sense["year"])),
    ("yy", lambda sense, context: calendar.year(dates.stated_year(sense, context) or 0)),
    ("weekday", _weekday),
    ("unit", lambda sense, context: dates.weekend(sense, context) or offsets.shifted(sense, context)),
    ("shift", lambda sense, context: offsets.shifted({**sense, "unit": "day"}, context)),
    ("part", lambda sense, context: _morning_after(sense, context) or _day_at_hand(context)),
    ("hour", lambda _, context: _day_at_hand(context)),
)
"""The field that decides how a sense is read, first come first served."""


def _period(sense: Sense, context: Context) -> Period | None:
    of_era = story.in_told_era(sense, context.before_era) if context.before_era is not None else None
    if found := of_era or again.told_again(sense, context):
        return found
    if sense.get("anchor") == "narrative" and "unit" not in sense and not _RECURRING.isdisjoint(sense):
        return story.recurring(sense, context)
    if "at_hand" in sense and "ord" in sense:
        return story.nth_day(sense, context)
    if story.is_next_of_story(sense, context):
        return story.recurring(sense, context)
    of_year = dates.stated_year(sense, context) is not None and {"month", "decade", "tens"}.isdisjoint(sense)
    if "half" in sense and of_year:
        return dates.half(sense, context)
    whole = next((read(sense, context) for field, read in _READERS if field in sense), None)
    if whole and whole.start and "whole" in sense:
        whole = units.stretch(whole.start, sense["whole"])
    return calendar.portion(whole, sense["half"]) if whole and "half" in sense else whole


def _narrowed(period: Period, sense: Sense, context: Context) -> Period:
    """The piece of a period that is meant: its beginning, what lies before publication, a night across two days."""
    if "mod" in sense:
        period = calendar.part(period, sense["mod"])
    if "within" in sense and context.published:
        period = _within(period, sense["within"], context.published)
    if "across" in sense and period.start and period.end:
        period = _across(period, period.start, sense["across"])
    elif sense.get("part") == "NI" and sense.get("anchor") == "narrative" and period.start and "hour" not in sense:
        period = _across(period, period.start, "next")  # "that night": the morning behind it is the next day's
    return replace(period, approximate=True) if sense.get("approx") else period


def _within(period: Period, which: str, now: date) -> Period:
    known = period.known()
    if known is None or not known[0] <= now <= known[1]:
        return period
    if which == "before":
        return replace(period, end=max(known[0], now - calendar.ONE_DAY))
    return replace(period, start=min(known[1], now + calendar.ONE_DAY))


def _across(period: Period, when: date, which: str) -> Period:
    if which == "next":
        return replace(period, end=when + calendar.ONE_DAY, base=when)
    if which == "into":
        return replace(period, start=when - calendar.ONE_DAY)
    before = when - calendar.ONE_DAY
    return replace(period, value=before.isoformat(), start=before, end=when)


def _extended(period: Period, to: Sense, context: Context) -> Period:
    """The whole of a range, from its first member's start to its second's end."""
    last = _period(to, replace(context, floor=period.start))
    if last is None or last.end is None or period.start is None:
        return period
    last = _narrowed(last, to, context)
    if last.end is None or last.end < period.start:
        return period
    order = ("day", "month", "year", "decade")
    precision = max(period.precision, last.precision, key=order.index)
    return replace(period, end=last.end, precision=precision, approximate=period.approximate or last.approximate)


def _finished(period: Period, sense: Sense, context: Context) -> Resolved:
    anchor = sense.get("anchor")
    anaphoric = anchor == "narrative" or (anchor == "beside" and offsets.hangs_on_told(sense, context))
    value, clock = period.value, _clock(sense)
    kind: TimexType = "DATE"
    if clock and "/" not in value and "REF" not in value:
        kind, value = "TIME", value + clock
        anaphoric = anaphoric or (_needs_day(sense) and _told_day(context) is not None)
    elif sense.get("unit") in ("hour", "minute", "second") and "way" in sense and "REF" not in value:
        kind, value = "TIME", f"{value}TXX"
    return Resolved(kind, value, _mod(sense), period, anaphoric)


def _needs_day(sense: Sense) -> bool:
    return not {"day", "weekday", "shift", "way", "unit", "year"} & set(sense)


def _clock(sense: Sense) -> str:
    """The clock time or part of day as TIMEX3 adds it to a day: "T10:00", "TMO" or nothing."""
    if "hour" not in sense:
        return f"T{sense['part']}" if "part" in sense and sense["part"] not in ("AM", "PM") else ""
    hour = sense["hour"]
    if sense.get("part") in _AFTER_NOON and 0 < hour < _NOON and not (sense["part"] == "NI" and hour < 6):  # noqa: PLR2004 - small hours
        hour += _NOON
    if sense.get("part") == "MI" and 0 < hour < 6:  # noqa: PLR2004 - "two at noon"
        hour += _NOON
    if sense.get("part") in ("AM", "MO") and hour == _NOON:
        hour = 0
    minute = sense.get("minute", 0)  # below 0 in "a quarter to six"
    return f"T{(hour - (minute < 0)) % _HOURS:02}:{minute % _MINUTES:02}" if minute < 0 else f"T{hour:02}:{minute:02}"


def _mod(sense: Sense) -> str | None:
    return sense.get("mod") or ("APPROX" if sense.get("approx") else None)


def _set_value(sense: Sense) -> str:
    if "weekday" in sense:
        return f"XXXX-WXX-{sense['weekday']}{_clock(sense)}"
    if "month" in sense or "season" in sense:
        day = f"-{sense['day']:02}" if "day" in sense else ""
        return f"XXXX-{sense['month']:02}{day}" if "month" in sense else f"XXXX-{sense['season']}"
    if "unit" in sense and not (sense["unit"] == "day" and "part" in sense):  # "every morning" is told by its part
        return units.blank("weekend").value if sense["unit"] == "weekend" else units.duration(sense)
    return f"XXXX-XX-XX{_clock(sense)}"
