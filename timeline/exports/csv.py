"""CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets): one line an event.

Lists of texts are joined, anything richer is JSON, titles have one column a language.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.rows import Row, rows, sort

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NAME = "events.csv"
_FORMULA = re.compile(r"(^(?=[\t\r])|(?:^|[;\t\r\n])\s*(?=[=+\-@\uff1d\uff0b\uff0d\uff20]))")
"""Where a formula would begin: at a cell's start, or behind a mark at which some spreadsheets divide cells; full-width
signs count too."""
_JOINED = " | "


def content(frame: GeoDataFrame) -> bytes:
    """The events as CSV, by day, the same bytes for the same table.

    An apostrophe stands before what a spreadsheet would take for a formula (articles are not trusted).
    """
    listed = rows(sort(frame))
    languages = sorted({code for row in listed for code in row["titles"] or {}})
    columns = [name for name in frame.columns if name not in ("geometry", "titles")]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*columns, *(_cell(f"title_{code}") for code in languages)])
    writer.writerows(_line(row, columns, languages) for row in listed)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def export(frame: GeoDataFrame, folder: Path) -> Path:
    """Write ``events.csv`` into ``folder``; give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(content(frame))
    return path


def _line(row: Row, columns: Sequence[str], languages: Sequence[str]) -> list[Any]:
    titles = row["titles"] or {}
    return [*(_cell(row[name]) for name in columns), *(_cell(titles.get(code)) for code in languages)]


def _cell(value: object) -> object:
    """A number as it is, text made harmless, a list of texts joined, anything richer as JSON."""
    if value is None or isinstance(value, (bool, int, float)):
        return "" if value is None else value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = _JOINED.join(value)
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False) if value else ""
    return _FORMULA.sub(r"\1'", value)
