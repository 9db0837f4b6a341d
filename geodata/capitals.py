"""Capitals: towns that stand for a government when nothing says that something happened there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from geodata.gazetteer import Gazetteer
from geodata.model import Place


@cache
def capitals() -> frozenset[str]:
    """Ids of the world's capitals, as ``geodata.sources.capitals`` wrote them."""
    text = files("geodata.data").joinpath("capitals.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def capital(country: str, gazetteer: Gazetteer) -> Place | None:
    """The capital of a country (ISO 3166-1 alpha-2), None where the gazetteer has none."""
    return _by_country(gazetteer).get(country)


@cache
def _by_country(gazetteer: Gazetteer) -> Mapping[str, Place]:
    known = (gazetteer.place(name) for name in sorted(capitals(), reverse=True))
    return {place.country: place for place in known if place and place.country}
