"""What lies under the events: outlines and names, from the shipped geodata and the region's own folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geodata.model import Place
from geodata.record import decode

if TYPE_CHECKING:
    from geodata.regions import Region

Box = tuple[float, float, float, float]

MARGIN = 9.0
"""Degrees beyond the region whose outlines are still drawn, so that no edge of them shows."""
_FINE, _COARSE = 2.0, 0.4
"""Degrees beyond the region up to which outlines are fine, and how far apart their points are further on."""
MOST_TOWNS = 450
_FIRST_ZOOM = {"country": 4, "disputed": 6}
"""Zoom from which a place of a kind is named."""
_TOWN_ZOOM = ((1_500_000, 5), (400_000, 6), (90_000, 7), (25_000, 8), (6_000, 9))
"""Zoom from which a town of at least so many people is named."""
_LAST_ZOOM = 10
_SEA_KM, _SEA_ZOOM, _LAKE_ZOOM = 100, 5, 8


def outlines(region: Region) -> dict[str, Any]:
    """Countries, first-order regions and the region's disputed areas as GeoJSON.

    ``kind`` says which is which, ``place`` is the id of the place that an outline bounds; disputed areas carry the
    days ``from`` and ``to`` (ISO, None where open) between which they were disputed.
    """
    near, fine = _widened(region.bbox, MARGIN), _widened(region.bbox, _FINE)
    features = [
        *_outlines_of("country", _shipped("countries.geojson"), near, fine),
        *_outlines_of("admin1", _shipped("regions.geojson"), region.bbox, fine),
        *_outlines_of("disputed", _disputed(region), near, fine),
    ]
    return {"type": "FeatureCollection", "features": features}


def packed(collection: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Outlines as `outlines.js` reads them: each line as steps of thousandths of a degree, a third of GeoJSON's size.

    A thousandth of a degree is 111 m at most, below what the shipped outlines know.
    """
    return [_packed(feature) for feature in collection["features"]]


def _packed(feature: Mapping[str, Any]) -> dict[str, Any]:
    geometry = feature["geometry"]
    area = geometry["type"] == "MultiPolygon"
    parts = geometry["coordinates"] if area else [[line] for line in geometry["coordinates"]]
    return {**feature["properties"], "area": area, "parts": [[_steps(line) for line in part] for part in parts]}


def _steps(line: Sequence[Sequence[float]]) -> list[int]:
    """Longitude and latitude of the first point, then the way to each next one; points that coincide become one."""
    points = [(round(point[0] * 1000), round(point[1] * 1000)) for point in line]
    kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
    ways = ((x - a, y - b) for (x, y), (a, b) in zip(kept, [(0, 0), *kept], strict=False))
    return [number for way in ways for number in way]


_SPACES = {"country": "iso:", "admin1": "", "disputed": "region:"}
"""What makes an outline's id that of the place it bounds."""


def labels(region: Region, languages: Sequence[str]) -> list[dict[str, Any]]:
    """Names to write on the map, each with the zoom from which it is written, the most important first."""
    found = [_label(place, zoom, languages) for place, zoom in _named(region)]
    found += [_disputed_label(feature, languages) for feature in _disputed(region)]
    return sorted(found, key=lambda label: (label["zoom"], -label.pop("weight"), label["names"][""], label["lat"]))


def _widened(box: Box, degrees: float) -> Box:
    west, south, east, north = box
    return (west - degrees, south - degrees, east + degrees, north + degrees)


def _shipped(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(files("geodata.data").joinpath(name).read_text(encoding="utf-8"))[
        "features"
    ]
    return features


def _disputed(region: Region) -> list[dict[str, Any]]:
    if region.borders is None:
        return []
    features: list[dict[str, Any]] = json.loads(region.borders.read_text(encoding="utf-8"))["features"]
    return features


def _outlines_of(kind: str, features: Iterable[Mapping[str, Any]], box: Box, fine: Box) -> Iterator[dict[str, Any]]:
    """The parts of ``features`` that touch ``box``, whole, coarse outside ``fine``; with kind, place and time."""
    for feature in features:
        geometry = feature["geometry"]
        lines = geometry["type"].endswith("LineString")
        parts = geometry["coordinates"] if geometry["type"].startswith("Multi") else [geometry["coordinates"]]
        touching = [part for part in parts if _touches(part if lines else part[0], box)]
        near = [_thinned(part, fine) if lines else [_thinned(ring, fine) for ring in part] for part in touching]
        if near:
            shape = {"type": "MultiLineString" if lines else "MultiPolygon", "coordinates": near}
            told = {"kind": kind, "place": _SPACES[kind] + str(feature["properties"].get("id") or "")}
            yield {"type": "Feature", "properties": {**told, **_time(feature)}, "geometry": shape}


def _thinned(line: Sequence[Sequence[float]], box: Box) -> list[Sequence[float]]:
    """A line as it is within ``box``, and outside with points :data:`_COARSE` degrees apart."""
    west, south, east, north = box
    kept = [line[0]]
    for point in line[1:-1]:
        inside = west <= point[0] <= east and south <= point[1] <= north
        if inside or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _COARSE:
            kept.append(point)
    return [*kept, line[-1]]


def _time(feature: Mapping[str, Any]) -> dict[str, str | None]:
    """The first and last day of what held for a time only, as the page knows them."""
    properties = feature["properties"]
    if "valid_from" not in properties and "valid_to" not in properties:
        return {}
    return {"from": properties.get("valid_from"), "to": properties.get("valid_to")}


def _touches(ring: Sequence[Sequence[float]], box: Box) -> bool:
    """Whether the box around a ring meets ``box``."""
    west, south, east, north = box
    longitudes, latitudes = [point[0] for point in ring], [point[1] for point in ring]
    return min(longitudes) <= east and max(longitudes) >= west and min(latitudes) <= north and max(latitudes) >= south


def _named(region: Region) -> list[tuple[Place, int]]:
    """Places of the shipped tables and of the region that the map names, with their zoom; the region's word counts."""
    near = _widened(region.bbox, MARGIN / 2)
    found = {place.id: place for place in (*_rows("countries.tsv", near), *_towns(region.bbox))}
    found.update({place.id: place for place in region.places})
    zooms = ((place, _zoom(place)) for place in found.values())
    return [(place, zoom) for place, zoom in zooms if zoom is not None]


def _towns(box: Box) -> list[Place]:
    towns = [place for place in _rows("towns.tsv", box) if place.kind in ("city", "village")]
    return sorted(towns, key=lambda place: (-place.population, place.id))[:MOST_TOWNS]


def _rows(name: str, box: Box) -> Iterator[Place]:
    """Places of a shipped table within a box; lines outside are not read further than their position."""
    west, south, east, north = box
    with files("geodata.data").joinpath(name).open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("\t", 7)
            if south <= float(fields[5]) <= north and west <= float(fields[6]) <= east:
                yield decode(line)


def _zoom(place: Place) -> int | None:
    """The zoom from which a place is named, None for one that isn't."""
    if place.kind in _FIRST_ZOOM:
        return _FIRST_ZOOM[place.kind]
    if place.kind == "water":
        return _SEA_ZOOM if place.radius_km >= _SEA_KM else _LAKE_ZOOM
    if place.kind not in ("city", "village"):
        return None
    return next((zoom for people, zoom in _TOWN_ZOOM if place.population >= people), _LAST_ZOOM)


def _label(place: Place, zoom: int, languages: Sequence[str]) -> dict[str, Any]:
    names = {code: place.names[code][0] for code in languages if place.names.get(code)}
    names = {code: name for code, name in names.items() if name != place.name}
    kind = place.kind if place.kind in ("country", "water") else "town"
    position = {"lat": round(place.lat, 3), "lon": round(place.lon, 3)}
    return {"names": {"": place.name, **names}, **position, "kind": kind, "zoom": zoom, "weight": place.population}


def _disputed_label(feature: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    """The name of a disputed area with the days between which it was one; the page says them in its language."""
    properties = feature["properties"]
    names = {code: name for code, name in (properties.get("names") or {}).items() if code in languages}
    lat, lon = _middle(feature["geometry"])
    zoom = _FIRST_ZOOM["disputed"] + (2 if feature["geometry"]["type"].endswith("LineString") else 0)
    label = {"names": {"": properties["name"], **names}, "lat": round(lat, 4), "lon": round(lon, 4)}
    return {**label, "kind": "disputed", "zoom": zoom, "weight": 0, **_time(feature)}


def _middle(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """The middle of the box around a geometry, latitude first: near enough for a name."""
    points = list(_points(geometry["coordinates"]))
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2


def _points(coordinates: Sequence[Any]) -> Iterator[Sequence[float]]:
    """All positions of a geometry, however deep its lists are."""
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
        return
    for part in coordinates:
        yield from _points(part)
