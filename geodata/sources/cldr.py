"""Names of countries and of the cities of time zones from CLDR (Unicode licence), by way of Babel.

Run ``python -m geodata.sources.cldr WORLD_MAP.gpkg``; the points come from Natural Earth, some from GeoNames.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from geodata.fold import fold
from geodata.model import Place
from geodata.sources.natural_earth import circles, read_countries
from geodata.sources.points import moved, points
from geodata.sources.table import DATA, write_places

LANGUAGES = ("ar", "az", "en", "fa", "hy", "ka", "ru", "tr")
_COMMON_FORMS = Path(__file__).with_name("country_names.toml")


def country_names(code: str) -> dict[str, tuple[str, ...]]:
    """Names of a country (ISO 3166-1 alpha-2) by language: CLDR's first, then the common forms."""
    return {language: found for language in LANGUAGES if (found := _names(code, language))}


def _names(code: str, language: str) -> tuple[str, ...]:
    from babel import Locale

    official = Locale(language).territories.get(code)
    spellings = [official] if official else []
    spellings += _common_forms().get(code, {}).get(language, ())
    first: dict[str, str] = {}
    for name in spellings:
        first.setdefault(fold(name), name)
    return tuple(first.values())


@cache
def _common_forms() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(_COMMON_FORMS.read_text(encoding="utf-8"))


def city_names() -> dict[tuple[str, str], dict[str, str]]:
    """(country, folded English name) → language → name, for the cities that time zones are named after."""
    from babel import Locale
    from babel.core import get_global

    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for zone, country in sorted(get_global("zone_territories").items()):
        english = zone.rpartition("/")[2].replace("_", " ")
        for language in LANGUAGES:
            entry = Locale(language).time_zones.get(zone, {})
            if "city" in entry:
                found[country, fold(english)][language] = entry["city"]
    return dict(found)


@cache
def official_languages(country: str) -> frozenset[str]:
    """Codes of the languages that are official in a country (ISO 3166-1 alpha-2), of a part of it too."""
    from babel.languages import get_official_languages

    return frozenset(code.partition("_")[0] for code in get_official_languages(country, regional=True, de_facto=True))


def countries(world_map: Path) -> list[Place]:
    """Countries as places: a point inside the largest part and a radius that covers that part."""
    frame = read_countries(world_map)
    rows = zip(frame["id"], frame["label"], circles(frame.geometry), strict=True)
    known = points()["countries"]
    return [moved(_country(code, label, circle), known.get(code)) for code, label, circle in rows]


def _country(code: str, label: str, circle: tuple[float, float, float]) -> Place:
    names = country_names(code)
    english = names.get("en", (label,))[0]
    lat, lon, radius = circle
    return Place(
        id=f"iso:{code}", name=english, names=names, kind="country", country=code, lat=lat, lon=lon, radius_km=radius
    )


def main(arguments: Sequence[str]) -> None:
    """Write ``countries.tsv`` into ``geodata/data``."""
    write_places(DATA / "countries.tsv", countries(Path(arguments[0])))


if __name__ == "__main__":
    main(sys.argv[1:])
