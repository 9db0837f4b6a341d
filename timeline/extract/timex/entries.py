"""Days that stand as bare numbers before the entries of a chronicle, below a line that names their month.

And years that stand on a line of their own above entries.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, cast

from geodata.model import Span

if TYPE_CHECKING:
    from timeline.extract.timex.sense import Sense
    from timeline.extract.timex.tagging import Found

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_NUMBER = re.compile(r"\s*(\d{1,2})(?=\s*[—–:.)՝-]\s|\s*[,،]\s)")
"""A number that opens a line, and the mark that sets it off."""
_YEAR = re.compile(r"\s*(1[5-9]\d\d|20\d\d)\s*[.:։]?\s*")
_WORD = re.compile(r"\w")
_BESIDE = 3
"""Characters between the number and its weekday: "24, Sunday —"."""
_FEWEST = 2
_DAYS = range(1, 32)


def with_entries(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """What was found, and the days that only their month's heading makes days of, and years that head days.

    A list that counts its points from one on is none.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    found = _with_years(text, lines, found)
    made: list[Found] = []
    for heading, below in _sections(text, lines, found):
        days = [entry for start, end in below if (entry := _entry(text, (start, end), heading))]
        numbers = [day.sense["day"] for day in days]
        if len(days) >= _FEWEST and numbers != list(range(1, len(days) + 1)):
            made += [_with_weekday(day, found) for day in days]
    taken = [day.span for day in made]
    kept = [item for item in found if not any(item.span.overlaps(span) for span in taken)]
    return tuple(sorted([*kept, *made], key=lambda item: item.span.start)) if made else tuple(found)


def _with_years(text: str, lines: Sequence[tuple[int, int]], found: Sequence[Found]) -> Sequence[Found]:
    """What was found, and each year alone on a line above one that a day without a year opens."""
    days = {item.span.start: item for item in found if "day" in item.sense and "year" not in item.sense}
    taken = {item.span.start for item in found}
    made = []
    for (start, end), (below, _) in pairwise(lines) if days else ():
        year = _YEAR.match(text, start, end)
        if year and year.end() == end and year.start(1) not in taken and below in days:
            span = Span(start=year.start(1), end=year.end(1))
            made.append(
                replace(days[below], span=span, sense=cast("Sense", {"year": int(year[1])}), rules=("entry-year",))
            )
    return sorted([*found, *made], key=lambda item: item.span.start) if made else found


def _sections(
    text: str, lines: Sequence[tuple[int, int]], found: Sequence[Found]
) -> Iterator[tuple[Found, Sequence[tuple[int, int]]]]:
    """Headings that name a month, each with the lines below it up to the next."""
    starts = [start for start, _ in lines]
    months = [item for item in found if "month" in item.sense and {"to", "start", "every"}.isdisjoint(item.sense)]
    at = [(bisect_right(starts, item.span.start) - 1, item) for item in months]
    heads = [(number, item) for number, item in at if _is_head(text, lines[number], item)]
    for (number, item), (end, _) in zip_longest(heads, heads[1:], fillvalue=(len(lines), None)):
        if item:
            yield item, lines[number + 1 : end]


def _is_head(text: str, line: tuple[int, int], item: Found) -> bool:
    """Whether a line holds nothing but a month; a day that was taken along from the line below is no part of it."""
    start, end = line
    if "day" in item.sense and item.span.end <= end:
        return False
    return not _WORD.search(text[start : item.span.start] + text[item.span.end : end])


def _entry(text: str, line: tuple[int, int], heading: Found) -> Found | None:
    match = _NUMBER.match(text, *line)
    if match is None or int(match[1]) not in _DAYS:
        return None
    sense = {name: value for name, value in heading.sense.items() if name in ("month", "year", "unit", "shift")}
    span = Span(start=match.start(1), end=match.end(1))
    return replace(heading, span=span, sense=cast("Sense", {**sense, "day": int(match[1])}), rules=("entry-day",))


def _with_weekday(day: Found, found: Sequence[Found]) -> Found:
    """A day with the weekday that stands right behind it."""
    behind = (item for item in found if 0 < item.span.start - day.span.end <= _BESIDE)
    beside = next((item for item in behind if set(item.sense) == {"weekday"}), None)
    if beside is None:
        return day
    sense = cast("Sense", {**day.sense, **beside.sense})
    return replace(day, span=Span(start=day.span.start, end=beside.span.end), sense=sense)
