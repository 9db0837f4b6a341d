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
from timeline.model.timex import MIDNIGHT, TimeInterval

if TYPE_CHECKING:
    from geodata.regions import Happening, Region
    from timeline.model.event import Event

Kind = tuple[str, str | None]
"""A type and its mode."""
ONE_HAPPENING = timedelta(days=2)
"""A known happening that lasts no longer is told as one, whichever of its days a report names."""
WAGED = "ASSAULT"
"""The type of wars, battles and clashes."""
THEATRE_KM = 60.0
"""How far from its places a war is fought, and rockets fall."""
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
        """The happening that a type, a time and a place fit best; None where none does, or several alike.

        The best is that whose days are most nearly those told: of a single day the shortest.
        """
        if when is None or where is None:
            return None
        fitting = [one for one in self._then(when) if self._fits(one, kind, when, where)]
        best = max((_shared(one, when) for one in fitting), default=0.0)
        found = [one for one in fitting if _shared(one, when) == best]
        return found[0] if len(found) == 1 else None

    def episode(self, kind: Kind, when: TimeInterval | None, where: PlaceMatch | None) -> str | None:
        """The episode that something is part of: that of its happening, else that in whose days and theatre it lies.

        What fits a happening without an episode is grouped under its name.
        """
        known = self.of(kind, when, where)
        if known:
            return known.episode or known.names.get("en") or known.id
        if when is None or where is None or when.precision != "day" or not kinds.is_of_episode(*kind):
            return None
        wars = [one for one in self._then(when) if one.episode and one.start <= when.start and when.end <= one.end]
        around = {one.episode: one.end - one.start for one in wars if self._is_theatre(one, where)}
        return min(around, key=lambda name: around[name], default=None)

    def _then(self, when: TimeInterval) -> Iterable[Happening]:
        """The happenings of the years of a time."""
        years = range(when.start.year, min(when.end.year, when.start.year + LONGEST_YEARS) + 1)
        return {one.id: one for year in years for one in self._by_year.get(year, ())}.values()

    def _is_theatre(self, one: Happening, where: PlaceMatch) -> bool:
        """Whether a war or clashes of several days reach so far; a country as a whole is no place of them."""
        is_long = one.type == WAGED and one.end > one.start
        if not is_long or where.place.kind == "country":
            return False
        reached = (kilometres(where.place, place) - place.radius_km for place in self._known(one.place_ids))
        return min(reached, default=THEATRE_KM + 1) <= THEATRE_KM

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
    as_fine = event.when.precision == known.precision
    one_place = len(known.place_ids) == 1
    ends = abs(event.when.start - known.start), abs(event.when.end - known.end)
    whole = max(ends) <= MIDNIGHT
    in_time = whole or (one_place and known.end - known.start <= ONE_HAPPENING)
    in_place = one_place or (event.where is not None and event.where.place.id in known.place_ids)
    return known.names if alike and as_fine and in_time and in_place else None


def _in_time(one: Happening, when: TimeInterval) -> bool:
    """A day falls into the happening; a coarser time holds it whole."""
    if when.precision == "day":
        return _overlap(one.start, one.end, when.start, when.end)
    return when.start <= one.start and one.end <= when.end


def _shared(one: Happening, when: TimeInterval) -> float:
    """The share of days that a happening and a time have in common; of coarser times, which hold it, the shortest."""
    if when.precision != "day":
        return 1 / ((one.end - one.start).days + 1)
    common = (min(one.end, when.end) - max(one.start, when.start)).days + 1
    return common / ((max(one.end, when.end) - min(one.start, when.start)).days + 1)


def _overlap(start: date, end: date, other_start: date, other_end: date) -> bool:
    return start <= other_end and other_start <= end


def _touches(where: PlaceMatch, place: Place) -> bool:
    return kilometres(where.place, place) <= max(place.radius_km, NEAR_KM) + min(reach(where), place.radius_km)
