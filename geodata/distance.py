"""How far places lie apart."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

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


def shifted(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres from another, at a bearing in degrees clockwise from north."""
    south, far, turn = radians(lat), km / EARTH_KM, radians(bearing)
    north = asin(sin(south) * cos(far) + cos(south) * sin(far) * cos(turn))
    east = atan2(sin(turn) * sin(far) * cos(south), cos(far) - sin(south) * sin(north))
    return round(degrees(north), 5), round(_longitude(lon + degrees(east)), 5)


def halfway(one: Place, other: Place) -> tuple[float, float]:
    """The middle of the great circle between two representative points, latitude and longitude."""
    first, second, apart = radians(one.lat), radians(other.lat), radians(other.lon - one.lon)
    x, y = cos(first) + cos(second) * cos(apart), cos(second) * sin(apart)
    lat = atan2(sin(first) + sin(second), hypot(x, y))
    return degrees(lat), _longitude(one.lon + degrees(atan2(y, x)))


def _longitude(degrees_east: float) -> float:
    """A longitude between -180 and 180."""
    return (degrees_east + 180) % 360 - 180
