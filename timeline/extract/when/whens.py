"""Times of a sentence that may be those of its happenings, and what else a time may be of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from timeline.extract.text.tokens import Tokens
from timeline.model.timex import TaggedTime, TimeInterval

_RANGE_WORDS = 2
_APPOSITION = 6
"""Words between a time and a finer one that explains it."""
_BIRTH = 4
"""Words between a time and the word for a birth."""
_OF_YEAR = 4
"""Digits of a year."""
_LIFE = re.compile(r"\s?[-–—]\s?\d{4}\)")
_NO_COMMA = re.compile(r"[;:؛()–—.]")
_COMMAS = (",", "،", "՝", "(", "–", "—")
_LONGEST = {"day": 0, "month": 30, "year": 365}
"""Days after its first that a day, a month and a year have at most."""
_YEAR = re.compile(r"\d{4}")


class Stretch(Protocol):
    """Something that covers words ``start`` to ``end`` (excluded) of a sentence."""

    @property
    def start(self) -> int:
        """Number of the first word."""
        ...

    @property
    def end(self) -> int:
        """Number after the last word."""
        ...


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class When:
    """A time expression in its sentence, with an interval."""

    time: TaggedTime
    interval: TimeInterval
    start: int
    end: int


def whens(tokens: Tokens, times: Sequence[TaggedTime]) -> list[When]:
    """Times of a sentence that have an interval, in order."""
    found = []
    for time in times:
        words = tokens.range_of(time.expression.span)
        if time.interval is not None and words:
            found.append(When(time=time, interval=time.interval, start=words.start, end=words.stop))
    apart = [when for number, when in enumerate(found) if not (number and _ends_range(found[number - 1], when))]
    return [when for when in apart if not any(_says_better(tokens, other, when) for other in apart)]


def _says_better(tokens: Tokens, other: When, when: When) -> bool:
    """Whether another time says the same more finely, or outright: "ten days before, on 1 July"."""
    return _says_finer(tokens, other, when) or _says_outright(tokens, other, when)


def _says_outright(tokens: Tokens, date: When, count: When) -> bool:
    """Whether a day right behind a count or what hangs on the time told, and a comma, says when that was."""
    hangs = count.time.anaphoric or count.time.length is not None
    if not hangs or date.time.anaphoric or date.time.length or date.interval.precision != "day":
        return False
    if not 0 <= date.start - count.end <= 1:
        return False
    between = tokens.text[count.time.expression.span.end : date.time.expression.span.start].strip()
    return between[:1] in _COMMAS and date.time.signal is None and tokens.ands.isdisjoint(range(count.end, date.start))


def _says_finer(tokens: Tokens, fine: When, coarse: When) -> bool:
    """Whether a time beside another only says when in it: "last summer, on 29 July", "a year ago …: in March"."""
    gap = max(fine.start - coarse.end, coarse.start - fine.end)
    if gap <= _RANGE_WORDS and _is_that_day_before(fine, coarse):
        return True
    inside = coarse.interval.start <= fine.interval.start and fine.interval.end <= coarse.interval.end
    length = coarse.interval.end - coarse.interval.start
    finer = fine.interval.end - fine.interval.start < length and fine.interval.precision != coarse.interval.precision
    together = tokens.halves[fine.start] == tokens.halves[coarse.start]
    return inside and finer and together and gap <= _APPOSITION and not coarse.interval.open_end


def _is_that_day_before(fine: When, coarse: When) -> bool:
    """Whether a time is the day of another, years before: "today, three years ago"."""
    before, day = fine.interval, coarse.interval
    years = {before.precision, day.precision} == {"day"} and before.basis == "relative" and before.start < day.start
    return years and (before.start.month, before.start.day) == (day.start.month, day.start.day)


def _ends_range(first: When, second: When) -> bool:
    """Whether ``second`` is only the end of a range whose whole length ``first`` already has."""
    same_end = first.interval.end == second.interval.end and first.interval.precision == second.interval.precision
    return same_end and first.interval.start < second.interval.start and second.start - first.end <= _RANGE_WORDS


def is_of_paper(tokens: Tokens, when: When, papers: Sequence[range]) -> range | None:
    """The word for a law or a treaty whose year a time is ("the 1997 treaty", "соглашение 2020 года"), None if none."""
    written = when.time.expression.span
    if not _YEAR.search(tokens.text[written.start : written.end]):
        return None
    return next((p for p in papers if 0 <= p.start - when.end <= 1 or 0 <= when.start - p.stop <= 1), None)


def is_of_birth(tokens: Tokens, when: When, births: Sequence[range]) -> bool:
    """Whether a time only says when somebody was born ("born in Goris in 1955"), or lived: a year in brackets."""
    numbers = (n for n, token in enumerate(tokens) if len(token.word) == _OF_YEAR and token.word.isdecimal())
    others = tokens.times.union(numbers) - frozenset(range(when.start, when.end)) if births else ()
    for birth in (one for one in births if _is_beside(tokens, when, one)):
        gap = max(when.start - birth.stop, birth.start - when.end)
        nearest = all(max(n - birth.stop, birth.start - n - 1) >= gap for n in others)  # else it is another time's
        if gap <= _BIRTH and nearest:
            return True
    span = when.time.expression.span
    return (
        when.interval.precision != "day"
        and tokens.text[span.start - 1 : span.start] == "("
        and (tokens.text[span.end : span.end + 1] == ")" or bool(_LIFE.match(tokens.text, span.end)))
    )


def _is_beside(tokens: Tokens, when: When, words: range) -> bool:
    first, last = min(when.start, words.start), max(when.end, words.stop)
    return tokens.clauses[first] == tokens.clauses[last - 1]


def days_in_row(tokens: Tokens, when: When, times: Sequence[When]) -> list[When]:
    """The days, months or years that stand in one row with a time ("on 12, 13 and 14 July"), it among them."""
    days = [one for one in times if _is_whole(one) and one.interval.precision == when.interval.precision]
    row = [when]
    for one in reversed(days):
        if one.end <= row[0].start and _joins(tokens, one, row[0]):
            row.insert(0, one)
    for one in days:
        if one.start >= row[-1].end and _joins(tokens, row[-1], one):
            row.append(one)
    distinct = len({one.interval.start for one in row}) == len(row)
    return sorted(row, key=lambda one: one.interval.start) if when in days and distinct else [when]


def _is_whole(when: When) -> bool:
    """Whether a time is one day, month or year."""
    longest = _LONGEST.get(when.interval.precision)
    length = (when.interval.end - when.interval.start).days
    return longest is not None and length <= longest and when.time.signal is None and not when.interval.approximate


def _joins(tokens: Tokens, first: When, second: When) -> bool:
    """Whether nothing but a comma, "and" and a preposition stand between two times."""
    written = tokens.text[first.time.expression.span.end : tokens[second.start].start]
    between = range(first.end, second.start)
    joined = all(number in tokens.ands or tokens[number].word in tokens.small_words for number in between)
    apart = tokens.text[first.time.expression.span.end : second.time.expression.span.start].strip()
    return joined and bool(apart) and _NO_COMMA.search(written) is None
