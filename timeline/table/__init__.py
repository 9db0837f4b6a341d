"""Events as a table and back: the one form that the site, the exports and other people's tools read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from timeline.model.article import Article
from timeline.model.event import Event
from timeline.table.columns import COLUMNS, GEOMETRY, Column
from timeline.table.flatten import row
from timeline.table.restore import event

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__all__ = ["COLUMNS", "Column", "from_frame", "to_frame"]

CRS = "EPSG:4326"


def to_frame(events: Iterable[Event], articles: Mapping[str, Article]) -> GeoDataFrame:
    """Events as a table, one row each, with the columns of :data:`COLUMNS`.

    Parameters
    ----------
    events : in the order of the rows.
    articles : by id; their texts give what stands around each quote.
    """
    import geopandas
    import pandas as pd
    from shapely import Point

    rows = [row(one, articles) for one in events]
    plain = {
        column.name: pd.Series([one[column.name] for one in rows], dtype=column.dtype)
        for column in COLUMNS
        if column.name != GEOMETRY
    }
    points = [None if one["lon"] is None else Point(one["lon"], one["lat"]) for one in rows]
    geometry = geopandas.GeoSeries(points, crs=CRS, name=GEOMETRY)
    return geopandas.GeoDataFrame(plain, geometry=geometry)[[column.name for column in COLUMNS]]


def from_frame(frame: GeoDataFrame) -> tuple[Event, ...]:
    """The events of a table made by :func:`to_frame`, also after it was written to a file and read again."""
    names = [name for name in frame.columns if name != GEOMETRY]
    values = frame[names].itertuples(index=False, name=None)
    return tuple(event(dict(zip(names, one, strict=True))) for one in values)
