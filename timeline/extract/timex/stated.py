"""Days that metadata, file names and addresses name, and that an expression names by itself."""

from __future__ import annotations

import re
from datetime import date

from timeline.extract.timex.context import Context
from timeline.extract.timex.resolve import resolve
from timeline.extract.timex.sense import Sense
from timeline.extract.timex.tagging import Found, read
from timeline.languages import LanguagePack

_YEARS = range(1800, 2200)
_ISO = re.compile(r"\s*(\d{4})(-?)(\d{2})\2(\d{2})(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])(?:[0-5]\d){1,2})?(?!\d)"
)
"""2020-07-17, 20200717, and with the clock behind: 202007171030."""
_IN_PATH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2}|[a-zA-Z]{3,9})/(\d{1,2})(?![^/?#])")
"""/2020/7/5/ and /2020/jul/05/"""
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-_.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
AMBIGUOUS = re.compile(r"\s*(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2\d{4}(?!\d)")
"""A day and a month of which either may be the month."""


def named_day(item: Found, near: date | None = None) -> date | None:
    """The day that an expression names; one without a year is taken nearest to the date given."""
    sense = item.sense
    if "month" not in sense:
        return _day_of_other_calendar(sense, near)
    if "year" in sense:
        return full_date(sense["year"], sense["month"], sense["day"])
    years = (near.year - 1, near.year, near.year + 1) if near else ()
    days = [when for year in years if (when := full_date(year, sense["month"], sense["day"]))]
    return min(days, key=lambda when: abs((when - near).days), default=None) if near else None


def _day_of_other_calendar(sense: Sense, near: date | None) -> date | None:
    if "year" not in sense and near is None:
        return None
    resolved = resolve(sense, Context(near))
    known = resolved.period.known() if resolved and resolved.period else None
    return known[0] if known and known[0] == known[1] else None


def full_date(year: int, month: int, day: int) -> date | None:
    """A date of the last two centuries or so, None where there is no such day."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def day_in_name(name: str) -> date | None:
    """The day that a file name or an address holds; none where day and month can't be told apart."""
    if match := _YEAR_FIRST.search(name):
        return full_date(int(match[1]), int(match[3]), int(match[4]))
    if match := _IN_PATH.search(name):
        year, month, day = match.groups()
        return full_date(int(year), int(month), int(day)) if month.isdecimal() else _by_library(f"{day} {month} {year}")
    match = _DAY_FIRST.search(name)
    if match is None or (match[2] != "." and AMBIGUOUS.match(match[0].replace("_", "-"))):
        return None
    return full_date(int(match[4]), int(match[3]), int(match[1]))


def parse_date(words: str, pack: LanguagePack | None = None) -> date | None:
    """The day that metadata name, in any usual form and language; None where they name no full day.

    Examples
    --------
    >>> parse_date("2020-07-17T23:30:00+04:00"), parse_date("Fri, 17 Jul 2020 08:00:00 GMT")
    (datetime.date(2020, 7, 17), datetime.date(2020, 7, 17))
    """
    iso = _ISO.match(words)
    if iso:
        return full_date(int(iso[1]), int(iso[3]), int(iso[4]))
    days = [when for item in (read(words, pack) if pack else ()) if "day" in item.sense and (when := named_day(item))]
    return days[0] if len(set(days)) == 1 else _by_library(words)


def _by_library(words: str) -> date | None:
    import dateparser

    settings: dict[str, object] = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["timestamp", "absolute-time"],
        "TIMEZONE": "UTC",
    }
    parsed = dateparser.parse(words, settings=settings)
    return parsed.date() if parsed and parsed.year in _YEARS else None
