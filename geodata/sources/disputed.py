"""Disputed areas of the shipped regions as dated outlines, cut out of Natural Earth's lines (public domain).

Run ``python -m geodata.sources.disputed WORLD_MAP.gpkg``; the files ``disputed_<region>.toml`` beside this one say
which lines bound which area.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.sources.table import DATA

if TYPE_CHECKING:
    import geopandas as gpd

_AREAS = "disputed_"
_SOURCE = "Natural Earth 1:10m v4.1, disputed borders (public domain)"
_TOLERANCE, _DECIMALS, _GRID, _GAP = 0.002, 3, 1e-4, 0.03
"""In degrees: of the simplification; decimals written; grid on which lines meet; the widest gap that is bridged."""


def outline(area: Mapping[str, Any], borders: gpd.GeoDataFrame, countries: gpd.GeoDataFrame) -> Any:  # noqa: ANN401 -- untyped
    """The shape of an area: its lines, or what they and the border of its country enclose around its inner point."""
    import shapely

    lines = borders[borders["name"].isin(area["lines"]) & (borders["country"] == area["country"])].geometry
    drawn = shapely.line_merge(shapely.union_all(lines.to_numpy()))
    if "inside" not in area:
        return shapely.simplify(drawn, _TOLERANCE)
    border = countries[countries["iso_a2"] == area["country"]].geometry.iloc[0].boundary
    noded = shapely.union_all([drawn, border, *_bridges(drawn, border)], grid_size=_GRID)
    lat, lon = area["inside"]
    pieces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    return shapely.simplify(next(piece for piece in pieces if piece.contains(shapely.Point(lon, lat))), _TOLERANCE)


def _bridges(lines: Any, border: Any) -> list[Any]:  # noqa: ANN401 -- untyped
    """Short straight lines from each loose end to the nearest other line or the border: the source leaves gaps."""
    import shapely

    parts = list(shapely.get_parts(lines))
    ends = [(index, shapely.Point(part.coords[end])) for index, part in enumerate(parts) for end in (0, -1)]
    targets = [[border, *(part for other, part in enumerate(parts) if other != index)] for index, _ in ends]
    nearest = [min(shapes, key=end.distance) for (_, end), shapes in zip(ends, targets, strict=True)]
    reached = [shapely.shortest_line(end, shape) for (_, end), shape in zip(ends, nearest, strict=True)]
    return [bridge for bridge in reached if 0 < bridge.length < _GAP]


def feature(area: Mapping[str, Any], shape: Any, viewpoint: str) -> dict[str, Any]:  # noqa: ANN401 -- untyped
    """An area as a GeoJSON feature with its dates and the words beside it."""
    import shapely

    text = shapely.to_geojson(shapely.normalize(shape))
    properties = {
        "id": area["id"],
        "name": area["names"]["en"],
        "names": area["names"],
        "country": area["country"],
        "valid_from": area["valid_from"].isoformat(),
        "valid_to": area["valid_to"].isoformat() if "valid_to" in area else None,
        "status": area["status"],
        "source": _SOURCE,
        "viewpoint": viewpoint,
    }
    geometry = json.loads(text, parse_float=lambda number: round(float(number), _DECIMALS))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(table: Mapping[str, Any], borders: gpd.GeoDataFrame, countries: gpd.GeoDataFrame) -> str:
    """All areas of a region as GeoJSON, one feature a line."""
    features = [feature(area, outline(area, borders, countries), table["viewpoint"]) for area in table["area"]]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def main(arguments: Sequence[str]) -> None:
    """Write ``borders.geojson`` into the regions' folders; same source, same bytes."""
    import geopandas as gpd

    countries = gpd.read_file(arguments[0], layer="countries")
    borders = gpd.read_file(arguments[0], layer="disputed_borders")
    borders["country"] = borders["adm0_a3_l"].map(dict(zip(countries["ISO_A3"], countries["iso_a2"], strict=True)))
    for path in sorted(Path(__file__).parent.glob(f"{_AREAS}*.toml")):
        target = DATA.parent / "regions" / path.stem.removeprefix(_AREAS) / "borders.geojson"
        areas = collection(tomllib.loads(path.read_text(encoding="utf-8")), borders, countries)
        target.write_text(areas, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
