"""The third pass: each shard's names become a trie, and what they stand for a file beside it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from geodata.sources.dump.joining import KEYS
from geodata.sources.dump.scattering import Report
from geodata.sources.dump.work import Work
from geodata.store import bearers_name, pack_bearers, trie_name

MOST_BEARERS = 64
"""Places that a name leads to, the best known: "San Antonio" has thousands, and no text tells them all apart."""
_BEST_KNOWN = 1 << 40
_TABLE_BITS, _OFFSET_BITS = 8, 32
_RECORD_BITS = _TABLE_BITS + _OFFSET_BITS
_TABLE, _OFFSET = (1 << _TABLE_BITS) - 1, (1 << _OFFSET_BITS) - 1


def shard(work: Work, report: Report) -> None:
    """Build the shards that aren't built yet."""
    for number in range(work.parts):
        step = f"shard {number}"
        if not work.is_done(step):
            _build(work.path(KEYS, number), work.result, number)
            work.finish(step)
        work.forget(work.path(KEYS, number))
        report("building tries", number + 1, work.parts)


def _build(rows: Path, folder: Path, number: int) -> None:
    import marisa_trie

    bearers = _bearers(rows)
    trie = marisa_trie.Trie(bearers)
    in_order = sorted(bearers, key=trie.key_id)
    packed = pack_bearers([_best(bearers[key]) for key in in_order])
    _save(folder / bearers_name(number), packed)
    _save(folder / trie_name(number), trie.tobytes())


def _bearers(rows: Path) -> dict[str, list[int]]:
    """Name → what it stands for, as numbers that order by how well known it is; sorted, so that bytes are the same.

    A number is much smaller than a tuple of its parts, and the garbage collector passes it by.
    """
    found: dict[str, list[int]] = defaultdict(list)
    with rows.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            key, standing, table, offset = line.split("\t")
            found[key].append((_BEST_KNOWN - int(standing)) << _RECORD_BITS | int(table) << _OFFSET_BITS | int(offset))
    return dict(sorted(found.items()))


def _best(several: list[int]) -> list[tuple[int, int]]:
    """Table and offset of the best known, each once."""
    best = several if len(several) == 1 else sorted(set(several))[:MOST_BEARERS]
    return [((one >> _OFFSET_BITS) & _TABLE, one & _OFFSET) for one in best]


def _save(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
