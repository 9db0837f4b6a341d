"""Lines that hold nothing but a time or a place and head what stands below, as in chronicles and live blogs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodata.model import PlaceMatch, Span
from timeline.extract.sentences import Passage
from timeline.extract.view import Told
from timeline.model.timex import TaggedTime

_WORD = re.compile(r"[^\W\d_]{3,}")
_HEAD = 3
"""Passages at the head of a text among which its line of place and day may stand."""


def heads(told: Told, passage: Passage) -> TaggedTime | None:
    """The time that a passage consists of, None where it says more or names no day."""
    times = told.times_in(passage.span)
    known = [time for time in times if time.interval]
    rest = _without(told.article.text, passage.span, [time.expression.span for time in times])
    return known[0] if known and not _WORD.search(rest) else None


def place_line(
    text: str, passages: Sequence[Passage], times: Sequence[TaggedTime], places: Sequence[PlaceMatch]
) -> Span | None:
    """The line at the head of a text that holds a place and a day and nothing else, None where there is none."""
    for passage in passages[:_HEAD]:
        days = [time.expression.span for time in times if time.expression.span.overlaps(passage.span)]
        towns = [place.span for place in places if place.span.overlaps(passage.span)]
        if days and towns and not _WORD.search(_without(text, passage.span, [*days, *towns])):
            return passage.span
    return None


def _without(text: str, span: Span, parts: Sequence[Span]) -> str:
    """A piece of text without parts of it."""
    rest = list(text[span.start : span.end])
    for part in parts:
        low, high = max(0, part.start - span.start), part.end - span.start
        rest[low:high] = " " * (min(high, len(rest)) - low)
    return "".join(rest)
