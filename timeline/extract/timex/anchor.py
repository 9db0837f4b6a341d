"""What an expression hangs on: the direction of its clause, the time told before it, a year named in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from geodata.model import Span
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.layout import Layout
from timeline.extract.timex.sense import Sense

VERB_LAST = "verb last"
"""Value of ``word_order`` in ``timex.toml``: the verb that tells past or future follows the time."""
_BEFORE = "before"
"""Kind of the words that tell of what was before the past that is told."""
_NEAR = 2
"""Verbs beside a time among which its own is looked for."""
_VERB = 20
"""Characters of a verb before its auxiliary."""
_ADJACENT = 1
"""Characters between a time and a verb right behind it, whose time it then is: "the ministry on Sunday issued"."""
_APPOSED = 6
"""Characters between a time and a finer one that explains it: a comma and a preposition."""
_OPENING = 25
"""Characters before a time that opens its sentence, and so sets the scene for what follows."""
_AND = 8
"""Characters between an "and" and the time that it adds."""
_LASTS = timedelta(days=31)
"""How long a happening lasts whose days are counted: "on the second day of the search"; and how long it is news."""
_MARKS = 3
"""Characters around a time that is a sentence by itself."""
_REPORTED_MONTHS = (6, 9, 12)
"""Lengths that companies report on besides quarters: what is compared with them is of a year, not of a quarter."""
_MODERN = 1400
"""Years from this one on are no part of a story of ages before our era, but of its study."""


def _is_whole_year(sense: Sense) -> bool:
    """Whether a sense is "last year" or "that year" and no more."""
    told = sense.get("shift") == -1 or (sense.get("shift") == 0 and sense.get("anchor") == "narrative")
    return told and sense.get("unit") == "year" and {"n", "mod", "aside", "signal", "whole"}.isdisjoint(sense)


def _is_vague(sense: Sense) -> bool:
    return "way" in sense and sense.get("vague", False)


@dataclass(slots=True)
class Narrative:
    """The state of reading a text from its beginning: what has been told so far.

    Parameters
    ----------
    published : the publication date, if known.
    cues : offsets of words that tell of future or past, in order.
    stops : offsets at which sentences end, in order.
    joints : offsets at which an "and" may begin another clause, in order.
    verb_last : whether the language's verbs follow what they govern.
    page : where times stand on the page.
    report : the publication date of a text of history, for which ``published`` is None.
    """

    published: date | None
    cues: Sequence[tuple[int, str]]
    stops: Sequence[int]
    joints: Sequence[int]
    verb_last: bool
    page: Layout = field(default_factory=Layout)
    report: date | None = None
    told: Period | None = None
    quarter: Period | None = None
    story: Period | None = None
    before_era: int | None = None
    entry: Period | None = None
    _year: tuple[int, int] | None = None
    _year_named: int | None = None
    _told_in: int = 0
    _told_end: int = 0
    _story_at: int = 0
    _first: date | None = None
    _has_news: bool = False
    _day: date | None = None
    _bound: tuple[Period, int] | None = None
    _offsets: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._offsets = [offset for offset, _ in self.cues]

    def begin(self, headline: Period) -> None:
        """Take what a headline tells for what the story begins with, or, in later reports, for its entries alone."""
        if headline.start is None:
            return
        if self.published is None:
            self.told = self.story = self.entry = headline
        elif headline.start.year < self.published.year:
            self.entry = headline

    def context(self, span: Span) -> Context:
        """What an expression at this place is resolved against."""
        sentence, number = self._sentence(span.start), bisect_right(self.stops, span.start)
        year = self._year[1] if self._year and self._year[0] == sentence[0] and self._holds_year(span) else None
        before = self.entry if self._is_entry(span, sentence) else None
        return Context(
            published=self.published,
            told=before or self.told,
            toward=self._toward(span, sentence),
            before=self._is_before(span, sentence),
            year=year,
            quarter=self.quarter,
            story=before or self.story,
            before_era=self.before_era,
            entry=before,
            beside=number - self._told_in <= 1,
            apposed=number == self._told_in and 0 < span.start - self._told_end <= _APPOSED,
            dwelt=self._is_dwelt_on(span.start),
            headed=self._story_at in self.page.headings,
            scene=self._story_at - self._sentence(self._story_at)[0] <= _OPENING,
            report=self.report,
            first=self._first,
            here=number == self._told_in,
            news=self._has_news,
            under=self.entry is not None and self.told is self.entry,
            goes_on=span.start in self.page.openings or self._joined(span.start - _AND, span.start),
            day=self._day,
            bound=self._bound[0] if self._bound and number - self._bound[1] <= 1 else None,
        )

    def _holds_year(self, span: Span) -> bool:
        """Whether the year named before in a sentence is that of its days: not that of a name, before "and" and a verb.

        "The agreement that ended the 2020 war, and confirmed it on January 11", but "In 2020 they met and on 5 May …".
        """
        if self._year_named is None or self.published is None:
            return True
        first, last = (bisect_left(self._offsets, offset) for offset in (self._year_named, span.start))
        return not any(self._joined(self._year_named, self._offsets[number]) for number in range(first, last))

    def toward(self, span: Span) -> str | None:
        """The direction that the clause of an expression tells."""
        return self._toward(span, self._sentence(span.start))

    def _is_dwelt_on(self, offset: int) -> bool:
        """Whether the story was told in the paragraph or the sentence before, so that a text is still with it."""
        sentences = bisect_right(self.stops, offset) - bisect_right(self.stops, self._story_at)
        return sentences <= 1 or self.page.line(offset) == self.page.line(self._story_at)

    def tell(self, span: Span, sense: Sense, period: Period | None) -> None:
        """Remember an expression for those that follow."""
        if sense.get("unit") == "month" and sense.get("n") in _REPORTED_MONTHS and "way" not in sense:
            self.quarter = None
        if period is not None and period.value.startswith("BC"):
            self._tell_before_era(period.value)
        if period is None or period.start is None or {"ref", "aside"} & set(sense):
            return
        bounds = self._only_bounds(sense)
        number = bisect_right(self.stops, span.start)
        if bounds and not (sense.get("signal") == "until" and period.precision == "day" and self._is_past(period)):
            self._bound = period, number
            return
        self._bound = None
        if self._is_counted_to(sense, period, number):
            return
        if self.told and self.published is None and (period.precision == "decade" or _is_vague(sense)):
            return  # no story stays for a decade, or goes on from it, nor from "some months later"
        self.told, self._told_in, self._told_end = period, number, span.end
        self._day = period.start if period.precision == "day" else self._day
        if not bounds:  # "until the 14th": what is told of "that day" next, but the story needn't have come there
            self._go_on(span, sense, period, period.start)

    def _is_counted_to(self, sense: Sense, period: Period, sentence: int) -> bool:
        """Whether a year is only that of a day of its sentence, counted back to ("28 years since 9 April 1989")."""
        told = self.told.start if self.told and self.told.precision == "day" and self._told_in == sentence else None
        counted = told is not None and "way" in sense and period.precision == "year"
        return bool(counted and told and period.start and period.start.year == told.year)

    def _go_on(self, span: Span, sense: Sense, period: Period, when: date) -> None:
        """Let the story come to a time."""
        if self._is_entry(span, self._sentence(span.start)) or span.start in self.page.headings:
            self.entry = period
        if when.year < _MODERN:  # what historians later wrote leaves the story where it is
            self.before_era = None
        if "start" not in sense and not self._looks_ahead(sense) and not self._is_aside(period):
            self.story, self._story_at = period, span.start  # what follows lies within a range, not behind it
        self._tell_unit(period, when)
        first = self._sentence(span.start)[0]
        if "year" in sense or _is_whole_year(sense):
            self._year = (first, when.year)
            self._year_named = span.end if sense.keys() == {"year"} and span.start - first > _OPENING else None
        elif self._year == (first, when.year):
            self._year_named = None

    def _tell_unit(self, period: Period, when: date) -> None:
        """Remember a quarter, whether there is news, and the first day of what is told."""
        if "-Q" in period.value:
            self.quarter = period
        if period.precision != "day":
            return
        if self.published and timedelta(0) < self.published - when <= _LASTS:
            self._has_news = True
        goes_on = self._first is not None and abs(when - self._first) <= _LASTS
        self._first = min(self._first, when) if self._first and goes_on else when

    def _is_entry(self, span: Span, sentence: tuple[int, int]) -> bool:
        """Whether a time heads an entry of a chronicle, or is a sentence by itself: the next entry hangs on it."""
        alone = span.start - sentence[0] <= _MARKS and sentence[1] - span.end <= _MARKS
        return alone or span.start in self.page.entries

    def _is_past(self, period: Period) -> bool:
        return bool(self.published and period.end and period.end < self.published)

    def _only_bounds(self, sense: Sense) -> bool:
        """Whether a time bounds what is told of another; but "by 1944" and "from 2 May 1944 on" a story gets there."""
        undated = self.published is None and self.entry is None
        since = sense.get("signal") == "since"
        gets_there = undated and (sense.get("signal") in ("by", "until") or (since and {"day", "year"} <= sense.keys()))
        begins = since and {"hour", "day"} <= sense.keys()  # "on 16 May from 13:00 on"
        return "signal" in sense and not (gets_there or begins) and "to" not in sense

    def _is_aside(self, period: Period) -> bool:
        """Whether a time is a decade that news only mentions: "the largest since the war of the 1990s"."""
        return period.precision == "decade" and self.published is not None and self.story is not None

    def _looks_ahead(self, sense: Sense) -> bool:
        """Whether a time is the end of a year or month that the story is in: it comes there later, if at all."""
        return self.published is None and "mod" in sense and sense.get("shift") == 0

    def _tell_before_era(self, value: str) -> None:
        """Remember a year before our era, which no day of the calendar stands for, and none told since."""
        year = value[len("BC") :][:4]
        if len(year) == 4:  # noqa: PLR2004 - a year, not a century or decade
            self.before_era, self.told, self.story = int(year), None, None

    def _sentence(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.stops, offset)
        start = self.stops[at - 1] if at else 0
        end = self.stops[at] if at < len(self.stops) else 1 << 62
        return start, end

    def _is_before(self, span: Span, sentence: tuple[int, int]) -> bool:
        """Whether its verb tells of what was before the past that is told ("had met")."""
        first, last = bisect_left(self._offsets, sentence[0]), bisect_left(self._offsets, sentence[1])
        middle = bisect_left(self._offsets, span.start)
        ahead, behind = self.cues[max(first, middle - _NEAR) : middle], self.cues[middle : min(last, middle + _NEAR)]
        if ahead and not self.verb_last:
            return any(cue == _BEFORE for _, cue in ahead)
        ends = last > middle and self.cues[last - 1][1] == _BEFORE  # nouns between may look like verbs
        joined = ends and behind and self._joined(behind[0][0], self.cues[last - 1][0])  # another verb's, before "and"
        return (ends and not joined) or any(cue == _BEFORE and at - behind[0][0] <= _VERB for at, cue in behind)

    def _toward(self, span: Span, sentence: tuple[int, int]) -> str | None:
        tense = self._tense(span, sentence)
        return "past" if tense == _BEFORE else tense

    def _tense(self, span: Span, sentence: tuple[int, int]) -> str | None:
        """The direction that the nearest verb tells: the one before, or, where verbs come last, the one after."""
        first, last = bisect_left(self._offsets, sentence[0]), bisect_left(self._offsets, sentence[1])
        middle = bisect_left(self._offsets, span.start)
        before = self.cues[middle - 1][1] if middle > first else None
        after = self.cues[middle] if middle < last else None
        if after is None:
            return before
        if self.verb_last:
            return after[1]
        if (before and self._joined(span.end, after[0])) or self._joined(after[0], after[0]):
            return before
        return after[1] if after[0] - span.end <= _ADJACENT else before or after[1]

    def _joined(self, start: int, end: int) -> bool:
        """Whether an "and" stands between two places, or at the second."""
        return bisect_left(self.joints, start) < bisect_right(self.joints, end)
