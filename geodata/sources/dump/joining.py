"""The second pass: each part's places with their names become a table; the names go to shards by their first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from zlib import crc32

from geodata.fold import fold
from geodata.model import Place
from geodata.record import decode, encode
from geodata.sources.compile import keys
from geodata.sources.dump.areas import Areas, Shipped, shipped
from geodata.sources.dump.kinds import Extent, kinds
from geodata.sources.dump.naming import Spellings, spellings
from geodata.sources.dump.reading import NameRow, PlaceRow
from geodata.sources.dump.scattering import NAMES, ROWS, Report
from geodata.sources.dump.work import Sheaf, Work
from geodata.sources.table import DATA
from geodata.store import BY_NUMBER, WIDE_TABLES, part_of, table_name

KEYS = "keys"
"""Files of names with the places that they stand for, by shard."""
_STEP = "joining"


def join(work: Work, areas: Areas, report: Report) -> None:
    """Write the tables and the names that lead to them, part by part."""
    parts = work.parts
    with work.sheaf(KEYS, parts) as sheaf:
        if not work.is_done(_STEP):
            for one in shipped():
                _lead(sheaf, keys(one.place), one.place, one.table, one.offset)
            work.finish(_STEP, sheaf)
        for part in range(parts):
            step = f"join {part}"
            if not work.is_done(step):
                _Part(work, part, areas).write(sheaf)
                work.finish(step, sheaf)
            work.forget(work.path(ROWS, part), work.path(NAMES, part))
            report("joining names", part + 1, parts)


def area_rows(work: Work) -> Iterator[PlaceRow]:
    """The areas that the first pass has laid aside."""
    return _rows(work.path(ROWS, work.parts))


def _rows(path: Path) -> Iterator[PlaceRow]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(_row, lines)


def _row(line: str) -> PlaceRow:
    number, *rest = line.rstrip("\n").split("\t")
    return PlaceRow(int(number), *rest)


def _lead(sheaf: Sheaf, names: Iterable[str], place: Place, table: int, offset: int) -> None:
    """Let names lead to a line of a table."""
    tail = f"\t{_standing(place)}\t{table}\t{offset}\n"
    writers = sheaf.writers
    count = len(writers)
    for name in names:
        writers[crc32(name.partition(" ")[0].encode("utf-8")) % count](f"{name}{tail}".encode())


def _standing(place: Place) -> int:
    """How well known a place is among those of its name."""
    wide = {"country": 3, "admin1": 2, "region": 1, "district": 1}
    return place.population + 1_000 * wide.get(place.kind, 0)


class _Part:
    """The places of a part, in the order of their numbers."""

    def __init__(self, work: Work, part: int, areas: Areas) -> None:
        self._work, self._number, self._areas = work, part, areas
        self._table = len(WIDE_TABLES) + part
        self._places = {number: found[0] for number, found in _by_number(work.path(ROWS, part)).items()}
        self._names = _by_number(work.path(NAMES, part))
        self._towns = _towns(work.parts)[part]

    def write(self, sheaf: Sheaf) -> None:
        """Write the table, and the names to their shards."""
        offset = 0
        with (self._work.result / table_name(self._number)).open("wb") as table:
            for number in sorted({*self._places, *self._towns}):
                offset += table.write(self._line(number, offset, sheaf))

    def _line(self, number: int, offset: int, sheaf: Sheaf) -> bytes:
        """The line of a place, empty where it is merged into a shipped one; its names are led there."""
        line, town = self._places.get(number), self._towns.get(number)
        if line is None:
            place = decode(town or "")
            found = keys(place) - {f"={place.id}"}
        else:
            row = _row(line)
            known = spellings(row, map(_name, self._names.pop(number, ())))
            if merged := self._areas.merged.get(number):
                return self._merge(known, merged, sheaf)
            place = _with_town(_place(row, known, self._areas), town)
            found = {key for names in known.values() for key in names} | (_town_keys(place) if town else set())
        self._work.counts["places"] += 1
        self._work.counts["names"] += len(found)
        _lead(sheaf, sorted(found), place, self._table, offset)
        return f"{encode(place)}\n".encode()

    def _merge(self, known: Spellings, area: Shipped, sheaf: Sheaf) -> bytes:
        """Let the names of a merged row lead to the shipped place."""
        new = {key for names in known.values() for key in names} - area.keys
        _lead(sheaf, sorted(new), area.place, area.table, area.offset)
        self._work.counts["merged"] += 1
        return b""


def _by_number(path: Path) -> dict[int, list[str]]:
    """Lines by the number in their first column, in their order; kept whole, as one string takes little memory."""
    found: dict[int, list[str]] = defaultdict(list)
    if path.exists():
        with path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                found[int(line.partition("\t")[0])].append(line)
    return found


def _name(line: str) -> NameRow:
    number, language, rank, name = line.rstrip("\n").split("\t")
    return NameRow(int(number), language, int(rank), name)


@cache
def _towns(parts: int) -> list[dict[int, str]]:
    """Lines of the shipped table of towns by part and number."""
    found: list[dict[int, str]] = [{} for _ in range(parts)]
    for line in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines():
        number = int(line.partition("\t")[0].removeprefix(BY_NUMBER))
        found[part_of(number, parts)][number] = line
    return found


def _place(row: PlaceRow, known: Spellings, areas: Areas) -> Place:
    extent = _extent(row)
    return Place(
        id=f"{BY_NUMBER}{row.number}",
        name=row.name,
        names={code: tuple(names.values()) for code, names in known.items()},
        kind=extent.kind,
        country=row.country or None,
        admin1=areas.region(row),
        lat=float(row.lat),
        lon=float(row.lon),
        radius_km=extent.radius_km,
        population=int(row.population),
    )


def _extent(row: PlaceRow) -> Extent:
    """Kind and radius; what claims to be a second state of a shipped country is a part of it."""
    extent = kinds().extent(row.feature_class, row.code, int(row.population))
    is_part = extent.kind == "country" and row.country in _countries()
    return extent._replace(kind="region") if is_part else extent


@cache
def _countries() -> frozenset[str]:
    return frozenset(one.place.country for one in shipped() if one.place.kind == "country" and one.place.country)


def _with_town(place: Place, line: str | None) -> Place:
    """Add what the shipped table knows of a town: names in eight languages, the region by its outline."""
    if line is None:
        return place
    town = decode(line)
    both = {
        code: tuple(dict.fromkeys((*town.names.get(code, ()), *place.names.get(code, ()))))
        for code in {*town.names, *place.names}
    }
    return replace(place, names=both, admin1=town.admin1 or place.admin1)


def _town_keys(place: Place) -> set[str]:
    return {fold(name) for names in place.names.values() for name in names} - {""}
