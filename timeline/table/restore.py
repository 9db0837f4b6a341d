"""A row as an event again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from geodata.model import Place, PlaceMatch, Span
from timeline.model.event import Claim, Event
from timeline.model.mention import Actor, Attribution, Mention, Toll
from timeline.model.timex import TimeInterval
from timeline.table.plain import decode

Row = Mapping[str, Any]


def event(found: Row) -> Event:
    """The event of a row; what files make of missing values and lists is understood."""
    row = {name: plain(value) for name, value in found.items()}
    same = ("kind", "type", "mode", "clarity", "status", "score", "salience", "episode", "reviewed", "why_merged")
    return Event(
        id=row["event_id"],
        titles=row["titles"],
        when=_time(row),
        where=_place(row),
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        actors=decode(tuple[Actor, ...], row["actors"]),
        mentions=decode(tuple[Mention, ...], row["mentions"]),
        claims=tuple(_claim(claim) for claim in row["claims"]),
        tolls=decode(tuple[Toll, ...], row["tolls"]),
        origins=tuple(row["origins"]),
        corrections=tuple(row["corrections"]),
        **{name: row[name] for name in same},
    )


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell
    """A cell as a Python value: None for every kind of missing, lists for arrays."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        return [plain(one) for one in value]
    if value is None or type(value).__name__ == "NAType" or value != value:  # noqa: PLR0124 - NaN differs from itself
        return None
    return value.item() if hasattr(value, "item") else value


def _time(row: Row) -> TimeInterval | None:
    if row["start"] is None:
        return None
    return TimeInterval(
        start=date.fromisoformat(row["start"]),
        end=date.fromisoformat(row["end"]),
        precision=row["precision"],
        open_start=row["open_start"],
        open_end=row["open_end"],
        approximate=row["approximate"],
        basis=row["time_basis"],
    )


def _place(row: Row) -> PlaceMatch | None:
    if row["place_id"] is None:
        return None
    match = row["place_match"]
    place = Place(
        id=row["place_id"],
        name=row["place_name"],
        names={code: tuple(names) for code, names in row["place_names"].items() if names is not None},
        kind=row["place_kind"],
        country=row["country"],
        admin1=match["admin1"],
        lon=row["lon"],
        lat=row["lat"],
        radius_km=row["radius_km"],
        population=match["population"],
    )
    return PlaceMatch(
        span=Span(**match["span"]),
        place=place,
        role=match["role"],
        where_prec=row["where_prec"],
        score=match["score"],
        rivals=tuple(match["rivals"]),
        reason=match["reason"],
    )


def _claim(row: Row) -> Claim:
    attribution = Attribution(
        source=row["claimed_by"], kind=row["kind"], actor_id=row["actor_id"], span=decode(Span | None, row["span"])
    )
    kept = {name: row[name] for name in ("mention_id", "article_id", "quote", "language")}
    return Claim(**kept, attribution=attribution, also=tuple(row["also_ids"]))
