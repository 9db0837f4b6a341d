"""What kind of place a feature of GeoNames is, and how large: ``feature_kinds.toml`` says it for classes and codes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from geodata.model import PlaceKind
from geodata.sources.geonames import WORLD_MINIMUM, radius_km

_FILE = Path(__file__).with_name("feature_kinds.toml")
_SETTLED = "P"
_CITY = WORLD_MINIMUM // 5
"""Population of a city, as in the shipped table of towns."""


class Extent(NamedTuple):
    """A kind of place and the radius of a circle that covers one."""

    kind: PlaceKind
    radius_km: float


@dataclass(frozen=True, slots=True)
class Kinds:
    """The table of kinds, and the languages whose names are taken."""

    classes: Mapping[str, Extent]
    codes: Mapping[str, Extent]
    seats: frozenset[str]
    languages: frozenset[str]

    def extent(self, feature_class: str, code: str, population: int) -> Extent:
        """Kind and radius of a feature; one of an unknown class is a spot."""
        if feature_class == _SETTLED:
            is_city = population >= _CITY or code in self.seats
            return Extent("city" if is_city else "village", radius_km(population))
        return self.codes.get(code) or self.classes.get(feature_class) or self.classes["S"]


@cache
def kinds() -> Kinds:
    """The table as it stands in its file."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Kinds(
        classes={name: _extent(row) for name, row in table["class"].items()},
        codes={name: _extent(row) for name, row in table["code"].items()},
        seats=frozenset(table["seat"]),
        languages=frozenset(table["languages"]["tagged"]),
    )


def _extent(row: Mapping[str, Any]) -> Extent:
    return Extent(cast("PlaceKind", row["kind"]), float(row["radius_km"]))
