"""Names to places: the shipped gazetteer, memory-mapped, under the curated layer of a region."""

from __future__ import annotations

import mmap
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.errors import GazetteerError
from geodata.fold import fold
from geodata.model import Place
from geodata.record import decode
from geodata.regions import Region

if TYPE_CHECKING:
    import marisa_trie

TABLES = ("countries.tsv", "regions.tsv", "towns.tsv", "wide.tsv")
TRIE = "names.marisa"
RECORD = "<BI"
"""Value of a key of the trie: number of the table, offset of the line."""
ID_MARK = "="
"""Stands before an id, so that ids and names share one trie; no folded name contains it."""


class Gazetteer:
    """Places by folded name and by id. Opening reads nothing but the region; pickling opens again.

    A place that the region curates is known by its curated names alone: alternate names of the shipped tables have
    wrong bearers.
    """

    def __init__(self, region: Region | None, folder: Path) -> None:
        self.region = region
        self._folder = folder
        self._trie = _open_trie(folder / TRIE)
        self._tables = tuple(_open_table(folder / name) for name in TABLES)
        self._curated = {place.id: place for place in region.places} if region else {}
        self._set_aside = frozenset((*self._curated, *(region.hidden if region else ())))
        self._names = _index(self._curated.values())
        self._beginnings = _beginnings(self._names)
        self._common_nouns = _written_small(self._curated.values())
        self.common_beginnings = self._common_nouns | _beginnings(self._common_nouns)
        """What a text may write small and a name yet begins with, folded."""
        self.lookup = lru_cache(maxsize=65_536)(self._lookup)
        self.knows = lru_cache(maxsize=65_536)(self._knows)
        self.begins = lru_cache(maxsize=65_536)(self._begins)

    @classmethod
    def open(cls, region: Region | None = None, *, folder: Path | None = None) -> Gazetteer:
        """Open the shipped gazetteer, or a compiled one in ``folder``, under the curated layer of ``region``.

        Raises
        ------
        GazetteerError : a file is missing or damaged.
        """
        return cls(region, folder or Path(str(files("geodata.data"))))

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, (self.region, self._folder)

    def _lookup(self, folded: str) -> tuple[Place, ...]:
        """Places known by a name folded with :func:`geodata.fold.fold`: curated ones, countries, the rest by size."""
        shipped = (self._read(*record) for record in self._trie.get(folded, ()))
        rest = (place for place in shipped if place.id not in self._set_aside)
        return (*self._names.get(folded, ()), *sorted(rest, key=_by_size))

    def _knows(self, folded: str) -> bool:
        """Whether any place has this folded name; cheaper than looking it up."""
        return folded in self._names or folded in self._trie

    def _begins(self, folded: str) -> bool:
        """Whether a longer name begins with these words."""
        return folded in self._beginnings or any(True for _ in self._trie.iterkeys(f"{folded} "))

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        if place_id in self._curated:
            return self._curated[place_id]
        found = self._trie.get(ID_MARK + place_id)
        return self._read(*found[0]) if found else None

    def is_curated(self, place: Place) -> bool:
        """Whether the region's own layer holds the place."""
        return place.id in self._curated

    def is_common_noun(self, folded: str) -> bool:
        """Whether the region writes a name small ("line of contact"), so that a text may as well."""
        return folded in self._common_nouns

    def _read(self, table: int, offset: int) -> Place:
        data = self._tables[table]
        return decode(data[offset : data.find(b"\n", offset)].decode("utf-8"))


def _by_size(place: Place) -> tuple[bool, int, str]:
    return place.kind != "country", -place.population, place.id


def _open_trie(path: Path) -> marisa_trie.RecordTrie:
    import marisa_trie

    _must_exist(path)
    try:
        return marisa_trie.RecordTrie(RECORD).mmap(str(path))
    except RuntimeError as error:
        raise GazetteerError(f"not a compiled gazetteer ({error})", where=str(path), remedy=_REMEDY) from error


def _open_table(path: Path) -> mmap.mmap:
    _must_exist(path)
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


_REMEDY = "Install the package again, or rebuild with `python -m geodata.sources.compile`"


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise GazetteerError("the file is missing", where=str(path), remedy=_REMEDY)


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
