"""What the other names of a text say of where it plays: votes for countries, regions, parts of the globe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, product

from geodata.lazily import lazily
from geodata.model import Place

_LOCAL = ("city", "village", "feature", "district", "line")
AROUND, CLOSE = 1.5, 0.5
"""Sides of cells in degrees: a place has neighbours in its own cell and those around it, within some 170 or 55 km."""

_NEIGHBOURS = tuple(product((-1, 0, 1), repeat=2))

Area = str | tuple[float, float, float]
"""A country's code, a region's id, or a cell of the globe with its side before it."""


def areas(place: Place) -> Iterator[Area]:
    """The country, the first-order region and the cells that a place lies in."""
    if place.country:
        yield place.country
    if place.admin1 or place.kind in ("admin1", "district"):
        yield place.admin1 or place.id
    if place.kind in _LOCAL:
        yield _cell(place, AROUND)
        yield _cell(place, CLOSE)


class Ballot:
    """Votes of names for areas; what a name says of itself doesn't count for it."""

    def __init__(self) -> None:
        self._votes: dict[str, dict[Area, float]] = {}
        self._own: dict[tuple[str, Callable[[Area], bool]], float] = {}
        self._own_cells: dict[str, Mapping[Area, float]] = {}

    def cast(self, name: str, found: Iterable[Area], weight: float) -> None:
        """Let a mention of a name vote for areas."""
        votes = self._votes.setdefault(name, {})
        for area in found:
            votes[area] = votes.get(area, 0.0) + weight

    @lazily
    def _all(self) -> Mapping[Area, float]:
        found: dict[Area, float] = defaultdict(float)
        for area, weight in chain.from_iterable(votes.items() for votes in self._votes.values()):
            found[area] += weight
        return dict(found)

    @lazily
    def _around(self) -> Mapping[Area, float]:
        return _spread(self._all)

    def _own_around(self, name: str) -> Mapping[Area, float]:
        """Votes of a name in and around each cell; asked for each of its bearers."""
        if name not in self._own_cells:
            self._own_cells[name] = _spread(self._votes.get(name, {}))
        return self._own_cells[name]

    @lazily
    def _countries(self) -> float:
        return _total(self._all, _is_country)

    @lazily
    def _regions(self) -> float:
        return _total(self._all, _is_region)

    def country_share(self, place: Place, name: str) -> float:
        """Share of the votes of the other names that the country of a place has among countries."""
        return self._share(place.country, name, self._countries, _is_country)

    def region_share(self, place: Place, name: str) -> float:
        """Share of the votes of the other names that the first-order region of a place has among regions."""
        return self._share(place.admin1 or place.id, name, self._regions, _is_region)

    def _share(self, area: Area | None, name: str, total: float, is_like: Callable[[Area], bool]) -> float:
        if area is None or area not in self._all:
            return 0.0
        own = self._votes.get(name, {}).get(area, 0.0)
        return (self._all[area] - own) / max(1, total - self._own_total(name, is_like))

    def _own_total(self, name: str, is_like: Callable[[Area], bool]) -> float:
        """Votes of a name for areas of one kind; asked for each of its bearers."""
        if (name, is_like) not in self._own:
            self._own[name, is_like] = _total(self._votes.get(name, {}), is_like)
        return self._own[name, is_like]

    def neighbours(self, place: Place, name: str, side: float) -> float:
        """How many other names of the text lie in the cells around a place, each by how surely it does."""
        if place.kind not in _LOCAL:
            return 0.0
        cell = _cell(place, side)
        every = self._around.get(cell)
        return every - self._own_around(name).get(cell, 0.0) if every else 0.0


def _cell(place: Place, side: float) -> tuple[float, float, float]:
    return side, place.lat // side, place.lon // side


def _spread(votes: Mapping[Area, float]) -> Mapping[Area, float]:
    """The votes in each cell and those around it, so that a place with many of its name asks but once for each."""
    found: dict[Area, float] = defaultdict(float)
    for area, weight in votes.items():
        if isinstance(area, tuple):
            side, north, east = area
            for rows, columns in _NEIGHBOURS:
                found[side, north + rows, east + columns] += weight
    return found


def _is_country(area: Area) -> bool:
    return isinstance(area, str) and ":" not in area


def _is_region(area: Area) -> bool:
    return isinstance(area, str) and ":" in area


def _total(votes: Mapping[Area, float], is_like: Callable[[Area], bool]) -> float:
    return sum(count for area, count in votes.items() if is_like(area))
