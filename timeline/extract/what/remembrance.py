"""Deeds of an earlier year that a report only remembers: on the day of the report, which is theirs in the calendar."""

from __future__ import annotations

from datetime import date

from timeline.extract.text.clauses import subordinate
from timeline.extract.view import Sentence
from timeline.extract.what.scope import is_past
from timeline.extract.what.triggers import Trigger
from timeline.model.timex import TimeInterval

REMEMBERED = {"type": "OTHER", "mode": "commemoration"}
"""Type and mode of a day of remembrance."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Types of what people remember each year."""
_NEWS = 1
"""Days before its report that a day of remembrance lies at most."""
_NIGHT = 1
"""Days that a night or two days in a row end after they begin."""


def is_remembered(sentence: Sentence, trigger: Trigger, when: TimeInterval | None) -> bool:
    """Whether a deed named on the day of the report is one of that day in an earlier year, which the text names.

    "On Wednesday X mourned those killed in Y. On 26 February 1992 …": nobody was killed on Wednesday. What a verb of
    the past tells in a main clause is told of its own day.
    """
    published = sentence.told.article.published
    if when is None or published is None or when.precision != "day" or trigger.rule.type not in _DEEDS:
        return False
    if trigger.is_statement or not 0 <= (published - when.start).days <= _NEWS:
        return False
    if not any(_is_of_years_ago(time.interval, when.start) for time in sentence.told.times if time.interval):
        return False
    told = is_past(sentence.tokens, range(trigger.start, trigger.end), sentence.lexicon)
    return not told or subordinate(sentence.tokens, 0, trigger.start)


def _is_of_years_ago(interval: TimeInterval, day: date) -> bool:
    """Whether a time is a day of the same date in an earlier year."""
    if interval.precision != "day" or (interval.end - interval.start).days > _NIGHT or interval.open_end:
        return False
    ends = (one for one in (interval.start, interval.end) if one.year < day.year)
    return any((one.month, one.day) == (day.month, day.day) for one in ends)
