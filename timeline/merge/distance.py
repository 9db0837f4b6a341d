"""How far places lie apart, and whether one lies in another."""

from __future__ import annotations

from geodata.distance import kilometres
from geodata.model import PlaceMatch

NEAR_KM = 20.0
"""How far "near" a place reaches (``where_prec`` 2)."""
DISTRICT_KM, REGION_KM, COUNTRY_KM = 25.0, 80.0, 250.0
"""Radii of a district, a region and a country of which no radius is known."""
SAME_POINT_KM = 3.0
"""Two entries of the gazetteer so near each other are one place."""
FACING_KM = 10.0
"""A village and a district across the border from it whose middle is so near are one stretch of the border."""
_RADII = {1: 0.0, 2: NEAR_KM, 3: DISTRICT_KM, 4: REGION_KM, 5: REGION_KM, 6: COUNTRY_KM, 7: COUNTRY_KM}
_POINTS = frozenset({"village", "city", "feature"})
_SETTLEMENTS = frozenset({"village", "city"})


def reach(match: PlaceMatch) -> float:
    """Radius in km of the circle that a mention's place stands for; 0 for a point."""
    if match.where_prec == 1:
        return 0.0
    if match.place.kind == "line":
        return max(NEAR_KM, match.place.radius_km)
    return max(_RADII[match.where_prec], match.place.radius_km if match.where_prec > 2 else 0.0)  # noqa: PLR2004 - UCDP code


def is_point(match: PlaceMatch) -> bool:
    """Whether the text names this very village, town or feature."""
    return match.where_prec == 1 and match.place.kind in _POINTS


def same_place(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether both name one place, under one id or two."""
    if one.place.id == other.place.id:
        return True
    alike = one.place.kind == other.place.kind or (is_point(one) and is_point(other))
    return alike and kilometres(one.place, other.place) <= SAME_POINT_KM


def lies_in(inner: PlaceMatch, outer: PlaceMatch) -> bool:
    """Whether ``outer`` is a wider area that holds ``inner``; an area doesn't reach across a border."""
    countries = {outer.place.country, inner.place.country} - {None}
    if reach(outer) <= reach(inner) or len(countries) > 1:
        return False
    return outer.place.kind == "country" or kilometres(inner.place, outer.place) <= reach(outer)


def two_settlements(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether both name a town or village, at it or near it, and not the same."""
    return {one.place.kind, other.place.kind} <= _SETTLEMENTS and not same_place(one, other)


def across_border(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether both lie in different countries, or one on the line between two."""
    return one.place.country != other.place.country


def facing(one: PlaceMatch, other: PlaceMatch) -> bool:
    """Whether each side names one stretch of a border by what lies on its own side; two villages are two places."""
    near = across_border(one, other) and kilometres(one.place, other.place) <= FACING_KM
    return near and not two_settlements(one, other)
