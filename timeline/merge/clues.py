"""What says that a coarser telling means a finer happening, beyond that time and place hold it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from timeline.merge import kinds
from timeline.merge.tellings import Telling
from timeline.model.timex import TimeInterval

SOME_DAYS = timedelta(days=2)
"""A range that ends so much after it begins is coarser than a day: "last week"."""
GRAINS = ("day", "week", "month", "year", "decade")
UNDATED, UNPLACED = 5, 8
WEEK = GRAINS.index("week")
NEAR, FINE = 2, 3
"""``where_prec`` of what is near a point, and up to which a place is a district or finer."""
REGIONS = frozenset({"admin1", "region"})


def clue(coarse: Telling, fine: Telling) -> str:
    """The first clue that both are one, in words; empty where there is none."""
    return next((words for holds, words in CLUES if holds(coarse, fine)), "")


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
    """Whether the time is one that a later account gives: "last week", "in May"; of what recurs a year is too much."""
    when = telling.first.when
    if when is None or time_grain(when) < WEEK or when.precision == "decade":
        return False
    looked_back = when.precision == "month" or (time_grain(when) == WEEK and when.basis == "relative")
    return looked_back or not kinds.is_recurring(*telling.kind)


def is_fine(telling: Telling) -> bool:
    """Whether the place is a district or finer."""
    return grain(telling)[1] <= FINE


def _both_singular(coarse: Telling, fine: Telling) -> bool:
    return kinds.is_singular(*coarse.kind) and kinds.is_singular(*fine.kind)


def _both_known(coarse: Telling, fine: Telling) -> bool:
    return coarse.happening is not None and coarse.happening == fine.happening


def _same_toll(coarse: Telling, fine: Telling) -> bool:
    return bool(coarse.figures & fine.figures)


def _same_kind(coarse: Telling, fine: Telling) -> bool:
    return kinds.likeness(coarse.kind, fine.kind) >= kinds.ONE_WITHOUT_MODE


def _alone_then(coarse: Telling, fine: Telling) -> bool:
    """A later account of what happened at a place no wider than a district."""
    return _same_kind(coarse, fine) and told_later(coarse) and is_fine(coarse) and is_fine(fine)


def _alone_there(coarse: Telling, fine: Telling) -> bool:
    """The same kind on the same day, told only of a region, or with the same parties of a country."""
    where = coarse.first.where
    if where is None or not is_fine(fine) or coarse.kind != fine.kind or coarse.kind[1] is None:
        return False
    same_parties = where.place.kind == "country" and bool(coarse.parties & fine.parties)
    same_day = grain(coarse)[0] == grain(fine)[0] == 0
    return same_day and (where.place.kind in REGIONS or same_parties)


def _told_together(coarse: Telling, fine: Telling) -> bool:
    """One article, or one source's articles, told as finely of the day; the undated follows what it is told with."""
    together = coarse.articles & fine.articles or coarse.origins & fine.origins
    same_day = coarse.first.when is None or grain(coarse)[0] == grain(fine)[0]
    return bool(together) and same_day and _same_kind(coarse, fine)


CLUES: tuple[tuple[Callable[[Telling, Telling], bool], str], ...] = (
    (_both_singular, "the only one of its kind then and there"),
    (_both_known, "both fit the same known happening"),
    (_same_toll, "the same toll"),
    (_alone_then, "the only one known there and then"),
    (_alone_there, "the only one of its kind known there on that day"),
    (_told_together, "the only one that the same source tells of"),
)
