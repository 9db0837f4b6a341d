"""Names of first-order regions in our languages from CLDR's subdivisions (Unicode licence).

Input is the folder ``common`` of Debian's package ``unicode-cldr-core`` (usr/share/unicode/cldr/common), release 41.
CLDR names regions by their ISO 3166-2 code, which Natural Earth's file doesn't give: they are matched within a country
by their English name, without the words for their kind, or by spelling where just one is alike, else by
``subdivisions.toml``, which has the words as well. Other names come from ``town_names.tsv``. A name of three letters or
less is left out in a script without capitals where its language is foreign: "عين" for Ain; so are those that
``subdivisions.toml`` lists, as persons bear them.
Run ``python -m geodata.sources.subdivisions COMMON``, after ``natural_earth``.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from geodata.fold import fold
from geodata.model import Place
from geodata.record import decode
from geodata.sources.cldr import LANGUAGES
from geodata.sources.geonames import is_short_abroad
from geodata.sources.scripts import likeness
from geodata.sources.table import DATA, write_places
from geodata.sources.town_names import Names, written

_ALIKE, _APART = 0.8, 0.1
"""Least likeness of spellings, and least distance from the next likest."""
_ABSENT = "∅∅∅"
"""How CLDR marks a name that a language doesn't have."""


def read(common: Path) -> dict[str, dict[str, Names]]:
    """Country (ISO 3166-1 alpha-2) → CLDR's code of a region → language → names."""
    found: dict[str, dict[str, dict[str, tuple[str, ...]]]] = defaultdict(lambda: defaultdict(dict))
    for language in LANGUAGES:
        for element in ET.parse(common / "subdivisions" / f"{language}.xml").iter("subdivision"):  # noqa: S314 -- a file of Debian's, not of a stranger's
            code = element.attrib["type"]
            if element.text and element.text != _ABSENT:
                found[code[:2].upper()][code].setdefault(language, (element.text,))
    return {
        country: {code: names for code, names in codes.items() if "en" in names} for country, codes in found.items()
    }


def bare(name: str) -> str:
    """A folded name without the words for the kind of region."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in _table()["kinds"]) or " ".join(words)


def matched(regions: Sequence[Place], candidates: Mapping[str, Names]) -> dict[str, str]:
    """Id of a region of one country → CLDR's code: known and equal ones first, then the likest of those left."""
    english = {code: bare(names["en"][0]) for code, names in candidates.items()}
    by_name: dict[str, list[str]] = defaultdict(list)
    for code, name in english.items():
        by_name[name].append(code)
    same = {region.id: found[0] for region in regions if len(found := by_name.get(bare(region.name), [])) == 1}
    known = _table()["codes"]
    same |= {region.id: known[region.id] for region in regions if region.id in known}
    rest = {code: name for code, name in english.items() if code not in same.values()}
    likest = {region.id: _likest(bare(region.name), rest) for region in regions if region.id not in same}
    chosen = Counter(likest.values())
    return same | {region: code for region, code in likest.items() if code and chosen[code] == 1}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _likest(name: str, candidates: Mapping[str, str]) -> str | None:
    """The code of the candidate that is spelt most alike, None where none is or two are."""
    ranked = sorted(((likeness(name, other), code) for code, other in candidates.items()), reverse=True)
    first, second = [*ranked, (0.0, ""), (0.0, "")][:2]
    return first[1] if first[0] >= _ALIKE and first[0] - second[0] >= _APART else None


def with_names(regions: Iterable[Place], names: Mapping[str, Mapping[str, Names]]) -> list[Place]:
    """Regions with their names in our languages, each name of CLDR's given once."""
    by_country: dict[str, list[Place]] = defaultdict(list)
    for region in regions:
        by_country[region.country or ""].append(region)
    found = []
    for country, members in by_country.items():
        candidates = names.get(country, {})
        matches = matched(members, candidates)
        found += [_named(one, candidates.get(matches.get(one.id, ""), one.names)) for one in members]
    return found


def _named(region: Place, official: Names) -> Place:
    """A region with the names written for this project before the ``official`` ones, without those that mislead."""
    own = written().get(("", region.id), {})
    names = {code: dict.fromkeys((*own.get(code, ()), *official.get(code, ()))) for code in {*official, *own}}
    country = region.country or ""
    left_out = _table()["left_out"].get(region.id, ())
    kept = {
        code: tuple(name for name in found if name not in left_out and not is_short_abroad(name, code, country))
        for code, found in names.items()
    }
    return replace(region, names={code: found for code, found in kept.items() if found})


def main(arguments: Sequence[str]) -> None:
    """Write the names into ``regions.tsv``."""
    table = DATA / "regions.tsv"
    regions = [decode(line) for line in table.read_text(encoding="utf-8").splitlines()]
    write_places(table, with_names(regions, read(Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])
