"""Parts of the world, historic lands and seas, from ``wide.toml``; continents' names from CLDR by way of Babel.

Lands that English news names and Natural Earth has no first-order region for (regions of Italy, new states of India,
islands, valleys) come from ``lands.tsv``: id, kind, country or nothing, latitude, longitude, radius in km, names.
Run ``python -m geodata.sources.wide``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geodata.model import Place
from geodata.sources.cldr import LANGUAGES, country_names
from geodata.sources.table import DATA, write_places

Row = Mapping[str, Any]


def wide_places(rows: Iterable[Row]) -> list[Place]:
    """Rows of ``wide.toml`` as places; a kind other than "region" is said, and the people of a town."""
    return [_place(row) for row in rows]


def _place(row: Row) -> Place:
    names = _names(row)
    lat, lon, radius = row["at"]
    return Place(
        id=row["id"],
        name=names["en"][0],
        names=names,
        kind=row.get("kind", "region"),
        country=row.get("country"),
        lat=lat,
        lon=lon,
        radius_km=radius,
        population=row.get("people", 0),
    )


def _names(row: Row) -> dict[str, tuple[str, ...]]:
    """CLDR's name first, then those of the row."""
    official = country_names(row["cldr"]) if "cldr" in row else {}
    own: Mapping[str, list[str]] = row.get("names", {})
    both = {code: (*official.get(code, ()), *own.get(code, ())) for code in LANGUAGES}
    return {code: tuple(dict.fromkeys(found)) for code, found in both.items() if found}


def lands(lines: Iterable[str]) -> Iterator[Row]:
    """Lines of ``lands.tsv`` as rows of ``wide.toml``."""
    for line in lines:
        name, kind, country, *at, names = line.rstrip("\n").split("\t")
        row = {"id": f"wide:{name}", "kind": kind, "at": [float(one) for one in at], "names": {"en": names.split("|")}}
        yield {**row, "country": country} if country else row


def main() -> None:
    """Write ``wide.tsv`` into ``geodata/data``."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["place"]
    further = Path(__file__).with_name("lands.tsv").read_text(encoding="utf-8").splitlines()
    write_places(DATA / "wide.tsv", wide_places([*rows, *lands(further)]))


if __name__ == "__main__":
    main()
