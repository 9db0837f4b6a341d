"""Where a gazetteer's lines and names lie on disk, and how one asks for them: the shipped form and the compiled one.

Shipped: five tables and one trie whose keys carry the place of their lines. Compiled from a full dump: tables in parts
by id, and names in shards by their first word, so that one shard answers both "is this a name" and "does a longer name
begin so". A shard is a trie of distinct names and a file of what each stands for. Names are memory-mapped, lines of
places read one by one, since a name's bearers lie far apart; all is opened when it is first asked for.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import weakref
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from zlib import crc32

from geodata.errors import GazetteerError
from geodata.model import Place
from geodata.record import decode

if TYPE_CHECKING:
    import marisa_trie

TABLES = ("countries.tsv", "regions.tsv", "towns.tsv", "wide.tsv", "counties.tsv")
TRIE = "names.marisa"
RECORD = "<BI"
"""What a name stands for: number of the table, offset of the line."""
ID_MARK = "="
"""Stands before an id, so that ids and names share one trie; no folded name contains it."""

FORMAT = 1
"""Raised when the form of a compiled gazetteer changes."""
MANIFEST = "gazetteer.json"
"""Lists the files of a compiled gazetteer; a folder without it is in the shipped form."""
WIDE_TABLES = ("countries.tsv", "regions.tsv", "wide.tsv")
"""The shipped tables that a compiled gazetteer holds as well, before its own; towns and counties are in every dump."""
BY_NUMBER = "gn:"
"""Ids that are numbers: the tables of a compiled gazetteer are in parts by them, and in their order."""

_GLANCE = 512
"""Bytes that hold most lines of a table whole."""
_START = struct.Struct("<II")
_START_BYTES = 4
_RECORD = struct.Struct(RECORD)
_REMEDY = "Install the package again, or rebuild with `python -m geodata.sources.compile`"
_BUILD_AGAIN = "Compile it again with `build_site.py gazetteer build`"


class Store(Protocol):
    """Places by folded name and by id, in no order."""

    def bearers(self, key: str) -> Iterator[Place]:
        """The places that a folded name stands for."""
        ...

    def knows(self, key: str) -> bool:
        """Whether it stands for any."""
        ...

    def begins(self, key: str) -> bool:
        """Whether a longer name begins with these words."""
        ...

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        ...


def open_store(folder: Path) -> Store:
    """Open the gazetteer in a folder, compiled or in the shipped form.

    Raises
    ------
    GazetteerError : a file is missing, damaged or of another version.
    """
    return CompiledStore(folder) if (folder / MANIFEST).is_file() else ShippedStore(folder)


def part_of(number: int, parts: int) -> int:
    """The part that holds the place of a number."""
    return number % parts


def shard_of(key: str, shards: int) -> int:
    """The shard that holds a name: that of its first word."""
    return crc32(key.partition(" ")[0].encode("utf-8")) % shards


def trie_name(shard: int) -> str:
    """File of a shard's names."""
    return f"names-{shard:03}.marisa"


def bearers_name(shard: int) -> str:
    """File of what a shard's names stand for: where each begins, then the records."""
    return f"names-{shard:03}.bin"


def table_name(part: int) -> str:
    """File of the places of a part."""
    return f"places-{part:03}.tsv"


def pack_bearers(bearers: list[list[tuple[int, int]]]) -> bytes:
    """The file of what a shard's names stand for, from the records of each name in the order of the trie."""
    starts = [0]
    for records in bearers:
        starts.append(starts[-1] + len(records))
    head = struct.pack(f"<{len(starts)}I", *starts)
    return head + b"".join(_RECORD.pack(*record) for records in bearers for record in records)


class ShippedStore:
    """The tables that come with the package, under one trie."""

    def __init__(self, folder: Path) -> None:
        self._trie = _open_record_trie(folder / TRIE)
        self._tables = tuple(_map(folder / name, _REMEDY) for name in TABLES)

    def bearers(self, key: str) -> Iterator[Place]:
        """The places that a folded name stands for."""
        return (_read(self._tables[table], offset) for table, offset in self._trie.get(key, ()))

    def knows(self, key: str) -> bool:
        """Whether it stands for any."""
        return key in self._trie

    def begins(self, key: str) -> bool:
        """Whether a longer name begins with these words."""
        return _has_prefix(self._trie, f"{key} ")

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        return next(self.bearers(ID_MARK + place_id), None)


class CompiledStore:
    """What ``geodata.sources.dump`` has compiled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        manifest = _manifest(folder)
        self._tables: list[str] = manifest["tables"]
        self._shards, self._parts = int(manifest["shards"]), int(manifest["parts"])
        self._table = lru_cache(maxsize=None)(self._open_table)
        self._shard = lru_cache(maxsize=None)(self._open_shard)

    def bearers(self, key: str) -> Iterator[Place]:
        """The places that a folded name stands for, the best known first."""
        trie, data = self._shard(shard_of(key, self._shards))
        number = trie.get(key)
        if number is None:
            return
        records = _START_BYTES * (len(trie) + 1)
        first, last = _START.unpack_from(data, _START_BYTES * number)
        found = data[records + first * _RECORD.size : records + last * _RECORD.size]
        for table, offset in _RECORD.iter_unpack(found):
            yield self._table(table).read(offset)

    def knows(self, key: str) -> bool:
        """Whether it stands for any."""
        return key in self._shard(shard_of(key, self._shards))[0]

    def begins(self, key: str) -> bool:
        """Whether a longer name begins with these words."""
        return _has_prefix(self._shard(shard_of(key, self._shards))[0], f"{key} ")

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        number = place_id.removeprefix(BY_NUMBER)
        if number == place_id or not number.isdecimal():
            return next(self.bearers(ID_MARK + place_id), None)
        return self._table(len(WIDE_TABLES) + part_of(int(number), self._parts)).find(int(number))

    def _open_table(self, number: int) -> _Lines:
        return _Lines(self._folder / self._tables[number])

    def _open_shard(self, number: int) -> tuple[marisa_trie.Trie, mmap.mmap | bytes]:
        import marisa_trie

        path = self._folder / trie_name(number)
        try:
            return marisa_trie.Trie().mmap(str(path)), _map(self._folder / bearers_name(number), _BUILD_AGAIN)
        except RuntimeError as error:
            raise GazetteerError(f"is damaged ({error})", where=str(path), remedy=_BUILD_AGAIN) from error


class _Lines:
    """A table's places. Touching a byte of a mapped file would keep the sixteen pages around it in memory as well."""

    def __init__(self, path: Path) -> None:
        self._path, self._mapped = path, _map(path, _BUILD_AGAIN)
        self._file = os.open(path, os.O_RDONLY) if hasattr(os, "pread") else None
        if self._file is not None:
            weakref.finalize(self, os.close, self._file)

    def read(self, offset: int) -> Place:
        """The place whose line begins at an offset."""
        if self._file is None:
            return _read(self._mapped, offset)
        size = _GLANCE
        while (end := (line := os.pread(self._file, size, offset)).find(b"\n")) < 0:
            if len(line) < size:
                raise GazetteerError("ends within a place", where=str(self._path), remedy=_BUILD_AGAIN)
            size *= 4
        return decode(line[:end].decode("utf-8"))

    def find(self, number: int) -> Place | None:
        """The place of a number; the lines stand in the order of numbers, so it is found by halves."""
        table, low, high = self._mapped, 0, len(self._mapped)
        while low < high:
            start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = table.find(b"\n", start) + 1
            here = int(table[start + len(BY_NUMBER) : table.find(b"\t", start)])
            if here == number:
                return self.read(start)
            low, high = (end, high) if here < number else (low, start)
        return None


def _manifest(folder: Path) -> Mapping[str, Any]:
    """The manifest of a compiled gazetteer whose files are all there."""
    path = folder / MANIFEST
    try:
        manifest: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files: Mapping[str, int] = manifest["files"]
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerError("is no list of a gazetteer's files", where=str(path), remedy=_BUILD_AGAIN) from error
    if manifest.get("format") != FORMAT:
        raise GazetteerError("was compiled by another version", where=str(folder), remedy=_BUILD_AGAIN)
    standing = {found.name: found.stat().st_size for found in folder.iterdir()}
    for name, size in files.items():
        if standing.get(name) != size:
            fault = "is missing" if name not in standing else f"has {standing[name]:,} bytes, not {size:,}"
            raise GazetteerError(f"the file {fault}", where=str(folder / name), remedy=_BUILD_AGAIN)
    return manifest


def _open_record_trie(path: Path) -> marisa_trie.RecordTrie:
    import marisa_trie

    _must_exist(path, _REMEDY)
    try:
        return marisa_trie.RecordTrie(RECORD).mmap(str(path))
    except RuntimeError as error:
        raise GazetteerError(f"not a compiled gazetteer ({error})", where=str(path), remedy=_REMEDY) from error


def _map(path: Path, remedy: str) -> mmap.mmap | bytes:
    """A file's bytes, memory-mapped; an empty one can't be."""
    _must_exist(path, remedy)
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""


def _must_exist(path: Path, remedy: str) -> None:
    if not path.is_file():
        raise GazetteerError("the file is missing", where=str(path), remedy=remedy)


def _has_prefix(trie: marisa_trie.Trie | marisa_trie.RecordTrie, prefix: str) -> bool:
    return next(trie.iterkeys(prefix), None) is not None


def _read(table: mmap.mmap | bytes, offset: int) -> Place:
    return decode(table[offset : table.find(b"\n", offset)].decode("utf-8"))
