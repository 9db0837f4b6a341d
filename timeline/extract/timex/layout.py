"""Where times stand on the page: entries of a chronicle, headings that name the year of what stands below, lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extract.timex.dateline import chronicle

if TYPE_CHECKING:
    from timeline.extract.timex.tagging import Found

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FULL_STOP = re.compile(r"[.!?…;؟؛。։,،][\"'”’»“)\]]*\s*$")
_BLANK = re.compile(r"(?:\r?\n|\r)[^\S\n]*(?:[\n\r]|$)|\s*$")
"""What stands behind a line that others keep off from."""
_OPENING = re.compile(r"[,،;؛՝]\s*(?:\w{1,3}\s+){0,2}$")
"""A mark and small words before a time with which a clause begins: ", and on 30 March"."""
_OPENING_LENGTH = 12
_LONG = 90
"""Characters that a heading has at most."""
_NO_HEADING = frozenset({"day", "weekday", "shift", "way", "to", "start", "signal"})


@dataclass(frozen=True, slots=True)
class Layout:
    """The page as times need it.

    ``entries`` are offsets of the days with which entries of a chronicle begin, ``headings`` of the years that a
    heading names, ``lines`` of the beginnings of lines, ``openings`` of the times right behind a mark of a clause.
    """

    entries: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()
    lines: Sequence[int] = ()
    openings: frozenset[int] = frozenset()

    def line(self, offset: int) -> int:
        """The number of the line that an offset lies in."""
        return bisect_right(self.lines, offset)


def layout(text: str, found: Sequence[Found]) -> Layout:
    """The page of a text in which these times were found."""
    lines = [match.span() for match in _LINE.finditer(text)]
    entries = frozenset(span.start for span in chronicle(text, found))
    starts = [start for start, _ in lines]
    years = [item.span.start for item in found if "year" in item.sense and _NO_HEADING.isdisjoint(item.sense)]
    headings = frozenset(at for at in years if _is_heading(text, lines, bisect_right(starts, at) - 1, entries))
    openings = frozenset(item.span.start for item in found if _opens_clause(text, item.span.start))
    return Layout(entries, headings, starts, openings)


def _opens_clause(text: str, at: int) -> bool:
    return _OPENING.search(text, max(0, at - _OPENING_LENGTH), at) is not None


def _is_heading(text: str, lines: Sequence[tuple[int, int]], number: int, entries: frozenset[int]) -> bool:
    """Whether a line heads what stands below: short, without a full stop, and set off from it or above an entry."""
    start, end = lines[number]
    if end - start > _LONG or _FULL_STOP.search(text, start, end) or start in entries:
        return False
    below = next((first for first, last in lines[number + 1 : number + 3] if text[first:last].strip()), -1)
    return below in entries or bool(_BLANK.match(text, end))
