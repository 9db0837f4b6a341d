"""Borders between countries and parts of countries ("the south of Armenia"), worked out from the shipped outlines.

Run ``python -m geodata.sources.stretches``: it reads ``countries.geojson`` (Natural Earth, public domain) and writes
``stretches.tsv``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from geodata.distance import great_circle
from geodata.sources.table import DATA

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_BESIDE = 0.03
"""Degrees between the outlines of neighbours, simplified together; what is nearer is a common border."""
_SHORTEST = 0.05
"""Degrees of common border from which countries are neighbours."""
_LONG_SHARE = 0.25
"""Of the longest piece of a border, from which another piece counts."""
_THIRD, _HALF = 1 / 3, 1 / 2
_HALVINGS = 30
_SIDES = {
    "n": (0, 1),
    "s": (0, -1),
    "e": (1, 0),
    "w": (-1, 0),
    "ne": (1, 1),
    "nw": (-1, 1),
    "se": (1, -1),
    "sw": (-1, -1),
}
"""Direction → eastward and northward."""
Row = tuple[str, float, float, float]


def main() -> None:
    """Write the table."""
    outlines = _outlines()
    rows = sorted([*_borders(outlines), *_parts(outlines)])
    lines = (f"{key}\t{lat:.3f}\t{lon:.3f}\t{radius:.0f}\n" for key, lat, lon, radius in rows)
    (DATA / "stretches.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


def _outlines() -> dict[str, BaseGeometry]:
    """ISO 3166-1 code → outline in degrees."""
    from shapely.geometry import shape

    features = json.loads((DATA / "countries.geojson").read_text(encoding="utf-8"))["features"]
    return {one["properties"]["id"]: shape(one["geometry"]).buffer(0) for one in features}


def _borders(outlines: Mapping[str, BaseGeometry]) -> Iterator[Row]:
    wide = {code: outline.buffer(_BESIDE) for code, outline in outlines.items()}
    for one, other in combinations(sorted(outlines), 2):
        if not wide[one].intersects(outlines[other]):
            continue
        line = _long_pieces(outlines[other].boundary.intersection(wide[one]))
        if line.length >= _SHORTEST:
            yield _row(f"border:{one}-{other}", line, line)


def _long_pieces(line: BaseGeometry) -> BaseGeometry:
    """A border without the short pieces where a third country hardly parts the two."""
    from shapely.geometry import MultiLineString
    from shapely.ops import linemerge

    merged = linemerge(line) if line.geom_type == "MultiLineString" else line
    pieces = [piece for piece in getattr(merged, "geoms", [merged]) if piece.geom_type == "LineString"]
    longest = max((piece.length for piece in pieces), default=0.0)
    return MultiLineString([piece for piece in pieces if piece.length >= _LONG_SHARE * longest])


def _parts(outlines: Mapping[str, BaseGeometry]) -> Iterator[Row]:
    for code, outline in outlines.items():
        main = max(getattr(outline, "geoms", [outline]), key=lambda part: part.area)
        yield _row(f"part:{code}.c", main.centroid.buffer(_breadth(main) / 4).intersection(main), main)
        for side, (east, north) in _SIDES.items():
            share = _HALF if east and north else _THIRD
            part = _cut(_cut(main, east, 0, share), 0, north, share)
            yield _row(f"part:{code}.{side}", part, part)


def _breadth(outline: BaseGeometry) -> float:
    return float(outline.area**0.5)


def _cut(outline: BaseGeometry, east: int, north: int, share: float) -> BaseGeometry:
    """The ``share`` of an outline's area that lies farthest to one side; all of it without a side."""
    from shapely.geometry import box

    if not (east or north):
        return outline
    west, south, right, top = outline.bounds
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        at = (low + high) / 2
        frame = {
            (1, 0): (right - at * (right - west), south, right, top),
            (-1, 0): (west, south, west + at * (right - west), top),
            (0, 1): (west, top - at * (top - south), right, top),
            (0, -1): (west, south, right, south + at * (top - south)),
        }[east, north]
        part = outline.intersection(box(*frame))
        low, high = (at, high) if part.area < share * outline.area else (low, at)
    return part


def _row(key: str, stretch: BaseGeometry, within: BaseGeometry) -> Row:
    """A stretch's point, moved onto what it lies in, and the radius of a circle that covers it."""
    from shapely.ops import nearest_points

    point = stretch.centroid
    if not within.intersects(point):
        point = nearest_points(within, point)[0]
    corners = [corner for part in getattr(stretch, "geoms", [stretch]) for corner in _corners(part)]
    farthest = max(great_circle(point.y, point.x, lat, lon) for lon, lat in corners)

    return key, point.y, point.x, max(1.0, farthest)


def _corners(part: BaseGeometry) -> list[tuple[float, float]]:
    line = part.exterior if part.geom_type == "Polygon" else part
    return [(corner[0], corner[1]) for corner in line.coords]


if __name__ == "__main__":
    main()
