"""Rows of the table of events as plain values: the same for a frame just made and for one read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Row = dict[str, Any]


def sort(frame: GeoDataFrame) -> GeoDataFrame:
    """The rows by first day, then last day and id; undated ones at the end."""
    return frame.sort_values(["start", "end", "event_id"], kind="stable", na_position="last", ignore_index=True)


def rows(frame: GeoDataFrame) -> list[Row]:
    """Every row as a mapping of plain Python values; what is missing is None, whatever stood for it."""
    plain = frame.drop(columns=["geometry"], errors="ignore")
    names = list(plain.columns)
    return [dict(zip(names, map(_plain, values), strict=True)) for values in plain.itertuples(index=False, name=None)]


def _is_missing(value: Any) -> bool:  # noqa: ANN401 - cells of a table are of any type
    """Whether a cell is None, NA, NaN or NaT; NA first, since comparing it has no truth value."""
    return value is None or type(value).__name__ == "NAType" or (not hasattr(value, "__len__") and value != value)  # noqa: PLR0124 - NaN differs from itself


def _plain(value: Any) -> Any:  # noqa: ANN401 - cells of a table are of any type
    if isinstance(value, str):  # most cells, told first
        return value
    if _is_missing(value):
        return None
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)) or type(value).__name__ == "ndarray":
        return [_plain(inner) for inner in value]
    return value.item() if hasattr(value, "item") else value
