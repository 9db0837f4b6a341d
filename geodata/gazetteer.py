"""Names to places: the shipped gazetteer, memory-mapped, under the curated layer of a region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from geodata.fold import fold
from geodata.model import Place
from geodata.online import load as load_answers
from geodata.regions import Region
from geodata.remembered import remembered
from geodata.store import ID_MARK, RECORD, TABLES, TRIE, open_store

__all__ = ["ID_MARK", "RECORD", "TABLES", "TRIE", "Gazetteer"]

_REMEMBERED = 16_384
"""Names whose bearers are kept decoded; with a full dump some have hundreds."""


class Gazetteer:
    """Places by folded name and by id. Opening reads nothing but the region; pickling opens again.

    A place that the region curates is known by its curated names alone: alternate names of the shipped tables have
    wrong bearers.
    """

    def __init__(self, region: Region | None, folder: Path, answers: Path | None = None) -> None:
        self.region = region
        self._folder, self._answers = folder, answers
        self._store = open_store(folder)
        self._curated = {place.id: place for place in region.places} if region else {}
        self._set_aside = frozenset((*self._curated, *(region.hidden if region else ())))
        self._names = _index(self._curated.values())
        asked = load_answers(answers) if answers else {}
        self._asked = {key: place for key, place in asked.items() if place}
        self._beginnings = _beginnings([*self._names, *self._asked])
        self.common_nouns = _written_small(self._curated.values())
        """Names that the region writes small ("line of contact"), folded."""
        self.common_beginnings = self.common_nouns | _beginnings(self.common_nouns)
        """What a text may write small and a name yet begins with, folded."""
        self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)
        self.place = remembered(self._place, _REMEMBERED)
        self.knows = remembered(self._knows)
        self.begins = remembered(self._begins)

    @classmethod
    def open(
        cls, region: Region | None = None, *, folder: Path | None = None, answers: Path | None = None
    ) -> Gazetteer:
        """Open the shipped gazetteer, or a compiled one in ``folder``, under the curated layer of ``region``.

        ``answers`` is a file of what an online geocoder once said of names that the gazetteer doesn't know.

        Raises
        ------
        GazetteerError : a file is missing, damaged or of another version.
        OnlineError : a line of the answers can't be read.
        """
        return cls(region, folder or Path(str(files("geodata.data"))), answers)

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, (self.region, self._folder, self._answers)

    def _lookup(self, folded: str) -> tuple[Place, ...]:
        """Places known by a name folded with :func:`geodata.fold.fold`: curated ones, countries, the rest by size."""
        rest = (place for place in self._store.bearers(folded) if place.id not in self._set_aside)
        found = (*self._names.get(folded, ()), *sorted(rest, key=_by_size))
        return found or ((self._asked[folded],) if folded in self._asked else ())

    def _knows(self, folded: str) -> bool:
        """Whether any place has this folded name; a shipped name counts only if one of its bearers isn't set aside."""
        if folded in self._names or folded in self._asked:
            return True
        if not self._store.knows(folded):
            return False
        return not self._set_aside or any(place.id not in self._set_aside for place in self._store.bearers(folded))

    def _begins(self, folded: str) -> bool:
        """Whether a longer name begins with these words."""
        return folded in self._beginnings or self._store.begins(folded)

    def _place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        if place_id in self._curated:
            return self._curated[place_id]
        return self._store.place(place_id)

    def is_curated(self, place: Place) -> bool:
        """Whether the region's own layer holds the place."""
        return place.id in self._curated

    def is_common_noun(self, folded: str) -> bool:
        """Whether the region writes a name small ("line of contact"), so that a text may as well."""
        return folded in self.common_nouns


def _by_size(place: Place) -> tuple[bool, int, str]:
    return place.kind != "country", -place.population, place.id


def _index(places: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    """Folded name → its places in the order of the table."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        for name in (place.name, *(one for names in place.names.values() for one in names)):
            found[fold(name)][place.id] = place
    return {key: tuple(bearers.values()) for key, bearers in found.items()}


def _beginnings(keys: Iterable[str]) -> frozenset[str]:
    """First words of names of several words: all proper beginnings."""
    words = (key.split(" ") for key in keys if " " in key)
    return frozenset(" ".join(parts[:length]) for parts in words for length in range(1, len(parts)))


def _written_small(places: Iterable[Place]) -> frozenset[str]:
    """Folded names that begin with a small letter."""
    names = (name for place in places for found in place.names.values() for name in found)
    return frozenset(fold(name) for name in names if name[0].islower())
