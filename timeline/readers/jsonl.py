"""JSON Lines: one article a line, with ``id``, ``text`` or ``html``, and metadata.

A line that is broken is reported with its number; the others are read.
"""

from __future__ import annotations

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.errors import ReadError
from timeline.model.article import RawArticle, Unreadable
from timeline.readers._html import page
from timeline.readers._raw import NAMES, article, known, opened, unreadable

SUFFIXES = frozenset({".jsonl", ".ndjson"})

_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)


def identify(path: Path) -> bool:
    """Whether the file's name says that it is JSON Lines."""
    return path.suffix.casefold() in SUFFIXES


def read(path: Path) -> Iterator[RawArticle | Unreadable]:
    """The articles of the file, and what is wrong with its other lines."""
    with opened(path) as file:
        if file.read(2) in _UTF16:
            raise ReadError("is UTF-16, but JSON Lines is UTF-8", remedy="Save it as UTF-8")
        file.seek(0)
        for number, line in enumerate(file, start=1):
            row = line.strip().removeprefix(BOM_UTF8)
            if row:
                yield _one(path, number, row)


def _one(path: Path, number: int, line: bytes) -> RawArticle | Unreadable:
    where = f"{path}#{number}"
    try:
        return _row(where, f"{path.stem}#{number}", line)
    except Exception as error:  # noqa: BLE001  # a parser's fault with one row must not lose the others; it is reported
        return unreadable(where, error)


def _row(where: str, name: str, line: bytes) -> RawArticle:
    row = _object(line)
    metadata = known({key: _words(key, row[key]) for key in row if key.casefold() in NAMES})
    text, found = _text(row)
    return article(name=name, source_path=where, text=text, raw=line, metadata={**found, **metadata})


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ReadError(f"is not JSON ({error})", remedy="Mend the line, or remove it") from error
    except RecursionError as error:
        raise ReadError("is nested too deeply", remedy="Write one flat object a line") from error
    if not isinstance(row, dict):
        raise ReadError("is not a JSON object", remedy='Write {"id": ..., "text": ...} on each line')
    return row


def _words(key: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f'"{key}" is a {type(value).__name__}, not a string', remedy="Mend the line, or remove it")
    return str(value)


def _text(row: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    text, html = _words("text", row.get("text")), _words("html", row.get("html"))
    if text.strip() or not html.strip():
        return text, {}
    return page(html)
