"""Points of countries and first-order regions that differ from the middle of their outline, from ``points.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from geodata.distance import kilometres
from geodata.model import Place

Point = Sequence[float]
"""Latitude and longitude in degrees."""


@cache
def points() -> Mapping[str, Mapping[str, Point]]:
    """Countries by their code under "countries", regions by their id under "regions", with their points."""
    found: Mapping[str, Mapping[str, Point]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    return found


def moved(place: Place, point: Point | None) -> Place:
    """A place with another point, if there is one, and a radius that covers what it did."""
    if point is None:
        return place
    found = replace(place, lat=point[0], lon=point[1])
    return replace(found, radius_km=round(place.radius_km + kilometres(place, found), 1))
