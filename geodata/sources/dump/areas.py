"""Which countries, regions and parts of the world of a dump the shipped tables hold already, in eight languages.

A row of the dump that says the same as a shipped place is merged into it: its names lead there, and what lies in it
lies there. So the outlines drawn for shipped regions go on to fit, and nothing is there twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from geodata.distance import kilometres
from geodata.fold import fold
from geodata.model import Place
from geodata.record import decode
from geodata.sources.compile import keys
from geodata.sources.dump.kinds import kinds
from geodata.sources.dump.reading import PlaceRow
from geodata.sources.table import DATA
from geodata.store import ID_MARK, WIDE_TABLES

_SETTLED = "P"
_FIRST, _SECOND = "ADM1", "ADM2"
_NEAREST_KM = 50.0
"""Farthest that the points of one region may lie apart, where its radius is smaller."""


class Shipped(NamedTuple):
    """A place of a shipped table with where its line stands."""

    place: Place
    table: int
    offset: int
    keys: frozenset[str]


@dataclass(slots=True)
class Areas:
    """What became of the dump's areas.

    ``merged`` has the shipped place that a row's number stands for; ``codes`` the id of the region that a code stands
    for: ``AM.09`` of the first order, ``FR.75.33`` of the second where that is the shipped one.
    """

    merged: dict[int, Shipped] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def region(self, row: PlaceRow) -> str | None:
        """Id of the first-order region that a place lies in, None for the region itself and where none is known."""
        code = f"{row.country}.{row.first}"
        found = self.codes.get(f"{code}.{row.second}") or self.codes.get(code)
        return None if found == f"gn:{row.number}" or row.code == _FIRST else found


@cache
def shipped() -> tuple[Shipped, ...]:
    """The places of the shipped tables that a compiled gazetteer keeps."""
    return tuple(found for number, name in enumerate(WIDE_TABLES) for found in _lines(DATA / name, number))


def _lines(path: Path, table: int) -> Iterator[Shipped]:
    offset = 0
    for line in path.read_bytes().splitlines(keepends=True):
        place = decode(line.decode("utf-8"))
        yield Shipped(place, table, offset, frozenset(keys(place)) - {ID_MARK + place.id})
        offset += len(line)


@cache
def _wide_names() -> frozenset[str]:
    """Names of shipped places that belong to no country."""
    return frozenset(key for found in shipped() if found.place.id.startswith("wide:") for key in found.keys)


def is_area(row: PlaceRow) -> bool:
    """Whether a row may say the same as a shipped place."""
    if row.feature_class == "A":
        return row.code.startswith("PCL") or row.code in (_FIRST, _SECOND)
    return row.feature_class != _SETTLED and fold(row.name) in _wide_names()


def match(rows: Iterable[PlaceRow], countries: Mapping[int, str], regions: Iterable[PlaceRow]) -> Areas:
    """Find the shipped place of each row that has one.

    Parameters
    ----------
    rows : the areas of the dump.
    countries : the place's number → its country's code, as ``countryInfo.txt`` says.
    regions : first-order regions without position, as ``admin1CodesASCII.txt`` lists them.
    """
    found = Areas()
    matcher = _Matcher(found)
    by_code = _by_code(rows)
    matcher.take_countries(by_code, countries)
    first = [*by_code[_FIRST], *regions]
    matcher.take_regions(first)
    matcher.take_regions(by_code[_SECOND])
    matcher.take_wide([row for code in by_code for row in by_code[code] if row.feature_class != "A"])
    for row in by_code[_FIRST]:
        area = found.merged.get(row.number)
        found.codes.setdefault(f"{row.country}.{row.first}", area.place.id if area else f"gn:{row.number}")
    return found


def _by_code(rows: Iterable[PlaceRow]) -> dict[str, list[PlaceRow]]:
    """Rows by feature code, each place once."""
    found: dict[str, dict[int, PlaceRow]] = defaultdict(dict)
    for row in rows:
        found[row.code].setdefault(row.number, row)
    return defaultdict(list, {code: list(several.values()) for code, several in found.items()})


class _Matcher:
    """Gives each shipped place to one row at most."""

    def __init__(self, found: Areas) -> None:
        self._found = found
        self._taken: set[str] = set()
        self._countries = {one.place.country: one for one in shipped() if one.place.kind == "country"}
        self._regions: dict[str, list[Shipped]] = defaultdict(list)
        for one in shipped():
            if one.place.id.startswith("ne:") and one.place.country:
                self._regions[one.place.country].append(one)

    def take_countries(self, by_code: Mapping[str, Sequence[PlaceRow]], known: Mapping[int, str]) -> None:
        """Merge the states: those that ``known`` names first, then by a name that both have."""
        codes = [code for code, extent in kinds().codes.items() if extent.kind == "country"]
        rows = [row for code in codes for row in by_code.get(code, ())]
        for row in sorted(rows, key=lambda row: (row.number not in known, row.number)):
            one = self._countries.get(known.get(row.number, row.country))
            if one and (row.number in known or one.keys & names(row)):
                self._take(row, one)

    def take_regions(self, rows: Sequence[PlaceRow]) -> None:
        """Merge regions of a country: those with a name in common, then those whose name holds the other's words."""
        for row in rows:
            self._take_nearest(row, [one for one in self._of(row) if one.keys & names(row)])
        for row in rows:
            if row.code == _FIRST and row.number not in self._found.merged:
                self._take_nearest(row, [one for one in self._of(row) if _holds(one.keys, names(row))])

    def _of(self, row: PlaceRow) -> list[Shipped]:
        return [one for one in self._regions[row.country] if one.place.id not in self._taken]

    def _take_nearest(self, row: PlaceRow, several: Sequence[Shipped]) -> None:
        near = [(_apart(row, one), one) for one in several]
        apart, best = min(near, key=lambda pair: pair[0], default=(0.0, None))
        if best and apart <= max(_NEAREST_KM, best.place.radius_km):
            self._take(row, best)
            code = f"{row.country}.{row.first}" + (f".{row.second}" if row.code == _SECOND else "")
            self._found.codes[code] = best.place.id

    def take_wide(self, rows: Iterable[PlaceRow]) -> None:
        """Leave out seas and parts of the world that the shipped table has."""
        wide = [one for one in shipped() if one.place.id.startswith("wide:")]
        for row in rows:
            kind = kinds().extent(row.feature_class, row.code, 0).kind
            same = [one for one in wide if one.place.kind == kind and fold(row.name) in one.keys]
            if same and _apart(row, same[0]) <= same[0].place.radius_km:
                self._found.merged[row.number] = same[0]

    def _take(self, row: PlaceRow, one: Shipped) -> None:
        if one.place.id not in self._taken:
            self._taken.add(one.place.id)
            self._found.merged[row.number] = one


def names(row: PlaceRow) -> set[str]:
    """The folded names in a place's own line."""
    return set(map(fold, (row.name, row.plain, *row.others.split(",")))) - {""}


def _holds(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether all words of a name stand in one of the others, or the other way round."""
    words = [set(name.split()) for name in others]
    return any(mine <= its or its <= mine for mine in (set(name.split()) for name in some) for its in words)


def _apart(row: PlaceRow, one: Shipped) -> float:
    """Kilometres between a row and a shipped place, 0 for a row without position."""
    if not row.lat:
        return 0.0
    place = one.place
    here = Place(
        id="gn:0", name=row.name, kind="region", country=None, lat=float(row.lat), lon=float(row.lon), radius_km=0
    )
    return kilometres(here, place)
