"""Whether one place lies in another, asked of a place and of all the bearers of the names beside it at once."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.distance import kilometres
from geodata.model import Place

WIDEST_KM = 500
"""Radius of a region, not curated, beyond which it is none where something happens."""
POINTS = ("city", "village", "feature")
_ROUND = ("region", "district")
"""Kinds that hold what lies within their radius."""


class Beside:
    """The bearers of the names beside one. A name may have dozens, so they are kept by what is asked of them."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        self._round = [place for place in self._places if place.kind in _ROUND]
        self._regions = {place.id for place in self._places if place.kind not in ("country", *_ROUND)}
        self._countries = {place.country for place in self._places if place.kind == "country"}
        self._in_regions = {place.admin1 for place in self._places}
        self._in_countries = {place.country for place in self._places if place.kind != "country"}

    def contains(self, place: Place) -> bool:
        """Whether a place lies in one of them."""
        if place.kind != "country" and place.country in self._countries:
            return True
        return place.admin1 in self._regions or any(lies_in(place, other) for other in self._round)

    def lies_in(self, place: Place) -> bool:
        """Whether one of them lies in a place."""
        if place.kind == "country":
            return place.country in self._in_countries
        if place.kind in _ROUND:
            return any(lies_in(other, place) for other in self._places)
        return place.id in self._in_regions


def is_within(place: Place, land: Place) -> bool:
    """Whether a place lies in a country, or in another land as far as its radius reaches."""
    return place.country == land.country and (land.kind == "country" or kilometres(place, land) <= land.radius_km)


def lies_in(place: Place, other: Place) -> bool:
    """Whether a place lies in another."""
    if place.id == other.id:
        return False
    if other.kind == "country":
        return place.country == other.country and place.kind != "country"
    if other.kind == "region" and other.radius_km <= WIDEST_KM and other.country in (None, place.country):
        return place.kind in POINTS and kilometres(place, other) <= other.radius_km
    if other.kind == "district" and place.admin1 == other.admin1:
        return place.kind in POINTS and kilometres(place, other) <= other.radius_km
    return place.admin1 is not None and place.admin1 == other.id
