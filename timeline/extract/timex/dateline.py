"""What a text says of its own date: datelines, "today, Friday", "thirty years after 1988"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.model import Span
from timeline.extract.text.normalise import fold

if TYPE_CHECKING:
    from timeline.extract.timex.tagging import Found

_MONTHS = {"month", "hijri_month", "solar_month"}
_HEAD, _FOOT = 5, 3
"""Lines at the head and at the foot of a text among which its date may stand."""
_PLACE_LENGTH, _PLACE_WORDS = 45, 5
"""How much may stand before the date in a dateline."""
_ADJACENT = 4
"""Characters between "today" and the date that explains it."""
_APART = 60
"""Characters between "thirty years" and "1988" in "thirty years after the earthquake of 1988"."""
_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_LABEL = re.compile(r"[^\d:]{1,30}:")
_WORDS = re.compile(r"[^\W\d_]+")
_NOT_WORDS = re.compile(r"(?:[\W_]|\b(?:Z|UTC|GMT)\b)*")
"""What may stand on a line beside its date: no word but the zone of the clock."""
_SOURCE = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
"""An agency in brackets or between slashes."""
_BEHIND = re.compile(
    rf"\s*(?:[,،]\s*[^\W\d_]+\s*)?{_SOURCE}?\s*(?:--|[—–\-:։.|])(?:\s|$)|\s*{_SOURCE}\s|\s*[,،]\s*[^\W\d_]+\s*$"
)
"""What ends a dateline: a dash, an agency marked as such, or an agency at the end of the line."""
_ENTRY = re.compile(r"[^\n.։:—–-]{0,20}[.։:—–-]")
"""What stands between the day of an entry and its text: a weekday perhaps, and a mark."""
_SENTENCE_END = re.compile(r"[.։!?؟]\s+$")
_SET_OFF = re.compile(r"\s?[:—–]\s")
_SOURCED = re.compile(rf"\s*{_SOURCE}")
_SAID_BEFORE = re.compile(r"[,،(/–—-]\s*$")
_LINE_END = re.compile(rf"\s*{_SOURCE}?\s*[.։]?\s*$")
_PLACE_BEFORE = re.compile(r"[^\W\d_].*[,،.։|·/–—-]\s*$")
"""A place before a date with which the line ends."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A weekday that a text names.

    ``publication`` is the ISO weekday of the publication that it tells ("today, Friday"), None where it only names a
    past day.
    """

    span: Span
    weekday: int
    publication: int | None = None


def own_dates(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """Day dates that stand as the text's own: alone on a line, in a dateline, or beside "today"; strongest first.

    Those of the common calendar come before those of others, whose days hang on the sight of the moon.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    head, foot = lines[:_HEAD], lines[_HEAD:][-_FOOT:]
    days = [item for item in found if _names_day(item)]
    entries = chronicle(text, found)
    stated = [item for line in head for item in _within(days, line) if _heads(text, line, item, found)]
    stated = [item for item in stated if item.span not in entries]
    stated += [item for item in days if _beside_today(item, found)]
    stated += [item for line in foot for item in _within(days, line) if _alone(text, line, item, found)]
    stated.sort(key=lambda item: "month" not in item.sense)
    return tuple({item.span: item for item in stated}.values())


def chronicle(text: str, found: Sequence[Found]) -> frozenset[Span]:
    """Days with which the entries of a chronicle begin ("4 October. The assembly …"); one such day alone is none.

    Entries stand on lines of their own, or in running text with a colon or a dash behind their day.
    """
    ends = {line.start(): line.end() for line in _LINE.finditer(text)}
    opening = [
        item
        for item in found
        if _names_day(item)
        and (
            _ENTRY.match(text, item.span.end, ends[item.span.start])
            if item.span.start in ends
            else _SENTENCE_END.search(text, max(0, item.span.start - _ADJACENT), item.span.start)
            and _SET_OFF.match(text, item.span.end)
        )
    ]
    different = {(item.sense["day"], *(item.sense.get(month) for month in sorted(_MONTHS))) for item in opening}
    return frozenset(item.span for item in opening) if len(different) > 1 else frozenset()


def _names_day(item: Found) -> bool:
    """Whether an expression names a day of a month, of whatever calendar, that is no member of a range."""
    fields = set(item.sense)
    ours = item.sense.get("era", "AH") == "AH"
    return ours and "day" in fields and bool(_MONTHS & fields) and not {"to", "start"} & fields


def _within(items: Iterable[Found], line: tuple[int, int]) -> Iterator[Found]:
    return (item for item in items if line[0] <= item.span.start and item.span.end <= line[1])


def _heads(text: str, line: tuple[int, int], item: Found, found: Sequence[Found]) -> bool:
    return (
        _alone(text, line, item, found) or _is_dateline(text, line, item) or _in_two_calendars(text, line, item, found)
    )


def _alone(text: str, line: tuple[int, int], item: Found, found: Sequence[Found]) -> bool:
    """Whether a line holds nothing but the date, other times and a label ("Published:")."""
    rest = _without(text, line, (item, *_within(found, line)))
    return bool(_NOT_WORDS.fullmatch(_LABEL.sub("", rest) if ":" in rest else rest))


def _in_two_calendars(text: str, line: tuple[int, int], item: Found, found: Sequence[Found]) -> bool:
    """Whether a short line gives a day of the common calendar beside one of another, as agencies head their news."""
    days = [other for other in _within(found, line) if _names_day(other)]
    other_calendar = any("month" not in day.sense for day in days)
    return "month" in item.sense and other_calendar and len(_WORDS.findall(_without(text, line, days))) <= _PLACE_WORDS


def _without(text: str, line: tuple[int, int], items: Iterable[Found]) -> str:
    """A line without the times in it."""
    rest = list(text[line[0] : line[1]])
    for item in items:
        rest[item.span.start - line[0] : item.span.end - line[0]] = " " * (item.span.end - item.span.start)
    return "".join(rest).strip()


def _is_dateline(text: str, line: tuple[int, int], item: Found) -> bool:
    """Whether a line begins like "BAKU, 14 July 2020 (Agency) --", or is no more than "Baku, 14 July 2020"."""
    before, behind = text[line[0] : item.span.start], text[item.span.end : line[1]]
    words = _WORDS.findall(before)
    alone = _PLACE_BEFORE.match(before) and _LINE_END.match(behind)
    ends = alone or _BEHIND.match(behind)
    if len(before) > _PLACE_LENGTH or len(words) > _PLACE_WORDS or ends is None:
        return False
    if _is_small(behind[ends.end() :].lstrip()[:1]):
        return False  # "24 July 2013 -- on the second day": the sentence goes on
    set_off = alone or before.isupper() or bool(_SAID_BEFORE.search(before)) or bool(_SOURCED.match(behind))
    return not words or (set_off and not any(_is_small(word[0]) for word in words))


def _is_small(letter: str) -> bool:
    """Whether a letter has a capital with which names begin; Georgian ones, though small to Unicode, have none."""
    return letter != letter.title()


def _beside_today(item: Found, found: Sequence[Found]) -> bool:
    return any(
        other.sense.get("unit") == "day"
        and other.sense.get("shift") == 0
        and "anchor" not in other.sense
        and 0 <= item.span.start - other.span.end <= _ADJACENT
        for other in found
    )


def weekday_anchors(found: Sequence[Found]) -> tuple[Anchor, ...]:
    """Weekdays of the days up to publication: bare ones, "last Tuesday", "today, Friday"; none that lie ahead."""
    return tuple(anchor for item in found for anchor in _anchor(item))


def _anchor(item: Found) -> Iterator[Anchor]:
    sense = item.sense
    if "weekday" not in sense or {"month", "day", "year", "every", "to", "start"} & set(sense):
        return
    weekday, shift = sense["weekday"], sense.get("shift")
    if sense.get("unit") == "day" and shift is not None:
        yield Anchor(item.span, weekday, (weekday - shift - 1) % 7 + 1)
    elif "unit" not in sense and shift != 1 and (shift == -1 or item.toward != "future"):
        yield Anchor(item.span, weekday)


def anniversary_years(text: str, found: Sequence[Found], words: Iterable[str]) -> frozenset[int]:
    """The years that "N years after YEAR" comes to.

    Parameters
    ----------
    words : words between or behind the two that say "after" (table ``anniversary`` of ``timex.toml``).
    """
    after = {fold(word) for word in words}
    spans = [item for item in found if item.sense.get("unit") == "year" and {"n", "way"} & set(item.sense) == {"n"}]
    years = [item for item in found if "year" in item.sense]
    return frozenset(
        int(year.sense["year"] + span.sense["n"])
        for span in spans
        for year in years
        if _is_after(text, min(span.span, year.span), max(span.span, year.span), after)
    )


def _is_after(text: str, first: Span, second: Span, after: set[str]) -> bool:
    between = text[first.end : second.start]
    if len(between) > _APART or "\n" in between:
        return False
    behind = text[second.end : second.end + _APART].partition("\n")[0].split()[:2]
    return not after.isdisjoint(fold(word) for word in (*_WORDS.findall(between), *behind))
