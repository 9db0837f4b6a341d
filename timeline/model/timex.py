"""Time expressions (TIMEX3 of ISO-TimeML) and the intervals that they stand for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geodata.model import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal["day", "month", "year", "decade"]
TimeBasis = Literal["stated", "relative", "reported", "inferred"]

MIDNIGHT = timedelta(days=1)
"""Reports differ by so much on the day of what happened at night, or told from several time zones."""
_LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Days that an interval may have at most → UCDP ``date_prec``."""
_STATED: dict[TimePrecision, int | None] = {"day": 1, "month": 4, "year": 5, "decade": None}
"""What is stated → the finest ``date_prec`` that it allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3: ``value`` as ISO-TimeML writes it ("2020-07-12", "2020-W28", "199", "P3M", "PAST_REF")."""

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInterval:
    """Civil days at the event's place, both ends inclusive.

    ``precision`` is what is stated (a week counts as day, a season or quarter as year). "since 1992" is
    1992-01-01..1992-12-31 with ``open_end``. Basis ``reported``: the day of the report, the happening on or before it.
    """

    start: date
    end: date
    precision: TimePrecision
    open_start: bool = False
    open_end: bool = False
    approximate: bool = False
    basis: TimeBasis = "stated"

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval ends on or after its start, not {self.start}..{self.end}")

    @property
    def date_prec(self) -> int | None:
        """Temporal precision as UCDP GED codes it, None beyond a year.

        1 exact day, 2 a range of 2 to 6 days, 3 a week (7 days), 4 a range of 8 to 30 days or a month, 5 up to a year
        (Högbladh 2023, UCDP GED Codebook version 23.1, variable ``date_prec``).
        """
        days = (self.end - self.start).days + 1
        by_length = next((code for most, code in _LONGEST if days <= most), None)
        stated = _STATED[self.precision]
        return None if by_length is None or stated is None else max(by_length, stated)

    def edtf(self) -> str:
        """The interval in Extended Date/Time Format (ISO 8601-2:2019, level 1)."""
        mark = "~" if self.approximate else ""
        first, last = self.start.isoformat(), self.end.isoformat()
        if self._is_year():
            first = last = first[:4]
        elif self._is_month():
            first = last = first[:7]
        if self.open_end or self.open_start:
            return f"{'..' if self.open_start else first + mark}/{'..' if self.open_end else last + mark}"
        return first + mark if first == last else f"{first}{mark}/{last}{mark}"

    def _is_year(self) -> bool:
        ends = (self.start.month, self.start.day, self.end.month, self.end.day)
        return self.start.year == self.end.year and ends == (1, 1, 12, 31)

    def _is_month(self) -> bool:
        whole = self.start.day == 1 and self.end.day == monthrange(self.end.year, self.end.month)[1]
        return whole and (self.start.year, self.start.month) == (self.end.year, self.end.month)


TimeSignal = Literal["since", "until", "before", "after", "by"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedTime:
    """A time expression with what it stands for in its article.

    ``interval`` is None for sets, for durations that hang on no day ("four days of fighting"; "the last four days" does
    hang on one) and for what can't be placed without a publication date. The first member of a range ("from 5 to 7
    May") has the interval of the whole range, the second its own. ``signal`` is the word outside the span that sets the
    expression's bearing ("since 1992"). An ``anaphoric`` one ("two days earlier", "that evening") was resolved against
    the time told before it, not against the publication date. ``length`` is how much is counted ("P2D" in "two days
    later"), ``exact`` where a word says so ("exactly two years"); ``weekday`` tells that only the
    day of the week is said ("on Tuesday evening"). ``anchor`` is the day, told in a sentence before, that an anaphoric
    one was counted from.
    """

    expression: TimeExpression
    interval: TimeInterval | None
    signal: TimeSignal | None = None
    anaphoric: bool = False
    length: str | None = None
    exact: bool = False
    weekday: bool = False
    anchor: date | None = None
