"""The columnar data file: what map and timeline need of every event, a few bytes each.

Events are sorted by first day, undated ones last, so a range of days is a range of rows. Positions (point, precision,
radius) are kept once and numbered from 1; 0 is "no place". Numbers are split into byte planes, which compress well:
first all lowest bytes, then all second ones, and so on. `events.js` reads the same layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.ontology import groups
from timeline.rows import Row

if TYPE_CHECKING:
    import numpy as np

CHUNK = 1000
"""Events in one detail file."""
DEGREES = 1e5
"""Positions are whole numbers of 1e-5 degrees, about a metre."""
PRECISIONS = ("none", "day", "month", "year", "decade")
EPOCH = date(1970, 1, 1).toordinal()
_AREA = 3
"""UCDP's where_prec from which a place is known as an area only."""
_OPEN_START, _OPEN_END, _APPROXIMATE, _STATE, _DISPUTED, _REVIEWED = (1 << bit for bit in range(6))


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A header of plain values, and the bytes that it describes."""

    header: dict[str, Any]
    raw: bytes


def encode(rows: Sequence[Row]) -> Columns:
    """Events as columns; ``rows`` are sorted as :func:`timeline.rows.sort` does."""
    import numpy as np

    dated = [row for row in rows if row["start"] is not None]
    starts = np.array([_day(row["start"]) for row in dated], dtype=np.int64)
    ends = np.array([_day(row["end"]) for row in dated], dtype=np.int64)
    lasting = np.array([_lasting(row) for row in dated], dtype=np.int64)
    first = int(starts.min()) if dated else 0
    last = int(np.maximum(ends, starts + lasting).max()) if dated else 0
    days = last - first + 1
    positions, numbers = _positions(rows)
    width = max(1, (len(positions).bit_length() + 7) // 8)
    parts = [
        planes(np.diff(positions[:, 0], prepend=0), 4),
        planes(positions[:, 1], 4),
        planes(positions[:, 2], 1),
        planes(positions[:, 3], 2),
        planes(np.bincount(starts - first, minlength=days), 3),
        planes(numbers, width),
        planes(_group_numbers(rows), 1),
        planes(np.array([PRECISIONS.index(row["precision"] or "none") for row in rows]), 1),
        planes(np.array([_flags(row) for row in rows]), 1),
        planes(ends - starts, 3),
        planes(lasting, 3),
    ]
    header = {
        "events": len(rows),
        "dated": len(dated),
        "positions": len(positions),
        "positionBytes": width,
        "areas": _areas(rows, numbers),
        "firstDay": first,
        "days": days,
        "chunk": CHUNK,
        "groups": [{"code": g.code, "light": g.light, "dark": g.dark, "glyph": g.glyph} for g in groups().values()],
    }
    return Columns(header=header, raw=b"".join(parts))


def _day(iso: str) -> int:
    """Days since 1970-01-01 of an ISO date; no clock and no time zone enters."""
    return date.fromisoformat(iso[:10]).toordinal() - EPOCH


def _lasting(row: Row) -> int:
    """Days from the start of a state to the day it is known to last to; 0 where there is none."""
    return max(0, _day(row["as_of"]) - _day(row["start"])) if row["as_of"] else 0


def _positions(rows: Sequence[Row]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Unique positions (latitude, longitude, where_prec, radius in 100 m), sorted, and each row's number in them."""
    import numpy as np

    placed = [(index, row) for index, row in enumerate(rows) if row["lat"] is not None and row["lon"] is not None]
    table = np.array([_position(row) for _, row in placed], dtype=np.int64).reshape(-1, 4)
    unique, found = np.unique(table, axis=0, return_inverse=True)
    numbers = np.zeros(len(rows), dtype=np.int64)
    numbers[[index for index, _ in placed]] = found.reshape(-1) + 1
    return unique, numbers


def _areas(rows: Sequence[Row], numbers: np.ndarray[Any, Any]) -> dict[int, str]:
    """Places of the positions that stand for an area, so that the map can draw the area's outline."""
    found = {
        int(number): str(row["place_id"])
        for row, number in zip(rows, numbers, strict=True)
        if number and row["place_id"] and int(row["where_prec"] or 1) >= _AREA
    }
    return dict(sorted(found.items()))


def _position(row: Row) -> tuple[int, int, int, int]:
    radius = min(65535, round((row["radius_km"] or 0) * 10))
    return round(row["lat"] * DEGREES), round(row["lon"] * DEGREES), int(row["where_prec"] or 1), radius


def _group_numbers(rows: Sequence[Row]) -> np.ndarray[Any, Any]:
    import numpy as np

    number = {code: index for index, code in enumerate(groups())}
    return np.array([number.get(row["group"], number["other"]) for row in rows], dtype=np.int64)


def _flags(row: Row) -> int:
    told = {
        _OPEN_START: row["open_start"],
        _OPEN_END: row["open_end"],
        _APPROXIMATE: row["approximate"],
        _STATE: row["kind"] == "state",
        _DISPUTED: row["status"] == "disputed" or row["clarity"] == "contested",
        _REVIEWED: row["reviewed"],
    }
    return sum(bit for bit, holds in told.items() if holds)


def planes(numbers: np.ndarray[Any, Any], width: int) -> bytes:
    """The lowest ``width`` bytes of each number (negative ones as two's complement), plane by plane."""
    import numpy as np

    words = np.ascontiguousarray(numbers.astype(np.int64).astype("<u4"))
    return words.view(np.uint8).reshape(-1, 4)[:, :width].T.tobytes()
