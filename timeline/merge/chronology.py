"""Which known happening of the region a mention may tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geodata.distance import kilometres
from geodata.model import Place, PlaceMatch
from timeline.merge import kinds
from timeline.merge.distance import NEAR_KM, reach
from timeline.merge.origins import COUNTRY
from timeline.model.timex import TimeInterval

if TYPE_CHECKING:
    from geodata.regions import Happening, Region
    from timeline.model.event import Event

Kind = tuple[str, str | None]
"""A type and its mode."""
ONE_HAPPENING = timedelta(days=2)
"""A known happening that lasts no longer is told as one, whichever of its days a report names."""
LONGEST_YEARS = 10
"""No coarser time than a decade is looked up."""


class Chronology:
    """A region's known happenings, looked up by type, time and place."""

    def __init__(self, region: Region) -> None:
        self._places = {place.id: place for place in region.places}
        self._by_year: dict[int, list[Happening]] = defaultdict(list)
        for happening in region.chronology:
            for year in range(happening.start.year, happening.end.year + 1):
                self._by_year[year].append(happening)

    def of(self, kind: Kind, when: TimeInterval | None, where: PlaceMatch | None) -> Happening | None:
        """The shortest happening that a type, a time and a place fit; None where none does, or several as short."""
        if when is None or where is None:
            return None
        years = range(when.start.year, min(when.end.year, when.start.year + LONGEST_YEARS) + 1)
        near = {one.id: one for year in years for one in self._by_year.get(year, ())}
        fitting = [one for one in near.values() if self._fits(one, kind, when, where)]
        shortest = min((one.end - one.start for one in fitting), default=None)
        found = [one for one in fitting if one.end - one.start == shortest]
        return found[0] if len(found) == 1 else None

    def _fits(self, one: Happening, kind: Kind, when: TimeInterval, where: PlaceMatch) -> bool:
        alike = kinds.likeness(kind, (one.type, one.mode)) > 0
        return alike and _in_time(one, when) and self._in_place(one, where)

    def _in_place(self, one: Happening, where: PlaceMatch) -> bool:
        if {where.place.id, f"{COUNTRY}{where.place.country}"} & set(one.place_ids):
            return True
        return any(_touches(where, place) for place in self._known(one.place_ids))

    def _known(self, ids: Iterable[str]) -> Iterable[Place]:
        return (self._places[name] for name in ids if name in self._places)


def named(event: Event, known: Happening | None) -> Mapping[str, str] | None:
    """The names of a known happening, where an event is it and no part of it; None elsewhere.

    A day of a war, or a fight in one of the villages of a week of clashes, keeps the title that its structure makes.
    """
    if known is None or event.when is None or event.kind == "state":
        return None
    alike = kinds.likeness((event.type, event.mode), (known.type, known.mode)) >= kinds.ONE_WITHOUT_MODE
    whole = event.when.start <= known.start and known.end <= event.when.end
    as_fine = event.when.precision == known.precision and (whole or known.end - known.start <= ONE_HAPPENING)
    return known.names if alike and as_fine else None


def _in_time(one: Happening, when: TimeInterval) -> bool:
    """A day falls into the happening; a coarser time holds it whole."""
    if when.precision == "day":
        return _overlap(one.start, one.end, when.start, when.end)
    return when.start <= one.start and one.end <= when.end


def _overlap(start: date, end: date, other_start: date, other_end: date) -> bool:
    return start <= other_end and other_start <= end


def _touches(where: PlaceMatch, place: Place) -> bool:
    return kilometres(where.place, place) <= max(place.radius_km, NEAR_KM) + min(reach(where), place.radius_km)
