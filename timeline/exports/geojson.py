"""GeoJSON (RFC 7946): one feature an event, the table's columns as properties; unplaced events have no geometry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.rows import Row, rows, sort

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NAME = "events.geojson"


def content(frame: GeoDataFrame) -> bytes:
    """The events as a feature collection in UTF-8, by day, the same bytes for the same table.

    The point of an event is the representative point of its place; ``where_prec`` and ``radius_km`` say how far it
    may be off, and must be shown with it.
    """
    features = ",\n".join(json.dumps(_feature(row), ensure_ascii=False, allow_nan=False) for row in rows(sort(frame)))
    return f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'.encode()


def export(frame: GeoDataFrame, folder: Path) -> Path:
    """Write ``events.geojson`` into ``folder``; give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(content(frame))
    return path


def _feature(row: Row) -> dict[str, Any]:
    placed = row["lat"] is not None and row["lon"] is not None
    point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if placed else None
    return {"type": "Feature", "id": row["event_id"], "geometry": point, "properties": row}
