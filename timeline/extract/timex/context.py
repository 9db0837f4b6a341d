"""What an expression is resolved against: the publication date, the story told so far, the direction of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.extract.timex.calendar import Period


@dataclass(slots=True)  # not frozen: many are made
class Context:
    """What an expression is resolved against.

    ``told`` is the time told before it, ``quarter`` the last of them that is a quarter, ``story`` the last of them that
    the story has come to, and did not only mention, ``before_era`` the year before our era that it has come to.
    ``toward`` is the direction of the clause where words tell it. ``year`` is a year stated before it in its sentence.
    ``under`` tells that ``told`` heads an entry of a chronicle.
    ``before`` tells that it is of the past before the past told ("had met").
    ``entry`` is the day of the entry before, for a day with which an entry of a chronicle begins.
    ``floor`` is a day that it must not precede (the start of a range). ``beside`` tells that ``told`` stands in the
    same sentence or the one before, ``apposed`` that it ends right before ("last summer, on 29 July"); ``dwelt`` that
    the story was told in the same paragraph or the sentence before, ``headed`` that a heading names its year,
    ``scene`` that it opened its sentence. ``report`` is the publication date of a text of history, which nothing but
    "this year" hangs on. ``first`` is the day on which what is told began, ``here`` tells that ``told`` is of this
    sentence, ``news`` that a day of the weeks up to the report has been told, ``goes_on`` that a mark of a clause or an
    "and" stands right before it. ``day`` is the last day told, ``bound`` what a time of this sentence or the one before
    only bounds ("since 2020"), told later than ``told``.
    """

    published: date | None = None
    told: Period | None = None
    toward: str | None = None
    before: bool = False
    year: int | None = None
    floor: date | None = None
    quarter: Period | None = None
    story: Period | None = None
    before_era: int | None = None
    beside: bool = False
    apposed: bool = False
    dwelt: bool = False
    headed: bool = False
    scene: bool = False
    report: date | None = None
    first: date | None = None
    here: bool = False
    news: bool = False
    under: bool = False
    entry: Period | None = None
    goes_on: bool = False
    day: date | None = None
    bound: Period | None = None
