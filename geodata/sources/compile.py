"""Compile the names of the shipped tables into the memory-mapped trie. Run ``python -m geodata.sources.compile``.

A key is a folded name; its value is the table and the byte at which the place's line starts. The id of a place is a key
as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geodata.fold import fold
from geodata.gazetteer import ID_MARK, RECORD, TABLES, TRIE
from geodata.model import Place
from geodata.record import decode
from geodata.sources.table import DATA


def keys(place: Place) -> set[str]:
    """Everything under which a place is found: its folded names and its marked id."""
    folded = {fold(name) for found in place.names.values() for name in found}
    return ({fold(place.name)} | folded | {ID_MARK + place.id}) - {""}


def records(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """(key, (number of the table, offset of the line)) of all places of the shipped tables."""
    for number, table in enumerate(TABLES):
        offset = 0
        for line in (folder / table).read_bytes().splitlines(keepends=True):
            for key in sorted(keys(decode(line.decode("utf-8")))):
                yield key, (number, offset)
            offset += len(line)


def write_trie(folder: Path) -> None:
    """Write the trie of the tables in a folder beside them; same tables, same bytes."""
    import marisa_trie

    marisa_trie.RecordTrie(RECORD, sorted(records(folder))).save(str(folder / TRIE))


def main() -> None:
    """Write the trie into ``geodata/data``."""
    write_trie(DATA)


if __name__ == "__main__":
    main()
