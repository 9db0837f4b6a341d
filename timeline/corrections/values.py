"""What people write as new values: days, places, types, statuses, titles."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.model import Place, PlaceKind, PlaceMatch, Span
from timeline import ontology
from timeline.errors import CorrectionError
from timeline.model.mention import Status
from timeline.model.timex import TimeInterval, TimePrecision

_PRECISIONS: Mapping[PlaceKind, int] = {"district": 3, "admin1": 4, "region": 5, "line": 5, "country": 6, "water": 7}
"""``where_prec`` of a place as a person names it; points are exact."""
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<decade>\d{3})X")
_OPEN = ("..", "")
_WHEN_REMEDY = "Write a day, month, year or decade (2020-07-12, 2020-07, 2020, 199X), or a/b with .. for an open end"
_PLACE_REMEDY = 'Write a name or an id of the gazetteer, "40.99,45.63", or {"name": "…", "lat": 40.99, "lon": 45.63}'
_GAZETTEER_ID = re.compile(r"(gn|ne|iso|region):.+")
_COORDINATES = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")


def check(field: str, new: object) -> None:
    """See that a value can stand in a field, as far as can be seen without the gazetteer.

    Raises
    ------
    CorrectionError : it can't.
    """
    checks: Mapping[str, Callable[[object], object]] = {
        "when": when,
        "type": kind,
        "status": status,
        "title": title,
        "place": position,
    }
    checks[field](new)


def when(new: object) -> TimeInterval | None:
    """A time in Extended Date/Time Format (ISO 8601-2, level 1); None for "undated"."""
    if new is None:
        return None
    told = str(new).strip()
    first, slash, last = told.partition("/")
    if slash and first in _OPEN and last in _OPEN:
        raise CorrectionError(f"no time {told}", remedy=_WHEN_REMEDY)
    start, end = _part(last if first in _OPEN else first), _part(first if not slash or last in _OPEN else last)
    if end[1] < start[0]:
        raise CorrectionError(f"{told} runs backwards", remedy=_WHEN_REMEDY)
    coarser = max(start, end, key=lambda part: ("day", "month", "year", "decade").index(part[2]))
    return TimeInterval(
        start=start[0],
        end=end[1],
        precision=coarser[2],
        open_start=bool(slash) and first in _OPEN,
        open_end=bool(slash) and last in _OPEN,
        approximate="~" in told,
    )


def _part(told: str) -> tuple[date, date, TimePrecision]:
    """First day, last day and precision of one end of a time."""
    found = _EDTF.fullmatch(told.rstrip("~?%"))
    try:
        return _days(found) if found else _refuse(told)
    except ValueError as error:
        raise CorrectionError(f"no time {told} ({error})", remedy=_WHEN_REMEDY) from error


def _days(found: re.Match[str]) -> tuple[date, date, TimePrecision]:
    if found["decade"]:
        year = int(found["decade"]) * 10
        return date(year, 1, 1), date(year + 9, 12, 31), "decade"
    year = int(found["year"])
    if not found["month"]:
        return date(year, 1, 1), date(year, 12, 31), "year"
    month = int(found["month"])
    if not found["day"]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    day = date(year, month, int(found["day"]))
    return day, day, "day"


def _refuse(told: str) -> tuple[date, date, TimePrecision]:
    raise CorrectionError(f"no time {told}", remedy=_WHEN_REMEDY)


def kind(new: object) -> tuple[str, str | None]:
    """A type, or type.mode, of the ontology."""
    code, _, mode = str(new).partition(".")
    known = ontology.load().get(code)
    if known is None:
        raise CorrectionError(f"no type {new}", remedy=f"Write one of {', '.join(ontology.load())}")
    if mode and mode not in known.modes:
        raise CorrectionError(f"no mode {mode} of {code}", remedy=f"Write one of {', '.join(known.modes)}")
    return code, mode or None


def status(new: object) -> Status:
    """A status of a mention."""
    found: dict[str, Status] = {one: one for one in get_args(Status)}
    if str(new) not in found:
        raise CorrectionError(f"no status {new}", remedy=f"Write one of {', '.join(found)}")
    return found[str(new)]


def title(new: object) -> Mapping[str, str] | str:
    """A title for all languages, or titles by language code."""
    if isinstance(new, str) and new.strip():
        return new.strip()
    if isinstance(new, dict) and new and all(isinstance(text, str) for text in new.values()):
        return {str(code): text for code, text in new.items()}
    raise CorrectionError("no title", remedy='Write a text, or texts by language: {"en": "…", "ar": "…"}')


def position(new: object) -> tuple[str, float, float] | str | None:
    """Name and coordinates where they are written, else the name or id to look up; None for "unplaced"."""
    if new is None:
        return None
    if isinstance(new, dict):
        return _checked(str(new.get("name", "")), new.get("lat"), new.get("lon"))
    if not isinstance(new, str) or not new.strip():
        raise CorrectionError("no place", remedy=_PLACE_REMEDY)
    pair = _COORDINATES.fullmatch(new)
    return _checked("", *pair.groups()) if pair else new.strip()


def _checked(name: str, lat: Any, lon: Any) -> tuple[str, float, float]:  # noqa: ANN401 - as a person wrote them
    try:
        north, east = float(lat), float(lon)
    except (TypeError, ValueError) as error:
        raise CorrectionError("no coordinates", remedy=_PLACE_REMEDY) from error
    if not (-90 <= north <= 90 and -180 <= east <= 180):  # noqa: PLR2004 - degrees
        raise CorrectionError(f"{north}, {east} is no position in degrees", remedy=_PLACE_REMEDY)
    return name or f"{north:g}, {east:g}", north, east


def place(new: object, *, gazetteer: Gazetteer, span: Span) -> PlaceMatch | None:
    """The place that a person names.

    Parameters
    ----------
    new : as :func:`position` reads it; an object may also give ``where_prec``.
    gazetteer : of several places of a name one in the region is taken, else the most populous; an id says which.
    span : where in the article the place is named, for want of the person's words there.

    Raises
    ------
    CorrectionError : the gazetteer has no such place.
    """
    told = position(new)
    if told is None:
        return None
    found = _looked_up(told, gazetteer) if isinstance(told, str) else _as_written(*told)
    given = new.get("where_prec") if isinstance(new, dict) else None
    prec = int(given) if given else _PRECISIONS.get(found.kind, 1)
    return PlaceMatch(span=span, place=found, where_prec=prec, score=1.0, reason="set by an editor")


def _looked_up(name: str, gazetteer: Gazetteer) -> Place:
    by_id = gazetteer.place(name) if _GAZETTEER_ID.fullmatch(name) else None
    found = (by_id,) if by_id else gazetteer.lookup(fold(name))
    if not found:
        raise CorrectionError(f"no place {name} in the gazetteer", remedy=_PLACE_REMEDY)
    region = gazetteer.region
    inside = (one for one in found if region and (gazetteer.is_curated(one) or region.contains(one.lat, one.lon)))
    return next(inside, found[0])


def _as_written(name: str, lat: float, lon: float) -> Place:
    return Place(id=f"point:{lat:g},{lon:g}", name=name, kind="feature", country=None, lat=lat, lon=lon, radius_km=1.0)
