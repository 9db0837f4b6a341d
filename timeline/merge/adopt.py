"""A coarser telling joins the finer happening that it can only mean.

"The 1994 ceasefire" tells of 12 May 1994 when no other ceasefire of that year is known; "fighting in 2020" tells of
none of many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta

from geodata.distance import kilometres
from timeline.merge import kinds
from timeline.merge.blocking import DAYS_APART, cells
from timeline.merge.clues import GRAINS, REGIONS, clue, grain, is_fine, time_grain, told_later
from timeline.merge.cluster import Clusters
from timeline.merge.forbid import together
from timeline.merge.nearness import NEIGHBOURS_KM
from timeline.merge.similarity import LINKED, party_likeness
from timeline.merge.tellings import Telling
from timeline.model.timex import TimeInterval

AMBIGUOUS = 25
"""With more finer tellings than this in sight, a coarser one means none in particular."""


def adopt(clusters: Clusters, tellings: Sequence[Telling]) -> None:
    """Join each telling with the only finer happening that it can tell, the finest tellings first."""
    finer: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in _keys_as_fine(telling):
            finer[key].append(telling)
    for telling in sorted(tellings, key=lambda one: (*grain(one), one.order)):
        near = {one: None for key in _keys_as_coarse(telling) for one in finer.get(key, ())[: AMBIGUOUS + 1]}
        found = _meant(telling, [one for one in near if one is not telling], clusters)
        if found:
            clusters.join(telling, found, (_reason(telling, found),))


def _meant(telling: Telling, near: Sequence[Telling], clusters: Clusters) -> Telling | None:
    """The telling of the one finer happening that is meant; None where there are several, or none."""
    if len(near) > AMBIGUOUS:
        return None
    fitting = [one for one in near if clusters.of(one) is not clusters.of(telling) and tells_of(telling, one)]
    joinable = [one for one in fitting if clusters.may_join(telling, one)]
    return joinable[0] if len({id(clusters.of(one)) for one in joinable}) == 1 else None


def tells_of(coarse: Telling, fine: Telling) -> bool:
    """Whether a coarser telling may mean the happening of a finer one, and something says so besides time and place."""
    if not _is_coarser(coarse, fine) or not coarse.likeness(fine):
        return False
    if party_likeness(coarse, fine).value < LINKED:
        return False
    return _time_holds(coarse, fine) and _place_holds(coarse, fine) and bool(clue(coarse, fine))


def _is_coarser(coarse: Telling, fine: Telling) -> bool:
    outer, inner = grain(coarse), grain(fine)
    return outer != inner and outer[0] >= inner[0] and (outer[1] >= inner[1] or is_fine(fine))


def _reason(coarse: Telling, fine: Telling) -> str:
    when, where = coarse.first.when, coarse.first.where
    told = f"{when.edtf() if when else 'undated'}, {where.place.name if where else 'unplaced'}"
    return f"also told more coarsely ({told}): {clue(coarse, fine)}"


def _time_holds(coarse: Telling, fine: Telling) -> bool:
    outer, inner = coarse.first.when, fine.first.when
    if outer is None:
        return bool(coarse.articles & fine.articles)
    return inner is not None and outer.start <= inner.start and inner.end <= outer.end


def _place_holds(coarse: Telling, fine: Telling) -> bool:
    outer, inner = coarse.first.where, fine.first.where
    if outer is None:
        return _told_without_place(coarse, fine)
    if inner is None:
        return False
    known = coarse.happening is not None and coarse.happening == fine.happening
    near = known and kilometres(outer.place, inner.place) <= NEIGHBOURS_KM
    return near or together(outer, inner)


def _told_without_place(coarse: Telling, fine: Telling) -> bool:
    """Whether the place may be left out: in one article, in a translation, or where a day has but one of the kind."""
    singular = kinds.is_singular(*coarse.kind) or bool(coarse.origins & fine.origins)
    same_days = _days(coarse) == _days(fine) and grain(coarse)[0] == 0
    return bool(coarse.articles & fine.articles) or (singular and same_days)


def _days(telling: Telling) -> tuple[date, date] | None:
    when = telling.first.when
    return (when.start, when.end) if when else None


def _keys_as_coarse(telling: Telling) -> Iterator[Hashable]:
    """Where a coarser telling looks for finer ones: one key for each clue."""
    when, happening = telling.first.when, telling.happening
    if happening:
        yield happening
    if when is None:
        yield from ((telling.first.type, article) for article in telling.articles)
        return
    wide = telling.first.where is not None and telling.first.where.place.kind in (*REGIONS, "country")
    spots = tuple(_spots(telling)) if told_later(telling) else ()
    for bucket in _buckets(when):
        if wide or kinds.is_singular(*telling.kind):
            yield from ((one, bucket) for one in kinds.types_alike(*telling.kind))
        yield from ((found, bucket) for found in (*telling.origins, *telling.figures, *spots))


def _keys_as_fine(telling: Telling) -> Iterator[Hashable]:
    when, happening = telling.first.when, telling.happening
    yield from ((telling.first.type, article) for article in telling.articles)
    if happening:
        yield happening
    if when is None:
        return
    clues = (telling.first.type, *telling.origins, *telling.figures, *_spots(telling))
    for unit in GRAINS[time_grain(when) :]:
        if unit != "week":
            yield from ((found, _bucket(when.start, unit)) for found in clues)


def _spots(telling: Telling) -> Iterator[Hashable]:
    """The type at the cells of a place that is a district or finer."""
    where = telling.first.where
    if where is not None and is_fine(telling):
        yield from ((telling.first.type, cell) for cell in cells(where))


def _buckets(when: TimeInterval) -> Iterator[Hashable]:
    """Where tellings that begin in a time are looked up: some days one by one, longer times as a whole."""
    days = (when.end - when.start).days
    if when.precision == "day" and days <= DAYS_APART:
        yield from (_bucket(when.start + timedelta(days=number), "day") for number in range(days + 1))
    else:
        unit = "month" if when.precision == "day" else when.precision
        yield from dict.fromkeys(_bucket(day, unit) for day in (when.start, when.end))


def _bucket(day: date, unit: str) -> tuple[str, date | tuple[int, int] | int]:
    """The day, month, year or decade in which a day lies."""
    whole = {"day": day, "month": (day.year, day.month), "year": day.year, "decade": day.year // 10}
    return unit, whole[unit]  # type: ignore[return-value]
