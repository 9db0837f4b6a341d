"""Names of towns and regions that GeoNames and CLDR don't give, by language, from two tables beside this file.

``town_names.tsv`` is written for this project: country, English name of the town as GeoNames writes it (or, without a
country, the id of a region), language, names. The largest town of that name is meant, and one named there is shipped
however small it is. ``populated_places.tsv`` holds what Natural Earth (public domain) calls the larger cities.
Run ``python -m geodata.sources.town_names PLACES.zip…`` to make the second one, from Natural Earth's populated places.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from geodata.sources.scripts import language

Names = Mapping[str, tuple[str, ...]]
"""Language → names, the one to show first."""
_WRITTEN = Path(__file__).with_suffix(".tsv")
_POPULATED = Path(__file__).with_name("populated_places.tsv")
_COLUMNS = {"ar": "NAME_AR", "fa": "NAME_FA", "ru": "NAME_RU", "tr": "NAME_TR"}
_NUMBERS = ("GEONAMESID", "GEONAMEID")
"""What versions of Natural Earth call the column of GeoNames' number."""
_MISTAKEN = frozenset({388349})
"""Numbers that Natural Earth gives to another place: Basra bears that of its old town."""
_MARKS = frozenset(",،()[]/;|=\t")
"""What no plain name holds."""


@cache
def written() -> Mapping[tuple[str, str], Names]:
    """(country, English name), or ("", id of a region) → names written for this project."""
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for line in _WRITTEN.read_text(encoding="utf-8").splitlines():
        country, place, code, names = line.split("\t")
        found[country, place][code] = tuple(names.split("|"))
    return dict(found)


@cache
def populated() -> Mapping[int, Names]:
    """Number of GeoNames → names of a city as Natural Earth gives them."""
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for line in _POPULATED.read_text(encoding="utf-8").splitlines():
        number, code, name = line.split("\t")
        found[int(number)][code] = (name,)
    return dict(found)


def _rows(archive: Path) -> Iterator[tuple[int, str, str]]:
    """(number of GeoNames, language, name) of a version's cities that have a number."""
    import geopandas as gpd

    frame = gpd.read_file(archive)
    number = next(column for column in _NUMBERS if column in frame)
    for code, column in _COLUMNS.items():
        if column in frame:
            named = frame[frame[column].notna() & (frame[number] > 0)]
            yield from ((int(row[number]), code, row[column].strip()) for _, row in named.iterrows())


def _is_plain(name: str, code: str) -> bool:
    """Whether a name has no remark in it and is written in the script of its language."""
    latin = code == "tr"
    written_in = language(name)
    same = written_in == "en" if latin else written_in == code or (code == "fa" and written_in == "ar")
    return same and not _MARKS & set(name)


def main(arguments: Sequence[str]) -> None:
    """Write ``populated_places.tsv`` from versions of Natural Earth, the first named counting first."""
    found: dict[tuple[int, str], str] = {}
    for archive in arguments:
        for number, code, name in _rows(Path(archive)):
            if _is_plain(name, code) and number not in _MISTAKEN:
                found.setdefault((number, code), name)
    lines = [f"{number}\t{code}\t{name}\n" for (number, code), name in sorted(found.items())]
    _POPULATED.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
