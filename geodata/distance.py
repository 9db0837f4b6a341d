"""How far places lie apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from geodata.model import Place

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def kilometres(one: Place, other: Place) -> float:
    """Great-circle distance of two representative points, in kilometres."""
    return great_circle(one.lat, one.lon, other.lat, other.lon)


def great_circle(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points given in degrees, in kilometres."""
    south, north = radians(lat), radians(other_lat)
    east = radians(other_lon - lon)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
