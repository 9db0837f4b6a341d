"""The first pass: rows of the dump go to files by the number of their place, so that each can be joined in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from geodata.errors import GazetteerError
from geodata.sources.dump.areas import is_area
from geodata.sources.dump.kinds import kinds
from geodata.sources.dump.reading import Dump, Line, RowError, name_row, place_row
from geodata.sources.dump.work import Sheaf, Work
from geodata.store import part_of

Report: TypeAlias = Callable[[str, int, int], None]
"""Is told the step, what is done of it and what there is to do."""
_Take: TypeAlias = Callable[[bytes], Iterator[tuple[int, bytes]]]
"""From a line of the dump to the numbers of the files that it goes to, with what is written there."""

ROWS, NAMES = "rows", "names"
"""Files of places and of names; behind the parts of places stands one more with areas."""
_EVERY = 200_000
"""Lines after which the work done counts, come what may."""
_TOLERATED, _FEW = 0.01, 100
"""Share of faulty lines up to which a file is used, and a number that is always borne."""


def scatter(dump: Dump, number: int, work: Work, report: Report, *, untagged: bool) -> None:
    """Read a file of places or names; ``untagged`` keeps the names that stand in the places' own lines.

    Raises
    ------
    GazetteerError : the file can't be read on, or more than a hundredth of it is faulty.
    """
    step, title = f"scatter {number}", f"reading {dump.path.name}"
    if work.is_done(step):
        return
    is_places = dump.form == "places"
    take = _take_place(work.parts, untagged=untagged) if is_places else _take_name(work.parts)
    with work.sheaf(ROWS if is_places else NAMES, work.parts + is_places) as sheaf:
        last = work.line
        for line in dump.lines(after=last):
            last = line
            _put(line, take, sheaf, work, dump)
            if line.number % _EVERY == 0 and line.end < dump.size:
                work.note(sheaf, line)
                report(title, line.end, dump.size)
        _check(dump, last.number if last else 0, work)
        report(title, dump.size, dump.size)
        work.finish(step, sheaf)


def _put(line: Line, take: _Take, sheaf: Sheaf, work: Work, dump: Dump) -> None:
    try:
        for file, row in take(line.raw):
            sheaf.writers[file](row)
    except RowError as fault:
        work.fault(dump.path, line.number, str(fault))


def _check(dump: Dump, lines: int, work: Work) -> None:
    faults = work.faults(dump.path)
    if faults > max(_FEW, _TOLERATED * lines):
        remedy = "Fetch the file again"
        what = f"{faults:,} of {lines:,} lines can't be used; the first: {work.complaints()[0]}"
        raise GazetteerError(what, where=str(dump.path), remedy=remedy)


def _take_place(parts: int, *, untagged: bool) -> _Take:
    def take(raw: bytes) -> Iterator[tuple[int, bytes]]:
        row = place_row(raw)
        kept = "\t".join(map(str, row if untagged else row._replace(others="")))
        yield part_of(row.number, parts), f"{kept}\n".encode()
        if is_area(row):
            yield parts, ("\t".join(map(str, row)) + "\n").encode()

    return take


def _take_name(parts: int) -> _Take:
    languages = kinds().languages | {""}

    def take(raw: bytes) -> Iterator[tuple[int, bytes]]:
        number, tag, rank, name = name_row(raw)
        code = tag.partition("-")[0]
        if code in languages:
            yield part_of(number, parts), f"{number}\t{code}\t{rank}\t{name}\n".encode()

    return take
