"""GeoNames' dump files, plain or zipped, line by line: what each is, its rows, and what is wrong with one."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Literal, NamedTuple

from geodata.errors import GazetteerError

Form = Literal["places", "names", "regions", "countries"]
"""``allCountries.txt`` or a country's file; ``alternateNamesV2.txt``; ``admin1CodesASCII.txt``; ``countryInfo.txt``."""

_BOM = b"\xef\xbb\xbf"
_MOST_LAT, _MOST_LON = 90.0, 180.0
_LONGEST_COMMENT = 200
_SHAPES: Sequence[tuple[Form, frozenset[int], str]] = (
    ("places", frozenset({19}), r"\d+"),
    ("countries", frozenset({19}), r"[A-Z]{2}"),
    ("names", frozenset({8, 10}), r"\d+"),
    ("regions", frozenset({4}), r"[A-Z]{2}\.\w+"),
)
"""Form, its numbers of columns, and what stands in the first. Names had eight columns until 2018."""


class RowError(Exception):
    """A line that can't be used, with the reason."""


class PlaceRow(NamedTuple):
    """What is taken of a place's line; ``others`` are names without language, parted by commas."""

    number: int
    name: str
    plain: str
    others: str
    lat: str
    lon: str
    feature_class: str
    code: str
    country: str
    first: str
    second: str
    population: str


class NameRow(NamedTuple):
    """What is taken of an alternate name's line; ``rank`` is 0 for the preferred name, 4 for a colloquial one."""

    number: int
    language: str
    rank: int
    name: str


class Line(NamedTuple):
    """A line with its number from 1 and the bytes of the file up to its end."""

    number: int
    end: int
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A file of a dump; ``member`` is the file inside a zip, ``size`` the bytes of its text."""

    path: Path
    member: str | None
    size: int
    form: Form

    def lines(self, *, after: Line | None = None) -> Iterator[Line]:
        """The lines from the first, or behind one read before; comments and empty lines are left out.

        Raises
        ------
        GazetteerError : the file can't be read on.
        """
        number, end = (after.number, after.end) if after else (0, 0)
        try:
            with _stream(self.path, self.member) as stream:
                stream.seek(end)
                for raw in stream:
                    number, end = number + 1, end + len(raw)
                    if not raw.startswith(b"#") and not raw.isspace():
                        yield Line(number, end, raw)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            remedy = "Fetch the file again, and give the same command: it goes on from here"
            raise GazetteerError(f"can't be read on ({error})", where=f"{self.path}:{number}", remedy=remedy) from error


def open_dump(path: Path) -> Dump:
    """Look into a file and tell by its first line what it holds.

    Raises
    ------
    GazetteerError : the file is missing or no zip, or its lines are none of a dump.
    """
    if not path.is_file():
        raise GazetteerError("there is no such file", where=str(path))
    try:
        member, size = _member(path) if path.suffix == ".zip" else (None, path.stat().st_size)
        with _stream(path, member) as stream:
            head = list(islice((raw for raw in stream if raw.strip()), _LONGEST_COMMENT))
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise GazetteerError(f"can't be opened ({error})", where=str(path), remedy="Fetch the file again") from error
    first = next((raw for raw in head if not raw.startswith(b"#")), b"")
    return Dump(path=path, member=member, size=size, form=_form(first.removeprefix(_BOM), path))


def _form(raw: bytes, path: Path) -> Form:
    fields = raw.decode("utf-8", errors="replace").rstrip("\r\n").split("\t")
    for form, columns, first in _SHAPES:
        if len(fields) in columns and re.fullmatch(first, fields[0]):
            return form
    raise GazetteerError(
        f"is no file of GeoNames: its first line has {len(fields)} columns",
        where=str(path),
        remedy="Places have 19 columns parted by tabs, alternate names 10, admin1CodesASCII.txt 4, countryInfo.txt 19",
    )


def _member(path: Path) -> tuple[str, int]:
    """The text inside a zip that bears its name, else the largest."""
    with zipfile.ZipFile(path) as archive:
        texts = [info for info in archive.infolist() if info.filename.endswith(".txt")]
    if not texts:
        raise zipfile.BadZipFile("it holds no .txt")
    best = max(texts, key=lambda info: (Path(info.filename).stem == path.stem, info.file_size))
    return best.filename, best.file_size


@contextmanager
def _stream(path: Path, member: str | None) -> Iterator[IO[bytes]]:
    if member is None:
        with path.open("rb") as plain:
            yield plain
    else:
        with zipfile.ZipFile(path) as archive, archive.open(member) as inside:
            yield inside


def fields_of(raw: bytes, columns: Sequence[int]) -> list[str]:
    """The columns of a line.

    Raises
    ------
    RowError : it isn't UTF-8, or has another number of columns.
    """
    try:
        fields = raw.removeprefix(_BOM).decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise RowError("not UTF-8") from error
    if len(fields) not in columns:
        raise RowError(f"{columns[-1]} columns expected")
    return fields


def place_row(raw: bytes) -> PlaceRow:
    """Read a line of places.

    Raises
    ------
    RowError : what is wrong with it.
    """
    fields = fields_of(raw, (19,))
    if not fields[0].isdecimal() or not fields[1]:
        raise RowError("no id or no name")
    _check_position(fields[4], fields[5])
    if fields[14] and not fields[14].isdecimal():
        raise RowError("population is no number")
    return PlaceRow(int(fields[0]), *[*fields[1:9], *fields[10:12], fields[14] or "0"])


def _check_position(lat: str, lon: str) -> None:
    try:
        inside = abs(float(lat)) <= _MOST_LAT and abs(float(lon)) <= _MOST_LON
    except ValueError as error:
        raise RowError("latitude or longitude is no number") from error
    if not inside:  # "nan" is neither
        raise RowError("latitude or longitude out of range")


def name_row(raw: bytes) -> NameRow:
    """Read a line of alternate names.

    Raises
    ------
    RowError : what is wrong with it.
    """
    fields = fields_of(raw, (8, 10))
    if not fields[1].isdecimal() or not fields[3]:
        raise RowError("no place or no name")
    return NameRow(int(fields[1]), fields[2], _rank(*fields[4:8]), fields[3])


def _rank(preferred: str, short: str, colloquial: str, historic: str) -> int:
    """Names in use before those of the past, and those before slang."""
    if colloquial:
        return 4
    if historic:
        return 3
    return 0 if preferred else 2 if short else 1
