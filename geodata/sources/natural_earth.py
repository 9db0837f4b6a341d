"""Regions of first order and outlines from Natural Earth (public domain).

Input is ``world_map.gpkg`` of Debian's package ``qgis-common`` (usr/share/qgis/resources/data): Natural Earth 1:10m,
version 4.1, simplified. Run ``python -m geodata.sources.natural_earth WORLD_MAP.gpkg``.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.model import Place
from geodata.sources.points import moved, points
from geodata.sources.table import DATA, write_places

if TYPE_CHECKING:
    import geopandas as gpd

DE_JURE = {"Crimea": "UA", "Sevastopol": "UA"}
"""First-order regions that the source gives to who controls them → country de jure (UN General Assembly, 68/262)."""

MENDED_NAMES = {("AZ", "Lacin Rayonu"): "Laçın", ("AZ", "Lankaran Sahari"): "Lankaran City"}
"""(country, GeoNames name) → name, where the source's own column ``name`` is that of a neighbour."""

NEIGHBOURHOOD = (36.0, 35.5, 52.5, 47.0)
"""West, south, east, north of the box whose first-order outlines are shipped."""

COUNTRY_TOLERANCE, REGION_TOLERANCE = 0.08, 0.004
"""Tolerance of the simplification in degrees, for a world map and for a map of one country."""

SMALLEST_ISLAND = 0.05
"""Parts of a country below this area (square degrees) are left out, unless it has no larger one."""

_EQUAL_DISTANCE = "+proj=aeqd +lat_0={lat} +lon_0={lon} +units=km"
_DECIMALS = 3


def slug(name: str) -> str:
    """Lower-case ASCII words of a Latin name joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("ə", "e").replace("ı", "i").replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def read_regions(path: Path) -> gpd.GeoDataFrame:
    """First-order regions of the world: ``id``, ``label``, ``country`` (de jure), ``geometry``, sorted by id."""
    import geopandas as gpd

    frame = gpd.read_file(path, layer="states_provinces")
    frame = frame[frame["name"].notna() & frame["iso_a2"].str.fullmatch("[A-Z]{2}", na=False)].copy()
    triples = list(zip(frame["iso_a2"], frame["name"], frame["gn_name"], strict=True))
    frame["country"] = [DE_JURE.get(name, country) for country, name, _ in triples]
    frame["label"] = [MENDED_NAMES.get((country, other), name) for country, name, other in triples]
    frame = frame.sort_values(["country", "label", "gn_name"], ignore_index=True)
    frame["id"] = _ids(zip(frame["country"], frame["label"], strict=True))
    return frame[["id", "label", "country", "geometry"]].sort_values("id", ignore_index=True)


def _ids(rows: Iterable[tuple[str, str]]) -> list[str]:
    """``ne:<country>.<name>``, numbered from 2 where a country has the name again."""
    taken: dict[str, None] = {}
    for country, label in rows:
        plain = f"ne:{country}.{slug(label) or 'region'}"
        choices = (plain, *(f"{plain}-{number}" for number in range(2, 99)))
        taken[next(choice for choice in choices if choice not in taken)] = None
    return list(taken)


def read_countries(path: Path) -> gpd.GeoDataFrame:
    """Countries with their outline de jure: ``id`` (ISO 3166-1 alpha-2), ``label``, ``geometry``, sorted by id."""
    import geopandas as gpd

    frame = gpd.read_file(path, layer="countries")
    frame = frame[frame["iso_a2"].str.fullmatch("[A-Z]{2}", na=False)].rename(columns={"iso_a2": "id", "NAME": "label"})
    frame = frame[["id", "label", "geometry"]].dissolve("id", aggfunc="first").reset_index()
    moved = gpd.read_file(path, layer="states_provinces")
    for row in moved[moved["name"].isin(DE_JURE)].itertuples():
        rightful = frame["id"] == DE_JURE[row.name]
        frame.loc[~rightful, "geometry"] = frame.loc[~rightful].difference(row.geometry)
        frame.loc[rightful, "geometry"] = frame.loc[rightful].union(row.geometry.buffer(1e-4))
    return frame.sort_values("id", ignore_index=True)


def circles(shapes: gpd.GeoSeries) -> list[tuple[float, float, float]]:
    """Latitude, longitude and radius (km) of a circle around the largest part of each shape that covers that part."""
    return [_circle(shape) for shape in shapes]


def _circle(shape: Any) -> tuple[float, float, float]:  # noqa: ANN401 -- shapely publishes no types
    import geopandas as gpd

    part = max(getattr(shape, "geoms", [shape]), key=lambda one: one.area)
    middle = part.centroid if part.contains(part.centroid) else part.representative_point()
    flat = gpd.GeoSeries([part], crs=4326).to_crs(_EQUAL_DISTANCE.format(lat=middle.y, lon=middle.x))
    return round(middle.y, 4), round(middle.x, 4), round(float(flat.iloc[0].hausdorff_distance(_origin())), 1)


def _origin() -> Any:  # noqa: ANN401 -- shapely publishes no types
    from shapely.geometry import Point

    return Point(0, 0)


def region_places(frame: gpd.GeoDataFrame) -> list[Place]:
    """First-order regions as places."""
    rows = zip(frame["id"], frame["label"], frame["country"], circles(frame.geometry), strict=True)
    found = (
        Place(id=code, name=label, kind="admin1", country=country, lat=lat, lon=lon, radius_km=radius)
        for code, label, country, (lat, lon, radius) in rows
    )
    return [moved(place, points()["regions"].get(place.id)) for place in found]


def write_outlines(path: Path, frame: gpd.GeoDataFrame, columns: Sequence[str]) -> None:
    """Write outlines as GeoJSON, one feature a line, three decimals: same shapes, same bytes."""
    lines = []
    for row in frame.sort_values("id").itertuples():
        properties = {column: getattr(row, column) for column in columns}
        shape = _rounded(row.geometry)
        if shape is not None:
            feature = {"type": "Feature", "properties": properties, "geometry": shape}
            lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    body = ",\n".join(lines)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n', encoding="utf-8", newline="\n")


def _rounded(shape: Any) -> dict[str, Any] | None:  # noqa: ANN401 -- shapely publishes no types
    """The shape on a grid of three decimals, valid, with nothing but areas; None where nothing is left."""
    import shapely

    grid = shapely.set_precision(shapely.make_valid(shape), 10**-_DECIMALS)
    areas = [part for part in shapely.get_parts(grid) if part.geom_type == "Polygon"]
    if not areas:
        return None
    whole = shapely.normalize(shapely.MultiPolygon(areas) if len(areas) > 1 else areas[0])
    found: dict[str, Any] = json.loads(
        shapely.to_geojson(whole), parse_float=lambda text: round(float(text), _DECIMALS)
    )
    return found


def neighbourhood(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The regions at least partly in :data:`NEIGHBOURHOOD`, simplified together so that borders stay shared."""
    west, south, east, north = NEIGHBOURHOOD
    near = frame.cx[west:east, south:north].copy()
    near["geometry"] = near.simplify_coverage(REGION_TOLERANCE)
    return near


def without_islets(shape: Any) -> Any:  # noqa: ANN401 -- shapely publishes no types
    """The shape without parts below :data:`SMALLEST_ISLAND`, at least its largest part."""
    import shapely

    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    kept = [part for index, part in enumerate(parts) if index == 0 or part.area >= SMALLEST_ISLAND]
    return shapely.MultiPolygon(kept)


def main(arguments: Sequence[str]) -> None:
    """Write ``regions.tsv``, ``countries.geojson`` and ``regions.geojson`` into ``geodata/data``."""
    source = Path(arguments[0])
    regions, countries = read_regions(source), read_countries(source)
    write_places(DATA / "regions.tsv", region_places(regions))
    countries["geometry"] = [without_islets(shape) for shape in countries.simplify_coverage(COUNTRY_TOLERANCE)]
    write_outlines(DATA / "countries.geojson", countries, ("id", "label"))
    write_outlines(DATA / "regions.geojson", neighbourhood(regions), ("id", "label", "country"))


if __name__ == "__main__":
    main(sys.argv[1:])
