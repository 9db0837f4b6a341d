"""Borders between countries and parts of countries: a point and the radius of a circle that covers them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Stretch(NamedTuple):
    """A line or an area: its representative point and the radius around it, in kilometres."""

    lat: float
    lon: float
    radius_km: float


def border(one: str, other: str) -> Stretch | None:
    """The land border of two countries (ISO 3166-1 alpha-2), None for countries that are no neighbours.

    Examples
    --------
    >>> border("IR", "AM") == border("AM", "IR")
    True
    """
    return _table().get(f"border:{min(one, other)}-{max(one, other)}")


def part(country: str, direction: str) -> Stretch | None:
    """A part of a country: the third to the north, east, south or west, the quarter to the north-east …, or the middle.

    ``direction`` is n, ne, e, se, s, sw, w, nw or c.
    """
    return _table().get(f"part:{country}.{direction}")


@cache
def _table() -> Mapping[str, Stretch]:
    """The rows that ``geodata.sources.stretches`` wrote."""
    text = files("geodata.data").joinpath("stretches.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {key: Stretch(float(lat), float(lon), float(radius)) for key, lat, lon, radius in rows}
