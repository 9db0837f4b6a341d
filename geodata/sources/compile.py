"""Compile the names of the shipped tables into the memory-mapped trie. Run ``python -m geodata.sources.compile``.

A key is a folded name; its value is the table and the byte at which the place's line starts. The id of a place is a key
as well, and so is a name with a word written short or at length (``short_words.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from geodata.fold import fold
from geodata.gazetteer import ID_MARK, RECORD, TABLES, TRIE
from geodata.model import Place
from geodata.record import decode
from geodata.sources.table import DATA


def keys(place: Place) -> set[str]:
    """Everything under which a place is found: its folded names and its marked id."""
    folded = {fold(name) for found in place.names.values() for name in found} | {fold(place.name)}
    return (folded | set(respelt(folded)) | {ID_MARK + place.id}) - {""}


def respelt(keys: Iterable[str]) -> Iterator[str]:
    """Names whose first or last word has a short form, with that; and those that have it, with the whole word."""
    other = _short_words()
    for key in keys:
        first, _, rest = key.partition(" ")
        before, _, last = key.rpartition(" ")
        if rest and first in other:
            yield f"{other[first]} {rest}"
        if before and last in other:
            yield f"{before} {other[last]}"


@cache
def _short_words() -> Mapping[str, str]:
    """Word → its other form, either way."""
    short: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("short_words.toml").read_text(encoding="utf-8"))
    return {**short, **{form: word for word, form in short.items()}}


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
