"""What says that a coarser telling means a finer happening, beyond that time and place hold it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from timeline.merge import kinds
from timeline.merge.tellings import Telling
from timeline.model.timex import TimeInterval

SOME_DAYS = timedelta(days=2)
"""A range that ends so much after it begins is coarser than a day: "last week"."""
WHOLE_WEEK = timedelta(days=6)
"""From the first to the last day of "last week"; other days from one to another are told one by one."""
GRAINS = ("day", "week", "month", "year", "decade")
UNDATED, UNPLACED = 5, 8
WEEK = GRAINS.index("week")
NEAR, FINE = 2, 3
"""``where_prec`` of what is near a point, and up to which a place is a district or finer."""
BOTH = 2
REGIONS = frozenset({"admin1", "region"})


def clue(coarse: Telling, fine: Telling) -> str:
    """The first clue that both are one, in words; empty where there is none."""
    return next((words for holds, words in CLUES if holds(coarse, fine)), "").format(known=coarse.happening)


def time_grain(when: TimeInterval | None) -> int:
    """How coarse a time is told, 0 for a day or two."""
    if when is None:
        return UNDATED
    some_days = when.precision == "day" and when.end - when.start >= SOME_DAYS
    return GRAINS.index("week" if some_days else when.precision)


def grain(telling: Telling) -> tuple[int, int]:
    """How coarse time and place are told, 0 the finest; a village and "near" it are told as finely."""
    where = telling.first.where
    return time_grain(telling.first.when), max(NEAR, where.where_prec) if where else UNPLACED


def told_later(telling: Telling) -> bool:
    """Whether the time is one that a later account gives: some days, a month, a year."""
    when = telling.first.when
    return when is not None and when.precision != "decade" and time_grain(when) >= WEEK


def is_fine(telling: Telling) -> bool:
    """Whether the place is a district or finer."""
    return grain(telling)[1] <= FINE


def _both_singular(coarse: Telling, fine: Telling) -> bool:
    return kinds.is_singular(*coarse.kind) and kinds.is_singular(*fine.kind)


def _both_known(coarse: Telling, fine: Telling) -> bool:
    known = coarse.happening is not None and coarse.happening == fine.happening
    return known and not _tells_of_all_days(coarse)


def _tells_of_all_days(telling: Telling) -> bool:
    """Whether "from 12 to 16 July" tells of what went on all these days, and so of none of them."""
    when = telling.first.when
    is_range = when is not None and when.precision == "day" and time_grain(when) == WEEK
    return is_range and not kinds.is_singular(*telling.kind)


def _same_toll(coarse: Telling, fine: Telling) -> bool:
    return bool(coarse.figures & fine.figures)


def _same_kind(coarse: Telling, fine: Telling) -> bool:
    return coarse.likeness(fine) >= kinds.ONE_WITHOUT_MODE


def _alone_then(coarse: Telling, fine: Telling) -> bool:
    """A later account of what happened in a district or finer; where few can be meant, of a year or a region too."""
    if not (_same_kind(coarse, fine) and told_later(coarse) and is_fine(fine)):
        return False
    if is_fine(coarse):
        return _looks_back(coarse) or _few_can_be_meant(coarse, fine)
    in_region = coarse.first.where is not None and coarse.first.where.place.kind in REGIONS
    return in_region and _looks_back(coarse) and _few_can_be_meant(coarse, fine)


def _looks_back(telling: Telling) -> bool:
    """Whether the time is "in May" or "last week", and not "from 3 to 9 May", which tells of all these days."""
    when = telling.first.when
    if when is None:
        return False
    loosely = when.approximate or when.end - when.start == WHOLE_WEEK
    return when.precision == "month" or (time_grain(when) == WEEK and when.basis == "relative" and loosely)


def _few_can_be_meant(coarse: Telling, fine: Telling) -> bool:
    """Whether a year hardly saw two: of a kind that doesn't recur, or between the same two parties."""
    recurs = kinds.is_recurring(*coarse.kind) and kinds.is_recurring(*fine.kind)
    return not recurs or len(coarse.parties & fine.parties) >= BOTH


def _alone_there(coarse: Telling, fine: Telling) -> bool:
    """The same kind on the same day, told only of a region, or where few can be meant of a country.

    "Attacks on Azerbaijan" without a mode are none in particular.
    """
    where = coarse.first.where
    if where is None or not is_fine(fine) or not _same_kind(coarse, fine) or grain(coarse)[0] != grain(fine)[0]:
        return False
    told_which = coarse.kind[1] is not None and (coarse.parties & fine.parties or _few_can_be_meant(coarse, fine))
    in_country = where.place.kind == "country" and bool(told_which)
    return grain(fine)[0] == 0 and (where.place.kind in REGIONS or in_country)


def _told_together(coarse: Telling, fine: Telling) -> bool:
    """One article, or one source's articles, told as finely of the day; the undated follows what it is told with."""
    together = coarse.articles & fine.articles or coarse.origins & fine.origins
    same_day = coarse.first.when is None or grain(coarse)[0] == grain(fine)[0]
    return bool(together) and same_day and _same_kind(coarse, fine)


CLUES: tuple[tuple[Callable[[Telling, Telling], bool], str], ...] = (
    (_both_singular, "the only one of its kind then and there"),
    (_both_known, "both fit {known} in the chronology"),
    (_same_toll, "the same toll"),
    (_alone_then, "the only one known there and then"),
    (_alone_there, "the only one of its kind known there on that day"),
    (_told_together, "the only one that the same source tells of"),
)
