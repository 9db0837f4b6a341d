"""Compile GeoNames' dump into a gazetteer of one's own: millions of places on a small machine, and a stop does no harm.

Rows are read once and scattered by the number of their place; each part is joined with its names in memory and becomes
a table; the names, scattered again by their first word, become tries. At no time is more in memory than one part.
"""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from geodata.errors import GazetteerError
from geodata.sources.dump.areas import Areas, match
from geodata.sources.dump.joining import area_rows, join
from geodata.sources.dump.reading import Dump, PlaceRow, RowError, fields_of, open_dump
from geodata.sources.dump.scattering import Report, scatter
from geodata.sources.dump.sharding import shard
from geodata.sources.dump.work import Work
from geodata.sources.table import DATA
from geodata.store import FORMAT, MANIFEST, TABLES, WIDE_TABLES, table_name

_PART_BYTES = 24_000_000
"""Text of the dump that makes one part; in memory it is some ten times as much."""
_MOST_PARTS = 250
"""A byte numbers the tables, the shipped ones included."""
_ISO, _NUMBER = 0, 16
"""Columns of ``countryInfo.txt`` for a country's code and its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What came of it: ``complaints`` name the lines left out, ``went_on`` whether an earlier run had been stopped."""

    places: int
    names: int
    merged: int
    complaints: tuple[str, ...]
    went_on: bool


def compile_dump(paths: Sequence[Path], output: Path, report: Report) -> Compiled:
    """Compile files of a dump into the gazetteer ``output``, a folder that ``Gazetteer.open`` opens.

    Parameters
    ----------
    paths : files of places (``allCountries.txt``, or one country's) and, where there are, ``alternateNamesV2.txt``,
        ``admin1CodesASCII.txt`` and ``countryInfo.txt``; plain or zipped.
    output : replaced at the very end; the work stands beside it until then, and the same call goes on after a stop.
    report : is told of the progress.

    Raises
    ------
    GazetteerError : a file is none of a dump or damaged, ``output`` is something else, the disk is full.
    """
    dumps = [open_dump(path) for path in paths]
    _check(dumps, output)
    parts = min(_MOST_PARTS, 1 + sum(dump.size for dump in dumps) // _PART_BYTES)
    try:
        work = Work(output.parent / f".{output.name}.work", _plan(dumps, parts))
        went_on = work.goes_on
        with _no_collector():
            _run(work, dumps, report)
        return _finish(work, dumps, output, went_on=went_on)
    except OSError as error:
        remedy = "Make room there, and give the same command: it goes on where it stopped"
        raise GazetteerError(f"can't be written ({error})", where=str(output), remedy=remedy) from error


@contextmanager
def _no_collector() -> Iterator[None]:
    """Put the garbage collector off: rows hold no cycles, and it would look at millions of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(dumps: Sequence[Dump], output: Path) -> None:
    if not any(dump.form == "places" for dump in dumps):
        remedy = "Name allCountries.txt, or a country's file, as well"
        raise GazetteerError("no file of places among those named", where=str(dumps[0].path), remedy=remedy)
    if output.exists() and not (output / MANIFEST).is_file() and not (output.is_dir() and _is_empty(output)):
        raise GazetteerError("is there and no compiled gazetteer", where=str(output), remedy="Name another folder")


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _plan(dumps: Sequence[Dump], parts: int) -> dict[str, Any]:
    """What decides the result: the dump's files as they are now, our own tables, the form."""
    files = [[str(dump.path.resolve()), dump.size, dump.path.stat().st_mtime_ns] for dump in dumps]
    ours = sha256(Path(__file__).with_name("feature_kinds.toml").read_bytes())
    for table in TABLES:
        ours.update((DATA / table).read_bytes())
    return {"format": FORMAT, "files": files, "ours": ours.hexdigest(), "parts": parts}


def _run(work: Work, dumps: Sequence[Dump], report: Report) -> None:
    """Do what isn't done yet."""
    for name in WIDE_TABLES:
        shutil.copyfile(DATA / name, work.result / name)
    untagged = all(dump.form != "names" for dump in dumps)
    for number, dump in enumerate(dumps):
        if dump.form in ("places", "names"):
            scatter(dump, number, work, report, untagged=untagged)
    join(work, _areas(work, dumps), report)
    shard(work, report)


def _areas(work: Work, dumps: Sequence[Dump]) -> Areas:
    countries = {
        int(fields[_NUMBER]): fields[_ISO] for fields in _table(dumps, "countries", 19) if fields[_NUMBER].isdecimal()
    }
    regions = [_region(fields) for fields in _table(dumps, "regions", 4) if fields[3].isdecimal()]
    return match(area_rows(work), countries, regions)


def _table(dumps: Sequence[Dump], form: str, columns: int) -> Iterator[list[str]]:
    """Rows of the small files of a form; much hangs on each, so none may be faulty."""
    for dump in dumps:
        for line in dump.lines() if dump.form == form else ():
            try:
                yield fields_of(line.raw, (columns,))
            except RowError as fault:
                remedy = "Fetch the file again"
                raise GazetteerError(str(fault), where=f"{dump.path}:{line.number}", remedy=remedy) from fault


def _region(fields: Sequence[str]) -> PlaceRow:
    """A first-order region of ``admin1CodesASCII.txt``, which has no position."""
    country, _, first = fields[0].partition(".")
    return PlaceRow(int(fields[3]), fields[1], fields[2], "", "", "", "A", "ADM1", country, first, "", "0")


def _finish(work: Work, dumps: Sequence[Dump], output: Path, *, went_on: bool) -> Compiled:
    """Write the list of files, and put the folder in its place."""
    tables = [*WIDE_TABLES, *(table_name(part) for part in range(work.parts))]
    files = {path.name: path.stat().st_size for path in sorted(work.result.iterdir()) if path.name != MANIFEST}
    digest = sha256(b"".join(_digest(work.result / name) for name in files)).hexdigest()
    sources = [{"file": dump.path.name, "bytes": dump.size} for dump in dumps]
    shape = {"format": FORMAT, "tables": tables, "parts": work.parts, "shards": work.parts}
    manifest = {**shape, **dict(sorted(work.counts.items())), "sources": sources, "sha256": digest, "files": files}
    (work.result / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8", newline="\n")
    if output.exists():
        output.replace(work.folder / "replaced")
    work.result.replace(output)
    shutil.rmtree(work.folder)
    counts = work.counts
    return Compiled(
        places=counts["places"],
        names=counts["names"],
        merged=counts["merged"],
        complaints=tuple(work.complaints()),
        went_on=went_on,
    )


def _digest(path: Path) -> bytes:
    """By it a build knows that the gazetteer is another one."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
