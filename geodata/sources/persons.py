"""Given names of persons by language, from the lists of the package ``faker`` (MIT).

A family name is often a town's name as well (Johnson, Clark, Ripley); behind a given name it is none. Names that are
themselves countries, first-order regions or large towns ("namesakes": Jordan, Paris) stand in a column of their own.
Run ``python -m geodata.sources.persons``.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping

from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.sources.table import DATA

FILE = "given_names.tsv"
_WESTERN = ("de_DE", "en_GB", "en_IE", "en_IN", "en_US", "es", "fr_FR", "it_IT", "nl_NL", "pl_PL", "pt_BR")
LOCALES = {
    "ar": ("ar_AA", "ar_DZ", "ar_PS", "ar_SA"),
    "az": ("az_AZ", "tr_TR"),
    "en": ("az_AZ", "tr_TR", *_WESTERN),
    "fa": ("fa_IR",),
    "hy": ("hy_AM",),
    "ka": ("ka_GE",),
    "ru": ("ru_RU",),
    "tr": ("tr_TR", "az_AZ"),
}
"""Language of a text → Faker's locales whose names it writes in their own spelling."""
_SHORTEST = 3
_LARGE = 100_000
"""Population from which a town's name is no evidence of a person."""


def given_names(locales: Iterable[str]) -> Iterator[str]:
    """Given names as Faker lists them for some locales."""
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "first_names_male", "first_names_female"):
            yield from getattr(provider, kind, ())


def parted(names: Iterable[str], gazetteer: Gazetteer) -> tuple[set[str], set[str]]:
    """The folded names of one word that tell a person from a place, and their namesakes among the known places."""
    folded = {name for name in map(fold, names) if len(name) >= _SHORTEST and " " not in name}
    namesakes = {name for name in folded if _is_large(name, gazetteer)}
    return folded - namesakes, namesakes


def _is_large(name: str, gazetteer: Gazetteer) -> bool:
    places = gazetteer.lookup(name)
    return any(place.kind in ("country", "admin1") or place.population >= _LARGE for place in places)


def table(locales: Mapping[str, Iterable[str]], gazetteer: Gazetteer) -> str:
    """One line a language: its code, its names parted by ``|``, and those that are places', parted by tabs."""
    found = {code: parted(given_names(sources), gazetteer) for code, sources in sorted(locales.items())}
    columns = {code: ["|".join(sorted(names)) for names in both] for code, both in found.items()}
    return "".join("\t".join([code, *both]) + "\n" for code, both in columns.items())


def main() -> None:
    """Write ``given_names.tsv`` into ``geodata/data``."""
    (DATA / FILE).write_text(table(LOCALES, Gazetteer.open()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
