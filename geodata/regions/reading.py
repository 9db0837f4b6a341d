"""Reading a region folder: every fault is gathered, then all are reported at once."""

from __future__ import annotations

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args

from geodata.errors import RegionError
from geodata.model import Place, PlaceKind
from geodata.regions.model import ActorKind, Control, Happening, HappeningPrecision, Region, RegionActor

Row = Mapping[str, str]
Item = TypeVar("Item", Place, RegionActor, Happening, Control)
NAMES = "names_"
"""Beginning of the columns that hold names, a language code behind it."""

COLUMNS = {
    "places.csv": ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "population", "source"),
    "actors.csv": ("id", "kind", "country", "since", "until", "source"),
    "chronology.csv": (
        "id", "start", "end", "precision", "type", "mode", "place_ids", "episode", "source",
    ),
    "control.csv": ("place", "controller", "since", "precision", "until", "claim", "source"),
}  # fmt: skip


@dataclass(slots=True)
class Faults:
    """Faults found so far, each with its file and line."""

    folder: Path
    found: list[str] = field(default_factory=list)

    def add(self, file: str, what: str, line: int | None = None) -> None:
        """Note a fault of a file, of one of its lines if ``line`` is given."""
        self.found.append(f"{file}:{line}: {what}" if line else f"{file}: {what}")

    def report(self) -> None:
        """Raise all faults as one error; do nothing where there is none."""
        if self.found:
            count = f"{len(self.found)} fault{'s' if len(self.found) > 1 else ''} in the region's folder"
            raise RegionError(
                "\n  ".join([count, *self.found]), where=str(self.folder), remedy="Mend these lines and build again"
            )


def read_region(folder: Path) -> Region:
    """Read a region folder.

    Raises
    ------
    RegionError : with every fault of the folder, by file and line.
    """
    faults = Faults(folder)
    head = _read_head(folder, faults)
    places = _read_table(folder, "places.csv", _place, faults)
    actors = _read_table(folder, "actors.csv", _actor, faults, required=False)
    chronology = _read_table(folder, "chronology.csv", _happening, faults, required=False)
    control = _read_table(folder, "control.csv", _control, faults, required=False)
    _check_control(control, {place.id for place in places}, {actor.id for actor in actors}, faults)
    borders = _read_borders(folder, faults)
    faults.report()
    return _region(folder, head, places=places, actors=actors, chronology=chronology, control=control, borders=borders)


def _region(folder: Path, head: Mapping[str, Any], **content: Any) -> Region:  # noqa: ANN401 -- fields of Region, checked by it
    west, south, east, north = head["bbox"]
    lat, lon = head["center"]
    return Region(
        name=head.get("name", folder.name),
        folder=folder,
        titles=head["titles"],
        bbox=(west, south, east, north),
        center=(lat, lon),
        zoom=head["zoom"],
        languages=tuple(head.get("languages", ("en",))),
        viewpoints=head.get("viewpoint", {}),
        rival_order=head.get("rival_order", ""),
        hidden=tuple(head.get("hidden", ())),
        seats=head.get("seats", {}),
        **content,
    )


def _read_head(folder: Path, faults: Faults) -> Mapping[str, Any]:
    name = "region.toml"
    try:
        head = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.add(name, str(error))
        return {}
    wanted: dict[str, Callable[[Any], bool]] = {
        "titles": lambda value: isinstance(value, dict) and bool(value),
        "bbox": lambda value: _numbers(value, 4) and value[0] < value[2] and value[1] < value[3],
        "center": lambda value: _numbers(value, 2),
        "zoom": lambda value: isinstance(value, int),
    }
    for key, right in wanted.items():
        if not right(head.get(key)):
            faults.add(name, f"{key} is {head.get(key)!r}; wanted: {_FORMS[key]}")
    return head


_FORMS = {
    "titles": "a table of titles by language code",
    "bbox": "[west, south, east, north] in degrees",
    "center": "[latitude, longitude] in degrees",
    "zoom": "a whole number",
}


def _numbers(value: object, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(isinstance(one, int | float) for one in value)


def _read_table(
    folder: Path, name: str, parse: Callable[[Row], Item], faults: Faults, *, required: bool = True
) -> tuple[Item, ...]:
    path = folder / name
    if not path.is_file():
        if required:
            faults.add(name, "the file is missing")
        return ()
    rows = _rows(path, faults)
    items = [item for line, row in rows if (item := _parsed(parse, row, name, line, faults)) is not None]
    _check_ids(name, items, faults)
    return tuple(items)


def _rows(path: Path, faults: Faults) -> list[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restval="")
        missing = [column for column in COLUMNS[path.name] if column not in (reader.fieldnames or ())]
        if missing:
            faults.add(path.name, f"columns missing: {', '.join(missing)}", 1)
            return []
        return [(reader.line_num, row) for row in reader if any(row.values())]


def _parsed(parse: Callable[[Row], Item], row: Row, name: str, line: int, faults: Faults) -> Item | None:
    if None in row:
        faults.add(name, "more fields than columns", line)
        return None
    try:
        return parse(row)
    except ValueError as error:
        faults.add(name, str(error), line)
        return None


def _check_ids(name: str, items: Iterable[Place | RegionActor | Happening | Control], faults: Faults) -> None:
    for code, count in Counter(item.id for item in items).items():
        if count > 1:
            faults.add(name, f"the id {code} stands {count} times")


def _check_control(
    control: Iterable[Control], places: Collection[str], actors: Collection[str], faults: Faults
) -> None:
    for one in control:
        if one.place not in places:
            faults.add("control.csv", f"{one.place} is no place of the region")
        if one.controller not in actors:
            faults.add("control.csv", f"{one.controller} is no actor of the region")


def _place(row: Row) -> Place:
    return Place(
        id=_filled(row, "id"),
        name=_filled(row, "name"),
        names=_names(row),
        kind=_one_of(row, "kind", get_args(PlaceKind)),
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        lat=_number(row, "lat"),
        lon=_number(row, "lon"),
        radius_km=_number(row, "radius_km"),
        population=int(_number(row, "population")) if row["population"] else 0,
    )


def _actor(row: Row) -> RegionActor:
    return RegionActor(
        id=_filled(row, "id"),
        kind=_one_of(row, "kind", get_args(ActorKind)),
        country=row["country"] or None,
        names=_names(row),
        since=_day(row, "since") if row["since"] else None,
        until=_day(row, "until") if row["until"] else None,
        source=row["source"],
    )


def _happening(row: Row) -> Happening:
    start, end = _day(row, "start"), _day(row, "end")
    if end < start:
        raise ValueError(f"end {end} lies before start {start}")
    return Happening(
        id=_filled(row, "id"),
        start=start,
        end=end,
        precision=_one_of(row, "precision", get_args(HappeningPrecision)),
        type=_filled(row, "type"),
        mode=row["mode"] or None,
        place_ids=tuple(_filled(row, "place_ids").split("|")),
        names={code: found[0] for code, found in _names(row).items()},
        episode=row["episode"] or None,
        source=row["source"],
    )


def _control(row: Row) -> Control:
    since, until = _day(row, "since"), _day(row, "until") if row["until"] else None
    if until and until < since:
        raise ValueError(f"until {until} lies before since {since}")
    return Control(
        place=_filled(row, "place"),
        controller=_filled(row, "controller"),
        since=since,
        precision=_one_of(row, "precision", get_args(HappeningPrecision)),
        until=until,
        claim=row["claim"],
        source=_filled(row, "source"),
    )


def _names(row: Row) -> dict[str, tuple[str, ...]]:
    columns = (column for column in row if column.startswith(NAMES))
    split = {
        column.removeprefix(NAMES): tuple(filter(None, map(str.strip, row[column].split("|")))) for column in columns
    }
    return {code: names for code, names in split.items() if names}


def _filled(row: Row, column: str) -> str:
    if not row[column]:
        raise ValueError(f"{column} is empty")
    return row[column]


def _one_of(row: Row, column: str, allowed: tuple[Any, ...]) -> Any:  # noqa: ANN401 -- one of the values of a Literal
    if row[column] not in allowed:
        raise ValueError(f"{column} is {row[column]!r}; allowed: {', '.join(allowed)}")
    return row[column]


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise ValueError(f"{column} is {row[column]!r}, not a number") from None


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise ValueError(f"{column} is {row[column]!r}, not a day like 1994-05-12") from None


def _read_borders(folder: Path, faults: Faults) -> Path | None:
    path = folder / "borders.geojson"
    if not path.is_file():
        return None
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        faults.add(path.name, f"not GeoJSON: {error}")
    return path
